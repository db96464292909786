"""A whole Word document of 1997 to 2003, in the order in which it is read."""

import struct
from collections.abc import Iterator
from itertools import pairwise

from giaoban.documents import about
from giaoban.documents.compound import Compound
from giaoban.documents.flat import Tables
from giaoban.documents.pieces import Contents, Piece
from giaoban.documents.properties import told
from giaoban.documents.word97.drawn import drawn
from giaoban.documents.word97.head import Head, head
from giaoban.documents.word97.letters import Letters
from giaoban.documents.word97.paragraphs import Paragraphs
from giaoban.model import Refused

APART = ("notes", "comments", "endnotes", "edge_boxes")
"""Parts of the text that are no running text but may bear a mark; headers and footers have their own table."""
ANCHOR, BOX = 26, 22
SHAPE_OF_BOX = 14
MOST = 20_000
"""Drawings, text boxes, and headers and footers of one document."""
BROKEN = (struct.error, IndexError, OverflowError)
"""What a table gives that is cut off or says it is longer than it is."""


def read(data: bytes) -> Contents:
    """The contents of a DOC; refuses one that is broken, locked, or older than Word 97."""
    container = Compound(data)
    try:
        whole = head(container)
        letters = Letters(whole)
        walk = _Walk(whole, letters)
        pieces = walk.pieces()
        said = [*told(container), *(("drawn", words) for part in (whole.of("drawings"), whole.data) for words in drawn(part))]
        return Contents(pieces, [*walk.pages(), *about.lines(said)], "utf-16")
    except BROKEN as error:
        raise Refused("doc-broken") from error


class _Walk:
    """Goes through the parts of the text."""

    def __init__(self, whole: Head, letters: Letters) -> None:
        self._head = whole
        self._paragraphs = Paragraphs(whole, letters)
        self._boxes = _boxes(whole)
        self._anchors = sorted((letter, shape) for letter, shape in _anchors(whole) if shape in self._boxes)
        self._body: list[str] = []

    def pieces(self) -> list[Piece]:
        """The running text, each text box behind the paragraph on which it hangs."""
        found = self._between(*self._head.stories["text"], anchors=self._anchors)
        for place in self._boxes.values():
            found += self._between(*place)
        self._body, self._paragraphs.lines = self._paragraphs.lines, []
        return found

    def pages(self) -> Iterator[list[str]]:
        """Every line, by part of the text; each header and footer is one."""
        yield self._body
        for first, end in (*_edges(self._head), *(self._head.stories[name] for name in APART)):
            self._between(first, end)
            yield self._paragraphs.lines
            self._paragraphs.lines = []

    def _between(self, first: int, end: int, anchors: "list[tuple[int, int]] | None" = None) -> list[Piece]:
        tables, waiting = Tables(), list(reversed(anchors or []))
        for start, mark, sign in self._paragraphs.between(first, end):
            properties = self._paragraphs.properties(mark, sign)
            if properties.shape is not None:
                tables.end_row(properties.depth, properties.shape)
                continue
            tables.paragraph(self._paragraphs.pieces(start, mark, properties), properties.depth)
            while waiting and waiting[-1][0] <= mark:
                if (place := self._boxes.pop(waiting.pop()[1], None)) is not None:
                    tables.paragraph(self._between(*place), properties.depth)
            if properties.ends_cell:
                tables.end_cell(properties.depth)
        return tables.end()


def _edges(whole: Head) -> Iterator[tuple[int, int]]:
    """Where each header and footer begins and ends."""
    first, end = whole.stories["edges"]
    table = _bounded(whole.of("edges"), 4)
    places = [first + each for each in struct.unpack_from(f"<{len(table) // 4}L", table)] if first < end else []
    known = sorted({first, end, *(each for each in places if first < each < end)})
    yield from pairwise(known)


def _anchors(whole: Head) -> Iterator[tuple[int, int]]:
    """At which letter each drawing hangs."""
    table = _bounded(whole.of("anchors"), 4 + ANCHOR)
    count = max(0, len(table) - 4) // (4 + ANCHOR)
    for number in range(count):
        letter, shape = (
            struct.unpack_from("<L", table, 4 * number)[0],
            struct.unpack_from("<L", table, 4 * (count + 1) + ANCHOR * number)[0],
        )
        yield letter, shape


def _boxes(whole: Head) -> dict[int, tuple[int, int]]:
    """Where the text of each text box begins and ends, by the number of its drawing."""
    table, (first, end) = _bounded(whole.of("boxes"), 4 + BOX), whole.stories["boxes"]
    count = max(0, len(table) - 4) // (4 + BOX)
    found: dict[int, tuple[int, int]] = {}
    if first < end and count:
        places = struct.unpack_from(f"<{count + 1}L", table)
        if list(places) != sorted(places):
            raise Refused("doc-broken")
        for number, (start, stop) in enumerate(pairwise(places)):
            shape = struct.unpack_from("<L", table, 4 * (count + 1) + BOX * number + SHAPE_OF_BOX)[0]
            if start < stop and first + stop <= end and shape not in found:
                found[shape] = first + start, first + stop
    return found or ({0: (first, end)} if first < end else {})


def _bounded(table: bytes, size: int) -> bytes:
    """A table with entries of that size, of which a document has so many."""
    if len(table) > MOST * size:
        raise Refused("too-many-tags", limit=MOST)
    return table
