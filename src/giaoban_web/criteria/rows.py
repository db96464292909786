"""Sets and criteria as their pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import get_language

from giaoban.reference.criteria.finding import of_set, search
from giaoban.reference.criteria.tables import CriteriaSet, Criterion, Known, sets
from giaoban.reference.indicators import catalogue
from giaoban_web.criteria import words
from giaoban_web.ui import printed

MOST = 200


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set, and what of it the tables hold: criteria, contents that ask for something, rows of both, and how many are verified by name."""

    set: CriteriaSet
    in_force: bool
    criteria: int
    contents: int
    held: int
    verified: int

    @property
    def level(self) -> Any:
        return words.LEVELS[self.set.level]

    @property
    def tier(self) -> Any:
        return words.TIERS[self.set.tier]

    @property
    def note(self) -> str:
        """In the reader's language."""
        return self.set.note_en if (get_language() or "").startswith("en") else self.set.note

    @property
    def last_day(self) -> date:
        return self.set.valid_to - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ground:
    """Thresholds in words that are known on the same ground; `ground` says which, "" where they are verified."""

    said: Sequence[str]
    ground: Any
    tone: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion, what it asks for in words, and what of that is known on what ground."""

    criterion: Criterion
    thresholds: Sequence[Ground]

    @property
    def set(self) -> CriteriaSet:
        return sets()[self.criterion.set]

    @property
    def said(self) -> str:
        return words.said(self.criterion)

    @property
    def anchor(self) -> str:
        return words.anchor(self.criterion)

    @property
    def asked(self) -> Any:
        return words.asked(self.criterion)

    @property
    def named(self) -> Any:
        return "" if self.criterion.verified else words.KNOWN[self.criterion.named]

    @property
    def unknown(self) -> Any:
        """A sentence where it is not known what must be reached; "" where it is."""
        found = self.thresholds or self.asked or self.criterion.asks is None
        return "" if found else words.KNOWN[Known.UNKNOWN]

    @property
    def sources(self) -> list[str]:
        """Whose pages were read; their addresses in full are told by the API."""
        return list(dict.fromkeys(urlsplit(address).netloc.removeprefix("www.") for address in self.criterion.source.split()))

    @property
    def indicators(self) -> list[tuple[str, str]]:
        return [(key, printed.named(catalogue()[key].name)) for key in self.criterion.indicators]


def set_row(each: CriteriaSet, on: date) -> SetRow:
    """One set with how many criteria it has, how many ask for something, and how many were verified."""
    held = of_set(each.id)
    top, asking = sum(not one.above for one in held), sum(one.asks is not None for one in held)
    return SetRow(each, each.in_force(on), top, asking, len(held), sum(one.verified for one in held))


def row_of(each: Criterion) -> CriterionRow:
    """With its thresholds in words, those that are verified first."""
    told: dict[Known, list[str]] = {}
    for one in _merged(each):
        told.setdefault(one.known, []).append(words.threshold(each, one))
    grounds = [
        Ground(said, "" if known is Known.VERIFIED else words.KNOWN[known], words.TONES[known])
        for known in Known
        if (said := told.get(known))
    ]
    return CriterionRow(each, grounds)


def rows_found(text: str, on: date) -> list[CriterionRow]:
    """The criteria that fit these words best, of sets in force on the day first."""
    return [row_of(each) for each in search(text, on)[:MOST]]


def _merged(each: Criterion) -> Sequence[Any]:
    """One line where every region asks for the same on the same ground."""
    first = each.thresholds[:1]
    alike = {(one.year, one.value, one.known) for one in each.thresholds}
    whole = first and first[0].where == "chung" and len(alike) == 1
    return first if whole else each.thresholds
