"""What each figure of a sentence is: an observation, a comparison of one before it, or nothing.

One pass from left to right. Every decision has a name (`Draft.why`), so that it can be shown and measured.
"""

from dataclasses import replace

from giaoban.model import Bound, Measure
from giaoban.reading.cues import AIM, DOWN, EQUAL, FROM, LEVEL, SHARE, TO_UP, UP, VERSUS, Cue
from giaoban.reading.items import Item
from giaoban.reading.names import NOMINAL
from giaoban.reading.rules.figures.amounts.quantities import Amount, bound_behind
from giaoban.reading.rules.figures.comparing.comparing import CHANGES, compared_to, shared_head, take_over
from giaoban.reading.rules.figures.comparing.of_parts import part_reached
from giaoban.reading.rules.figures.comparing.passed import forbidden, passes
from giaoban.reading.rules.figures.comparisons import HIGHER, LEADING, LEVELS, above_base, is_by_how_much, over_base, plan_follows
from giaoban.reading.rules.figures.counting.admitting import Judge
from giaoban.reading.rules.figures.counting.falling import below_zero, led_change, only_averages
from giaoban.reading.rules.figures.counting.figures import OCCURRED, why_observed
from giaoban.reading.rules.figures.counting.in_turn import in_turn
from giaoban.reading.rules.figures.drafts import AIMS, LAST_DRAFTS, Draft, Line, Spot
from giaoban.reading.rules.figures.going_on import RATES, TAIL, aims_at_change, called_before, goes_on
from giaoban.reading.rules.figures.halves import in_word
from giaoban.reading.rules.figures.indicators import Name, name_before, opens, said, verb_zone
from giaoban.reading.rules.figures.measured import GROWING, of_funds, shares_verb, told_between
from giaoban.reading.rules.figures.names.lending import ends_there, lend_unit
from giaoban.reading.rules.figures.names.naming import GROWTH, LED, NO_NAME, named, only_an_aim, only_of
from giaoban.reading.rules.figures.names.of_next_place import of_next_place
from giaoban.reading.rules.figures.names.planned_items import came_of, planned
from giaoban.reference.units import Kind

MONEY, SHARE_KIND, THING, TIMES = Kind.MONEY, Kind.SHARE, Kind.THING, Kind.TIMES

HEADS = (Cue.MULTIPLE, Cue.TO_DOWN, Cue.UP, Cue.DOWN, Cue.EQUAL, Cue.SHARE, Cue.TO_UP, Cue.LEVEL, Cue.HAS, Cue.FROM, Cue.AGAIN)
FALLS_FIRST = (Cue.DOWN, Cue.UP)
MORE = frozenset(("thêm", "nhích thêm"))
"""Words that tell a change only where a base follows, or in a bracket."""
LEFT = frozenset(("còn", "chỉ còn", "còn dưới"))
"""Verbs of the level that a fall leads to: giảm hộ nghèo còn │ 1,5%."""
RISEN = frozenset(("tăng lên", "nâng lên"))
NOTHING: frozenset[str] = frozenset()
STRETCH = frozenset(("tới", "đến"))
SAME_AGAIN = ("con số này", "tỷ lệ này", "tỉ lệ này", "mức này", "số này", "chỉ tiêu này")
SEPARATORS = frozenset((",", ";", "và", ")", "nhưng", "trong đó", ".", ":"))
SHARES_OF_PLAN = ("hoàn thành", "giải ngân", "tỷ lệ giải ngân", "thực hiện", "tiến độ")
SUMS = (
    "thu ngân sách", "tổng thu", "thu nội địa", "chi ngân sách", "tổng chi", "công tác thu", "thu nsnn", "tổng giá trị sản xuất",
    "giá trị sản xuất", "sản lượng", "tổng sản lượng",
)  # fmt: skip
"""Names of sums, of which a share that is reached is one of their plan."""
LONE = 10
"""From this number on one without a unit or a verb counts what its name says: tổng số hộ nghèo 1.246."""
NUMBERS = frozenset(("số", "tổng số", "số lượng", "tổng"))
MOVED = frozenset((Cue.LEVEL, Cue.TO_UP, Cue.TO_DOWN, Cue.UP, Cue.DOWN))
SAVED, BOUNDING = frozenset(("được", "thêm")), frozenset((Cue.ABOUT, Cue.OVER, Cue.UNDER, Cue.SOFT))
"""Words between "tiết kiệm" and the share by which spending is cut."""
PASSED = ("chỉ tiêu", "kế hoạch", "dự toán", "mục tiêu", "chỉ tiêu phấn đấu", "chỉ tiêu được giao", "dự toán được giao")
"""Names of sums that are passed, not passed by: vượt dự toán 400 tỷ đồng."""


