"""Figures that a record tells and then puts right: doubted beside each other, for only one of them is meant."""

from collections.abc import Iterator, Mapping

from giaoban.documents.quotes import quote
from giaoban.model import Refused
from giaoban.reading.errata import errata
from giaoban.reference.folding import fold
from giaoban_web.records.actions import Change
from giaoban_web.records.models import Kind, Record

MOST_SHOWN = 3


def put_right(record: Record, changes: Mapping[int, Change]) -> Iterator[tuple[int, Refused]]:
    """Each figure of a sentence that puts one right, and those of the same name and unit elsewhere; nothing where only one is left.

    changes  the finds that are not rejected, as they stand
    """
    figures = {find: each for find, each in changes.items() if each.kind == Kind.OBSERVATION}
    for first, last in _sentences(record.text) if figures else ():
        inside = {find: each for find, each in figures.items() if first <= each.start < last}
        alike = {find: each for find, each in figures.items() if any(_is_of(each, other) for other in inside.values())}
        both = dict(sorted((inside | alike).items(), key=lambda item: item[1].start))
        if inside and len(both) > 1:
            said = ", ".join(dict.fromkeys(f"“{record.text[each.start : each.end]}”" for each in list(both.values())[:MOST_SHOWN]))
            yield from ((find, Refused("figure-put-right", said=said, sentence=record.text[first:last].rstrip(" ."))) for find in both)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence that puts a figure right, once."""
    told = ((start, end, quote(text, start, end)) for start, end in errata(text))
    return list(dict.fromkeys((start - len(around.before), end + len(around.after)) for start, end, around in told))


def _is_of(figure: Change, other: Change) -> bool:
    """Whether both count the same, by unit and by name; of a name of two words or more one may say more than the other."""
    one, two = sorted((fold(str(each.fields.get("indicator", ""))) for each in (figure, other)), key=len)
    return figure.fields.get("unit") == other.fields.get("unit") and " " in one and f" {one} " in f" {two} "
