"""Everything a brief is composed from, as far as the one who composes it may see it, as it was known on a day.

Known on a day: what had been reported by then, and what had happened to a task by then, whenever it was put into the system.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from giaoban.brief.given import Given, GivenFinding, Remembered
from giaoban.model import Polarity, Topic
from giaoban_web.bodies.models import Body
from giaoban_web.briefs import brief_entries, brief_tasks
from giaoban_web.briefs.brief_sources import of_find, texts_of, words_of
from giaoban_web.directives.models import Directive
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find, Kind
from giaoban_web.records.queries import visible_to as records_visible_to

POLARITIES = {Kind.STRENGTH: Polarity.STRENGTH, Kind.SHORTCOMING: Polarity.SHORTCOMING}
BACK = timedelta(days=3 * 365)
"""Judgements of meetings longer ago are left out."""


@dataclass(frozen=True, slots=True)
class About:
    """Whom the coming meeting is with: a place with all below it, or a body; and what the meeting is."""

    place: Place
    body: Body | None = None
    meeting: str = ""
    meeting_on: date | None = None

    @property
    def named(self) -> str:
        return self.body.name if self.body else str(self.place)


def gather(about: About, on: date, user: Any, last: Remembered | None = None) -> Given:
    """What a brief for that meeting is composed from on that day."""
    given = _of_body(about.body, on, user) if about.body else _of_place(about.place, on, user)
    return replace(given, place=about.named, meeting=about.meeting, meeting_on=about.meeting_on, last=last)


def count_judged(user: Any, place: Place, on: date) -> int:
    """How many judgements of a place and what lies below it a brief of that day goes by."""
    return _of_late(_judged(user, place), on).count()


def _of_place(place: Place, on: date, user: Any) -> Given:
    figures, doubts = brief_entries.of_place(user, place, on)
    found = _judged(user, place)
    met = meetings_visible_to(user).filter(place__path__startswith=place.path, held_on__lte=on)
    days = tuple(met.order_by("held_on").values_list("held_on", flat=True).distinct())
    tasks = brief_tasks.of_place(user, place, on)
    return Given("", on, met_on=days, figures=figures, tasks=tasks, findings=_findings(found, on), discrepancies=doubts)


def _of_body(body: Body, on: date, user: Any) -> Given:
    """The tasks it leads, the indicators that these should move, and what was judged in the fields in which it leads."""
    tasks = brief_tasks.of_body(user, body, on)
    figures, doubts = brief_entries.of_place(user, body.place, on, {each.expected.indicator for each in tasks if each.expected})
    found = _judged(user, body.place).filter(standing__topic__in=body.topics)
    days = tuple(sorted({each.given_on for each in tasks}))
    return Given("", on, met_on=days, figures=figures, tasks=tasks, findings=_findings(found, on), discrepancies=doubts)


def _judged(user: Any, place: Place) -> QuerySet[Find]:
    """Confirmed judgements about a place and what lies below it, in records that `user` may see; `about` is the day of the meeting."""
    found = Find.objects.facts().filter(record__in=records_visible_to(user), standing__kind__in=list(POLARITIES))
    dated = found.annotate(
        about=Coalesce("record__meeting__held_on", "record__published_on"), path=Coalesce("standing__place__path", "record__place__path")
    )
    told = dated.filter(path__startswith=place.path).select_related("standing", "record")
    return told.defer("record__text", "record__blocks")


def _findings(found: QuerySet[Find], on: date) -> tuple[GivenFinding, ...]:
    """The judgements of meetings up to that day, the earliest first."""
    finds = list(_of_late(found, on).order_by("about", "standing__start"))
    texts, answered = texts_of(finds), _answered(finds, on)
    alike: dict[Hashable, list[Find]] = {}
    for each in finds:
        alike.setdefault(_told(each, words_of(each, texts)), []).append(each)
    return tuple(
        GivenFinding(
            words_of(each, texts),
            POLARITIES[Kind(each.standing.kind)],
            each.about,
            of_find(each, texts, each.about),
            Topic(each.standing.topic or Topic.OTHER),
            any(one.pk in answered for one in its),
        )
        for its in alike.values()
        for each in its[:1]
    )


def _told(find: Find, words: str) -> Hashable:
    """The same for what several records of a meeting say of a place in the same words: a brief tells it once."""
    meeting = find.record.meeting_id
    said = " ".join(words.split()).strip(" .;,").casefold()
    return (meeting, find.standing.kind, find.path, said) if meeting else find.pk  # type: ignore[attr-defined,union-attr]


def _of_late(found: QuerySet[Find], on: date) -> QuerySet[Find]:
    return found.filter(about__lte=on, about__gte=on - BACK)


def _answered(finds: Sequence[Find], on: date) -> set[int]:
    """Keys of the judgements to which a task is linked that had been issued by that day."""
    found = Directive.shortcomings.through.objects.filter(find__in=[each.pk for each in finds], directive__issued_on__lte=on)
    return set(found.values_list("find_id", flat=True))
