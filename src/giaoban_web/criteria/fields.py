"""A field in which a criterion is chosen from a list that can be searched; it works without a script."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from giaoban.reference.criteria.finding import criterion, in_force, of_set, search
from giaoban.reference.criteria.tables import Criterion, sets
from giaoban_web.criteria.words import said, said_set, said_whole

FOUND = 80
"""Criteria that a search offers; more words name fewer."""
Offer = Sequence[tuple[str, Sequence[tuple[str, str]]]]


def key_of(each: Criterion) -> str:
    """As it stands in a form and an address: "vn-ntm-xa-2022/17.1"."""
    return "/".join(each.key)


def criterion_of(key: str) -> Criterion | None:
    """The criterion of a key; None for what is none."""
    set_id, _stroke, number = key.partition("/")
    return criterion(set_id, number)


def offer(sought: str, on: date, chosen: str = "") -> Offer:
    """What can be chosen, by set: what the words find, else all of the sets in force on the day; in any case what was chosen before."""
    found = list(search(sought, on)[:FOUND]) if sought.strip() else [each for one in in_force(on) for each in of_set(one.id)]
    kept = criterion_of(chosen)
    if kept and kept not in found:
        found.insert(0, kept)
    grouped: dict[str, list[tuple[str, str]]] = {}
    for each in found:
        grouped.setdefault(each.set, []).append((key_of(each), said(each)))
    return [(said_set(sets()[key]), options) for key, options in grouped.items()]


def count(offered: Offer) -> int:
    """How many can be chosen."""
    return sum(len(options) for _set, options in offered)


class CriterionField(forms.Field):
    """One criterion or content of a set, or None; what is offered is `offer`, what is taken any that there is."""

    widget = forms.Select

    def offer(self, offered: Offer) -> None:
        self.total = count(offered)
        self.choices = [("", "—"), *offered]
        self.widget.choices = self.choices

    def to_python(self, value: Any) -> Criterion | None:
        if not value:
            return None
        found = criterion_of(str(value))
        if found is None:
            raise ValidationError(_("There is no such criterion. Choose one of the list."))
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "") != str(data or "")


class SoughtLine(forms.TextInput):
    """A line of words; the list of criteria `aim` of the page follows what is typed, by the day in the field `day`."""

    input_type = "search"

    def __init__(self, aim: str, day: str) -> None:
        asking = {"hx-get": reverse_lazy("criteria:options"), "hx-trigger": "input changed delay:300ms", "hx-target": f"#{aim}"}
        super().__init__(attrs={"autocomplete": "off", "hx-include": f"#{aim}, #{day}"} | asking)


def told(keys: Iterable[str]) -> str:
    """Criteria by their keys in words."""
    return "; ".join(said_whole(found) for key in keys if (found := criterion_of(key)))
