"""Patterns that are searched for only where a word stands that they cannot do without.

    (?:tổng kết|sơ kết)(?: công tác)? $    needs "tổng kết" or "sơ kết"

Looking for a few words is many times quicker than trying a pattern without a fixed beginning at every letter, and most texts have none.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from giaoban.kept import KEPT, made_by
from giaoban.reading import beginnings
from giaoban.reading.syllables import folded

Words = tuple[str, ...]
Needed = tuple[Words, int]
Ways = tuple[tuple[frozenset[str], ...], ...]
GATE = made_by("needed and ways", "reading/gates.py", "reading/syllables.py")
BEGINNING = code.AT, code.AT_BEGINNING
FAR = sys.maxsize
"""A word may stand anywhere behind the start of its pattern."""
ANY = 2**32 - 1
"""As many repetitions as a pattern can have, which stands for any number."""
NONE: Needed = ((), FAR)
MOST = 24
"""More words than these are none that a pattern needs: the pattern itself is as quick."""
FEW = 8
"""More than these are looked for only by their syllables (`by_syllable`)."""
LONG = 6
"""Letters from which on a word is rare enough: a longer one is no better."""
FORMS = 4
"""So many forms of one word are looked for."""


class Gated:
    """A pattern that heeds case, and the words of which one stands wherever it is found; without any it is always searched for.

    needs  these words, and how far into what is found one stands at most

    Taken apart and compiled when it is searched for the first time: in one text most never are.
    """

    def __init__(self, pattern: str) -> None:
        self.said = pattern
        self._needs: Needed | None = None
        self._ways: Ways = ()
        self._begins = False
        self._pattern: re.Pattern[str] | None = None

    @property
    def needs(self) -> Needed:
        if self._needs is None:
            self._needs, self._ways, self._begins = KEPT.of((GATE, self.said, 0), self._taken_apart)
        return self._needs

    @property
    def ways(self) -> Ways:
        """In which ways it may be found: for each, syllables of which one stands there too, folded, for each part that has such.

        >>> [sorted(map(sorted, way)) for way in Gated("(?:sơ kết|nghe) [^.]{3,90} báo cáo|giao ban").ways]
        [[['báo'], ['cáo'], ['kết', 'nghe']], [['ban']]]
        """
        return self._ways if self._needs or self.needs else ()

    @property
    def pattern(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._pattern = beginnings.compiled(self.said)
        return self._pattern

    def _taken_apart(self) -> tuple[Needed, Ways, bool]:
        parsed = parser.parse(self.said)
        return _needed(parsed), _ways(parsed), parsed.data[:1] == [BEGINNING]

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        first = -1
        words, lead = self._needs or self.needs
        if self._begins:
            return self.pattern.match(text, start, end)
        if len(words) > FEW:
            words = ()
        for word in words:
            at = text.find(word, start, end if first < 0 else first + len(word))
            if at >= 0:
                first = at
        if first < 0 and words:
            return None
        return (self._pattern or self.pattern).search(text, max(start, first - lead), end)

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.match`, its words not looked for."""
        return self.pattern.match(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        first = self.search(text, start, end)
        return self.pattern.finditer(text, first.start(), end) if first else iter(())


def where(text: str, word: str, pattern: re.Pattern[str], lead: int, end: int = sys.maxsize) -> list[re.Match[str]]:
    """What a pattern finds that begins `lead` letters before a word: twice as quick as to search for the pattern.

    >>> [match.start() for match in where("Tỉnh họp với tỉnh đoàn", "ỉnh", re.compile("[Tt]ỉnh(?! đ)"), 1)]
    [0]
    """
    found = []
    at = text.find(word, 0, end)
    while at >= 0:
        if match := pattern.match(text, at - lead, end):
            found.append(match)
        at = text.find(word, at + 1, end)
    return found


def needed(pattern: str) -> Needed:
    """The words of which one stands wherever the pattern is found, and how far into it at most; none where it has no such words.

    >>> needed("(?:tổng kết|sơ kết)(?: công tác)? $")
    (('tổng kết', 'sơ kết'), 0)
    """
    return _needed(parser.parse(pattern))


def _needed(parsed: parser.SubPattern) -> Needed:
    words, lead = NONE if parsed.state.flags & re.IGNORECASE else _of(parsed)
    return (words, lead) if len(words) <= MOST else NONE


def _of(parts: parser.SubPattern) -> Needed:
    """Of everything that must stand there, what is rarest: the longest words, the fewest of them."""
    return max(_each(parts), key=lambda each: (min(LONG, *map(len, each[0])), -len(each[0])), default=NONE)


def _each(parts: parser.SubPattern) -> Iterator[Needed]:
    """Words, one of which must stand there, for every part that has such; letters in a row make one word.

    A letter that may be small or a capital makes two words of one, where they would be short without it.
    """
    rows: Words = ("",)
    reached = begun = 0
    for part in parts:
        kind, value = part
        letters = _letters(kind, value)
        if letters and (len(letters) == 1 or len(rows) * len(letters) <= FORMS):
            rows = tuple(row + letter for row in rows for letter in letters)
        elif kind is not code.AT:
            yield from _made(rows, begun)
            rows, begun = letters or ("",), reached if letters else min(FAR, reached + _most(parts, part))
            words, lead = _within(kind, value)
            if words:
                yield words, min(FAR, reached + lead)
        reached = min(FAR, reached + _most(parts, part))
    yield from _made(rows, begun)


def _most(parts: parser.SubPattern, part: tuple[Any, Any]) -> int:
    """The code points that a part of a pattern takes at most; any number of them is told as another one by Pythons before 3.11.5."""
    most = int(parser.SubPattern(parts.state, [part]).getwidth()[1])
    return FAR if most >= ANY else most


def _made(rows: Words, begun: int) -> Iterator[Needed]:
    """The words that rows of letters make: all forms, and the rest behind the first letter where only that has forms."""
    if rows != ("",):
        yield rows, begun
    if len(rows) > 1 and len({row[1:] for row in rows}) == 1 and len(rows[0]) > LONG:
        yield (rows[0][1:],), min(FAR, begun + 1)


def _letters(kind: Any, value: Any) -> Words:
    """The letters of a part that is one letter, or one of two; none of any other."""
    if kind is code.LITERAL:
        return (chr(value),)
    if kind is code.IN and len(value) <= 2 and all(each is code.LITERAL for each, _ in value):
        return tuple(chr(letter) for _, letter in value)
    return ()


def _within(kind: Any, value: Any) -> Needed:
    """The words of a part that is no single letter."""
    if kind is code.SUBPATTERN:
        return NONE if value[1] & re.IGNORECASE else _of(value[3])
    if kind is code.MAX_REPEAT or kind is code.MIN_REPEAT:
        return _of(value[2]) if value[0] else NONE
    if kind is code.BRANCH:
        each = [_of(branch) for branch in value[1]]
        if all(words for words, _ in each):
            return tuple(dict.fromkeys(word for words, _ in each for word in words)), max(lead for _, lead in each)
    return NONE


def _ways(parsed: parser.SubPattern) -> Ways:
    """As `Gated.ways` has it."""
    if parsed.state.flags & re.IGNORECASE:
        return ((),)
    chosen = len(parsed.data) == 1 and parsed.data[0][0] is code.BRANCH
    ways = parsed.data[0][1][1] if chosen else [parsed]
    return tuple(tuple(group for words, _ in _each(way) for group in _groups(words)) for way in ways)


def _groups(words: Words) -> list[frozenset[str]]:
    """The last syllables of words, as `by_syllable` takes them; of one word alone each that it holds whole."""
    if len(words) == 1 and len(whole := words[0].split()[words[0][0] != " " :]) > 1:
        return [frozenset((folded(said),)) for said in whole if len(said) > 1]
    last = [said[-1] for word in words if (said := [said for said in word.split() if len(said) > 1])]
    return [frozenset(map(folded, last))] if len(last) == len(words) else []


def may_stand(ways: Ways, syllables: frozenset[str]) -> bool:
    """Whether what may be found in these ways may be found among such syllables.

    >>> may_stand(Gated("sơ kết [^.]{3,90} năm").ways, frozenset(("sơ", "kết", "tháng")))
    False
    """
    for way in ways:
        for group in way:
            if group.isdisjoint(syllables):
                break
        else:
            return True
    return False


def by_syllable(patterns: Sequence[Gated]) -> dict[str, tuple[int, ...]]:
    """By the last syllable of each word that a pattern cannot do without, folded: the places of the patterns to be searched for.

    A letter alone at the end is the first of many, so the syllable before it is taken.

    >>> by_syllable([Gated("(?:tổng kết|sơ kết) năm"), Gated("giao ban")])
    {'kết': (0,), 'ban': (1,)}
    """
    asked: dict[str, dict[int, None]] = {}
    for place, pattern in enumerate(patterns):
        for word in pattern.needs[0]:
            last = [said for said in word.split() if len(said) > 1][-1]
            asked.setdefault(folded(last), {})[place] = None
    return {syllable: tuple(places) for syllable, places in asked.items()}
