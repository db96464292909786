"""The facts of a place or a meeting as lists: one for each kind, in the order in which a meeting speaks of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, F, Max, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from giaoban.model import Topic
from giaoban_web.overview.forms import FactFilter
from giaoban_web.overview.one_sentence import together
from giaoban_web.overview.queries import Fact, newest, with_quotes, with_topics
from giaoban_web.overview.told_again import Again, told_once
from giaoban_web.records.models import Find, Kind
from giaoban_web.records.words import TOPICS
from giaoban_web.ui.lists import Listing, beginning, listing, sorting

FEW = 8
MOST = 100_000
HEADINGS = {
    Kind.OBSERVATION: _("Figures"),
    Kind.SHORTCOMING: _("Shortcomings"),
    Kind.STRENGTH: _("Strengths"),
    Kind.DIRECTIVE: _("Directives"),
}
JUDGEMENTS = {Kind.SHORTCOMING, Kind.STRENGTH}
SORTABLE = {
    "topic": ("topic_number", "standing__place__path", "record", "standing__start"),
    "meeting": ("about", "record", "standing__start"),
    "indicator": ("standing__fields__indicator",),
    "value": ("standing__fields__value",),
    "period": ("standing__fields__period",),
    "place": ("path",),
    "issuer": ("standing__fields__issuer",),
    "assignee": ("standing__fields__assignee",),
    "deadline": ("standing__fields__deadline",),
    "confirmed": ("standing__at",),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one topic."""

    name: Any
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind: a page of them when it is the only kind shown, else the first few.

    more  the address of the whole list, "" when all are here
    """

    kind: str
    heading: Any
    groups: list[Group]
    listing: Listing
    more: str

    @property
    def total(self) -> int:
        return int(self.listing.page.paginator.count)


def sections(request: HttpRequest, found: QuerySet[Find], form: FactFilter) -> dict[str, Any]:
    """For a template: `sections` with the facts that `form` lets through, `newest` decision, `form`."""
    only, (found, again) = form.value("kind"), told_once(narrowed(found, form))
    if only:
        made, at = [_whole(request, found, again, Kind(only))], newest(found)
    else:
        made, at = _beginnings(request, found, again)
    return {"sections": [each for each in made if each.total], "newest": at, "form": form, "only": only}


def narrowed(found: QuerySet[Find], form: FactFilter) -> QuerySet[Find]:
    """Those of the kind and topic that `form` asks for."""
    if kind := form.value("kind"):
        found = found.filter(standing__kind=kind)
    if topic := form.value("topic"):
        found = with_topics(found).filter(topic_number=list(Topic).index(Topic(topic)))
    return found


def whole_list(request: HttpRequest, found: QuerySet[Find], form: FactFilter) -> list[Fact]:
    """Every fact that `form` lets through, sorted as the address asks."""
    shown = listing(request, with_topics(narrowed(found, form)), sortable=SORTABLE, default="topic", size=MOST)
    return with_quotes(shown.page)


def _whole(request: HttpRequest, found: QuerySet[Find], again: Again, kind: Kind) -> Section:
    shown = listing(request, with_topics(found), sortable=SORTABLE, default="topic")
    return _section(kind, _told(with_quotes(shown.page), again), shown, whole=True)


def _told(facts: Iterable[Fact], again: Again) -> list[Fact]:
    return [replace(fact, again=again[fact.id]) if fact.id in again else fact for fact in facts]


def _beginnings(request: HttpRequest, found: QuerySet[Find], again: Again) -> tuple[list[Section], Any]:
    """The first few of each kind, and the moment of the newest decision: all kinds are counted, and sorted by their keys, at once."""
    counted = {kind: (total, at) for kind, total, at in _counts(found)}
    sort, fields = sorting(request, SORTABLE, "topic")
    rank = Window(RowNumber(), partition_by=F("standing__kind"), order_by=fields)
    keys = [
        pk
        for pk, _rank in with_topics(found).order_by().annotate(rank=rank).filter(rank__lte=FEW).values_list("pk", "rank").order_by("rank")
    ]
    known = {each.pk: each for each in found.filter(pk__in=keys)} if keys else {}
    facts: dict[str, list[Fact]] = {}
    for fact in _told(with_quotes(known[key] for key in keys if key in known), again):
        facts.setdefault(fact.kind, []).append(fact)
    made = [
        _section(kind, its, beginning(request, counted.get(kind.value, (len(its), None))[0], FEW, sort), whole=False)
        for kind in HEADINGS
        if (its := facts.get(kind.value))
    ]
    return made, max((at for _total, at in counted.values()), default=None)


def _counts(found: QuerySet[Find]) -> Any:
    return found.order_by().values_list("standing__kind").annotate(total=Count("pk"), at=Max("standing__at"))


def _section(kind: Kind, facts: list[Fact], shown: Listing, *, whole: bool) -> Section:
    more = "" if whole or not shown.page.has_other_pages() else shown.address(kind=kind.value)
    groups = _groups(facts, by_topic=shown.sort.endswith("topic"))
    if kind in JUDGEMENTS:
        groups = [replace(each, facts=together(each.facts)) for each in groups]
    return Section(kind.value, HEADINGS[kind], groups, shown, more)


def _groups(facts: list[Fact], *, by_topic: bool) -> list[Group]:
    """Facts under their topics in the order they come; without headings when sorted otherwise or when no topic is known."""
    if not by_topic:
        return [Group("", facts)]
    grouped: dict[str, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.topic, []).append(fact)
    if set(grouped) <= {Topic.OTHER.value}:
        return [Group("", facts)]
    return [Group(TOPICS[Topic(topic)], each) for topic, each in grouped.items()]
