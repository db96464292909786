"""Pieces whose letters still stand for those of an old encoding are put into Unicode: no reader could tell from a font's name."""

from collections.abc import Sequence
from dataclasses import replace

from giaoban.documents import legacy
from giaoban.documents.pieces import Contents

BETTER = 0.2
"""By how much more of the words must be Vietnamese before a piece is converted."""


def healed(contents: Contents) -> Contents:
    """The contents in Unicode; pieces that are Vietnamese already stay as they are, whatever stands beside them."""
    lines = [line for page in contents.pages for line in page]
    old = legacy.found_in("\n".join([*lines, *(piece.text or " ".join(piece.cells) for piece in contents.pieces)]))
    if old is None:
        return contents
    pieces = [replace(piece, text=_converted(piece.text, old), cells=_all(piece.cells, old), breaks=()) for piece in contents.pieces]
    return Contents(pieces, [_all(page, old) for page in contents.pages], f"{contents.encoding}, {old}")


def _all(texts: Sequence[str], old: str) -> tuple[str, ...]:
    return tuple(_converted(text, old) for text in texts)


def _converted(text: str, old: str) -> str:
    new = legacy.converted(text, old)
    return new if new != text and legacy.likeness(new)[0] > legacy.likeness(text)[0] + BETTER else text
