"""Whole numbers as addresses and forms send them: of rows, of versions, of places in a text."""

DIGITS = 18
"""What every database holds as a number."""


def whole(text: str | None) -> int | None:
    """The whole number that was sent; None for anything else, and for one that is larger than any that was given out."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= DIGITS else None
