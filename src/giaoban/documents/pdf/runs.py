"""The glyphs of a page, and where one word ends and the next begins."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = 0.25
"""A gap this wide, in font sizes, divides words also where neither the file nor PDFium has a blank."""
TOUCH = 0.12
"""Glyphs closer than this, in font sizes, are of one word unless the file itself has a blank between them."""
STEP = 0.35
"""A change of the base line by this much, in font sizes, ends a word."""
JOINED, NONE, SUPPOSED, REAL = -1, 0, 1, 2
"""The blank before a glyph: none can be, for it begins where the font ends the one before; none, one that PDFium supposes from the gap, one
that the file has."""


class Glyph(NamedTuple):
    """One sign as printed: its edges, the line it stands on and its size in points; `blank` says which blank PDFium saw before it, and
    `number` counts it there."""

    sign: str
    left: float
    right: float
    base: float
    size: float
    blank: int
    number: int


def divided(line: Sequence[Glyph], spacing: float = 0.0) -> Iterator[list[Glyph]]:
    """The words of a line whose letters stand apart by so many points."""
    run: list[Glyph] = []
    for glyph in line:
        if run and _divides(run[-1], glyph, spacing):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _divides(last: Glyph, glyph: Glyph, spacing: float) -> bool:
    if glyph.blank == REAL:
        return True
    if glyph.blank == JOINED:
        return breaks(last, glyph)
    size = max(last.size, glyph.size)
    gap = glyph.left - last.right - spacing
    return gap > (TOUCH if glyph.blank and not spacing else GAP) * size or breaks(last, glyph)


def breaks(last: Glyph, glyph: Glyph) -> bool:
    """Whether the second stands on another line than the first, or far before it."""
    size = max(last.size, glyph.size)
    return glyph.left - last.right < -size or abs(glyph.base - last.base) > STEP * size


def upright(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page as a reader sees it who turns the page until the letters stand: to the right, and down.

    >>> upright(100, 20, 1)
    (20, 100)
    """
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn % 4]
