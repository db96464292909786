"""The scene in which directives stand, as the text moves on: each is given who asks, how firmly, who acts, by when.

What is chosen for one directive speaks for the next: a list under "yêu cầu Sở Xây dựng:" has one issuer and one assignee. Whoever chooses
is handed in: the reader by its weights, the learner by an annotated record.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from giaoban.model import Force, Span
from giaoban.reading.alike import alike
from giaoban.reading.choosing import Candidates, Scales
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses.acting import Actors, Told, actors
from giaoban.reading.rules.clauses.asking import Asked, Voices, askers
from giaoban.reading.rules.clauses.assignees import named_before, next_in_turn
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.forces import promised, put
from giaoban.reading.rules.clauses.frames import Course
from giaoban.reading.rules.clauses.limits import limits
from giaoban.reading.rules.clauses.minutes import asked_by, asker, concluding
from giaoban.reading.rules.clauses.own_limits import outright
from giaoban.reading.rules.clauses.plain import aims_anew, plain_or, plainly
from giaoban.reading.rules.clauses.plans import planner
from giaoban.reading.rules.clauses.times import Due, Times

Choose = Callable[[str, Candidates[str | None]], str | None]
"""From the name of a choice (issuer, assignee, deadline) and its candidates to the one chosen."""


NAMES = frozenset(("issuer", "assignee"))
"""Choices of a name, which may be said in several ways."""


def weighed(choice: str, candidates: Candidates[str | None], scales: Scales) -> str | None:
    """What weights choose."""
    return candidates.likeliest(scales, alike) if choice in NAMES else candidates.best(scales)


def _who_promises(speaker: str | None, chosen: str | None) -> str | None:
    """Who is to do what somebody promises: himself, unless his body was chosen."""
    return speaker if speaker and chosen and not alike(speaker, chosen) else chosen


class Parties(NamedTuple):
    """Who asks, how firmly, who must act, by when."""

    issuer: str | None
    force: Force
    assignee: str | None
    deadline: str | None


class Scene:
    """A page while its directives are passed, in the order of the text."""

    def __init__(self, page: Page, choose: Choose) -> None:
        self.page = page
        self.choose = choose
        self.voices, self.actors, self.times = Voices(page), Actors(page), Times(page)
        self.course = Course(page)
        self.minutes, self.committee = asked_by(page), concluding(page)
        self.asked: Asked | None = None
        self.told: Told | None = None
        self.due: Due | None = None
        self.concluded = 0

    def directive(self, clause: Clause, span: Span, reach: int | None = None) -> Parties:
        """What is chosen for the next directive, which must begin after the one before it; `reach` is where the one after it begins."""
        frame = self.course.to(span.start)
        if frame.concluded > self.concluded:
            self.concluded, self.told = frame.concluded, None
        force, frame.force, said = put(self.page, clause, self.course.reached, frame.force)
        manner = force.value if said else f"as {force.value}"
        named = named_before(self.page, clause)
        self.asked = Asked(span, clause.line, manner, named, self.asked)
        own = asker(self.page, self.minutes, span)
        plans = planner(self.page, span) if force is not Force.ORDER or not said else None
        if plans and not said:
            force = frame.force = Force.PLAN
        self.asked.issuer = own or self.committee or plans or self.choose("issuer", askers(self.voices, self.asked))
        before = self.told
        if own is not None and before is not None and before.issuer != own:
            before = replace(before, assignee=None)
        self.told = Told(clause, span, manner, self.asked.issuer, named, frame.addressed, before)
        self.told.assignee = self.choose("assignee", actors(self.actors, self.told))
        plain = plainly(self.page, clause, before.span if before else None)
        self.told.assignee = plain_or(plain or (None if named else plans), self.told.assignee)
        if before and not (named or plain or plans) and self.told.assignee == before.assignee and aims_anew(clause, before.clause):
            self.told.assignee = None
        if force is Force.PLAN and not named and promised(self.page, clause.line, clause.first, self.course.reached):
            self.told.assignee = _who_promises(self.asked.issuer, self.told.assignee)
        if force is Force.REQUEST and own is not None and self.told.assignee == own:
            self.told.assignee = None
        if named and before and before.clause.line is clause.line and next_in_turn(self.page, span, named, self.told.assignee):
            self.told.assignee = named
        self.due = Due(clause, span, manner, self.due, reach=reach, issuer=self.asked.issuer)
        self.due.limit = outright(self.times, self.due) or self.choose("deadline", limits(self.times, self.due))
        self.course.reached = span.end
        return Parties(self.asked.issuer, force, self.told.assignee, self.due.limit)
