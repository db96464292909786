"""Places that a brief may be asked for by their words: one name is often borne by several, some of them no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import find_places, places_of
from giaoban_web.briefs import brief_entries, brief_gathering, brief_tasks
from giaoban_web.briefs.brief_composing import COMPOSING
from giaoban_web.ledger.models import Entry
from giaoban_web.places.models import Place
from giaoban_web.places.queries import fates
from giaoban_web.places.tree import Fate, became
from giaoban_web.records.models import Record

OFFERED = 12
ALL = 100
FILED = Exists(Entry.objects.filter(place=OuterRef("pk"))) | Exists(Record.objects.filter(place=OuterRef("pk")))
"""Whether anything that a brief tells of was filed under a place as it was called then."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A place of the name asked for, and what a brief on it would have to tell.

    place   as it is on the day, else as it was last
    before  what else it was called until then
    fate    what became of it, each step at its day; another name too
    stands  whether it is there on the day
    """

    place: Place
    before: Sequence[str]
    fate: Sequence[Fate]
    tasks: int
    figures: int
    findings: int
    stands: bool

    @property
    def known(self) -> int:
        return self.tasks + self.figures + self.findings


def named(user: Any, text: str, on: date) -> list[Place]:
    """Places where `user` may compose that had that code or name by that day, each once, as it was on it; one that was no more, as these
    words call it, else as it was called by what was last filed under it.

    Who bears exactly these words, with its kind or without, leaves out whoever only has them in a longer name; "phường An Sinh · 07090"
    leaves out whoever else bore that code.
    """
    words, _point, said = text.rpartition(" · ")
    found = list(find_places(places_of(user, COMPOSING), said).filter(valid_from__lte=on)[:ALL])
    asked = fold((words or said).strip())
    exact = [each for each in found if asked in (each.code, fold(each.name), each.folded)]
    paths = {each.path for each in exact or found}
    forms: dict[str, list[Place]] = {}
    for each in Place.objects.filter(path__in=paths, valid_from__lte=on).annotate(filed=FILED).order_by("valid_from"):
        forms.setdefault(each.path, []).append(each)
    return [_form(forms[path], asked, on) for path in sorted(forms)]


def _form(forms: Sequence[Any], asked: str, on: date) -> Place:
    """One of the forms that a unit had by that day, the earliest first."""
    last: Place = forms[-1]
    if last.valid_to is None or last.valid_to > on:
        return last
    called = [each for each in forms if each.folded == asked] or [each for each in forms if each.filed]
    return called[-1] if called else last


def bearers(user: Any, places: Sequence[Place], on: date) -> list[Bearer]:
    """The places to choose among, those of which most is known first."""
    few = places[:OFFERED]
    told = fates(few)
    found = [_bearer(user, each, on, became(told[each.pk])) for each in few]
    return sorted(found, key=lambda each: -each.known)


def only_known(found: Sequence[Place], told: Sequence[Bearer]) -> Place | None:
    """The one bearer that stands, if a brief would have nothing to tell of any other; None where one of them was not looked at."""
    standing, known = ([each.place for each in told if each.stands], [each.place for each in told if each.known])
    return known[0] if standing == known and len(known) == 1 and len(told) == len(found) else None


def _bearer(user: Any, place: Place, on: date, fate: Sequence[Fate]) -> Bearer:
    earlier = Place.objects.filter(path=place.path, valid_from__lt=place.valid_from).order_by("valid_from")
    before = [title for title in dict.fromkeys(each.title for each in earlier) if title != place.title]
    return Bearer(
        place,
        before,
        [each for each in fate if (each.change.after.path, each.change.after.title) != (place.path, place.title)],
        brief_tasks.count_of_place(user, place, on),
        brief_entries.count_of_place(user, place, on),
        brief_gathering.count_judged(user, place, on),
        place.valid_to is None or place.valid_to > on,
    )
