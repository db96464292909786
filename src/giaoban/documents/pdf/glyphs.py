"""The words of a page and where they stand, from the glyphs that PDFium finds."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from math import pi
from typing import Any, NamedTuple

from giaoban.documents.pdf.raised import unraised
from giaoban.documents.pdf.runs import JOINED, NONE, REAL, SUPPOSED, TOUCH, Glyph, divided, upright
from giaoban.documents.pdf.spacing import Rooms, spaced

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
    rooms = Rooms(layer, turn)
    glyphs = unraised(list(_joined(list(_glyphs(layer, turn)), rooms)))
    found = [_word(run) for line, spacing in spaced(glyphs, rooms) for run in divided(line, spacing)]
    layer.close()
    return found, turn


def _word(run: list[Glyph]) -> Word:
    return Word("".join([glyph.sign for glyph in run]), run[0].left, max([glyph.right for glyph in run]), run[0].base, run[0].size)


def _glyphs(layer: Any, turn: int) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    raw, blank = layer.raw, REAL
    left, right, bottom, top, x, y = values = [ctypes.c_double() for _ in range(6)]
    # Asked of every glyph: what they are called by and where they write is looked up once.
    at_left, at_right, at_bottom, at_top, at_x, at_y = map(ctypes.byref, values)
    code_of, box_of, origin_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetCharOrigin
    size_of = pdfium.FPDFText_GetFontSize
    for index in range(min(layer.count_chars(), MOST_GLYPHS)):
        code = code_of(raw, index)
        sign = HYPHENS.get(code) or chr(code)
        if sign.isspace() or not code:
            blank = max(blank, SUPPOSED if pdfium.FPDFText_IsGenerated(raw, index) else REAL)
            continue
        box_of(raw, index, at_left, at_right, at_bottom, at_top)
        origin_of(raw, index, at_x, at_y)
        size = abs(size_of(raw, index)) or 1.0
        if turn:
            (ax, _), (bx, _) = upright(left.value, bottom.value, turn), upright(right.value, top.value, turn)
            yield Glyph(sign, min(ax, bx), max(ax, bx), upright(x.value, y.value, turn)[1], size, blank, index)
        else:
            yield Glyph(sign, left.value, right.value, -y.value, size, blank, index)
        blank = NONE


def _joined(glyphs: list[Glyph], rooms: Rooms) -> Iterator[Glyph]:
    """The glyphs, those marked that meet the one before though their ink stands apart."""
    yield from glyphs[:1]
    for last, glyph in pairwise(glyphs):
        sign, left, right, base, size, blank, number = glyph
        apart = blank != REAL and left - last.right > TOUCH * size
        meets = apart and abs(rooms[number][0] - rooms[last.number][1]) < MEETS * size
        yield Glyph(sign, left, right, base, size, JOINED, number) if meets else glyph


def _turn(layer: Any) -> int:
    """The turn of most letters; PDFium counts angles to the right."""
    import pypdfium2.raw as pdfium

    count = layer.count_chars()
    angles = (pdfium.FPDFText_GetCharAngle(layer.raw, index) for index in range(0, count, max(1, count // SAMPLES)))
    turns = [round(-angle / (pi / 2)) % 4 for angle in angles if angle >= 0]
    return max(set(turns), key=turns.count) if turns else 0
