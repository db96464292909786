"""Whether an indicator moved since a task was given is told by the two figures around that day, and by no others."""

from datetime import date

import pytest

from giaoban.brief.brief import Effect
from giaoban.brief.effects import effects
from giaoban.brief.given import Expected, GivenFigure
from giaoban.model import Bound
from giaoban.reference.indicators import Direction
from tests.core.brief.made import SECOND, change, level, task

BEFORE, AFTER, LATER = date(2021, 3, 1), date(2021, 7, 1), date(2021, 9, 1)
THEN = level("2021-02", "10", on=BEFORE)
HALF, YEAR_BEFORE = level("2021-H1", "12", on=LATER), level("2020-H1", "10", on=BEFORE)


def asked(key="t", *, on=SECOND, sure=True, indicator="x", direction=Direction.HIGHER):
    return task(key, "Tăng thu", on=on, expected=Expected(indicator, direction, sure))


def figure(latest, *earlier, **more):
    return GivenFigure("x", "Chỉ tiêu", more.pop("direction", Direction.HIGHER), latest, earlier=earlier, **more)


def around(line):
    return tuple(f"{each.quantity.value}" if each else "-" for each in (line.before, line.after))


@pytest.mark.parametrize(
    ("shown", "effect", "levels"),
    [
        (figure(level("2021-08", "12", on=LATER), THEN), Effect.WITH, ("10", "12")),
        (figure(level("2021-08", "8", on=LATER), THEN), Effect.AGAINST, ("10", "8")),
        (figure(level("2021-08", "10", on=LATER), THEN), Effect.UNMOVED, ("10", "10")),
        (figure(level("2021-08", "10", on=LATER, bound=Bound.OVER), THEN), Effect.UNKNOWN, ("10", "10")),
        (figure(level("2021-08", "12", on=LATER)), Effect.UNKNOWN, ("-", "12")),
        (figure(level("2021-05", "12", on=SECOND), THEN), Effect.UNKNOWN, ("10", "-")),
        (figure(THEN), Effect.UNKNOWN, ("10", "-")),
        (figure(level("2021-08", "12", on=LATER), level("2020", "7", on=date(2021, 1, 5)), THEN), Effect.WITH, ("10", "12")),
        (figure(level("2021-08", "12", on=LATER), THEN, level("2021-06", "15", on=AFTER)), Effect.WITH, ("10", "12")),
        (figure(level("2021-08", "12", on=LATER), level("2021-05", "10", on=SECOND)), Effect.WITH, ("10", "12")),
        (figure(HALF, level("2020", "30", on=BEFORE), months=6), Effect.UNKNOWN, ("-", "12")),
        (figure(HALF, YEAR_BEFORE, months=6), Effect.WITH, ("10", "12")),
        (figure(HALF, YEAR_BEFORE, months=6, change=change("-4")), Effect.AGAINST, ("10", "12")),
        (figure(level("2021-08", "12", on=LATER), THEN, change=change("-4")), Effect.WITH, ("10", "12")),
        (figure(level("2021-H1", "12", on=BEFORE), months=6, change=change("-4")), Effect.UNKNOWN, ("12", "-")),
    ],
)  # fmt: skip
def test_an_indicator_is_set_against_what_was_known_when_the_task_was_given(shown, effect, levels):
    (line,) = effects([asked()], [shown])
    assert (line.effect, around(line)) == (effect, levels)


@pytest.mark.parametrize(
    ("asking", "told"),
    [
        (asked(), True),
        (asked(indicator="y"), False),
        (task("t", "Tăng thu", on=SECOND), False),
        (asked(sure=False), True),
        (asked(sure=False, on=LATER), False),
        (asked(on=LATER), True),
    ],
)
def test_a_link_that_nobody_confirmed_is_told_only_with_a_figure_since(asking, told):
    assert bool(effects([asking], [figure(level("2021-08", "12", on=LATER), THEN)])) is told


def test_what_moved_against_a_task_comes_first_then_the_older_task():
    falling = figure(level("2021-08", "8", on=LATER), THEN)
    rising = GivenFigure("y", "Khác", Direction.HIGHER, level("2021-08", "12", on=LATER), earlier=(THEN,))
    asking = [asked("c", indicator="y"), asked("b"), asked("d"), asked("a", on=date(2021, 3, 2), indicator="y")]
    assert [line.task.key for line in effects(asking, [falling, rising])] == ["b", "d", "a", "c"]


def test_less_is_better_where_the_indicator_should_fall():
    (line,) = effects([asked(direction=Direction.LOWER)], [figure(level("2021-08", "8", on=LATER), THEN)])
    assert line.effect is Effect.WITH
