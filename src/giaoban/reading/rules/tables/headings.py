"""What the heading of a column says of the figures below it.

"Kế hoạch năm 2025"              target, 2025
"Năm 2024 · Thực hiện"           actual, 2024
"So với cùng kỳ (%)"             a comparison with the same period
"Hộ nghèo · Tỷ lệ (%)"           a share, in percent; of what, the words left say
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from giaoban.model import Period, Role
from giaoban.reading.rules.tables import wordings
from giaoban.reading.rules.tables.grid import NAMES, SERIAL, Table, is_figure
from giaoban.reading.rules.tables.times import Timed, timed
from giaoban.reading.rules.tables.units import DITTO, known, parted
from giaoban.reference.folding import fold


class Holds(StrEnum):
    """What a column holds."""

    FIGURES = "figures"
    COMPARISONS = "comparisons"
    NAMES = "names"
    PLACES = "places"
    PERIODS = "periods"
    UNITS = "units"
    SERIAL = "serial"
    OTHER = "other"


FIGURED = (Holds.FIGURES, Holds.COMPARISONS)
CUMULATED = re.compile(r"(?i)\b(?:lũy kế|luỹ kế|(?:tính )?từ đầu năm)(?: đến)?\b")
BASE = re.compile(r"(?i)\bso (?:với|sánh|cùng)\b|/")
"""What stands before it is compared with what stands after it."""
FOOTNOTE = re.compile(r"(?<=[\d%])\s*(?:\(\d\)|\(?\*{1,3}\)?|[¹²³⁴])$")
YEAR = re.compile(r"(?:19|20)\d\d")
SAMPLE = 40
"""Cells of a column that show what it holds."""
UNIT_LENGTH, SHORT = 24, 4


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds.

    name      what its figures count, where the heading says it
    period    as its heading says; None where it says none
    same      it is of the same period of the year before
    says      its heading names a role
    against   of a comparison, what it is with; of `moves` and `falls` one says how much more or less, not how much of it
    whole     its heading in one line
    """

    holds: Holds
    name: str = ""
    unit: str = ""
    role: Role = Role.ACTUAL
    period: Period | None = None
    same: bool = False
    says: bool = False
    against: str | None = None
    moves: bool = False
    falls: bool = False
    whole: str = ""


def columns(table: Table, year: str) -> list[Column]:
    """What each column holds; the first of words names the rows."""
    found: list[Column] = []
    for at in range(table.width):
        cells = [row.cells[at] for row in table.rows[:SAMPLE] if row.cells[at] and row.begins(at)]
        parts = table.heading(at)
        whole = " · ".join(parts)
        folded = fold(whole).strip(" .:")
        holds = _holds(folded, cells, year, after_figures=any(each.holds in FIGURED for each in found))
        if holds is not Holds.FIGURES or (_are_years(cells) and not parted(whole)[1]):
            found.append(Column(Holds.OTHER if holds is Holds.FIGURES else holds, whole=whole))
        else:
            found.append((_compared if wordings.COMPARED.search(folded) else _figures)(parts, whole, folded, year))
    return found


def _holds(folded: str, cells: Sequence[str], year: str, after_figures: bool) -> Holds:
    """What a column holds, by its heading and its cells; comparisons count as figures here."""
    if folded in SERIAL or (not folded and not any(len(cell) > SHORT for cell in cells)):
        return Holds.SERIAL
    if wordings.NEVER.match(folded) and not wordings.SAME.search(folded) and folded not in wordings.PERIODS:
        return Holds.OTHER
    if wordings.UNIT.match(folded) and _are_units(cells):
        return Holds.UNITS
    if folded in wordings.PERIODS and all(_timed_cell(cell, year) for cell in cells):
        return Holds.PERIODS
    if _numeric(cells):
        return Holds.FIGURES
    return Holds.OTHER if after_figures or any(map(is_figure, cells)) else _named(folded, cells)


def _named(folded: str, cells: Sequence[str]) -> Holds:
    if wordings.PLACES.match(folded):
        return Holds.PLACES
    return Holds.NAMES if NAMES.match(folded) or not cells or not all(map(is_place, cells)) else Holds.PLACES


