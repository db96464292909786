"""Sentences: the frame in which every rule looks.

A sentence lies within one block and knows it. A full stop inside a number (19.200), after an abbreviation (TP., TS., Th.S)
or a person's initial ends nothing; neither does one before a lower-case letter, nor the end of a line: a block is one paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Block, Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.letters import CAPITALS
from giaoban.reference.places import STOPPED

ABBREVIATION = rf"(?:(?<=[Qq]u[ýí] I.)|(?<!\b[A-ZĐ].))(?<!\b(?:{'|'.join(STOPPED)}|TS|GS|BS|KS|CN|Mr|Ms|Dr).)(?<!\bThS.)(?<!\bPGS.)"
"""Not a first quarter (quý I.). Looked for behind a stop, not before it: so the text is searched for stops, which are few."""
SPLIT_NUMBER = r"(?!(?<=\d\.)\s\d{3}\s?(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|người|tấn|ha)\b)"
"""A scan's gap inside a number: 19. 200 triệu."""
BEHIND = rf"{ABBREVIATION}[.!?…]*[\"”’»)\]]*{SPLIT_NUMBER}(?=\s+[\"“‘«(\[+–-]*[{CAPITALS}0-9])"
ENDS = {stop: re.compile(rf"{re.escape(stop)}(?=[.!?…]*[\"”’»)\]]*\s){BEHIND}") for stop in ".!?…"}
"""What ends a sentence, by the stop it begins with: the same letter is found ten times as quickly as one of several. That a blank follows
is asked first, since few stops within a number or at the end of a block have one."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Sentence:
    """One sentence of the text. `number` counts from 1 through the document; `block` is where it stands."""

    number: int
    block: Block


@rule(makes=Sentence)
def sentences(page: Page) -> Iterator[Found[Sentence]]:
    """Every sentence, numbered from 1; what is repeated on each page is left out."""
    number = 0
    for block in page.document.blocks:
        if block.repeated:
            continue
        for start, end in _cut(page.text, block.span):
            number += 1
            yield Found(Sentence(number, block), Span(start, end))


def _cut(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    stops = [pattern for stop, pattern in ENDS.items() if text.find(stop, span.start, span.end) >= 0]
    ends = {match.end() for pattern in stops for match in pattern.finditer(text, span.start, span.end)}
    for end in [*sorted(ends), span.end]:
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end
