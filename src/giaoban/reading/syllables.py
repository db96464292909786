"""The syllables of each sentence, cut once for every rule that looks words up.

    "Bí thư Tỉnh ủy yêu cầu: đạt 85,7%"  Bí thư Tỉnh ủy yêu cầu : đạt 85,7%

Vietnamese writes a blank between syllables, so a word of the language is one or two of these. `words` are lower-cased, and the two ways
of placing a tone mark (hoà, hòa) made one; `said` are as written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add

from giaoban.model import Found
from giaoban.reading.engine import Page, rule
from giaoban.reading.sentences import Sentence

LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
"""Letters that are told without asking what each is."""
SYLLABLE = re.compile(rf"(?:[{LATIN}]+[^\W_]*+|\d+(?:[.,]\d+)*%?|[^\W_]++|[^\w\s]|_)\s*+")
"""With the blanks behind it: so the lengths of all say where each stands."""
OLDER = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
"""Tone marks on the second vowel of an open syllable, and the same on the first."""

FIGURES = frozenset(("0", "0000", "19xx", "0.0", "0%"))
"""What stands in `words` for numbers: their shapes."""
REMEMBERED = 1 << 16


@dataclass(slots=True)
class Syllables:
    """Parallel lists: syllable `k` of the sentence stands at `starts[k]`..`ends[k]` of the text. They never change."""

    sentence: Sentence
    said: list[str]
    words: list[str]
    starts: list[int]
    _ends: list[int] = field(default_factory=list)

    @property
    def ends(self) -> list[int]:
        """Worked out when first asked for: most sentences hold nothing that is found."""
        if not self._ends:
            self._ends = list(map(add, self.starts, map(len, self.said)))
        return self._ends


@rule(makes=Syllables, needs=(Sentence,))
def syllables(page: Page) -> Iterator[Found[Syllables]]:
    """The syllables of every sentence, with where each starts and ends in the text."""
    text = page.text
    for found in page.all(Sentence):
        parts = SYLLABLE.findall(text, found.span.start, found.span.end)
        starts = list(accumulate(map(len, parts[:-1]), initial=found.span.start))
        said = list(map(BARE.__getitem__, parts))  # one string for each wherever it stands, so that it is folded by a quick look-up
        yield Found(Syllables(found.what, said, list(map(FOLDED.__getitem__, said)), starts), found.span)


def folded(syllable: str) -> str:
    """Lower case, the tone mark where it is placed today; a number becomes its shape (2.572 is 0.000, one to three digits 0)."""
    if syllable[0].isdigit():
        return shape(syllable)
    lowered = syllable.lower()
    if lowered[:2] == "qu":
        return "quý" if lowered == "quí" else lowered
    return lowered[:-2] + OLDER.get(lowered[-2:], lowered[-2:])


class Remembered(dict[str, str]):
    """What `make` makes of each syllable met, the blanks behind it left aside; emptied before it fills the memory."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self.make = make

    def __missing__(self, syllable: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        made = self[syllable] = self.make(syllable.rstrip())
        return made


BARE, FOLDED = Remembered(str), Remembered(folded)


def shape(number: str) -> str:
    """What kind of number stands there: a percentage, a year, a small count, or any other."""
    if number.endswith("%"):
        return "0%"
    if number.isdigit():
        return "19xx" if len(number) == 4 and number[:2] in ("19", "20") else "0" if len(number) < 3 else "0000"
    return "0.0"
