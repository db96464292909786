"""What is worth asking about: the grounds that each rule of `questions.tsv` finds in a brief, measured, with what its sentences name."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from itertools import islice
from types import MappingProxyType

from giaoban.brief.brief import Brief, Course, Effect, TaskLine
from giaoban.brief.given import Level
from giaoban.brief.lines import Said, Sentence, Source
from giaoban.directives.counting import Kind, reported
from giaoban.ledger.discrepancies import Severity
from giaoban.messages.printed import Moved
from giaoban.reference.folding import fold

SLIP = "unit-slip"
"""How the codes of figures begin whose unit or comma is doubted."""
CITED = 3
"""Tasks without a deadline that the question about them is sourced by; all of them stand in the annex."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for a question: about what, by what measure, with the values of its sentences; `because` where the reason is said already.

    also  what else need not be asked about then
    led   the question names who leads: there are several whom the chair could ask
    of    the tasks that it speaks of together: it is not asked where each of them is asked about already
    """

    about: str
    measure: int
    values: Mapping[str, Said]
    sources: tuple[Source | None, ...]
    because: Sentence | None = None
    also: tuple[str, ...] = ()
    led: bool = False
    of: tuple[str, ...] = ()

    def new(self, spoken_of: Set[str]) -> bool:
        """Whether none of what it is about was spoken of."""
        return spoken_of.isdisjoint({self.about, *self.also}) and not (self.of and set(self.of) <= spoken_of)


def _repeated(brief: Brief) -> Iterator[Ground]:
    several = brief.several_lead
    for line in _open(brief):
        days = ", ".join(_month(each.given_on) for each in line.asked)
        values = _values(what=line.task.wording, times=line.times, days=days, now=_month(line.task.given_on), lead=line.task.lead)
        sources = (line.task.source, *(each.source for each in line.asked))
        yield Ground(line.task.key, line.times, values, sources, led=several and bool(line.task.lead))


def _overdue(brief: Brief) -> Iterator[Ground]:
    several = brief.several_lead
    for line in _open(brief):
        if not reported(line.task.standing):
            yield from _dated(line, several)


def _unaccepted(brief: Brief) -> Iterator[Ground]:
    several = brief.several_lead
    for line in _open(brief):
        if (day := line.task.standing.reported_on) and reported(line.task.standing):
            days = (brief.given.on - day).days
            values = _values(what=line.task.wording, days=days, reported=day, lead=line.task.lead)
            yield Ground(line.task.key, days, values, (line.task.source,), led=several and bool(line.task.lead))


def _fallen_due(brief: Brief) -> Iterator[Ground]:
    several = brief.several_lead
    for line in _open(brief):
        if line.kind is Kind.OVERDUE:
            yield from _dated(line, several)


def _dated(line: TaskLine, several: bool) -> Iterator[Ground]:
    if deadline := line.task.standing.deadline:
        values = _values(what=line.task.wording, days=line.overdue, deadline=deadline, given=line.task.given_on, lead=line.task.lead)
        yield Ground(line.task.key, line.overdue, values, (line.task.source,), led=several and bool(line.task.lead))


def _against(brief: Brief) -> Iterator[Ground]:
    """Of several tasks that should move one indicator, the one that a person linked is asked about first, then one whose words name it."""
    several, doubted = brief.several_lead, _doubted(brief)
    for each in brief.effects:
        if each.effect is not Effect.AGAINST or each.after is None or each.name in doubted:
            continue
        lead, led = each.task.lead, several and bool(each.task.lead)
        told = _values(what=each.task.wording, indicator=each.name, figure=each.after.quantity, period=_when(each.after), lead=lead)
        sources = (each.task.source, each.after.source, each.before.source if each.before else None)
        also, near = (each.indicator,), 1 + 2 * each.sure + (fold(each.name) in fold(each.task.wording))
        if each.change:
            yield Ground(each.task.key, near, {**told, "moved": Moved(each.change.quantity)}, sources, also=also, led=led)
        elif each.before:
            because = _than("brief-because-against-than", told, each.before)
            yield Ground(each.task.key, near, told, sources, because, also, led)


def _contradiction(brief: Brief) -> Iterator[Ground]:
    for each in brief.discrepancies:
        if each.severity is Severity.CONTRADICTION or each.sentence.code.startswith(SLIP):
            indicator = dict(each.sentence.values).get("indicator", "")
            yield Ground(each.sentence.say(), 1, _values(indicator=indicator), each.sources, because=each.sentence)


def _doubted(brief: Brief) -> Set[Said]:
    """Names of what has a figure that would be right with its comma elsewhere: nobody is asked why it got worse."""
    return {dict(each.sentence.values).get("indicator", "") for each in brief.discrepancies if each.sentence.code.startswith(SLIP)}


def _behind(brief: Brief) -> Iterator[Ground]:
    doubted = _doubted(brief)
    for each in brief.figures:
        if each.behind and each.figure.attained and each.figure.name not in doubted:
            attained, latest = each.figure.attained, each.figure.latest
            values = _values(indicator=each.figure.name, share=attained.quantity, months=each.figure.months, figure=latest.quantity)
            itself = Sentence("brief-because-behind-itself", tuple(values.items())) if attained.quantity == latest.quantity else None
            yield Ground(each.figure.indicator, each.behind, values, (latest.source, *attained.sources), itself)


def _worse(brief: Brief) -> Iterator[Ground]:
    doubted = _doubted(brief)
    for each in brief.figures:
        if each.course is not Course.WORSE or each.figure.name in doubted:
            continue
        latest, change = each.figure.latest, each.figure.change
        told = _values(indicator=each.figure.name, figure=latest.quantity, period=_when(latest))
        if change:
            yield Ground(each.figure.indicator, 1, {**told, "moved": Moved(change.quantity)}, (latest.source, *change.sources))
        elif before := each.figure.against:
            because = _than("brief-because-worse-than", told, before)
            yield Ground(each.figure.indicator, 1, told, (latest.source, before.source), because)


def _than(code: str, told: Mapping[str, Said], before: Level) -> Sentence:
    return Sentence(code, (*told.items(), ("before", before.quantity), ("then", _when(before))))


def _named_again(brief: Brief) -> Iterator[Ground]:
    for each in brief.unanswered:
        values = _values(what=each.wording, times=len(each.said_on), days=", ".join(map(_month, each.said_on)))
        yield Ground(each.wording, len(each.said_on), values, each.sources)


def _silent(brief: Brief) -> Iterator[Ground]:
    for each in brief.silent:
        of = tuple(line.task.key for line in _open(brief) if line.task.lead == each.lead and not reported(line.task.standing))
        yield Ground(each.lead, each.days, _values(lead=each.lead, days=each.days, open=each.open), each.sources[:2], of=of)


def _undated(brief: Brief) -> Iterator[Ground]:
    first = islice((line.task.source for line in _open(brief) if line.kind is Kind.UNDATED), CITED)
    undated = brief.count.of(Kind.UNDATED)
    yield Ground("undated", undated, _values(count=undated, all=brief.count.left), tuple(first))


def _open(brief: Brief) -> Iterator[TaskLine]:
    return (line for line in brief.tasks if line.open)


def _values(**values: Said) -> Mapping[str, Said]:
    return values


def _month(day: date) -> str:
    return f"{day:%m/%Y}"


def _when(level: Level) -> Said:
    return level.period or level.reported_on


Finder = Callable[[Brief], Iterator[Ground]]
FINDERS: Mapping[str, Finder] = MappingProxyType(
    {
        "repeated": _repeated,
        "overdue": _overdue,
        "unaccepted": _unaccepted,
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
