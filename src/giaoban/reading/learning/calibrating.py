"""How sure finds are shown to be, set anew by an installation's decisions: of what is shown at 0.9, nine in ten shall be right there.

After a lesson its weights read records kept for this alone. For each kind of find a line through the logarithms of odds is drawn
(`reading.trust`), held to showing finds as the package does. It comes into use only where there are finds enough and where it tells better
of the records that the parts are measured by how often finds are right; else the line in use stays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from giaoban.model import Reading
from giaoban.reading.learning.descent import Vector, minimise
from giaoban.reading.learning.reliability import Row, reliability
from giaoban.reading.learning.rightness import KINDS, Judged, judged
from giaoban.reading.learning.told import Told
from giaoban.reading.trust import PLAIN, SHOWN, Line, anew, held, lines_table, odds, on_line
from giaoban.reading.weights import Weights

Read = Callable[[Sequence[Told], Weights], list[Reading]]
FINDS, RECORDS, ASKED = 40, 5, 20
"""Finds of a kind, and records they must stand in, to draw a line by; and finds to try it on."""
HOLD = (4.0, 1.0)
"""How strongly slope and level are held to those of finds shown as they are."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What finds are shown at against how often they are right: `rows` and the `error` (0 to 1), as in `reliability`."""

    rows: tuple[Row, ...]
    error: float

    @property
    def finds(self) -> int:
        return sum(row.finds for row in self.rows)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How one kind of find fared.

    drawn          finds that the line was drawn by
    before, after  what the records that the parts are measured by are shown at by the weights used until then, and by the new ones
    """

    kind: str
    drawn: int
    before: Shown
    after: Shown
    enough: bool
    taken: bool


def enough(texts: Sequence[Told]) -> bool:
    """Whether some records are enough to be kept for this: as many finds and records as the least kind asks for."""
    return len(texts) >= RECORDS and sum(each.finds for each in texts) >= FINDS


def calibrated(
    kept: Sequence[Told], aside: Sequence[Told], weights: Weights, before: Sequence[Reading], read: Read
) -> tuple[Weights, tuple[Calibration, ...]]:
    """The weights with the lines of each kind that are better, and how each kind fared.

    kept     records that nothing was learned from or measured by
    aside    records to measure by, `before` as read by the weights used until now
    weights  by which they are read from now on, with the lines in use until now
    """
    used, bare = anew(weights), _with(weights, "")
    drawn, tried = judged(kept, read(kept, bare)), judged(aside, read(aside, bare))
    was = judged(aside, before)
    lines: dict[str, Line] = dict(used)
    fared = []
    for kind in KINDS:
        line, now = _line_of(drawn[kind]), used.get(kind, PLAIN)
        asked = _enough(drawn[kind], tried[kind])
        taken = asked and _surprise(tried[kind], line) < _surprise(tried[kind], now)
        if taken:
            lines[kind] = line
        after = _shown(tried[kind], lines.get(kind, PLAIN))
        fared.append(Calibration(kind, len(drawn[kind]), _shown(was[kind], PLAIN), after, asked, taken))
    return _with(weights, lines_table(lines) if lines else ""), tuple(fared)


def line(told: Sequence[tuple[float, bool]], hold: tuple[float, float] = (1.0, 0.0)) -> Line:
    """Slope and level of the logarithm of odds under which it is least surprising what is right.

    told  logarithms of odds, and whether each is right
    hold  how strongly slope and level are held to one and nothing
    """
    known, right = np.array([each for each, _ in told]), np.array([float(each) for _, each in told])

    def cost(at: Vector) -> tuple[float, Vector]:
        said, moved = at[0] * known + at[1], at - np.array(PLAIN)
        apart = 1 / (1 + np.exp(-said)) - right
        value = float(np.logaddexp(0, said).sum() - (right * said).sum()) + float(np.array(hold) @ moved**2)
        return value, np.array([float(apart @ known), float(apart.sum())]) + 2 * np.array(hold) * moved

    slope, level = [np.array(PLAIN), *(reached for _, reached in minimise(cost, np.array(PLAIN), 50))][-1]
    return float(slope), float(level)


def _line_of(finds: Sequence[Judged]) -> Line:
    """As the table keeps it."""
    slope, level = line([(odds(held(each.confidence)), each.right) for each in finds], HOLD) if finds else PLAIN
    return round(slope, 3), round(level, 3)


def _enough(drawn: Sequence[Judged], tried: Sequence[Judged]) -> bool:
    return len(drawn) >= FINDS and len({each.text for each in drawn}) >= RECORDS and len(tried) >= ASKED


def _shown(finds: Sequence[Judged], by: Line) -> Shown:
    rows, error = reliability([(on_line(each.confidence, by), each.right) for each in finds])
    return Shown(tuple(rows), error)


def _surprise(finds: Sequence[Judged], by: Line) -> float:
    """How unlikely what is right and wrong is by what is shown, in nats."""
    shown = ((on_line(each.confidence, by), each.right) for each in finds)
    return -sum(log(held(chance if right else 1 - chance)) for chance, right in shown)


def _with(weights: Weights, table: str) -> Weights:
    """The weights with this table of lines in place of theirs; with none where it is empty."""
    others = {name: data for name, data in weights.own.items() if name != SHOWN}
    return Weights(others | {SHOWN: table.encode()} if table else others)
