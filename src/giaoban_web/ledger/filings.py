"""Filings as a person may see them: which there are, how far each is filled, what may be done with one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from giaoban.model import Period, Role
from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import find_places, may, places_of, where
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.filing import lived
from giaoban_web.ledger.filing_moves import OPEN, FilingState, Step, open_steps
from giaoban_web.ledger.filing_sets import filed
from giaoban_web.ledger.models import Entry, Filing, SourceKind
from giaoban_web.places.models import Place
from giaoban_web.ui import printed

SORTABLE = {
    "place": ("place__path", "period__end_on"),
    "period": ("period__end_on", "place__path"),
    "state": ("state", "moved_at"),
    "since": ("moved_at",),
    "filled": ("filled",),
}
MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """One filing of a list: `of` is how many indicators its place files, `days` how long it has been in its state."""

    filing: Any
    of: int
    days: int


def visible_to(user: Any) -> QuerySet[Filing]:
    """Filings of places where `user` may see the ledger, each with how many actual figures of wholes are `filled`."""
    counted = Count("cells", filter=Q(cells__role=Role.ACTUAL.value, cells__breakdown="") & ~Q(cells__value=""))
    return Filing.objects.filter(where(user, "ledger.view")).select_related("place", "period", "submitted_by").annotate(filled=counted)


def narrowed(found: QuerySet[Filing], *, state: str | None, place: str | None, period: str | None) -> QuerySet[Filing]:
    """Those in a state, of a place of that name or code and what lies below it, of a period."""
    if state:
        found = found.filter(state=state)
    if place:
        under = Q(pk__in=[])
        for path in set(find_places(Place.objects.all(), place).values_list("path", flat=True)):
            under |= Q(place__path__startswith=path)
        found = found.filter(under)
    if period:
        span = Period.parse(period)
        found = found.filter(period__start_on=span.start_on, period__end_on=span.end_on)
    return found


def listed(filings: Iterable[Filing]) -> Iterator[Listed]:
    """Each with how many indicators its place files and how long it has been so."""
    known, today = catalogue.catalogue(), timezone.localdate()
    sets: dict[tuple[int, str], int] = {}
    for each in filings:
        key = each.place.level, each.period.text
        if key not in sets:
            sets[key] = len(filed(known.values(), key[0], Period.parse(key[1])))
        yield Listed(each, sets[key], (today - timezone.localdate(each.moved_at)).days)


def of_place(place: Place, period: Period) -> Filing | None:
    """The filing of a place and period, under whichever name the period was given; None where nothing was typed yet."""
    found = Filing.objects.filter(place=place, period__start_on=period.start_on, period__end_on=period.end_on)
    return found.select_related("place", "period", "submitted_by").first()


def steps_for(user: Any, filing: Filing) -> dict[str, Step]:
    """The moves out of its state that `user` may take, submitting left to the grid."""
    return {
        name: step
        for name, step in open_steps(filing.state).items()
        if name != "submit" and may(user, step.permission, filing.place) and not (step.other and filing.submitted_by_id == user.pk)
    }


def awaiting(user: Any) -> QuerySet[Filing]:
    """Filings that wait for `user`: submitted ones that somebody else filled in, and those that were returned, the oldest first."""
    to_approve = where(user, "ledger.approve") & Q(state=FilingState.SUBMITTED) & ~Q(submitted_by=user)
    to_mend = where(user, "ledger.enter") & Q(state=FilingState.RETURNED)
    return visible_to(user).filter(to_approve | to_mend).order_by("moved_at")


def may_type(user: Any, place: Place, period: Period, filing: Filing | None) -> bool:
    """Whether `user` may type figures into it now."""
    return may(user, "ledger.enter", place) and lived(place, period) and (filing is None or filing.state in OPEN)


def since_locked(filing: Filing) -> QuerySet[Entry]:
    """Entries that came into the cells of its period after it was locked, from records, sheets or other systems."""
    lock = filing.moves.filter(after=FilingState.LOCKED).first()
    if filing.state != FilingState.LOCKED or lock is None:
        return Entry.objects.none()
    later = Entry.objects.filter(place=filing.place, period=filing.period, source__at__gt=lock.at).exclude(source__kind=SourceKind.FORM)
    return later.select_related("line__indicator", "period", "unit", "source__record")


def places_to_file(user: Any) -> list[Place]:
    """Places of which `user` may type figures, each code once as it was last, those of today and of earlier days, from the top down."""
    found = places_of(user, "ledger.enter").order_by("path", "valid_from")[:MOST_PLACES]
    return list({each.code: each for each in found}.values())


def named_to_file(user: Any, name: str) -> list[Place]:
    """Those of them that a name may mean: the ones called so with or without their kind, else all that hold its words; each code once."""
    found = {each.code: each for each in find_places(places_of(user, "ledger.enter"), name).order_by("path", "valid_from")[:MOST_PLACES]}
    called = [each for each in found.values() if fold(name).strip() in (fold(str(each)), fold(each.name))]
    return called or list(found.values())


def header() -> list[str]:
    """The columns of the list of filings."""
    return [_("Code"), _("Place"), _("Period"), _("State"), _("Filled"), _("Indicators to file"), _("Since"), _("Days"), _("Submitted by")]


def rows(filings: Iterable[Filing]) -> Iterator[list[Any]]:
    """The list as a sheet has it."""
    for each in listed(filings):
        it = each.filing
        period, state = printed.period(it.period.text), str(it.get_state_display())
        yield [it.place.code, str(it.place), period, state, it.filled, each.of, it.moved_at, each.days, str(it.submitted_by or "")]
