"""What every line of a brief is made of: sentences kept as a code with values, so that they can be said in either language, and sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from giaoban import messages
from giaoban.messages.printed import Moved, Rough
from giaoban.model import Period, Quantity

Said = str | int | Decimal | date | Quantity | Moved | Rough | Period
"""What a sentence can name."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line comes from.

    label    what a footnote prints: which record or sheet, of which day
    address  of the sentence on a screen ("/records/3#find-17"); of a record alone, of its characters ("a.json#char=963,1008"); empty
             where there is none
    quote    the words themselves; empty where there are none
    """

    label: str
    address: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message by its code with the values it names."""

    code: str
    values: tuple[tuple[str, Said], ...] = ()

    def say(self, language: str = "vi") -> str:
        return messages.phrase(self.code, language, **dict(self.values))


def sentence(code: str, **values: Said) -> Sentence:
    """The message of that code with these values."""
    return Sentence(code, tuple(values.items()))


def told(code: str, values: Mapping[str, object]) -> Sentence:
    """`sentence` for values of any kind: those that are no number, quantity, period or day become words."""
    return Sentence(code, tuple((name, value if isinstance(value, Said) else str(value)) for name, value in values.items()))


def distinct(sources: tuple[Source | None, ...]) -> tuple[Source, ...]:
    """The sources there are, each once, in their order."""
    return tuple(dict.fromkeys(each for each in sources if each))
