"""Minimising a smooth convex function of many weights by limited-memory BFGS, in plain Python."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt
from operator import mul

Vector = list[float]
Function = Callable[[Vector], tuple[float, Vector]]
"""From weights to the value and its gradient."""
KEPT = 6
"""Steps remembered."""
ENOUGH = 1e-4
"""Share of the promised decrease that a step must bring."""


@dataclass(slots=True)
class _Step:
    moved: Vector
    turned: Vector
    inverse: float


def minimise(function: Function, start: Vector, rounds: int) -> Iterator[tuple[float, Vector]]:
    """Value and weights after each round; ends early where no step brings less."""
    weights = start
    value, gradient = function(weights)
    steps: list[_Step] = []
    for _ in range(rounds):
        direction = _direction(gradient, steps)
        slope = dot(direction, gradient)
        size = 1.0 if steps else 1.0 / max(1.0, sqrt(dot(gradient, gradient)))
        for _ in range(12):
            moved = [size * each for each in direction]
            tried = [weight + move for weight, move in zip(weights, moved, strict=True)]
            reached, turned_to = function(tried)
            if reached <= value + ENOUGH * size * slope:
                break
            size /= 2
        else:
            return
        turned = [after - before for after, before in zip(turned_to, gradient, strict=True)]
        if (curved := dot(moved, turned)) > 1e-10:
            steps = [*steps[1 - KEPT :], _Step(moved, turned, 1.0 / curved)]
        weights, value, gradient = tried, reached, turned_to
        yield value, weights


def _direction(gradient: Vector, steps: list[_Step]) -> Vector:
    """Downhill, bent by the curvature that the last steps met."""
    way = [-each for each in gradient]
    shares = []
    for step in reversed(steps):
        share = step.inverse * dot(step.moved, way)
        shares.append(share)
        way = [each - share * turn for each, turn in zip(way, step.turned, strict=True)]
    if steps:
        last = steps[-1]
        scale = 1.0 / (last.inverse * dot(last.turned, last.turned))
        way = [scale * each for each in way]
    for step, share in zip(steps, reversed(shares), strict=True):
        added = share - step.inverse * dot(step.turned, way)
        way = [each + added * move for each, move in zip(way, step.moved, strict=True)]
    return way


def dot(left: Vector, right: Vector) -> float:
    return float(sum(map(mul, left, right)))
