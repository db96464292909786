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
from giaoban.reading.rules.figures.amounts.units import GLUED, Unit, unit_at
from giaoban.reference.units import SCALE, WHOLE_THINGS, Kind

CLOCK, MEASURE, MONEY, SHARE, THING, TIMES = Kind.CLOCK, Kind.MEASURE, Kind.MONEY, Kind.SHARE, Kind.THING, Kind.TIMES
UNDER_OR_OVER_OR_ABOUT_OR_TO_UP = frozenset((UNDER, OVER, ABOUT, TO_UP))

BOUNDS = {Cue.AT_LEAST: Bound.AT_LEAST, Cue.AT_MOST: Bound.AT_MOST, Cue.OVER: Bound.OVER, Cue.UNDER: Bound.UNDER, Cue.ABOUT: Bound.ABOUT}
BEYOND = {"lên": Bound.AT_LEAST, "xuống": Bound.AT_MOST}
FROM_ON, WORDS_BETWEEN, WHOSE = "từ", 6, 2
"""What stands before a number that is the least, and items between what is counted and "trở lên"."""
BEYOND_ITEMS = 2
"""Items of "trở lên"."""
LIMITS = frozenset((Cue.AT_LEAST, Cue.AT_MOST))
"""Bounds that may stand before the verb: tối thiểu phải đạt 312 tỷ đồng."""
SAYS, PASSED_OVER = frozenset((Cue.LEVEL, Cue.TARGET)), frozenset((Cue.SOFT, Cue.TO_UP, Cue.FROM))
DASHES = frozenset("-–—")
UP_TO = frozenset(("đến", "tới", "hoặc"))
OUT_OF, TOTALS = frozenset(("trong", "trên")), frozenset(("tổng số", "số"))
"""Words between a number and what it is out of: 160 │ trong tổng số │ 178 xã."""
MOVED = frozenset((Cue.TO_UP, Cue.TO_DOWN))
BESIDE = frozenset((THING, MEASURE, MONEY, SHARE))
"""Units after which a stroke leads to what else is counted: 21,3 ha/ │ 297 hộ."""
STROKE_WITHIN = 4
IN_TURN, IN_TURN_WITHIN = "lần lượt", 4
JOINED_BY = frozenset(("và", ",", ";"))
BOUND_REACH = 3
BEYOND_IT, MET, FORBIDDEN_WITHIN = "quá", "đạt và vượt", 12
FORBIDDING = frozenset((("không", "để"), ("không", "được"), ("không", "cho")))
"""Words before something that shall not go beyond a number."""
THOUSANDS = frozenset(("nghìn", "ngàn"))
"""Powers before which a number goes on: 2 nghìn │ 764 tỷ đồng."""
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
    for before, after in pairwise(found):
        _share_unit(before, after, row)
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


def _in_turn(row: list[Item], amount: Amount) -> bool:
    return any(item.text.startswith(IN_TURN) for item in row[max(0, amount.first - IN_TURN_WITHIN) : amount.first])


def _amount(row: list[Item], index: int, text: str) -> Amount | None:
    if not _stands_alone(row, index, text):
        return None
    written, at = _written(row, index)
    second, relation, at = _second(row, at)
    unit = unit_at(row, at + 1, text)
    value = numeral(written, unit.kind in WHOLE_THINGS and not unit.power)
    if value is None or names_something(row, index, at, unit) or _is_rate(row, index, value, unit):
        return None
    if not unit.text and second is None and index and MULTIPLE in row[index - 1].means:
        unit = Unit("lần", TIMES, at, known=True)
    amount = Amount(value, None, unit, index, max(at, unit.last), row[index].start, row[max(at, unit.last)].end)
    if second is not None and not _with_second(amount, second, relation):
        return None
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


def _stands_alone(row: list[Item], index: int, text: str) -> bool:
    """Whether the numeral is no part of a code (HQ36a, QH14, 7/CP, Covid-19, km12+300)."""
    start, end = row[index].start, row[index].end
    before = text[start - 1] if start else " "
    if before == "/" and index > 1 and (row[index - 2].means & BESIDE or _counted_before(row, index)):
        before = " "
    tied = before in "-.–" and start > 1 and text[start - 2].isalnum() and not text[start - 2].isdigit()
    if before.isalnum() or before in "/_" or tied or (before == "+" and start > 1 and text[start - 2].isdigit()):
        return False
    after = row[index + 1] if index + 1 < len(row) else None
    if after is None or after.start > end:
        return True
    if after.text[0].isalpha():
        letter = len(after.text) == 1 and text[after.start].isupper()
        return (bool(after.means) and not letter) or after.text in SCALE or after.text in GLUED
    return not (after.text in "/-" and index + 2 < len(row) and row[index + 2].start == after.end and row[index + 2].text[0].isalpha())


