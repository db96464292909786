"""The rows of a sheet: those that are written as most programs write them are cut out of the bytes, the others go through the parser.

Most of a large sheet is one row over and over. Between two ends of rows, what is plain is told by its markup, and what the same markup said
before is not read again; everything else, the sheet's beginning and its end are fed to one parser, which sees the sheet whole but for the
plain rows. So no row means anything else, and what is no XML is refused, whichever way it is read.
"""

import re
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from giaoban.exchange.workbook_cells import MAIN, Cells, let_go

Told = tuple[int, dict[int, str]]
"""The number of a row, and its texts by column, both counted from 1."""
ROW = f"{MAIN}row"
BEGINNING = re.compile(
    rb'(?:\xef\xbb\xbf)?(?:<\?xml version="1.0"(?: encoding="(?i:utf-8)")?(?: standalone="\w+")?\s*\?>)?\s*'
    rb'<worksheet(?=\s)[^<]*? xmlns="' + MAIN[1:-1].encode() + rb'"[^<]*>(?:(?!<[!?])[^\x00])*'
)
"""What stands before the rows of a sheet in UTF-8 whose elements have no prefix."""
BEGUN = re.compile(rb'\s*<row r="((\d+)")')
HEAD = re.compile(rb'[^<&]*>\s*(?:<c r="([A-Z]{1,3}))?')
LETTERS = re.compile(rb"[A-Z]{1,3}")
ELSEWHERE = (b"<!", b"<?", b"xmlns")
"""What may change the meaning of all that follows."""
SHEET, END, NEXT = b"<sheetData>", b"</row>", b'<c r="'
AT_ONCE, REMEMBERED, LONGEST = 2**20, 2**15, 200


class Rows:
    """The reading of one sheet."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._parser = etree.XMLPullParser(tag=ROW, resolve_entities=False, no_network=True)
        self._plain = False
        self._at = 0
        self._known: dict[bytes, tuple[str, int]] = {}
        self._begun: dict[bytes, int] = {}

    def of(self, file: IO[bytes]) -> Iterator[Told]:
        """The rows that hold something, of the bytes of the sheet's part."""
        waiting = self._beginning(file.read(AT_ONCE))
        while self._plain and END in waiting:
            *ended, waiting = waiting.split(END)
            for raw in ended:
                told = self._cut(raw) if self._plain else None
                if told is None:
                    self._doubt(raw)
                    yield from self._parsed(raw + END)
                elif told:
                    yield self._at, told
            waiting += file.read(AT_ONCE)
        while waiting:
            yield from self._parsed(waiting)
            waiting = file.read(AT_ONCE)
        self._parser.close()

    def _beginning(self, markup: bytes) -> bytes:
        """Reads what stands before the rows and gives the rest; gives all of it back where that is not written plainly."""
        head, sign, rest = markup.partition(SHEET)
        self._plain = bool(sign and BEGINNING.fullmatch(head))
        if self._plain:
            self._parser.feed(head + sign)
        return rest if self._plain else markup

    def _cut(self, raw: bytes) -> dict[int, str] | None:
        """The texts of a plain row by column; None for any other, and for the first that begins like this one.

        The number of the row stands in the address of every cell: what is between is the same in many rows.
        """
        begun = BEGUN.match(raw)
        if begun is None:
            return None
        _, head, *pieces = raw.split(begun[1])
        column = self._begun.get(head)
        if column is None:
            return None
        told = {}
        for piece in pieces:
            said = self._known.get(piece) or self._read(piece)
            if not column or said is None:
                return None
            text, following = said
            if text:
                told[column] = text
            column = following
        self._at = int(begun[2])
        return None if column else told

    def _read(self, piece: bytes) -> tuple[str, int] | None:
        """What a cell says, and the column of the next, 0 after the last; None where only a parser can tell."""
        rest, sign, letters = piece.partition(NEXT)
        text = self._cells.of_markup(rest)
        if text is None or bool(sign) != bool(LETTERS.fullmatch(letters)):
            return None
        said = text, _number(letters.decode())
        if len(piece) <= LONGEST:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[piece] = said
        return said

    def _doubt(self, raw: bytes) -> None:
        """Let rows begin as this one does, once the parser has taken it; or have all that follows parsed."""
        self._plain = self._plain and not any(sign in raw for sign in ELSEWHERE)
        begun = BEGUN.match(raw)
        head = raw.split(begun[1], 2)[1] if begun else b""
        first = HEAD.fullmatch(head)
        if first and len(head) <= LONGEST and len(self._begun) < REMEMBERED:
            self._begun[head] = _number((first[1] or b"").decode())

    def _parsed(self, markup: bytes) -> Iterator[Told]:
        self._parser.feed(markup)
        for event in self._parser.read_events():
            row: Any = event[1]
            self._at = int(row.get("r") or self._at + 1)
            told: dict[int, str] = {}
            column = 0
            for cell in row:
                address = cell.get("r")
                column = _number(address.rstrip("0123456789")) if address else column + 1
                if text := self._cells.of_element(cell):
                    told[column] = text
            let_go(row)
            if told:
                yield self._at, told


def _number(letters: str) -> int:
    """B is 2."""
    number = 0
    for each in letters:
        number = 26 * number + ord(each) - 64
    return number
