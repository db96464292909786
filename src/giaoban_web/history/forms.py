"""What the log can be narrowed by; a filter that makes no sense is left out."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from giaoban_web.history.models import Entry
from giaoban_web.history.printed import kind
from giaoban_web.ui.fields import DayField
from giaoban_web.ui.folding import holding

LOOKED_AT = 5_000
"""Entries from each end that tell which acts there are: a log has no end."""


class Filter(forms.Form):
    """Person, act, subject with its number, and days, all of which may be empty."""

    person = forms.CharField(label=_("Person"), required=False)
    act = forms.ChoiceField(label=_("Act"), required=False)
    subject = forms.ChoiceField(label=_("Subject"), required=False)
    number = forms.CharField(label=_("Its number"), required=False, max_length=60)
    since = DayField(label=_("Since"), required=False)
    until = DayField(label=_("Until"), required=False)

    def narrow(self, rows: QuerySet[Entry]) -> QuerySet[Entry]:
        """Those of `rows` that fit; call it before the form is shown: it also offers the acts that there are, by the newest and the oldest
        entries."""
        ends = [rows.order_by(way).values_list("act", "subject_type")[:LOOKED_AT] for way in ("-number", "number")]
        acts, kinds = (set(values) for values in zip(*(*ends[0], *ends[1]), strict=True)) if ends[0] else (set(), set())
        self._offer("act", rows, "act", acts, gettext)
        self._offer("subject", rows, "subject_type", kinds, kind)
        self.is_valid()
        for name, value in self.cleaned_data.items():
            if value:
                rows = rows.filter(CONDITIONS[name](value))
        return rows

    def _offer(self, name: str, rows: QuerySet[Entry], field: str, there: set[str], said: Callable[[str], str]) -> None:
        asked = self.data.get(name, "").replace("\0", "")
        if asked and asked not in there and rows.filter(**{field: asked}).exists():
            there.add(asked)
        offered: Any = self.fields[name]
        offered.choices = [("", _("all")), *((value, said(value)) for value in sorted(there))]


def _person(text: str) -> Q:
    people = get_user_model().objects.filter(holding(text, "name", "username"))
    return Q(by__in=people)


CONDITIONS: Mapping[str, Callable[[Any], Q]] = {
    "person": _person,
    "act": lambda act: Q(act=act),
    "subject": lambda kind: Q(subject_type=kind),
    "number": lambda number: Q(subject_id=number.strip()),
    "since": lambda day: Q(at__date__gte=day),
    "until": lambda day: Q(at__date__lte=day),
}
