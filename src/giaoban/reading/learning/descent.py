"""Minimising a smooth convex function of many weights by limited-memory BFGS."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
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
        slope = float(direction @ gradient)
        size = 1.0 if steps else 1.0 / max(1.0, sqrt(gradient @ gradient))
        for _ in range(12):
            moved = size * direction
            reached, turned_to = function(weights + moved)
            if reached <= value + ENOUGH * size * slope:
                break
            size /= 2
        else:
            return
        turned = turned_to - gradient
        if (curved := float(moved @ turned)) > 1e-10:
            steps = [*steps[1 - KEPT :], _Step(moved, turned, 1.0 / curved)]
        weights, value, gradient = weights + moved, reached, turned_to
        yield value, weights


def _direction(gradient: Vector, steps: list[_Step]) -> Vector:
    """Downhill, bent by the curvature that the last steps met."""
    way = -gradient
    shares = []
    for step in reversed(steps):
        share = step.inverse * float(step.moved @ way)
        shares.append(share)
        way = way - share * step.turned
    if steps:
        last = steps[-1]
        way = way / (last.inverse * float(last.turned @ last.turned))
    for step, share in zip(steps, reversed(shares), strict=True):
        way = way + step.moved * (share - step.inverse * float(step.turned @ way))
    return way
