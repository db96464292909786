"""The head of a Word document: where everything stands ([MS-DOC] 2.5)."""

import struct
from dataclasses import dataclass

from giaoban.documents.compound import Compound
from giaoban.documents.pieces import MAX_TEXT
from giaoban.model import Refused

WORD, OLDER = 0xA5EC, (0xA5DB, 0xA5DC, 0xA59B, 0xA59C)
FIRST = 0xC1
"""The number of the format as Word 97 writes it; before it stand Word 6 and 95."""
ENCRYPTED, OTHER_TABLE, OBFUSCATED = 0x0100, 0x0200, 0x8000
COUNTS, PLACES = 0x4C, 0x9A
STORIES = ("text", "notes", "edges", "macros", "comments", "endnotes", "boxes", "edge_boxes")
"""The parts of the text in their order."""
WHERE = {
    "styles": 1, "edges": 11, "runs": 12, "paragraphs": 13, "fonts": 15, "pieces": 33, "anchors": 40, "drawings": 50, "boxes": 56,
    "lists": 73, "used_lists": 74,
}  # fmt: skip
"""The number of each table among the places."""


@dataclass(frozen=True, slots=True)
class Head:
    """The streams of the document, how long each part of its text is, and where each table stands."""

    main: bytes
    table: bytes
    data: bytes
    stories: dict[str, tuple[int, int]]
    places: dict[str, tuple[int, int]]

    def of(self, name: str) -> bytes:
        """A table; empty where there is none."""
        at, size = self.places[name]
        return self.table[at : at + size]


def head(container: Compound) -> Head:
    """The head of the document. Refused: one with a password (`encrypted`), one of Word 6 or 95 (`doc-older`)."""
    main = container.stream("WordDocument") or b""
    sign, number = struct.unpack_from("<HH", main, 0)
    if sign in OLDER or (sign == WORD and number < FIRST):
        raise Refused("doc-older")
    flags = struct.unpack_from("<H", main, 10)[0]
    if sign != WORD:
        raise Refused("doc-broken")
    if flags & (ENCRYPTED | OBFUSCATED):
        raise Refused("encrypted")
    table = container.stream("1Table" if flags & OTHER_TABLE else "0Table")
    if table is None:
        raise Refused("doc-broken")
    many = struct.unpack_from("<H", main, PLACES - 2)[0]
    places = {name: _place(main, at, many) for name, at in WHERE.items()}
    return Head(main, table, container.stream("Data") or b"", _stories(main), places)


def _place(main: bytes, number: int, many: int) -> tuple[int, int]:
    at, size = struct.unpack_from("<LL", main, PLACES + 8 * number) if number < many else (0, 0)
    return at, size


def _stories(main: bytes) -> dict[str, tuple[int, int]]:
    """Where each part of the text begins and ends, in characters."""
    found, at = {}, 0
    for name, length in zip(STORIES, struct.unpack_from("<8l", main, COUNTS), strict=True):
        if length < 0:
            raise Refused("doc-broken")
        found[name] = at, at + length
        at += length
    if at > 2 * MAX_TEXT or found["text"][1] > MAX_TEXT:
        raise Refused("too-long", limit=MAX_TEXT)
    return found
