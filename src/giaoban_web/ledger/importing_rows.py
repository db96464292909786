"""Rows of text as the codes and numbers that the ledger stores: checked as `giaoban.exchange.figures` checks them, each piece only once.

A row of an import shares all but its numbers with many others. A row whose pieces were all accepted before is not looked at again beyond
its numbers; every other one goes through `figures.figure`, so that there is one truth of what a row may say.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from giaoban.exchange import figures
from giaoban.exchange.figures import Figure
from giaoban.exchange.sheets.figures import CODE_BESIDE, same_code
from giaoban.ledger import Cell
from giaoban.ledger.apart import of_unit
from giaoban.ledger.checks.limits import Limits, Sure, limits_of
from giaoban.ledger.conversion import unit_for
from giaoban.model import Measure, Period, Quantity, Refused
from giaoban_web.accounts.queries import granted_paths
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
from giaoban_web.ledger.importing_naming import bearers, bears, coded
from giaoban_web.ledger.rows import COLUMNS, amounts
from giaoban_web.places.models import Place

PLAIN = re.compile(r"(-?\d+)(?:\.(\d+))?")
LETTERS, DIGITS = re.compile(r"[A-Z]{0,3}"), "0123456789"
MOST_DIGITS, LARGEST, LONGEST_UNIT = 18, 2**63, 60
COMMON = ("indicator", "measure", "base", "breakdown", "period", "unit", "bound", "role", "status", "place_from", "reported_on")
"""What many rows have in common: all but the place, the numbers and what is told for people."""
Key = tuple[str, ...]
Seen = tuple[tuple[int, int, int, int], tuple[int, int, int], Period, date | None, Limits | None, Sure]
Version = tuple[date, date | None, int, bool]
"""Of a place: from, to, its id, and whether figures of it may be imported."""
Staged = tuple[int | None, ...]
"""place, line, period, unit, report (the last four as their number in `Names`), amount, amount_to, digits, bound, role, status, spot."""


Doubts = Callable[[str, Refused], None]


def _silently(_address: str, _doubt: Refused) -> None:
    """Nobody asks."""


@dataclass(slots=True)
class Names:
    """What the rows name, each with the number under which it is staged.

    reports  the days on which figures were reported; None for the day on which the file was
    """

    lines: dict[Key, int] = field(default_factory=dict)
    periods: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    reports: dict[date | None, int] = field(default_factory=dict)


class Resolver:
    """Turns rows into staged ones for one person; each refused row says why, and `doubts` what is to be confirmed.

    titles  kind and name of each place by its id
    doubts  is told each doubt with the address of its row
    within  where the places are that a row may name instead of giving a code
    """

    def __init__(self, by: Any, doubts: Doubts = _silently, within: Place | None = None) -> None:
        self.names = Names()
        self._within = within
        self._places, self.titles = _versions(by)
        self._doubts = doubts
        self._named: set[tuple[int, str]] = set()
        self._last: dict[int, str] = {}
        self._strangers: dict[str, Refused] = {}
        self._indicators = catalogue.catalogue()
        self._seen: dict[tuple[str | None, ...], Seen] = {}

    def staged(self, fields: Mapping[str, str], address: str) -> Staged:
        """The row as it is staged. Refused where it cannot be read, or names an indicator or a place that may not be."""
        get = fields.get
        common = tuple(map(get, COMMON))
        seen, number = self._seen.get(common), PLAIN.fullmatch(get("value", ""))
        if seen is None or number is None or get("value_to") or len(number[0]) > MOST_DIGITS:
            return self._looked_at(figures.figure(fields), common, address, fields)
        named, words, period, since, limits, sure = seen
        place = self._place(get("place", ""), since, period)
        decimals = number[2] or ""
        amount = int(number[1] + decimals)
        if (said := get("place_name")) and self._last.get(place) != said:
            self._compare(place, said, get("place", ""), period, address)
        if beside := get(CODE_BESIDE):
            self._compare_code(place, beside, fields, period, address)
        if limits and not (ends := sure[len(decimals)])[0] <= amount <= ends[1]:
            self._beyond(figures.figure(fields), limits, address)
        return place, *named, amount, None, len(decimals), *words, spot(address)

    def _looked_at(self, figure: Figure, common: tuple[str | None, ...], address: str, fields: Mapping[str, str]) -> Staged:
        cell, quantity, period, names = self._cell(figure), figure.quantity, figure.cell.period, self.names
        if period is None:
            raise Refused("figure-column-empty", column="period")
        if len(quantity.unit) > LONGEST_UNIT:
            raise Refused("figure-column-wrong", column="unit", value=quantity.unit)
        amount, amount_to, digits = _amounts(quantity)
        place = self._place(figure.place_code, figure.place_from, period)
        series = (cell.indicator, cell.measure.value, cell.base, cell.breakdown)
        named = (
            names.lines.setdefault(series, len(names.lines)),
            names.periods.setdefault(period.text, len(names.periods)),
            names.units.setdefault(quantity.unit, len(names.units)),
            names.reports.setdefault(figure.reported_on, len(names.reports)),
        )
        words = BOUNDS.index(quantity.bound), ROLES.index(figure.role), STATUSES.index(figure.status)
        limits = limits_of(self._indicators[cell.indicator], cell.measure, quantity.unit)
        self._seen[common] = named, words, period, figure.place_from, limits, limits.sure() if limits else ()
        if figure.place_name:
            self._compare(place, figure.place_name, figure.place_code, period, address)
        if beside := fields.get(CODE_BESIDE):
            self._compare_code(place, beside, fields, period, address)
        if limits is not None:
            self._beyond(figure, limits, address)
        return place, *named, amount, amount_to, digits, *words, spot(address)

    def _cell(self, figure: Figure) -> Cell:
        """The cell of the figure's unit. Refused for an indicator that is not known, and for a level in a unit that it is not told in."""
        cell, unit = figure.cell, figure.quantity.unit
        known = self._indicators.get(cell.indicator)
        if known is None:
            raise Refused("import-indicator-unknown", indicator=cell.indicator)
        if unit and cell.measure is Measure.LEVEL and unit_for(unit, known) is None:
            raise Refused("unit-not-of-indicator", unit=unit, indicator=known.name, units=", ".join(known.units))
        return of_unit(cell, unit, self._indicators)

    def _unknown(self, code: str) -> Refused:
        """Why no place is found: no such code; or a name, told with the codes of the places that bear it."""
        if not any(sign.isalpha() for sign in code) or self._within is None:
            return Refused("import-place-unknown", place=code)
        if code not in self._strangers:
            found = bearers(code, self._within)
            several = Refused("import-place-several", place=code, places=coded(found))
            self._strangers[code] = several if found else Refused("import-place-not-named", place=code)
        return self._strangers[code]

    def _compare(self, place: int, said: str, code: str, period: Period, address: str) -> None:
        """Doubt, once for each, a row that is named otherwise than the place that bore its code then."""
        self._last[place] = said
        if (place, said) in self._named:
            return
        self._named.add((place, said))
        kind, name = self.titles[place]
        if not bears(kind, name, said):
            self._doubts(address, Refused("import-place-named-otherwise", said=said, of=code, period=period, place=f"{kind} {name}"))

    def _compare_code(self, place: int, beside: str, fields: Mapping[str, str], period: Period, address: str) -> None:
        """Doubt, once for each, a row whose name means another place than the code beside it."""
        said, code = fields.get("place_name", ""), fields.get("place", "")
        if same_code(beside, code) or (place, said + beside) in self._named:
            return
        self._named.add((place, said + beside))
        told = {"said": said, "of": code, "beside": beside, "place": " ".join(self.titles[place])}
        versions = next((several for known, several in self._places.items() if same_code(known, beside)), [])
        chosen = next(_at(versions, None, period), versions[0] if versions else None)
        if chosen is None:
            self._doubts(address, Refused("import-code-beside-unknown", **told))
        elif chosen[2] != place:
            self._doubts(address, Refused("import-code-beside-otherwise", **told, other=" ".join(self.titles[chosen[2]])))

    def _beyond(self, figure: Figure, limits: Limits, address: str) -> None:
        """Doubt a figure that cannot be."""
        told = self._indicators[figure.cell.indicator].name
        for code, limit in limits.broken(figure.quantity.value):
            self._doubts(address, Refused(code, indicator=told, value=figure.quantity, **limit))

    def _place(self, code: str, since: date | None, period: Period) -> int:
        if not code:
            raise Refused("figure-column-empty", column="place")
        versions = self._places.get(code)
        if not versions:
            raise self._unknown(code)
        chosen: Version | None = versions[0]
        if since is not None or chosen[1] is not None or chosen[0] > period.end_on:
            chosen = next(_at(versions, since, period), None)
        if chosen is None:
            raise Refused("import-place-not-then", place=code, period=period)
        if not chosen[3]:
            raise Refused("import-place-not-yours", place=code)
        return chosen[2]


def spot(address: str) -> int:
    """Where in the source ("B7", or the bare number of a line) as an entry keeps it; 0 for what is no such address."""
    letters = address.rstrip(DIGITS)
    line, column = address[len(letters) :], _column(letters)
    return int(line) * COLUMNS + column if line and column else 0


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The number of a column, as far as an entry keeps it; that of a bare line is 1."""
    if not LETTERS.fullmatch(letters):
        return 0
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return min(column or 1, COLUMNS - 1)


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


def _versions(by: Any) -> tuple[dict[str, list[Version]], dict[int, tuple[str, str]]]:
    """Every place by code, the latest version first; kind and name of each by its id."""
    allowed = tuple(granted_paths(by, "ledger.import"))
    found: dict[str, list[Version]] = {}
    titles: dict[int, tuple[str, str]] = {}
    wanted = Place.objects.values_list("code", "valid_from", "valid_to", "path", "pk", "kind", "name").order_by("-valid_from")
    for code, since, until, path, key, kind, name in wanted:
        found.setdefault(code, []).append((since, until, key, path.startswith(allowed)))
        titles[key] = kind, name
    return found, titles
