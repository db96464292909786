"""The register: tasks as they are narrowed, sorted, and shown as rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, OrderBy, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from giaoban.directives.counting import Kind, kind
from giaoban.directives.states import State
from giaoban_web.accounts.queries import find_places, granted_paths, under, where
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import acted_for, find
from giaoban_web.directives.counts import bucket
from giaoban_web.directives.models import OPEN, Directive
from giaoban_web.directives.queries import listed, of_kind, visible_to
from giaoban_web.directives.register_forms import OPEN as STILL
from giaoban_web.directives.register_forms import UNREPORTED, RegisterFilter
from giaoban_web.directives.register_words import holding
from giaoban_web.directives.serving import serving, serving_one
from giaoban_web.places.models import Place
from giaoban_web.places.queries import taken_in
from giaoban_web.ui.lists import ROWS, Listing, narrowing, order

PLACES = 50
"""Of places that a name may mean, so many."""
SORTABLE: Mapping[str, tuple[str, ...]] = {
    "given": ("given_on",),
    "deadline": ("deadline_on",),
    "lead": ("lead__name",),
    "place": ("place__path",),
    "state": ("state", "deadline_on"),
    "vague": ("vague",),
    "moved": ("moved_at",),
}
LAST: Mapping[str, OrderBy] = {
    "deadline_on": F("deadline_on").asc(nulls_last=True),
    "-deadline_on": F("deadline_on").desc(nulls_last=True),
}
"""Said, because a column without a value is the least of all on SQLite and the greatest on PostgreSQL."""
DEFAULT_SORT = "-given"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the task, where it is counted on the day, and how many days it is overdue or has left."""

    task: Directive
    kind: Kind | None
    overdue: int
    left: int | None


class Asker:
    """Who asks: what is looked up of her is looked up once, however many lists she is shown."""

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def seen(self) -> QuerySet[Directive]:
        return visible_to(self.user)

    @cached_property
    def own(self) -> frozenset[int]:
        return acted_for(self.user, timezone.localdate())

    @cached_property
    def may_move(self) -> bool:
        """Whether there is anybody for whom she could act: else she is offered no boxes to tick."""
        return bool(self.own or granted_paths(self.user, "directives.draft"))

    @cached_property
    def issuing(self) -> Q:
        return where(self.user, "directives.issue")


def narrowed(asker: Asker, form: RegisterFilter) -> QuerySet[Directive]:
    """What she may see of what the form asks for; with a day asked for, what had been issued by then."""
    found = asker.seen
    for name, value in form.wanted.items():
        found = found.filter(NARROWED[name](value, form.day, asker))
    return found.filter(issued_on__lte=form.asked_day) if form.asked_day else found


def page(request: HttpRequest, found: QuerySet[Directive], rows: int) -> Listing:
    """The page of them that the address asks for; they were counted before."""
    asked = request.GET.get("sort", DEFAULT_SORT)
    sort = asked if asked.removeprefix("-") in SORTABLE else DEFAULT_SORT
    ordered = in_order(found, sort)
    paginator = Paginator(ordered, ROWS)
    paginator.count = rows
    shown = paginator.get_page(request.GET.get("page"))
    shown.object_list = with_row(shown.object_list)
    return Listing(shown, sort, narrowing(request))


def with_row(few: QuerySet[Directive]) -> list[Directive]:
    """The tasks of a slice with what a row shows, in their order. Keys first: joined to the places, SQLite would sort the whole list."""
    return tasks_of(list(few.values_list("pk", flat=True)))


def tasks_of(keys: Sequence[int]) -> list[Directive]:
    """The tasks of these keys with what a row shows, in their order."""
    found = listed(Directive.objects.all()).in_bulk(keys)
    return [found[key] for key in keys]


def in_order(found: QuerySet[Directive], sort: str) -> QuerySet[Directive]:
    """Tasks in one of the orders of `SORTABLE`, "-" before its name turning it round; without a deadline always last; ties by number."""
    descending = sort.startswith("-")
    named = order(SORTABLE[sort.removeprefix("-")], descending=descending)
    return found.order_by(*(LAST.get(name, name) for name in named), "-pk" if descending else "pk")


