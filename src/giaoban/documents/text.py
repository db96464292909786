"""Plain text: its paragraphs, also where they were typed or scanned with a line break at the end of every line."""

import re
from collections.abc import Iterator
from itertools import groupby

from giaoban.documents.pieces import Laid, Piece, blocks
from giaoban.documents.wrapping import Line, paragraphs
from giaoban.model import Block, BlockKind, Span

NUMBER = re.compile(r"[-–+(]?\d[\d.,]*\)?%?")
MARKER = re.compile(r"\W{1,2}|\(?\w{1,4}(?:\.\d{1,2}){0,3}[.)]?")
"""What stands before a tab in a list: 1., 2.1, a), (3), IV., a dash."""


def lay(text: str) -> tuple[Block, ...]:
    """The blocks of a text that stands already in its normal form."""
    laid = []
    pasted = _pasted(text) if "\t" in text else {}
    for first, last in paragraphs(list(_lines(text))):
        whole = pasted.get(first.start) if first is last else None
        span = whole or Span(first.start, last.end)
        cells = tuple(_columns(text, whole)) if whole else _cells(text, span)
        laid.append(Laid(Piece("", BlockKind.ROW if cells else None), span, cells))
    return blocks(text, laid)


def _pasted(text: str) -> dict[int, Span]:
    """By where their words begin, the lines of a table pasted from a sheet: each with as many tabs as the next, some cell a number."""
    found: dict[int, Span] = {}
    at = 0
    for tabs, group in groupby(text.split("\n"), key=lambda line: line.count("\t") if any(map(str.isalnum, line)) else 0):
        lines = list(group)
        numbers = tabs and any(NUMBER.fullmatch(cell.strip()) for line in lines for cell in line.split("\t"))
        for line in lines:
            if numbers and len(lines) > 1:
                found[at + len(line) - len(line.lstrip())] = Span(at, at + len(line))
            at += len(line) + 1
    return found


def _columns(text: str, line: Span) -> Iterator[Span]:
    """The cells of such a line; an empty one is the tab that ends it, at the end of the line the one before it."""
    at = line.start
    for cell in line.of(text).split("\t"):
        words = cell.strip()
        start = at + cell.index(words) if words else min(at, line.end - 1)
        yield Span(start, start + max(1, len(words)))
        at += len(cell) + 1


def _lines(text: str) -> Iterator[Line]:
    at = gap = 0
    for line in text.split("\n"):
        words = line.strip()
        if any(map(str.isalnum, words)):
            start = at + line.index(words[0])
            yield Line(words, start, start + len(words), after_gap=gap > 0)
            gap = 0
        else:
            gap += 1
        at += len(line) + 1


def _cells(text: str, span: Span) -> tuple[Span, ...]:
    """The cells of a line that is divided by tabs."""
    line = span.of(text)
    if line.count("\t") < 1 or "\n" in line:
        return ()
    cells, at = [], span.start
    for cell in line.split("\t"):
        if cell.strip():
            start = at + len(cell) - len(cell.lstrip())
            cells.append(Span(start, start + len(cell.strip())))
        at += len(cell) + 1
    listed = len(cells) == 2 and MARKER.fullmatch(cells[0].of(text))
    return tuple(cells) if len(cells) > 1 and not listed else ()
