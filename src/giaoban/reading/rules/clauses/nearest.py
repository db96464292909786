"""Directives with whoever stands nearest, by rules alone: what `directives` is replaced by for `giaoban read --fast`.

    "Bí thư Tỉnh ủy yêu cầu Sở Xây dựng rà soát …; công khai …"    he asks for both, Sở Xây dựng is to act in both
    "… hoàn thành trước ngày 30/6"                                   the day that the directive itself names

Nobody is weighed against anybody: who spoke last asks, else who presides; who is named before the action acts, else who acted last. What
that loses against `rules.clauses.scenes` stands in docs/reading/speed.md. What must and must not be read: corpus/nearest.tsv.
"""

from bisect import bisect_left
from collections.abc import Iterator

from giaoban.model import Directive, Found, Meeting, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.clauses.asking import ways
from giaoban.reading.rules.clauses.assignees import named_before
from giaoban.reading.rules.clauses.begins import lists
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.forces import put
from giaoban.reading.rules.clauses.frames import Course
from giaoban.reading.rules.clauses.headed import actor_of, headed
from giaoban.reading.rules.clauses.own_limits import outright
from giaoban.reading.rules.clauses.scenes import Parties
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.clauses.times import Due, Times
from giaoban.reading.rules.clauses.topics import Themed
from giaoban.reading.rules.named.bodies import most_named
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

NO_LIMIT = frozenset(("act", "compared", "report"))
"""What stands before a period that is no time limit: an act and its day, what is compared with, results."""


@rule(makes=Directive, needs=(Themed, Meeting, Speech, Syllables, BodyMention, Holder, PlaceMention, PeriodMention, TimeAnchor))
def nearest_directives(page: Page) -> Iterator[Found[Directive]]:
    """Each clause that asks, with who asks and who acts as they stand nearest before it."""
    told = [found for found in page.all(Themed) if found.what.clause.polarity is None]
    if not told:
        return
    scene, actors = Nearest(page), headed(page)
    for found in told:
        parties = scene.directive(found.what.clause, found.span)
        scene.acts = actor_of(page, actors, found.span, parties.assignee) or parties.assignee
        what = Directive(parties.issuer, parties.force, scene.acts, parties.deadline, found.what.topic)
        if not lists(page, found.what.clause.words, found.span.end):
            yield Found(what, found.span, confidence=found.confidence)


class Nearest:
    """A page while its directives are passed, in the order of the text; `acts` who was to act in the last."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.course, self.times = Course(page), Times(page)
        self.spoken = [found for found in page.all(Speech) if found.what.named and found.what.manner != "report"]
        self.starts = [found.span.start for found in self.spoken]
        self.otherwise = _presides(page)
        self.acts: str | None = None
        self.due: Due | None = None
        self._called: dict[int, str] = {}

    def directive(self, clause: Clause, span: Span) -> Parties:
        """What stands nearest to the next directive, which must begin after the one before it."""
        frame = self.course.to(span.start)
        force, frame.force, _ = put(self.page, clause, self.course.reached, frame.force)
        self.course.reached = span.end
        assignee = named_before(self.page, clause) or frame.addressed or self.acts
        return Parties(self._asks(span.start), force, assignee, self._by_when(Due(clause, span, force, self.due)))

    def _asks(self, start: int) -> str | None:
        """Who spoke last, be it in a report of his own; else who presides."""
        at = bisect_left(self.starts, start) - 1
        if at < 0:
            return self.otherwise
        if at not in self._called:
            self._called[at] = _called(self.page, self.spoken[at].what)
        return self._called[at]

    def _by_when(self, due: Due) -> str | None:
        """The time that the directive itself names, or its sentence for it, none gone by."""
        self.due = due
        if said := outright(self.times, due):
            return said
        inside = (self.times.named(place) for place in self.times.within(due.span.start, due.span.end))
        return next((named.text for named in inside if named and named.ahead != "past" and named.lead not in NO_LIMIT), None)


def _called(page: Page, speech: Speech) -> str:
    """As the text calls a speaker where he speaks: a person by office and name where both are said, a body by its name."""
    span = speech.named or Span(0, 1)
    holder = next(iter(page.within(Holder, Span(span.start, span.start + 1))), None)
    return next(ways(page.text, holder))[1] if holder else span.of(page.text)


def _presides(page: Page) -> str | None:
    """The chair as he is first called with office and name, else the convener, else the body most named."""
    meeting = next((found.what for found in page.all(Meeting)), None)
    if meeting is None or (meeting.chair is None and meeting.convener is None):
        return most_named(page)
    if meeting.chair is None:
        return meeting.convener
    last = meeting.chair.name.rsplit(" ", 1)[-1]
    named = (each for each in page.all(Holder) if each.what.name and each.what.offices)
    whole = (each for each in named if each.what.name and each.what.name.rsplit(" ", 1)[-1] == last)
    return next((called for each in whole for _, called in ways(page.text, each)), meeting.chair.name)
