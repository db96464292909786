"""Whether the indicator that a task should move went the way it was to go since the task was given."""

from collections.abc import Iterable, Mapping
from datetime import date

from giaoban.brief.brief import Course, Effect, EffectLine
from giaoban.brief.given import Compared, GivenFigure, GivenTask, Level
from giaoban.brief.movement import alike, course, sign, went

EFFECTS = {Course.BETTER: Effect.WITH, Course.WORSE: Effect.AGAINST, Course.SAME: Effect.UNMOVED, Course.UNKNOWN: Effect.UNKNOWN}


def effects(tasks: Iterable[GivenTask], figures: Iterable[GivenFigure]) -> tuple[EffectLine, ...]:
    """A line for each task with an indicator of which a figure is known; those that moved against it first.

    A link that nobody confirmed makes a line only where there is a figure since the task was given.
    """
    known = {each.indicator: each for each in figures}
    made = [line for task in tasks if (line := _line(task, known))]
    order = (Effect.AGAINST, Effect.UNMOVED, Effect.UNKNOWN, Effect.WITH)
    return tuple(sorted(made, key=lambda line: (order.index(line.effect), line.task.given_on, line.task.key)))


def _line(task: GivenTask, known: Mapping[str, GivenFigure]) -> EffectLine | None:
    expected = task.expected
    figure = known.get(expected.indicator) if expected else None
    if expected is None or figure is None:
        return None
    before, after = _around(figure, task.given_on)
    if after is None and not expected.sure:
        return None
    change = figure.change if figure.months and after else None
    effect = EFFECTS[course(_moved(change, before, after), expected.direction)]
    return EffectLine(task, figure.indicator, figure.name, effect, before, after, expected.sure, change)


def _around(figure: GivenFigure, given_on: date) -> tuple[Level | None, Level | None]:
    """The last level that was reported by that day, and the latest one if it was reported after it.

    What comes together over a year is only set against as many months.
    """
    after = figure.latest if figure.latest.reported_on > given_on else None
    fitting = (each for each in figure.earlier if not figure.months or alike(each, figure.latest))
    before = max((each for each in fitting if each.reported_on <= given_on), key=lambda each: each.reported_on, default=None)
    return before if after else before or figure.latest, after


def _moved(change: Compared | None, before: Level | None, after: Level | None) -> int | None:
    """Which way the indicator went: by the change told of the later figure, else by comparing the two figures."""
    if change:
        return sign(change.quantity)
    return went(before.quantity, after.quantity) if before and after else None