def is_place(cell: str) -> bool:
    """Whether a cell names a place by its kind, or the whole of several."""
    return wordings.PLACE.match(fold(cell)) is not None or is_whole(cell)


def is_whole(cell: str) -> bool:
    """Whether a row, or a column, is of all places of the table together."""
    return wordings.WHOLES.match(fold(cell)) is not None


def _figures(parts: Sequence[str], whole: str, folded: str, year: str) -> Column:
    bare, unit = parted(whole)
    said = timed(bare, year)
    period, same = said.period, bool(wordings.SAME.search(folded))
    if period and wordings.YEAR_BEFORE.search(folded) and not YEAR.search(folded):
        same = True
    return Column(Holds.FIGURES, _left(parts, year), unit, _role(said), period, same, said.says, whole=whole)


def _role(said: Timed) -> Role:
    return Role.TARGET if not said.says and fold(said.rest).startswith(("chi tieu", "dinh muc")) else said.role


def _compared(parts: Sequence[str], whole: str, folded: str, year: str) -> Column:
    """A comparison; its period and role are those of what is compared, said before what it is compared with."""
    bare, unit = parted(whole)
    first = BASE.split(bare)[0]
    said = timed(first, year)
    against = _against(folded, said.period)
    unit = unit or ("%" if "%" in whole else "")
    moves, falls = bool(wordings.MOVES.search(folded)), bool(wordings.FALLS.search(folded))
    return Column(Holds.COMPARISONS, "", unit, said.role, said.period, False, said.says, against, moves, falls, whole)


def _against(folded: str, period: Period | None) -> str | None:
    """The base of a comparison as observations have it; None where the heading says none."""
    for words, base in BASES:
        if words.search(folded):
            return base
    found = wordings.AGAINST_YEAR.search(folded)
    year = int(found["y"]) if found else 0
    if not found or (period and year >= period.start_on.year):
        return None
    if period is None or year == period.start_on.year - 1:
        return "previous_year" if period is None or YEAR.fullmatch(period.text) else "same_period"
    return f"baseline_year:{year}"


BASES = (
    (wordings.AGAINST_PLAN, "plan"),
    (wordings.SAME, "same_period"),
    (wordings.PERIOD_BEFORE, "previous_period"),
    (wordings.YEAR_BEFORE, "previous_year"),
)


def _left(parts: Sequence[str], year: str) -> str:
    """The words of a heading that tell what is counted: without its unit, period and role."""
    kept = []
    for part in parts:
        rest = timed(parted(part)[0], year).rest
        rest = CUMULATED.sub("", rest).strip(" ·-–,:;/()")
        if (
            rest
            and not wordings.TOTALS.match(fold(rest))
            and not wordings.SAME.search(fold(rest))
            and not wordings.YEAR_BEFORE.search(fold(rest))
        ):
            kept.append(rest)
    return ": ".join(kept)


def _numeric(cells: Sequence[str]) -> bool:
    """Whether more of the cells are figures than are anything else; signs that there is none count for neither."""
    figures = sum(1 for cell in cells if is_figure(cell) or bare_year(cell) or noted(cell) != cell)
    others = sum(1 for cell in cells if any(map(str.isalpha, cell)) and not is_figure(noted(cell)))
    return figures > others


def noted(cell: str) -> str:
    """A cell without the mark of a footnote: "92 (*)", "2.572(1)"."""
    return FOOTNOTE.sub("", cell)


def bare_year(cell: str) -> bool:
    return YEAR.fullmatch(cell) is not None


def _are_years(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(bare_year, cells))


def _are_units(cells: Sequence[str]) -> bool:
    return all(
        known(cell) or cell.lower() in DITTO or (not any(map(str.isdigit, cell)) and len(cell) <= UNIT_LENGTH) for cell in cells
    ) and not any(map(is_place, cells))


def _timed_cell(cell: str, year: str) -> bool:
    return bare_year(cell) or timed(cell, year).period is not None
