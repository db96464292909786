"""The order in which the lines of a page are read: columns, two or three, one after the other, a table row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import inf

from giaoban.documents.pdf.lines import Line, Part

FEWEST = 6
"""So many lines side by side make columns."""
FILLED, MOSTLY = 0.6, 0.5
"""A line fills its column to this share, and this share of the lines does, where text runs on; the cells of a table do not."""
TWO, ALIKE = 2, 0.8
"""More columns than two are text only where the narrowest has such a share of the width of the widest."""
STEP = 1.1
"""A line no further below the one before, in font sizes, is too near to be the next of the same text."""
LETTERHEAD = 9
"""So many lines from the top of the first page the names of office and state may stand side by side."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines one below the other, and where their text begins and ends from left to right, in points."""

    lines: Sequence[Line]
    left: float
    right: float


def reading_order(lines: Sequence[Line]) -> list[Flow]:
    """The flows of a page as they are read; of a line that reaches over columns each part is in its own."""
    head = _letterhead(lines)
    flows = [Flow(side, side[0].left, inf) for side in _sides(head, (_middle(head),))]
    rest = lines[len(head) :]
    gutters = _gutters(rest)
    groups = _groups(rest, gutters)
    whole = [group for group in groups if not gutters or not _is_text(group, gutters)]
    left, right = edges([line for group in whole for line in group])
    for group in groups:
        if group in whole:
            flows.append(Flow(group, left, right))
        else:
            flows += [Flow(side, *edges(side)) for side in _sides(group, gutters)]
    return flows


def _gutters(lines: Sequence[Line]) -> tuple[float, ...]:
    """The places that part the columns of the page: two where three columns of text come of it, else one or none."""
    first = _gutter(lines)
    if first is None:
        return ()
    second = _gutter(lines, besides=first)
    pair = () if second is None else (min(first, second), max(first, second))
    return pair if pair and any(_is_text(group, pair) for group in _groups(lines, pair)) else (first,)


def _groups(lines: Sequence[Line], gutters: Sequence[float]) -> list[list[Line]]:
    """The lines, those together that follow each other and reach over none of the places, and those that do."""
    return [list(group) for _, group in groupby(lines, key=lambda line: bool(gutters) and _keeps_clear(line, gutters))]


def edges(lines: Sequence[Line]) -> tuple[float, float]:
    """The left edge, and the right edge that nine of ten lines keep to."""
    rights = sorted(line.right for line in lines)
    return (min(line.left for line in lines), rights[len(rights) * 9 // 10]) if lines else (0.0, 0.0)


def _letterhead(lines: Sequence[Line]) -> Sequence[Line]:
    """The first lines of a first page that have two parts each, and the one-sided ones among them."""
    if not lines or lines[0].page != 1 or len(lines[0].parts) != 2 or lines[0].tabled:
        return []
    gutter = _between_sides(lines[:LETTERHEAD])
    count = next((index for index, line in enumerate(lines) if not _keeps_clear(line, (gutter,))), len(lines))
    last = max((index for index, line in enumerate(lines[:count]) if len(line.parts) == 2), default=-1)
    return lines[: last + 1] if last < LETTERHEAD else []


def _between_sides(lines: Sequence[Line]) -> float:
    """The middle of what is free between the two parts of the first line and of those below it, as far as they leave a place free."""
    end, start = 0.0, inf
    for left, right in (line.parts for line in lines if len(line.parts) == 2):
        if max(end, left.right) >= min(start, right.left):
            break
        end, start = max(end, left.right), min(start, right.left)
    return (end + start) / 2


def _middle(lines: Sequence[Line]) -> float:
    pairs = [line.parts for line in lines if len(line.parts) == 2]
    return (max(left.right for left, _ in pairs) + min(right.left for _, right in pairs)) / 2 if pairs else 0.0


def _gutter(lines: Sequence[Line], besides: float | None = None) -> float | None:
    """The place that most gaps of the page share, of those that do not reach over `besides`; None where too few do."""
    free = [line for line in lines if not line.tabled]
    gaps = [(left.right, right.left) for line in free for left, right in pairwise(line.parts)]
    gaps += [gap for line, following in pairwise(free) if (gap := _between(line, following))]
    gaps = [(start, end) for start, end in gaps if besides is None or not start <= besides <= end]
    marks = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    best, place, open_gaps = 0, 0.0, 0
    for (x, change), (following, _) in pairwise(marks):
        open_gaps += change
        if open_gaps > best:
            best, place = open_gaps, (x + following) / 2
    return place if best >= FEWEST else None


def _between(line: Line, following: Line) -> tuple[float, float] | None:
    """The gap between two single parts of which one stands lower and beside the other: columns that do not keep to the same base lines."""
    if len(line.parts) > 1 or len(following.parts) > 1:
        return None
    left, right = sorted((line, following), key=lambda each: each.left)
    near = following.base - line.base < STEP * line.size
    return (left.right, right.left) if near and left.right < right.left else None


def _keeps_clear(line: Line, gutters: Sequence[float]) -> bool:
    return not line.tabled and all(part.right <= gutter or part.left >= gutter for part in line.parts for gutter in gutters)


def _is_text(lines: Sequence[Line], gutters: Sequence[float]) -> bool:
    """Whether all sides are running text; three are as wide as each other, for the columns of a table are not."""
    sides = [[part for line in lines for part in line.parts if _side(part, gutters) == side] for side in range(len(gutters) + 1)]
    if min(map(len, sides)) < FEWEST or max(len(line.parts) for line in lines) > len(sides):
        return False
    widths = [max(part.right for part in side) - min(part.left for part in side) for side in sides]
    if len(sides) > TWO and min(widths) < ALIKE * max(widths):
        return False
    return all(
        sum(1 for part in side if part.right - part.left >= FILLED * width) >= MOSTLY * len(side)
        for side, width in zip(sides, widths, strict=True)
    )


def _side(part: Part, gutters: Sequence[float]) -> int:
    """Of how many of the places a part stands on the right."""
    return sum(1 for gutter in gutters if part.left >= gutter)


def _sides(lines: Sequence[Line], gutters: Sequence[float]) -> Iterator[list[Line]]:
    for side in range(len(gutters) + 1):
        parted = ((line, tuple(part for part in line.parts if _side(part, gutters) == side)) for line in lines)
        if column := [replace(line, parts=parts) for line, parts in parted if parts]:
            yield column
