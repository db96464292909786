"""A line in which a figure of the ledger is named as evidence: found by typing, without a script."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.model import Measure, Role
from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import may
from giaoban_web.directives.aim_figures import about
from giaoban_web.directives.models import Directive
from giaoban_web.ledger.codes import ROLES
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import standing_in
from giaoban_web.ledger.templatetags.ledger import amount
from giaoban_web.ui import printed

WORDS = re.compile(r"[\w,.]*\w")
KNOWN = 1_000
"""Entries of the latest periods among which a figure is found."""
LISTED = 60
LIKELY = 5
"""So many are named to somebody who wrote what several bear."""


def named(entry: Entry) -> str:
    """ "Tỷ lệ hộ nghèo · năm 2020: 0,1%"."""
    return f"{entry.line.indicator} · {printed.period(entry.period.text)}: {amount(entry)}"


def figures_of(user: Any, directive: Directive, most: int = KNOWN) -> list[Entry]:
    """What stands in the ledger of the place that the task is about, as far as `user` may see it: of periods that were not over when it
    was given, the latest first.
    """
    place = about(directive)
    if directive.given_on is None or not may(user, "ledger.view", place):
        return []
    levels = {"line__measure": Measure.LEVEL.value, "line__breakdown": "", "role": ROLES.index(Role.ACTUAL)}
    since = Entry.objects.filter(place__path=place.path, place__withdrawn=False, period__end_on__gte=directive.given_on, **levels)
    latest = since.order_by("-period__end_on", "-period__start_on", "line", "number").values_list("period", flat=True)[:most]
    found = [each.entry for each in standing_in(since.filter(period__in=set(latest)))]
    return sorted(found, key=lambda each: (each.period.end_on, each.period.start_on), reverse=True)[:most]


class FigureField(forms.CharField):
    """The figure that is named as the list names it, or the only one that has all the words; gives its entry."""

    default_error_messages = {
        "unknown": _(
            "No figure of the place has the words “%(name)s”. Type a part of the name of its indicator, or choose one of the list."
        ),
        "several": _("Several figures have these words: %(likely)s. Add the period, or choose one of the list."),
    }
    known: Sequence[Entry] = ()

    def offer(self, known: Sequence[Entry], listed_in: str) -> None:
        """Let it be one of these; the page lists the first of them under that name."""
        self.known = known
        self.widget.attrs.update({"list": listed_in, "autocomplete": "off"})

    @property
    def listed(self) -> list[str]:
        return [named(each) for each in self.known[:LISTED]]

    def clean(self, value: Any) -> Entry | None:
        text = str(super().clean(value)).strip()
        if not text:
            return None
        found = _meant(text, self.known)
        if len(found) == 1:
            return found[0]
        likely = "; ".join(named(each) for each in found[:LIKELY])
        code = "several" if found else "unknown"
        raise forms.ValidationError(self.error_messages[code], code=code, params={"name": text, "likely": likely})


def _meant(text: str, known: Sequence[Entry]) -> list[Entry]:
    told, words = fold(text).strip(), WORDS.findall(fold(text))
    called = [each for each in known if fold(named(each)) == told]
    return called or [each for each in known if _has(fold(named(each)), words)]


def _has(name: str, words: list[str]) -> bool:
    its = WORDS.findall(name)
    return bool(words) and all(word in its for word in words[:-1]) and bool([each for each in its if each.startswith(words[-1])])
