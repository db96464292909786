"""The first sheet of a workbook, row by row as it stands in the file: a million rows without a million objects for each column.

What a cell shows is told as `xlsx.printed` tells it. Only what a sheet of figures needs is read: values, kinds and number formats; a
formula is the value it had when the file was saved.
Source: ECMA-376 part 1, SpreadsheetML, https://ecma-international.org/publications-and-standards/standards/ecma-376/
"""

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS  # type: ignore[import-untyped]

from giaoban.exchange.workbook_cells import GENERAL, MAIN, Cells, Print, joined, let_go
from giaoban.exchange.workbook_rows import Rows, Told
from giaoban.model import Refused

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRING = f"{MAIN}si"
MOST_STRINGS, LARGEST_PART = 2_000_000, 32 * 2**20
"""Texts that the cells of a workbook may share: two for every row of the longest sheet. And bytes of a part that is read as a whole."""


def rows(archive: ZipFile, print_cell: Print) -> Iterator[Told]:
    """The number of each row that holds something, and its texts by column, counted from 1; `print_cell` is `xlsx.printed`.

    Raises what its parts raise (KeyError, ValueError, SyntaxError …) for what is no such workbook; `Refused` for one that swells.
    """
    cells = Cells(_shared(archive), _formats(archive), print_cell)
    with archive.open(_first_sheet(archive)) as file:
        yield from Rows(cells).of(file)


def _shared(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    told: list[str] = []
    with archive.open("xl/sharedStrings.xml") as file:
        for _event, each in etree.iterparse(file, tag=STRING, resolve_entities=False, no_network=True):
            if len(told) >= MOST_STRINGS:
                raise Refused("sheet-swells")
            told.append(joined(each))
            let_go(each)
    return told


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
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise Refused("sheet-swells")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(name), parser)
