"""What people told about a text: the finds they decided, and what of them they looked at.

The record is the exchange record of the finds that people confirmed, corrected or added, with these lists beside them:

    rejected   finds that were read and are wrong, with their `kind`
    open       finds that nobody decided, with their `kind`
    whole      whether every judgement and task was decided: then what stands in no find is none
    whole_figures    the same of figures: then a number that stands in no find is none

A find may name fields that nobody looked at (`unlooked`), and say where it was read before a person moved it (`moved`). Annotated records
of whole texts have none of these: all that they say was looked at, and what they leave out is nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from giaoban.model import Document

Find = dict[str, Any]
ASIDE = 3
"""One text in so many is kept aside to measure by."""
CLAUSES = frozenset(("strength", "shortcoming", "directive"))


@dataclass(frozen=True, slots=True)
class Told:
    """A text of which people decided finds, with its record."""

    document: Document
    record: dict[str, Any]

    @property
    def key(self) -> str:
        """A hash of the words: the same for the same text in a file of another kind."""
        return sha256(" ".join(self.document.text.split()).encode()).hexdigest()

    @property
    def aside(self) -> bool:
        """Whether it is kept aside to measure by, never learned from: its own words decide, so it stays there."""
        return int(self.key[:8], 16) % ASIDE == 0

    @property
    def finds(self) -> int:
        """How many finds of it were decided."""
        record = self.record
        lists = (record["observations"], record["findings"], record["directives"], record.get("rejected", ()))
        return sum(map(len, lists)) + bool(record["meeting"])


def known(find: Mapping[str, Any], field: str) -> bool:
    """Whether somebody looked at a field of a find."""
    return field not in find.get("unlooked", ())


def still_open(record: dict[str, Any], *kinds: str) -> list[Find]:
    """Finds of these kinds that nobody decided; they say what stands around, and teach nothing."""
    return [each for each in record.get("open", ()) if each["kind"] in kinds]


def whole(record: dict[str, Any]) -> bool:
    """Whether every judgement and task of the text was told."""
    return bool(record.get("whole", True))


def whole_figures(record: dict[str, Any]) -> bool:
    """Whether every figure of the text was told."""
    return bool(record.get("whole_figures", True))


def of_number(finds: Sequence[Find], start: int, end: int, value: float) -> int | None:
    """The place of the find that holds this number where it stands in the text, whatever its sign; None where there is none."""
    for at, each in enumerate(finds):
        span = each["span"]
        if span["start"] < end and start < span["end"] and abs(each["value"]) == abs(value):
            return at
    return None


def looked_at(record: dict[str, Any]) -> list[tuple[int, int]]:
    """Where somebody looked for judgements and tasks: what was decided, rejected, or moved away from."""
    return sorted((span["start"], span["end"]) for span in _spans(record))


def _spans(record: dict[str, Any]) -> Iterator[dict[str, int]]:
    for each in (*record["findings"], *record["directives"]):
        yield each["span"]
        if "moved" in each:
            yield each["moved"]
    yield from (each["span"] for each in record.get("rejected", ()) if each["kind"] in CLAUSES)
