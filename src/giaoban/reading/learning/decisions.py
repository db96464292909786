"""Decisions to learn from: the candidates a reader would weigh in an annotated text, and which of them its record has chosen."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from giaoban.model import Span
from giaoban.reading.alike import alike
from giaoban.reading.choosing import Candidates, Scales
from giaoban.reading.engine import Page
from giaoban.reading.learning.choices import Case
from giaoban.reading.rules import chairs, convening
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.rules.scenes import Scene, weighed
from giaoban.reading.rules.witnesses import heard
from giaoban.reading.syllables import Syllables

Decision = tuple[str, Case]
"""The name of the choice, and the case."""


def of_meeting(page: Page, record: dict[str, Any]) -> Iterator[Decision]:
    """Who holds the meeting and who presides; nothing where the text reports none or the reader finds none."""
    meeting, told = record["meeting"], heard(page)
    if not meeting or not told.told:
        return
    yield "convener", case(convening.candidates(page, told.spans), meeting["convener"])
    chair = (meeting["chair"] or {}).get("name")
    people = chairs.candidates(page, meeting["convener"])
    right = [place for place, (each, _) in enumerate(people) if alike(each.name if each else None, chair)]
    yield "chair", ([list(traits) for _, traits in people], right, 1.0)


def of_directives(page: Page, record: dict[str, Any], learned: Mapping[str, Scales] | None = None) -> Iterator[Decision]:
    """Who asks, who acts, by when, for each annotated directive, in order.

    learned  weights by which the directives before are decided, as in reading; without them they are decided as the record says
    """
    told = sorted(record["directives"], key=lambda each: (each["span"]["start"], each["span"]["end"]))
    found: list[Decision] = []
    much = len(told) ** -0.5 if told else 0.0
    said: dict[str, str | None] = {}

    def choose(choice: str, candidates: Candidates[str | None]) -> str | None:
        found.append((choice, case(candidates, said[choice], much, exactly=choice == "deadline")))
        return weighed(choice, candidates, learned[choice]) if learned else said[choice]

    scene = Scene(page, choose)
    for each in told:
        span = Span(each["span"]["start"], each["span"]["end"])
        if clause := clause_of(page, span):
            said.update({choice: each[choice] for choice in ("issuer", "assignee", "deadline")})
            scene.directive(clause, span)
    yield from found


def clause_of(page: Page, span: Span) -> Clause | None:
    """The clause that an annotated span is; None where no sentence holds its start."""
    lines = page.all(Syllables)
    place = bisect_right([found.span.end for found in lines], span.start)
    if place == len(lines) or lines[place].span.start > span.start:
        return None
    line = lines[place].what
    first, last = bisect_left(line.starts, span.start), bisect_left(line.ends, span.end)
    return Clause(None, line, min(first, len(line.words) - 1), tuple(line.words[first : last + 1]))


def case(candidates: Candidates[str | None], chosen: str | None, much: float = 1.0, *, exactly: bool = False) -> Case:
    """Which candidates are right: those that agree with what the record has chosen."""
    same = (lambda each: each == chosen) if exactly else (lambda each: alike(each, chosen))
    return [list(traits) for _, traits in candidates], [place for place, (each, _) in enumerate(candidates) if same(each)], much
