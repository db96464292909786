"""Page numbers, and headers and footers that come back on page after page: no part of the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from giaoban.documents.pdf.lines import Line

EDGE = 2
"""So many lines from the top and from the foot of a page may be furniture."""
SHARE, FEWEST = 0.5, 3
"""A line comes back when it stands on this share of the pages, and on so many, or on both of two."""
SAME_PLACE = 3.0
"""How far apart, in points, the places of a line that comes back may be."""
NUMBER = re.compile(r"[-–—\s]*(?P<named>[Tt]rang|[Pp]age)?\s*(?P<number>\d{1,3})(?P<of>\s*(?:/|of|trên)\s*\d{1,3})?[-–—\s]*")
DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page that belong to the text."""
    places: dict[str, list[float]] = defaultdict(list)
    for page in pages:
        for line in _edges(page):
            places[_key(line)].append(line.base)
    shift, needed = _shift(pages), max(2, min(FEWEST, len(pages)), SHARE * len(pages))
    return [[line for line in page if not _is_furniture(line, page, places[_key(line)], needed, shift)] for page in pages]


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    return [*page[:EDGE], *page[max(EDGE, len(page) - EDGE) :]]


def _key(line: Line) -> str:
    return DIGITS.sub("0", line.text.casefold())


def _shift(pages: Sequence[Sequence[Line]]) -> int:
    """By how much the printed numbers are ahead of the pages, on most of them."""
    outermost = [line for page in pages if page for line in (page[0], page[-1])]
    shifts = Counter(int(number["number"]) - line.page for line in outermost if (number := NUMBER.fullmatch(line.text)))
    return shifts.most_common(1)[0][0] if shifts else 0


def _is_furniture(line: Line, page: Sequence[Line], places: Sequence[float], needed: float, shift: int) -> bool:
    if line.tabled or line not in _edges(page):
        return False
    number = NUMBER.fullmatch(line.text) if line is page[0] or line is page[-1] else None
    if number and len(page) > 1 and (number["named"] or number["of"] or int(number["number"]) == line.page + shift):
        return True
    return sum(1 for base in places if abs(base - line.base) < SAME_PLACE) >= needed
