"""The part of a text that shows why it was found, its own words marked."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice

from giaoban.reference.folding import WORD

LENGTH = 220
MOST_HITS = 60
LONGEST = 60
"""Letters of the longest word that is kept whole at the ends; rows of signs without a blank are cut."""
SPACE = re.compile(r"\s+")
BLANKS = " \n\t\u00a0"
Piece = tuple[str, bool]


def mark(text: str, wanted: Callable[[str], bool]) -> list[Piece]:
    """`text` in pieces; those whose word is wanted are marked True."""
    pieces: list[Piece] = []
    at = 0
    for start, end in _hits(text, wanted):
        gap = text[at:start]
        if pieces and not gap.strip():
            pieces[-1] = (pieces[-1][0] + gap + text[start:end], True)
        else:
            pieces += [(gap, False), (text[start:end], True)]
        at = end
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]


def snippet(text: str, wanted: Callable[[str], bool]) -> list[Piece]:
    """About 220 characters of `text` around the place where most wanted words stand together, marked as by `mark`."""
    starts = [start for start, _ in islice(_hits(text, wanted), MOST_HITS)]
    first = max(starts, key=lambda start: bisect_left(starts, start + LENGTH) - bisect_left(starts, start), default=0)
    start = _word_start(text, max(0, first - LENGTH // 4))
    end = _word_end(text, min(len(text), start + LENGTH))
    pieces = mark(SPACE.sub(" ", text[start:end]).strip(), wanted)
    return [*([("… ", False)] if start else []), *pieces, *([(" …", False)] if end < len(text) else [])]


def beyond(title: str, body: str) -> str:
    """What the body says after the title, where it begins by saying the title whole; else all of it."""
    rest = body.removeprefix(title)
    said = rest != body and (not rest or rest.startswith((" · ", "\n")))
    return rest.lstrip(" ·\n") if said else body


def _hits(text: str, wanted: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    for match in WORD.finditer(text):
        if wanted(match[0]):
            yield match.span()


def _word_start(text: str, at: int) -> int:
    """Where the word begins that goes on at `at`; `at` itself within what is longer than any word."""
    behind = max(text.rfind(blank, max(0, at - LONGEST), at) for blank in BLANKS) + 1
    return behind if behind or at < LONGEST else at


def _word_end(text: str, at: int) -> int:
    before = min((end for blank in BLANKS if (end := text.find(blank, at, at + LONGEST)) >= 0), default=-1)
    return before if before >= 0 else len(text) if len(text) - at < LONGEST else at
