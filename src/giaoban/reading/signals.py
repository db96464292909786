"""What the words of each sentence signal, found once for every rule that asks: phrases of `reference.wording`, longest first, and marks.

A capital after the head of a body begins its name, not a word that does anything: Sở Xây dựng, bộ phận Địa chính - Xây dựng. A stroke
between numbers parts nothing: 18/21 xã, 10/6.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from giaoban.model import Found
from giaoban.reading.engine import Page, rule
from giaoban.reading.syllables import Syllables, sign
from giaoban.reading.which import tells_which
from giaoban.reference.offices import BODIES, OPENINGS, WITHIN_NAMES
from giaoban.reference.phrases import Begun
from giaoban.reference.wording import phrases

MARK = -1
"""In place of kinds: a mark that parts a sentence."""
MARKED = 1, MARK
MARKS = frozenset(',;:.…?!()“”"[]*•+/')

DASHES = frozenset("-–")
OPENS, CLOSES = frozenset('“"'), frozenset('”"')
QUOTED = sign(words=OPENS)
SAYING = 6
"""Syllables of either half of a saying, with its quotation mark."""

Signal = tuple[int, int, int]
"""First syllable, the one after the last, and what the phrase does: a sum of `wording.BIT`s, or `MARK`."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Signals:
    """The signals of a sentence, in order; they do not overlap. `does`: what all its phrases do together."""

    line: Syllables
    found: list[Signal]
    does: int


@rule(makes=Signals, needs=(Syllables,), late=True)
def signals(page: Page) -> Iterator[Found[Signals]]:
    """The signals of every sentence, those without any included."""
    for each in page.all(Syllables):
        yield Found(signalled(each.what), each.span)


@cache
def _tells() -> dict[str, Begun[int]]:
    """What begins with a syllable; a mark is a phrase of its own."""
    return {**phrases().begins, **dict.fromkeys(MARKS, (MARKED, {}))}


def signalled(line: Syllables) -> Signals:
    """The signals of one sentence; of phrases that overlap the longest counts."""
    words, said, tells, quoted = line.words, line.said, _tells(), bool(line.signs & QUOTED)
    found, free, does, last = list[Signal](), 0, 0, len(words) - 1
    for at, word in enumerate(words):
        begun = tells.get(word)
        if begun is None or at < free:
            continue
        known, longer = begun
        # as `Phrases.at` has it; called for each of these syllables it would take as long again
        if longer and at < last and (more := longer.get(words[at + 1])) is not None:
            for rest, size, kinds in more:
                if not rest or words[at + 2 : at + size] == rest:
                    known = size, kinds
                    break
        if known is None:
            continue
        size, kinds = known
        if kinds == MARK:
            if not _parts_nothing(words, said, at, quoted=quoted):
                found.append((at, at + 1, MARK))
        elif not (said[at][0].isupper() and _within_name(words, said, at)):
            free = at + size
            does |= kinds
            found.append((at, free, kinds))
    return Signals(line, found, does)


def _parts_nothing(words: list[str], said: list[str], at: int, *, quoted: bool) -> bool:
    """Whether the mark at `at` belongs to a number, a saying or a name. `quoted`: a quotation mark stands in the sentence."""
    word = words[at]
    if word == "/":
        return _between_numbers(words, at)
    if word == ",":
        return (quoted and _in_saying(words, at)) or _in_a_name(words, said, at)
    return word == ":" and tells_which(words, said, at)


def _in_a_name(words: list[str], said: list[str], at: int) -> bool:
    """Whether a comma stands within a body's name: Phòng Kinh tế│,│ Hạ tầng và Đô thị."""
    return 0 < at < len(words) - 1 and said[at + 1][0].isupper() and (words[at - 1], words[at + 1]) in WITHIN_NAMES


def _between_numbers(words: list[str], at: int) -> bool:
    return 0 < at < len(words) - 1 and words[at - 1][0].isdigit() and words[at + 1][0].isdigit()


def _in_saying(words: list[str], at: int) -> bool:
    """Whether a comma stands within a few words in quotation marks that begin with a number: “3 ca, 4 kíp”, "4 tại chỗ, 3 sẵn sàng"."""
    opens = next((place for place in range(at - 1, max(-1, at - SAYING), -1) if words[place] in OPENS), -1)
    if opens < 0 or not words[opens + 1][0].isdigit():
        return False
    return any(word in CLOSES for word in words[at + 1 : at + SAYING])


def _within_name(words: list[str], said: list[str], at: int) -> bool:
    """Whether the capital at `at` goes on a name: right after its head, or over a dash after a word."""
    if at and words[at - 1] in OPENINGS and said[at - 1][0].isupper():
        return True
    if at > 1 and words[at - 1] == ":" and tells_which(words, said, at - 1):
        return True
    if at > 1 and said[at - 2][0].isupper() and f"{words[at - 2]} {words[at - 1]}" in BODIES:
        return True
    return at > 1 and words[at - 1] in DASHES and words[at - 2][0].isalpha()
