"""The tasks of the database as the scoreboard of the core wants them, and its rows with their names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from giaoban.directives import states
from giaoban.directives.followed import Followed, followed
from giaoban.directives.scoreboard import Part, Row, scoreboard, whole
from giaoban.directives.states import Standing, State, Who
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import Directive, Event
from giaoban_web.places.models import Place

COLUMNS = (
    "pk", "state", "deadline_on", "asked_until", "extended", "reported_on", "done_on",
    "first_deadline_on", "issued_on", "lead_id", "place_id", "find_id", "above_id", "merged_into_id",
)  # fmt: skip
WHOSE: Mapping[str, tuple[str, Any]] = {"lead": ("lead_id", Body), "place": ("place_id", Place)}
"""What a row may be of: the column of its key, and what that is a key of."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row of the board with the body or place that it is of."""

    row: Row
    of: Any


def board(found: QuerySet[Directive], on: date, whose: str) -> tuple[Sequence[Named], Row]:
    """The rows by lead or by place as of today, the best first; and all of it in one row."""
    column, model = WHOSE[whose]
    made = parts(found, column)
    rows = scoreboard(made, on)
    names = model._default_manager.in_bulk([int(row.whose) for row in rows])
    return [Named(row, names[int(row.whose)]) for row in rows], whole(made, on)


def parts(found: QuerySet[Directive], column: str) -> list[Part]:
    """Every issued task of those found, and those that others of them were merged into."""
    rows = _rows(found.filter(issued_on__isnull=False, lead__isnull=False))
    known = {row["pk"] for row in rows}
    absent = {row["merged_into_id"] for row in rows} - known - {None}
    rows += _rows(Directive.objects.filter(pk__in=absent, issued_on__isnull=False, lead__isnull=False))
    moved = _moved([row["pk"] for row in rows if row["extended"] or row["deadline_on"] != row["first_deadline_on"]])
    tops = _conclusions(rows)
    return [
        Part(
            _followed(row, moved.get(row["pk"])),
            tops[row["pk"]],
            str(row[column]),
            str(row["merged_into_id"]) if row["merged_into_id"] else None,
        )
        for row in rows
    ]


def _rows(found: QuerySet[Directive]) -> list[dict[str, Any]]:
    return list(found.order_by().values(*COLUMNS))


def _followed(row: Mapping[str, Any], events: Iterable[states.Event] | None) -> Followed:
    """From its columns; from its events where its deadline was changed, since only they know when."""
    if events is not None:
        return followed(str(row["pk"]), events, row["first_deadline_on"])
    standing = Standing(*(row[name] if name != "state" else State(row[name]) for name in COLUMNS[1:7]))
    return Followed(str(row["pk"]), standing, row["first_deadline_on"], row["issued_on"])


def _moved(keys: Sequence[int]) -> Mapping[int, list[states.Event]]:
    """All events of the tasks with these keys."""
    found: dict[int, list[states.Event]] = {}
    changed = Directive.objects.filter(Q(extended__gt=0) | ~Q(deadline_on=F("first_deadline_on")))
    wanted = Event.objects.filter(directive__in=changed if len(keys) > SEVERAL else keys).order_by("directive", "number")
    for key, move, who, on, said in wanted.values_list("directive_id", "move", "who", "on", "said"):
        found.setdefault(key, []).append(states.Event(move, Who(who), on, {name: str(value) for name, value in said.items()}))
    return found


SEVERAL = 500
"""More keys than this are not named one by one in a query."""


def _conclusions(rows: Sequence[Mapping[str, Any]]) -> Mapping[int, str]:
    """The key of what each came from: the find, or the task at the top of those handed down, or itself."""
    links = {row["pk"]: (row["above_id"], row["find_id"]) for row in rows}
    while absent := {above for above, _find in links.values() if above and above not in links}:
        found = Directive.objects.filter(pk__in=absent).values_list("pk", "above_id", "find_id")
        links |= {key: (above, find) for key, above, find in found}
    return {row["pk"]: _top(row["pk"], links) for row in rows}


def _top(key: int, links: Mapping[int, tuple[int | None, int | None]]) -> str:
    while above := links[key][0]:
        key = above
    find = links[key][1]
    return f"find {find}" if find else f"task {key}"
