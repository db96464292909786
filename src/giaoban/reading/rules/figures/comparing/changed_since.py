"""Changes told in a sentence of their own: comparisons of the figures of the sentence before.

    "… xảy ra 12 vụ, làm chết 5 người. So với cùng kỳ, giảm 3 vụ, tăng 1 người chết."   12 vụ: -3 vụ; 5 người: +1 người; same_period

What must and must not be read: corpus/comparisons.tsv.
"""

from dataclasses import replace

from giaoban.model import Comparison, Found, Measure, Observation, Period
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.beginnings import begins_as_usual
from giaoban.reading.rules.figures.comparing.said_bases import led_by

IN_TURN, TOLD_WITHIN = "lần lượt", 8
OPENED_BY = 2
"""Items at the start of a sentence in which it says that it compares."""
LED_BY = 5

Finds = list[Found[Observation]]


def joined(before: Finds, made: Finds, row: list[Item]) -> tuple[Finds, Finds]:
    """The figures of the sentence before, with the changes that this one tells of them; and those of this one that are left."""
    if not before or not made or not compares(row):
        return before, made
    if any(item.text.startswith(IN_TURN) for item in row[:TOLD_WITHIN]) and (told := _in_turn(before, made, row)):
        return told, []
    held, left = list(before), []
    for each in made:
        at = _of(held, each.what)
        if at is None:
            left.append(each)
        else:
            held[at] = _with(held[at], each.what, row)
    return held, left


def _in_turn(before: Finds, made: Finds, row: list[Item]) -> Finds:
    """The figures before, each with its own of as many changes told in turn; none where the numbers differ."""
    levels = [at for at, each in enumerate(before) if each.what.measure is Measure.LEVEL][-len(made) :]
    if len(levels) != len(made) or any(each.what.measure is not Measure.CHANGE for each in made):
        return []
    held = list(before)
    for at, change in zip(levels, made, strict=True):
        held[at] = _with(held[at], change.what, row)
    return held


def compares(row: list[Item]) -> bool:
    """Whether a sentence opens with what it compares with."""
    return any(Cue.VERSUS in item.means for item in row[:OPENED_BY])


def _of(held: Finds, change: Observation) -> int | None:
    """Which figure has changed: one of the same unit, whose name shares most words; none where the change has a name of its own."""
    if change.measure is not Measure.CHANGE or change.quantity.unit == "%" or begins_as_usual(change.indicator):
        return None
    alike = [
        (len(_words(each.what) & _words(change)), -at)
        for at, each in enumerate(held)
        if each.what.quantity.unit == change.quantity.unit and each.what.measure is Measure.LEVEL
    ]
    return -max(alike)[1] if alike else None


def _words(what: Observation) -> set[str]:
    return set(what.indicator.lower().split())


def _with(found: Found[Observation], change: Observation, row: list[Item]) -> Found[Observation]:
    what, quantity = found.what, change.quantity
    base = led_by(row, Period.parse(what.period) if what.period else None, LED_BY)
    first = Comparison(Measure.CHANGE, quantity.value, quantity.unit, quantity.bound, base)
    more = tuple(replace(each, base=each.base or base) for each in change.comparisons)
    return Found(replace(what, comparisons=(*what.comparisons, first, *more)), found.span, found.rule, found.confidence)
