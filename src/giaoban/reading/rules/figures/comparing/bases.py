"""The comparisons of a sentence with what each is measured against, where that is said once for several.

    "xuất khẩu tăng 2,2% và nhập khẩu giảm 2,5% so với cùng kỳ 2019"   both same_period
    "Trong đó, xuất khẩu tăng 6,1%"                                     as in the sentence before

What must and must not be read: corpus/comparisons.tsv.
"""

from dataclasses import replace

from giaoban.model import Comparison, Measure, Period
from giaoban.reading.cues import Cue
from giaoban.reading.rules.figures.comparing.comparing import held_against
from giaoban.reading.rules.figures.comparisons import against, comparison, in_bracket, leading, led_by
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import Draft, Line

SHIFTS = frozenset((Cue.UP, Cue.DOWN))
GOES_ON = ("trong đó", "cụ thể")
"""How a sentence begins that spells out the one before."""


def comparisons(line: Line, drafts: list[Draft], periods: list[Period | None], context: Context) -> list[tuple[Comparison, ...]]:
    """The comparisons of each observation of a sentence, in the order of the text."""
    flat: list[tuple[int, Comparison]] = []
    ahead: str | None = None
    for at, draft in enumerate(drafts):
        for amount, head, ceiling in draft.compared:
            period = periods[at] or context.own_period or _of_day(context)
            base = against(line.row, amount, ceiling, period)
            if base is None and head not in SHIFTS and _of_plan(line, drafts, at):
                base = "plan"
            if base is None and head is None and draft.amount.whole is None and in_bracket(line.row, amount):
                base = "plan"
            lead = leading(line.row, amount, period)
            ahead = lead if lead not in (None, "plan") else None if base else ahead
            flat.append((at, comparison(amount, head, base or (ahead if head in SHIFTS else None))))
    led = led_by(line.row, periods[0], drafts[0].amount.first)
    if led is None and line.row[0].text in GOES_ON:
        led = context.base
    filled = _filled([each for _, each in flat], led)
    context.base = next((each.base for each in reversed(filled) if each.kind is Measure.CHANGE and each.base), context.base)
    found: list[list[Comparison]] = [[] for _ in drafts]
    for (at, _), each in zip(flat, filled, strict=True):
        found[at].append(each)
    return [tuple(each) for each in found]


def _of_plan(line: Line, drafts: list[Draft], at: int) -> bool:
    """Whether the only share of a figure follows the plan that it is held against: 402 tỷ/KH 780 tỷ, đạt 51,5%."""
    return len(drafts[at].compared) == 1 and at + 1 < len(drafts) and held_against(line, drafts[at + 1])


def _of_day(context: Context) -> Period | None:
    """The year of the day from which a text speaks."""
    return Period.parse(str(context.anchor.year)) if context.anchor else None


def _filled(found: list[Comparison], led: str | None) -> list[Comparison]:
    """Changes with the base that is said after the last of them, or before the first."""
    filled: list[Comparison] = []
    later: str | None = None
    for each in reversed(found):
        if each.kind is Measure.CHANGE:
            later = each.base if each.base and each.base != "plan" else later
            filled.append(replace(each, base=each.base or later or led))
        else:
            filled.append(each)
    return filled[::-1]
