"""How much a chance may be trusted: what is shown as confidence, so that of finds shown at 0.9 nine in ten are right.

The chance that the weights give a find (`reading.segments`) is too sure or not sure enough, alike for all finds of a kind; a line through
the logarithms of odds mends that (`weights/trust.tsv`, fitted on texts that the weights had not learned from).
"""

from collections.abc import Mapping
from functools import cache
from math import exp, log

from giaoban.reading.weights import SHIPPED, Weights

KINDS = "DSH"
NAMES = {"D": "directive", "S": "strength", "H": "shortcoming"}
EDGE = 1e-4
SUREST = 0.86
"""Clauses that the weights are surest of were right so often: what is shown at 0.9 must be right in nine of ten (docs/reading/tried.md)."""
Line = tuple[float, float]
"""Slope and level."""


def confidence(kind: str, chance: float, learned: Weights = SHIPPED) -> float:
    """What is shown for a find of kind D, S or H."""
    slope, level = lines(learned)[kind]
    held = min(max(chance, EDGE), 1 - EDGE)
    return round(min(SUREST, 1 / (1 + exp(-(level + slope * log(held / (1 - held)))))), 3)


@cache
def lines(learned: Weights) -> dict[str, Line]:
    """For each kind of find the slope and level of the line that mends its chances."""
    rows = (line.split("\t") for line in learned.text("trust.tsv").splitlines() if not line.startswith("#"))
    return {kind: (float(slope), float(level)) for kind, _, slope, level in rows}


def table(made: Mapping[str, Line]) -> str:
    """The table `trust.tsv` of such lines."""
    rows = [f"{kind}\t{NAMES[kind]}\t{slope:.3f}\t{level:.3f}" for kind, (slope, level) in made.items()]
    return "\n".join(["# kind\tname\tslope\tlevel", *rows]) + "\n"
