"""The list of records: how it is narrowed, sorted and taken away."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from giaoban.reference.abbreviations import written_out
from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import find_places
from giaoban_web.places.models import Place
from giaoban_web.records.models import Record
from giaoban_web.ui.fields import DayField
from giaoban_web.ui.filters import Filter

SORTABLE = {
    "put_in": ("put_in_at",),
    "name": ("title", "name"),
    "place": ("place__path",),
    "meeting": ("meeting__held_on",),
    "left": ("left",),
}
OPEN, DONE = "open", "done"


class RecordFilter(Filter):
    """All fields may be empty; what is not understood is left out."""

    q = forms.CharField(label=_("Words of title or file name"), required=False)
    place = forms.CharField(
        label=_("Name or code of the place"), required=False, max_length=120, widget=forms.TextInput(attrs={"size": 18})
    )
    since = DayField(label=_("Since"), required=False)
    until = DayField(label=_("Until"), required=False)
    state = forms.ChoiceField(
        label=_("Confirmation"), required=False, choices=[("", _("all")), (OPEN, _("still to confirm")), (DONE, _("all decided"))]
    )


def narrowed(records: QuerySet[Record], form: RecordFilter) -> QuerySet[Record]:
    """The records that the form asks for."""
    asked = form.cleaned_data
    if asked.get("place"):
        records = records.filter(_under(asked["place"]))
    if asked.get("since") or asked.get("until"):
        records = records.annotate(about=Coalesce("meeting__held_on", "published_on"))
        bounds = {"about__gte": asked.get("since"), "about__lte": asked.get("until")}
        records = records.filter(**{name: day for name, day in bounds.items() if day})
    if asked.get("state"):
        records = records.filter(left__gt=0) if asked["state"] == OPEN else records.filter(left=0)
    if asked.get("q"):
        records = records.filter(pk__in=_named(records, asked["q"]))
    return records


def _under(written: str) -> Q:
    """Records filed under a place of that code or whose name holds these words, or under what lies below it."""
    named = find_places(Place.objects.all(), written).values_list("path", flat=True)
    condition = Q(pk__in=[])
    for path in set(named):
        condition |= Q(place__path__startswith=path)
    return condition


def _named(records: QuerySet[Record], words: str) -> list[int]:
    """Keys of the records whose title or file name holds all the words, as typed or with abbreviations in full, accents ignored."""
    wanted = [fold(each).split() for each in (words, written_out(words))]
    named = ((key, fold(f"{title} {name}")) for key, title, name in records.order_by().values_list("pk", "title", "name"))
    return [key for key, held in named if any(all(word in held for word in way) for way in wanted)]


def header() -> list[str]:
    """The columns of the list of records."""
    return [
        _now("Record"),
        _now("File name"),
        _now("Filed under"),
        _now("Meeting"),
        _now("Put in"),
        _now("By"),
        _now("Finds"),
        _now("Still to confirm"),
        "SHA-256",
    ]


def rows(records: Iterable[Record]) -> Iterable[list[Any]]:
    """Records as rows of a sheet."""
    for each in records:
        held_on = each.meeting.held_on if each.meeting else None
        yield [str(each), each.name, str(each.place), held_on, each.put_in_at, str(each.put_in_by), each.total, each.left, each.sha256]
