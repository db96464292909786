"""What a search has found, with what its figures say."""

from collections.abc import Iterable, Mapping

from giaoban_web.records.models import Decision
from giaoban_web.records.queries import figures_among
from giaoban_web.search.queries import Hit

FIND = "records.find"


def figures(hits: Iterable[Hit]) -> dict[int, Decision]:
    """The confirmed figures among the hits, by the key of their find: one query."""
    return figures_among(hit.subject_id for hit in hits if hit.kind == FIND)


def figure_in(hit: Hit, known: Mapping[int, Decision]) -> Decision | None:
    """The figure that a hit is; None for any other thing."""
    return known.get(hit.subject_id) if hit.kind == FIND else None
