"""Patterns that are searched for only where a word stands that they cannot do without.

    (?:tổng kết|sơ kết)(?: công tác)? $    needs "tổng kết" or "sơ kết"

Looking for a few words is many times quicker than trying a pattern without a fixed beginning at every letter, and most texts have none.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Words = tuple[str, ...]
MOST = 24
"""More words than these are not looked for: the pattern itself is as quick."""
LONG = 6
"""Letters from which on a word is rare enough: a longer one is no better."""
FORMS = 4
"""So many forms of one word are looked for."""


class Gated:
    """A pattern that heeds case, and the words of which one stands wherever it is found; without any it is always searched for.

    Compiled when it is searched for the first time: in one text most never are.
    """

    def __init__(self, pattern: str) -> None:
        self.said = pattern
        self.words = needed(pattern)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.said)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        for word in self.words:
            if text.find(word, start, end) >= 0:
                return self.pattern.search(text, start, end)
        return None if self.words else self.pattern.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        first = self.search(text, start, end)
        return self.pattern.finditer(text, first.start(), end) if first else iter(())


def needed(pattern: str) -> Words:
    """The words of which one stands wherever the pattern is found; none where it has no such words.

    >>> needed("(?:tổng kết|sơ kết)(?: công tác)? $")
    ('tổng kết', 'sơ kết')
    """
    parsed = parser.parse(pattern)
    words = () if parsed.state.flags & re.IGNORECASE else _of(parsed)
    return words if len(words) <= MOST else ()


def _of(parts: Iterable[tuple[Any, Any]]) -> Words:
    """Of everything that must stand there, what is rarest: the longest words, the fewest of them."""
    return max(_each(parts), key=lambda words: (min(LONG, *map(len, words)), -len(words)), default=())


def _each(parts: Iterable[tuple[Any, Any]]) -> Iterator[Words]:
    """Words, one of which must stand there, for every part that has such; letters in a row make one word.

    A letter that may be small or a capital makes two words of one, where they would be short without it.
    """
    rows: Words = ("",)
    for kind, value in parts:
        letters = _letters(kind, value)
        if letters and (len(letters) == 1 or len(rows) * len(letters) <= FORMS):
            rows = tuple(row + letter for row in rows for letter in letters)
        elif kind is not code.AT:
            yield from _made(rows)
            rows = letters or ("",)
            if words := _within(kind, value):
                yield words
    yield from _made(rows)


def _made(rows: Words) -> Iterator[Words]:
    """The words that rows of letters make: all forms, and the rest behind the first letter where only that has forms."""
    if rows != ("",):
        yield rows
    if len(rows) > 1 and len({row[1:] for row in rows}) == 1 and len(rows[0]) > LONG:
        yield (rows[0][1:],)


def _letters(kind: Any, value: Any) -> Words:
    """The letters of a part that is one letter, or one of two; none of any other."""
    if kind is code.LITERAL:
        return (chr(value),)
    if kind is code.IN and len(value) <= 2 and all(each is code.LITERAL for each, _ in value):
        return tuple(chr(letter) for _, letter in value)
    return ()


def _within(kind: Any, value: Any) -> Words:
    """The words of a part that is no single letter."""
    if kind is code.SUBPATTERN:
        return () if value[1] & re.IGNORECASE else _of(value[3])
    if kind is code.MAX_REPEAT or kind is code.MIN_REPEAT:
        return _of(value[2]) if value[0] else ()
    if kind is code.BRANCH:
        each = [_of(branch) for branch in value[1]]
        return tuple(dict.fromkeys(word for words in each for word in words)) if all(each) else ()
    return ()
