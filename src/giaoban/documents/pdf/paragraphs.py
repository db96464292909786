"""Lines of pages become paragraphs, list items and table rows, also over the end of a page."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from giaoban.documents.kinds import NUMBERED, PART, TYPE
from giaoban.documents.pdf.columns import Flow
from giaoban.documents.pdf.lines import Line
from giaoban.documents.pieces import Piece, breaks_of
from giaoban.documents.split import rejoined
from giaoban.documents.syllables import is_syllable
from giaoban.documents.unsure import united
from giaoban.documents.wrapping import ENDED, STARTS_ITEM, is_open
from giaoban.model import BlockKind

INDENT = 0.9
"""A first line is set in by this much, in font sizes."""
RAGGED = 0.12
"""A line that ends further than this share of the width from the right edge is not full."""
CENTRED = 2.0
"""A line stands in the middle when both its ends are this far in, in font sizes, give or take as much."""
BALANCED = 1.0
"""A line of a title as wide as the page has its ends as far in as each other, give or take so many font sizes."""
SHARED, NEAR = 4, 0.2
"""Where so many lines of a flow begin at one place, it is where first lines are set in; places within so many font sizes are one."""
ALIKE = 0.2
"""Lines of one paragraph differ in size by no more than this share."""
RAISED, APART = 0.8, 1.85
"""No line stands closer to the next than the first, none further than the second times LEADING, in font sizes."""
LEADING = 1.35
"""More than this many times the usual distance from line to line begins a new paragraph."""
HYPHEN = re.compile(r"(?P<before>[^\W\d_]+)(?P<sign>[-\u00ad])$")
FIRST = re.compile(r"[^\W\d_]+")
DIVIDED = 200
"""So many code points at the end of a line show whether a word is divided there."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in its flow.

    leading  the usual distance from line to line there, in points
    starts   where the lines of the flow begin, from left to right
    """

    line: Line
    flow: Flow
    leading: float
    starts: Sequence[float]

    @property
    def is_full(self) -> bool:
        return self.line.right > self.flow.right - RAGGED * (self.flow.right - self.flow.left)

    @property
    def is_set_in(self) -> bool:
        return self.line.left - self.flow.left > INDENT * self.line.size

    @property
    def is_centred(self) -> bool:
        before, after = self._margins
        return before > CENTRED * self.line.size and abs(before - after) < CENTRED * self.line.size and not self._begins_as_others

    @property
    def is_balanced(self) -> bool:
        before, after = self._margins
        return abs(before - after) < BALANCED * self.line.size

    @property
    def _margins(self) -> tuple[float, float]:
        return self.line.left - self.flow.left, self.flow.right - self.line.right

    @property
    def _begins_as_others(self) -> bool:
        left, near = self.line.left, NEAR * self.line.size
        return bisect_left(self.starts, left + near) - bisect_right(self.starts, left - near) >= SHARED


def pieces(flows: Sequence[Flow]) -> Iterator[Piece]:
    """Pieces in reading order; each knows the page and line on which it begins."""
    held: list[Placed] = []
    for flow in flows:
        leading, starts = _leading(flow.lines), sorted(line.left for line in flow.lines)
        for line in flow.lines:
            placed = Placed(line, flow, leading, starts)
            if held and not _continues(held, placed):
                yield _piece(held)
                held = []
            held.append(placed)
    if held:
        yield _piece(held)


def _leading(lines: Sequence[Line]) -> float:
    """The distance from line to line within a paragraph: of all distances that are more than a raised letter makes, nearly the smallest."""
    steps = sorted(step for line, following in pairwise(lines) if (step := following.base - line.base) > RAISED * line.size)
    return min(steps[len(steps) // 10], APART * lines[0].size) if steps else 0.0


def _continues(held: Sequence[Placed], placed: Placed) -> bool:
    last, line = held[-1].line, placed.line
    if is_row(last) or is_row(line) or STARTS_ITEM.match(line.text) or abs(last.size - line.size) > ALIKE * line.size:
        return False
    ended = bool(ENDED.search(last.text))
    goes_on = not ended and (line.text[0].islower() or is_open(last.text, line.text[0].isdigit()) or bool(HYPHEN.search(last.text)))
    if placed.flow is held[-1].flow and placed.leading and line.base - last.base > LEADING * placed.leading:
        return goes_on
    if placed.is_centred and (held[-1].is_centred or all(each.is_balanced for each in held)):
        return not ended and not TYPE.search(last.text) and (held[-1].is_centred or not _heads(line.text, last.text))
    hanging = len(held) > 1 and abs(line.left - last.left) < INDENT * line.size
    if held[-1].is_full and (hanging or not placed.is_set_in):
        return True
    return goes_on


def _heads(words: str, before: str) -> bool:
    """Whether a line in the middle is a heading of its own below lines as wide as the page, not the last line of a title."""
    return bool(PART.match(words) or NUMBERED.match(words)) or (words.isupper() and not before.isupper())


def is_row(line: Line) -> bool:
    """Whether a line is of a table, or of parts that stand side by side."""
    return line.tabled or len(line.parts) > 1


def _piece(held: Sequence[Placed]) -> Piece:
    first = held[0].line
    if is_row(first):
        cells, widths, unsure = zip(*((part.text, part.columns, part.unsure) for part in first.parts), strict=True)
        return Piece("", BlockKind.ROW, first.page, first.number, cells, widths, unsure)
    parts, tail = [(first.text, first.unsure)], first.text
    for placed in held[1:]:
        parts[-1] = (_before(placed.line.text, tail, parts[-1][0]), parts[-1][1])
        parts.append((placed.line.text, placed.line.unsure))
        tail = f"{parts[-2][0]}{placed.line.text}"[-DIVIDED:]
    text = "".join(text for text, _ in parts)
    breaks = breaks_of((text for text, _ in parts), ((placed.line.page, placed.line.number) for placed in held[1:]))
    return Piece(rejoined(text), None, first.page, first.number, unsure=(united(parts),), breaks=breaks)


def _before(following: str, tail: str, text: str) -> str:
    """A line as it stands before the one that follows: with a blank, or none where a word was divided between them; `tail` is where
    the words so far end."""
    divided, rest = HYPHEN.search(tail), FIRST.match(following)
    if not divided or not rest or not rest[0].islower():
        return f"{text} "
    whole = divided["before"] + rest[0]
    if is_syllable(whole) or whole.isascii():
        return text[:-1]
    return text if divided["sign"] == "-" else f"{text} "
