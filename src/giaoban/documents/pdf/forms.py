"""Drawings within drawings: how often they would be drawn in all, counted before PDFium goes into each of them anew.

A page draws a form (`/X Do`), which may draw others; ten levels of ten each are ten thousand million drawings in a few hundred bytes.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping

from giaoban.documents.pdf.filters import content, named
from giaoban.documents.pdf.streams import streams, streams_at
from giaoban.model import Refused

MOST_DRAWN, DEEPEST, MOST_CONTENT = 20_000, 40, 2**20
"""Drawings that one form may come to, levels that are looked into, and bytes of one form's instructions."""
DRAWS = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")
FORM, PACKED_OBJECTS = re.compile(rb"/Form\b"), re.compile(rb"/ObjStm\b")
OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d+\s+obj\b")
REACH = 20_000
"""The dictionary of an object is looked at so far."""
REFERENCE = re.compile(rb"/([^\s/<>\[\]()%]+)\s*(\d{1,9})\s+\d+\s+R\b")
RESOURCES, XOBJECTS = (re.compile(rb"/%s\s*(?:(?P<apart>\d{1,9})\s+\d+\s+R\b|<<)" % key) for key in (b"Resources", b"XObject"))
Calls = list[tuple[int, int]]


def refuse_endless(data: bytes) -> None:
    """Refuse forms that draw each other more often than any drawing needs."""
    if not FORM.search(data):
        return
    objects = {int(found[1]): data[found.end() : found.end() + REACH] for found in OBJECT.finditer(data)}
    drawing = {number: counts for number, counts in _drawing(data) if counts}
    if len(drawing) > 1:
        objects |= dict(_unpacked_objects(data))
        calls = {number: _calls(objects[number], counts, objects) for number, counts in drawing.items()}
        if any(times > MOST_DRAWN for times in _times(calls).values()):
            raise Refused("archive-swells")


def _drawing(data: bytes) -> Iterator[tuple[int, Counter[bytes]]]:
    """The number of each form, and how often it draws what name."""
    objects = list(OBJECT.finditer(data))
    ends = [found.end() for found in objects]
    for at, packed in streams_at(data):
        index = bisect(ends, at) - 1
        keys = data[ends[index] : at] if index >= 0 else b""
        if FORM.search(keys):
            yield int(objects[index][1]), Counter(DRAWS.findall(content(packed, named(keys), MOST_CONTENT)))


def _unpacked_objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Objects that stand packed together in a stream: a list of numbers and places, then what they are."""
    for keys, packed in streams(data):
        if PACKED_OBJECTS.search(keys):
            words = content(packed, named(keys), MOST_CONTENT)
            listed = words.partition(b"<<")[0].split()
            first = re.search(rb"/First\s+(\d{1,9})", keys)
            for number, place in zip(listed[::2], listed[1::2], strict=False):
                if first and number.isdigit() and place.isdigit():
                    start = int(first[1]) + int(place)
                    yield int(number), words[start : start + REACH]


def _calls(keys: bytes, counts: Mapping[bytes, int], objects: Mapping[int, bytes]) -> Calls:
    """Which objects a form draws, and how often."""
    there = _inside(XOBJECTS, _inside(RESOURCES, keys.partition(b"stream")[0], objects), objects)
    return [(int(number), counts[name]) for name, number in REFERENCE.findall(there) if name in counts]


def _inside(key: re.Pattern[bytes], keys: bytes, objects: Mapping[int, bytes]) -> bytes:
    """What stands under a key, there or in an object of its own."""
    found = key.search(keys)
    if not found:
        return b""
    return objects.get(int(found["apart"]), b"").partition(b"endobj")[0] if found["apart"] else keys[found.end() :]


def _times(calls: Mapping[int, Calls]) -> dict[int, int]:
    """How often drawing each form draws anything; one that draws itself does so once, as PDFium has it."""
    times: dict[int, int] = {}

    def of(number: int, above: frozenset[int]) -> int:
        if number not in times and len(above) > DEEPEST:
            return 1
        if number not in times:
            inner = [(each, often) for each, often in calls.get(number, []) if each not in above]
            times[number] = min(MOST_DRAWN + 1, 1 + sum(often * of(each, above | {number}) for each, often in inner))
        return times[number]

    for number in calls:
        of(number, frozenset({number}))
    return times
