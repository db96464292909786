"""Phrases found in a sentence, longest first, by one look-up per word.

A `Lexicon` maps phrases to what they mean; several meanings may share a phrase ("kế hoạch" is an aim and a base of comparison).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from giaoban.reading.letters import plain

Meaning = TypeVar("Meaning")
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+[²³]?|[^\w\s]|_")


def listed(text: str) -> list[str]:
    """The phrases of a comma-separated table."""
    return [phrase.strip() for phrase in text.replace("\n", " ").split(",") if phrase.strip()]


def words(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """The words, numerals and marks of a stretch of text in lower case, and where each starts and ends."""
    low = plain(text[start:end])
    found = WORD.findall(low)
    starts = places(low, found, 0, start)
    return found, starts, [at + len(word) for at, word in zip(starts, found, strict=True)]


def places(text: str, parts: list[str], at: int, shift: int = 0) -> list[int]:
    """Where parts stand that follow each other in a text, from offset `at` on, plus `shift`: quicker than asking a match for each."""
    starts = []
    find = text.find
    for part in parts:
        at = find(part, at)
        starts.append(at + shift)
        at += len(part)
    return starts


class Lexicon(Generic[Meaning]):
    """Phrases by their first words; `at` finds the longest that begins at a word, `begins` are the words that may begin one."""

    def __init__(self, phrases: Mapping[Meaning, Iterable[str]]) -> None:
        meanings: dict[tuple[str, ...], set[Meaning]] = {}
        for meaning, forms in phrases.items():
            for form in forms:
                key = tuple(match[0] for match in WORD.finditer(form.lower()))
                meanings.setdefault(key, set()).add(meaning)
        self.alone: dict[str, tuple[int, frozenset[Meaning]]] = {}
        self.longer: dict[tuple[str, str], list[tuple[list[str], int, frozenset[Meaning]]]] = {}
        for key, found in sorted(meanings.items(), key=lambda entry: -len(entry[0])):
            if len(key) == 1:
                self.alone[key[0]] = 1, frozenset(found)
            else:
                self.longer.setdefault((key[0], key[1]), []).append((list(key[2:]), len(key), frozenset(found)))
        self.begins = frozenset(key[0] for key in meanings)

    def at(self, lowered: list[str], index: int) -> tuple[int, frozenset[Meaning]] | None:
        """How many words the longest phrase at `index` has, and its meanings."""
        word = lowered[index]
        if index + 1 < len(lowered):
            for rest, size, found in self.longer.get((word, lowered[index + 1]), ()):
                if not rest or lowered[index + 2 : index + size] == rest:
                    return size, found
        return self.alone.get(word)
