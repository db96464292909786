"""Lines of a page, from its words; a line is parted where a wide gap shows that two things only stand side by side."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from giaoban.documents.pdf.glyphs import Word
from giaoban.documents.split import rejoined
from giaoban.documents.unsure import Unsure, signs, united

SAME = 0.45
"""Words belong to one line when their base lines differ by less than this, in font sizes."""
WIDE, WIDE_TOO, TIMES = 2.2, 1.4, 3.5
"""A gap of WIDE font sizes parts a line; so does one of WIDE_TOO that is TIMES as wide as the usual gap of the line."""
FEWEST, MOSTLY, NEAR = 6, 0.6, 0.5
"""So many lines parted at one place make columns, and such a share of those that reach over it; their edges, in points, are no truer
than the last."""
NOWHERE = (-inf, inf)
MARKER, TAB = 5, 6.0
"""The dash or number before a list item may stand further off, but not beyond a tab: letters of such a marker, sizes of such a gap."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one line that belong together; points from the left and the top of the page. A table's cell reaches over `columns`.

    unsure  which of its digits recognition was not sure of
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    columns: int = 1
    unsure: Unsure = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, its parts from left to right; `number` counts from 1 at the top. `tabled`: a table's row, its parts the cells."""

    page: int
    number: int
    parts: tuple[Part, ...]
    tabled: bool = False

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)

    @property
    def unsure(self) -> Unsure:
        return united((part.text, part.unsure) for part in self.parts)

    @property
    def left(self) -> float:
        return self.parts[0].left

    @property
    def right(self) -> float:
        return max(part.right for part in self.parts)

    @property
    def base(self) -> float:
        return self.parts[0].base

    @property
    def size(self) -> float:
        return max(part.size for part in self.parts)


def lines(words: Sequence[Word], page: int) -> list[Line]:
    """The lines from the top of the page to its foot; where most are parted at one place or two, also those that only leave it free."""
    found = rows(words)
    gaps = [gap for row in found for gap in _gaps(row)]
    strip = _strip(found, gaps) or NOWHERE
    second = _strip(found, [gap for gap in gaps if gap[1] <= strip[0] or gap[0] >= strip[1]]) if strip != NOWHERE else None
    return [Line(page, number, _parts(row, (strip, second or NOWHERE))) for number, row in enumerate(found, start=1)]


def _strip(found: Sequence[Sequence[Word]], gaps: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """What most lines that reach over it leave free between two words, where those are many and it is no blank."""
    marks = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    best, strip, shared = 0, (0.0, 0.0), 0
    for (start, change), (end, _) in pairwise(marks):
        shared += change
        if shared > best and end - start >= WIDE_TOO * found[0][0].size:
            best, strip = shared, (start, end)
    over = sum(1 for row in found if row[0].left < strip[0] and row[-1].right > strip[1])
    return strip if best >= max(FEWEST, MOSTLY * over) else None


def _gaps(row: Sequence[Word]) -> list[tuple[float, float]]:
    """Where the words of a line leave more free than blanks mostly are."""
    return [(word.right, following.left) for word, following in pairwise(row) if following.left - word.right >= WIDE_TOO * word.size]


def rows(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each line, from left to right."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if found and abs(word.base - found[-1][0].base) <= SAME * max(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(row, key=lambda word: word.left) for row in found]


def _parts(row: Sequence[Word], strips: Sequence[tuple[float, float]]) -> tuple[Part, ...]:
    gaps = [following.left - word.right for word, following in pairwise(row)]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    groups = [[row[0]]]
    for gap, word in zip(gaps, row[1:], strict=True):
        size = max(word.size, groups[-1][-1].size)
        wide = gap > WIDE * size or (usual > 0 and gap > WIDE_TOO * size and gap > TIMES * usual)
        wide = wide or any(groups[-1][-1].right <= start + NEAR and word.left >= end - NEAR for start, end in strips)
        if wide and not (_is_marker(groups[-1]) and gap <= TAB * size):
            groups.append([])
        groups[-1].append(word)
    return tuple(part(group) for group in groups)


def _is_marker(group: Sequence[Word]) -> bool:
    return len(group) == 1 and len(group[0].text) <= MARKER and not group[0].text[-1].isalnum()


def part(group: Sequence[Word]) -> Part:
    """Words that stand side by side as one part."""
    text = rejoined(unicodedata.normalize("NFC", " ".join(word.text for word in group)))
    unsure = united((word.text, ((0, signs(word.text)),) if word.unsure else ()) for word in group)
    return Part(text, group[0].left, max(word.right for word in group), group[0].base, max(word.size for word in group), unsure=unsure)


def texts(page: Sequence[Line]) -> list[str]:
    """The lines of a page, and their parts: a stamp may stand beside other words."""
    return [text for line in page for text in dict.fromkeys([line.text, *(part.text for part in line.parts)])]