def _counted_before(row: list[Item], index: int) -> bool:
    """Whether a number of things stands a few words before the stroke: 2 vụ đánh bạc/ │ 11 đối tượng."""
    for at in range(index - 2, max(0, index - 2 - STROKE_WITHIN), -1):
        if row[at].is_mark or row[at].is_numeral:
            return False
        if THING in row[at].means and row[at - 1].is_numeral:
            return True
    return False


def _is_rate(row: list[Item], index: int, value: Decimal, unit: Unit) -> bool:
    """Whether a number after a stroke and a measure only says for how much of something: 2 tấn/1 ha, 3 km/2 giờ."""
    if not index or row[index - 1].text != "/" or row[index - 1].end != row[index].start or THING in row[index - 2].means:
        return False
    if unit.text.split(" ")[-1] == row[index - 2].text:
        return False
    return unit.kind is not THING or not unit.known or value <= 1


def _written(row: list[Item], index: int) -> tuple[str, int]:
    """The numeral, joined again where a scan split it (19. 200), and its last item."""
    written = row[index].text
    if index + 2 < len(row) and row[index + 1].text in ".," and len(row[index + 2].text) == 3 and row[index + 2].text.isdigit():
        split = row[index + 1].start == row[index].end and row[index + 2].start == row[index + 1].end + 1
        if split and "," not in written and (row[index + 1].text == "." or "." not in written):
            return f"{written}{row[index + 1].text}{row[index + 2].text}", index + 2
    return written, index


def _second(row: list[Item], at: int) -> tuple[str | None, str, int]:
    """A second numeral bound to the first: "/" of a whole (also 160 trong tổng số 178), "-" of a range (10 - 12%, giữa 10 và 12%)."""
    if at + 2 < len(row) and row[at + 2].is_numeral:
        if row[at + 1].text == "/":
            return row[at + 2].text, "/", at + 2
        between = row[at + 1].text == "và" and at > 0 and row[at - 1].text == "giữa"
        if between or row[at + 1].text in DASHES or row[at + 1].text in UP_TO:
            return row[at + 2].text, "-", at + 2
    if at + 3 < len(row) and row[at + 1].text in OUT_OF and row[at + 2].text in TOTALS and row[at + 3].is_numeral:
        return row[at + 3].text, "/", at + 3
    return None, "", at


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
        part, unit = numeral(row[at].text), unit_at(row, at + 1, text)
        smaller = SCALE.get(unit.power)
        if part is not None and part < 1000 and amount.unit.power in THOUSANDS and unit.known and (smaller is None or smaller > power):
            amount.value, amount.unit, amount.last, amount.end = amount.value * 1000 + part, unit, unit.last, row[unit.last].end
            return
        if part is not None and smaller and smaller < power and part < 1000:
            amount.value = joined(amount.value, power, part, smaller)
            amount.unit = unit.in_power(amount.unit.power)
            amount.last, amount.end = unit.last, row[unit.last].end


def _with_upper_end(amount: Amount, row: list[Item], text: str) -> None:
    """Take in the upper end of a range whose lower end has its own unit: từ 15% đến 29%."""
    at = amount.last + 1
    if amount.value_to is not None or at + 1 >= len(row) or not row[at + 1].is_numeral:
        return
    if row[at].text in DASHES or row[at].text in UP_TO:
        value, unit = numeral(row[at + 1].text), unit_at(row, at + 2, text)
        if value is not None and value > amount.value and unit.text == amount.unit.text and unit.text:
            amount.value_to, amount.last, amount.end = value, unit.last, row[unit.last].end


def _forbidden(row: list[Item], amount: Amount) -> bool:
    """Whether it is said that there shall be no more: không để bù đổi quá │ 1% quân số."""
    said = [item.text for item in row[max(0, amount.first - FORBIDDEN_WITHIN) : amount.first]]
    at = next((at for at in range(len(said) - 1, 0, -1) if (said[at - 1], said[at]) in FORBIDDING), 0)
    return at > 0 and "," not in said[at:]


def _bound(row: list[Item], amount: Amount) -> Bound:
    """How firmly the number is stated, by the nearest words before it, or "trở lên" after it."""
    if said := bound_behind(row, amount) or _from_on(row, amount):
        return said
    stated = False
    for item in reversed(row[max(0, amount.first - BOUND_REACH) : amount.first]):
        if not item.means:
            if stated:
                continue
            break
        for cue, bound in BOUNDS.items():
            if cue in item.means and (not stated or cue in LIMITS) and not (item.text == MET and amount.whole):
                return Bound.AT_MOST if item.text == BEYOND_IT and _forbidden(row, amount) else bound
        stated = stated or not item.means.isdisjoint(SAYS)
        if item.means.isdisjoint(PASSED_OVER) and not stated:
            break
    return Bound.EXACT
