"""Phrases of a table found in a row of words: the longest that begins at a word, by a look-up of its first word and one of its second."""

from collections.abc import Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")
Begun = tuple[tuple[int, Meaning] | None, dict[str, list[tuple[list[str], int, Meaning]]]]
"""What begins with a word: the word alone, with its size, 1; by their second words what follows that, the size and the meaning."""


class Phrases(Generic[Meaning]):
    """Phrases, each as its words, with what they mean. `begins`: the phrases by their first words."""

    def __init__(self, meanings: Mapping[tuple[str, ...], Meaning]) -> None:
        self.begins: dict[str, Begun[Meaning]] = {}
        for words in sorted(meanings, key=len, reverse=True):
            meaning = meanings[words]
            alone, longer = self.begins.get(words[0], (None, {}))
            if len(words) == 1:
                alone = 1, meaning
            else:
                longer.setdefault(words[1], []).append((list(words[2:]), len(words), meaning))
            self.begins[words[0]] = alone, longer

    def at(self, words: list[str], index: int) -> tuple[int, Meaning] | None:
        """The longest known phrase that starts at `index`: its number of words and its meaning; None where none starts there."""
        begun = self.begins.get(words[index])
        if begun is None:
            return None
        alone, longer = begun
        if longer and index + 1 < len(words) and (more := longer.get(words[index + 1])) is not None:
            for rest, size, meaning in more:
                if not rest or words[index + 2 : index + size] == rest:
                    return size, meaning
        return alone

    def all(self, words: list[str]) -> list[tuple[int, int, Meaning]]:
        """The first word of each phrase from left to right, the one after its last, and its meaning; they do not overlap."""
        found: list[tuple[int, int, Meaning]] = []
        begins, free, last = self.begins, 0, len(words) - 1
        for index, word in enumerate(words):
            begun = begins.get(word)
            if begun is None or index < free:
                continue
            known, longer = begun
            # as `at` has it; called for each word that begins some phrase it would take as long again
            if index < last and (more := longer.get(words[index + 1])) is not None:
                for rest, size, meaning in more:
                    if not rest or words[index + 2 : index + size] == rest:
                        known = size, meaning
                        break
            if known:
                free = index + known[0]
                found.append((index, free, known[1]))
        return found


def by_syllables(phrases: Mapping[str, Meaning]) -> Phrases[Meaning]:
    """The phrases of a table whose syllables a blank parts."""
    return Phrases({tuple(phrase.split(" ")): meaning for phrase, meaning in phrases.items()})
