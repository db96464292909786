"""What the rows and columns of a sheet mean: guessed from its headings, shown, corrected by a person, remembered by its fingerprint."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from unicodedata import normalize

from giaoban.exchange.sheets.grid import Grid
from giaoban.exchange.sheets.headings import header as header_of
from giaoban.exchange.sheets.headings import headings_of, is_number, unit_of
from giaoban.exchange.sheets.periods import Timed, timed
from giaoban.exchange.xlsx import column
from giaoban.reading.rules.figures.tables.numbers import NONE
from giaoban.reference.folding import fold

FIGURES, LABELS, NAMED, UNITS, PERIODS, SKIPPED = "figures", "labels", "named", "units", "periods", "skipped"
WHAT = (FIGURES, LABELS, NAMED, UNITS, PERIODS, SKIPPED)
"""What a column may hold; labels name the place or the indicator of each row; where rows are places, `named` their indicators."""
PLACES, INDICATORS = "places", "indicators"
SERIAL = frozenset({"stt", "tt", "so tt", "so thu tu", "#", "no", "no."})
CODES = frozenset({"ma", "ma so", "ma dia ban", "ma don vi", "ma xa", "ma phuong", "ma huyen", "ma tinh", "ma dvhc"})
"""Headings of codes of places, whose numbers are no figures."""
OF_PLACES = CODES - {"ma", "ma so", "ma don vi"}
"""Those of them that leave no doubt that the codes are those of places."""
UNIT_HEADING = frozenset({"dvt", "don vi", "don vi tinh"})
BODY_OR_UNIT = "don vi"
"""The heading that means a body as often as a unit of measure."""
PLACE_HEADING = frozenset({"dia ban", "ten dia ban", "dia phuong", "don vi hanh chinh", "xa", "phuong", "xa phuong", "xa, phuong", "huyen"})
INDICATOR_HEADING = frozenset({"chi tieu", "ten chi tieu", "cac chi tieu", "chi tieu chu yeu", "cac chi tieu chu yeu", "chi tieu bao cao"})
COMPARED = re.compile(
    r"(?:(?:ty le|\(?%\)?)\s*)?so (?:voi\b|sanh\b|kh\b|ke hoach|cung ky|ck\b|du toan|dt\b|muc tieu)|(?:% ?)?th\s*/\s*(?:kh|dt)\b"
    r"|(?:%|ty le) (?:thuc hien|hoan thanh|dat)\b.*\b(?:kh|ke hoach|dt|du toan)\b|tang\s*[,/(-]?\s*giam\b"
    r"|(?:(?:%|ty le|muc) ?)?(?:dat|hoan thanh)(?: ty le)? ?\(? ?%? ?\)?$"
)
"""How a heading begins, folded, of a column that sets figures of the sheet against each other: "So KH (%)". What it holds is no level."""
REACHED = re.compile(r"(?:(?:%|ty le|muc) ?)?(?:dat|hoan thanh)(?: ty le)? ?\(? ?%? ?\)?")
"""One of them that under the name of an indicator may head what was reached of it: "Tỷ lệ bao phủ bảo hiểm y tế · Đạt (%)"."""
COUNT = re.compile(r"(?:(?:tỷ lệ|\(?%\)?)\s*)?số\b")
"""How one begins that folds the same and names figures of their own: "Số kế hoạch"."""
PERIOD_HEADING = frozenset({"ky", "ky bao cao", "thoi gian", "thang", "quy", "nam", "ngay"})
SAMPLE = 40
Known = Callable[[str, str], str]
"""The key of the indicator that a name with a unit means; empty where it is not sure."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds: figures of `indicator` and `period` (each empty where the row or the whole sheet says it), in `unit`."""

    what: str = SKIPPED
    heading: str = ""
    indicator: str = ""
    period: str = ""
    unit: str = ""
    role: str = "actual"
    status: str = "provisional"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet means.

    header     first and last row of the headings
    rows       "places" or "indicators": what the labels of the rows name
    columns    by number, from 1
    labels     code of the place or key of the indicator by folded label, where a person said it; empty for a row to be left out
    named      key of the indicator by the folded name in the column of indicators, in the same way
    indicator, period, unit, place   of all figures whose row and column do not say it
    """

    header: tuple[int, int]
    rows: str = PLACES
    columns: Mapping[int, Column] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    indicator: str = ""
    period: str = ""
    unit: str = ""
    place: str = ""
    named: Mapping[str, str] = field(default_factory=dict)


def guess(grid: Grid, indicator: Known) -> Layout:
    """What the sheet probably means. Refused where no row of numbers stands below headings (`sheet-no-figures`)."""
    header = header_of(grid)
    title = " · ".join(dict.fromkeys(text for at in range(1, header[0]) for text in grid.heading(at).values()))
    whole = timed(title)
    year = whole.period.text[:4] if whole.period else ""
    headings = headings_of(grid, header)
    body = [grid.rows[at] for at in sorted(grid.rows) if at > header[1]][:SAMPLE]
    cells = {number: [row[number] for row in body if number in row] for number in headings}
    columns = {number: _column(text, cells[number], year, indicator) for number, text in headings.items()}
    worded = [number for number in sorted(headings) if columns[number].what == LABELS]
    naming = [number for number in worded if _indicators(headings[number], cells[number], indicator)]
    labels = _labels(worded, naming, headings)
    kept = {labels: LABELS} | ({naming[0]: NAMED} if naming and labels not in naming else {})
    columns |= {number: replace(columns[number], what=kept.get(number, SKIPPED)) for number in worded}
    columns |= {number: replace(each, what=SKIPPED) for number, each in columns.items() if each.what == FIGURES and number in grid.unseen}
    rows = INDICATORS if labels in naming else PLACES
    told_by_title = indicator(whole.rest, "") if rows == PLACES else ""
    unit = unit_of(title)[1]
    return Layout(header, rows, columns, {}, told_by_title, whole.period.text if whole.period else "", unit)


def fingerprint(grid: Grid, header: tuple[int, int]) -> str:
    """The same for two sheets whose headings differ only in their periods: next quarter's sheet is known again."""
    told_apart = [f"{number}:{fold(timed(text).rest)}" for number, text in headings_of(grid, header).items() if text]
    return hashlib.sha256("\n".join(told_apart).encode()).hexdigest()


