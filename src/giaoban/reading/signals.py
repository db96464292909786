"""What the words of each sentence signal, found once for every rule that asks: phrases of `reference.wording`, longest first, and marks.

A capital after the head of a body begins its name, not a word that does anything: Sở Xây dựng, bộ phận Địa chính - Xây dựng. A stroke
between numbers parts nothing: 18/21 xã, 10/6.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from giaoban.model import Found
from giaoban.reading.engine import Page, rule
from giaoban.reading.syllables import Syllables
from giaoban.reference.offices import BODIES, OPENINGS
from giaoban.reference.wording import phrases

MARK = -1
"""In place of kinds: a mark that parts a sentence."""
MARKS = frozenset(',;:.…?!()“”"[]*•+/')

DASHES = frozenset("-–")

Signal = tuple[int, int, int]
"""First syllable, the one after the last, and what the phrase does: a sum of `wording.BIT`s, or `MARK`."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Signals:
    """The signals of a sentence, in order; they do not overlap."""

    line: Syllables
    found: list[Signal]


@rule(makes=Signals, needs=(Syllables,))
def signals(page: Page) -> Iterator[Found[Signals]]:
    for each in page.all(Syllables):
        yield Found(Signals(each.what, signalled(each.what)), each.span)


@cache
def _tells() -> frozenset[str]:
    """Marks, and the first syllables of phrases."""
    return MARKS.union(phrases().begins)


def signalled(line: Syllables) -> list[Signal]:
    words, said = line.words, line.said
    table, tells = phrases(), _tells()
    found, free = list[Signal](), 0
    for at in [at for at, word in enumerate(words) if word in tells]:
        if at < free:
            continue
        if words[at] in MARKS:
            if words[at] != "/" or not _between_numbers(words, at):
                found.append((at, at + 1, MARK))
        elif not (said[at][0].isupper() and _within_name(words, said, at)) and (known := table.at(words, at)):
            free = at + known[0]
            found.append((at, free, known[1]))
    return found


def _between_numbers(words: list[str], at: int) -> bool:
    return 0 < at < len(words) - 1 and words[at - 1][0].isdigit() and words[at + 1][0].isdigit()


def _within_name(words: list[str], said: list[str], at: int) -> bool:
    """Whether the capital at `at` goes on a name: right after its head, or over a dash after a word."""
    if at and words[at - 1] in OPENINGS and said[at - 1][0].isupper():
        return True
    if at > 1 and said[at - 2][0].isupper() and f"{words[at - 2]} {words[at - 1]}" in BODIES:
        return True
    return at > 1 and words[at - 1] in DASHES and words[at - 2][0].isalpha()
