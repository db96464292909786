"""Directives as a calendar that common clients read (RFC 5545): each as a task (VTODO) and, where it has a deadline, as a day (VEVENT).

Clients that show tasks take the first, those that only show a calendar the second; the two have identifiers of their own, as a calendar
may hold each only once. Texts lose what no calendar may hold: control signs, and other line ends than one.
It says METHOD:PUBLISH, which Outlook wants, and names no organiser, though RFC 5546 asks for one: an event that has one is taken for an
invitation of somebody else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Component, Event, Todo, vDuration, vText

from giaoban.directives.states import State

TASK_STATUS = {
    State.DRAFT: "NEEDS-ACTION",
    State.ISSUED: "NEEDS-ACTION",
    State.ACKNOWLEDGED: "NEEDS-ACTION",
    State.RETURNED: "NEEDS-ACTION",
    State.IN_PROGRESS: "IN-PROCESS",
    State.REPORTED: "IN-PROCESS",
    State.ACCEPTED: "COMPLETED",
    State.WITHDRAWN: "CANCELLED",
    State.MERGED: "CANCELLED",
}
DAY_STATUS = {State.DRAFT: "TENTATIVE", State.WITHDRAWN: "CANCELLED", State.MERGED: "CANCELLED"}
"""What a day is called that is not simply CONFIRMED."""
AGAIN = timedelta(hours=6)
"""After so long a client should look again: RFC 7986 says it in one way, Outlook reads another."""
LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


class Words(vText):
    r"""A text in which `\N` is a backslash and a letter, as in a path of Windows; the library takes it for the end of a line."""

    def to_ical(self) -> bytes:
        return str(self).translate(ESCAPED).encode()


@dataclass(frozen=True, slots=True)
class Entry:
    """One directive in a calendar.

    key          its name in the system, the same for ever
    summary      one line: what is to be done
    due_on       the deadline in force
    done_on      the day on which it was done, where that was accepted
    percent      how far it is, 0 to 100, as last reported
    changed_at   when it last changed, with its time zone
    changes      how often it changed, never less than before: by it clients know the newer one
    url          of its page
    due          what its day says first: that it is the last one, not the one on which to begin
    over         what its day says first once it is accepted, since a day cannot be COMPLETED
    """

    key: str
    summary: str
    state: State
    due_on: date | None
    changed_at: datetime
    changes: int
    description: str = ""
    url: str = ""
    done_on: date | None = None
    percent: int | None = None
    due: str = ""
    over: str = ""


def write(entries: Iterable[Entry], *, name: str, host: str, made_at: datetime) -> bytes:
    """The calendar of that name as a file (text/calendar, UTF-8).

    host     the name of the system: part of the identifiers, so it must never change
    made_at  the moment of the request, with its time zone

    ValueError for a moment without a time zone.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Giaoban//Giaoban//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", Words(clean(name)))
    calendar.add("name", Words(clean(name)))
    calendar.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(AGAIN))
    for entry in entries:
        calendar.add_component(_todo(entry, host, made_at))
        if entry.due_on:
            calendar.add_component(_day(entry, entry.due_on, host, made_at))
    return bytes(calendar.to_ical())


def clean(text: str) -> str:
    """The text as a calendar may hold it: one kind of line end, no control signs."""
    return NOT_TEXT.sub("", LINE_END.sub("\n", text))


def _todo(entry: Entry, host: str, made_at: datetime) -> Todo:
    todo = Todo()
    _told(todo, entry, f"{entry.key}-todo@{host}", made_at)
    todo.add("status", TASK_STATUS[entry.state])
    if entry.due_on:
        todo.add("due", entry.due_on)
    if entry.state is State.ACCEPTED:
        todo.add("percent-complete", 100)
        if entry.done_on:
            todo.add("completed", datetime.combine(entry.done_on, time(), UTC))
    elif entry.percent is not None:
        todo.add("percent-complete", entry.percent)
    return todo


def _day(entry: Entry, due_on: date, host: str, made_at: datetime) -> Event:
    day = Event()
    first = entry.over if entry.state is State.ACCEPTED else entry.due
    _told(day, replace(entry, summary=f"{first} {entry.summary}" if first else entry.summary), f"{entry.key}-day@{host}", made_at)
    day.add("status", DAY_STATUS.get(entry.state, "CONFIRMED"))
    day.add("dtstart", due_on)
    day.add("dtend", due_on + timedelta(days=1))
    day.add("transp", "TRANSPARENT")
    return day


def _told(component: Component, entry: Entry, uid: str, made_at: datetime) -> None:
    component.add("uid", uid)
    component.add("dtstamp", _moment(made_at))
    component.add("last-modified", _moment(entry.changed_at))
    component.add("sequence", entry.changes)
    component.add("summary", Words(clean(entry.summary)))
    if entry.description:
        component.add("description", Words(clean(entry.description)))
    if entry.url:
        component.add("url", "".join(clean(entry.url).split()))


def _moment(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {at}")
    return at.astimezone(UTC)
