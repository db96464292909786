"""What was decided for the directive before and may hold for the next: how far on it is, who has spoken since, how long it has held.

"Năm 2021, Phó Tổng cục trưởng yêu cầu …; cần …"    he, and the year
"Chủ động xây dựng kế hoạch thu …" (next paragraph)   still he, and the year
"Cục trưởng cho biết …"                               somebody else has spoken: perhaps no longer
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from giaoban.model import Span
from giaoban.reading.choosing import Group
from giaoban.reading.syllables import Syllables

NOTHING = "nothing"
VOICES, HELD = 2, 3
"""Speakers since, and directives for which it has held, beyond which no more are told apart."""
FIRST = 1
"""Syllables or marks before a directive that opens its sentence."""


def course(
    value: str | None, before: Iterable[str | None], here: tuple[Span, Syllables], last: tuple[Span, Syllables], voices: Sequence[int]
) -> Group:
    """The traits of what was decided for the last directive, as a candidate for the one here.

    value       what was decided
    before      what was decided for the last directive and those before it, the nearest first
    here, last  where either stands, and its sentence
    voices      where somebody speaks, in order
    """
    (span, line), (gone, other) = here, last
    spoke = min(VOICES, bisect_left(voices, span.start) - bisect_left(voices, gone.end))
    held = sum(1 for _ in islice(takewhile(lambda each: each == value, before), HELD))
    return _traits(
        value is None, _far(line.sentence.number - other.sentence.number), spoke, bisect_left(line.starts, span.start) <= FIRST, held
    )


def _far(sentences: int) -> str:
    return "same" if not sentences else "next" if sentences == 1 else "near" if sentences <= 3 else "far"


@lru_cache(maxsize=512)
def _traits(nothing: bool, far: str, voices: int, opens: bool, held: int) -> Group:
    what = NOTHING if nothing else "it"
    return (
        f"course {what} {far}", f"course {what} voices={voices}", f"course {what} opens={opens}", f"course {what} {far} voices={voices}",
        f"course {what} {far} voices={voices} opens={opens}", f"held {what} {held}", f"held {what} {held} voices={voices}",
    )  # fmt: skip
