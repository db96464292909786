"""What the checks look at: the standing entries of some cells, found by what they measure; every figure as an interval in one unit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from giaoban.documents.quotes import Quote
from giaoban.ledger.apart import of_unit
from giaoban.ledger.cells import Cell
from giaoban.ledger.conversion import told, unit_for
from giaoban.ledger.entries import Entry, InDocument
from giaoban.ledger.intervals import Interval, printed, printed_change
from giaoban.ledger.periods import Months, canonical, months
from giaoban.ledger.standing import Choice, standing
from giaoban.model import Measure, Period, Quantity, Role
from giaoban.reference.indicators import Catalogue, Indicator, catalogue

Key = tuple[Cell, Role]


@dataclass(frozen=True, slots=True)
class Figure:
    """A standing entry in the unit in which its indicator is compared.

    cell  of the entry, told apart from figures in units that it cannot be told in (`apart`)
    tens  by which the printed number was moved to that unit
    open  what its printing leaves open, in that unit: closing noughts mean something only as they were printed
    """

    entry: Entry
    cell: Cell
    quantity: Quantity
    tens: int
    open: Interval

    @property
    def value(self) -> Decimal:
        return self.quantity.value


@dataclass(frozen=True, slots=True)
class Series:
    """Levels of one indicator at one place over the same months of different years, the earliest first."""

    indicator: str
    place: str
    breakdown: str
    figures: tuple[Figure, ...]


class Facts:
    """Entries with what is known around them.

    choices    what persons chose to stand, by cell and role
    members    the places that make up a place, by its key
    counts     how many units of a kind a place has, by place and dimension: ("p", "commune") → 21
    on         the day of asking; without it nothing is stale
    sentences  those in which figures of records stand, as far as they are at hand
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        indicators: Catalogue | None = None,
        *,
        choices: Mapping[Key, Choice] | None = None,
        members: Mapping[str, Sequence[str]] | None = None,
        counts: Mapping[tuple[str, str], int] | None = None,
        on: date | None = None,
        sentences: Mapping[InDocument, Quote] | None = None,
    ) -> None:
        self.indicators = catalogue() if indicators is None else indicators
        self.sentences: Mapping[InDocument, Quote] = sentences or {}
        self.members, self.counts, self.on = members or {}, counts or {}, on
        self.reports: dict[Key, list[Entry]] = defaultdict(list)
        for entry in entries:
            self.reports[_usual(self._cell(entry)), entry.role].append(entry)
        self.figures = {key: self.figure(self._standing(key, several, choices or {})) for key, several in self.reports.items()}

    def indicator(self, cell: Cell) -> Indicator | None:
        return self.indicators.get(cell.indicator)

    def name(self, entry: Entry) -> str:
        """The indicator's name for people: the catalogue's, else as written."""
        known = self.indicator(entry.cell)
        return known.name if known else entry.wording or entry.cell.indicator.lstrip("?")

    def figure(self, entry: Entry) -> Figure:
        """The entry in its indicator's unit, or as it is where it fits none."""
        known = self.indicator(entry.cell)
        quantity = entry.quantity
        if known and entry.cell.measure is Measure.LEVEL and unit_for(quantity.unit, known):
            quantity = told(quantity, known)
        tens = quantity.value.adjusted() - entry.quantity.value.adjusted()
        moves = entry.cell.measure is Measure.CHANGE or bool(known and known.growth_of)
        opened = printed_change(entry.quantity) if moves else printed(entry.quantity)
        return Figure(entry, self._cell(entry), quantity, tens, opened.shifted(tens))

    def find(self, cell: Cell, role: Role = Role.ACTUAL, **changed: object) -> Figure | None:
        """The standing figure of `cell`, or of the cell that differs from it in what is named."""
        wanted = replace(cell, **changed) if changed else cell  # type: ignore[arg-type]
        return self.figures.get((_usual(wanted), role))

    def levels(self, role: Role = Role.ACTUAL) -> Iterator[Figure]:
        """Every standing level."""
        for (cell, its), figure in self.figures.items():
            if its is role and cell.measure is Measure.LEVEL:
                yield figure

    def compared(self, measure: Measure, roles: Collection[Role] = (Role.ACTUAL,)) -> Iterator[tuple[Figure, Figure]]:
        """(level, change or attainment) of the same cell, also where an indicator of its own tells the growth of another.

        Each comparison goes with the figure it was told of; where none was, with the one that stands.
        """
        for (cell, role), several in self.reports.items():
            known = self.indicator(cell)
            if role not in roles:
                continue
            if cell.measure is measure:
                whose = replace(cell, measure=Measure.LEVEL, base="")
            elif measure is Measure.CHANGE and known and known.growth_of and cell.measure is Measure.LEVEL:
                whose = replace(cell, indicator=known.growth_of)
            else:
                continue
            for entry in several:
                if level := self._told_of(entry, whose):
                    yield level, self.figure(entry)

    def _told_of(self, entry: Entry, whose: Cell) -> Figure | None:
        own = [each for each in self.reports.get((whose, entry.role), ()) if each.source == entry.source]
        if own:
            return self.figure(own[0])
        key = (_usual(self._cell(entry)), entry.role)
        return self.find(whose, entry.role) if self.figures[key].entry is entry else None

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Every series of levels that has a period, in the order in which its cells came."""
        found: dict[tuple[str, str, str, Months], dict[Months, Figure]] = defaultdict(dict)
        for figure in self.levels():
            cell = figure.cell
            if cell.period and (its := months(cell.period)):
                january = its[0] - its[0] % 12
                found[cell.indicator, cell.place, cell.breakdown, (its[0] - january, its[1] - january)][its] = figure
        return tuple(
            Series(indicator, place, breakdown, tuple(figure for _when, figure in sorted(figures.items(), key=lambda each: each[0])))
            for (indicator, place, breakdown, _shape), figures in found.items()
        )

    def _cell(self, entry: Entry) -> Cell:
        return of_unit(entry.cell, entry.quantity.unit, self.indicators)

    @staticmethod
    def _standing(key: Key, several: Sequence[Entry], choices: Mapping[Key, Choice]) -> Entry:
        if len(several) == 1:
            return several[0]
        usual = [replace(each, cell=key[0]) for each in several]
        return several[usual.index(standing(usual, choices.get(key)))]


def _usual(cell: Cell) -> Cell:
    period = cell.period
    usual = canonical(period) if period else period
    return cell if usual is period or usual == period else replace(cell, period=usual)


def when(cell: Cell) -> Period | str:
    """The period for a sentence; a dash where there is none."""
    return cell.period or "—"


def stretch(figure: Figure) -> Months:
    """The months of a figure of a series; ValueError for one whose period is not of whole months."""
    found = months(figure.cell.period) if figure.cell.period else None
    if found is None:
        raise ValueError("a figure of a series has a period of whole months")
    return found


def start(figure: Figure) -> int:
    """The first month of a figure of a series."""
    return stretch(figure)[0]
