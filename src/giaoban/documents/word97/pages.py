"""Where in the bytes of a Word document which properties begin: pages of 512 bytes, each a table ([MS-DOC] 2.9.33, 2.9.175)."""

import struct
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from giaoban.model import Refused

PAGE, MOST = 512, 2_500
"""Bytes of a page, and pages of a document, of which each tells of a hundred runs at most: more than any record of a meeting has."""
KEPT = 512
Placed = tuple[int, int, bytes]
"""Where a stretch of bytes begins and ends, and what is said of it."""
NOTHING: Placed = (0, 0, b"")


class Pages:
    """What is said of each stretch of bytes."""

    def __init__(self, main: bytes, table: bytes, opened: Callable[[bytes], list[Placed]]) -> None:
        count = max(0, (len(table) - 4) // 8)
        if count > MOST:
            raise Refused("too-many-tags", limit=MOST * 100)
        self._main, self._opened = main, opened
        self._firsts = struct.unpack_from(f"<{count + 1}L", table) if count else ()
        self._pages = struct.unpack_from(f"<{count}L", table, 4 * (count + 1)) if count else ()
        if any(after < before for before, after in pairwise(self._firsts)):
            raise Refused("doc-broken")
        self._kept: dict[int, tuple[list[int], list[Placed]]] = {}

    def at(self, place: int) -> Placed:
        """What is said of the byte there: of the stretch that it stands in."""
        page = bisect_right(self._firsts, place) - 1
        if not 0 <= page < len(self._pages):
            return NOTHING
        firsts, placed = self._page(self._pages[page] & 0x3FFFFF)
        number = bisect_right(firsts, place) - 1
        return placed[number] if number >= 0 and place < placed[number][1] else NOTHING

    def _page(self, number: int) -> tuple[list[int], list[Placed]]:
        if number not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            page = self._main[number * PAGE : (number + 1) * PAGE]
            if len(page) < PAGE:
                raise Refused("doc-broken")
            placed = self._opened(page)
            self._kept[number] = [each[0] for each in placed], placed
        return self._kept[number]


def of_runs(page: bytes) -> list[Placed]:
    """What a page says of runs; Refused where it says more than it has room for (`doc-broken`)."""
    count = page[-1]
    if count * 5 + 4 >= PAGE:
        raise Refused("doc-broken")
    firsts = struct.unpack_from(f"<{count + 1}L", page)
    found = []
    for number, (first, end) in enumerate(pairwise(firsts)):
        at = 2 * page[4 * (count + 1) + number]
        found.append((first, end, page[at + 1 : at + 1 + page[at]] if at else b""))
    return found


def of_paragraphs(page: bytes) -> list[Placed]:
    """What a page says of paragraphs: the number of the style, in two bytes, and the changes to it; Refused as `of_runs`."""
    count = page[-1]
    if count * 17 + 4 >= PAGE:
        raise Refused("doc-broken")
    firsts = struct.unpack_from(f"<{count + 1}L", page)
    found = []
    for number, (first, end) in enumerate(pairwise(firsts)):
        at = 2 * page[4 * (count + 1) + 13 * number]
        if at and page[at]:
            said = page[at + 1 : at + 2 * page[at]]
        else:
            said = page[at + 2 : at + 2 + 2 * page[at + 1]] if at and at + 1 < PAGE else b""
        found.append((first, end, said))
    return found
