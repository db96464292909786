"""What a share measures, where only the name of its figure tells: growth, or how much of a plan was reached.

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import LEVEL
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.names.naming import GROWTH
from giaoban.reference.units import Kind

SPENT, INTEREST = "giải ngân", "lãi"
WHOLES = ("gdp", "grdp", "tổng", "của gdp", "doanh thu", "quy mô")
"""What else than a plan a share of what is collected may be of."""
COLLECTED = ("thu ngân sách", "thu nsnn", "tổng thu ngân sách", "tổng thu nsnn", "tổng thu nội địa")
"""Names of what is set by a plan, so that a share said of it is one of the plan."""
GROWING = ("gdp", "grdp", "chỉ số gdp", "mục tiêu gdp", "chỉ tiêu gdp", "lạm phát", "cpi", "chỉ số cpi", "chỉ số giá", "chỉ tiêu lạm phát")
"""Names of output and prices, of which a share is their growth."""


def measure_by_name(row: list[Item], draft: Draft) -> None:
    """A share that reaches a level is a change where its name says that something grows: tăng trưởng …, GDP đạt 6,7%.

    What is spent or collected of a plan is a share of that plan: giải ngân 46,3%, thu ngân sách đạt 93%.
    """
    if draft.measure is not Measure.LEVEL or draft.head not in (None, LEVEL) or draft.amount.unit.kind is not Kind.SHARE:
        return
    name = draft.name.lower()
    if name.startswith(GROWING) or any(word in name for word in GROWTH):
        draft.measure = Measure.CHANGE
    elif _of_what_was_set(row, draft, name):
        draft.measure = Measure.ATTAINMENT


def _of_what_was_set(row: list[Item], draft: Draft, name: str) -> bool:
    """Whether a share is one of what was to be spent or collected; not where it is told what else it is of: thu ngân sách đạt 15% │ GDP."""
    after = row[draft.amount.last + 1].text if draft.amount.last + 1 < len(row) else ""
    collected = draft.head is LEVEL and name.startswith(COLLECTED) and not after.startswith(WHOLES)
    return collected or (SPENT in name and not name.startswith(INTEREST))