def link(line: Line, carried: str, judge: Judge = why_observed) -> list[Draft]:
    """The observations of a sentence.

    carried  the indicator of the sentence before, for a figure without a name
    judge    asked of each number that compares nothing, in order, why it is a figure
    """
    spots = _spots(line)
    last_head: Cue | None = None
    for spot in spots:
        lend_unit(line, spot)
        target = compared_to(line, spot, last_head)
        if target is not None and of_next_place(line, spot):
            target = None
        if target is not None:
            head = spot.head if spot.head in CHANGES or spot.head is EQUAL else shared_head(line, spot, last_head)
            target.compared.append((spot.amount, head, spot.ceiling))
            last_head = head
            continue
        last_head = None
        _name_unit(line, spot)
        if why := judge(line, spot):
            line.drafts.append(_draft(line, spot, why, carried))
            told_between(line.drafts)
            take_over(line)
    in_turn(line)
    return line.drafts


def _spots(line: Line) -> list[Spot]:
    found: list[Spot] = []
    passed = False
    for index, amount in enumerate(line.amounts):
        floor = _after_tail(line.row, line.amounts[index - 1].last + 1, amount) if index else 0
        below = below_zero(line.row, floor, amount)
        over = over_base(line, amount, floor)
        zone = below or over or verb_zone(line.row, amount, floor)
        before = name_before(line.row, zone, floor)
        if only_averages(line.row, before):
            zone, before = before.first, Name(before.first, before.first - 1)
        if found:
            worth = amount.unit.kind is MONEY and opens(line.row, before.first, NOMINAL)
            touching = before.first == found[-1].amount.last + 1 and not worth
            found[-1].ceiling = before.first if before and not touching else zone
        led = over > 0 and is_by_how_much(line.amounts[index - 1] if index else None, amount)
        head = DOWN if below else _head(line.row, zone, amount, LEADING if led else STRETCH if over else NOTHING)
        again = passed and bool(found) and found[-1].amount.unit.kind is SHARE_KIND
        passed = passes(line.row, before, amount, again=again)
        if passed:
            head, amount.bound = LEVEL, Bound.AT_MOST if forbidden(line.row, amount) else Bound.OVER
        found.append(Spot(amount, floor, zone, head, before, line.amounts[index - 1] if index else None, len(line.row), signs=line.signs))
    return found


def _after_tail(row: list[Item], start: int, amount: Amount) -> int:
    """Where the words of the figure before leave off: after the first separator, else after what it is compared with.

    A sum of money right after a plan is the plan's: "đạt 86,7% dự toán được giao là 405.000 tỷ đồng".
    """
    end = amount.first
    separator = next((at + 1 for at in range(start, end) if row[at].text in SEPARATORS), None)
    if separator is not None:
        return start if separator == end and row[separator - 1].text == ":" else separator
    while start < end and (row[start].means & TAIL or row[start].period):
        if AIM in row[start].means and amount.unit.kind is MONEY:
            break
        start += 1
    return start


