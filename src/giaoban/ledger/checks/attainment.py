"""A figure and its share of plan say what the plan was; where the plan is known, the three must agree.

They are only doubted where they do not: one place has several plans, the province's and its own.
"""

from collections.abc import Iterator
from decimal import Decimal

from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.facts import Facts
from giaoban.ledger.intervals import rounded
from giaoban.model import Measure, Role

CHECK = "attainment"
WAYS = ("way-correct-reading", "way-other-plan", "way-correct-entry", "way-explain")


def attainments(facts: Facts) -> Iterator[Discrepancy]:
    """What levels and shares of plan say of the plan, and where the plan is another; shares of an earlier level say nothing of it."""
    for level, share in facts.compared(Measure.ATTAINMENT):
        if share.cell.base != "plan" or share.quantity.unit != "%" or share.open.low <= 0:
            continue
        part = share.open.scaled(Decimal("0.01"))
        value = rounded(level.value * 100 / share.value, level.quantity)
        implied = Implied(value, level.open / part, level.quantity.unit)
        target = facts.find(level.cell, Role.TARGET)
        values = said(
            indicator=facts.name(level.entry),
            value=level.entry.quantity,
            share=share.entry.quantity,
            implied=implied.rough(level.entry.quantity.unit),
        )
        inputs = (level.entry, share.entry)
        if target is None or target.quantity.unit != level.quantity.unit:
            yield Discrepancy(CHECK, Severity.IMPLICATION, inputs, "attainment-implies", values, implied, cell=level.cell)
        elif not target.open.meets(implied.open):
            needed = (target.open * part, None, implied.open)
            shown = said(**values, recorded=target.entry.quantity)
            three, found = (*inputs, target.entry), target.entry.quantity
            yield Discrepancy(CHECK, Severity.DOUBT, three, "attainment-contradicts", shown, implied, found, level.cell, needed, WAYS)
