"""One paragraph of a Word document after the other: its words, what kind it is, and where in which table it stands."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.documents.flat import Shape
from giaoban.documents.pieces import Piece
from giaoban.documents.runs import Run, words
from giaoban.documents.word97 import changes, pages
from giaoban.documents.word97.head import Head
from giaoban.documents.word97.letters import Letters
from giaoban.documents.word97.lists import Lists
from giaoban.documents.word97.styles import Style, Styles
from giaoban.documents.wrapping import by_hand
from giaoban.model import BlockKind, Refused

END = re.compile("[\r\x07\x0c]")
BEGINS, SEPARATES, ENDS = "\x13", "\x14", "\x15"
FIELD = re.compile("([\x13\x14\x15])")
SIGNS = {0x0B: "\n", 0x0E: "\n", 0x1E: "-", 0x1F: "\xad"} | dict.fromkeys([*range(9), 0x0F, 0x10, 0x11, 0x12, 0x16, 0x17, 0x18, 0x19], None)
"""What stands for something else: a line broken by hand, a hyphen, one that is seen at the end of a line only and is a
letter of TCVN3; pictures, notes and drawings leave no trace."""
CELL = "\x07"
LINES = "\r\x07\x0b\x0c"
MOST, KEPT, ELSEWHERE = 80_000, 5_000, 8 * 2**20
"""Paragraphs, cells and typed lines of one part of the text; looks that are remembered; bytes of changes that stand elsewhere."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What of a paragraph bears on reading, its style taken in."""

    style: Style
    kind: BlockKind | None
    listed: tuple[int, int]
    depth: int
    ends_cell: bool
    shape: Shape | None
    """Of the mark that ends a row, what its cells are."""


@dataclass(frozen=True, slots=True)
class Look:
    """What of a run bears on reading, its styles taken in."""

    font: str
    raised: bool
    hidden: bool
    deleted: bool
    symbol: bool
    """Whether its brackets stand for signs of a font of signs."""


