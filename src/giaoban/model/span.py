"""Where a find stands in the text."""

from dataclasses import dataclass


@dataclass(slots=True, order=True, unsafe_hash=True, init=False)
class Span:
    """Code points of the document's NFC text: `start` inclusive, `end` exclusive.

    It never changes: not frozen only because a frozen one takes twice as long to make, and reading makes many.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start < end:
            raise ValueError(f"not a span: {start}..{end}")
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end
