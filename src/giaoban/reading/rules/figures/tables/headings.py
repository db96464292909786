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
from giaoban.reading.rules.figures.tables import wordings
from giaoban.reading.rules.figures.tables.grid import NAMES, SERIAL, Row, Table, is_figure
from giaoban.reading.rules.figures.tables.times import Timed, masked, through, timed
from giaoban.reading.rules.figures.tables.units import DITTO, known, parted
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
FEW = 2
"""So few words left of a plan or of what is done need its name: kế hoạch vốn."""
PERIOD_WORDS = re.compile(
    r"(?i)\b(?:năm|tháng|quý|(?:cùng )?kỳ)?\s*\d[\d/.-]*\b(?:\s*(?:tháng|quý)(?:\s+(?:đầu|cuối))?(?:\s+năm)?(?:\s+\d{4})?)?"
)
OF_WHICH = re.compile(r"^[Tt]rong đó\s*:?\s*")
AIMS = ("chi tieu", "dinh muc", "quy dinh", "muc quy dinh", "yeu cau")
"""How headings begin, folded, over what is to be reached."""
EMPTY = (wordings.TOTALS, wordings.SAME, wordings.YEAR_BEFORE, wordings.NOW)
"""Words that are left and tell nothing of what is counted."""
UNFINISHED = re.compile(r"(?i)[\s,(–-]+(?:(?:tính )?(?:đến|hết)|từ|trong|ngày|vào)(?: ngày)?$")
"""What is left before a date that was taken away."""
CUMULATED = re.compile(r"(?i)\b(?:lũy kế|luỹ kế|cộng dồn|(?:tính )?từ đầu năm)(?: đến)?\b")
BASE = re.compile(r"(?i)\bso\b(?: (?:với|sánh)\b)?|/(?!(?:(?<=\D\d/)|(?<=\D\d\d/)|(?<=[ivt]/))(?:19|20)\d\d)")
"""What stands before it is compared with what stands after it."""
LEAD = re.compile(r"(?i)^\s*(?:so sánh|so với|tỷ lệ|tỉ lệ)(?: với)?\b\W*")
FOOTNOTE = re.compile(r"(?<=[\d%])\s*(?:\(\d\)|\(?\*{1,3}\)?|[¹²³⁴])$")
YEAR = re.compile(r"(?:19|20)\d\d")
MALE = "nam"
"""Told from a year by its accent alone."""
ANY_YEAR = "2000"
SAMPLE = 40
"""Cells of a column that show what it holds."""
UNIT_LENGTH, SERIAL_LENGTH, SHORT = 24, 9, 4
"""Signs of a unit, of a row's number, and of what stands in a column without a heading that only numbers the rows, at most."""


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
        holds = _holds(whole if whole.lower() == MALE else folded, cells, year, after_figures=any(each.holds in FIGURED for each in found))
        if holds is not Holds.FIGURES or (_are_years(cells) and not parted(whole)[1]):
            found.append(Column(Holds.OTHER if holds is Holds.FIGURES else holds, whole=whole))
        else:
            found.append((_compared if wordings.COMPARED.search(masked(folded)) else _figures)(parts, whole, folded, year))
    return found


def _holds(folded: str, cells: Sequence[str], year: str, after_figures: bool) -> Holds:
    """What a column holds, by its heading and its cells; comparisons count as figures here."""
    if folded in SERIAL or (not folded and not any(len(cell) > SHORT for cell in cells)):
        return Holds.SERIAL
    if wordings.NEVER.match(folded) and not wordings.SAME.search(folded) and folded not in wordings.PERIODS:
        return Holds.OTHER
    if wordings.UNIT.match(folded) and _are_units(cells):
        return Holds.UNITS
    if folded in wordings.PERIODS and all(period_of(folded, cell, year or ANY_YEAR) for cell in cells):
        return Holds.PERIODS
    if _numeric(cells):
        return Holds.FIGURES
    return Holds.OTHER if after_figures or any(map(is_figure, cells)) else _named(folded, cells)


def _named(folded: str, cells: Sequence[str]) -> Holds:
    if wordings.PERSONS.match(folded):
        return Holds.OTHER
    if wordings.PLACES.match(folded):
        return Holds.PLACES
    return Holds.NAMES if NAMES.match(folded) or not cells or not all(map(is_place, cells)) else Holds.PLACES


def fits(row: Row, held: Sequence[Column]) -> bool:
    """Whether the cells of a row are such as their columns hold; of one that was set askew nothing is read."""
    told = [(column.holds, cell) for column, cell in zip(held, row.cells, strict=True) if cell]
    askew = (is_figure(cell) for holds, cell in told if holds is Holds.UNITS)
    serial = (at for at, column in enumerate(held) if column.holds is Holds.SERIAL)
    numbered = (len(row.cells[at]) <= SERIAL_LENGTH or at + 1 == len(held) or not row.begins(at + 1) for at in serial)
    return not any(askew) and all(numbered)


