"""Figures that a record tells and then puts right: doubted beside each other, for only one of them is meant."""

import re
from collections.abc import Iterator, Mapping

from giaoban.documents.quotes import quote
from giaoban.model import Refused, Span
from giaoban.reading.errata import errata
from giaoban.reference.folding import fold
from giaoban_web.records.actions import Change
from giaoban_web.records.models import Kind, Record

MOST_SHOWN = 3
HEADING = re.compile(r"đính chính.*(?::|số liệu|như sau)", re.IGNORECASE)
"""What puts right each figure behind it that is told elsewhere too."""
WRONG_NEXT = re.compile(r".*\bnhầm(?!\s+thành)", re.IGNORECASE)
"""Before the wrong figure; before the right one stands any other."""
Figures = Mapping[int, Change]


def put_right(record: Record, changes: Figures) -> Iterator[tuple[int, Refused]]:
    """The figure that a sentence puts right, the one it puts there, and those of their names and units; nothing where only one is left.

    changes  the finds that are not rejected, as they stand
    """
    figures = {find: each for find, each in changes.items() if each.kind == Kind.OBSERVATION}
    for sentence, told in _sentences(record.text).items() if figures else ():
        inside = dict(sorted(_within(figures, sentence).items(), key=lambda item: item[1].start))
        meant = {find: each for said in told for find, each in _meant(record.text, said, inside, figures).items()}
        alike = {find: each for find, each in figures.items() if any(_is_of(each, other) for other in meant.values())}
        both = dict(sorted((meant | alike).items(), key=lambda item: item[1].start))
        if meant and len(both) > 1:
            said = ", ".join(dict.fromkeys(f"“{record.text[each.start : each.end]}”" for each in list(both.values())[:MOST_SHOWN]))
            words = sentence.of(record.text).rstrip(" .")
            yield from ((find, Refused("figure-put-right", said=said, sentence=words)) for find in both)


def _sentences(text: str) -> dict[Span, list[Span]]:
    """Each sentence that puts figures right, and where it says so."""
    found: dict[Span, list[Span]] = {}
    for start, end in errata(text):
        around = quote(text, start, end)
        found.setdefault(Span(start - len(around.before), end + len(around.after)), []).append(Span(start, end))
    return found


def _within(figures: Figures, sentence: Span) -> Figures:
    return {find: each for find, each in figures.items() if sentence.start <= each.start < sentence.end}


def _meant(text: str, said: Span, inside: Figures, figures: Figures) -> Figures:
    """Of the figures of its sentence, in their order, those that the words `said` are about."""
    if HEADING.fullmatch(said.of(text)):
        return {find: each for find, each in inside.items() if any(find != key and _is_of(each, other) for key, other in figures.items())}
    told = [find for find, each in inside.items() if each.end <= said.end]
    behind = [find for find in inside if find not in told]
    first, others = behind[:1], behind[1:] if WRONG_NEXT.match(text, said.start, said.end + len(" thành")) else told[::-1]
    unit = inside[first[0]].fields.get("unit") if first else None
    return {find: inside[find] for find in (*first, *[other for other in others if inside[other].fields.get("unit") == unit][:1])}


def _is_of(figure: Change, other: Change) -> bool:
    """Whether both count the same, by unit and by name; of a name of two words or more one may say more than the other."""
    one, two = sorted((fold(str(each.fields.get("indicator", ""))) for each in (figure, other)), key=len)
    return figure.fields.get("unit") == other.fields.get("unit") and " " in one and f" {one} " in f" {two} "
