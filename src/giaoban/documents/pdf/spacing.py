"""Letters that were set apart ("C Ộ N G  H Ò A" by three points each): how far, so that words are told from letters.

uniform, and syllables come of it    the letters of a word
else                                 single letters, as they stand
"""

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from giaoban.documents.pdf.runs import REAL, Glyph, breaks, divided, upright
from giaoban.documents.syllables import is_syllable

LEAST, MOST = 0.04, 0.6
"""How far letters are set apart, in font sizes; further are the columns of a table."""
ALIKE, SHARE = 0.03, 0.6
"""Two gaps are the same within so many font sizes; of those without a blank so many are, the others stand between words."""
SYLLABLES = 0.6
"""The share of the words that must be syllables when letters are put together."""


class Rooms(dict[int, tuple[float, float]]):
    """Where the room that its font gives a glyph begins and ends, by the number of the glyph on its page: asked of PDFium once.

    turn  in how many quarter turns to the left the letters stand
    """

    def __init__(self, layer: Any, turn: int) -> None:
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        super().__init__()
        self._ask, self._raw, self._turn = pdfium.FPDFText_GetLooseCharBox, layer.raw, turn
        self._box = pdfium.FS_RECTF()
        self._there = ctypes.byref(self._box)

    def __missing__(self, number: int) -> tuple[float, float]:
        box = self._box
        self._ask(self._raw, number, self._there)
        if self._turn:
            one, other = upright(box.left, box.bottom, self._turn)[0], upright(box.right, box.top, self._turn)[0]
        else:
            one, other = box.left, box.right
        found = self[number] = (one, other) if one <= other else (other, one)
        return found


def spaced(glyphs: Sequence[Glyph], rooms: Rooms) -> Iterator[tuple[list[Glyph], float]]:
    """The glyphs of each line in the order of the file, and how many points its letters are set apart; mostly 0."""
    before = 0.0
    for line in _lines(glyphs):
        spacing = _spacing(line, before, rooms)
        before = spacing or before
        yield line, spacing


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and breaks(line[-1], glyph):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _spacing(line: Sequence[Glyph], before: float, rooms: Rooms) -> float:
    """As `spaced` tells it; a line of figures alone is set as the last such line `before` it was."""
    blanks = sum(1 for glyph in line[1:] if glyph.blank == REAL)
    if sum(1 for _run in divided(line)) == blanks + 1:
        return 0.0
    gaps = _gaps(line, rooms)
    usual, size = median(gaps), median(glyph.size for glyph in line)
    alike = sum(1 for gap in gaps if abs(gap - usual) <= ALIKE * size)
    if not LEAST * size <= usual <= MOST * size or alike < SHARE * len(gaps):
        return 0.0
    return usual if abs(usual - before) <= ALIKE * size or _reads(line, usual) else 0.0


def _gaps(line: Sequence[Glyph], rooms: Rooms) -> list[float]:
    """What lies between two letters beyond the width that their font gives them, where the file has no blank."""
    wide = [rooms[glyph.number] for glyph in line]
    pairs = zip(pairwise(wide), line[1:], strict=True)
    return [right[0] - left[1] for (left, right), glyph in pairs if glyph.blank != REAL] or [0.0]


def _reads(line: Sequence[Glyph], spacing: float) -> bool:
    texts = (unicodedata.normalize("NFC", "".join(glyph.sign for glyph in run)) for run in divided(line, spacing))
    words = [word for text in texts if len(word := text.strip('(),.;:"“”!?-–')) > 1 and word.isalpha()]
    return bool(words) and sum(map(is_syllable, words)) >= SYLLABLES * len(words)
