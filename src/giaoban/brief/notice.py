"""The notice of conclusions (thông báo kết luận): what a meeting concluded, in the parts of the paper that goes out.

What is not known (number, day, who signs) is a gap that the paper shows as "…". Each item keeps the span of the words it came from, so that
the way back to the sentence is never lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from giaoban.model import Span

GAP = "…"
REPLACES = "Thông báo này thay thế Thông báo"


class Order(StrEnum):
    """How tasks are put in order: by field, by who is to act, or as they were said."""

    TOPIC = "topic"
    LEAD = "lead"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of a section.

    span  where its words stand in the record, None for what the office wrote itself
    mark  a name that it keeps while it is moved and edited; empty where nobody has named it
    """

    text: str
    span: Span | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs and sections within it."""

    heading: str
    items: tuple[Item, ...] = ()
    sections: tuple["Section", ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around the text: who issues it, under which number, where and when, who signs, who gets it.

    upper      the body above the one that issues; empty where there is none
    number     of the paper, without its symbol; empty while it has none
    authority  lines above the name of who signs ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")
    """

    body: str = GAP
    upper: str = ""
    number: str = ""
    symbol: str = ""
    place: str = GAP
    on: date | None = None
    authority: tuple[str, ...] = ()
    signer: str = GAP
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with its parts in the order of the paper."""

    heading: Heading
    abstract: str
    opening: tuple[Item, ...]
    sections: tuple[Section, ...]
    closing: str
    kind: str = "THÔNG BÁO"
    notes: tuple[str, ...] = field(default=())

    def items(self) -> Iterable[Item]:
        """Every paragraph but the headings, in the order of the paper."""
        yield from self.opening
        for section in self.sections:
            yield from _items(section)
        yield Item(self.closing)


def superseding(closing: str, number: str, on: date) -> str:
    """The closing of a notice that takes the place of another.

    number  as printed: "Số 12-TB/TU"
    """
    said = f"{REPLACES} {number[:1].lower()}{number[1:].replace(':', '')} ngày {day_printed(on)}"
    kept = closing.split(REPLACES, maxsplit=1)[0].rstrip(". ")
    return f"{kept}. {said}"


def day_printed(day: date | None) -> str:
    """The day as the paper has it, 05/03/2020; a gap where it is not known."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day else GAP


def _items(section: Section) -> Iterable[Item]:
    yield from section.items
    for each in section.sections:
        yield from _items(each)
