"""What the form of a find that was missed begins with: what its words say, and what stands before them.

A figure is read from its words alone; of a directive the reader is asked who is named around them.
"""

from typing import Any

from giaoban import flow
from giaoban.exchange.record import fields as fields_of
from giaoban.model import Refused, Span
from giaoban.reading.drawn import drawn
from giaoban_web.learning.queries import weights_in_use
from giaoban_web.records.annotated import document_of
from giaoban_web.records.forms import FORMS
from giaoban_web.records.matching import spoken_of_on
from giaoban_web.records.models import Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import Standing, standing

LONGEST = 2_000
"""Characters that are read anew; whoever selects more means no single find."""
UNSAID = {"place": None}
"""Left empty, a figure is of the place of its meeting; a place read from a few words is seldom right."""
CARRIED = {Kind.OBSERVATION: ("period",), Kind.DIRECTIVE: ("issuer",)}
"""What a find that does not say it shares with the one of its kind before it."""


def suggested(record: Record, kind: str, start: int, end: int) -> dict[str, Any]:
    """Values for the fields of a form, for a person to look at; nothing where nothing can be read from the words."""
    if kind not in CARRIED:
        return {}
    said = _read(record, record.text[start:end]) if kind == Kind.OBSERVATION else _asked(record, start, end)
    if before := _before(record, kind, start):
        find, now = before
        said |= {name: now.fields[name] for name in CARRIED[Kind(kind)] if now.fields.get(name) and _gives_way(said.get(name), find, name)}
    return FORMS[kind].initial_of(said)


def _asked(record: Record, start: int, end: int) -> dict[str, Any]:
    """Who asks, who is to act and by when, as the whole text tells it of these words."""
    if end - start > LONGEST:
        return {}
    found = drawn(document_of(record), Span(start, end), weights_in_use(), spoken_on=spoken_of_on(record))
    return fields_of(found) if found else {}


def _gives_way(said: Any, find: Find, name: str) -> bool:
    """Whether what the find before says goes before what is read: nothing was, or the same was read of that one and put right since."""
    return not said or said == find.fields.get(name)


def _read(record: Record, words: str) -> dict[str, Any]:
    """The first figure that the words name by themselves, in a text of the day that the record speaks of."""
    on = spoken_of_on(record)
    head = f"Ngày {on:%d/%m/%Y}\n\n" if on else ""
    if len(words) > LONGEST:
        return {}
    try:
        document, reading = flow.read((head + words).encode(), "", weights=weights_in_use())
    except Refused:
        return {}
    begins = max(document.text.rfind(words), 0)
    first = next((each for each in reading.observations if each.span.start >= begins), None)
    return fields_of(first.what) | UNSAID if first else {}


def _before(record: Record, kind: str, start: int) -> tuple[Find, Standing] | None:
    """The last find of the kind before these words that was not rejected, with what it says now."""
    stands = [(find, standing(find)) for find in finds_of(record)]
    earlier = [(find, now) for find, now in stands if now.kind == kind and now.state != Verdict.REJECTED and now.start < start]
    return max(earlier, key=lambda each: each[1].start, default=None)
