"""What holds within a group of a rich text, and the shape of a row of a table as it is told."""

from dataclasses import dataclass, field

from giaoban.documents.flat import Shape
from giaoban.documents.rtf.words import Part

MOST_CELLS = 300
FURTHEST = 2**20
"""No cell ends further on the page, in twentieths of a point."""


@dataclass(slots=True)
class State:
    """What holds from here to the end of the group; a group within begins with the same."""

    part: Part = Part.TEXT
    name: str = ""
    font: int = 0
    raised: bool = False
    hidden: bool = False
    deleted: bool = False
    instead: int = 1
    """How many letters stand behind each letter of Unicode for programs that do not know it."""
    style: int = 0
    outline: int | None = None
    listed: bool = False
    in_table: bool = False
    deep: int | None = None

    def depth(self) -> int:
        """How many tables deep a paragraph stands."""
        return (1 if self.deep is None else self.deep) if self.in_table else 0

    def plain(self, font: int) -> None:
        """Runs are as the document has them."""
        self.font, self.raised, self.hidden, self.deleted = font, False, False, False

    def paragraph(self) -> None:
        """A paragraph is as the document has it."""
        self.style, self.outline, self.listed, self.in_table, self.deep = 0, None, False, False, None


@dataclass(slots=True)
class Row:
    """Where a row begins, its cells, and what was said of the next one."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    continues: list[bool] = field(default_factory=list)
    next_joined: bool = False
    next_continues: bool = False

    def cell(self, edge: int) -> None:
        """A cell of which everything was said, and where it ends."""
        if len(self.edges) < MOST_CELLS:
            self.edges.append(max(-FURTHEST, min(edge, FURTHEST)))
            self.joined.append(self.next_joined)
            self.continues.append(self.next_continues)
        self.next_joined = self.next_continues = False

    def shape(self) -> Shape:
        """The shape of the row."""
        left = min(self.left, *self.edges) if self.edges else 0
        return Shape((left, *self.edges), tuple(self.joined), tuple(self.continues)) if self.edges else Shape()
