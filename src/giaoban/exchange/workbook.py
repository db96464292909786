"""The first sheet of a workbook, row by row as it stands in the file: a million rows without a million objects for each column.

What a cell shows is told as `xlsx.printed` tells it. Only what a sheet of figures needs is read: values, kinds and number formats; a
formula is the value it had when the file was saved.
Source: ECMA-376 part 1, SpreadsheetML, https://ecma-international.org/publications-and-standards/standards/ecma-376/
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format  # type: ignore[import-untyped]
from openpyxl.utils.datetime import from_excel  # type: ignore[import-untyped]

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL, ROW, VALUE, TEXT, INLINE = (f"{MAIN}{name}" for name in ("c", "row", "v", "t", "is"))
GENERAL = "General"
Print = Callable[[Any, str], str]


def rows(archive: ZipFile, print_cell: Print) -> Iterator[tuple[int, dict[int, str]]]:
    """The number of each row that holds something, and its texts by column, counted from 1; `print_cell` is `xlsx.printed`.

    Raises what its parts raise (KeyError, ValueError, SyntaxError …) for what is no such workbook.
    """
    shared, formats = _shared(archive), _formats(archive)

    @lru_cache(maxsize=65536)
    def number(text: str, style: str | None) -> str:
        value: Any = float(text) if "." in text or "E" in text or "e" in text else int(text)
        shown = formats[int(style)] if style else GENERAL
        return print_cell(_dated(value) if is_date_format(shown) else value, shown)

    at = 0
    with archive.open(_first_sheet(archive)) as file:
        for _event, row in etree.iterparse(file, tag=ROW, resolve_entities=False, no_network=True):
            at = int(row.get("r") or at + 1)
            told: dict[int, str] = {}
            column = 0
            for cell in row:
                column = _column(cell.get("r"), column)
                if len(cell) and (text := _text(cell, shared, number)):
                    told[column] = text
            _let_go(row)
            if told:
                yield at, told


def _text(cell: Any, shared: list[str], number: Callable[[str, str | None], str]) -> str:
    kind, first = cell.get("t"), cell[0]
    if kind == "inlineStr":
        return (first[0].text or "") if len(first) == 1 and first[0].tag == TEXT else _joined(cell.find(INLINE))
    value = first if first.tag == VALUE else cell.find(VALUE)
    text = value.text if value is not None else None
    if not text:
        return ""
    if kind is None or kind == "n":
        return number(text, cell.get("s"))
    if kind == "s":
        return shared[int(text)]
    return str(text == "1") if kind == "b" else str(text)


def _joined(told: Any) -> str:
    """The text of a string, its differently dressed runs put together; what is only read aloud left out."""
    if told is None:
        return ""
    runs = (each for each in told.iter(TEXT) if not each.getparent().tag.endswith("}rPh"))
    return "".join(each.text or "" for each in runs)


def _dated(value: float) -> str | datetime | date | time | timedelta:
    try:
        told: datetime | date | time | timedelta = from_excel(value)
    except (OverflowError, ValueError):
        return str(value)
    return told


def _column(address: str | None, before: int) -> int:
    """The column of an address ("B7" is 2), else the one after the last."""
    if not address:
        return before + 1
    return _letters(address.rstrip("0123456789"))


@lru_cache(maxsize=16384)
def _letters(letters: str) -> int:
    number = 0
    for each in letters:
        number = 26 * number + ord(each) - 64
    return number


def _let_go(row: Any) -> None:
    """Free a row that was read, and those before it."""
    row.clear()
    above = row.getparent()
    while len(above) > 1 and above[0] is not row:
        del above[0]


def _shared(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    with archive.open("xl/sharedStrings.xml") as file:
        return [_joined(each) for _event, each in etree.iterparse(file, tag=f"{MAIN}si", resolve_entities=False, no_network=True)]


def _formats(archive: ZipFile) -> list[str]:
    """The number format of each style that a cell can have."""
    if "xl/styles.xml" not in archive.namelist():
        return [GENERAL]
    tree = _tree(archive, "xl/styles.xml")
    own = {each.get("numFmtId"): each.get("formatCode") or GENERAL for each in tree.iter(f"{MAIN}numFmt")}
    styles = tree.find(f"{MAIN}cellXfs")
    keys = [each.get("numFmtId") or "0" for each in styles] if styles is not None else ["0"]
    return [own.get(key) or BUILTIN_FORMATS.get(int(key), GENERAL) for key in keys]


def _first_sheet(archive: ZipFile) -> str:
    """The name of the part that holds the first sheet of cells; KeyError where there is none."""
    parts = {
        each.get("Id"): each.get("Target")
        for each in _tree(archive, "xl/_rels/workbook.xml.rels")
        if each.get("Type", "").endswith("/worksheet")
    }
    for sheet in _tree(archive, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        if target := parts.get(sheet.get(RELATED)):
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError("worksheet")


def _tree(archive: ZipFile, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(name), parser)
