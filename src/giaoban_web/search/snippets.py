"""The part of a text that shows why it was found, its own words marked."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice

from giaoban.reference.folding import WORD

LENGTH = 220
MOST_HITS = 60
SPACE = re.compile(r"\s+")
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
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
