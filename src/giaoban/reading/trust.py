"""How much a chance may be trusted: what is shown as confidence, so that of finds shown at 0.9 nine in ten are right.

The chance that the weights give a find (`reading.segments`) is too sure or not sure enough, alike for all finds of a kind; a line through
the logarithms of odds mends that (`weights/trust.tsv`, fitted on texts that the weights had not learned from).

What is shown for finds of every kind is set anew by a second line where an installation has drawn one from its own decisions
(`weights/shown.tsv`, empty in the package).
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
SHOWN = "shown.tsv"
LEAST = 0.005
"""What is set anew is shown no nearer to nothing or to one."""
Line = tuple[float, float]
"""Slope and level."""
PLAIN: Line = (1.0, 0.0)
"""Of finds shown as they are."""


def confidence(kind: str, chance: float, learned: Weights = SHIPPED) -> float:
    """What is shown for a find of kind D, S or H; the chance itself by a plain line."""
    by = lines(learned)[kind]
    if by == PLAIN:
        return round(chance, 3)
    slope, level = by
    return round(min(SUREST, _chance(level + slope * odds(min(max(chance, EDGE), 1 - EDGE)))), 3)


def on_line(confidence: float, by: Line) -> float:
    """What a find is shown at by a line of its kind; a plain one leaves it as it is."""
    slope, level = by
    return confidence if by == PLAIN else round(held(_chance(level + slope * odds(held(confidence)))), 3)


def held(chance: float) -> float:
    """The chance, no nearer to nothing or to one than `LEAST`."""
    return min(max(chance, LEAST), 1 - LEAST)


def odds(chance: float) -> float:
    """The logarithm of the odds of a chance."""
    return log(chance / (1 - chance))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))


@cache
def anew(learned: Weights) -> dict[str, Line]:
    """By kind of find ("observation", "strength", "shortcoming", "directive", "meeting") the line that an installation has drawn."""
    rows = (line.split("\t") for line in learned.text(SHOWN).splitlines() if not line.startswith("#"))
    return {kind: (float(slope), float(level)) for kind, slope, level in rows}


def lines_table(drawn: Mapping[str, Line]) -> str:
    """The lines of an installation as a table."""
    return "\n".join(["# kind\tslope\tlevel", *(f"{kind}\t{drawn[kind][0]:.3f}\t{drawn[kind][1]:.3f}" for kind in sorted(drawn))]) + "\n"


@cache
def lines(learned: Weights) -> dict[str, Line]:
    """For each kind of find the slope and level of the line that mends its chances."""
    rows = (line.split("\t") for line in learned.text("trust.tsv").splitlines() if not line.startswith("#"))
    return {kind: (float(slope), float(level)) for kind, _, slope, level in rows}


def table(made: Mapping[str, Line]) -> str:
    """The table `trust.tsv` of such lines."""
    rows = [f"{kind}\t{NAMES[kind]}\t{slope:.3f}\t{level:.3f}" for kind, (slope, level) in made.items()]
    return "\n".join(["# kind\tname\tslope\tlevel", *rows]) + "\n"
