"""Which figures of a sentence are comparisons of another figure, and of which.

What must and must not be read: corpus/comparisons.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import AGAIN, DOWN, EQUAL, FROM, HAS, LEVEL, PLAN, SAME, SHARE, TO_DOWN, TO_UP, UP, VERSUS, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparing.again import beside_change, in_numbers, last_compared, share_again
from giaoban.reading.rules.figures.comparing.of_others import of_others
from giaoban.reading.rules.figures.comparing.of_parts import in_plan_list, of_its_plan
from giaoban.reading.rules.figures.comparing.of_then import of_then
from giaoban.reading.rules.figures.comparing.of_which import beside_share, of_which
from giaoban.reading.rules.figures.comparisons import (
    APART,
    HIGHER,
    PARTS,
    in_bracket,
    is_debt,
    may_compare,
    of_a_part,
    of_all,
    of_the_work,
    plan_follows,
    same_unit,
    whose_money,
)
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, REACH, Draft, Line, Spot
from giaoban.reading.rules.figures.indicators import said
from giaoban.reading.rules.figures.roles.aiming import plan_before
from giaoban.reading.rules.figures.roles.beside import under_result
from giaoban.reference.units import Kind

MONEY, SHARE_KIND, THING, MEASURE = Kind.MONEY, Kind.SHARE, Kind.THING, Kind.MEASURE
PLAN_OR_SAME_OR_VERSUS = frozenset((PLAN, SAME, VERSUS))
VERSUS_OR_SAME = frozenset((VERSUS, SAME))

CHANGES = frozenset((Cue.UP, Cue.DOWN, Cue.MULTIPLE))
RATE_ONLY = frozenset((
    "tốc độ gia tăng", "tốc độ tăng", "tỷ lệ tăng", "tỉ lệ tăng", "mức tăng", "tốc độ tăng trưởng", "giảm tuyệt đối", "tăng tuyệt đối",
    "tuyệt đối",
))  # fmt: skip
"""Names that say nothing but that a change follows."""
SIGNS = frozenset("+-–")
LED_TO = {"tăng lên": TO_UP, "nâng lên": TO_UP, "giảm xuống": TO_DOWN, "giảm còn": TO_DOWN}
SAID_AFTER = 2
"""Items after a figure in which it is said of what it is."""
AGAINST = frozenset(("/", "trên", "(", "so với", "trong"))
"""What stands between a figure and the plan that it is held against."""
PARTING = frozenset((";", ".", "và", ",", ")"))
PLAN_WITHIN, SPELT_WITHIN = 4, 12
PART_WITHIN = 3
AIMS_AT = frozenset(("phấn đấu", "quyết tâm", "đặt mục tiêu"))
BY_NOW = frozenset(("đến nay", "tới nay", "hiện", "hiện nay"))
"""Words behind which it is told what has come of the whole."""
GROWTH_WORDS = frozenset(("tốc độ tăng", "tốc độ gia tăng"))


def compared_to(line: Line, spot: Spot, last_head: Cue | None) -> Draft | None:
    """The observation that the figure is a comparison of, or None where it stands for itself."""
    amount, row = spot.amount, line.row
    if line.drafts and line.drafts[-1].head is FROM and not line.drafts[-1].compared and (led := _led_to(row, spot)):
        spot.head = led
        return None
    if not line.drafts or _for_itself(line, spot):
        return None
    named = said(row, spot.before, line.text).lower() if spot.before else ""
    rate = named in RATE_ONLY or (not named and any(item.text in GROWTH_WORDS for item in row[spot.floor : spot.zone]))
    if named and not rate:
        return _target(_open(line, amount), amount, line=line) if may_compare(amount) and _to_plan(row, spot) else None
    if last_head in CHANGES and beside_change(line, spot):
        return _target(line.drafts, amount, line=line)
    return _nameless(line, spot, last_head, rate=rate)


def _nameless(line: Line, spot: Spot, last_head: Cue | None, *, rate: bool) -> Draft | None:
    """The observation that a figure without a name of its own is a comparison of.

    rate  it is said to be a rate of growth
    """
    amount, row = spot.amount, line.row
    if spot.head in CHANGES or rate or (last_head is not None and spot.head in (None, AGAIN) and may_compare(amount)):
        return last_compared(line, spot) or of_which(line, amount) or _target(_open(line, amount), amount, _follows(row, amount), line)
    if not may_compare(amount):
        return in_numbers(line, spot, last_head)
    return _part_reached(line, spot) if not _of_total(row, spot) else None


def _led_to(row: list[Item], spot: Spot) -> Cue | None:
    """The verb by which a level is reached from the one before: từ 81,5% năm 2016 tăng lên │ 96,2%."""
    said = [item.text for item in row[spot.zone : spot.amount.first]]
    return next((led for verb, led in LED_TO.items() if verb in said), None)


def held_against(line: Line, draft: Draft) -> bool:
    """Whether a figure is the plan of the one before it, to which what follows belongs.

    214 ha/KH │ 210 ha, đạt 102%    9 tỷ đồng/ │ 10 tỷ đồng, đạt 90%    đạt 46% chỉ tiêu là │ 22 tỷ, tăng 5%
    """
    row, at = line.row, line.place(draft)
    if not at:
        return False
    before, end = line.drafts[at - 1], draft.amount.first
    if under_result(row, draft):
        return True
    share = max((amount.last for amount, _, _ in before.compared if amount.last < end), default=-1)
    first = max(share, before.amount.last) + 1
    led = row[first : min(first + PLAN_WITHIN, end)]
    if not led or end - first > SPELT_WITHIN or any(item.text in PARTING for item in row[first:end]):
        return False
    return any(PLAN in item.means for item in led) and (share >= 0 or led[0].text in AGAINST)


def _is_the_plan(row: list[Item], amount: Amount) -> bool:
    """Whether a bracket says what the plan was that another figure is held against: thấp hơn 0,4% so với chỉ tiêu được giao (35,5%)."""
    opening = amount.first - 1
    if opening < 1 or row[opening].text != "(":
        return False
    at = plan_before(row, opening)
    return at > 0 and (VERSUS in row[at - 1].means or row[at - 1].text in HIGHER)


def _for_itself(line: Line, spot: Spot) -> bool:
    """Whether the figure's own time, place in the sentence or aim keeps it from being a comparison."""
    row, amount = line.row, spot.amount
    if _has_own_period(row, spot) or _parted(line, spot) or of_then(row, spot) or (spot.head in CHANGES and of_others(line, spot)):
        return True
    return _is_the_plan(row, amount) or _is_aimed_at(row, spot) or of_a_part(row, line.amounts, amount)


