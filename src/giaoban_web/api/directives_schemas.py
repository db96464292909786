"""What the API gives and takes of tasks."""

import datetime
from collections.abc import Callable
from typing import Any

from django.utils import timezone
from ninja import Field, Schema
from pydantic import AnyHttpUrl, model_validator

from giaoban.directives.states import ENDED
from giaoban.model import Force, Topic
from giaoban_web.api import named
from giaoban_web.api.errors import Error
from giaoban_web.api.faults import fault
from giaoban_web.api.schemas import PlaceOut
from giaoban_web.api.taken import Day, Key, Taken, Text
from giaoban_web.bodies.gone import Gone
from giaoban_web.bodies.models import Body
from giaoban_web.directives.aiming import SAID as AIM
from giaoban_web.directives.gone_bodies import gone_in
from giaoban_web.directives.models import Directive, Event, Evidence
from giaoban_web.directives.terms import Terms
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find, Kind
from giaoban_web.records.queries import visible_to as records_visible_to

BODIES = ("lead", "watcher", "acceptor", "issuer_body")


class BodyOut(Schema):
    """A body, or a post in one."""

    id: int
    name: str
    also: list[str]
    is_post: bool
    superior_id: int | None = Field(description="What stands above it; of a post, its body.")
    topics: list[str]
    place: PlaceOut


class BodyRef(Schema):
    """A body or post by its number and name."""

    id: int
    name: str


class CriterionRef(Schema):
    """A criterion of a set, or a content of one."""

    set: str
    number: str
    name: str


class TaskOut(Schema):
    """A task as it stands.

    version              send it back as `seen` with a move
    deadline_on          the day in force; first_deadline_on the one it began with
    criterion            what it serves, in a set of /api/criteria/; criterion_as_worded where no set has it
    """

    id: int
    version: int
    state: str
    wording: str
    work: str
    topic: str
    force: str
    place: PlaceOut
    meeting_id: int | None
    find_id: int | None = Field(description="The confirmed find that it was made from.")
    lead: BodyRef | None
    supporting: list[BodyRef]
    deadline: str
    first_deadline_on: datetime.date | None
    deadline_on: datetime.date | None
    extended: int
    given_on: datetime.date | None
    issued_on: datetime.date | None
    reported_on: datetime.date | None
    done_on: datetime.date | None
    percent: int | None
    above_id: int | None
    merged_into_id: int | None
    criterion: CriterionRef | None
    criterion_as_worded: str

    @staticmethod
    def resolve_criterion(task: Directive) -> Any:
        return task.serves

    @staticmethod
    def resolve_criterion_as_worded(task: Directive) -> str:
        return task.criterion

    @staticmethod
    def resolve_supporting(task: Directive) -> list[Any]:
        return list(task.supporting.all())


class TaskEventOut(Schema):
    """Something that happened to a task: the move, in which capacity, on which day, with what words."""

    number: int
    move: str
    who: str
    on: datetime.date
    said: dict[str, Any]
    by: str
    at: datetime.datetime

    @staticmethod
    def resolve_by(event: Event) -> str:
        return str(event.by)


class EvidenceOut(Schema):
    """A piece of evidence, and with which event it came."""

    id: int
    event: int
    kind: str
    label: str
    url: str
    record_id: int | None

    @staticmethod
    def resolve_event(piece: Evidence) -> int:
        return piece.event.number


class GoneOut(Schema):
    """A body that is named and that is no more by the last day, or whose place is.

    place       as it was last called; `on` the first day without it; of a body that was ended itself (`retired`) the first day without that
    today       the places that stand in its stead; successors: the bodies called so there, none where nobody has added them yet
    """

    body: BodyRef
    place: PlaceOut
    on: datetime.date
    today: list[PlaceOut]
    successors: list[BodyRef]
    retired: bool


class TaskDetail(TaskOut):
    """A task with all that happened to it and what shows that it was done.

    gone    whom it names and who is no more by its last day; of a task that has ended nothing is told
    """

    issuer: str
    watcher: BodyRef | None
    acceptor: BodyRef | None
    product: str
    authority: str
    events: list[TaskEventOut]
    evidence: list[EvidenceOut]
    gone: list[GoneOut]

    @staticmethod
    def resolve_gone(task: Directive) -> list[Gone]:
        return [] if task.state in ENDED else gone_in([task], timezone.localdate())[task.pk]

    @staticmethod
    def resolve_events(task: Directive) -> list[Event]:
        return list(task.events.select_related("by"))

    @staticmethod
    def resolve_evidence(task: Directive) -> list[Evidence]:
        return list(task.evidence.select_related("event"))


