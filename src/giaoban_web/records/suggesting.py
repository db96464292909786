"""What the form of a find that was missed begins with: what the words say when they are read by themselves, and what stands before them."""

from typing import Any

from giaoban import flow
from giaoban.exchange.record import fields as fields_of
from giaoban.model import Refused
from giaoban_web.learning.queries import weights_in_use
from giaoban_web.records.forms import FORMS
from giaoban_web.records.matching import spoken_of_on
from giaoban_web.records.models import Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import standing

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
    said = _read(record, record.text[start:end]) if kind == Kind.OBSERVATION else {}
    carried = {name: value for name, value in _before(record, kind, start).items() if not said.get(name)}
    return FORMS[kind].initial_of(said) | carried


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


def _before(record: Record, kind: str, start: int) -> dict[str, Any]:
    stands = [standing(find) for find in finds_of(record)]
    earlier = [each for each in stands if each.kind == kind and each.state != Verdict.REJECTED and each.start < start]
    last = max(earlier, key=lambda each: each.start, default=None)
    return {name: last.fields[name] for name in CARRIED[Kind(kind)] if last.fields.get(name)} if last else {}
