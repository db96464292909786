"""What a task is drafted from: a confirmed directive of a record, a draft that there is, or nothing but a person's words."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from giaoban.model import Force, Period, Topic
from giaoban_web.bodies.queries import match
from giaoban_web.directives.models import Directive
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records.models import STANDING, Find, Kind
from giaoban_web.ui import printed


@dataclass(frozen=True, slots=True)
class Origin:
    """place: where the task is filed; near: of what place it speaks, so that bodies are looked for there first."""

    place: Place | None = None
    near: Place | None = None
    wording: str = ""
    meeting: Meeting | None = None
    find: Find | None = None
    directive: Directive | None = None
    initial: dict[str, Any] = field(default_factory=dict)


def confirmed(finds: QuerySet[Find]) -> QuerySet[Find]:
    """The directives among them that people have confirmed, with what a task takes from them."""
    found = finds.filter(standing__verdict__in=STANDING, standing__kind=Kind.DIRECTIVE)
    return found.select_related("standing__place", "record__place", "record__meeting__place", "directive")


def of_find(find: Find) -> Origin:
    """From a confirmed directive: its words, who gave it to whom, until when. A body is named only where there is no doubt which."""
    said, record = find.standing.fields, find.record
    meeting = record.meeting
    near = find.standing.place or (meeting.place if meeting else None) or record.place
    initial = {
        "issuer": said.get("issuer") or "",
        "issuer_body": match(said.get("issuer"), near),
        "lead": match(said.get("assignee"), near),
        "topic": find.standing.topic or Topic.OTHER.value,
        "force": said.get("force") or Force.ORDER.value,
        "given_on": meeting.held_on if meeting else record.published_on,
        "deadline": printed.period(said.get("deadline")),
        "deadline_on": _last_day(said.get("deadline")),
    }
    wording = record.text[find.standing.start : find.standing.end]
    return Origin(record.place, near, wording, meeting, find, initial=initial)


def of_directive(directive: Directive, initial: dict[str, Any]) -> Origin:
    """From a draft that there is."""
    meeting = directive.meeting
    near = meeting.place if meeting else directive.place
    return Origin(directive.place, near, directive.wording, meeting, directive.find, directive, initial)


def shortcomings(meeting: Meeting | None, place: Place | None) -> QuerySet[Find]:
    """Shortcomings confirmed of the same meeting, in the records that are filed where the task is or below."""
    if meeting is None or place is None:
        return Find.objects.none()
    within = Q(record__meeting=meeting, record__place__path__startswith=place.path)
    found = Find.objects.facts().filter(within, standing__kind=Kind.SHORTCOMING)
    return found.select_related("standing", "record").order_by("record", "standing__start")


def _last_day(period: str | None) -> Any:
    return Period.parse(period).end_on if period else None
