"""The sentence that a fact was read from, as a person would quote it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from giaoban.model import Span
from giaoban.reference.places import STOPPED

LONGEST = 600
NEAR = 90
"""Characters on either side that a list shows of a long sentence."""
MARK = re.compile(r"^(?:[-–—•+*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s+")
"""What marks a sentence as an item of a list."""
SHORTENED = "".join(rf"(?<!\b{word}\.)" for word in (*STOPPED, "P", "X", "Q", "H", "T"))
NUMBERED = r"(?<!^\d\.)(?<!^\d\d\.)"
SENTENCE_END = re.compile(rf"(?<=[.!?…]){SHORTENED}{NUMBERED}[ \t]+(?=\S)|\n+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts: what stands before the words of the fact, those words, what follows."""

    before: str
    words: str
    after: str

    @property
    def near(self) -> "Quote":
        """The same words as a list shows them: of a long sentence only what stands next to them, "…" for what is left out; without the mark
        of the item that it is, and without the strokes between the cells of a row.
        """
        before, words, after = (part.replace(" | ", " · ") for part in (MARK.sub("", self.before), self.words, self.after.rstrip(" |")))
        return Quote(_last_of(before), words, _first_of(after))

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def quote(text: str, start: int, end: int) -> Quote:
    """The sentence around `text[start:end]`, at most 600 characters of it on either side; never across a line."""
    lead, rest = text[max(0, start - LONGEST) : start], text[end : end + LONGEST]
    around = lead + text[start:end] + rest
    cuts = [cut for cut in SENTENCE_END.finditer(around) if not around[cut.end() : cut.end() + 1].islower()]
    opens = max((cut.end() for cut in cuts if cut.end() <= len(lead)), default=0)
    closes = min((cut.start() for cut in cuts if cut.start() >= len(lead) + end - start), default=len(around))
    return Quote(around[opens : len(lead)].lstrip(), text[start:end], around[len(lead) + end - start : closes].rstrip())


def around(text: str, spans: Iterable[Span]) -> dict[Span, Quote]:
    """The sentence of each span."""
    return {span: quote(text, span.start, span.end) for span in spans}


def alone(words: Mapping[Span, str]) -> dict[Span, Quote]:
    """Words of which nobody knows any more what stood around them."""
    return {span: Quote("", each, "") for span, each in words.items()}


def _last_of(text: str) -> str:
    """The last whole words."""
    return text if len(text) <= NEAR else f"… {text[-NEAR:].partition(' ')[2]}"


def _first_of(text: str) -> str:
    """The first whole words."""
    return text if len(text) <= NEAR else f"{text[:NEAR].rpartition(' ')[0]} …"
