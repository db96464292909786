"""The sentence that a fact was read from, as a person would quote it."""

import re
from dataclasses import dataclass

LONGEST = 600
SENTENCE_END = re.compile(r"(?<=[.!?…;])(?<!\d\.)\s+(?=[^\W\d_a-zà-ỹ]|[-–+•“\"])|\n+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts: what stands before the words of the fact, those words, what follows."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def quote(text: str, start: int, end: int) -> Quote:
    """The sentence around `text[start:end]`, at most 600 characters of it on either side; never across a line."""
    lead = text[max(0, start - LONGEST) : start]
    rest = text[end : end + LONGEST]
    cuts = [match.end() for match in SENTENCE_END.finditer(lead + text[start : start + 1]) if match.end() <= len(lead)]
    close = SENTENCE_END.search(text[end - 1 : end] + rest)
    before = lead[cuts[-1] if cuts else 0 :]
    after = rest[: max(0, close.start() - 1)] if close else rest
    return Quote(before.lstrip(), text[start:end], after.rstrip())
