"""The comparisons of a sentence with what each is measured against, where that is said once for several.

    "xuất khẩu tăng 2,2% và nhập khẩu giảm 2,5% so với cùng kỳ 2019"   both same_period
    "Trong đó, xuất khẩu tăng 6,1%"                                     as in the sentence before

What must and must not be read: corpus/comparisons.tsv.
"""

import re
from dataclasses import replace

from giaoban.model import Comparison, Measure, Period
from giaoban.reading.cues import Cue
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparing.again import opened_right_behind, said_again
from giaoban.reading.rules.figures.comparing.comparing import held_against
from giaoban.reading.rules.figures.comparing.said_bases import against, leading, led_by, passes
from giaoban.reading.rules.figures.comparisons import comparison, in_bracket
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reference.units import Kind

MONEY = Kind.MONEY
SHIFTS = frozenset((Cue.UP, Cue.DOWN))
MONTHS = re.compile(r"\d{4}-(?:\d\d|[QHM]\d+)")
"""The exchange form of a month, a quarter, a half year or the first months of a year."""
GOES_ON = ("trong đó", "cụ thể")
"""How a sentence begins that spells out the one before."""


def comparisons(line: Line, drafts: list[Draft], periods: list[Period | None], context: Context) -> list[tuple[Comparison, ...]]:
    """The comparisons of each observation of a sentence, in the order of the text."""
    flat: list[tuple[int, Comparison]] = []
    months: list[bool] = []
    ahead: str | None = None
    for at, draft in enumerate(drafts):
        last: Amount | None = None
        for amount, head, ceiling in draft.compared:
            period = periods[at] or context.own_period or _of_day(context)
            base = against(line.row, amount, ceiling, period) or _plan_meant(line, drafts, at, amount, head)
            lead = leading(line.row, amount, period)
            ahead = lead if lead not in (None, "plan") else None if base else ahead
            if base is None and last is not None and said_again(line.row, last, amount):
                base = flat[-1][1].base
            flat.append((at, comparison(amount, head, base or (ahead if head in SHIFTS else None))))
            months.append(head in SHIFTS and _of_months(periods[at]) and opened_right_behind(line.row, draft.amount, amount))
            last = amount
    led = led_by(line.row, periods[0], drafts[0].amount.first)
    if led is None and line.row[0].text in GOES_ON:
        led = context.base
    filled = [
        replace(each, base="same_period") if each.base is None and bare else each
        for each, bare in zip(_filled([each for _, each in flat], led), months, strict=True)
    ]
    context.base = next((each.base for each in reversed(filled) if each.kind is Measure.CHANGE and each.base), context.base)
    found: list[list[Comparison]] = [[] for _ in drafts]
    for (at, _), each in zip(flat, filled, strict=True):
        found[at].append(each)
    return [tuple(each) for each in found]


def _plan_meant(line: Line, drafts: list[Draft], at: int, amount: Amount, head: Cue | None) -> str | None:
    """The plan, where a share is one of it though no word of a plan follows."""
    if head not in SHIFTS and _of_plan(line, drafts, at):
        return "plan"
    if line.row[amount.first - 1].text == "=" and drafts[at].amount.unit.kind is MONEY:
        return "plan"
    bracket = head is None and drafts[at].amount.whole is None and in_bracket(line.row, amount)
    return "plan" if bracket or passes(line.row, amount) else None


def _of_plan(line: Line, drafts: list[Draft], at: int) -> bool:
    """Whether the only share of a figure follows the plan that it is held against: 402 tỷ/KH 780 tỷ, đạt 51,5%."""
    return len(drafts[at].compared) == 1 and at + 1 < len(drafts) and held_against(line, drafts[at + 1])


def _of_months(period: Period | None) -> bool:
    """Whether a figure is of some months of a year, which are held against the same of the year before: 9 tháng 148 tấn (giảm 6%)."""
    return period is not None and MONTHS.fullmatch(period.text) is not None


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
