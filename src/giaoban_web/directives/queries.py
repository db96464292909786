"""Directives as a person may see them, and in which capacities she may act on each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from giaoban.directives import states
from giaoban.directives.counting import Kind
from giaoban.directives.states import Move, State, Who
from giaoban_web.accounts.models import User
from giaoban_web.accounts.queries import granted_paths, may, under
from giaoban_web.bodies.queries import acted_for
from giaoban_web.directives.models import COUNTED, OPEN, Directive, Stands
from giaoban_web.history.queries import about
from giaoban_web.places.models import Place

FEW_PLACES = 300
SINGLE = ("lead", "watcher", "acceptor", "issuer_body")


def visible_to(user: Any, on: date | None = None) -> QuerySet[Directive]:
    """Issued ones of places where `user` has a role, and wherever she acts for a party; drafts only where she may draft."""
    day = on or timezone.localdate()
    return Directive.objects.filter(
        user.remember(("tasks seen", day), lambda: _seen(user, day)) if isinstance(user, User) else _seen(user, day)
    )


def _seen(user: Any, on: date) -> Q:
    own = acted_for(user, on)
    seen = _lying(user, "directives.view")
    if own:
        seen |= taking_part(own)
    return seen & (~Q(state=State.DRAFT) | _lying(user, "directives.draft"))


def _lying(user: Any, permission: str) -> Q:
    """Tasks filed where `user` has `permission`."""
    if not isinstance(user, User):
        return lying([])
    paths = granted_paths(user, permission)
    found: Q = user.remember(("lying", *paths), lambda: lying(paths))
    return found


def left_at(user: Any, places: Iterable[Place]) -> list[tuple[Place, int]]:
    """Of places that are no more those at which tasks are still to be done, as far as `user` sees them, with how many."""
    known = {place.path: place for place in places}
    if not known:
        return []
    found = visible_to(user).filter(state__in=OPEN, place__path__in=known).order_by("place__path")
    return [(known[path], count) for path, count in found.values_list("place__path").annotate(count=Count("pk"))]


def lying(paths: list[str]) -> Q:
    """Tasks filed at or below one of `paths`.

    Whoever sees every place sees every task: nothing is asked of each. Few places are named one by one, so that the database goes by its
    index of them. Where there are many it shall go by the order that is asked for and look at each task: said the wrong way round twice,
    the condition is the same, and SQLite takes no index for it.
    """
    below = under(paths, "path")
    if paths and not Place.every.exclude(below).exists():
        return Q(pk__isnull=False)
    places = Place.every.filter(below).order_by().values_list("pk", flat=True)
    keys = list(places[: FEW_PLACES + 1])
    return Q(place__in=keys) if len(keys) <= FEW_PLACES else ~Q(~Q(place__in=places))


def taking_part(bodies: Iterable[int]) -> Q:
    """Those of which one of `bodies` is lead, supporting, watcher, acceptor or issuer.

    Their keys come first, each role by its own index: as a row of alternatives, SQLite would rather look at every task.
    """
    keys = list(bodies)
    supported = Directive.supporting.through.objects.filter(body__in=keys).values_list("directive")
    roles = [Directive.objects.filter(**{f"{role}__in": keys}).order_by().values_list("pk") for role in SINGLE]
    return Q(pk__in=supported.union(*roles))


def led_by(user: Any, on: date | None = None) -> QuerySet[Directive]:
    """The tasks of the one who signs in: those whose lead she acts for, once they are issued."""
    own = acted_for(user, on or timezone.localdate())
    return Directive.objects.filter(lead__in=own).exclude(state=State.DRAFT)


def listed(found: QuerySet[Directive]) -> QuerySet[Directive]:
    """With what a row of a list shows, in a number of queries that does not grow with the rows."""
    return found.select_related("place", "lead", "meeting__place").prefetch_related("supporting")


def whole(found: QuerySet[Directive]) -> QuerySet[Directive]:
    """With everything that the page of one shows."""
    related = (
        "place",
        "meeting__place",
        "find__record",
        "find__standing__by",
        "lead",
        "watcher",
        "acceptor",
        "issuer_body",
        "above",
        "merged_into",
        "reported_by",
    )
    return found.select_related(*related).prefetch_related("supporting")


def of_kind(kind: Kind, on: date) -> Q:
    """Those that `giaoban.directives.counting.kind` counts so on that day."""
    return (of_kind_now if on >= timezone.localdate() else of_kind_then)(kind, on)


def of_kind_now(kind: Kind, on: date) -> Q:
    """The same by `Directive.stands`, for a day before which nothing in the columns is still to come: today, or later."""
    still = Q(stands=Stands.OPEN)
    reported = Q(state=State.REPORTED, reported_on__isnull=False)
    return {
        Kind.ON_TIME: Q(stands=Stands.ON_TIME),
        Kind.LATE: Q(stands=Stands.LATE),
        Kind.UNDATED: Q(stands=Stands.UNDATED) & ~reported,
        Kind.OVERDUE: still & Q(deadline_on__lt=on),
        Kind.WAITING: Q(stands=Stands.WAITING) | Q(stands=Stands.UNDATED) & reported,
        Kind.IN_TIME: still & Q(deadline_on__gte=on),
    }[kind]


def of_kind_then(kind: Kind, on: date) -> Q:
    """As `of_kind_now`, for any day: by the days on which tasks were reported, done and due."""
    done = Q(done_on__lte=on, state__in=COUNTED)
    late = Q(deadline_on__lt=F("done_on"))
    reported = Q(state=State.REPORTED, reported_on__lte=on)
    waiting = reported & (Q(deadline_on=None) | Q(reported_on__lte=F("deadline_on")))
    left = Q(state__in=COUNTED) & ~Q(done_on__lte=on)
    return {
        Kind.ON_TIME: done & (Q(deadline_on=None) | ~late),
        Kind.LATE: done & late,
        Kind.UNDATED: left & Q(deadline_on=None) & ~reported,
        Kind.OVERDUE: left & Q(deadline_on__lt=on) & ~waiting,
        Kind.WAITING: left & waiting,
        Kind.IN_TIME: left & Q(deadline_on__gte=on) & ~waiting,
    }[kind]


@dataclass(frozen=True, slots=True)
class Acting:
    """A person on a day, as far as her capacities hang on her: the bodies she acts for, and the paths under which she issues."""

    person: int | None
    own: frozenset[int]
    issuing: tuple[str, ...]


def acting(user: Any, on: date | None = None) -> Acting:
    """The capacities in which a person acts on tasks on a day (today)."""
    return Acting(getattr(user, "pk", None), acted_for(user, on or timezone.localdate()), tuple(granted_paths(user, "directives.issue")))


def capacities(user: Any, directive: Directive, on: date | None = None) -> frozenset[Who]:
    """In which capacities `user` may act on it. Who leads, supports or reported it does not accept it.

    Where no acceptor is named the head of the office that issued it accepts.
    """
    return capacities_of(acting(user, on), directive)


def capacities_of(one: Acting, directive: Directive) -> frozenset[Who]:
    """As `capacities`, where it is asked for many tasks of one person."""
    parts = {
        Who.LEAD: directive.lead_id in one.own,
        Who.SUPPORT: any(each.pk in one.own for each in directive.supporting.all()),
        Who.WATCHER: directive.watcher_id in one.own,
        Who.ISSUER: directive.issuer_body_id in one.own,
        Who.HEAD: directive.place.path.startswith(one.issuing),
    }
    found = {who for who, so in parts.items() if so}
    accepts = directive.acceptor_id in one.own if directive.acceptor_id else Who.HEAD in found
    did_it = found & {Who.LEAD, Who.SUPPORT} or directive.reported_by_id == one.person
    return frozenset(found | {Who.ACCEPTOR}) if accepts and not did_it else frozenset(found)


def moves_for(user: Any, directive: Directive, on: date | None = None) -> Sequence[tuple[Move, Who]]:
    """The moves that `user` may make now, each with the capacity in which she makes it."""
    own = capacities(user, directive, on)
    found = []
    for move in states.allowed(directive.standing, own):
        if move.name not in states.INNER:
            found.append((move, next(who for who in Who if who in move.who & own)))
    return found


def may_draft(user: Any, directive: Directive) -> bool:
    """Whether she may still change its words and parties."""
    return directive.state == State.DRAFT and may(user, "directives.draft", directive.place)


def live_of(user: Any) -> QuerySet[Directive]:
    """Open tasks that `user` may see."""
    return visible_to(user).filter(state__in=OPEN)


def drafted_at(directive: Directive) -> tuple[datetime | None, datetime | None]:
    """When its draft was made, and when its words and parties were last changed, by the log; None twice for one without an entry."""
    last = dict(about(directive).filter(act__in=("task drafted", "task changed")).values_list("act", "at"))
    return (made := last.get("task drafted")), last.get("task changed", made)
