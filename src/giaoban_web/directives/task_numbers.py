"""A field in which a task is named by its number, with those it is most likely to be listed beneath."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from giaoban_web.directives.models import Directive
from giaoban_web.ui.numbers import whole

LISTED, LONGEST = 30, 120
"""Tasks that are listed, and characters of each."""


class TaskNumber(forms.CharField):
    """The number of a task, also as "12" out of "12 · Lập phương án …"; gives the task."""

    default_error_messages = {"unknown": _("You see no task of this number.")}
    tasks: QuerySet[Directive] = Directive.objects.none()
    listed: Sequence[str] = ()

    def offer(self, tasks: QuerySet[Directive], near: Sequence[str]) -> None:
        """Which tasks may be named, and which of them are listed."""
        self.tasks, self.listed = tasks, near
        self.widget.attrs.update({"list": "merge_tasks", "autocomplete": "off"})

    def clean(self, value: Any) -> Directive | None:
        text = super().clean(value)
        number = whole(_digits(text).partition(" ")[0])
        found = self.tasks.filter(pk=number).first() if number else None
        if text and found is None:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return found


def near(directive: Directive, tasks: QuerySet[Directive]) -> list[str]:
    """The newest of the tasks that are of its meeting, place or lead, each by its number and words."""
    same = Q(place=directive.place_id)
    for name in ("lead", "meeting"):
        same |= Q(**{name: key}) if (key := getattr(directive, f"{name}_id")) else Q(pk=None)
    found = tasks.filter(same).order_by("-pk").only("wording", "work")[:LISTED]
    return [f"{each.pk} · {' '.join(str(each).split())[:LONGEST]}" for each in found]


def by_number(typed: str | None) -> bool:
    """Whether nothing but a number was typed, so that its words have to be looked at."""
    return _digits(typed or "").isdigit()


def _digits(text: str) -> str:
    return text.strip().lstrip("#").strip()
