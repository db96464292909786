"""Quantities in a sentence: a number, its unit, how firmly it is stated.

    "đạt trên 19.200 tỷ đồng"   over 19200 "tỷ đồng"
    "394 tỷ 581 triệu đồng"     394.581 "tỷ đồng"
    "18/21 xã"                  18 "xã", of 21
    "10 - 12%"                  10 to 12 "%"
    "21,3 ha/297 hộ"            21.3 "ha", 297 "hộ"

Numbers that are names (Nghị quyết 19, quận 2, Covid-19), times and ordinals are none.
What must and must not be read: corpus/quantities.tsv.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from giaoban.model import Bound
from giaoban.reading.cues import ABOUT, MULTIPLE, OVER, TO_UP, UNDER, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.naming_numbers import names_something
from giaoban.reading.rules.figures.amounts.numbers import joined, numeral
from giaoban.reading.rules.figures.amounts.standing import (
    DASHES,
    THOUSAND,
    THOUSANDS,
    UP_TO,
    is_rate,
    second,
    stands_alone,
    thousands_before,
    written,
)
from giaoban.reading.rules.figures.amounts.units import Unit, unit_at
from giaoban.reference.units import SCALE, WHOLE_THINGS, Kind

CLOCK, MEASURE, MONEY, SHARE, THING, TIMES = Kind.CLOCK, Kind.MEASURE, Kind.MONEY, Kind.SHARE, Kind.THING, Kind.TIMES
UNDER_OR_OVER_OR_ABOUT_OR_TO_UP = frozenset((UNDER, OVER, ABOUT, TO_UP))

BOUNDS = {Cue.AT_LEAST: Bound.AT_LEAST, Cue.AT_MOST: Bound.AT_MOST, Cue.OVER: Bound.OVER, Cue.UNDER: Bound.UNDER, Cue.ABOUT: Bound.ABOUT}
SIGNS = {">": Bound.OVER, "<": Bound.UNDER}
BEYOND = {"lên": Bound.AT_LEAST, "xuống": Bound.AT_MOST}
FROM_ON, WORDS_BETWEEN, WHOSE = "từ", 6, 2
"""What stands before a number that is the least, and items between what is counted and "trở lên"."""
BEYOND_ITEMS = 2
"""Items of "trở lên"."""
LIMITS = frozenset((Cue.AT_LEAST, Cue.AT_MOST))
"""Bounds that may stand before the verb: tối thiểu phải đạt 312 tỷ đồng."""
SAYS, PASSED_OVER = frozenset((Cue.LEVEL, Cue.TARGET)), frozenset((Cue.SOFT, Cue.TO_UP, Cue.FROM))
MOVED = frozenset((Cue.TO_UP, Cue.TO_DOWN))
PER, LED_BY, HELD = "/", 5, frozenset((Cue.PLAN, Cue.SAME))
"""In a unit what so much is paid for; items between two prices of the same, and what leads to the other one."""
IN_TURN, IN_TURN_WITHIN, IN_TURN_LIST = "lần lượt", 4, 24
"""What says that numbers are told in turn, items between it and the first, and items of the numbers."""
JOINED_BY = frozenset(("và", ",", ";"))
RANKED, RANKING, RANKED_WITHIN = "thấp nhất", frozenset(("cao nhất", "dẫn đầu", "đầu", "cao", "đứng đầu")), 20
"""What ranks those of a list, behind whoever ranks first: dẫn đầu 41%, Tân Lập thấp nhất │ 29%."""
SPREADS, ON_LAND = (
    frozenset(("hiện", "xuất hiện", "hại", "gây hại", "sinh", "phát sinh", "dụng", "áp dụng")),
    frozenset(("ha", "héc ta", "mẫu", "sào")),
)
"""Verbs of what is on so much land."""
OF = ["trên"]
BOUND_REACH = 3
BEYOND_IT, MET, FORBIDDEN_WITHIN = "quá", "đạt và vượt", 12
FORBIDDING = frozenset((("không", "để"), ("không", "được"), ("không", "cho")))
"""Words before something that shall not go beyond a number."""
HUNDRED = "trăm"
SPOKEN_PARTS = {"rưỡi": Decimal("0.5"), "mốt": Decimal("0.1")}
"""Words for a part of the power before them: 4 tỷ │ rưỡi, 1 tỷ │ mốt."""
TIMES_SAID = {"rưỡi": 1.5, "đôi": 2, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
"""Words of multiples."""
OF_THEMSELVES = frozenset(("đôi", "rưỡi"))
"""Those that need no "lần" after them: gấp đôi."""


@dataclass(slots=True)
class Amount:
    """A quantity and where it stands in the row of items.

    first, last  its items: the numeral to the end of its unit
    start, end   its code points
    whole        what it is out of: 21 in 18/21
    """

    value: Decimal
    value_to: Decimal | None
    unit: Unit
    first: int
    last: int
    start: int
    end: int
    whole: Decimal | None = None
    bound: Bound = Bound.EXACT


def amounts(row: list[Item], text: str) -> list[Amount]:
    """The quantities of a row of items, in order, not overlapping."""
    found: list[Amount] = []
    for index in [index for index, item in enumerate(row) if item.is_numeral or item.text in TIMES_SAID]:
        if found and index <= found[-1].last:
            continue
        amount = _amount(row, index, text) if row[index].is_numeral else _times(row, index)
        if amount:
            found.append(amount)
    for before, after in reversed(list(pairwise(found))):
        _share_unit(before, after, row)
        _share_each(before, after, row)
        if after.bound is Bound.OVER and [item.text for item in row[before.last + 1 : after.first]] == OF and _alike(before, after):
            after.bound = Bound.EXACT  # 164 việc trên 251 việc
    return found


def _times(row: list[Item], index: int) -> Amount | None:
    """A multiple said in a word: tăng gấp đôi, gấp ba lần."""
    at = index - 1
    while at > 0 and row[at].means & UNDER_OR_OVER_OR_ABOUT_OR_TO_UP:
        at -= 1
    last = index + 1 if index + 1 < len(row) and row[index + 1].text == "lần" else index
    if at < 0 or MULTIPLE not in row[at].means or (last == index and row[index].text not in OF_THEMSELVES):
        return None
    unit = Unit("lần", TIMES, last, known=True)
    amount = Amount(Decimal(TIMES_SAID[row[index].text]), None, unit, index, last, row[index].start, row[last].end)
    amount.bound = _bound(row, amount)
    return amount


def _share_unit(before: Amount, after: Amount, row: list[Item]) -> None:
    """Give a bare number the unit of the number that it rises or falls to, or stands beside in turn: từ 90 lên 180 ngày."""
    if before.unit.text or not after.unit.known or after.first != before.last + 2:
        return
    between = row[before.last + 1]
    moved = between.means & MOVED and row[before.first].means.isdisjoint(MOVED)
    if moved or (between.text in JOINED_BY and _in_turn(row, before)):
        before.unit = replace(after.unit, last=before.last)


def _share_each(before: Amount, after: Amount, row: list[Item]) -> None:
    """Give a price for which it is not said how much it buys what is said of the price beside it: từ │45 nghìn│ xuống 22 nghìn đồng/kg,
    92 triệu đồng/tấn (kế hoạch │65 triệu│)."""
    between = row[before.last + 1 : after.first]
    bare, priced = (before, after) if before.unit.bare else (after, before)
    if bare.unit.power != priced.unit.power or not bare.unit.bare or PER not in priced.unit.text or len(between) > LED_BY:
        return
    if bare is before and not (len(between) == 1 and between[0].means & MOVED):
        return
    if bare is after and not any(item.means & HELD or item.period for item in between):
        return
    bare.unit = replace(priced.unit, last=bare.unit.last)


def _alike(before: Amount, after: Amount) -> bool:
    return before.unit.kind is THING and before.unit.text == after.unit.text and before.value <= after.value


def _in_turn(row: list[Item], amount: Amount) -> bool:
    first = amount.first
    while amount.first - first < IN_TURN_LIST and first and (row[first - 1].is_numeral or row[first - 1].text in JOINED_BY):
        first -= 1
    return any(item.text.startswith(IN_TURN) for item in row[max(0, first - IN_TURN_WITHIN) : first])


def _amount(row: list[Item], index: int, text: str) -> Amount | None:
    if not stands_alone(row, index, text):
        return None
    said, at = written(row, index)
    other, relation, at = second(row, at)
    unit = unit_at(row, at + 1, text)
    value = numeral(said, unit.kind in WHOLE_THINGS and not unit.power)
    if value is None or names_something(row, index, at, unit) or is_rate(row, index, value, unit):
        return None
    if not unit.text and other is None and index and MULTIPLE in row[index - 1].means:
        unit = Unit("lần", TIMES, at, known=True)
    amount = Amount(value, None, unit, index, max(at, unit.last), row[index].start, row[max(at, unit.last)].end)
    if other is not None and not _with_second(amount, other, relation):
        return None
    if thousands := thousands_before(row, index, value):
        amount.value, amount.first, amount.start = value + THOUSAND * thousands, index - 2, row[index - 2].start
    _with_parts(amount, row, text)
    _with_upper_end(amount, row, text)
    amount.bound = _bound(row, amount)
    if bound_behind(row, amount):
        amount.end = row[amount.last + BEYOND_ITEMS].end
    return amount


def behind(row: list[Item], amount: Amount) -> int:
    """The item that follows a figure and the bound behind it."""
    return amount.last + 1 + (BEYOND_ITEMS if bound_behind(row, amount) else 0)


def bound_behind(row: list[Item], amount: Amount) -> Bound | None:
    """The bound that "trở lên", "trở xuống" right after a figure sets it; None where neither stands there."""
    if amount.last + BEYOND_ITEMS < len(row) and row[amount.last + 1].text == "trở":
        return BEYOND.get(row[amount.last + BEYOND_ITEMS].text)
    return None


def ends_bound(row: list[Item], at: int) -> bool:
    """Whether "trở lên", "trở xuống" begins at an item: đảng viên mới │ trở lên."""
    return row[at].text == "trở" and at + 1 < len(row) and row[at + 1].text in BEYOND


def _from_on(row: list[Item], amount: Amount) -> Bound | None:
    """The bound that "từ … trở lên" sets around what is counted, or behind whose share it is: từ │ 40 đảng viên │ mới trở lên."""
    from_there = amount.first > 0 and row[amount.first - 1].text == FROM_ON
    reach = WORDS_BETWEEN if from_there else WHOSE if amount.unit.kind is SHARE else 0
    for at in range(amount.last + 1, min(len(row) - 1, amount.last + 1 + reach)):
        if row[at].text == "trở":
            return BEYOND.get(row[at + 1].text)
        if row[at].is_mark or row[at].is_numeral:
            return None
    return None


def _with_second(amount: Amount, second: str, relation: str) -> bool:
    value = numeral(second, amount.unit.kind in WHOLE_THINGS and not amount.unit.power)
    if value is None:
        return False
    if relation == "/":
        amount.whole = value
        return True
    if value > amount.value:
        amount.value_to = value
        return True
    return False


def _with_parts(amount: Amount, row: list[Item], text: str) -> None:
    """Take in the smaller part of a number said in two: 1 tỷ 278 triệu đồng, 4 tỷ rưỡi, 2 nghìn 764 tỷ đồng."""
    at = amount.last + 1
    power = SCALE.get(amount.unit.power)
    if power and amount.unit.bare and at < len(row) and row[at].text in SPOKEN_PARTS:
        amount.value += SPOKEN_PARTS[row[at].text]
        amount.last, amount.end = at, row[at].end
    elif power and amount.unit.bare and at < len(row) and row[at].is_numeral:
        hundreds = at + 1 < len(row) and row[at + 1].text == HUNDRED
        part, unit = numeral(row[at].text), unit_at(row, at + 1 + hundreds, text)
        if part is not None and hundreds:
            part *= 100
        smaller = SCALE.get(unit.power)
        if part is not None and part < 1000 and amount.unit.power in THOUSANDS and unit.known and (smaller is None or smaller > power):
            amount.value, amount.unit, amount.last, amount.end = amount.value * 1000 + part, unit, unit.last, row[unit.last].end
            return
        if part is not None and smaller and smaller < power and part < 1000:
            amount.value = joined(amount.value, power, part, smaller)
            amount.unit = unit.in_power(amount.unit.power) if unit.known or unit.bare else amount.unit
            amount.last = unit.last if unit.known or unit.bare else at + hundreds + 1
            amount.end = row[amount.last].end


def _with_upper_end(amount: Amount, row: list[Item], text: str) -> None:
    """Take in the upper end of a range, or the whole of a part, that has its own unit: từ 15% đến 29%, 18 xã/21 xã."""
    at = amount.last + 1
    if amount.value_to is not None or amount.whole is not None or at + 1 >= len(row) or not row[at + 1].is_numeral:
        return
    part = row[at].text == PER and amount.unit.kind is THING and amount.value < THOUSAND  # 260.000 cây/300.000 cây is a plan
    if part or row[at].text in DASHES or row[at].text in UP_TO:
        value, unit = numeral(row[at + 1].text, part), unit_at(row, at + 2, text)
        if value is not None and unit.text and unit.text == amount.unit.text and (value > amount.value or (part and value == amount.value)):
            amount.value_to, amount.whole = (None, value) if part else (value, None)
            amount.last, amount.end = unit.last, row[unit.last].end


def _forbidden(row: list[Item], amount: Amount) -> bool:
    """Whether it is said that there shall be no more: không để bù đổi quá │ 1% quân số."""
    said = [item.text for item in row[max(0, amount.first - FORBIDDEN_WITHIN) : amount.first]]
    at = next((at for at in range(len(said) - 1, 0, -1) if (said[at - 1], said[at]) in FORBIDDING), 0)
    return at > 0 and "," not in said[at:]


def _no_bound(row: list[Item], item: Item, amount: Amount) -> bool:
    """Whether words of a bound say something else: đạt và vượt 12/15 chỉ tiêu, xã thấp nhất │ 0,6%, sâu bệnh xuất hiện trên │ 212 ha."""
    if item.text == RANKED:
        return any(each.text in RANKING for each in row[max(0, amount.first - RANKED_WITHIN) : amount.first])
    before = row[amount.first - 2].text if amount.first > 1 else ""
    on_land = item.text == "trên" and before in SPREADS and amount.unit.text in ON_LAND
    return on_land or (item.text == MET and amount.whole is not None)


def _bound(row: list[Item], amount: Amount) -> Bound:
    """How firmly the number is stated, by the nearest words before it, or "trở lên" after it."""
    if said := bound_behind(row, amount) or _from_on(row, amount):
        return said
    if amount.first and row[amount.first - 1].text in SIGNS:
        return SIGNS[row[amount.first - 1].text]
    stated = False
    for item in reversed(row[max(0, amount.first - BOUND_REACH) : amount.first]):
        if not item.means:
            if stated:
                continue
            break
        for cue, bound in BOUNDS.items():
            if cue in item.means and (not stated or cue in LIMITS) and not _no_bound(row, item, amount):
                return Bound.AT_MOST if item.text == BEYOND_IT and _forbidden(row, amount) else bound
        stated = stated or not item.means.isdisjoint(SAYS)
        if item.means.isdisjoint(PASSED_OVER) and not stated:
            break
    return Bound.EXACT
