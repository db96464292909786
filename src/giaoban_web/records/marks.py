"""The text of a record cut into pieces for the screen: finds may lie within and across each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
class Paragraph:
    """One block of the text with its pieces; `page` is given where a new page begins."""

    kind: str
    number: int
    page: int | None
    start: int
    pieces: tuple[Piece, ...]
    repeated: bool

    @property
    def heading(self) -> bool:
        return self.kind in {BlockKind.TITLE, BlockKind.HEADING}


def paragraphs(text: str, blocks: Iterable[Block], marks: Iterable[Mark], unsure: Sequence[Span] = ()) -> Iterator[Paragraph]:
    """The blocks of `text` in order, each cut at the borders of the marks and of the unsure words that touch it."""
    waiting = sorted(marks, key=lambda mark: (mark.start, mark.end))
    page: int | None = None
    for block in blocks:
        touching = [mark for mark in waiting if mark.start < block.span.end and block.span.start < mark.end]
        waiting = [mark for mark in waiting if mark.end > block.span.start]
        turned = block.page if block.page != page else None
        page = block.page
        doubts = [each for each in unsure if each.start < block.span.end and block.span.start < each.end]
        pieces = tuple(_pieces(text, block.span.start, block.span.end, touching, doubts))
        yield Paragraph(block.kind.value, block.paragraph, turned, block.span.start, pieces, block.repeated)


def _pieces(text: str, start: int, end: int, marks: list[Mark], unsure: list[Span]) -> Iterator[Piece]:
    borders = {start, end, *(min(max(edge, start), end) for each in (*marks, *unsure) for edge in (each.start, each.end))}
    cuts = sorted(borders)
    for left, right in pairwise(cuts):
        covering = sorted((mark for mark in marks if mark.start <= left and right <= mark.end), key=lambda mark: mark.end - mark.start)
        opens = tuple(mark for mark in covering if max(mark.start, start) == left)
        yield Piece(text[left:right], left, tuple(covering), opens, any(each.start <= left < each.end for each in unsure))
