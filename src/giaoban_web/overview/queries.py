"""What is known: the facts that people have confirmed, about a place or from a meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Max, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from giaoban.documents.quotes import Quote, quote
from giaoban.model import Topic
from giaoban.reference.folding import fold
from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.places.models import Place
from giaoban_web.places.names import take_apart
from giaoban_web.records.digits import as_said
from giaoban_web.records.models import STANDING, Decision, Find, Kind, Record
from giaoban_web.records.queries import decidable_by, listed, texts_of, visible_to

TILES = 4
LATEST_FIRST = (F("held_on").desc(nulls_last=True), "-pk")
FACTS = Q(records__finds__standing__verdict__in=STANDING)


@dataclass(frozen=True, slots=True)
class Fact:
    """A confirmed find as it stands, with its sentence.

    fields  those of the decision; the numbers of a figure with the digits its sentence prints
    on      day of the meeting, or of publication where no meeting is known
    again   the same as other records of the meeting tell it
    beside  others that the same sentence tells, shown with it
    url     the find on the screen on which it was confirmed
    """

    id: int
    kind: str
    fields: dict[str, Any]
    topic: str
    place: Place
    quote: Quote
    decision: Decision
    record: Record
    rule: str
    on: date | None
    url: str
    again: tuple["Fact", ...] = ()
    beside: tuple["Fact", ...] = ()

    @property
    def written(self) -> str:
        """Whose figure it is by its words, where that is not the place under which it is filed: a place that is no more, an office."""
        return _written(self.fields, self.place)


def _written(fields: dict[str, Any], place: Place) -> str:
    said = fields.get("place") or ""
    named = take_apart(said)
    as_filed = named.name == fold(place.name) and named.kind in (None, place.kind)
    return said if named.name and not as_filed else ""


def facts(user: Any) -> QuerySet[Find]:
    """Confirmed finds of the records that `user` may see, the meeting itself left out."""
    return (
        Find.objects.facts()
        .filter(record__in=visible_to(user))
        .exclude(standing__kind=Kind.MEETING)
        .annotate(
            about=Coalesce("record__meeting__held_on", "record__published_on"),
            path=Coalesce("standing__place__path", "record__place__path"),
        )
        .select_related("standing__by", "standing__place", "record__meeting", "record__place")
        .defer("record__text", "record__blocks")
    )


def with_topics(found: QuerySet[Find]) -> QuerySet[Find]:
    """The same with `topic_number`, by which they can be narrowed and sorted in the order of topics."""
    topics = [When(standing__topic=topic.value, then=Value(number)) for number, topic in enumerate(Topic)]
    return found.annotate(topic_number=Case(*topics, default=Value(len(Topic) - 1), output_field=IntegerField()))


def of_place(found: QuerySet[Find], place: Place, on: date | None = None, *, below: bool = True) -> QuerySet[Find]:
    """Those about `place`, and unless `below` is False about what lies below it; of meetings up to `on`."""
    found = found.filter(path__startswith=place.path) if below else found.filter(path=place.path)
    return found.filter(Q(about=None) | Q(about__lte=on)) if on else found


def first(found: QuerySet[Find], most: int) -> list[Find]:
    """The first of them in their order. All are sorted by their keys alone: with all that belongs to them it takes three times as long."""
    return list(found.filter(pk__in=list(found.values_list("pk", flat=True)[:most])))


def with_quotes(found: Iterable[Find]) -> list[Fact]:
    """The finds as facts; the text of each record is loaded once for a page."""
    finds = list(found)
    texts = texts_of(finds)
    return [_fact(find, texts[find.record_id]) for find in finds]


def tiles(found: QuerySet[Find], place: Place) -> list[Fact]:
    """The newest levels about `place` itself, one of each indicator, with a comparison first; none of a village."""
    levels = found.filter(
        path=place.path,
        standing__kind=Kind.OBSERVATION,
        standing__fields__measure="level",
        standing__fields__role__in=["actual", "estimate"],
    ).order_by(F("about").desc(nulls_last=True), "standing__start")[: 10 * TILES]
    chosen: dict[str, Find] = {}
    for find in levels:
        if _written(find.standing.fields, place):
            continue
        chosen.setdefault(fold(find.standing.fields["indicator"]), find)
    ranked = sorted(chosen.values(), key=lambda find: not find.standing.fields.get("comparisons"))
    return with_quotes(ranked[:TILES])


def newest(found: QuerySet[Find]) -> Any:
    """The moment of the latest decision among `found`; None when there is none."""
    return found.aggregate(at=Max("standing__at"))["at"]


def counted(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings, the latest first, with how many figures, shortcomings and directives are confirmed of each."""
    kinds = {"figures": Kind.OBSERVATION, "shortcomings": Kind.SHORTCOMING, "directives": Kind.DIRECTIVE}
    find = "records__finds"
    return meetings.annotate(
        **{name: Count(find, filter=FACTS & Q(records__finds__standing__kind=kind), distinct=True) for name, kind in kinds.items()}
    ).order_by(*LATEST_FIRST)


def latest_of(meetings: QuerySet[Meeting], most: int) -> list[Meeting]:
    """The latest of them, counted: what is confirmed of the others is not looked through."""
    keys = list(meetings.order_by(*LATEST_FIRST).values_list("pk", flat=True)[:most])
    return list(counted(meetings.filter(pk__in=keys)))


def meetings_of(user: Any) -> QuerySet[Meeting]:
    """Meetings that `user` may see, counted."""
    return counted(meetings_visible_to(user))


def awaiting(user: Any) -> QuerySet[Record]:
    """Records with finds that wait for a decision which `user` may take, the newest first."""
    return listed(decidable_by(user).filter(pk__in=Find.objects.undecided().values("record"))).order_by("-put_in_at", "-pk")


def facts_by_place(user: Any) -> dict[tuple[int, str], int]:
    """How many confirmed facts that `user` may see speak of each place, by its key and path; where there are most first."""
    found = Find.objects.facts().filter(record__in=visible_to(user), standing__place__withdrawn=False).exclude(standing__kind=Kind.MEETING)
    numbers = found.order_by().values_list("standing__place", "standing__place__path").annotate(facts=Count("pk"))
    return {(key, path): facts for key, path, facts in sorted(numbers, key=lambda row: (-row[2], row[1]))}


def places_known(known: Mapping[tuple[int, str], int], most: int) -> list[tuple[Place, int]]:
    """Of what `facts_by_place` gave the first `most` places, each with how many facts there are of it."""
    first = list(known.items())[:most]
    places = Place.objects.in_bulk([key for (key, _path), _facts in first])
    return [(places[key], facts) for (key, _path), facts in first]


def spoken_of(user: Any, code: str) -> Place | None:
    """The place with that code that the newest confirmed fact is about; None when there is none."""
    latest = facts(user).filter(standing__place__code=code).order_by(F("about").desc(nulls_last=True), "-pk").first()
    return latest.standing.place if latest else None


def places_granted(user: Any) -> QuerySet[Place]:
    """The places that `user` has a role on."""
    return Place.objects.filter(pk__in=user.grants.values("place")).order_by("path", "-valid_from")


def _fact(find: Find, text: str) -> Fact:
    standing = find.standing
    return Fact(
        find.pk,
        standing.kind,
        as_said(standing.fields, text, standing.start, standing.end) if standing.kind == Kind.OBSERVATION else standing.fields,
        standing.topic or Topic.OTHER.value,
        standing.place or find.record.place,
        quote(text, standing.start, standing.end),
        standing,
        find.record,
        find.rule,
        find.about,
        f"{reverse('records:confirm', args=[find.record_id])}#find-{find.pk}",
    )
