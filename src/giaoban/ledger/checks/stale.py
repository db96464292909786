"""An owner that has not reported for longer than the indicator's frequency allows."""

from collections.abc import Iterator
from datetime import date, timedelta

from giaoban.ledger.discrepancies import Discrepancy, Severity, said
from giaoban.ledger.entries import Entry
from giaoban.ledger.facts import Facts
from giaoban.reference.indicators import Frequency

CHECK = "stale"
WAYS = ("way-ask-owner", "way-enter", "way-explain")
ALLOWED = {Frequency.MONTH: timedelta(days=31 + 20), Frequency.QUARTER: timedelta(days=92 + 30), Frequency.YEAR: timedelta(days=366 + 90)}
"""From the end of the last period: one more period, and the days in which it is drawn up."""


def stale(facts: Facts) -> Iterator[Discrepancy]:
    """Indicators at places whose newest period lies too far back on the day of asking."""
    if facts.on is None:
        return
    for newest in _newest(facts).values():
        known, period = facts.indicator(newest.cell), newest.cell.period
        if known and period and (days := _late(period.end_on, known.frequency, facts.on)):
            values = said(indicator=known.name, period=period, days=days, on=facts.on)
            yield Discrepancy(CHECK, Severity.DOUBT, (newest,), "stale", values, cell=newest.cell, ways=WAYS)


def _newest(facts: Facts) -> dict[tuple[str, str], Entry]:
    found: dict[tuple[str, str], Entry] = {}
    for figure in facts.levels():
        cell = figure.cell
        last = found.get((cell.indicator, cell.place))
        if cell.period and (last is None or last.cell.period is None or cell.period.end_on > last.cell.period.end_on):
            found[cell.indicator, cell.place] = figure.entry
    return found


def _late(end_on: date, frequency: Frequency, on: date) -> int:
    """Days beyond what is allowed; 0 where it is still in time."""
    return max(0, (on - end_on - ALLOWED[frequency]).days)
