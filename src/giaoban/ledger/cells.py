"""Where a figure belongs: indicator × place × period, and what of it is measured."""

import re
from dataclasses import dataclass

from giaoban.model import Measure, Period

BASES = re.compile(r"(same_period|previous_year|previous_period|plan|baseline_year:\d{4})?")
BREAKDOWN = re.compile(r"([a-z_]+=[^=;]+(;[a-z_]+=[^=;]+)*)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the ledger.

    indicator  id in the catalogue; a name as written, after "?", where the catalogue does not know it
    place      key of the place; empty where a record does not say it
    period     None where a record does not say it: such a figure can be checked, not entered
    base       what a change or attainment is against (same_period, previous_year, previous_period, plan, baseline_year:YYYY)
    breakdown  which part of the whole, axes in alphabetical order ("sector=services;sex=female"); empty for the whole
    """

    indicator: str
    place: str
    period: Period | None
    measure: Measure = Measure.LEVEL
    base: str = ""
    breakdown: str = ""

    def __post_init__(self) -> None:
        if not BASES.fullmatch(self.base) or (self.base and self.measure is Measure.LEVEL):
            raise ValueError(f"not a base of {self.measure}: {self.base}")
        if not BREAKDOWN.fullmatch(self.breakdown):
            raise ValueError(f"not a breakdown: {self.breakdown}")

    @property
    def known(self) -> bool:
        """Whether it names a cell of the ledger: an indicator of the catalogue, a place and a period."""
        return bool(self.place) and self.period is not None and not self.indicator.startswith("?")
