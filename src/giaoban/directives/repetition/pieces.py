"""A wording in pieces of words, as the model reads it that places wordings (`placed`)."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

START, PAD, END, UNKNOWN = SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
BLANK = "▁"
"""Stands before a word."""
BEFORE = "query:"
"""What the model was taught to read before a wording."""
LONGEST = 100
"""Letters for each piece that is read: what is longer is not looked at to its end."""
LESS = 10.0
"""How much less likely than any piece a letter is that no piece holds."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces into which words are cut: for each its row in the tables, and the logarithm of how likely it is."""

    rows: Mapping[str, int]
    likely: Mapping[str, float]
    longest: int
    least: float

    def read(self, wording: str, most: int) -> list[int]:
        """The rows of its pieces, the first so many, between those of the start and of the end."""
        found = islice(self._parted(f"{BEFORE} {wording[: most * LONGEST]}"), most)
        return [self.rows[piece] for piece in (START, *found, END)]

    def parted(self, wording: str) -> list[str]:
        """The likeliest way to part it in pieces, none of them in two words."""
        return list(self._parted(wording))

    def _parted(self, wording: str) -> Iterator[str]:
        return (piece for word in unicodedata.normalize("NFKC", wording).split() for piece in self._of(BLANK + word))

    def _of(self, word: str) -> Iterator[str]:
        best, behind = [0.0, *[float("-inf")] * len(word)], [(0, UNKNOWN)] * (len(word) + 1)
        for start in range(len(word)):
            for end, piece in self._beginning(word, start):
                level = best[start] + self.likely.get(piece, self.least)
                if level > best[end]:
                    best[end], behind[end] = level, (start, piece)
        found, at = [], len(word)
        while at:
            at, piece = behind[at]
            found.append(piece)
        return reversed(found)

    def _beginning(self, word: str, start: int) -> Iterator[tuple[int, str]]:
        """The pieces that begin there, with where they end: a letter by itself is one, unknown if need be."""
        for end in range(start + 1, min(start + self.longest, len(word)) + 1):
            if word[start:end] in self.likely:
                yield end, word[start:end]
            elif end == start + 1:
                yield end, UNKNOWN


def pieces(texts: Sequence[str], likely: Sequence[float]) -> Pieces:
    """Of the pieces by row, the special ones among them, and how likely each is."""
    rows: dict[str, int] = {}
    for at, piece in enumerate(texts):
        rows.setdefault(piece, at)
    known = {piece: likely[at] for piece, at in rows.items() if piece and piece not in SPECIAL}
    return Pieces(rows, known, max(map(len, known)), min(known.values()) - LESS)
