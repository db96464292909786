"""The words of a page and where they stand, from the glyphs that PDFium finds."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

GAP = 0.25
"""A gap this wide, in font sizes, divides words also where neither the file nor PDFium has a blank."""
TOUCH = 0.12
"""Glyphs closer than this, in font sizes, are of one word unless the file itself has a blank between them."""
STEP = 0.35
"""A change of the base line by this much, in font sizes, ends a word."""
MOST_GLYPHS = 60_000
"""No page that people read has more; what is beyond is left out."""
HYPHENS = {0x02: "\u00ad", 0xFFFE: "\u00ad"}
"""How PDFium writes a hyphen that only divides a word at the end of a line."""
NONE, SUPPOSED, REAL = 0, 1, 2
"""The blank before a glyph: none, one that PDFium supposes from the gap, one that the file has."""


class Word(NamedTuple):
    """Glyphs without a gap. Points from the left and from the top of the page as it is seen; `base` is where the letters stand."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Glyph(NamedTuple):
    sign: str
    left: float
    right: float
    base: float
    size: float
    blank: int


def words(page: Any) -> list[Word]:
    """The words of a page of pypdfium2, in the order of the file."""
    found: list[Word] = []
    run: list[Glyph] = []
    for glyph in _glyphs(page):
        if run and _divides(run[-1], glyph):
            found.append(_word(run))
            run = []
        run.append(glyph)
    return [*found, _word(run)] if run else found


def _word(run: list[Glyph]) -> Word:
    return Word("".join([glyph.sign for glyph in run]), run[0].left, max([glyph.right for glyph in run]), run[0].base, run[0].size)


def _divides(last: Glyph, glyph: Glyph) -> bool:
    if glyph.blank == REAL:
        return True
    size = max(last.size, glyph.size)
    gap = glyph.left - last.right
    return gap > (TOUCH if glyph.blank else GAP) * size or gap < -size or abs(glyph.base - last.base) > STEP * size


def _glyphs(page: Any) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    layer = page.get_textpage()
    raw, turn, (width, height) = layer.raw, page.get_rotation() // 90, page.get_size()
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
            (ax, _), (bx, _) = seen(left.value, bottom.value, turn, width, height), seen(right.value, top.value, turn, width, height)
            yield Glyph(sign, min(ax, bx), max(ax, bx), seen(x.value, y.value, turn, width, height)[1], size, blank)
        else:
            yield Glyph(sign, left.value, right.value, height - y.value, size, blank)
        blank = NONE
    layer.close()


def seen(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """A point of the file on the page as it is seen after so many quarter turns: from the left and from the top.

    >>> seen(100, 20, 1, 842, 595)
    (20, 100)
    """
    return ((x, height - y), (y, x), (width - x, y), (width - y, height - x))[turn % 4]
