"""The tasks of a brief where they stand: repeated ones first, then overdue, due soon and undated; and the leads that say nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from giaoban.brief.brief import AskedLine, Silent, TaskLine
from giaoban.brief.given import GivenTask
from giaoban.directives.counting import LEFT, Kind, due_soon, kind, overdue_days, reported
from giaoban.directives.repetition.repetition import Earlier

SILENT = 30
"""Days without a word from which a lead is silent."""
ORDER = (Kind.OVERDUE, Kind.IN_TIME, Kind.WAITING, Kind.UNDATED, Kind.LATE, Kind.ON_TIME)


def with_repeats(tasks: Iterable[GivenTask]) -> tuple[GivenTask, ...]:
    """The tasks in the order of their meetings, each with those of earlier meetings that surely asked the same by their wording."""
    ordered = sorted(tasks, key=lambda task: task.given_on)
    wordings = [task.wording for task in ordered]
    return tuple(
        replace(
            task, repeats=tuple(ordered[each.at].key for each in found if each.repeat.sure and ordered[each.at].given_on < task.given_on)
        )
        for task, found in zip(ordered, Earlier(wordings).asked_all(wordings), strict=True)
    )


def lines(tasks: Sequence[GivenTask], on: date) -> tuple[TaskLine, ...]:
    """A line for each task that counts on that day, except those that a later one asks again: they stand with it."""
    known = {task.key: task for task in tasks}
    asked = _with_siblings({task.key: _asked_before(task, known) for task in tasks}, known)
    again = {each.key for task in tasks if kind(task.standing, on) for each in asked[task.key]}
    made = [_line(task, its, on, asked[task.key]) for task in tasks if task.key not in again and (its := kind(task.standing, on))]
    return tuple(sorted(made, key=_order))


def _asked_before(task: GivenTask, known: Mapping[str, GivenTask]) -> list[GivenTask]:
    """The earlier tasks that it repeats, and those that they repeat in turn, the first one first."""
    found: dict[str, GivenTask] = {}
    waiting = [task]
    while waiting:
        later = waiting.pop()
        for key in later.repeats:
            if key in known and key not in found and known[key].given_on < later.given_on:
                found[key] = known[key]
                waiting.append(known[key])
    return sorted(found.values(), key=lambda each: (each.given_on, each.key))


def _with_siblings(asked: Mapping[str, Sequence[GivenTask]], known: Mapping[str, GivenTask]) -> dict[str, list[GivenTask]]:
    """Each with those between that ask again what it asks again, too: in August and in November what was first asked in May."""
    again: dict[str, list[GivenTask]] = defaultdict(list)
    for key, earlier in asked.items():
        for each in earlier:
            again[each.key].append(known[key])
    found: dict[str, list[GivenTask]] = {}
    for key, earlier in asked.items():
        between = {each.key: each for first in earlier for each in again[first.key] if each.given_on < known[key].given_on}
        told = {each.key: each for each in earlier} | between
        found[key] = sorted(told.values(), key=lambda each: (each.given_on, each.key))
    return found


def _line(task: GivenTask, its: Kind, on: date, asked: Iterable[GivenTask]) -> TaskLine:
    told = (
        AskedLine(each.key, each.given_on, each.wording, each.standing.state, each.standing.deadline, each.result, each.source)
        for each in asked
    )
    return TaskLine(task, its, overdue_days(task.standing, on), due_soon(task.standing, on), tuple(told))


def _order(line: TaskLine) -> tuple[object, ...]:
    deadline = line.task.standing.deadline or date.max
    return not line.open, -line.times, ORDER.index(line.kind), deadline, line.task.given_on, line.task.key


def silent(tasks: Iterable[GivenTask], on: date) -> tuple[Silent, ...]:
    """The leads that have said nothing of any open task for `SILENT` days since they were told of it, the longest silence first.

    What they reported as done waits for others.
    """
    by_lead: dict[str, list[GivenTask]] = defaultdict(list)
    for task in tasks:
        if task.lead and kind(task.standing, on) in LEFT and not reported(task.standing):
            by_lead[task.lead].append(task)
    found = [_silence(lead, several, on) for lead, several in by_lead.items()]
    return tuple(sorted((each for each in found if each.days >= SILENT), key=lambda each: (-each.days, each.lead)))


def _silence(lead: str, tasks: Sequence[GivenTask], on: date) -> Silent:
    heard = max((task.heard_on for task in tasks if task.heard_on), default=None)
    since = heard or min(max(task.given_on, task.told_on or task.given_on) for task in tasks)
    return Silent(lead, len(tasks), (on - since).days, heard, tuple(dict.fromkeys(task.source for task in tasks)))