def _is_aimed_at(row: list[Item], spot: Spot) -> bool:
    """Whether a change or share is aimed at besides what was told: thu 49 tỷ đồng, phấn đấu vượt │ 5% dự toán, quyết tâm đạt 95%."""
    shared = spot.head is LEVEL and spot.amount.unit.kind is SHARE_KIND
    return (shared or spot.head in CHANGES) and any(item.text in AIMS_AT for item in row[spot.floor : spot.amount.first])


def _parted(line: Line, spot: Spot) -> bool:
    """Whether a semicolon parts the figure from those before, unless what follows it says that it compares."""
    row, amount = line.row, spot.amount
    last = max(line.drafts[-1].amount.last, amount.first - REACH)
    at = next((at for at in range(amount.first - 1, last, -1) if row[at].text == ";"), -1)
    return at >= 0 and VERSUS not in row[at + 1].means and row[amount.first - 1].text not in SIGNS


def _follows(row: list[Item], amount: Amount) -> set[str]:
    """The words after a figure that say which of the things counted it is of: tăng 1 người │ chết."""
    words: set[str] = set()
    for item in row[amount.last + 1 : amount.last + 1 + SAID_AFTER]:
        if item.is_mark or item.is_numeral or item.period or item.means:
            break
        words.add(item.text)
    return words


