"""Page numbers, and headers and footers that come back on page after page: no part of the text."""

import re
from collections import Counter
from collections.abc import Sequence

from giaoban.documents.pdf.lines import Line

EDGE = 2
"""So many lines from the top and from the foot of a page may be furniture."""
SHARE, FEWEST = 0.5, 3
"""A line comes back when it stands on this share of the pages, and on so many."""
NUMBER = re.compile(r"[-–—\s]*(?:[Tt]rang|[Pp]age)?\s*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—\s.]*")
DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page that belong to the text."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    needed = max(FEWEST, SHARE * len(pages))
    return [
        [line for line in page if not (line in _edges(page) and _is_furniture(line, page, counts[_key(line)] >= needed))] for page in pages
    ]


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    return [*page[:EDGE], *page[max(EDGE, len(page) - EDGE) :]]


def _key(line: Line) -> str:
    return DIGITS.sub("0", line.text.casefold())


def _is_furniture(line: Line, page: Sequence[Line], comes_back: bool) -> bool:
    outermost = line is page[0] or line is page[-1]
    return comes_back or (outermost and len(page) > 1 and bool(NUMBER.fullmatch(line.text)))
