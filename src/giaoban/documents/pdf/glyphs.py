"""The words of a page and where they stand, from the glyphs that PDFium finds."""

import ctypes
from collections.abc import Iterator
from math import pi
from typing import Any, NamedTuple

GAP = 0.25
"""A gap this wide, in font sizes, divides words also where neither the file nor PDFium has a blank."""
TOUCH = 0.12
"""Glyphs closer than this, in font sizes, are of one word unless the file itself has a blank between them."""
STEP = 0.35
"""A change of the base line by this much, in font sizes, ends a word."""
MOST_GLYPHS = 60_000
"""No page that people read has more; what is beyond is left out."""
SAMPLES = 200
"""So many glyphs of a page tell which way its letters stand."""
HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""How PDFium writes a hyphen at the end of a line."""
NONE, SUPPOSED, REAL = 0, 1, 2
"""The blank before a glyph: none, one that PDFium supposes from the gap, one that the file has."""


class Word(NamedTuple):
    """Glyphs without a gap. Points to the right and down as the letters stand, from the page's corner; `base` is where they stand."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Glyph(NamedTuple):
    """One sign as printed: its edges, the line it stands on and its size in points; `blank` counts the blanks that PDFium saw before it."""

    sign: str
    left: float
    right: float
    base: float
    size: float
    blank: int


def words(page: Any) -> tuple[list[Word], int]:
    """The words of a page of pypdfium2 in the order of the file, and in how many quarter turns to the left its letters stand."""
    layer = page.get_textpage()
    turn = _turn(layer)
    found: list[Word] = []
    run: list[Glyph] = []
    for glyph in _glyphs(layer, turn):
        if run and _divides(run[-1], glyph):
            found.append(_word(run))
            run = []
        run.append(glyph)
    layer.close()
    return ([*found, _word(run)] if run else found), turn


def _word(run: list[Glyph]) -> Word:
    return Word("".join([glyph.sign for glyph in run]), run[0].left, max([glyph.right for glyph in run]), run[0].base, run[0].size)


def _divides(last: Glyph, glyph: Glyph) -> bool:
    if glyph.blank == REAL:
        return True
    size = max(last.size, glyph.size)
    gap = glyph.left - last.right
    return gap > (TOUCH if glyph.blank else GAP) * size or gap < -size or abs(glyph.base - last.base) > STEP * size


def _glyphs(layer: Any, turn: int) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    raw = layer.raw
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    blank = REAL
    for index in range(min(layer.count_chars(), MOST_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        sign = HYPHENS.get(code) or chr(code)
        if sign.isspace() or not code:
            blank = max(blank, SUPPOSED if pdfium.FPDFText_IsGenerated(raw, index) else REAL)
            continue
        pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        size = abs(pdfium.FPDFText_GetFontSize(raw, index)) or 1.0
        if turn:
            (ax, _), (bx, _) = upright(left.value, bottom.value, turn), upright(right.value, top.value, turn)
            yield Glyph(sign, min(ax, bx), max(ax, bx), upright(x.value, y.value, turn)[1], size, blank)
        else:
            yield Glyph(sign, left.value, right.value, -y.value, size, blank)
        blank = NONE


def _turn(layer: Any) -> int:
    """The turn of most letters; PDFium counts angles to the right."""
    import pypdfium2.raw as pdfium

    count = layer.count_chars()
    angles = (pdfium.FPDFText_GetCharAngle(layer.raw, index) for index in range(0, count, max(1, count // SAMPLES)))
    turns = [round(-angle / (pi / 2)) % 4 for angle in angles if angle >= 0]
    return max(set(turns), key=turns.count) if turns else 0


def upright(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page as a reader sees it who turns the page until the letters stand: to the right, and down.

    >>> upright(100, 20, 1)
    (20, 100)
    """
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn % 4]