def remembered(layout: Layout, fresh: Layout) -> Layout:
    """What was remembered of such a sheet, with the header rows and periods of this one, whatever its columns seem to hold."""
    year = fresh.period[:4]
    columns = {
        number: replace(each, period=_period(fresh.columns[number], year) if each.period else "", heading=fresh.columns[number].heading)
        for number, each in layout.columns.items()
        if number in fresh.columns
    }
    return replace(layout, header=fresh.header, columns={**fresh.columns, **columns}, period=fresh.period)


def headed(grid: Grid, layout: Layout, header: tuple[int, int]) -> Layout:
    """A guess as if those rows were the headings; the periods of its columns are told by these."""
    headings = headings_of(grid, header)
    columns = {number: replace(each, heading=headings.get(number, ""), period="") for number, each in layout.columns.items()}
    return replace(layout, header=header, columns=columns)


def heading_at(layout: Layout, where: str) -> str:
    """The heading of the column of a cell ("E9"); the letters of the column where it has none."""
    letters = where.rstrip("0123456789")
    return next((each.heading for number, each in layout.columns.items() if column(number) == letters and each.heading), letters)


def left_out(grid: Grid, layout: Layout) -> list[int]:
    """Numbers of the columns that hold numbers and enter nothing, but for those that only count the rows."""
    holding = {number for at, row in grid.rows.items() if at > layout.header[1] for number, text in row.items() if is_number(text)}
    return sorted(
        number
        for number, each in layout.columns.items()
        if each.what == SKIPPED and number in holding and fold(each.heading).strip() not in SERIAL | CODES
    )


def _indicators(heading: str, names: Sequence[str], indicator: Known) -> bool:
    """Whether a column names indicators: by its heading, or by more than a third of its names being known."""
    return fold(heading).strip() in INDICATOR_HEADING or sum(bool(indicator(name, "")) for name in names) > len(names) / 3


