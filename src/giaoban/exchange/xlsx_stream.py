"""A workbook of one sheet, sent while it is written: in memory stands no more of it than a few hundred rows.

Numbers keep the digits printed after the point by their number format. No text is run as a formula: it stands as text in its cell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

MOST_ROWS = 1_048_575
"""Below the headings: no program opens a sheet with more."""
LONGEST, MOST_DECIMALS = 32_767, 30
AT_ONCE = 500
"""Rows that are packed together."""
QUICK = 4
"""How hard each part is packed, of 9: harder takes twice as long and saves a twentieth."""

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = "application/vnd.openxmlformats-package.relationships+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{RELATED}"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/></Types>'
)
ROOT = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK = f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>'
PARTS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
FIRST_FORMAT, BOLD, FIRST_NUMBER = 164, 1, 2
"""Number formats of one's own are counted from 164; style 1 is that of the headings, 2 that of whole numbers, 3 of one decimal."""
BEGIN = (
    f'<worksheet {MAIN}><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)
END = "</sheetData></worksheet>"
RETURN = re.compile("\r\n?")
NO_XML = re.compile(f"{ILLEGAL_CHARACTERS_RE.pattern}|[\ufffe\uffff]")


class Number(NamedTuple):
    """A number as printed, with a decimal point; no more than fifteen digits, which a spreadsheet keeps."""

    printed: str


Cell = str | Number


class _Sink:
    """A file that can only be written to; holds the packed bytes until they are sent."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: bytes) -> int:
        self._held += data
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def close(self) -> None:
        """There is nothing to be closed."""

    def taken(self) -> bytes:
        taken = bytes(self._held)
        self._held.clear()
        return taken


def pieces(name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """The bytes of the workbook with a sheet of that name, in order; an empty text is an empty cell."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED, compresslevel=QUICK) as book:
        fixed = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": ROOT,
            "xl/workbook.xml": BOOK % escape(name),
            "xl/_rels/workbook.xml.rels": PARTS,
        }
        for part, markup in (fixed | {"xl/styles.xml": _styles()}).items():
            book.writestr(part, HEAD + markup)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            letters = [get_column_letter(number) for number in range(1, len(headings) + 1)]
            made = [HEAD, BEGIN, _row(1, letters, headings, f' s="{BOLD}"')]
            for number, row in enumerate(rows, start=2):
                made.append(_row(number, letters, row))
                if len(made) >= AT_ONCE:
                    sheet.write("".join(made).encode())
                    made.clear()
                    yield sink.taken()
            sheet.write("".join([*made, END]).encode())
    yield sink.taken()


def _row(number: int, letters: Sequence[str], row: Sequence[Cell], style: str = "") -> str:
    cells = [_cell(f"{letter}{number}", cell, style) for letter, cell in zip(letters, row, strict=True) if cell]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(address: str, cell: Cell, style: str) -> str:
    if isinstance(cell, Number):
        decimals = min(len(cell.printed.partition(".")[2]), MOST_DECIMALS)
        return f'<c r="{address}" s="{FIRST_NUMBER + decimals}"><v>{cell.printed}</v></c>'
    return f'<c r="{address}"{style} t="inlineStr"><is><t xml:space="preserve">{_text(cell)}</t></is></c>'


@lru_cache(maxsize=4_096)
def _text(text: str) -> str:
    return escape(NO_XML.sub("", RETURN.sub("\n", text))[:LONGEST])


def _styles() -> str:
    formats = "".join(f'<numFmt numFmtId="{FIRST_FORMAT + many}" formatCode="0{"." * (many > 0)}{"0" * many}"/>' for many in _decimals())
    numbers = "".join(
        f'<xf numFmtId="{FIRST_FORMAT + many}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' for many in _decimals()
    )
    return (
        f'<styleSheet {MAIN}><numFmts count="{MOST_DECIMALS + 1}">{formats}</numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{MOST_DECIMALS + 3}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>{numbers}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _decimals() -> range:
    return range(MOST_DECIMALS + 1)
