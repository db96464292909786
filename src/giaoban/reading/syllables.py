"""The syllables of each sentence, cut once for every rule that looks words up.

    "Bí thư Tỉnh ủy yêu cầu: đạt 85,7%"  Bí thư Tỉnh ủy yêu cầu : đạt 85,7%

Vietnamese writes a blank between syllables, so a word of the language is one or two of these. `words` are lower-cased, and the two ways
of placing a tone mark (hoà, hòa) made one; `said` are as written.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeVar

from giaoban.model import Found, Span
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
Made = TypeVar("Made")


@dataclass(slots=True)
class Syllables:
    """Parallel lists: syllable `k` of the sentence stands at `starts[k]`..`ends[k]` of the text. They never change.

    signs     the signs of all of them together (`sign`): whether a sentence holds one of many words is told without looking at any
    distinct  `words`, each once
    forms     `said`, each once
    """

    sentence: Sentence
    said: list[str]
    words: list[str]
    starts: list[int]
    signs: int
    _ends: list[int] = field(default_factory=list)
    _distinct: frozenset[str] | None = None
    _forms: frozenset[str] | None = None

    def end(self, at: int) -> int:
        """Where syllable `at` ends."""
        return self.starts[at] + len(self.said[at])

    @property
    def ends(self) -> list[int]:
        """Worked out when first asked for: most sentences hold nothing that is found."""
        if not self._ends:
            self._ends = [start + len(self.said[at]) for at, start in enumerate(self.starts)]
        return self._ends

    @property
    def distinct(self) -> frozenset[str]:
        if self._distinct is None:
            self._distinct = frozenset(self.words)
        return self._distinct

    @property
    def forms(self) -> frozenset[str]:
        if self._forms is None:
            self._forms = frozenset(self.said)
        return self._forms


@rule(makes=Syllables, needs=(Sentence,))
def syllables(page: Page) -> Iterator[Found[Syllables]]:
    """The syllables of every sentence, with where each starts and ends in the text."""
    for found in page.all(Sentence):
        yield Found(cut(page.text, found.span, found.what), found.span)


def cut(text: str, span: Span, sentence: Sentence) -> Syllables:
    """The syllables of a sentence: what blanks part, looked up whole, and cut where it holds several."""
    said, words, starts = list[str](), list[str](), list[int]()
    at, signs = span.start, 0
    for between in span.of(text).split(" "):
        if not between:
            at += 1
            continue
        starts.append(at)
        piece = PIECES.get(between) or pieces(between)
        signs |= piece.signs
        if piece.word:
            said.append(piece.form)
            words.append(piece.word)
        else:
            if not piece.said:
                return _searched(text, span, sentence)
            said += piece.said
            words += piece.words
            for far in piece.behind:
                starts.append(at + far)
        at += len(between) + 1
    return Syllables(sentence, said, words, starts, signs)


def _searched(text: str, span: Span, sentence: Sentence) -> Syllables:
    """The same where a blank of another kind stands, a tabulator: each syllable searched for with the blanks behind it."""
    parts = SYLLABLE.findall(text, span.start, span.end)
    said = [part.rstrip() for part in parts]
    starts = list(accumulate(map(len, parts[:-1]), initial=span.start))
    return Syllables(sentence, said, list(map(folded, said)), starts, _signs(said))


def folded(syllable: str) -> str:
    """Lower case, the tone mark where it is placed today; a number becomes its shape (2.572 is 0.000, one to three digits 0)."""
    if syllable[0].isdigit():
        return shape(syllable)
    lowered = syllable.lower()
    if lowered[:2] == "qu":
        return "quý" if lowered == "quí" else lowered
    return lowered[:-2] + OLDER.get(lowered[-2:], lowered[-2:])


class Remembered(dict[str, Made]):
    """What `make` makes of each syllable met; emptied before it fills the memory."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        self.make = make

    def __missing__(self, syllable: str) -> Made:
        if len(self) >= REMEMBERED:
            self.clear()
        made = self[syllable] = self.make(syllable)
        return made


@dataclass(slots=True)
class Piece:
    """What stands between two blanks.

    form   as written: one string wherever it stands, so that whoever looks it up again finds it at once
    word   it is just one syllable: folded; else empty
    said   its syllables, none where it holds other blanks or nothing
    words  these folded
    behind where all but the first start
    signs  those of all of them
    """

    form: str
    word: str
    said: list[str]
    words: list[str]
    behind: list[int]
    signs: int


def _piece(between: str) -> Piece:
    said = SYLLABLE.findall(between) if between.split() == [between] else []
    word = folded(between) if said == [between] else ""
    return Piece(between, word, said, list(map(folded, said)), list(accumulate(map(len, said[:-1]))), _signs(said))


FOLDED = Remembered(folded)
PIECES: dict[str, Piece] = {}
"""Those met. A plain dictionary, which compiled rules look up twice as quickly as one that makes what it has not."""


def pieces(between: str) -> Piece:
    """What stands between two blanks; remembered, all forgotten before they fill the memory."""
    piece = PIECES.get(between)
    if piece is None:
        if len(PIECES) >= REMEMBERED:
            PIECES.clear()
        piece = PIECES[between] = _piece(between)
    return piece


@dataclass(slots=True)
class Telling:
    """What gives each sign: syllables folded, syllables as written, and patterns of which something is found in one."""

    words: dict[str, int] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)
    holding: list[tuple[re.Pattern[str], int]] = field(default_factory=list)
    signs: int = 0


TOLD_BY = Telling()


def sign(*, words: Iterable[str] = (), forms: Iterable[str] = (), holding: re.Pattern[str] | None = None) -> int:
    """A sign of its own, a bit of `Syllables.signs`: one of these syllables stands in the sentence, folded or as written, or one that
    holds what is found by a pattern.

    Asked for where a module begins: pieces remembered before know nothing of it, and are forgotten.
    """
    bit = 1 << TOLD_BY.signs
    for told, syllables in ((TOLD_BY.words, words), (TOLD_BY.forms, forms)):
        for syllable in syllables:
            told[syllable] = told.get(syllable, 0) | bit
    if holding is not None:
        TOLD_BY.holding.append((holding, bit))
    TOLD_BY.signs += 1
    PIECES.clear()
    return bit


def last_of(*tables: Iterable[str]) -> set[str]:
    """The last syllables of phrases, folded: by `sign(words=…)` of these it is told whether one of the phrases may stand in a sentence.

    >>> sorted(last_of(["trước khi", "thay vì"], {"hoà"}))
    ['hòa', 'khi', 'vì']
    """
    return {folded(phrase.split()[-1]) for phrases in tables for phrase in phrases}


def _signs(said: list[str]) -> int:
    """The signs of all these syllables together."""
    signs = 0
    for syllable in said:
        signs |= TOLD_BY.words.get(folded(syllable), 0) | TOLD_BY.forms.get(syllable, 0)
    together = " ".join(said)
    for holding, bit in TOLD_BY.holding:
        if holding.search(together):
            signs |= bit
    return signs


def shape(number: str) -> str:
    """What kind of number stands there: a percentage, a year, a small count, or any other."""
    if number.endswith("%"):
        return "0%"
    if number.isdigit():
        return "19xx" if len(number) == 4 and number[:2] in ("19", "20") else "0" if len(number) < 3 else "0000"
    return "0.0"
