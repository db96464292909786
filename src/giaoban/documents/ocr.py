"""What turns the picture of a page into text: given by the caller, for the core starts no programs."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as it was recognised: where it stands in the picture, in dots from the left and the top; `sure` from 0 to 1."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    sure: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen in a picture: its lines in reading order, each with its words from left to right."""

    lines: tuple[tuple[SeenWord, ...], ...]

    @property
    def text(self) -> str:
        """The words, one line below the other."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)


class Ocr(Protocol):
    """Whoever can be asked for the words in the picture of a page."""

    def __call__(self, png: bytes, page: int, pages: int) -> str | Sight:
        """What one page (counted from 1, of `pages`) or a stamp on it says, in reading order.

        Whoever cannot say where the words stand gives the text alone, lines separated by newlines; then nobody knows which digits are
        unsure, and columns are not told apart.
        """


def text_of(seen: str | Sight) -> str:
    """The text alone."""
    return seen if isinstance(seen, str) else seen.text
