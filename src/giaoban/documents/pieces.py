"""Pieces of a document on their way to becoming its text and blocks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from giaoban.documents.kinds import kinds
from giaoban.documents.normal import normal
from giaoban.documents.repeated import repeats
from giaoban.documents.unsure import Unsure, signs, spans
from giaoban.model import Block, BlockKind, Refused, Span

MAX_TEXT = 5 * 2**20
"""The longest text, in code points: some 1,500 pages."""
MAX_PIECES = 300_000
"""Paragraphs and rows of one text."""
CELL = " | "
"""Between the cells of a table row."""
EMPTY = " "
"""An empty cell, so that the columns of every row can be counted."""


Breaks = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, list item, heading or table row as a reader of some format found it.

    kind    where the format says so (a heading's style, a table row); None where the words must tell
    cells   the texts of a row's cells; `text` is not looked at then
    widths  over how many columns each cell reaches; one each where none are told
    breaks  how many signs other than blanks stand before each further line of the original, with its page and its number there
    unsure  which digits of the text, or of each cell, recognition was not sure of; none where nothing was recognised
    """

    text: str
    kind: BlockKind | None = None
    page: int | None = None
    line: int | None = None
    cells: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    breaks: Breaks = ()


def breaks_of(parts: Iterable[str], places: Iterable[tuple[int, int]]) -> Breaks:
    """The breaks of a piece that is made of these parts; `places` are page and line of each but the first."""
    before = accumulate(signs(normal(part)) for part in parts)
    return tuple((count, page, line) for count, (page, line) in zip(before, places, strict=False))


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece that has its place in the text."""

    piece: Piece
    span: Span
    cells: tuple[Span, ...] = ()
    breaks: Breaks = ()


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...], tuple[Span, ...]]:
    """The text made of the pieces, an empty line between two, its blocks, and where digits are unsure.

    Pieces without visible text leave no trace.
    """
    parts: list[str] = []
    laid: list[Laid] = []
    unsure: list[Span] = []
    at = 0
    for piece in pieces:
        words = [_one_line(cell) for cell in piece.cells or (piece.text,)]
        if not any(words):
            continue
        text = CELL.join(word or EMPTY for word in words)
        cells = _cell_spans(words, piece.widths, at) if piece.cells else ()
        laid.append(Laid(piece, Span(at, at + len(text)), cells, tuple(_broken(text, piece.breaks, at))))
        parts.append(text)
        unsure += _unsure(words, piece.unsure, at)
        at += len(text) + 2
    whole = "\n\n".join(parts)
    return whole, blocks(whole, laid), tuple(unsure)


def _broken(text: str, breaks: Breaks, start: int) -> Iterator[tuple[int, int, int]]:
    """Where in the text the lines begin, of a piece that begins at `start`."""
    if breaks:
        places = [start + at for at, sign in enumerate(text) if not sign.isspace()]
        yield from ((places[before], page, line) for before, page, line in breaks if before < len(places))


def _unsure(words: Sequence[str], unsure: Sequence[Unsure], at: int) -> Iterator[Span]:
    """Where in the text the digits are of which recognition was not sure, of words or cells that begin at `at`."""
    for word, doubts in zip(words, unsure, strict=False):
        yield from spans(word, doubts, at)
        at += len(word or EMPTY) + len(CELL)


def blocks(text: str, laid: Sequence[Laid]) -> tuple[Block, ...]:
    """Blocks over places in a text that stands already; what each is, the format or else its words say. Bare signs are no block.

    Refused for more than `MAX_PIECES` (`too-many-lines`).
    """
    laid = [each for each in laid if any(map(str.isalnum, each.span.of(text)))]
    if len(laid) > MAX_PIECES:
        raise Refused("too-many-lines", limit=MAX_PIECES)
    texts = [each.span.of(text) for each in laid]
    found = kinds(texts, [each.piece.kind for each in laid])
    again = repeats(texts, found)
    return tuple(
        Block(kind, each.span, number, each.piece.page, each.piece.line, each.cells, repeated, each.breaks)
        for number, (each, kind, repeated) in enumerate(zip(laid, found, again, strict=True), start=1)
    )


def _one_line(text: str) -> str:
    return " ".join(normal(text).split())


def _cell_spans(words: Sequence[str], widths: Sequence[int], at: int) -> tuple[Span, ...]:
    """The place of the cell in each column: the same for all columns that one cell reaches over."""
    spans: list[Span] = []
    for word, width in zip(words, widths or [1] * len(words), strict=True):
        end = at + len(word or EMPTY)
        spans += [Span(at, end)] * width
        at = end + len(CELL)
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the reader of a format found in a file.

    pieces    in reading order
    pages     every line of the document, page by page, also those that are no part of the text (headers, footers, stamps)
    encoding  how the bytes were decoded
    """

    pieces: Sequence[Piece]
    pages: Sequence[Sequence[str]]
    encoding: str
