"""A notice as the flat list of its paragraphs, in the order of the paper: what is moved, edited and compared.

Each has a mark, a name that stays with it while it is moved and edited; that of a paragraph from the record is made of its span.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from giaoban.brief.notice import Heading, Item, Notice, Section


class Kind(StrEnum):
    """What a paragraph is for the paper. Only headings and texts can be moved."""

    ABSTRACT = "abstract"
    OPENING = "opening"
    HEADING = "heading"
    TEXT = "text"
    CLOSING = "closing"


MOVABLE = frozenset({Kind.HEADING, Kind.TEXT})
TOP, BELOW = 0, 1
ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `level` of a heading: 0 for "I.", 1 for "1."."""

    mark: str
    kind: Kind
    text: str
    level: int = TOP


def paragraphs(notice: Notice) -> tuple[Paragraph, ...]:
    """Every paragraph of the notice, each with a mark that no other has."""
    unnamed = (f"n{number}" for number in range(1, 1 << 20))
    taken: set[str] = set()

    def marked(given: str) -> str:
        mark = given if given and given not in taken else next(unnamed)
        taken.add(mark)
        return mark

    return tuple(Paragraph(marked(each.mark), each.kind, each.text, each.level) for each in _flat(notice))


def notice_of(listed: Sequence[Paragraph], heading: Heading) -> Notice:
    """The notice that these paragraphs make. A second-level heading before any first-level one counts as first-level."""
    texts = {kind: next((each for each in listed if each.kind is kind), Paragraph("", kind, "")) for kind in (Kind.ABSTRACT, Kind.CLOSING)}
    opening = tuple(Item(each.text, mark=each.mark) for each in listed if each.kind is Kind.OPENING)
    body = [each for each in listed if each.kind in MOVABLE]
    first = next((at for at, each in enumerate(body) if each.kind is Kind.HEADING), len(body))
    before = tuple(Item(each.text, mark=each.mark) for each in body[:first])
    return Notice(heading, texts[Kind.ABSTRACT].text, opening + before, tuple(_sections(body[first:])), texts[Kind.CLOSING].text)


def named(notice: Notice) -> Notice:
    """The same notice with a mark on every paragraph."""
    return notice_of(paragraphs(notice), notice.heading)


def bare(listed: Sequence[Paragraph]) -> frozenset[str]:
    """Marks of the headings under which nothing stands."""
    found = set()
    for each, following in zip_longest(listed, listed[1:]):
        ends = following is None or following.kind is Kind.CLOSING or (following.kind is Kind.HEADING and following.level <= each.level)
        if each.kind is Kind.HEADING and ends:
            found.add(each.mark)
    return frozenset(found)


def blocks(body: Sequence[Paragraph], level: int) -> Iterator[list[Paragraph]]:
    """The body cut before each heading of that level or above; what stands before the first is a block too."""
    block: list[Paragraph] = []
    for each in body:
        if each.kind is Kind.HEADING and each.level <= level and block:
            yield block
            block = []
        block.append(each)
    if block:
        yield block


def _sections(body: Sequence[Paragraph]) -> Iterator[Section]:
    for heading, *rest in blocks(body, TOP) if body and body[0].level == TOP else _raised(body):
        parts = list(blocks(rest, BELOW))
        own = parts.pop(0) if parts and parts[0][0].kind is Kind.TEXT else []
        below = tuple(Section(head.text, _items(texts), mark=head.mark) for head, *texts in parts)
        yield Section(heading.text, _items(own), below, heading.mark)


def _raised(body: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The blocks where the body begins on the second level."""
    return blocks([Paragraph(body[0].mark, Kind.HEADING, body[0].text), *body[1:]] if body else [], TOP)


def _items(texts: Iterable[Paragraph]) -> tuple[Item, ...]:
    return tuple(Item(each.text, mark=each.mark) for each in texts)


def _flat(notice: Notice) -> Iterator[Paragraph]:
    yield Paragraph("abstract", Kind.ABSTRACT, notice.abstract)
    for item in notice.opening:
        yield Paragraph(_mark(item), Kind.OPENING, item.text)
    for section in notice.sections:
        yield from _of(section, TOP)
    yield Paragraph("closing", Kind.CLOSING, notice.closing)


def _of(section: Section, level: int) -> Iterator[Paragraph]:
    yield Paragraph(section.mark, Kind.HEADING, section.heading, level)
    for item in section.items:
        yield Paragraph(_mark(item), Kind.TEXT, item.text)
    for each in section.sections:
        yield from _of(each, BELOW)


def _mark(item: Item) -> str:
    return item.mark or (f"{item.span.start}_{item.span.end}" if item.span else "")


def numbers(listed: Sequence[Paragraph]) -> Iterator[str]:
    """The number of each paragraph as the paper counts them ("I.", "1.", "1.1."); empty for what bears none."""
    counts, level = [0, 0, 0], -1
    for each in listed:
        if each.kind not in MOVABLE or (each.kind is Kind.TEXT and level < 0):
            yield ""
            continue
        level = min(each.level, level + 1) if each.kind is Kind.HEADING else level
        at = level + (each.kind is Kind.TEXT)
        counts[at:] = [counts[at] + 1, *[0] * (len(counts) - at - 1)]
        yield f"{_roman(counts[TOP])}." if at == TOP else "".join(f"{count}." for count in counts[1 : at + 1])


def _roman(number: int) -> str:
    written = ""
    for letters, value in ROMAN:
        written += letters * (number // value)
        number %= value
    return written
