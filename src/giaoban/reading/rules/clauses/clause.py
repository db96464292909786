"""One clause that counts: what somebody shall do, what is well, what is not."""

from dataclasses import dataclass

from giaoban.model import Polarity
from giaoban.reading.syllables import Syllables


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Clause:
    """One clause that counts.

    polarity  of a judgement; None for a directive
    line      the sentence it begins in, `first` its first syllable there
    words     its syllables, folded
    """

    polarity: Polarity | None
    line: Syllables
    first: int
    words: tuple[str, ...]