def _head(row: list[Item], zone: int, amount: Amount, passed: frozenset[str]) -> Cue | None:
    """The verb nearest to the figure; behind "tới", "đến" the change they stretch (tăng tới 5%), behind "từ" that of a range."""
    if (signed := _signed(row, amount)) is not None:
        return signed
    stretched: Cue | None = None
    ranged = amount.value_to is not None or (amount.bound is Bound.AT_LEAST and bound_behind(row, amount) is not None)
    higher = amount.unit.kind is Kind.POINTS and zone < amount.first and row[zone].text in HIGHER
    for item in reversed(row[zone : amount.first]):
        if not item.means or item.text in passed or (ranged and FROM in item.means) or (higher and item.text in LEVELS):
            continue
        if item.text in MORE and (_than(row, amount) or _opened(row, zone)):
            return UP
        head = TO_UP if _reached(row, item, amount) else next((cue for cue in HEADS if cue in item.means), None)
        if head is TO_UP and item.text in STRETCH:
            stretched = head
        elif head is not None:
            return head if stretched is None or head in CHANGES else stretched
    return stretched or above_base(row, zone, amount)


def _reached(row: list[Item], item: Item, amount: Amount) -> bool:
    """Whether a verb of rising tells the level that was reached, not by how much: tăng lên │ 8 mũi thi công; not: tăng lên 8%."""
    return item.text in RISEN and amount.unit.kind in (THING, MONEY, Kind.MEASURE) and not _than(row, amount)


def _than(row: list[Item], amount: Amount) -> bool:
    """Whether it is said right after a figure what it is set against: thêm │ 4 triệu đồng so với năm trước."""
    return amount.last + 1 < len(row) and VERSUS in row[amount.last + 1].means


def _opened(row: list[Item], zone: int) -> bool:
    """Whether a bracket opens right before the words of a figure: lên 63 vụ (thêm │ 12 vụ)."""
    return zone > 0 and row[zone - 1].text == "("


def _signed(row: list[Item], amount: Amount) -> Cue | None:
    """The change that a sign in a bracket stands for: (+5,2%), (-3 vụ)."""
    at = amount.first - 1
    if at < 1 or row[at - 1].text not in "(;" or amount.value_to is not None:
        return None
    return {"+": UP, "-": DOWN, "–": DOWN}.get(row[at].text)


def _name_unit(line: Line, spot: Spot) -> None:
    """Take the thing counted from the name where the number says none: tổng số doanh nghiệp đăng ký mới là 20.000."""
    row, unit = line.row, spot.amount.unit
    if unit.text or not spot.before or row[spot.before.first].text not in NUMBERS:
        return
    if spot.head not in MOVED and not (spot.head is None and spot.amount.value >= LONE and ends_there(row, spot.amount)):
        return
    if spot.head in CHANGES and not ends_there(row, spot.amount):
        return
    thing = next((item for item in row[spot.before.first + 1 : spot.before.last + 1] if THING in item.means), None)
    if thing is not None:
        spot.amount.unit = replace(unit, text=line.text[thing.start : thing.end], kind=THING, known=True)


def _draft(line: Line, spot: Spot, why: str, carried: str) -> Draft:
    amount = spot.amount
    label = planned(line, spot)
    name, start, end = (said(line.row, label, line.text), amount.start, amount.end) if label else named(line, spot)
    previous = called_before(line, amount) if line.drafts else carried
    lowered = name.lower()
    if not name or lowered.startswith(SAME_AGAIN) or lowered in NO_NAME or only_an_aim(line, spot, name) or only_of(line, spot, name):
        name = previous or name
        lowered = name.lower()
    draft = Draft(
        amount, spot, name, min(start, amount.start), max(end, amount.end), spot.head, spot.zone, spot.floor, own=bool(spot.before), why=why
    )
    if label or came_of(line, spot):
        draft.plan = amount is line.amounts[0]
    draft.aim = bool(line.drafts) and draft.own and lowered.startswith(AIMS)
    _measure(line.row, draft, spot, lowered)
    if line.drafts and (_reached_too(line.row, line.drafts[-1], draft) or of_funds(line.drafts, draft)):
        draft.measure = Measure.ATTAINMENT
    if line.drafts and goes_on(line.row, line.drafts[-1], draft):
        draft.measure, draft.falls = Measure.CHANGE, line.drafts[-1].falls
    elif line.drafts and shares_verb(line.row, line.drafts[-1], draft, grown=line.drafts[0].measure is Measure.CHANGE):
        draft.measure, draft.falls = Measure.CHANGE, all(each.falls for each in line.drafts[-LAST_DRAFTS:])
    if line.drafts and aims_at_change(line.row, line.drafts[-1], draft):
        draft.measure, draft.falls = Measure.CHANGE, line.drafts[-1].compared[-1][1] is DOWN
    return draft


