"""Words as the rules for figures look them up: letters apart from digits, a numeral apart from its sign, all in lower case.

A `lexicon` maps phrases to what they mean; several meanings may share a phrase ("kế hoạch" is an aim and a base of comparison).
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from giaoban.reading.letters import plain
from giaoban.reference.phrases import Phrases

Meaning = TypeVar("Meaning")
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+[²³]?|[^\w\s]|_")


def listed(text: str) -> list[str]:
    """The phrases of a comma-separated table."""
    return [phrase.strip() for phrase in text.replace("\n", " ").split(",") if phrase.strip()]


def parted(syllable: str) -> str:
    """The words of a syllable as written, a blank between them: "85,7%" is "85,7 %", "HQ36a" is "hq 36 a"."""
    return " ".join(WORD.findall(plain(syllable)))


def lexicon(phrases: Mapping[Meaning, Iterable[str]]) -> Phrases[frozenset[Meaning]]:
    """The phrases of tables, each with all that it means."""
    meanings: dict[tuple[str, ...], frozenset[Meaning]] = {}
    for meaning, forms in phrases.items():
        for form in forms:
            key = tuple(WORD.findall(form.lower()))
            meanings[key] = meanings.get(key, frozenset()) | {meaning}
    return Phrases(meanings)