class Paragraphs:
    """Reads paragraphs in order: the numbers of lists count on from one to the next."""

    def __init__(self, head: Head, letters: Letters) -> None:
        self._letters, self._data = letters, head.data
        self._styles, self._lists = Styles(head), Lists(head)
        self._runs = pages.Pages(head.main, head.of("runs"), pages.of_runs)
        self._paragraphs = pages.Pages(head.main, head.of("paragraphs"), pages.of_paragraphs)
        self._looks: dict[tuple[bytes, Style], Look] = {}
        self._left = ELSEWHERE
        self._fields: list[bool] = []
        self.lines: list[str] = []
        """Every line that was read, wherever it stood, shown or hidden."""

    def between(self, first: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Where each paragraph begins and ends, and the sign that ends it; refuses too many."""
        self._fields = []
        text, at = self._letters.text, first
        if sum(text.count(sign, first, end) for sign in LINES) > MOST:
            raise Refused("too-many-lines", limit=MOST)
        for found in END.finditer(text, first, end):
            yield at, found.start(), found[0]
            at = found.end()
        if at < end:
            yield at, end, ""

    def properties(self, mark: int, sign: str) -> Properties:
        """What is said of the paragraph that ends at this letter."""
        stretch = self._letters.stretch(mark)
        said = b"" if stretch is None else self._paragraphs.at(stretch.place + stretch.wide * (mark - stretch.first))[2]
        number = struct.unpack_from("<H", said)[0] if len(said) >= 2 else 0
        style, kind = self._styles.get(number), None
        (listed, level), in_table, depth, inner, row, inner_row, outline = style.listed, False, 0, False, False, False, None
        shape: Shape | None = None
        for name, value, operand in self._changes(said[2:], stretch.said if stretch else b""):
            if name == changes.STYLE:
                style = self._styles.get(value)
                (listed, level) = style.listed
            elif name == changes.LIST:
                listed = value
            elif name == changes.LEVEL:
                level = value
            elif name == changes.OUTLINE:
                outline = value
            elif name == changes.IN_TABLE:
                in_table = bool(value)
            elif name == changes.DEPTH:
                depth = value
            elif name == changes.INNER_CELL:
                inner = bool(value)
            elif name == changes.ROW_END:
                row = bool(value)
            elif name == changes.INNER_ROW_END:
                inner_row = bool(value)
            elif name == changes.ROW:
                shape = _shape(operand)
        kind = style.kind or (BlockKind.HEADING if outline is not None and outline < 9 else None)
        depth = max(depth, 1) if in_table or sign == CELL else 0
        ends_row = (row and sign == CELL) or inner_row
        return Properties(style, kind, (listed, level), depth, sign == CELL or inner, (shape or Shape()) if ends_row else None)

    def pieces(self, first: int, end: int, properties: Properties) -> Iterator[Piece]:
        """The paragraph; several, where typed line breaks divide it into lines of a list."""
        shown: list[Run] = []
        hidden: list[Run] = []
        for run, unseen in self._cut(first, end, properties.style):
            (hidden if unseen else shown).append(run)
        text = words(shown)
        self.lines += [*text.split("\n"), *filter(None, [words(hidden)])]
        listed, level = properties.listed
        label = self._lists.label(listed, level) if listed and text.strip() else ""
        kind = properties.kind or (BlockKind.LIST_ITEM if listed and not label else None)
        for number, part in enumerate(by_hand(text)):
            yield Piece(f"{label} {part}" if label and not number else part, kind)

    def _changes(self, said: bytes, more: bytes) -> Iterator[changes.Change]:
        """The changes to a paragraph, also those that stand elsewhere for being many."""
        for change in [*changes.changes(said), *changes.changes(self._apart(more))]:
            if change[0] in changes.ELSEWHERE and change[1] + 2 <= len(self._data):
                size = struct.unpack_from("<H", self._data, change[1])[0]
                yield from changes.changes(self._apart(self._data[change[1] + 2 : change[1] + 2 + size]))
            else:
                yield change

    def _apart(self, said: bytes) -> bytes:
        """Changes that several may share; refuses more of them than any document has."""
        self._left -= len(said)
        if self._left < 0:
            raise Refused("too-many-tags", limit=ELSEWHERE)
        return said

    def _cut(self, first: int, end: int, style: Style) -> Iterator[tuple[Run, bool]]:
        """The runs between two letters, each with whether it is hidden; what is deleted, and what a field is made from, is none."""
        while first < end and (stretch := self._letters.stretch(first)) is not None:
            place = stretch.place + stretch.wide * (first - stretch.first)
            _, until, said = self._runs.at(place)
            to = min(end, stretch.end, max(first + 1, first + -(-(until - place) // stretch.wide)) if until else stretch.end)
            run = self._run(self._letters.text[first:to], said + self._apart(stretch.said) if stretch.said else said, style)
            if run is not None:
                yield run
            first = to

    def _run(self, text: str, said: bytes, style: Style) -> tuple[Run, bool] | None:
        if (said, style) not in self._looks:
            if len(self._looks) >= KEPT:
                self._looks.clear()
            self._looks[said, style] = self._look(said, style)
        look = self._looks[said, style]
        shown = self._shown(text.replace("(", "") if look.symbol else text)
        return None if look.deleted else (Run(look.font, shown.translate(SIGNS), look.raised), look.hidden)

    def _look(self, said: bytes, style: Style) -> Look:
        font, raised, hidden, deleted, symbol = style.font, bool(style.raised), style.hidden, False, False
        for name, value, _ in changes.changes(said):
            if name in (changes.FONT, changes.OTHER_FONT):
                font = self._styles.font(value) or font
            elif name == changes.STYLE_OF_RUN:
                own = self._styles.get(value)
                font, hidden = own.font or font, own.hidden or hidden
                raised = raised if own.raised is None else own.raised
            elif name == changes.RAISED:
                raised = value == 1
            elif name == changes.HIDDEN:
                hidden = changes.on(value, style.hidden)
            elif name == changes.DELETED:
                deleted = bool(value)
            elif name == changes.SYMBOL:
                symbol = True
        return Look(font, raised, hidden, deleted, symbol)

    def _shown(self, text: str) -> str:
        """The text without what fields are made from; a field that is not ended here goes on."""
        if not self._fields and BEGINS not in text:
            return text
        parts = []
        for part in FIELD.split(text):
            if part == BEGINS:
                self._fields.append(False)
            elif part == SEPARATES and self._fields:
                self._fields[-1] = True
            elif part == ENDS and self._fields:
                self._fields.pop()
            elif all(self._fields):
                parts.append(part)
        return "".join(parts)


def _shape(row: bytes) -> Shape:
    """The cells of a row ([MS-DOC] 2.9.318)."""
    count = row[0] if row else 0
    if len(row) < 1 + 2 * (count + 1):
        return Shape()
    edges = struct.unpack_from(f"<{count + 1}h", row, 1)
    at = 1 + 2 * (count + 1)
    flags = [struct.unpack_from("<H", row, at + 20 * cell)[0] if at + 20 * cell + 2 <= len(row) else 0 for cell in range(count)]
    return Shape(edges, tuple(_joined(flags)), tuple(flag & 0x60 == 0x20 for flag in flags))


def _joined(flags: list[int]) -> Iterator[bool]:
    """Of each cell whether it goes on with the one on its left: programs do not agree which sign is that of the first, so it is told by
    being another than the ones behind it."""
    first = 0
    for sign in (flag & 3 for flag in flags):
        yield bool(first and sign and sign != first)
        if not sign or not first or sign == first:
            first = sign