def is_place(cell: str) -> bool:
    """Whether a cell names a place by its kind, or the whole of several."""
    return wordings.PLACE.match(fold(cell)) is not None or is_whole(cell)


def is_whole(cell: str) -> bool:
    """Whether a row, or a column, is of all places of the table together."""
    return wordings.WHOLES.match(fold(cell)) is not None


def _figures(parts: Sequence[str], whole: str, folded: str, year: str) -> Column:
    bare, unit = parted(whole)
    said = timed(bare, year)
    period, same = said.period and through(said.period, bare), bool(wordings.SAME.search(folded))
    same = same or bool(wordings.YEAR_BEFORE.search(folded) and not YEAR.search(folded))
    return Column(Holds.FIGURES, _left(parts, year), unit, _role(said), period, same, said.says, whole=whole)


def _role(said: Timed) -> Role:
    return Role.TARGET if not said.says and fold(said.rest).startswith(AIMS) else said.role


def _compared(parts: Sequence[str], whole: str, folded: str, year: str) -> Column:
    """A comparison; its period and role are those of what is compared, said before what it is compared with."""
    bare, unit = parted(whole)
    first, *rest = _sides(bare)
    said = timed(first, year)
    if said.role is Role.TARGET and not said.period:
        said = Timed(said.rest, said.period)
    against = _against(folded, said.period, timed(rest[-1], year).period if rest else None, year)
    unit = unit or ("%" if "%" in whole else "")
    moves, falls = bool(wordings.MOVES.search(folded)), bool(wordings.FALLS.search(folded))
    return Column(Holds.COMPARISONS, "", unit, said.role, said.period, False, said.says, against, moves, falls, whole)


def _sides(bare: str) -> list[str]:
    """What is compared, and what it is compared with; the first is empty where only the other is named."""
    told = LEAD.sub("", bare, count=1)
    sides = BASE.split(told)
    return ["", told] if len(sides) == 1 and told != bare else sides


def _against(folded: str, period: Period | None, base: Period | None, year: str) -> str | None:
    """The base of a comparison as observations have it; None where the heading says none."""
    if said := next((name for words, name in BASES if words.search(folded)), None):
        return said
    now = period.start_on.year if period else int(year or 0)
    if base is None or base == period or base.start_on.year > now:
        return None
    if base.start_on.year == now:
        return "previous_period"
    if base.start_on.year < now - 1:
        return f"baseline_year:{base.start_on.year}"
    return "previous_year" if YEAR.fullmatch(base.text) else "same_period"


BASES = (
    (wordings.AGAINST_PLAN, "plan"),
    (wordings.SAME, "same_period"),
    (wordings.PERIOD_BEFORE, "previous_period"),
    (wordings.YEAR_BEFORE, "previous_year"),
    (wordings.SINCE_YEAR, "previous_year"),
)


def _left(parts: Sequence[str], year: str) -> str:
    """The words of a heading that tell what is counted: without its unit, period and role."""
    kept = []
    for part in (part for part in parts if not wordings.DIVIDES.match(fold(part))):
        bare = OF_WHICH.sub("", CUMULATED.sub("", parted(part)[0]), count=1)
        said = timed(bare, year)
        few = said.says and (len(said.rest.split()) <= FEW or not said.leads)
        rest = UNFINISHED.sub("", _undated(bare) if few else said.rest)
        noise = wordings.NOISE.match(fold(said.rest)) and said.rest.lower() != MALE
        if not noise and not any(words.search(fold(left)) for words in EMPTY for left in (rest, said.rest)):
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
    """Whether a cell holds a year and nothing else."""
    return YEAR.fullmatch(cell) is not None


def _are_years(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(bare_year, cells))


def _are_units(cells: Sequence[str]) -> bool:
    return all(
        known(cell) or cell.lower() in DITTO or (not any(map(str.isdigit, cell)) and len(cell) <= UNIT_LENGTH) for cell in cells
    ) and not any(map(is_place, cells))


def period_of(heading: str, cell: str, year: str) -> Period | None:
    """The period that a cell names under its heading: "2024", "Quý I", or 3 under "Tháng"."""
    return timed(cell, year).period or timed(f"{heading} {cell}", year).period


def _undated(part: str) -> str:
    """A part of a heading without its period, its role kept: "Kế hoạch vốn"."""
    return " ".join(PERIOD_WORDS.sub("", part).split()).strip(" ·-–,:;/()")
