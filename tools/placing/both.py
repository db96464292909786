"""How the trees and nearness are weighed together: fitted, with limits, and what these find."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.placed_weighing import Weighing, odds
from giaoban.directives.repetition.repetition import SHORT

from .measuring import RECORDS, Measured, Numbers, fitted, limit, some

DECIMALS = 2


def weighing(held: Mapping[str, Measured], rows: Numbers, weights: str, looked_at: float, short: float, long: float) -> Weighing:
    """By pairs that taught neither.

    held   by hand; rows: of all of them one after the other the logarithm of odds by the trees, and nearness
    short, long  how much of what is found from the limits on is right, of short and of longer wordings
    """
    same = np.concatenate([of.same for of in held.values()])
    matter = np.concatenate([of.matter * (RECORDS if hand == "records" else 1) for hand, of in held.items()])
    every = Measured([pair for of in held.values() for pair in of.pairs], same, matter)
    by_odds, by_nearness, level = (round(float(each), DECIMALS) for each in fitted(rows, same, matter))
    unlimited = Weighing(weights, looked_at, by_odds, by_nearness, level, 1, 1)
    scores, its = chances(unlimited, rows), brief(every)
    limits = [limit(some(every, each), scores[each], precision) for each, precision in ((its, short), (~its, long))]
    return Weighing(weights, looked_at, by_odds, by_nearness, level, *(round(each, DECIMALS) for each in limits))


def chances(both: Weighing, rows: Numbers) -> Numbers:
    """By row; nothing where it is not looked at."""
    level = rows @ np.array([both.odds, both.nearness]) + both.level
    found: Numbers = np.where(rows[:, 0] >= odds(np.array(both.looked_at)), 1 / (1 + np.exp(-level)), 0)
    return found


def brief(of: Measured) -> npt.NDArray[np.bool_]:
    """Which pairs are of short wordings."""
    return np.array([max(len(pair[side].split()) for side in ("earlier", "now")) <= SHORT for pair in of.pairs])


def found(both: Weighing, of: Measured, rows: Numbers) -> tuple[float, float]:
    """Precision and recall at the limits."""
    said = chances(both, rows) >= np.where(brief(of), both.short, both.long)
    right = float((of.same * of.matter)[said].sum())
    return right / max(float(of.matter[said].sum()), 1e-9), right / float((of.same * of.matter).sum())
