"""A sentence cut into fragments of two to four syllables, at the words and marks where what is said can begin or end.

    "Bí thư | yêu cầu | các sở, | ngành | tiếp tục | tập trung | rà soát quy hoạch"

A find begins at the start of a fragment and ends at the end of one, so a judgement on fragments is a judgement on finds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.reading.rules.bodies import HEADS
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, longest, wording

MARKS = frozenset(",;:.…?!()“”\"[]*•+/")
DASHES = frozenset("-–")
OPENING = frozenset(("để", "nhằm", "mà", "thì", "rằng", "khi", "chưa", "không"))
"""Words of kinds that do not open a fragment which do open one."""
OPENS = sum(BIT[kind] for kind in (
    "action", "order", "request", "plan", "past", "now", "contrast", "join", "cause", "say_order", "say_request", "say", "praise", "critic", "some",
))  # fmt: skip
CLOSES = sum(BIT[kind] for kind in ("order", "request", "say_order", "say_request", "say", "join", "contrast", "plan", "praise"))
ACTION = BIT["action"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Syllables `first` to `last` (exclusive) of a sentence.

    mark   the marks before it ("," ";" …), "" where it follows the last fragment at once, "^" at the start of the sentence
    kinds  what its words do, a sum of `wording.BIT`s
    lead   the same of the first phrase that does anything
    said   what is known of it by itself, as one text: mark, capital or body, kinds, syllables
    """

    first: int
    last: int
    mark: str
    kinds: int
    lead: int
    said: str
    body: bool


def fragments(line: Syllables) -> list[Fragment]:
    """The fragments of a sentence, in order; together they hold all its syllables but the marks between them."""
    return [_fragment(line, *cut) for cut in _cuts(line.words)]


Cut = tuple[int, int, str, int, int]


def _cuts(words: list[str]) -> Iterator[Cut]:
    phrases, reach, size = wording(), longest(), len(words)
    start, mark, kinds, lead, at = 0, "^", 0, 0, 0
    while at < size:
        word = words[at]
        if word in MARKS or (word in DASHES and at == start):
            if at > start:
                yield start, at, mark, kinds, lead
                mark = ""
            mark, kinds, lead = (mark + word)[-2:], 0, 0
            at = start = at + 1
            continue
        steps, found = min(reach.get(word, 0), size - at), 0
        while steps > 1 and not (found := phrases.get(" ".join(words[at : at + steps]), 0)):
            steps -= 1
        if steps == 1:
            found = phrases.get(word, 0)
        if not found:
            at += 1
            continue
        if at > start and (found & OPENS or word in OPENING):
            yield start, at, mark, kinds, lead
            start, mark, kinds, lead = at, "", 0, 0
        at += steps
        kinds, lead = kinds | found, lead or found
        if found & CLOSES and not found & ACTION:
            yield start, at, mark, kinds, lead
            start, mark, kinds, lead = at, "", 0, 0
    if size > start:
        yield start, size, mark, kinds, lead


def _fragment(line: Syllables, first: int, last: int, mark: str, kinds: int, lead: int) -> Fragment:
    said = line.said
    body = line.words[first] in HEADS and any(each[0].isupper() for each in said[first:last])
    letter = "B" if body else "C" if said[first][0].isupper() else "c"
    return Fragment(first, last, mark, kinds, lead, f"{mark}\t{letter}\t{kinds}\t{' '.join(line.words[first:last])}", body)
