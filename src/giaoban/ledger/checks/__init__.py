"""The checks of the ledger, one module each: what does not fit together, and what follows from what.

A check takes `Facts` and gives discrepancies. Those that explain look at the contradictions the others found.
"""

from giaoban.ledger.checks import (
    attainment,
    digit_slip,
    fraction,
    growth,
    limits,
    mean,
    outlier,
    parts,
    ratio,
    revisions,
    stale,
    told,
    unit_slip,
)
from giaoban.ledger.discrepancies import Discrepancy, Severity
from giaoban.ledger.facts import Facts

CHECKS = (
    limits.limits,
    fraction.fractions,
    growth.growths,
    attainment.attainments,
    parts.sums,
    parts.ceilings,
    parts.structures,
    told.told_parts,
    mean.means,
    ratio.ratios,
    revisions.revisions,
    outlier.own_history,
    outlier.peers,
    unit_slip.beside_history,
    unit_slip.beside_target,
    stale.stale,
)
EXPLAINED_BY = (unit_slip.explained, digit_slip.slips)


def check(facts: Facts) -> tuple[Discrepancy, ...]:
    """Everything the checks find, contradictions first, then doubts, then what merely follows; within each in the order of the checks."""
    found = [each for one in CHECKS for each in one(facts)]
    wrong = [each for each in found if each.severity is not Severity.IMPLICATION]
    found += [each for explain in EXPLAINED_BY for each in explain(facts, wrong)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda each: order.index(each.severity)))


__all__ = ["CHECKS", "EXPLAINED_BY", "check"]
