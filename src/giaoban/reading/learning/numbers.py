"""Cases to learn from which numbers are figures: those that the rules weigh in a text, and what people decided about them.

    confirmed, corrected or added   a figure
    rejected                        none
    left open                       nobody knows
    in no find                      none, where every figure of the text was decided; else nobody knows

Figures of tables are not among them: there the headings say which column holds figures.
"""

from collections.abc import Iterator
from typing import Any

from giaoban.model import Document
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.choices import Case
from giaoban.reading.learning.told import of_number, still_open, whole_figures
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.contexts import opening
from giaoban.reading.rules.figures.counting.admitting import traits
from giaoban.reading.rules.figures.counting.figures import why_observed
from giaoban.reading.rules.figures.drafts import Line, Spot
from giaoban.reading.rules.figures.linking import link
from giaoban.reading.rules.figures.observations import lines

READY = Pipeline(MEETING)
FIGURE, NONE = 0, 1
"""The two candidates of a case: that the number is a figure, for which its traits speak, and that it is none."""


def cases(document: Document, record: dict[str, Any]) -> list[Case]:
    """One case for each number that people decided about."""
    figures, rejected = list(record["observations"]), _of_kind(record.get("rejected", ()))
    opened, unsaid = still_open(record, "observation"), NONE if whole_figures(record) else None
    found: list[Case] = []
    for amount, said in numbers(document):
        right = FIGURE if _take(figures, amount) else NONE if _take(rejected, amount) else None if _take(opened, amount) else unsaid
        if right is not None:
            found.append(([said, []], [right], 1.0))
    return found


def decided(record: dict[str, Any]) -> int:
    """How many figures people decided about."""
    return len(record["observations"]) + len(_of_kind(record.get("rejected", ())))


def numbers(document: Document) -> Iterator[tuple[Amount, list[str]]]:
    """The numbers of a text that compare nothing, in order, with what speaks for and against their being figures."""
    page = READY.run(document)
    context = opening(page)
    met: list[tuple[Amount, list[str]]] = []

    def judge(line: Line, spot: Spot) -> str:
        why = why_observed(line, spot)
        met.append((spot.amount, traits(line, spot, why)))
        return why

    for line in lines(page, context):
        if drafts := link(line, context.name, judge):
            context.name = drafts[-1].name
    yield from met


def _of_kind(finds: Any) -> list[dict[str, Any]]:
    return [each for each in finds if each["kind"] == "observation"]


def _take(left: list[dict[str, Any]], amount: Amount) -> bool:
    """Whether the number stands in one of these finds, which is taken out of them."""
    at = of_number(left, amount.start, amount.end, float(amount.value))
    if at is not None:
        left.pop(at)
    return at is not None