def _measure(row: list[Item], draft: Draft, spot: Spot, name: str) -> None:
    """Level, change or attainment; and whether it falls. `name`: in lower case."""
    at = spot.before.first
    left = spot.head in (None, LEVEL) and not LEFT.isdisjoint([item.text for item in row[spot.zone : draft.amount.first]])
    reached = spot.head is LEVEL and plan_follows(row, draft.amount)
    first = row[at] if spot.before and spot.head not in LED and not (left or reached) and not in_word(row, at + 1) else None
    verb = spot.head if spot.head in CHANGES else next((cue for cue in FALLS_FIRST if first and cue in first.means), None)
    share = draft.amount.unit.kind is SHARE_KIND
    if verb is None and share and any(word in name for word in GROWTH):
        verb = UP
    if verb is None and share and ("kéo giảm" in name or _saves(row, draft)):
        verb = DOWN
    verb = verb or led_change(row, spot)
    if verb is None and draft.amount.unit.kind is TIMES and draft.why != OCCURRED:
        verb = UP
    if (verb is UP and not share and name.endswith(PASSED)) or _for_whom(row, draft.amount):
        verb = None
    if verb is not None:
        draft.measure, draft.falls = Measure.CHANGE, verb is DOWN
    elif share and spot.head is not SHARE and not name.startswith(GROWING) and _of_plan(row, draft, name):
        draft.measure = Measure.ATTAINMENT


def _for_whom(row: list[Item], amount: Amount) -> bool:
    """Whether those are counted for whom something else has changed: giảm lãi cho │ 1.240 khách hàng."""
    return amount.first > 0 and row[amount.first - 1].text == "cho" and amount.unit.kind is THING


def _saves(row: list[Item], draft: Draft) -> bool:
    """Whether a share is one by which spending is cut: tiết kiệm │ 10% chi thường xuyên; not: lãi suất tiền gửi tiết kiệm │ 6,8%."""
    at = draft.amount.first
    while at and (row[at - 1].means & BOUNDING or row[at - 1].text in SAVED):
        at -= 1
    return [item.text for item in row[max(0, at - 2) : at]] == ["tiết", "kiệm"] and not _ends_clause(row, draft.amount)


def _of_plan(row: list[Item], draft: Draft, name: str) -> bool:
    sum_reached = draft.head is LEVEL and name.startswith(SUMS) and _ends_clause(row, draft.amount)
    return plan_follows(row, draft.amount) or name.startswith(SHARES_OF_PLAN) or sum_reached


def _ends_clause(row: list[Item], amount: Amount) -> bool:
    """Whether nothing is said of what a share is of: thu ngân sách đạt 53%, …; not: đạt 20% GDP."""
    after = row[amount.last + 1] if amount.last + 1 < len(row) else None
    return after is None or after.is_mark or after.text in ("và", "nhưng")


def _reached_too(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a share says of another sum how much of its plan was reached: thu đạt 92% dự toán, chi │ gần 89%."""
    if part_reached(row, before, draft) and not draft.name.lower().startswith(RATES) and _ends_clause(row, draft.amount):
        return True
    over = before.measure is Measure.CHANGE and plan_follows(row, before.amount)
    both = (over or before.measure is Measure.ATTAINMENT) and draft.amount.unit.kind is SHARE_KIND and draft.measure is Measure.LEVEL
    return (
        both and draft.own and draft.head in (None, LEVEL) and not draft.name.lower().startswith(RATES) and _ends_clause(row, draft.amount)
    )
