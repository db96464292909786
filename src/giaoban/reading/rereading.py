"""What of a text is read otherwise once the day of its meeting is known: the periods, comparisons and deadlines that are counted by it.

"trước 30/6", the meeting held on 12 March 2020    2020-06-30 where there was no deadline
"""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from giaoban.model import Directive, Document, Found, Observation
from giaoban.reading.reader import read
from giaoban.reading.weights import SHIPPED, Weights

Thing = TypeVar("Thing")
Counted = Found[Observation] | Found[Directive]


def reread(document: Document, held_on: date, weights: Weights = SHIPPED) -> tuple[tuple[Counted, Counted], ...]:
    """Each figure and directive that says another time then: as it is read, and as it would be; all else of it stays as read."""
    before, after = read(document, weights), read(document, weights, spoken_on=held_on)
    figures = {_figure(found): found.what for found in after.observations}
    asked = {found.span: found.what for found in after.directives}
    pairs: list[tuple[Counted, Counted]] = [
        *((found, _saying(found, _as_of(found.what, figures.get(_figure(found))))) for found in before.observations),
        *((found, _saying(found, _due(found.what, asked.get(found.span)))) for found in before.directives),
    ]
    return tuple((old, new) for old, new in sorted(pairs, key=lambda pair: pair[0].span.start) if old.what != new.what)


def _saying(found: Found[Thing], what: Thing) -> Found[Thing]:
    """The find with other contents; not by `replace`, since compiled it is no dataclass."""
    return Found(what, found.span, found.rule, found.confidence)


def _figure(found: Found[Observation]) -> tuple[object, ...]:
    return found.span, found.what.quantity, found.what.measure


def _as_of(old: Observation, new: Observation | None) -> Observation:
    return old if new is None else replace(old, period=new.period, comparisons=new.comparisons)


def _due(old: Directive, new: Directive | None) -> Directive:
    return old if new is None else replace(old, deadline=new.deadline)
