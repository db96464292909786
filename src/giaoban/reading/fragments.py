"""A sentence cut into fragments of two to four syllables, at the words and marks where what is said can begin or end.

    "Bí thư | yêu cầu | các sở, | ngành | tiếp tục | tập trung | rà soát quy hoạch"

A find begins at the start of a fragment and ends at the end of one, so a judgement on fragments is a judgement on finds.
"""

from dataclasses import dataclass

from giaoban.reading.signals import DASHES, MARK, Signals
from giaoban.reading.syllables import Syllables
from giaoban.reference.offices import OPENINGS
from giaoban.reference.wording import BIT

OPENING = frozenset(("để", "nhằm", "mà", "thì", "rằng", "khi", "chưa", "không"))
"""Words of kinds that do not open a fragment which do open one."""
OPENS = sum(BIT[kind] for kind in (
    "action", "order", "request", "plan", "past", "now", "contrast", "join", "cause", "say_order", "say_request", "say", "praise", "critic",
))  # fmt: skip
CLOSES = sum(BIT[kind] for kind in ("order", "request", "say_order", "say_request", "say", "join", "contrast", "plan", "praise"))
ACTION = BIT["action"]


@dataclass(slots=True)  # never changed; made by the thousand, and a named tuple takes twice as long to make
class Fragment:
    """Syllables `first` to `last` (exclusive) of a sentence.

    mark   the marks before it ("," ";" …), "" where it follows the last fragment at once, "^" at the start of the sentence
    kinds  what its words do, a sum of `wording.BIT`s
    lead   the same of the first phrase that does anything
    words  its syllables
    shape  mark, capital or body, and kinds, as one text
    said   what is known of it by itself, as one text: its shape and its syllables
    body   it begins with the name of a body
    """

    first: int
    last: int
    mark: str
    kinds: int
    lead: int
    words: list[str]
    shape: str
    said: str
    body: bool


def fragments(signals: Signals) -> list[Fragment]:
    """The fragments of a sentence, in order; together they hold all its syllables but the marks between them."""
    line = signals.line
    made: list[Fragment] = []
    start, mark, kinds, lead = 0, "^", 0, 0
    for at, after, found in signals.found:
        if found == MARK:
            if at > start:
                made.append(_fragment(line, start, at, mark, kinds, lead))
                mark = ""
            mark = (mark + line.words[at])[-2:]
            start, kinds, lead = after, 0, 0
            continue
        if at > start and (found & OPENS or line.words[at] in OPENING):
            made.append(_fragment(line, start, at, mark, kinds, lead))
            start, mark, kinds, lead = at, "", 0, 0
        kinds, lead = kinds | found, lead or found
        if found & CLOSES and not found & ACTION:
            made.append(_fragment(line, start, after, mark, kinds, lead))
            start, mark, kinds, lead = after, "", 0, 0
    if len(line.words) > start:
        made.append(_fragment(line, start, len(line.words), mark, kinds, lead))
    return made


def _fragment(line: Syllables, first: int, last: int, mark: str, kinds: int, lead: int) -> Fragment:
    words = line.words[first:last]
    if words[0] in DASHES and last > first + 1:
        first, mark, words = first + 1, (mark + words[0])[-2:], words[1:]
    letter = "C" if line.said[first][0].isupper() else "c"
    body = words[0] in OPENINGS and (letter == "C" or any(each[0].isupper() for each in line.said[first:last]))
    shape = f"{mark}\t{'B' if body else letter}\t{kinds}"
    return Fragment(first, last, mark, kinds, lead, words, shape, f"{shape}\t{' '.join(words)}", body)
