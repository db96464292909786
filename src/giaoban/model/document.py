"""A record as it came in: one NFC text that never changes, and the way back to the original's pages."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from giaoban.model.span import Span


class BlockKind(StrEnum):
    """What a block is in the layout of its document."""

    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the text and where it stood in the original.

    page       page of a PDF, counted from 1; None where the original has no pages
    line       first line on that page, counted from 1; None where unknown
    paragraph  paragraph, list item or table row of the original, counted from 1
    cells      spans of the cells of a table row, in the order of its columns; a cell that reaches over several stands at each of them
    repeated   the block says again what an earlier one said (a doubled caption): read once only
    breaks     where in the text each further line of the original begins, with its page and its number there; none where unknown
    """

    kind: BlockKind
    span: Span
    paragraph: int
    page: int | None = None
    line: int | None = None
    cells: tuple[Span, ...] = ()
    repeated: bool = False
    breaks: tuple[tuple[int, int, int], ...] = ()

    def place_of(self, offset: int) -> tuple[int | None, int | None]:
        """Page and line of the original on which the code point at `offset` stands, as far as they are known."""
        index = bisect_right(self.breaks, offset, key=lambda each: each[0]) - 1
        return self.breaks[index][1:] if index >= 0 else (self.page, self.line)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a record with its blocks in order; blocks do not overlap.

    sha256      of the original bytes, hexadecimal
    media_type  as recognised from the bytes, not from the name
    encoding    how the bytes were decoded ("utf-8", "tcvn3", "ocr" …)
    unsure      words with digits that were recognised in a picture, and may be others
    """

    text: str
    blocks: tuple[Block, ...]
    name: str
    sha256: str
    media_type: str
    encoding: str
    unsure: tuple[Span, ...] = ()

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the code point at `offset`; the last one before it when it stands between blocks."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return self.blocks[index] if index >= 0 else None
