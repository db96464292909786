"""The words of a page and where they stand, from the glyphs that PDFium finds."""

import ctypes
from collections.abc import Iterator
from math import pi
from typing import Any, NamedTuple

from giaoban.documents.pdf.raised import unraised
from giaoban.documents.pdf.runs import JOINED, NONE, REAL, SUPPOSED, TOUCH, Glyph, divided, upright
from giaoban.documents.pdf.spacing import edges, spaced

MOST_GLYPHS = 60_000
"""No page that people read has more; what is beyond is left out."""
SAMPLES = 200
"""So many glyphs of a page tell which way its letters stand."""
MEETS = 0.05
"""Two glyphs meet where their font gives them no more or less room than this between them, in font sizes, narrow as their ink may be: the
ones of "11" stand further apart in Arial than many words do."""
HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""How PDFium writes a hyphen at the end of a line."""


class Word(NamedTuple):
    """Glyphs without a gap. Points to the right and down as the letters stand, from the page's corner; `base` is where they stand.

    unsure  it has digits that were recognised in a picture, and may be others
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    unsure: bool = False


def words(page: Any) -> tuple[list[Word], int]:
    """The words of a page of pypdfium2 in the order of the file, and in how many quarter turns to the left its letters stand."""
    layer = page.get_textpage()
    turn = _turn(layer)
    glyphs = unraised(list(_joined(layer, list(_glyphs(layer, turn)), turn)))
    found = [_word(run) for line, spacing in spaced(layer, glyphs, turn) for run in divided(line, spacing)]
    layer.close()
    return found, turn


def _word(run: list[Glyph]) -> Word:
    return Word("".join([glyph.sign for glyph in run]), run[0].left, max([glyph.right for glyph in run]), run[0].base, run[0].size)


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
            yield Glyph(sign, min(ax, bx), max(ax, bx), upright(x.value, y.value, turn)[1], size, blank, index)
        else:
            yield Glyph(sign, left.value, right.value, -y.value, size, blank, index)
        blank = NONE


def _joined(layer: Any, glyphs: list[Glyph], turn: int) -> Iterator[Glyph]:
    """The glyphs, those marked that meet the one before though their ink stands apart."""
    for last, glyph in zip([None, *glyphs], glyphs, strict=False):
        apart = last is not None and glyph.blank != REAL and glyph.left - last.right > TOUCH * glyph.size
        meets = apart and last is not None and abs(edges(layer, glyph, turn)[0] - edges(layer, last, turn)[1]) < MEETS * glyph.size
        yield glyph._replace(blank=JOINED) if meets else glyph


def _turn(layer: Any) -> int:
    """The turn of most letters; PDFium counts angles to the right."""
    import pypdfium2.raw as pdfium

    count = layer.count_chars()
    angles = (pdfium.FPDFText_GetCharAngle(layer.raw, index) for index in range(0, count, max(1, count // SAMPLES)))
    turns = [round(-angle / (pi / 2)) % 4 for angle in angles if angle >= 0]
    return max(set(turns), key=turns.count) if turns else 0
