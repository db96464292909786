"""The levels on which the paragraphs of a notice are counted: a text one below its heading; what stands in no list on none."""

from collections.abc import Sequence
from dataclasses import dataclass

from giaoban.brief.notice_paragraphs import Kind, Paragraph

FIRST = ("I.", "1.", "1.1.")


@dataclass(frozen=True, slots=True)
class Relevelled:
    """A paragraph that an office put on another level of the list, from 0, or in or out of it (None)."""

    mark: str
    text: str
    was: int | None
    now: int | None


def levels(listed: Sequence[Paragraph]) -> dict[str, int | None]:
    """The level of each paragraph by its mark.

    >>> levels([Paragraph("a", Kind.OPENING, "…"), Paragraph("b", Kind.HEADING, "Kinh tế", 1), Paragraph("c", Kind.TEXT, "Thu ngân sách.")])
    {'a': None, 'b': 1, 'c': 2}
    """
    found: dict[str, int | None] = {}
    over: int | None = None
    for each in listed:
        over = each.level if each.kind is Kind.HEADING else over
        below = over + 1 if each.kind is Kind.TEXT and over is not None else None
        found[each.mark] = over if each.kind is Kind.HEADING else below
    return found


def shown(level: int | None) -> str:
    """A level as the first number on it looks; one deeper than a notice counts by its place, and what stands outside the list as "—".

    >>> shown(1), shown(4), shown(None)
    ('1.', '5', '—')
    """
    if level is None:
        return "—"
    return FIRST[level] if level < len(FIRST) else str(level + 1)
