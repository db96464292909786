"""What the labels of a sheet's rows name: places of the register, or indicators of the catalogue."""

import re
from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from giaoban.exchange.sheets.layout import INDICATORS
from giaoban.ledger.matching import Matcher
from giaoban.reference.folding import fold
from giaoban_web.ledger import catalogue
from giaoban_web.places.kinds import LEVELS, LOWEST_LEVEL, Kind
from giaoban_web.places.models import Place
from giaoban_web.places.names import take_apart
from giaoban_web.places.queries import match


def bears(kind: str, name: str, said: str) -> bool:
    """Whether a row named `said` can be the place of that kind and name: its words are there, and no kind of another level before them."""
    named, words = take_apart(said), f" {fold(said)} "
    if not named.name:
        return named.kind == kind
    if f" {fold(name)} " not in re.sub(r"[^\w ]", " ", words):
        return False
    return named.kind is None or named.entire == fold(name) or _level(named.kind) == _level(kind)


def bearers(said: str, within: Place) -> list[Place]:
    """The places that a row named `said` may mean, in or around `within`: several, or none, where its name alone does not tell."""
    named = take_apart(said)
    if not named.name:
        return []
    kinds = [named.kind] if named.kind else list(Kind)
    folded = {*(f"{fold(kind)} {named.name}" for kind in kinds), *(f"{fold(kind)} {named.entire}" for kind in Kind)}
    around = Q(path__startswith=within.path) | Q(path__in=within.paths_above)
    return list(Place.objects.filter(around, folded__in=folded).order_by("code", "valid_from"))


def coded(places: Iterable[Place]) -> str:
    """Places with their codes: "xã An Sinh (07093, until 01/07/2025) · phường Đông Triều (07093)"."""
    return " · ".join(f"{place} ({', '.join((place.code, *_ended(place)))})" for place in places)


def _ended(place: Place) -> list[str]:
    return [_("until %(on)s") % {"on": date_format(place.last_day, "SHORT_DATE_FORMAT")}] if place.last_day else []


def _level(kind: str) -> int:
    """Of a kind by itself: a city may be of the first level or the second, so the two are one here."""
    return max(2, LEVELS.get(Kind(kind), LOWEST_LEVEL))


class Naming:
    """Gives the code of the place, or the key of the indicator, that a label names; empty where that is not sure. Asks once for each."""

    def __init__(self, rows: str, within: Place, on: date) -> None:
        self._matcher = Matcher(catalogue.catalogue(), catalogue.learned()) if rows == INDICATORS else None
        self._within, self._on = within, on
        self._known: dict[str, str] = {}

    def __call__(self, label: str) -> str:
        if label not in self._known:
            self._known[label] = self._indicator(label) if self._matcher else self._place(label)
        return self._known[label]

    def _indicator(self, label: str) -> str:
        found = self._matcher.match(label) if self._matcher else ()
        return found[0].indicator if found and found[0].sure else ""

    def _place(self, label: str) -> str:
        found = match(label, self._within, self._on) or match(label, self._within)
        return found.code if found else ""
