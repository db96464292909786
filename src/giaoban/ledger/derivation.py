"""Figures that nobody reported but that follow from standing ones: formula indicators, and the single quarter of cumulative periods.

GRDP and population of a year                       GRDP per head
six months and the first quarter of the same year   the second quarter
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from giaoban.ledger.cells import Cell
from giaoban.ledger.entries import Entry
from giaoban.ledger.facts import Facts
from giaoban.ledger.formulas import worked_out
from giaoban.ledger.periods import derived, months, named
from giaoban.model import Refused
from giaoban.reference.indicators import Indicator, Nature

QUARTER = 3
"""Months."""


def derivations(facts: Facts) -> tuple[Entry, ...]:
    """For each indicator and place the newest figure that can be made and is not reported; its source says of which entries it is made.

    What the rules refuse (bounds that do not add, a unit that does not fit) is left out: it could not be said truly.
    """
    return (*_by_formula(facts), *_quarters(facts))


def _by_formula(facts: Facts) -> Iterator[Entry]:
    for indicator in facts.indicators.values():
        if indicator.formula:
            above, below = _levels(facts, indicator.formula.numerator), _levels(facts, indicator.formula.denominator)
            for cell, newest in _newest({cell: entry for cell, entry in above.items() if cell in below}.values()).items():
                if facts.find(newest.cell, indicator=indicator.id) is None:
                    yield from _made_by(indicator, newest, below[cell])


def _made_by(indicator: Indicator, above: Entry, below: Entry) -> Iterator[Entry]:
    try:
        yield worked_out(indicator, above, below)
    except Refused:
        return


def _quarters(facts: Facts) -> Iterator[Entry]:
    series: dict[Cell, list[Entry]] = defaultdict(list)
    for figure in facts.levels():
        known, cell = facts.indicator(figure.cell), figure.cell
        if known and known.nature is Nature.FLOW and cell.period and months(cell.period):
            series[replace(cell, period=None)].append(figure.entry)
    for several in series.values():
        for newest in _newest(several).values():
            yield from _last_quarter(facts, newest, several)


def _last_quarter(facts: Facts, newest: Entry, series: list[Entry]) -> Iterator[Entry]:
    """The last three months of a longer period, where they are not reported themselves."""
    stretch = months(newest.cell.period) if newest.cell.period else None
    known = facts.indicator(newest.cell)
    if known is None or stretch is None or stretch[1] - stretch[0] <= QUARTER or stretch[1] % QUARTER:
        return
    wanted = named((stretch[1] - QUARTER, stretch[1]))
    if facts.find(newest.cell, period=wanted) is None:
        try:
            yield derived(wanted, series, known)
        except Refused:
            return


def _levels(facts: Facts, indicator: str) -> dict[Cell, Entry]:
    """The standing levels of an indicator, by their cell without it; those left out that were entered under another."""
    found = (figure for figure in facts.levels() if figure.cell.indicator == indicator and figure.cell.period)
    return {replace(figure.cell, indicator=""): figure.entry for figure in found if figure.cell == figure.entry.cell}


def _newest(entries: Iterable[Entry]) -> dict[Cell, Entry]:
    """Of each place and breakdown the entry whose period ends last, of those the longest; by its cell without indicator."""
    found: dict[Cell, Entry] = {}
    for each in entries:
        key = replace(each.cell, indicator="", period=None)
        if key not in found or _ends(each) > _ends(found[key]):
            found[key] = each
    return {replace(each.cell, indicator=""): each for each in found.values()}


def _ends(entry: Entry) -> tuple[int, int]:
    """When its period ends, and how long it is, in days."""
    period = entry.cell.period
    return (period.end_on.toordinal(), (period.end_on - period.start_on).days) if period else (0, 0)
