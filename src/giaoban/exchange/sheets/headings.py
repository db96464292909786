"""Which rows of a sheet are its headings, and what they say of each column."""

import re
from collections.abc import Mapping

from giaoban.exchange.sheets.grid import Cells, Grid
from giaoban.exchange.sheets.periods import timed
from giaoban.model import Refused
from giaoban.reading.rules.figures.tables.numbers import told

UNIT = re.compile(r"\((?:đvt|đơn vị(?: tính)?)?\s*:?\s*([^()]{1,30})\)|(?:đvt|đơn vị(?: tính)?)\s*:\s*([^()·;]{1,30})", re.IGNORECASE)
COUNTER = re.compile(r"[(\[]?\s*(?P<sign>\d{1,2}|[A-Za-z])\s*[)\]]?\s*(?:=.*)?")
"""A cell that numbers its column: A · 1 · (2) · (5)=(4)/(3)."""
SERIAL = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2})[.)]?")
"""The number of a group of rows."""
HEADER_ROWS, TITLE_ROWS, FEWEST_COUNTED = 4, 12, 3


def header(grid: Grid) -> tuple[int, int]:
    """First and last row of the headings: above the first row of numbers, down from where a line first has two cells of its own.

    The title of the first group of rows ("KHỐI PHƯỜNG") is none of them. Refused without numbers (`sheet-no-figures`) and without
    headings (`sheet-no-headings`).
    """
    first = next((at for at in sorted(grid.rows) if _is_data(grid, at)), None)
    if first is None:
        raise Refused("sheet-no-figures")
    above = [at for at in sorted(grid.rows) if first - TITLE_ROWS <= at < first and len(set(grid.heading(at).values())) > 1]
    kept = [at for at in above if at >= first - HEADER_ROWS and not _is_group(grid, at, first)]
    if not kept:
        raise Refused("sheet-no-headings", row=first)
    groups = [at for at in grid.rows if kept[-1] < at < first and _is_group(grid, at, first)]
    return kept[0], max(kept[-1], min([first, *groups]) - 1)


def headings_of(grid: Grid, rows: tuple[int, int]) -> dict[int, str]:
    """The heading of each column, those of several rows in one: "Năm 2020 · Quý I". What only numbers the columns says nothing."""
    told_in = [grid.heading(at) for at in range(rows[0], rows[1] + 1) if not _numbers_columns(grid.rows.get(at, {}))]
    numbers = sorted({number for row in told_in for number in row} | {number for row in grid.rows.values() for number in row})
    return {number: " · ".join(dict.fromkeys(row[number] for row in told_in if number in row)) for number in numbers}


def unit_of(heading: str) -> tuple[str, str]:
    """The heading without its unit, and the unit: ("Giá trị sản xuất", "tỷ đồng")."""
    for match in UNIT.finditer(heading):
        unit = (match[1] or match[2]).strip()
        if not timed(unit).period:
            return " ".join((heading[: match.start()] + heading[match.end() :]).split()).strip(" ·"), unit
    return heading, "%" if heading.rstrip().endswith("%") else ""


def is_number(text: str) -> bool:
    """Whether a cell tells a number."""
    try:
        return told(text) is not None
    except ValueError:
        return False


def _is_data(grid: Grid, at: int) -> bool:
    """A label and a number after it; a row that only counts its columns (1, 2, 3 …) and one of years are headings."""
    cells = grid.rows[at]
    numbers = [text for text in cells.values() if is_number(text)]
    words = [text for text in cells.values() if not is_number(text) and any(sign.isalpha() for sign in text)]
    years = all(re.fullmatch(r"(?:19|20)\d\d", text) for text in numbers)
    return bool(numbers) and bool(words) and not years and not _numbers_columns(cells)


def _numbers_columns(cells: Cells) -> bool:
    """Whether a row only numbers its columns: A, B, 1, 2, 3 = 2/1."""
    found = [COUNTER.fullmatch(text) for _number, text in sorted(cells.items())]
    signs = [match["sign"] for match in found if match]
    counted = [int(sign) for sign in signs if sign.isdigit()]
    told_apart = len(signs) == len(found) >= FEWEST_COUNTED and bool(counted)
    return told_apart and counted == list(range(counted[0], counted[0] + len(counted))) and all(map(str.isdigit, signs[-len(counted) :]))


def _is_group(grid: Grid, at: int, first: int) -> bool:
    """Whether a row above the first row of numbers is the title of the rows below: one text where they have their names, or over all."""
    own = {number: text for number, text in sorted(grid.rows.get(at, {}).items()) if not SERIAL.fullmatch(text)}
    if len(own) != 1:
        return False
    ((number, text),) = own.items()
    below = grid.rows[first]
    names = next(at for at, told_there in sorted(below.items()) if not is_number(told_there) and any(map(str.isalpha, told_there)))
    across = set(grid.merged.get(at, {}).values()) == {text} and max(grid.merged[at]) > names
    return number <= names and (across or number == names or not grid.merged.get(at)) and _headed(grid, names, at) and _says_nothing(text)


def _headed(grid: Grid, column: int, at: int) -> bool:
    """Whether a row above, of several texts, has one in that column already."""
    above: list[Mapping[int, str]] = [grid.heading(row) for row in range(max(1, at - HEADER_ROWS), at)]
    return any(column in row and len(set(row.values())) > 1 for row in above)


def _says_nothing(text: str) -> bool:
    """Whether a text names neither a unit nor a time that figures below it would be of."""
    return not unit_of(text)[1] and not timed(text).period
