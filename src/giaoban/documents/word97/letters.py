"""The letters of a Word document: pieces of its bytes, of one or two bytes a letter, put in order ([MS-DOC] 2.4.1)."""

import struct
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from giaoban.documents.word97.head import Head
from giaoban.model import Refused

CHANGES, TABLE = 1, 2
NARROW = 1 << 30
WINDOWS = {each: bytes([each]).decode("cp1252", "ignore") or chr(each) for each in range(0x80, 0xA0)}
"""What the letters of one byte are that Windows has where Latin-1 has controls."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters that stand together in the bytes: from the `first` on, at `place`, of so many bytes each; changed as `said`."""

    first: int
    end: int
    place: int
    wide: int
    said: bytes


class Letters:
    """The text of all parts of the document, and where in the bytes each letter stands."""

    def __init__(self, head: Head) -> None:
        self._stretches = list(_stretches(head))
        self._firsts = [each.first for each in self._stretches]
        self.text = "".join(_text(head.main, each) for each in self._stretches)

    def stretch(self, letter: int) -> Stretch | None:
        """That in which a letter stands."""
        at = bisect_right(self._firsts, letter) - 1
        return self._stretches[at] if at >= 0 and letter < self._stretches[at].end else None


def _stretches(head: Head) -> "list[Stretch]":
    said, table = _parts(head.of("pieces"))
    count = (len(table) - 4) // 12
    if count < 1:
        raise Refused("doc-broken")
    firsts = struct.unpack_from(f"<{count + 1}L", table)
    if firsts[0] or any(after <= before for before, after in pairwise(firsts)):
        raise Refused("doc-broken")
    last = max(end for _, end in head.stories.values())
    found = []
    for number, (first, after) in enumerate(pairwise(firsts)):
        if first > last:
            break
        place, change = struct.unpack_from("<LH", table, 4 * (count + 1) + 8 * number + 2)
        narrow = bool(place & NARROW)
        place = (place & (NARROW - 1)) // 2 if narrow else place & (NARROW - 1)
        wide = 1 if narrow else 2
        # The last mark of all is one more than the parts of the text count.
        end = min(after, last + 1)
        if place + wide * (end - first) > len(head.main):
            raise Refused("doc-broken")
        more = said[change >> 1] if change & 1 and change >> 1 < len(said) else b""
        found.append(Stretch(first, end, place, wide, more))
    if found[-1].end < last:
        raise Refused("doc-broken")
    return found


def _parts(pieces: bytes) -> tuple[list[bytes], bytes]:
    """What pieces are changed by, and the table of the pieces."""
    said: list[bytes] = []
    at = 0
    while at < len(pieces):
        if pieces[at] == TABLE:
            size = struct.unpack_from("<L", pieces, at + 1)[0]
            return said, pieces[at + 5 : at + 5 + size]
        size = struct.unpack_from("<h", pieces, at + 1)[0]
        if pieces[at] != CHANGES or size < 0:
            break
        said.append(pieces[at + 3 : at + 3 + size])
        at += 3 + size
    raise Refused("doc-broken")


def _text(main: bytes, stretch: Stretch) -> str:
    count = stretch.end - stretch.first
    letters = main[stretch.place : stretch.place + stretch.wide * count]
    if stretch.wide == 1:
        return letters.decode("latin-1").translate(WINDOWS)
    text = letters.decode("utf-16-le", "replace")
    # A letter in two halves stays two: the places of all others are counted by them. Halves are taken out with the rest that is no text.
    return text if len(text) == count else "".join(map(chr, struct.unpack(f"<{count}H", letters)))
