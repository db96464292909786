"""A figure that two reports give differently.

What one text says twice is passed over: it mostly means two things that its reading cannot tell apart (shares of two plans, two lists).
"""

from collections.abc import Iterator
from itertools import pairwise

from giaoban.ledger.discrepancies import Discrepancy, Severity, said
from giaoban.ledger.entries import InDocument
from giaoban.ledger.facts import Facts, Figure, when
from giaoban.ledger.standing import SETTLED

CHECK = "revisions"
WAYS = ("way-choose-other", "way-correct-entry", "way-explain")


def revisions(facts: Facts) -> Iterator[Discrepancy]:
    """Entries of one cell that do not agree, each with the one reported before it.

    That an estimate gave way to a settled figure is told, not doubted. Two reports of one day contradict each other.
    """
    for several in facts.reports.values():
        if len(several) < 2:
            continue
        figures = [facts.figure(each) for each in sorted(several, key=lambda each: (each.reported_on, SETTLED[each.status], each.number))]
        for first, then in pairwise(figures):
            if _same_report(first, then) or first.quantity.unit != then.quantity.unit or first.open.meets(then.open):
                continue
            settled = SETTLED[then.entry.status] > SETTLED[first.entry.status]
            same_day = first.entry.reported_on == then.entry.reported_on
            severity = Severity.IMPLICATION if settled else Severity.CONTRADICTION if same_day else Severity.DOUBT
            code = "revision-settled" if settled else "revision-same-day" if same_day else "revision-differs"
            values = said(
                indicator=facts.name(then.entry), period=when(then.cell), before=first.entry.quantity, first=first.entry.reported_on,
                value=then.entry.quantity, second=then.entry.reported_on,
            )  # fmt: skip
            inputs = (first.entry, then.entry)
            needed = (then.open, first.open)
            yield Discrepancy(CHECK, severity, inputs, code, values, None, then.entry.quantity, then.cell, needed, WAYS)


def _same_report(first: Figure, then: Figure) -> bool:
    one, two = first.entry.source, then.entry.source
    return isinstance(one, InDocument) and isinstance(two, InDocument) and one.document == two.document