def _labels(worded: Sequence[int], naming: Sequence[int], headings: Mapping[int, str]) -> int:
    """The column that names the rows: the first in words, but that of places where another beside it names indicators; 0 for none."""
    first = worded[0] if worded else 0
    if first not in naming:
        return first
    return next((number for number in worded if number not in naming and fold(headings[number]).strip() in PLACE_HEADING), first)


def _column(heading: str, cells: Sequence[str], year: str, indicator: Known) -> Column:
    plain, numeric = fold(heading).strip(), _numeric(heading, cells)
    if plain in SERIAL or (numeric and plain in CODES):
        return Column(SKIPPED, heading)
    if plain in UNIT_HEADING and not _of_names(plain, cells):
        return Column(UNITS, heading)
    if plain in PERIOD_HEADING:
        return Column(PERIODS, heading)
    if not numeric:
        return Column(LABELS if heading and cells else SKIPPED, heading)
    without, unit = unit_of(heading)
    parts: Timed = timed(without, year)
    key = indicator(parts.rest, unit) if parts.rest else ""
    return Column(
        SKIPPED if _only_compares(heading, bool(key), indicator) else FIGURES,
        heading,
        key,
        parts.period.text if parts.period else "",
        unit,
        parts.role.value,
        parts.status.value,
    )


def _of_names(plain: str, cells: Sequence[str]) -> bool:
    """Whether "Đơn vị" heads offices or places in most rows: "Phường Mạo Khê", "Mạo Khê" are names, "Tỷ đồng" is a unit."""
    return plain == BODY_OR_UNIT and sum(map(_is_name, cells)) > len(cells) / 2


def _is_name(text: str) -> bool:
    """Whether its second word is written as in a name: not that of "Triệu USD"."""
    return text.split()[1:2] != [] and text.split()[1].istitle()


def _only_compares(heading: str, known: bool, indicator: Known) -> bool:
    """Whether a part of the heading compares; where the whole names a known indicator, as "Thu ngân sách (tỷ đồng) · % so KH" does, that
    part must name none itself, and "Đạt (%)" be no share of which the indicator is measured in.
    """
    parts = heading.split(" · ")
    for at, part in enumerate(parts):
        if not _compares(part) or (known and indicator(*unit_of(part))):
            continue
        others = {unit for other in parts[:at] + parts[at + 1 :] if (unit := unit_of(other)[1])}
        if not known or not REACHED.fullmatch(fold(part).strip()) or ("%" in part and others and "%" not in others):
            return True
    return False


def _compares(heading: str) -> bool:
    return bool(COMPARED.match(fold(heading).strip()) and not COUNT.match(normalize("NFC", heading.lower()).strip()))


def _period(column: Column, year: str) -> str:
    """The period of a column, or that which its heading names."""
    said = timed(unit_of(column.heading)[0], year).period
    return column.period or (said.text if said else "")


def _numeric(heading: str, texts: Sequence[str]) -> bool:
    """Whether numbers prevail over words, signs that there is none left aside; where the heading names what and when, one is enough, and
    where it names only when, as many as there are words.
    """
    numbers = sum(map(is_number, texts))
    words = sum(not is_number(text) and not _silent(text) for text in texts)
    said = timed(heading)
    return numbers > words or bool(numbers and said.period and (said.rest or numbers == words))


def _silent(text: str) -> bool:
    """What no one wrote as a word: a sign that there is no figure, an error of the spreadsheet program (#DIV/0!)."""
    return fold(text).strip() in NONE or text.startswith("#")


def as_json(layout: Layout) -> dict[str, Any]:
    """The layout as plain JSON values."""
    columns = {str(number): {name: getattr(each, name) for name in Column.__slots__} for number, each in layout.columns.items()}
    return {**{name: getattr(layout, name) for name in Layout.__slots__}, "header": list(layout.header), "columns": columns}


def from_json(told: Mapping[str, Any]) -> Layout:
    """The layout from such values."""
    columns = {int(number): Column(**fields) for number, fields in told["columns"].items()}
    return Layout(**{**told, "header": (int(told["header"][0]), int(told["header"][1])), "columns": columns})
