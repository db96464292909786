"""Drawings within drawings: how often they would be drawn in all, and with how many letters, counted before PDFium goes into each anew.

A page draws a form (`/X Do`), which may draw others; ten levels of ten each are ten thousand million drawings in a few hundred bytes.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from giaoban.documents.pdf.filters import content, named
from giaoban.documents.pdf.letters import letters, most_letters
from giaoban.documents.pdf.objects import Objects, parents
from giaoban.documents.pdf.streams import NO_DRAWING
from giaoban.model import Refused

MOST_DRAWN, DEEPEST, MOST_CONTENT = 20_000, 40, 8 * 2**20
"""Drawings that one page or form may come to, levels that are looked into, and bytes of one's instructions."""
DRAWS = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")
FORM = re.compile(rb"/Form\b")
REFERENCE = re.compile(rb"/([^\s/<>\[\]()%]+)\s*(\d{1,9})\s+\d+\s+R\b")
RESOURCES, XOBJECTS = (re.compile(rb"/%s\s*(?:(?P<apart>\d{1,9})\s+\d+\s+R\b|<<)" % key) for key in (b"Resources", b"XObject"))
Calls = list[tuple[int, int]]


class Drawing(NamedTuple):
    """What a stream draws: letters of its own, and how often what name; `number` is its object's."""

    number: int
    is_form: bool
    letters: int
    counts: Mapping[bytes, int]


def refuse_endless(data: bytes, pages: int) -> None:
    """Refuse forms that are drawn more often than any page needs, or with more letters."""
    if not FORM.search(data):
        return
    drawn = [drawing for drawing in _drawings(data) if drawing.letters or drawing.counts]
    if not any(drawing.counts for drawing in drawn):
        return
    objects, forms = Objects(data), {each.number: each for each in drawn if each.is_form}
    calls = {number: _calls(objects[number], each.counts, objects) for number, each in forms.items()}
    times = _sums(calls, lambda number: 1, MOST_DRAWN)
    written = _sums(calls, lambda number: forms[number].letters if number in forms else 0, most_letters(pages))
    if any(each > MOST_DRAWN for each in times.values()):
        raise Refused("archive-swells")
    for sums, most in ((times, MOST_DRAWN), (written, most_letters(pages))):
        _refuse_pages([each for each in drawn if not each.is_form], sums, most, objects)


def _drawings(data: bytes) -> Iterator[Drawing]:
    for number, keys, packed in parents(data):
        if not NO_DRAWING.search(keys):
            instructions = content(packed, named(keys), MOST_CONTENT)
            counts: dict[bytes, int] = {}
            for found in DRAWS.finditer(instructions):
                counts[found[1]] = counts.get(found[1], 0) + 1
            yield Drawing(number, FORM.search(keys) is not None, letters(instructions), counts)


def _refuse_pages(pages: Sequence[Drawing], sums: Mapping[int, int], most: int, objects: Objects) -> None:
    """Refuse a page that draws more than that; what it draws by a name, the name's heaviest form in the file tells."""
    heaviest = max(sums.values(), default=1)
    suspect = [each for each in pages if sum(each.counts.values()) * max(heaviest, 1) > most]
    if not suspect:
        return
    weights: dict[bytes, int] = {}
    for text in objects.texts:
        for name, number in REFERENCE.findall(text):
            weights[name] = max(weights.get(name, 0), sums.get(int(number), 0))
    if any(sum(often * weights.get(name, 0) for name, often in each.counts.items()) > most for each in suspect):
        raise Refused("archive-swells")


def _calls(keys: bytes, counts: Mapping[bytes, int], objects: Objects) -> Calls:
    """Which objects a form draws, and how often."""
    if not counts:
        return []
    there = _inside(XOBJECTS, _inside(RESOURCES, keys.partition(b"stream")[0], objects), objects)
    return [(int(number), counts[name]) for name, number in REFERENCE.findall(there) if name in counts]


def _inside(key: re.Pattern[bytes], keys: bytes, objects: Objects) -> bytes:
    """What stands under a key, there or in an object of its own."""
    found = key.search(keys)
    if not found:
        return b""
    return objects[int(found["apart"])].partition(b"endobj")[0] if found["apart"] else keys[found.end() :]


def _sums(calls: Mapping[int, Calls], own: Callable[[int], int], most: int) -> dict[int, int]:
    """What drawing each form comes to, itself and all that it draws; one that draws itself does so once, as PDFium has it."""
    sums: dict[int, int] = {}

    def of(number: int, above: frozenset[int]) -> int:
        if number not in sums and len(above) > DEEPEST:
            return 1
        if number not in sums:
            inner = [(each, often) for each, often in calls.get(number, []) if each not in above]
            sums[number] = min(most + 1, own(number) + sum(often * of(each, above | {number}) for each, often in inner))
        return sums[number]

    for number in calls:
        of(number, frozenset({number}))
    return sums
