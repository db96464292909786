"""How an unclear directive could be completed from what is known. Nothing is filled in: a person takes a suggestion or leaves it.

`leads.tsv` names the department that leads a field in a province since the reorganisation of March 2025 (Decree 45/2025/NĐ-CP and the
provinces' own decisions differ in detail): general knowledge, unverified, to be replaced by an office's own list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from giaoban.directives.clarity import Clarity, Degree, Verdict
from giaoban.directives.limits import day_named, limits, said_of
from giaoban.directives.limits_undated import ended, undated
from giaoban.directives.phrases import SYLLABLE
from giaoban.directives.task import Task
from giaoban.ledger.periods import canonical
from giaoban.model import Period, Topic
from giaoban.reference.folding import fold
from giaoban.reference.indicators import Direction, Nature, catalogue
from giaoban.reference.tables import table

SINCE = "từ"
"""Before a day on which the work only begins."""
BEFORE = frozenset(["ty", "le", "so", "tong", "toc", "do", "muc"])
"""Syllables that stand before what an indicator is about."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion for one clarity: the code of its message and the values it names."""

    clarity: Clarity
    code: str
    values: Mapping[str, str]


def suggestions(
    task: Task, verdicts: Sequence[Verdict], *, on: date | None = None, issuer: str | None = None, leads: Mapping[Topic, str] | None = None
) -> tuple[Suggestion, ...]:
    """What could complete each verdict that is not clear, as far as anything is known.

    on      the day on which it is written; without it no day is suggested
    issuer  who gave the directive
    leads   the office's own list of who leads which field
    """
    unclear = {each.clarity for each in verdicts if each.degree is not Degree.CLEAR}
    known = {
        Clarity.PERSON: _lead(task, leads or usual_leads()),
        Clarity.TIME: _time_said(task) or _time_on(task, on),
        Clarity.PRODUCT: _measure(task),
        Clarity.AUTHORITY: _said("suggest-authority", issuer=issuer) if issuer and not _is_lead(issuer, task.lead) else None,
    }
    return tuple(Suggestion(clarity, *told) for clarity, told in known.items() if told and clarity in unclear)


def _is_lead(issuer: str, lead: str | None) -> bool:
    """Whether who gives it is read as who does it: nobody accepts his own work."""
    one, two = fold(issuer), fold(lead or issuer)
    return bool(lead) and (one.startswith(two) or two.startswith(one))


@cache
def usual_leads() -> Mapping[Topic, str]:
    """Who usually leads which field in a province."""
    return MappingProxyType(dict(table("giaoban.directives", "leads.tsv", lambda topic, body: (Topic(topic), body))))


def _lead(task: Task, leads: Mapping[Topic, str]) -> tuple[str, Mapping[str, str]] | None:
    body = leads.get(task.topic)
    return _said("suggest-lead", body=body) if body else None


def _time_said(task: Task) -> tuple[str, Mapping[str, str]] | None:
    """The last day of what the words themselves name as its limit, the last named where there are several; else the day that they name."""
    day = day_named(task.wording)
    named = said_of(task.wording, task.worded) or (() if day.lower().startswith(SINCE) else limits(day, alone=True))
    return _said("suggest-time-said", deadline=named[-1].last.strftime("%d/%m/%Y")) if named else None


def _time_on(task: Task, on: date | None) -> tuple[str, Mapping[str, str]] | None:
    """The day that a length of time leads to; none before something whose day is not known; else when the next report is usual."""
    words = task.worded or undated(task.wording)
    if on and (last := ended(words, on)):
        return _said("suggest-time-within", deadline=last.strftime("%d/%m/%Y"))
    return None if words or limits(day_named(task.wording), alone=True) else _time(on)


def _time(on: date | None) -> tuple[str, Mapping[str, str]] | None:
    """The end of the quarter, or of the next one where less than a month is left."""
    if on is None:
        return None
    quarter = 4 * on.year + (on.month - 1) // 3
    for each in (quarter, quarter + 1):
        year, number = divmod(each, 4)
        end = canonical(Period.parse(f"{year}-Q{number + 1}")).end_on
        if (end - on).days >= 30:
            return _said("suggest-time", deadline=end.strftime("%d/%m/%Y"))
    return None


def indicator_named(wording: str) -> str | None:
    """The id of the indicator whose name, without "tỷ lệ" and the like, stands in the wording; of several the longest name."""
    told = f" {' '.join(words(wording))} "
    named = [(core, key) for key, core in _cores() if f" {core} " in told]
    return max(named, key=lambda each: len(each[0]))[1] if named else None


def _measure(task: Task) -> tuple[str, Mapping[str, str]] | None:
    named = indicator_named(task.wording)
    if named is None:
        return None
    row = catalogue()[named]
    return _said("suggest-measure", indicator=row.name, unit=row.unit)


def words(text: str) -> list[str]:
    """The folded syllables of a text."""
    return [each.lower() for each in SYLLABLE.findall(fold(text))]


@cache
def _cores() -> tuple[tuple[str, str], ...]:
    """Every indicator with each of its names, folded and without the words before its head.

    Single syllables are left out, and so are counts that no work is to move, as of households.
    """
    found = []
    for key, row in catalogue().items():
        if row.direction is Direction.NEUTRAL and row.nature is not Nature.RATIO:
            continue
        for name in row.names:
            core = words(name)
            while core and core[0] in BEFORE:
                core = core[1:]
            if len(core) > 1:
                found.append((key, " ".join(core)))
    return tuple(found)


def _said(code: str, **values: str) -> tuple[str, Mapping[str, str]]:
    return code, MappingProxyType(values)
