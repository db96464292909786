"""The styles and fonts of a Word document, each style with what it takes over from the one it is based on ([MS-DOC] 2.9.271)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.documents.styled import kind_of
from giaoban.documents.word97 import changes
from giaoban.documents.word97.head import Head
from giaoban.model import BlockKind

PARAGRAPH, RUN, NONE = 1, 2, 0xFFF
HEADINGS, TITLE, CAPTION = range(1, 10), 62, 34
"""Numbers of styles that come with Word, in any language."""
NAME_OF_FONT = 40
DEEPEST = 50
"""Styles that are based on each other: more are a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What of a style bears on reading; `listed` is the list its paragraphs belong to, and the level in it."""

    kind: BlockKind | None = None
    font: str = ""
    hidden: bool = False
    raised: bool | None = None
    listed: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Written:
    """A style as it stands in the file."""

    what: int
    number: int
    base: int
    name: str
    of_paragraph: bytes
    of_run: bytes


class Styles:
    """Styles by their number."""

    def __init__(self, head: Head) -> None:
        self._fonts = list(_fonts(head.of("fonts")))
        self._font, self._written = "", {}
        table = head.of("styles")
        if table:
            size = struct.unpack_from("<H", table)[0]
            count, base_size = struct.unpack_from("<HH", table, 2)
            self._font = self.font(struct.unpack_from("<H", table, 18)[0]) if size >= 18 else ""
            self._written = dict(_styles(table, 2 + size, count, base_size))
        self._known: dict[int, Style] = {}

    def get(self, number: int) -> Style:
        """The style; one that says nothing where there is none of that number."""
        if number not in self._known:
            self._known[number] = self._made(number)
        return self._known[number]

    def font(self, number: int) -> str:
        """The name of a font; empty where there is none of that number."""
        return self._fonts[number] if number < len(self._fonts) else ""

    def _made(self, number: int) -> Style:
        kind, font, hidden, raised, listed, level, outline = None, self._font, False, None, 0, 0, None
        chain = list(self._chain(number))
        if chain and chain[0].what == RUN:
            font = ""
        for style in reversed(chain):
            for name, value, _ in changes.changes(style.of_run):
                if name in (changes.FONT, changes.OTHER_FONT):
                    font = self.font(value) or font
                elif name == changes.HIDDEN:
                    hidden = changes.on(value, hidden)
                elif name == changes.RAISED:
                    raised = value == 1
            for name, value, _ in changes.changes(style.of_paragraph):
                if name == changes.LIST:
                    listed = value
                elif name == changes.LEVEL:
                    level = value
                elif name == changes.OUTLINE:
                    outline = value
            kind = _kind(style, outline) or kind
        return Style(kind, font, hidden, raised, (listed, level))

    def _chain(self, number: int) -> Iterator[Written]:
        for _ in range(DEEPEST):
            if number not in self._written:
                return
            yield self._written[number]
            number = self._written[number].base


def _kind(style: Written, outline: int | None) -> BlockKind | None:
    known = {TITLE: BlockKind.TITLE, CAPTION: BlockKind.CAPTION} | dict.fromkeys(HEADINGS, BlockKind.HEADING)
    return known.get(style.number) or kind_of(style.name, outline)


def _styles(table: bytes, at: int, count: int, base_size: int) -> Iterator[tuple[int, Written]]:
    for number in range(count):
        size = struct.unpack_from("<H", table, at)[0]
        if size >= 10:
            yield number, _style(table[at + 2 : at + 2 + size], base_size)
        at += 2 + size + size % 2


def _style(said: bytes, base_size: int) -> Written:
    number, based, parts = struct.unpack_from("<HHH", said)
    length = struct.unpack_from("<H", said, base_size)[0]
    at = base_size + 2 + 2 * length + 2
    name = said[base_size + 2 : at - 2].decode("utf-16-le", "replace")
    of: list[bytes] = []
    for _ in range(min(parts & 0xF, 3)):
        size = struct.unpack_from("<H", said, at)[0] if at + 2 <= len(said) else 0
        of.append(said[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    what, base = based & 0xF, based >> 4
    if what == PARAGRAPH:
        paragraph, run = (of[0][2:] if of else b""), (of[1] if len(of) > 1 else b"")
    else:
        paragraph, run = b"", (of[0] if of and what == RUN else b"")
    return Written(what, number & 0xFFF, base, name, paragraph, run)


def _fonts(table: bytes) -> Iterator[str]:
    count = struct.unpack_from("<H", table)[0] if len(table) > 4 else 0
    at = 4
    for _ in range(count):
        if at >= len(table):
            return
        said = table[at + NAME_OF_FONT : at + 1 + table[at]].decode("utf-16-le", "replace")
        yield said.partition("\x00")[0]
        at += 1 + table[at]
