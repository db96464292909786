"""Decisions to learn from: the candidates a reader would weigh in an annotated text, and which of them its record has chosen."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from giaoban.model import Span
from giaoban.reading.alike import ENOUGH, agreement, alike
from giaoban.reading.choosing import Candidates, Scales
from giaoban.reading.engine import Page
from giaoban.reading.learning import choices
from giaoban.reading.learning.choices import AGAIN, HOLD, Case, Learned, whole
from giaoban.reading.learning.told import known, still_open
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.scenes import Scene, weighed
from giaoban.reading.rules.meeting import chairs, convening
from giaoban.reading.rules.meeting.heard import heard, of_that_day
from giaoban.reading.rules.named.held_on import named_day
from giaoban.reading.syllables import Syllables

Decision = tuple[str, Case]
"""The name of the choice, and the case."""
Told = tuple[Page, dict[str, Any]]
"""A page read as far as the choices need, and its record."""
ROUNDS = 2
"""Rounds of learning: in the first what was decided before is as annotated, in the next as the weights learned so far decide."""
ASKED = ("issuer", "assignee", "deadline")


def learned(texts: Sequence[Told], base: Learned | None = None, hold: float = 1.0, *, closest: bool = False) -> Learned:
    """The weights of all choices, from pages read as far as the choices need, with their records.

    base, hold  see `choices.learned`
    closest     only those candidates are right that agree best, not all that agree: one hand words its names in one way
    """
    met = _learned((each for page, record in texts for each in of_meeting(page, record, closest=closest)), base, hold)
    return _asked(texts, base, hold, closest=closest) | met


def learned_after(written: Sequence[Told], texts: Sequence[Told], own: Learned) -> Learned:
    """The weights of those choices of `choices.AGAIN` that directives ask for: texts of others teach them again after both have.

    own  the weights of all choices that the texts of others teach, by which the other choices are made
    """
    both = _asked([*texts, *written])
    again = _asked(texts, own | {choice: both[choice] for choice in ASKED if choice in AGAIN}, holds=AGAIN)
    return {choice: again[choice] for choice in ASKED if choice in AGAIN}


def _asked(
    texts: Sequence[Told], base: Learned | None = None, hold: float = 1.0, holds: Mapping[str, float] = HOLD, *, closest: bool = False
) -> Learned:
    """Who asks, who acts and by when; what `holds` has nothing of stays that of the base."""
    before = base
    for _ in range(ROUNDS):
        scales = {choice: Scales(each) for choice, each in whole(before).items()} if before else None
        found = (each for page, record in texts for each in of_directives(page, record, scales, closest=closest))
        before = (base or {}) | _learned((each for each in found if each[0] in holds), base, hold, holds)
    return before or {}


def counted(texts: Sequence[Told]) -> dict[str, int]:
    """How many decisions each choice can be learned from."""
    found = Counter(choice for page, record in texts for choice, _ in (*of_meeting(page, record), *of_directives(page, record)))
    return {choice: found[choice] for choice in (*ASKED, "chair", "convener")}


def _learned(decisions: Iterable[Decision], base: Learned | None, hold: float, holds: Mapping[str, float] = HOLD) -> Learned:
    cases: dict[str, list[Case]] = {}
    for choice, each in decisions:
        cases.setdefault(choice, []).append(each)
    return choices.learned(cases, base, hold, holds)


def of_meeting(page: Page, record: dict[str, Any], *, closest: bool = False) -> Iterator[Decision]:
    """Who holds the meeting and who presides; nothing where the text reports none or the reader finds none."""
    meeting, told = record["meeting"], heard(page)
    if not meeting or not told.told:
        return
    on = named_day(page, told.told)
    if known(meeting, "convener"):
        yield "convener", case(convening.candidates(page, of_that_day(told.told, on)), meeting["convener"], closest=closest)
    if known(meeting, "chair"):
        chair = (meeting["chair"] or {}).get("name")
        people = chairs.candidates(page, meeting["convener"], on)
        right = [place for place, (each, _) in enumerate(people) if alike(each.name if each else None, chair)]
        yield "chair", ([list(traits) for _, traits in people], right, 1.0)


def of_directives(
    page: Page, record: dict[str, Any], learned: Mapping[str, Scales] | None = None, *, closest: bool = False
) -> Iterator[Decision]:
    """Who asks, who acts, by when, for each annotated directive, in order; one that nobody decided only stands between the others.

    learned  weights by which the directives before are decided, as in reading; without them they are decided as the record says
    """
    told = sorted((*record["directives"], *still_open(record, "directive")), key=lambda each: (each["span"]["start"], each["span"]["end"]))
    found: list[Decision] = []
    much = len(told) ** -0.5 if told else 0.0
    said: dict[str, Any] = {}

    def choose(choice: str, candidates: Candidates[str | None]) -> str | None:
        if choice in said["looked at"]:
            found.append((choice, case(candidates, said[choice], much, exactly=choice == "deadline", closest=closest)))
        return weighed(choice, candidates, learned[choice]) if learned else said[choice]

    scene = Scene(page, choose)
    for each in told:
        span = Span(each["span"]["start"], each["span"]["end"])
        if clause := clause_of(page, span):
            said.update({choice: each[choice] for choice in ASKED})
            said["looked at"] = [choice for choice in ASKED if "kind" not in each and known(each, choice)]
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


def case(
    candidates: Candidates[str | None], chosen: str | None, much: float = 1.0, *, exactly: bool = False, closest: bool = False
) -> Case:
    """Which candidates are right: those that agree with what the record has chosen, or only those that agree best."""
    shares = [float(each == chosen) if exactly else agreement(each, chosen) for each, _ in candidates]
    least = max(ENOUGH, *shares) if closest and shares else ENOUGH
    return [list(traits) for _, traits in candidates], [place for place, share in enumerate(shares) if share >= least], much
