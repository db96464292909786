"""Questions worth asking, each with its reason and its sources, by the rules of `questions.tsv`.

weight  which come first; within a rule the greater measure does (days overdue, times asked)
from    the least measure at which the rule asks
most    questions of the rule among the first ones: the others come after those of all rules
known   followed: only where is known what became of the tasks; unfollowed: only where it is not
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from giaoban.brief.brief import Brief, Course, Effect, Question, TaskLine
from giaoban.brief.given import Level
from giaoban.brief.lines import Said, Sentence, Source, distinct
from giaoban.directives.counting import Kind
from giaoban.ledger.discrepancies import Severity
from giaoban.messages.printed import Moved

FIRST = 7
"""Questions on the first page at most."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    name: str
    weight: int
    least: int
    most: int
    known: str

    def holds(self, followed: bool) -> bool:
        return self.known == "any" or (self.known == "followed") == followed


@dataclass(frozen=True, slots=True)
class _Found:
    """What a rule found: about what, by what measure, with the values of its two sentences; `because` where the reason is said already.

    also  what else need not be asked about then
    """

    about: str
    measure: int
    values: Mapping[str, Said]
    sources: tuple[Source | None, ...]
    because: Sentence | None = None
    also: tuple[str, ...] = ()


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, the weightiest first."""
    rows = (line.split("\t") for line in files("giaoban.brief").joinpath("questions.tsv").read_text("utf-8").splitlines()[1:])
    made = [Rule(name, int(weight), int(least), int(most), known) for name, weight, least, most, known in rows]
    return tuple(sorted(made, key=lambda rule: -rule.weight))


def questions(brief: Brief) -> tuple[Question, ...]:
    """Everything worth asking, the weightiest first, one question about each thing; the first seven are of several rules."""
    asked: list[Question] = []
    spoken_of: set[str] = set()
    for rule in rules():
        if rule.holds(brief.given.followed):
            found = (each for each in FINDERS[rule.name](brief) if each.measure >= rule.least)
            for each in sorted(found, key=lambda one: (-one.measure, one.about)):
                if each.about not in spoken_of:
                    asked.append(_question(rule, each))
                    spoken_of |= {each.about, *each.also}
    return tuple(_mixed(asked))


def _question(rule: Rule, found: _Found) -> Question:
    values = tuple(found.values.items())
    because = found.because or Sentence(f"brief-because-{rule.name}", values)
    return Question(rule.name, found.about, Sentence(f"brief-ask-{rule.name}", values), because, distinct(found.sources))


def _mixed(ordered: Iterable[Question]) -> Iterator[Question]:
    """At most so many of a rule before those of all rules have come."""
    most = {rule.name: rule.most for rule in rules()}
    counted: Counter[str] = Counter()
    later = []
    for each in ordered:
        counted[each.rule] += 1
        if counted[each.rule] > most[each.rule]:
            later.append(each)
        else:
            yield each
    yield from later


def _repeated(brief: Brief) -> Iterator[_Found]:
    for line in _open(brief):
        days = ", ".join(_month(each.given_on) for each in line.asked)
        values = _values(what=line.task.wording, times=line.times, days=days, now=_month(line.task.given_on), lead=line.task.lead)
        yield _Found(line.task.key, line.times, values, (line.task.source, *(each.source for each in line.asked)))


def _overdue(brief: Brief) -> Iterator[_Found]:
    for line in _open(brief):
        yield from _dated(line, line.overdue)


def _fallen_due(brief: Brief) -> Iterator[_Found]:
    for line in _open(brief):
        if line.kind is Kind.OVERDUE:
            yield from _dated(line, line.overdue)


def _dated(line: TaskLine, measure: int) -> Iterator[_Found]:
    if deadline := line.task.standing.deadline:
        values = _values(what=line.task.wording, days=line.overdue, deadline=deadline, given=line.task.given_on, lead=line.task.lead)
        yield _Found(line.task.key, measure, values, (line.task.source,))


def _against(brief: Brief) -> Iterator[_Found]:
    for each in brief.effects:
        if each.effect is not Effect.AGAINST or each.after is None:
            continue
        told = _values(what=each.task.wording, indicator=each.name, figure=each.after.quantity, period=_when(each.after))
        sources = (each.task.source, each.after.source, each.before.source if each.before else None)
        also = (each.indicator,)
        if each.change:
            yield _Found(each.task.key, 1, {**told, "moved": Moved(each.change.quantity)}, sources, also=also)
        elif each.before:
            because = _than("brief-because-against-than", told, each.before)
            yield _Found(each.task.key, 1, told, sources, because, also)


def _contradiction(brief: Brief) -> Iterator[_Found]:
    for each in brief.discrepancies:
        if each.severity is Severity.CONTRADICTION:
            indicator = dict(each.sentence.values).get("indicator", "")
            yield _Found(each.sentence.say(), 1, _values(indicator=indicator), each.sources, because=each.sentence)


def _behind(brief: Brief) -> Iterator[_Found]:
    for each in brief.figures:
        if each.behind and each.figure.attained:
            attained, latest = each.figure.attained, each.figure.latest
            values = _values(indicator=each.figure.name, share=attained.quantity, months=each.figure.months, figure=latest.quantity)
            yield _Found(each.figure.indicator, each.behind, values, (latest.source, *attained.sources))


def _worse(brief: Brief) -> Iterator[_Found]:
    for each in brief.figures:
        if each.course is not Course.WORSE:
            continue
        latest, change = each.figure.latest, each.figure.change
        told = _values(indicator=each.figure.name, figure=latest.quantity, period=_when(latest))
        if change:
            yield _Found(each.figure.indicator, 1, {**told, "moved": Moved(change.quantity)}, (latest.source, *change.sources))
        elif before := each.figure.against:
            because = _than("brief-because-worse-than", told, before)
            yield _Found(each.figure.indicator, 1, told, (latest.source, before.source), because)


def _than(code: str, told: Mapping[str, Said], before: Level) -> Sentence:
    return Sentence(code, (*told.items(), ("before", before.quantity), ("then", _when(before))))


def _named_again(brief: Brief) -> Iterator[_Found]:
    for each in brief.unanswered:
        values = _values(what=each.wording, times=len(each.said_on), days=", ".join(map(_month, each.said_on)))
        yield _Found(each.wording, len(each.said_on), values, each.sources)


def _silent(brief: Brief) -> Iterator[_Found]:
    for each in brief.silent:
        yield _Found(each.lead, each.days, _values(lead=each.lead, days=each.days, open=each.open), each.sources[:2])


def _undated(brief: Brief) -> Iterator[_Found]:
    first = next((line.task.source for line in _open(brief) if line.kind is Kind.UNDATED), None)
    undated = brief.count.of(Kind.UNDATED)
    yield _Found("undated", undated, _values(count=undated, all=brief.count.left), (first,))


def _open(brief: Brief) -> Iterator[TaskLine]:
    return (line for line in brief.tasks if line.open)


def _values(**values: Said) -> Mapping[str, Said]:
    return values


def _month(day: date) -> str:
    return f"{day:%m/%Y}"


def _when(level: Level) -> Said:
    return level.period or level.reported_on


Finder = Callable[[Brief], Iterator[_Found]]
FINDERS: Mapping[str, Finder] = MappingProxyType(
    {
        "repeated": _repeated,
        "overdue": _overdue,
        "against": _against,
        "contradiction": _contradiction,
        "behind": _behind,
        "named-again": _named_again,
        "silent": _silent,
        "worse": _worse,
        "fallen-due": _fallen_due,
        "shortcoming": _named_again,
        "undated": _undated,
    }
)
"""What each rule of the table looks at."""
