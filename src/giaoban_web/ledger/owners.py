"""Whom to ask for a figure that is overdue: who filed the last one, else the unit that is to enter it."""

from dataclasses import dataclass

from giaoban_web.accounts.models import Grant, Role
from giaoban_web.ledger.models import Entry, SourceKind
from giaoban_web.places.models import Place


@dataclass(frozen=True, slots=True)
class Owner:
    """Names of people; `filed` of the one who filed last, else of those who are to. Nobody, where no unit has the role there."""

    names: tuple[str, ...]
    filed: bool = False


def owner(newest: Entry, units: tuple[str, ...]) -> Owner:
    """The owner of a series by its newest entry; `units` are those of its place."""
    source = newest.source
    return Owner((str(source.by),), filed=True) if source.kind == SourceKind.FORM and source.by.is_active else Owner(units)


def units_of(place: Place) -> tuple[str, ...]:
    """Names of those with the role of a unit on `place`, else on the nearest place above it where somebody has it."""
    paths = [*place.paths_above, place.path]
    grants = Grant.objects.filter(role=Role.UNIT, user__is_active=True, place__path__in=paths).select_related("user", "place")
    nearest = max((len(each.place.path) for each in grants), default=0)
    return tuple(sorted({str(each.user) for each in grants if len(each.place.path) == nearest}))
