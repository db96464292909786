"""The objects of a PDF as they stand in the file, found without PDFium: what is to be measured is measured before it reads them."""

import re
from array import array
from bisect import bisect
from collections.abc import Iterator

from giaoban.documents.pdf.filters import content, named
from giaoban.documents.pdf.streams import streams, streams_at
from giaoban.model import Refused

OBJECT, PACKED_OBJECTS = re.compile(rb"(?<!\d)(\d{1,9})\s+\d+\s+obj\b"), re.compile(rb"/ObjStm\b")
FIRST = re.compile(rb"/First\s+(\d{1,9})")
REACH, MOST_PACKED = 20_000, 8 * 2**20
"""Bytes of an object that are looked at, and of objects that are packed together."""
MOST_OBJECTS = 500_000
WITHIN = 40
"""Bits for a place within a text."""


class Objects:
    """What stands in each object, by its number, cut out when it is asked for: a file may have half a million of them.

    texts  the file, and what is packed in it as objects
    """

    def __init__(self, data: bytes) -> None:
        self.texts = [data]
        self._places = {int(found[1]): found.end() for found in _counted(data)}
        for keys, packed in streams(data):
            if PACKED_OBJECTS.search(keys):
                self._add(keys, content(packed, named(keys), MOST_PACKED))

    def __getitem__(self, number: int) -> bytes:
        """Nothing for an object that there is not."""
        if (place := self._places.get(number)) is None:
            return b""
        at = place & (1 << WITHIN) - 1
        return self.texts[place >> WITHIN][at : at + REACH]

    def _add(self, keys: bytes, words: bytes) -> None:
        """Objects that stand packed together in a stream: a list of numbers and places, then what they are."""
        listed, first = words.partition(b"<<")[0].split(), FIRST.search(keys)
        for number, place in zip(listed[::2], listed[1::2], strict=False):
            if first and number.isdigit() and place.isdigit() and len(number) + len(place) < WITHIN // 2:
                self._places[int(number)] = len(self.texts) << WITHIN | int(first[1]) + int(place)
        self.texts.append(words)
        if len(self._places) > MOST_OBJECTS:
            raise Refused("archive-swells")


def parents(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Of each stream the number of its object, its keys, and what stands packed in it."""
    ends, numbers = array("q"), array("q")
    for found in _counted(data):
        ends.append(found.end())
        numbers.append(int(found[1]))
    for at, packed in streams_at(data):
        index = bisect(ends, at) - 1
        if index >= 0:
            yield numbers[index], data[max(ends[index], at - REACH) : at], packed


def _counted(data: bytes) -> Iterator[re.Match[bytes]]:
    """Where each object begins; refuses more of them than any file needs."""
    for count, found in enumerate(OBJECT.finditer(data)):
        if count > MOST_OBJECTS:
            raise Refused("archive-swells")
        yield found
