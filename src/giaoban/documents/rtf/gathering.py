"""The text of a rich document as it comes: paragraphs, cells and rows, each part of the text by itself."""

from dataclasses import dataclass, field

from giaoban.documents.flat import Shape, Tables
from giaoban.documents.pieces import MAX_TEXT, Piece
from giaoban.documents.runs import Run, words
from giaoban.documents.wrapping import by_hand
from giaoban.model import BlockKind, Refused

MOST = 80_000
"""Paragraphs, cells and typed lines of one document."""


@dataclass(slots=True)
class Story:
    """A part of the text: its tables and paragraphs, the one that has begun, and every line."""

    tables: Tables = field(default_factory=Tables)
    shown: list[Run] = field(default_factory=list)
    hidden: list[Run] = field(default_factory=list)
    label: str = ""
    boxes: list[Piece] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is told of a paragraph: its kind, whether it is of a list, and how many tables deep it stands."""

    kind: BlockKind | None
    listed: bool
    depth: int


class Gathering:
    """Gathers the running text, and within it those parts that stand apart."""

    def __init__(self) -> None:
        self._story = Story()
        self._outer: list[Story] = []
        self._length = self._lines = 0
        self.pages: list[list[str]] = []
        """Every line of each part that stands apart."""

    def add(self, run: Run, hidden: bool) -> None:
        """Text of the paragraph that has begun."""
        self._length += len(run.text)
        if self._length > MAX_TEXT:
            raise Refused("too-long", limit=MAX_TEXT)
        (self._story.hidden if hidden else self._story.shown).append(run)

    def number(self, label: str) -> None:
        """The number that a list has given to the paragraph."""
        self._story.label = label

    def end_paragraph(self, paragraph: Paragraph) -> None:
        """The paragraph ends."""
        self._story.tables.paragraph(self._pieces(paragraph), paragraph.depth)

    def end_cell(self, paragraph: Paragraph) -> None:
        """The paragraph ends, and with it the cell."""
        self.end_paragraph(paragraph)
        self._story.tables.end_cell(paragraph.depth)

    def end_row(self, depth: int, shape: Shape) -> None:
        """A row ends."""
        self._lines += 1
        self._story.tables.end_row(depth, shape)

    def begin(self) -> None:
        """A part of the text begins that stands by itself."""
        self._outer.append(self._story)
        self._story = Story()

    def leave(self, paragraph: Paragraph, box: bool) -> None:
        """It ends: a text box is read behind the paragraph on which it hangs, of all else only the lines are kept."""
        pieces, inner = self.ended(paragraph), self._story
        self._story = self._outer.pop()
        if box:
            self._story.boxes += pieces
            self._story.lines += inner.lines
        else:
            self.pages.append(inner.lines)

    def ended(self, paragraph: Paragraph) -> list[Piece]:
        """All pieces of the part that has begun, when it is over."""
        if self._story.shown or self._story.hidden or self._story.boxes:
            self.end_paragraph(paragraph)
        return self._story.tables.end()

    def lines(self) -> list[str]:
        """Every line of the part that has begun."""
        return self._story.lines

    def _pieces(self, paragraph: Paragraph) -> list[Piece]:
        """The paragraph; several, where typed line breaks divide it into lines of a list."""
        story = self._story
        text = words(story.shown)
        lines = text.split("\n")
        self._lines += len(lines)
        if self._lines > MOST:
            raise Refused("too-many-lines", limit=MOST)
        story.lines += [*lines, *filter(None, [words(story.hidden)])]
        label = story.label if text.strip() else ""
        kind = paragraph.kind or (BlockKind.LIST_ITEM if paragraph.listed and not label else None)
        found = [Piece(f"{label} {part}" if label and not number else part, kind) for number, part in enumerate(by_hand(text))]
        found += story.boxes
        story.shown, story.hidden, story.label, story.boxes = [], [], "", []
        return found
