"""Where a text has digits that recognition was not sure of, told by counting letters: blanks may come and go while lines are joined.

"đạt 2.572 tỷ", the number unsure   ((3, 8),)
"""

from collections.abc import Iterable, Iterator

from giaoban.model import Span

Unsure = tuple[tuple[int, int], ...]
"""The stretches, each by how many signs other than blanks stand before it and before its end."""


def united(several: Iterable[tuple[str, Unsure]]) -> Unsure:
    """The stretches of texts that stand one after the other."""
    held = list(several)
    if not any(unsure for _, unsure in held):
        return ()
    found: list[tuple[int, int]] = []
    at = 0
    for text, unsure in held:
        found += [(at + start, at + end) for start, end in unsure]
        at += signs(text)
    return tuple(found)


def signs(text: str) -> int:
    """The number of characters that are no white space."""
    return sum(not sign.isspace() for sign in text)


def spans(text: str, unsure: Unsure, start: int) -> Iterator[Span]:
    """The spans of the unsure stretches, in a text that begins at offset `start`."""
    if unsure:
        places = [start + at for at, sign in enumerate(text) if not sign.isspace()]
        yield from (Span(places[first], places[end - 1] + 1) for first, end in unsure if end <= len(places))
