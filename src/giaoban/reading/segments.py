"""The finds of a paragraph: the stretches of fragments that most likely agree with what a careful reader would mark.

A stretch that shares at least half of its code points with likely finds is likely right even where its own ends are not sure. Of
stretches that do not overlap, those are chosen whose chances of being right add up to most.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from giaoban.reading.chances import KINDS, Stretches

ASKED = {"D": 0.42, "S": 0.4, "H": 0.4}
"""By kind, the chance that a find must have to be worth more than none."""
COVER = 0.3
"""What a hundred code points count that are likely of the kind, against one find."""
HALF = COVER / 2 / 100
"""What one code point counts at most."""
NOTHING = -1e-6
"""Worth less than nothing, rounding aside."""

Ends = Sequence[tuple[int, int]]
"""Per fragment the code points where it starts and ends."""


class Segment(NamedTuple):
    """Fragments `first` to `last` (exclusive) are one find; `chance` is that of agreeing with a marked one."""

    first: int
    last: int
    kind: str
    chance: float


def segments(likely: Stretches, kinds: Sequence[Sequence[float]], ends: Ends) -> list[Segment]:
    """The best finds, in order."""
    worth: list[tuple[Segment, float]] = []
    for place, kind in enumerate(KINDS):
        found = sorted([(first, last, chance) for (first, last, of), chance in likely.items() if of == kind])
        for first, last, chance in _agreeing(found, ends, ASKED[kind]) if found else ():
            covered = sum([(kinds[at][place] - 0.5) * (ends[at][1] - ends[at][0]) for at in range(first, last)])
            if (value := chance - ASKED[kind] + COVER * covered / 100) > 0:
                worth.append((Segment(first, last, kind, chance), value))
    return _chosen(worth, len(ends))


def _agreeing(likely: list[tuple[int, int, float]], ends: Ends, asked: float) -> list[tuple[int, int, float]]:
    """Each stretch with the chance that a find agrees: one that begins in its first half, or no farther before it than it is long.

    Those are left out that would be worth nothing even if all of them were surely of the kind, most of them before any find is compared.
    """
    spans = [(ends[first][0], ends[last - 1][1], chance) for first, last, chance in likely]
    starts = [start for start, _, _ in spans]
    sums = [0.0, *accumulate([chance for _, _, chance in spans])]
    found = []
    for (first, last, _), (start, end, _) in zip(likely, spans, strict=True):
        size, chance = end - start, 0.0
        low, high, least = bisect_left(starts, start - size), bisect_left(starts, start + size // 2 + 1), asked - HALF * size + NOTHING
        if sums[high] - sums[low] < least:
            continue
        for begins, stops, other in spans[low:high]:
            shared = (end if end < stops else stops) - (start if start > begins else begins)
            if 3 * shared >= size + stops - begins:
                chance += other
        if chance >= least:
            found.append((first, last, min(chance, 1.0)))
    return found


def _chosen(worth: list[tuple[Segment, float]], size: int) -> list[Segment]:
    """The stretches without overlap whose worth adds up to most."""
    by_end: dict[int, list[tuple[Segment, float]]] = {}
    for each, value in worth:
        by_end.setdefault(each.last, []).append((each, value))
    sums = [0.0] * (size + 1)
    last: list[Segment | None] = [None] * (size + 1)
    for at in range(1, size + 1):
        sums[at] = sums[at - 1]
        for each, value in by_end.get(at, ()):
            if sums[each.first] + value > sums[at]:
                sums[at], last[at] = sums[each.first] + value, each
    return list(_back(last, size))[::-1]


def _back(last: list[Segment | None], at: int) -> Iterator[Segment]:
    while at:
        if each := last[at]:
            yield each
            at = each.first
        else:
            at -= 1
