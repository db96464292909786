"""The syllables of each sentence, cut once for every rule that looks words up.

    "Bí thư Tỉnh ủy yêu cầu: đạt 85,7%"  Bí thư Tỉnh ủy yêu cầu : đạt 85,7%

Vietnamese writes a blank between syllables, so a word of the language is one or two of these. `words` are lower-cased, and the two ways
of placing a tone mark (hoà, hòa) made one; `said` are as written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from giaoban.model import Found
from giaoban.reading.engine import Page, rule
from giaoban.reading.sentences import Sentence

SYLLABLE = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W_]+|[^\w\s]|_")
OLDER = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
"""Tone marks on the second vowel of an open syllable, and the same on the first."""


@dataclass(frozen=True, slots=True)
class Syllables:
    """Parallel lists: syllable `k` of the sentence stands at `starts[k]`..`ends[k]` of the text."""

    sentence: Sentence
    said: list[str]
    words: list[str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@rule(makes=Syllables, needs=(Sentence,))
def syllables(page: Page) -> Iterator[Found[Syllables]]:
    text = page.text
    for found in page.all(Sentence):
        spans = [match.span() for match in SYLLABLE.finditer(text, found.span.start, found.span.end)]
        said = [text[start:end] for start, end in spans]
        starts, ends = zip(*spans, strict=True)
        yield Found(Syllables(found.what, said, list(map(folded, said)), starts, ends), found.span)


@lru_cache(maxsize=1 << 16)
def folded(syllable: str) -> str:
    """Lower case, the tone mark where it is placed today; a number becomes its shape (2.572 is 0.000, one to three digits 0)."""
    if syllable[0].isdigit():
        return shape(syllable)
    lowered = syllable.lower()
    if lowered[:2] == "qu":
        return "quý" if lowered == "quí" else lowered
    return lowered[:-2] + OLDER.get(lowered[-2:], lowered[-2:])


def shape(number: str) -> str:
    """What kind of number stands there: a percentage, a year, a small count, or any other."""
    if number.endswith("%"):
        return "0%"
    if number.isdigit():
        return "19xx" if len(number) == 4 and number[:2] in ("19", "20") else "0" if len(number) < 3 else "0000"
    return "0.0"
