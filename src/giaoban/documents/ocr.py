"""What turns the picture of a page into text: given by the caller, for the core starts no programs."""

from typing import Protocol


class Ocr(Protocol):
    """Whoever can be asked for the words in the picture of a page."""

    def __call__(self, png: bytes, page: int, pages: int) -> str:
        """The text of one page (counted from 1, of `pages`) or of a stamp on it, in reading order, lines separated by newlines."""