def _to_plan(row: list[Item], spot: Spot) -> bool:
    """Whether what stands before the figure is the plan it is held against: so dự toán giao │ đạt 42%."""
    first = spot.before.first
    if any(item.text == "là" for item in row[spot.zone : spot.amount.first]):
        return False
    against = first > 0 and (VERSUS in row[first - 1].means or row[first - 1].text in HIGHER)
    return against and first == spot.before.last and PLAN in row[first].means


def _part_reached(line: Line, spot: Spot) -> Draft | None:
    """The observation that the words behind a share name, where they do; else that of whose plan it is a share."""
    may_name = spot.head in (LEVEL, EQUAL) or beside_share(line, spot.amount)
    return (of_which(line, spot.amount, nearest=True) if may_name else None) or _reached(line, spot)


def _reached(line: Line, spot: Spot) -> Draft | None:
    """The observation of which the figure is a share of plan, or of an earlier time."""
    target = _target(_open(line, spot.amount), spot.amount, line=line)
    if target is None or (target.amount.unit.kind is SHARE_KIND and target.measure is Measure.ATTAINMENT):
        return None
    if (
        plan_follows(line.row, spot.amount)
        or spot.head is EQUAL
        or of_the_work(line.row, spot.amount)
        or share_again(line.row, spot, target)
    ):
        return target
    if (
        spot.head is None
        and (target.amount.unit.kind is MONEY or in_plan_list(line, target) or of_its_plan(line.row, target.amount, spot.amount))
        and in_bracket(line.row, spot.amount)
        and not is_debt(target.name)
        and not _is_part(line, target)
    ):
        close = target.amount.last + 2 == spot.amount.first or of_its_plan(line.row, target.amount, spot.amount)
        return target if close or _after_plan(line, target, spot.amount) else None
    if spot.head is None and _spells_out(line.row, target.amount, spot.amount):
        return target
    bare = spot.head is LEVEL and spot.amount.unit.kind is SHARE_KIND and not of_all(line.row, spot.amount)
    return target if bare and target.amount.unit.kind in (THING, MONEY, MEASURE, Kind.TALK, None) else None


def _spells_out(row: list[Item], counted: Amount, share: Amount) -> bool:
    """Whether a bracket right behind so many out of so many spells out which share they are: 108/156 xã đạt chuẩn (│ 69,2%)."""
    if not (counted.whole and counted.unit.text) or share.unit.kind is not SHARE_KIND or not in_bracket(row, share):
        return False
    return abs(share.value - 100 * counted.value / counted.whole) < 1


def _is_part(line: Line, draft: Draft) -> bool:
    """Whether a sum is a part of one before it: vốn 24 tỷ đồng, trong đó: ngân sách 3 tỷ đồng (│ 12,9%)."""
    first = line.drafts[0].amount
    within = line.row[first.last + 1 : min(draft.amount.first, first.last + 1 + PART_WITHIN)]
    if draft is line.drafts[0] or not any(item.text in PARTS for item in within):
        return False
    return not any(item.text in BY_NOW for item in line.row[draft.floor : draft.amount.first])  # …; đến nay giải ngân 203 tỷ đồng (41,8%)


def _after_plan(line: Line, target: Draft, amount: Amount) -> bool:
    """Whether a bracket stands right after the plan that its figure is held against: 14 tỷ trên tổng kế hoạch 18 tỷ │ (77,4%)."""
    at = next((at for at, each in enumerate(line.drafts[:-1]) if each is target), -1)
    return at >= 0 and line.drafts[at + 1].amount.last + 2 == amount.first and held_against(line, line.drafts[at + 1])