def lines(tasks: Iterable[Directive], on: date) -> list[Line]:
    """Tasks as rows of a list, as of a day."""
    return [line(each, on) for each in tasks]


def line(task: Directive, on: date) -> Line:
    """A task as a row: how it stands on the day, and how many days are over or left."""
    its = kind(task.standing, on)
    days = (task.deadline_on - on).days if task.deadline_on else None
    overdue = -days if its is Kind.OVERDUE and days is not None else 0
    return Line(task, its, overdue, days if its is Kind.IN_TIME and days is not None and days >= 0 else None)


def _in_state(value: str, _on: date, _asker: Asker) -> Q:
    """What is still to be done is much of any list: said round about, so that SQLite goes by the order instead of sorting all of it."""
    if value == UNREPORTED:
        return Q(state__in=[each for each in OPEN if each != State.REPORTED])
    return ~Q(~Q(state__in=OPEN)) if value == STILL else Q(state=value)


def _of_lead(text: str, _on: date, _asker: Asker) -> Q:
    return Q(lead__in=find(Body.objects.all(), text).values("pk"))


def _at_place(text: str, on: date, _asker: Asker) -> Q:
    """At a place of that code or name, or below it, or at what went wholly into it by that day."""
    paths = set(find_places(Place.objects.all(), text).values_list("path", flat=True)[:PLACES])
    return Q(place__in=Place.every.filter(under(sorted(paths | taken_in(paths, on)), "path")).values("pk"))


def _due_within(days: str, on: date, _asker: Asker) -> Q:
    return of_kind(Kind.IN_TIME, on) & Q(deadline_on__lte=on + timedelta(days=int(days)))


def _my_part(part: str, _on: date, asker: Asker) -> Q:
    """Tasks in which she has that part, by where she sits today."""
    own = asker.own
    supported = Q(pk__in=Directive.supporting.through.objects.filter(body__in=own).values("directive"))
    unnamed = Q(acceptor=None) & asker.issuing & ~Q(lead__in=own) & ~supported
    return {
        "lead": Q(lead__in=own),
        "support": supported,
        "watch": Q(watcher__in=own),
        "accept": (Q(acceptor__in=own) | unnamed) & ~Q(reported_by=asker.user.pk),
        "answer": (Q(issuer_body__in=own) | asker.issuing) & ~Q(lead__in=own),
    }[part]


NARROWED: Mapping[str, Callable[[Any, date, Asker], Q]] = {
    "q": lambda text, _on, asker: holding(text, asker.seen),
    "lead": _of_lead,
    "body": lambda key, _on, _asker: Q(lead=key),
    "place": _at_place,
    "topic": lambda topic, _on, _asker: Q(topic=topic),
    "at": lambda key, _on, _asker: Q(place=key),
    "since": lambda day, _on, _asker: Q(issued_on__gte=day),
    "meeting": lambda key, _on, _asker: Q(meeting=key),
    "state": _in_state,
    "kind": lambda value, on, _asker: of_kind(Kind(value), on),
    "due": _due_within,
    "bucket": lambda number, on, _asker: bucket(int(number), on),
    "age": lambda days, on, _asker: Q(given_on__lt=on - timedelta(days=int(days))),
    "lacking": lambda number, _on, _asker: Q(vague__gte=int(number)),
    "repeated": lambda number, _on, _asker: Q(repeats__gte=int(number)),
    "level": lambda level, _on, _asker: Q(above__isnull=level == "top"),
    "criterion": lambda text, on, _asker: serving(text, on),
    "serves": lambda key, _on, _asker: serving_one(*key.partition("/")[::2]),
    "asked": lambda value, _on, _asker: Q(asked_until__isnull=False) if value == "waits" else Q(extended__gt=0),
    "part": _my_part,
}
"""What each field of the filter lets through, given its value, the day and the person."""
