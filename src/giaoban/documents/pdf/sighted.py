"""The words of a scanned page as a text layer would have them: upright, in points, all words of a line on one base line.

A page lies askew on the glass, and a recognised word ends at its lowest letter, not at its base line: both are put right, so that lines,
columns, tables and paragraphs are told as in any PDF.
"""

from collections.abc import Iterator, Sequence
from statistics import fmean, median

from giaoban.documents.mending import mended
from giaoban.documents.normal import normal
from giaoban.documents.ocr import SeenWord, Sight
from giaoban.documents.pdf.glyphs import Word

FEWEST = 5
"""Lines with fewer words do not show how far the page lies askew."""
SIZE = 1.3
"""How many times the height of a usual word a font size is."""
UNSURE = 0.9
"""Of words with digits that were misread nearly all are less sure than this, and few of the others (docs/reading.md)."""
SPECK, INK = 0.6, "-–—_=~.,:;'\"|°•"
"""Signs alone that are less sure than this are dirt, or a line drawn under a heading."""
ITEM = ("-", "–", "•")
"""Signs that begin an item, however unsure, where a word follows."""


def words(sight: Sight, scale: float) -> list[Word]:
    """The words of a page, upright; those with digits that the program was not sure of are marked. `scale`: points for each dot."""
    lines = [line for line in map(_clean, mended(sight.lines)) if line]
    if not lines:
        return []
    slope = _slope(lines)
    size = scale * SIZE * median(word.bottom - word.top for line in lines for word in line)
    return [word for line in lines for word in _placed(line, slope, scale, size)]


def _clean(line: Sequence[SeenWord]) -> list[SeenWord]:
    marks = len(line) > 1 and line[0].text in ITEM and line[1].text[:1].isalpha()
    return [
        word for at, word in enumerate(line) if (marks and at == 0) or not (word.sure < SPECK and all(sign in INK for sign in word.text))
    ]


def _slope(lines: Sequence[Sequence[SeenWord]]) -> float:
    """How many dots the lines go down for each dot to the right."""
    slopes = [_rise(line) for line in lines if len(line) >= FEWEST]
    return median(slopes) if slopes else 0.0


def _rise(line: Sequence[SeenWord]) -> float:
    """The slope of one line, from the middles of the words at its two ends."""
    near = max(2, len(line) // 3)
    (left, high), (right, low) = (_middle(end) for end in (line[:near], line[-near:]))
    return (low - high) / (right - left) if right > left else 0.0


def _middle(words: Sequence[SeenWord]) -> tuple[float, float]:
    return fmean((word.left + word.right) / 2 for word in words), fmean((word.top + word.bottom) / 2 for word in words)


def _placed(line: Sequence[SeenWord], slope: float, scale: float, size: float) -> Iterator[Word]:
    base = median(word.bottom - slope * (word.left + word.right) / 2 for word in line)
    aside = slope * base
    for word in line:
        if text := "".join(normal(word.text).split()):
            unsure = word.sure < UNSURE and any(map(str.isdigit, text))
            yield Word(text, scale * (word.left + aside), scale * (word.right + aside), scale * base, size, unsure)
