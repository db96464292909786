"""What a search has found, with what its figures say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from giaoban_web.places.models import Place
from giaoban_web.records.digits import as_said
from giaoban_web.records.models import Decision, Record
from giaoban_web.records.queries import figures_among, texts_of
from giaoban_web.records.setting_aside import those_aside
from giaoban_web.search.queries import Hit

FIND, RECORD = "records.find", "records.record"


@dataclass(frozen=True, slots=True)
class Figure:
    """A confirmed figure: its fields as they are kept, and `said`, the same with the digits that the record prints."""

    fields: dict[str, Any]
    said: dict[str, Any]
    place: Place | None


def figures(hits: Iterable[Hit]) -> dict[int, Figure]:
    """The confirmed figures among the hits, by the key of their find: two queries."""
    found = list(figures_among(hit.subject_id for hit in hits if hit.kind == FIND))
    texts = texts_of(found)
    return {find.pk: _figure(find.standing, texts[find.record_id]) for find in found}


def _figure(decision: Decision, text: str) -> Figure:
    return Figure(decision.fields, as_said(decision.fields, text, decision.start, decision.end), decision.place)


def aside_among(hits: Iterable[Hit]) -> set[int]:
    """Keys of the records among the hits that are set aside: what they say stands nowhere."""
    return those_aside(Record(pk=hit.subject_id) for hit in hits if hit.kind == RECORD)


def figure_in(hit: Hit, known: Mapping[int, Figure]) -> Figure | None:
    """The figure that a hit is; None for any other thing."""
    return known.get(hit.subject_id) if hit.kind == FIND else None
