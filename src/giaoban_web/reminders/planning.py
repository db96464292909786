"""What everybody has to be told on a day: the reminders of all live tasks, by person, worked out in batches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from giaoban.directives.digest import About
from giaoban.directives.escalation import Clock, Recipient, Rung, for_lead, ladder
from giaoban.directives.followed import Followed, NewDeadline
from giaoban.directives.reminders import Reminder, due
from giaoban.directives.states import Standing, State
from giaoban_web.directives.models import Directive, Event
from giaoban_web.reminders.models import Ladder, Message
from giaoban_web.reminders.recipients import Directory, People, everybody

BATCH = 2_000
"""Tasks, or keys, looked at in one go."""
COLUMNS = (
    "pk", "state", "deadline_on", "asked_until", "extended", "reported_on", "done_on", "first_deadline_on", "issued_on", "work", "wording",
    "lead_id", "lead__name", "watcher_id", "acceptor_id", "issuer_body_id", "reported_by_id", "place__path",
)  # fmt: skip
Row = Mapping[str, Any]


@dataclass(slots=True)
class Plan:
    """What is to be told on a day: reminders by person and their own keys, and what they are about by the key of the task.

    address  what stands before and behind the key in the address of its page
    """

    on: date
    directory: Directory
    told: dict[int, dict[str, Reminder]] = field(default_factory=dict)
    about: dict[str, About] = field(default_factory=dict)
    address: tuple[str, str] = ("", "")


def plan(on: date) -> Plan:
    """Everything that is due on a day and that its people were not told yet. Nothing is written."""
    directory, ladders = everybody(on), _ladders()
    made = Plan(on, directory, address=_addresses())
    horizon = max(-rung.days for rungs in (ladder(), *ladders.values()) for rung in rungs if rung.clock is Clock.DEADLINE)
    for rows in _batches(on, horizon):
        _add(made, rows, directory, ladders)
    return made


def known(keys: Iterable[str], users: Iterable[int] | None = None) -> set[tuple[int, str]]:
    """Who was told under which of these keys already; of these people only, where any are named."""
    told = Message.objects.all() if users is None else Message.objects.filter(user__in=list(users))
    listed, found = list(keys), set()
    for start in range(0, len(listed), BATCH):
        found |= set(told.filter(key__in=listed[start : start + BATCH]).values_list("user_id", "key"))
    return found


def _add(made: Plan, rows: Sequence[Row], directory: Directory, ladders: Mapping[int, Sequence[Rung]]) -> None:
    """The reminders of these tasks that were not given yet."""
    found: dict[tuple[int, str], Reminder] = {}
    tasks = {str(row["pk"]): row for row in rows}
    for task in _followed(rows):
        row = tasks[task.key]
        found |= _newest(due(task, made.on, ladders.get(row["lead_id"])), row, directory)
    sent = known({key for _user, key in found})
    for (user, key), reminder in found.items():
        if (user, key) not in sent:
            made.told.setdefault(user, {})[key] = reminder
            row = tasks[reminder.directive]
            url = reminder.directive.join(made.address)
            made.about[reminder.directive] = About(row["work"] or row["wording"], row["lead__name"] or "", url)


def _newest(reminders: Iterable[Reminder], row: Row, directory: Directory) -> dict[tuple[int, str], Reminder]:
    """By person and key, of each clock the newest rung for each: whoever is reminded in two capacities is told once.

    Whoever is told that the deadline has come or gone by is not told beside it that nobody has acknowledged: one task, one message.
    """
    newest: dict[tuple[int, Clock], tuple[str, Reminder]] = {}
    for _days, key, reminder in sorted((each.rung.days, each.key, each) for each in reminders):
        for user in recipients(reminder.to, row, directory):
            newest[user, reminder.rung.clock] = (key, reminder)
    over = {user for (user, clock), (_key, reminder) in newest.items() if clock is Clock.DEADLINE and reminder.days >= 0}
    wanted = {of: found for of, found in newest.items() if of[1] is not Clock.ISSUED or of[0] not in over}
    return {(user, key): reminder for (user, _clock), (key, reminder) in wanted.items()}


def recipients(to: Recipient, row: Row, directory: Directory) -> People:
    """Whoever is reminded in a capacity. Who leads or reported a task is not asked to accept it; a watcher without people is the office."""
    lead, path = row["lead_id"], row["place__path"]
    if to is Recipient.ACCEPTOR:
        accepting = directory.people(row["acceptor_id"]) if row["acceptor_id"] else directory.of_office(path)
        return accepting - directory.people(lead) - {row["reported_by_id"]}
    if to is Recipient.HEAD:
        return directory.of_office(path)
    if to is Recipient.SUPERIOR:
        return directory.over(lead, path, (row["watcher_id"], row["acceptor_id"], row["issuer_body_id"]))
    body = row[{Recipient.LEAD: "lead_id", Recipient.WATCHER: "watcher_id", Recipient.ISSUER: "issuer_body_id"}[to]]
    found = directory.people(body)
    return directory.of_office(path) if to is Recipient.WATCHER and body and not found else found


def _batches(on: date, horizon: int) -> Iterator[list[Row]]:
    """Live tasks that may call for a reminder: the nearest rung before a deadline is `horizon` days before it.

    Each batch is asked for by its keys alone: with more, SQLite would go through all live tasks for each.
    """
    waiting = Q(state__in=[State.ISSUED, State.REPORTED]) | Q(asked_until__isnull=False)
    found = Directive.objects.live().filter(waiting | Q(deadline_on__lte=on + timedelta(days=horizon)))
    keys = sorted(found.order_by().values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        yield list(Directive.objects.filter(pk__in=keys[start : start + BATCH]).order_by("pk").values(*COLUMNS))


def _followed(rows: Sequence[Row]) -> Iterator[Followed]:
    """The tasks as the core follows them; events are looked at of those only whose deadline was changed or is asked to be."""
    changed = [row["pk"] for row in rows if row["asked_until"] or row["extended"] or row["deadline_on"] != row["first_deadline_on"]]
    asked: dict[int, date] = {}
    later: dict[int, date] = {}
    events = Event.objects.filter(directive__in=changed, move__in=["ask_extension", "grant_extension", "correct"])
    for key, move, day in events.order_by("directive", "number").values_list("directive_id", "move", "on"):
        (asked if move == "ask_extension" else later)[key] = day
    for row in rows:
        key, deadline = row["pk"], row["deadline_on"]
        now = Standing(State(row["state"]), deadline, row["asked_until"], row["extended"], row["reported_on"], row["done_on"])
        given = (NewDeadline(later[key], deadline),) if key in later and deadline else ()
        asked_on = asked.get(key) if row["asked_until"] else None
        yield Followed(str(key), now, row["first_deadline_on"], row["issued_on"], asked_on, given)


def _ladders() -> dict[int, tuple[Rung, ...]]:
    """The ladders of leads that have days of their own."""
    return {body: for_lead(ladder(), days) for body, days in Ladder.objects.values_list("body_id", "days")}


def _addresses() -> tuple[str, str]:
    """What stands before and behind the number of a task in the address of its page."""
    before, _number, behind = f"{settings.ADDRESS}{reverse('directives:directive', args=[0])}".rpartition("0")
    return before, behind