class TaskOvertaken(Error):
    """The move cannot be made: the task as it now stands."""

    task: TaskDetail


class DraftIn(Taken):
    """A task to draft: `find` names a confirmed directive whose words it takes, else `wording` and `place` are needed.

    lead, supporting, watcher, acceptor, issuer_body   numbers of bodies
    criterion_set, criterion_number                    a criterion of /api/criteria/, both or none
    """

    find: Key | None = None
    place: str | None = None
    wording: Text = ""
    work: Text = ""
    topic: Topic = Topic.OTHER
    force: Force = Force.ORDER
    given_on: Day | None = None
    issuer: Text = Field("", max_length=300)
    issuer_body: Key | None = None
    lead: Key | None = None
    supporting: list[Key] = []
    watcher: Key | None = None
    acceptor: Key | None = None
    product: Text = Field("", max_length=500)
    authority: Text = Field("", max_length=300)
    deadline: Text = Field("", max_length=200)
    deadline_on: Day | None = None
    criterion_set: Text = Field("", max_length=40)
    criterion_number: Text = Field("", max_length=12)

    @model_validator(mode="after")
    def _worded(self) -> "DraftIn":
        if self.find is None and not (self.place and self.wording.strip()):
            raise fault("find_or_wording")
        return self

    def links(self, user: Any) -> dict[str, Any]:
        """Place, wording, find and meeting for `actions.draft`."""
        if self.find is None:
            return {"place": named.place(str(self.place), None, Place.objects.filter(valid_to=None)), "wording": self.wording}
        found = Find.objects.facts().filter(standing__kind=Kind.DIRECTIVE, record__in=records_visible_to(user))
        find = named.one(found.select_related("record__place", "record__meeting", "standing"), "find", self.find)
        words = find.record.text[find.standing.start : find.standing.end]
        return {"place": find.record.place, "wording": words, "find": find, "meeting": find.record.meeting}

    def terms(self, body: Callable[[int, str], Body]) -> Terms:
        """The terms, numbers of bodies looked up by `body`, which is told the field."""
        plain = self.model_dump(exclude={"find", "place", "wording", "supporting", *BODIES})
        bodies = {name: body(number, name) for name in BODIES if (number := getattr(self, name)) is not None}
        return Terms(**plain, **bodies, supporting=[body(number, "supporting") for number in self.supporting])


class PieceIn(Taken):
    """A piece of evidence: a link, or a record by its number."""

    label: Text = Field(min_length=1, max_length=255)
    url: AnyHttpUrl | None = None
    record: Key | None = None

    @model_validator(mode="after")
    def _one(self) -> "PieceIn":
        if (self.url is None) == (self.record is None):
            raise fault("one_piece")
        return self


class MoveIn(Taken):
    """A move, which counts for the day on which it is sent: `seen` is the version you saw.

    into        with "merge", the number of the task that takes it up
    lead        with "reassign", the number of the body that takes it over
    beneath     with "withdraw" (withdraw, keep) and "merge" (pass_on, withdraw, keep), what becomes of open parts
    deadline    with "correct", the day that should stand
    indicator   with "aim", the key of an indicator; direction: up, down, reach, or withdrawn; value and by_on as far as they are said
    criterion   with "serve", the key of a criterion ("vn-ntm-xa-2022/17.1"), or none
    """

    move: str
    seen: Key
    text: Text = ""
    reason: Text = ""
    percent: int | None = Field(None, ge=0, le=100)
    until: Day | None = None
    deadline: Day | None = None
    indicator: Text = ""
    direction: Text = ""
    value: Text = Field("", max_length=40)
    by_on: Day | None = None
    criterion: Text = Field("", max_length=60)
    evidence: list[PieceIn] = []
    into: Key | None = None
    lead: Key | None = None
    beneath: Text = ""

    def said(self) -> dict[str, Any]:
        """What goes into the event."""
        return self.model_dump(
            mode="json", include={"text", "reason", "percent", "until", "deadline", "criterion", *AIM}, exclude_none=True
        )
