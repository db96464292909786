"""What a task is drafted from: a confirmed directive of a record, a draft that there is, or nothing but a person's words."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from giaoban.directives.limits_undated import undated
from giaoban.model import Force, Period, Topic
from giaoban.reference.body_names import several
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import match, normal
from giaoban_web.bodies.resolving import Nearby
from giaoban_web.directives.models import Directive
from giaoban_web.directives.supporters_told import MOST, supporters
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records.models import STANDING, Find, Kind
from giaoban_web.ui import printed

CHAIRING = re.compile(
    r"(?:(?:dong chi|nguoi|ong|ba) )?chu (?:tri|toa)(?: (?:cuoc hop|hoi nghi|phien hop|buoi hop|buoi lam viec|giao ban))?"
)
"""Words that say only that whoever chaired asks, folded."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What there is before anybody fills anything in.

    place     where the task is filed; near: of what place it speaks, so that bodies are looked for there first
    assignee  who is to do it, as worded; suggested: the body that the words may mean where none bears that name. A person takes it or not.
    """

    place: Place | None = None
    near: Place | None = None
    wording: str = ""
    meeting: Meeting | None = None
    find: Find | None = None
    directive: Directive | None = None
    initial: dict[str, Any] = field(default_factory=dict)
    assignee: str = ""
    suggested: Body | None = None

    @property
    def several(self) -> bool:
        """Whether the words give it to more than one body."""
        return several(self.assignee)


def confirmed(finds: QuerySet[Find]) -> QuerySet[Find]:
    """The directives among them that people have confirmed, with what a task takes from them."""
    found = finds.filter(standing__verdict__in=STANDING, standing__kind=Kind.DIRECTIVE)
    return found.select_related("standing__place", "record__place", "record__meeting__place", "directive")


class Bodies:
    """Bodies by the words of records, each asked for once however many finds name it."""

    def __init__(self) -> None:
        self.named: dict[tuple[str, int], Body | None] = {}
        self.around: dict[tuple[int, int], Nearby] = {}

    def match(self, words: str | None, near: Place) -> Body | None:
        """The one body of that name."""
        key = (words or "", near.pk)
        if key not in self.named:
            self.named[key] = match(words, near)
        return self.named[key]

    def suggested(self, words: str | None, near: Place, filed: Place) -> Body | None:
        """The body that the words may mean."""
        key = (near.pk, filed.pk)
        if key not in self.around:
            self.around[key] = Nearby(near, filed)
        return self.around[key].suggested(words)


def of_find(find: Find, bodies: Bodies | None = None) -> Origin:
    """From a confirmed directive: its words, who gave it to whom, until when. A body is named only where there is no doubt which."""
    said, record, bodies = find.standing.fields, find.record, bodies or Bodies()
    meeting = record.meeting
    near = find.standing.place or (meeting.place if meeting else None) or record.place
    assignee = said.get("assignee") or ""
    lead = bodies.match(assignee, near)
    wording = record.text[find.standing.start : find.standing.end]
    initial = {
        "issuer": _issuer(said.get("issuer") or "", meeting),
        "issuer_body": bodies.match(said.get("issuer"), near),
        "lead": lead,
        "topic": find.standing.topic or Topic.OTHER.value,
        "force": said.get("force") or Force.ORDER.value,
        "given_on": meeting.held_on if meeting else record.published_on,
        "deadline": printed.period(said.get("deadline")) or undated(wording),
        "deadline_on": _last_day(said.get("deadline")),
    }
    initial |= {f"supporting_{number}": each for number, each in enumerate(_supporting(find, near, lead, bodies))}
    suggested = None if lead else bodies.suggested(assignee, near, record.place)
    return Origin(record.place, near, wording, meeting, find, initial=initial, assignee=assignee, suggested=suggested)


def _supporting(find: Find, near: Place, lead: Body | None, bodies: Bodies) -> list[Body]:
    """The bodies named to help in the row of a table; as many as the form has lines."""
    told = (bodies.match(words, near) for words in supporters(find.record.text, find.standing.start))
    return list(dict.fromkeys(each for each in told if each and each != lead))[:MOST]


def of_directive(directive: Directive, initial: dict[str, Any]) -> Origin:
    """From a draft that there is."""
    meeting = directive.meeting
    near = meeting.place if meeting else directive.place
    return Origin(directive.place, near, directive.wording, meeting, directive.find, directive, initial, **_assignee(directive, near))


def _assignee(directive: Directive, near: Place) -> dict[str, Any]:
    """For a draft without a lead: to whom the record gave the task, in its words, and the body they may mean."""
    find = directive.find if directive.lead_id is None else None
    words = (find.standing.fields.get("assignee") or "") if find and find.standing else ""
    return {"assignee": words, "suggested": Nearby(near, directive.place).suggested(words)}


def shortcomings(meeting: Meeting | None, place: Place | None) -> QuerySet[Find]:
    """Shortcomings confirmed of the same meeting, in the records that are filed where the task is or below."""
    if meeting is None or place is None:
        return Find.objects.none()
    within = Q(record__meeting=meeting, record__place__path__startswith=place.path)
    found = Find.objects.facts().filter(within, standing__kind=Kind.SHORTCOMING)
    return found.select_related("standing", "record").order_by("record", "standing__start")


def _issuer(words: str, meeting: Meeting | None) -> str:
    """Who gave it, as worded; whoever chaired, by name and office, where the words say no more than that."""
    if meeting is None or not meeting.chair or not CHAIRING.fullmatch(normal(words)):
        return words
    return ", ".join([meeting.chair, *meeting.chair_offices[:1]])


def _last_day(period: str | None) -> Any:
    return Period.parse(period).end_on if period else None
