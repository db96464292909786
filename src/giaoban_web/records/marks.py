"""The text of a record cut into pieces for the screen: finds may lie within and across each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from giaoban.model import Block, BlockKind, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a find stands: `key` is its id, `style` its letter, `done` whether it is decided."""

    key: int
    start: int
    end: int
    style: str
    done: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two borders. `marks` are those that cover them, the shortest (shown on top) first; `opens` those that begin here.

    unsure  their digits were recognised in a picture, and may be others
    """

    text: str
    start: int
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    unsure: bool = False

    @property
    def top(self) -> Mark | None:
        return self.marks[0] if self.marks else None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row, over so many columns, and what parts it from the next one in the text."""

    pieces: tuple[Piece, ...]
    columns: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the text with its pieces; `page` is given where a new page begins.

    cells   of a row of a table; `first` and `last` tell where the table begins and ends
    """

    kind: str
    number: int
    page: int | None
    start: int
    pieces: tuple[Piece, ...]
    repeated: bool
    cells: tuple[Cell, ...] = ()
    first: bool = False
    last: bool = False

    @property
    def columns(self) -> int:
        return sum(cell.columns for cell in self.cells)

    @property
    def heading(self) -> bool:
        return self.kind in {BlockKind.TITLE, BlockKind.HEADING}


def paragraphs(text: str, blocks: Iterable[Block], marks: Iterable[Mark], unsure: Sequence[Span] = ()) -> Iterator[Paragraph]:
    """The blocks of `text` in order, each cut at the borders of the marks and of the unsure words that touch it; rows make tables."""
    yield from _tables(_paragraphs(text, blocks, marks, unsure))


def _paragraphs(text: str, blocks: Iterable[Block], marks: Iterable[Mark], unsure: Sequence[Span]) -> Iterator[Paragraph]:
    waiting = sorted(marks, key=lambda mark: (mark.start, mark.end))
    page: int | None = None
    for block in blocks:
        touching = [mark for mark in waiting if mark.start < block.span.end and block.span.start < mark.end]
        waiting = [mark for mark in waiting if mark.end > block.span.start]
        turned = block.page if block.page != page else None
        page = block.page
        doubts = [each for each in unsure if each.start < block.span.end and block.span.start < each.end]
        pieces = tuple(_pieces(text, block.span.start, block.span.end, touching, doubts))
        cells = tuple(_cells(text, block, touching, doubts))
        yield Paragraph(block.kind.value, block.paragraph, turned, block.span.start, pieces, block.repeated, cells)


def _cells(text: str, block: Block, marks: list[Mark], unsure: list[Span]) -> Iterator[Cell]:
    """The cells of a row; none where they do not stand one behind the other, or are too few for a table."""
    spans = Counter((cell.start, cell.end) for cell in block.cells)
    if len(spans) < 2 or any(start < end for (_start, end), (start, _end) in pairwise(spans)):
        return
    begins = [block.span.start, *(start for start, _end in list(spans)[1:]), block.span.end]
    for ((_start, end), columns), (start, after) in zip(spans.items(), pairwise(begins), strict=True):
        stop = after if after == block.span.end else end
        yield Cell(tuple(_pieces(text, start, stop, marks, unsure)), columns, text[stop:after])


def _tables(told: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Rows of as many columns that follow each other on a page stand in one table."""
    before: Paragraph | None = None
    for each in told:
        joins = bool(before and before.cells and each.columns == before.columns and not each.page)
        if before:
            yield replace(before, last=bool(before.cells) and not joins)
        before = replace(each, first=bool(each.cells) and not joins)
    if before:
        yield replace(before, last=bool(before.cells))


def _pieces(text: str, start: int, end: int, marks: list[Mark], unsure: list[Span]) -> Iterator[Piece]:
    borders = {start, end, *(min(max(edge, start), end) for each in (*marks, *unsure) for edge in (each.start, each.end))}
    cuts = sorted(borders)
    for left, right in pairwise(cuts):
        covering = sorted((mark for mark in marks if mark.start <= left and right <= mark.end), key=lambda mark: mark.end - mark.start)
        opens = tuple(mark for mark in covering if max(mark.start, start) == left)
        yield Piece(text[left:right], left, tuple(covering), opens, any(each.start <= left < each.end for each in unsure))