def shared_head(line: Line, spot: Spot, last_head: Cue | None) -> Cue | None:
    """The verb of a comparison that has none of its own: that of the comparison before it."""
    named = said(line.row, spot.before, line.text).lower() if spot.before else ""
    if named in RATE_ONLY:
        return DOWN if "giảm" in named else UP
    return last_head if not plan_follows(line.row, spot.amount) else spot.head


def take_over(line: Line) -> None:
    """A change followed by the level it led to is a comparison of it: "tăng 2,64%, đạt 121.321 tờ khai"."""
    if len(line.drafts) < 2:
        return
    change, level = line.drafts[-2:]
    led = change.measure is Measure.CHANGE and may_compare(change.amount) and change.own and level.measure is Measure.LEVEL
    between = line.row[change.amount.last + 1 : level.amount.first]
    if [item.text for item in between[:1]] == [";"] or (
        any(item.text == "riêng" for item in between) and any(item.period for item in between)
    ):
        return  # tăng bình quân 18%/năm, riêng năm 2024 đạt │ 126 tỷ đồng
    if led and not level.own and level.head in (LEVEL, TO_UP, TO_DOWN, HAS) and not may_compare(level.amount):
        level.compared = [(change.amount, change.head, level.zone), *change.compared]
        level.name, level.start, level.own, level.spot = change.name, change.start, True, change.spot
        del line.drafts[-2]


def _of_total(row: list[Item], spot: Spot) -> bool:
    """Whether "bằng 24,7%" is a share of something else than a plan or an earlier time."""
    after = row[spot.amount.last + 1 : spot.amount.last + 4]
    if plan_follows(row, spot.amount):
        return False
    if spot.head is EQUAL and of_all(row, spot.amount):
        return True
    return (
        spot.head is EQUAL and bool(after) and not any(item.means & PLAN_OR_SAME_OR_VERSUS or item.is_mark or item.period for item in after)
    )


def _has_own_period(row: list[Item], spot: Spot) -> bool:
    """Whether the figure has a period of its own before it, which is not what it is compared with."""
    for at in range(spot.floor, spot.amount.first):
        if row[at].period:
            return not any(
                row[index].means & VERSUS_OR_SAME or row[index].text in HIGHER or row[index].text in APART
                for index in range(max(spot.floor, at - 3), at)
            )
    return False


def _open(line: Line, amount: Amount) -> list[Draft]:
    """The observations before a figure, without those in a bracket that is closed before it, where others stand before the bracket."""
    row, lowest = line.row, max(-1, amount.first - REACH)
    closing = next((at for at in range(amount.first - 1, lowest, -1) if row[at].text in "()"), -1)
    if closing < 0 or row[closing].text == "(":
        return line.drafts
    opening = next((at for at in range(closing - 1, lowest, -1) if row[at].text == "("), closing)
    return [draft for draft in line.drafts if not opening < draft.amount.first < closing] or line.drafts


def _target(
    drafts: list[Draft], amount: Amount, follows: frozenset[str] | set[str] = frozenset(), line: Line | None = None
) -> Draft | None:
    """The last observation that the figure can be a comparison of: no aim, no share of a total, the same unit unless it is a ratio.

    follows  words that its name shall hold, where one does
    """
    if follows and not may_compare(amount):
        named = [draft for draft in drafts[-LAST_DRAFTS:] if follows & set(draft.name.lower().split())]
        if named and (found := _target(named, amount, line=line)) is not None:
            return found
    for draft in reversed(drafts[-LAST_DRAFTS:]):
        if draft is not drafts[0] and (draft.aim or (line is not None and held_against(line, draft))):
            continue
        if line is not None and whose_money(line, draft, share=amount.unit.kind is SHARE_KIND):
            continue
        if may_compare(amount):
            if draft.head is not SHARE or draft.own or draft is drafts[0]:
                return draft
        elif draft.measure is not Measure.CHANGE and same_unit(amount, draft.amount):
            return draft
    return None
