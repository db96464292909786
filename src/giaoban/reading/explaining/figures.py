"""Why a figure was read, as the reasons that its confidence weighs; and why the numbers of a sentence are no figures."""

import re
from collections.abc import Iterator, Mapping

from giaoban.model import Found, Observation, Span
from giaoban.reading.engine import Page
from giaoban.reading.explaining.reason import Reason
from giaoban.reading.items import items
from giaoban.reading.marks import BodyMention, PeriodMention
from giaoban.reading.rules.figures.amounts.over_times import of_times
from giaoban.reading.rules.figures.amounts.quantities import Amount, amounts
from giaoban.reading.rules.figures.beginnings import begins_as_usual
from giaoban.reading.rules.figures.comparing.changed_since import compares
from giaoban.reading.rules.figures.confidence import WEIGHTS
from giaoban.reading.rules.figures.confidence import reasons as weighed
from giaoban.reading.rules.figures.drafts import Line
from giaoban.reading.rules.figures.observations import REPEATED, Figured, figured, marked
from giaoban.reading.rules.figures.placing.placed import Placed
from giaoban.reading.sentences import Sentence
from giaoban.reading.syllables import Syllables
from giaoban.reference.units import Kind

NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
NOT_FIGURES = {Kind.TALK: "counts-talk", Kind.ROOM: "counts-room", Kind.TIME: "counts-time", Kind.CLOCK: "counts-time"}
NEAR = 60
"""Code points around a figure in which the day it is of is named."""
TOLD = 3
"""Numbers named of one sentence."""


def drawn(page: Page) -> dict[int, Figured]:
    """Each figure of a sentence, with its place and what told it, by where its number starts."""
    return {each.draft.amount.start: each for _, figures in figured(page) for each in figures}


def reasons(page: Page, what: Observation, span: Span, figures: Mapping[int, Figured]) -> list[Reason]:
    """Why the figure was taken for one and what told its place, then what its confidence weighs, heaviest first.

    figures  of all sentences, as `drawn` gives them
    """
    found = next((figures[at] for at in range(span.start, span.end) if at in figures and figures[at].draft.amount.end <= span.end), None)
    if found is None:
        return [Reason("read-in-table")]
    draft = found.draft
    said = weighed(draft, draft.own and begins_as_usual(draft.name), what.role)
    ranked = sorted(((WEIGHTS[name], name) for name in said), key=lambda each: (-abs(each[0]), each[1]))
    told = [Reason("weighed", {"reason": name}, weight) for weight, name in ranked]
    return [Reason(f"why-{draft.why}"), *_placed(found.placed), *_no_such_days(page, span), *told]


def _placed(placed: Placed) -> list[Reason]:
    return [Reason(f"placed-{placed.by}", {"place": placed.name or ""})]


def _no_such_days(page: Page, span: Span) -> list[Reason]:
    """What lowers the confidence of a figure beside a day that no calendar has: such a figure has no period."""
    near = Span(max(0, span.start - NEAR), span.end + NEAR)
    wrong = [found for found in page.within(PeriodMention, near) if found.what.impossible]
    return [Reason("no-such-day", {"quote": found.span.of(page.text)}) for found in wrong]


def why_none(page: Page, sentence: Found[Sentence]) -> Iterator[Reason]:
    """Why a sentence has no figure."""
    numbers = list(NUMBER.finditer(page.text, sentence.span.start, sentence.span.end))
    if not numbers:
        yield Reason("no-number")
        return
    if sentence.what.block.kind in REPEATED:
        yield Reason("said-again", {"kind": sentence.what.block.kind.value})
    line = _line(page, sentence)
    told = [_of_number(page, sentence, line, number) for number in numbers]
    yield from [each for at, each in enumerate(told) if each not in told[:at]][:TOLD]


def _of_number(page: Page, sentence: Found[Sentence], line: Line, number: re.Match[str]) -> Reason:
    named = [*marked(page, sentence.span), *page.within(BodyMention, sentence.span)]
    mark = next((each for each in named if each.span.start <= number.start() and number.end() <= each.span.end), None)
    if mark and isinstance(mark.what, PeriodMention) and mark.what.impossible:
        return Reason("no-such-day", {"quote": mark.span.of(page.text)})
    if mark:
        kind = type(mark.what).__name__.removesuffix("Mention").lower()
        return Reason(f"part-of-{kind}", {"quote": mark.span.of(page.text)})
    amount = next((each for each in line.amounts if each.start <= number.start() < each.end), None)
    if amount is None:
        return Reason("number-is-a-name", {"quote": number[0]})
    if compares(line.row) and amount.unit.kind not in NOT_FIGURES:
        return Reason("compares-before", {"quote": page.text[amount.start : amount.end]})
    return _of_amount(page.text, amount)


def _of_amount(text: str, amount: Amount) -> Reason:
    kind, quote = amount.unit.kind, text[amount.start : amount.end]
    if kind in NOT_FIGURES:
        return Reason(NOT_FIGURES[kind], {"quote": quote})
    return Reason("counts-little" if amount.unit.text else "no-unit", {"quote": quote})


def _line(page: Page, sentence: Found[Sentence]) -> Line:
    row = items(page.within(Syllables, sentence.span)[0].what, page.text, marked(page, sentence.span))
    return Line(row, of_times(amounts(row, page.text), row), page.text, sentence.span)
