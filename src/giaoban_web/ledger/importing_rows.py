"""Rows of text as the codes and numbers that the ledger stores: checked as `giaoban.exchange.figures` checks them, each piece only once.

A row of an import shares all but its numbers with many others. A row whose pieces were all accepted before is not looked at again beyond
its numbers; every other one goes through `figures.figure`, so that there is one truth of what a row may say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from giaoban.exchange import figures
from giaoban.exchange.figures import Figure
from giaoban.ledger import Cell
from giaoban.model import Period, Quantity, Refused
from giaoban_web.accounts.queries import granted_paths
from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
from giaoban_web.ledger.models import Indicator
from giaoban_web.ledger.rows import COLUMNS, amounts
from giaoban_web.places.models import Place

PLAIN = re.compile(r"(-?\d+)(?:\.(\d+))?")
ADDRESS = re.compile(r"([A-Z]{0,3})(\d+)")
MOST_DIGITS, LARGEST, LONGEST_UNIT = 18, 2**63, 60
Key = tuple[str, ...]
Version = tuple[date, date | None, int, bool]
"""Of a place: from, to, its id, and whether figures of it may be imported."""
Staged = tuple[int | None, ...]
"""place, line, period, unit (the last three as their number in `Names`), amount, amount_to, digits, bound, role, status, spot."""


@dataclass(slots=True)
class Names:
    """What the rows name, each with the number under which it is staged."""

    lines: dict[Key, int] = field(default_factory=dict)
    periods: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)


class Resolver:
    """Turns rows into staged ones for one person; each refused row says why."""

    def __init__(self, by: Any) -> None:
        self.names = Names()
        self._places = _versions(by)
        self._indicators = set(Indicator.objects.filter(retired_at=None).values_list("key", flat=True))
        self._words: dict[Key, tuple[int, int, int]] = {}
        self._periods: dict[str, Period] = {}
        self._days: dict[str, date | None] = {"": None}

    def staged(self, fields: Mapping[str, str], address: str) -> Staged:
        """The row as it is staged. Refused where it cannot be read, or names an indicator or a place that may not be."""
        get, names = fields.get, self.names
        series = (get("indicator", ""), get("measure", ""), get("base", ""), get("breakdown", ""))
        words, told, since = (get("bound", ""), get("role", ""), get("status", "")), get("period", ""), get("place_from", "")
        line, when, unit = names.lines.get(series), names.periods.get(told), names.units.get(get("unit", ""))
        number = PLAIN.fullmatch(get("value", ""))
        known = line is not None and when is not None and unit is not None and words in self._words and since in self._days
        if not known or number is None or get("value_to") or len(number[0]) > MOST_DIGITS:
            return self._looked_at(figures.figure(fields), series, words, address)
        place = self._place(get("place", ""), self._days[since], self._periods[told])
        decimals = number[2] or ""
        return place, line, when, unit, int(number[1] + decimals), None, len(decimals), *self._words[words], spot(address)

    def _looked_at(self, figure: Figure, series: Key, words: Key, address: str) -> Staged:
        cell, quantity, period = figure.cell, figure.quantity, figure.cell.period
        if period is None:
            raise Refused("figure-column-empty", column="period")
        if cell.indicator not in self._indicators:
            raise Refused("import-indicator-unknown", indicator=cell.indicator)
        if len(quantity.unit) > LONGEST_UNIT:
            raise Refused("figure-column-wrong", column="unit", value=quantity.unit)
        amount, amount_to, digits = _amounts(quantity)
        place = self._place(figure.place_code, figure.place_from, period)
        self._periods[period.text] = period
        if figure.place_from:
            self._days[figure.place_from.isoformat()] = figure.place_from
        self._words[words] = coded = (BOUNDS.index(quantity.bound), ROLES.index(figure.role), STATUSES.index(figure.status))
        line = self._line(series, cell)
        when = self.names.periods.setdefault(period.text, len(self.names.periods))
        unit = self.names.units.setdefault(quantity.unit, len(self.names.units))
        return place, line, when, unit, amount, amount_to, digits, *coded, spot(address)

    def _line(self, series: Key, cell: Cell) -> int:
        """The number of the series under its full name; under what the row wrote it is then known too."""
        full = (cell.indicator, cell.measure.value, cell.base, cell.breakdown)
        number = self.names.lines.setdefault(full, len(self.names.lines))
        self.names.lines[series] = number
        return number

    def _place(self, code: str, since: date | None, period: Period) -> int:
        versions = self._places.get(code)
        if not versions:
            raise Refused("import-place-unknown", place=code)
        chosen = next(_at(versions, since, period), None)
        if chosen is None:
            raise Refused("import-place-not-then", place=code, period=period)
        if not chosen[3]:
            raise Refused("import-place-not-yours", place=code)
        return chosen[2]


def spot(address: str) -> int:
    """Where in the source ("B7", or the bare number of a line) as an entry keeps it."""
    match = ADDRESS.fullmatch(address)
    if match is None:
        return 0
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return int(match[2]) * COLUMNS + min(column or 1, COLUMNS - 1)


def _amounts(quantity: Quantity) -> tuple[int, int | None, int]:
    told = [each for each in (quantity.value, quantity.value_to) if each is not None]
    if any(each.adjusted() > MOST_DIGITS or int(each.as_tuple().exponent) < -MOST_DIGITS for each in told):
        raise Refused("figure-too-large", value=quantity.value)
    amount, amount_to, digits = amounts(quantity)
    if any(abs(each) >= LARGEST for each in (amount, amount_to or 0)):
        raise Refused("figure-too-large", value=quantity.value)
    return amount, amount_to, digits


def _at(versions: list[Version], since: date | None, period: Period) -> Iterator[Version]:
    """The version meant: from the day told; else the one at the period's end, else the last one within the period."""
    if since is not None:
        yield from (each for each in versions if each[0] == since)
        return
    end = period.end_on
    for each in versions:
        if each[0] <= end and (each[1] is None or each[1] > end):
            yield each
    yield from (each for each in versions if each[0] <= end and each[1] is not None and each[1] > period.start_on)


def _versions(by: Any) -> dict[str, list[Version]]:
    """Every place by code, the latest version first."""
    allowed = tuple(granted_paths(by, "ledger.import"))
    found: dict[str, list[Version]] = {}
    for code, since, until, path, key in Place.objects.values_list("code", "valid_from", "valid_to", "path", "pk").order_by("-valid_from"):
        found.setdefault(code, []).append((since, until, key, path.startswith(allowed)))
    return found
