"""The paragraphs of a notice out of what a meeting's records say and the tasks that were made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q

from giaoban.brief import Order, compose
from giaoban.brief import notice_holding as holding
from giaoban.brief.notice import day_printed
from giaoban.brief.notice_paragraphs import Paragraph, paragraphs
from giaoban.directives.states import State
from giaoban.model import Chair, Finding, Force, Found, Mode, Polarity, Reading, Span, Topic
from giaoban.model import Directive as Task
from giaoban.model import Meeting as Held
from giaoban.reference.folding import fold
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to as tasks_visible_to
from giaoban_web.meetings.models import Meeting
from giaoban_web.records.models import Find
from giaoban_web.records.models import Kind as FindKind
from giaoban_web.records.queries import visible_to as records_visible_to

POLARITIES = {FindKind.STRENGTH: Polarity.STRENGTH, FindKind.SHORTCOMING: Polarity.SHORTCOMING}
OVER = (State.WITHDRAWN, State.MERGED)
FAR = 1000
INSTEAD = "chậm nhất ngày {day}, thay cho thời hạn nêu trên"
"""How a deadline is told behind words that still name the one before it."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a paragraph tells: a confirmed finding, or a task."""

    find: Find | None = None
    directive: Directive | None = None

    @property
    def mark(self) -> str:
        """The name of its paragraph in every version."""
        return f"d{self.directive.pk}" if self.directive else f"f{self.find.pk if self.find else 0}"

    @property
    def words(self) -> str:
        """The words for the paper: of a task as the office sharpened them, of a finding as they were said."""
        if self.directive:
            return self.directive.work or self.directive.wording
        now = self.find.standing if self.find else None
        return self.find.record.text[now.start : now.end] if self.find and now else ""

    @property
    def shown(self) -> str:
        """The words as a line of a page begins: without the mark of a list, with a capital."""
        return line_of(self.words)


def bare(words: str) -> str:
    """Words as they are compared: without capitals, accents, blanks and marks around them."""
    return " ".join(fold(words).split()).strip(" .;,:-–—•+*")


def line_of(words: str) -> str:
    """Words of a record as a line of their own."""
    bare = words.lstrip("-–—•+* ")
    return bare[:1].upper() + bare[1:]


def sources(meeting: Meeting, user: Any) -> list[Source]:
    """The findings confirmed of a meeting and its tasks that `user` may see, in the order of the records.

    What two records of it say in the same words, as minutes and the news of them do, is told once.
    """
    seen = records_visible_to(user).filter(meeting=meeting)
    findings = Find.objects.facts().filter(record__in=seen, standing__kind__in=list(POLARITIES))
    listed = findings.select_related("record", "standing").order_by("record", "standing__start", "pk")
    once: dict[str, Source] = {}
    for find in listed:
        told = Source(find=find)
        once.setdefault(bare(told.words), told)
    return [*once.values(), *map(_of_task, tasks(meeting, user))]


def tasks(meeting: Meeting, user: Any) -> Sequence[Directive]:
    """Its tasks, but for those withdrawn, merged into others or handed down from another, as the chair said them."""
    own = Q(meeting=meeting) | Q(find__record__meeting=meeting)
    found = tasks_visible_to(user).filter(own, above=None).exclude(state__in=OVER)
    found = found.select_related("lead", "find__standing").prefetch_related("supporting")
    return found.order_by("find__record", "find__start", "pk")


def told_tasks(meeting: Meeting, user: Any, told: set[str]) -> list[Source]:
    """Its tasks whose marks are among `told`, as the chair said them."""
    return [each for each in map(_of_task, tasks(meeting, user)) if each.mark in told]


def untold(meeting: Meeting, user: Any) -> Sequence[Find]:
    """Confirmed directives of which no task was made yet: a notice tells tasks only."""
    seen = records_visible_to(user).filter(meeting=meeting)
    found = Find.objects.facts().filter(record__in=seen, standing__kind=FindKind.DIRECTIVE, directive=None)
    return found.select_related("record", "standing").order_by("record", "start")


def composed(meeting: Meeting, found: Sequence[Source], order: Order) -> tuple[Paragraph, ...]:
    """The paragraphs of the notice, those of a source under its mark."""
    spans = dict(zip(_spans(found), found, strict=True))
    reading = Reading(
        meeting=Found(_held(meeting), Span(0, 1)),
        findings=tuple(Found(_finding(each), span) for span, each in spans.items() if each.find),
        directives=tuple(Found(_task(each.directive), span) for span, each in spans.items() if each.directive),
    )
    marks = {f"{span.start}_{span.end}": source.mark for span, source in spans.items()}
    helping = {span: [body.name for body in each.directive.supporting.all()] for span, each in spans.items() if each.directive}
    listed = paragraphs(compose(reading, lambda span: spans[span].words, order=order, title=meeting.title, helping=helping))
    return tuple(replace(each, mark=marks.get(each.mark, each.mark)) for each in listed)


def _spans(found: Sequence[Source]) -> Iterator[Span]:
    """A span for each source, as far apart as their words are in one record, far where they are not."""
    at, before = 0, None
    for source in found:
        find = source.directive.find if source.directive else None
        near = find and before and find.record_id == before.record_id and find.standing and before.standing
        apart = find.standing.start - before.standing.end if near else FAR
        at += apart if 0 <= apart < FAR else FAR
        yield Span(at, at + 1)
        at, before = at + 1, find


def _of_task(directive: Directive) -> Source:
    return Source(directive=directive)


def _held(meeting: Meeting) -> Held:
    chair = Chair(meeting.chair, tuple(meeting.chair_offices)) if meeting.chair else None
    return Held(meeting.held_on, Mode(meeting.mode) if meeting.mode else None, meeting.convener or None, meeting.reviewed or None, chair)


def _finding(source: Source) -> Finding:
    now = source.find.standing if source.find else None
    return Finding(POLARITIES[FindKind(now.kind)] if now else Polarity.STRENGTH, Topic((now and now.topic) or Topic.OTHER))


def deadline_of(directive: Directive) -> tuple[str, date | None]:
    """The deadline in force as worded and as a day; the words say it no more once another day was set."""
    return "" if directive.deadline_on != directive.first_deadline_on else directive.deadline, directive.deadline_on


def _task(directive: Directive) -> Task:
    said, day = deadline_of(directive)
    due = said or (day.isoformat() if day else None)
    if day and not said and _says_the_first(directive):
        due = INSTEAD.format(day=day_printed(day))
    lead = directive.lead.name if directive.lead else _asked(directive)
    return Task(directive.issuer or None, Force(directive.force), lead, due, Topic(directive.topic))


def _asked(directive: Directive) -> str | None:
    """Whom the record asks, in its words, of a task that nobody leads yet: "các khu phố"."""
    now = directive.find.standing if directive.find else None
    return (now and now.fields.get("assignee")) or None


def _says_the_first(directive: Directive) -> bool:
    """Whether its words still name the deadline that was given first and is in force no more: the paper says which of the two counts."""
    first, now = directive.first_deadline_on, directive.deadline_on
    if first is None or first == now:
        return False
    words = Source(directive=directive).words
    return not holding.lost(words, deadline=directive.deadline, due_on=first) and bool(holding.lost(words, due_on=now))


def left_out(meeting: Meeting, user: Any, told: set[str]) -> Iterator[Source]:
    """What could still be put into a notice that tells the sources of these marks."""
    return (each for each in sources(meeting, user) if each.mark not in told)
