"""What of a brief's figures the ledger has put right since: the paper stays as it was, and whoever reads it is told."""

from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.brief.brief import Brief
from giaoban.brief.given import GivenFigure, Level


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure as the brief told it, and as it stands now; None where it stands no more."""

    name: str
    told: Level
    now: Level | None


def corrected(brief: Brief, now: Iterable[GivenFigure]) -> tuple[Corrected, ...]:
    """The figures of the brief that no longer stand as told, in its order. A figure of a later period corrects nothing.

    now  the figures of the same place as of the same day, by what is known today
    """
    stand = {(each.indicator, level.period): level for each in now for level in (each.latest, *each.earlier)}
    found = []
    for line in brief.figures:
        told = line.figure.latest
        level = stand.get((line.figure.indicator, told.period))
        if level is None or level.quantity != told.quantity:
            found.append(Corrected(line.figure.name, told, level))
    return tuple(found)
