"""Numbers that only say which things are meant, and count nothing themselves.

    "42 tàu trên 15 m"                                     the 15 m
    "9 chủ đầu tư giải ngân dưới 30%"                      the 30 %
    "các dự án có vốn từ 120 tỷ đồng trở lên"              the 120 tỷ đồng
    "26 xã đạt 13 tiêu chí trở lên"                        the 13 tiêu chí
    "312 doanh nghiệp sử dụng từ 10 lao động trở lên"      the 10 lao động

What must and must not be read: corpus/figures.tsv.
"""

from bisect import bisect_left

from giaoban.reading.cues import DOWN, EQUAL, LEVEL, SHARE, TO_DOWN, TO_UP, UP
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount, bound_behind
from giaoban.reading.rules.figures.drafts import Line
from giaoban.reference.units import Kind

ABOVE, BELOW = "trên", "dưới"
CLASSES = frozenset(("các", "những", "mọi", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))
"""Words before things of which those that follow the number are told apart: các │ dự án giải ngân dưới 40%, ba │ xã có tỷ lệ trên 1%."""
ACTING = frozenset((
    "xã", "huyện", "tỉnh", "thị xã", "thành phố", "quận", "phường", "thị trấn", "thôn", "công ty", "doanh nghiệp", "hợp tác xã", "đơn vị",
    "cơ quan", "sở", "ngành", "cục", "chi cục", "địa phương", "tập đoàn", "ngân hàng",
))  # fmt: skip
"""Who acts alone where no such word stands before: Xã │ có tỷ lệ hộ nghèo dưới 3%."""
HELD_TO = frozenset(("phải", "thì", "cần", "bị", "không được"))
"""What follows the bound of those who are held to something."""
AREAS = ("ha", "hecta", "héc ta", "m2", "m²", "km2", "km²", "mẫu", "sào", "công đất")
"""Units of what something is done on: 5 mô hình trên │ 120 ha."""
FOR, STRUCK = frozenset(("cho", "của", "với", "đối với")), frozenset(("hộ", "hộ dân", "diện tích", "gia đình"))
"""Who is struck so hard that something is done for him: khoanh nợ cho │hộ│ thiệt hại trên 70%."""
WITHIN = 9
"""Items between the things and the number."""
TOLD = frozenset((UP, DOWN, SHARE, EQUAL, TO_UP, TO_DOWN))
"""Verbs by which the number is told of the things themselves: 4 tỉnh có số người chết tăng trên 30%."""
WHICH = frozenset(("nào",))
RATES = ("tỷ lệ", "tỉ lệ", "giải ngân", "thiệt hại", "lãi suất")
"""Words of rates by which things are told apart."""
OF_EACH = ("doanh thu", "thu nhập", "kim ngạch", "lợi nhuận", "số thu", "dung tích")
"""Names of sums that each of several things has its own of: 26 mô hình cho doanh thu │ trên 1 tỷ đồng."""
BUILT = ("xe", "tàu", "thuyền", "ô tô", "ôtô", "phương tiện", "xã", "cầu", "hồ")
"""Things that are told apart by a measure right behind them: xe tải │ trên 10 tấn."""
CRITERIA, REST = "tiêu chí", frozenset(("còn lại", "số còn lại"))
EXAMPLES = frozenset(("như", ":"))
"""What leads to those things, each with its own number: có tỷ lệ giải ngân trên 80% │ như: huyện Đông (92%)."""
MEASURED = frozenset((Kind.MEASURE, Kind.MONEY))


def only_says_which(line: Line, amount: Amount) -> bool:
    """Whether the number is the bound by which some of the things before it are told apart from others."""
    if amount.first > 1 and amount.unit.kind in MEASURED and (_ends_class(line, amount) or _the_rest(line.row, amount)):
        return True
    return _tells_apart(line, amount)


def _tells_apart(line: Line, amount: Amount) -> bool:
    """Whether a bound before or behind the number makes it one."""
    row, beyond = line.row, bound_behind(line.row, amount) is not None
    if amount.first == 0 or not (_can_part(amount) or (_of_things(amount) and beyond and row[amount.first - 1].text == "từ")):
        return False
    if amount.whole is not None and not (amount.unit.text == CRITERIA and amount.whole == amount.value):
        return False
    word = row[amount.first - 1].text
    bounded = word in (ABOVE, BELOW)
    end = amount.first - (bounded or (word == "từ" and beyond))
    if not (bounded or beyond or amount.unit.text == CRITERIA):
        return False
    if row[amount.last + 1 : amount.last + 2] and row[amount.last + 1].text in EXAMPLES:
        return False
    if (counted := _counted_before(line, amount, end)) is not None:
        return _parts_counted(row[counted.last + 1 : end], amount, word, beyond=beyond)
    return (bounded or beyond) and not _of_things(amount) and _parts_named(row, end, amount, word, beyond=beyond)


def _ends_class(line: Line, amount: Amount) -> bool:
    """Whether a measure is one end of a class of the things counted before: 204 tàu từ │ 12 m đến dưới 15 m."""
    row, first, last = line.row, amount.first, amount.last
    if row[first - 1].text == "từ" and [item.text for item in row[last + 1 : last + 3]] == ["đến", BELOW]:
        return _counted_before(line, amount, first - 1) is not None
    if row[first - 1].text != BELOW or row[first - 2].text != "đến":
        return False
    at = bisect_left(line.amounts, first - 3, key=lambda each: each.last)
    lower = line.amounts[at]
    return lower.last == first - 3 and row[lower.first - 1].text == "từ" and _counted_before(line, lower, lower.first - 1) is not None


def _the_rest(row: list[Item], amount: Amount) -> bool:
    """Whether a measure bounds those that are left of what was counted: 112 tàu dài từ 15 m trở lên, số còn lại dưới │ 12 m."""
    first = amount.first
    return row[first - 1].text in (ABOVE, BELOW) and row[first - 2].text in REST


def _can_part(amount: Amount) -> bool:
    return amount.unit.kind in MEASURED or amount.unit.kind is Kind.SHARE or amount.unit.text == CRITERIA


def _of_things(amount: Amount) -> bool:
    return amount.unit.kind is Kind.THING and amount.unit.text != CRITERIA


def _counted_before(line: Line, amount: Amount, end: int) -> Amount | None:
    """The things counted in the same clause, of which some are told apart."""
    before = [each for each in line.amounts if each.last < end and each is not amount]
    counted = before[-1] if before else None
    if counted is None or counted.unit.kind is not Kind.THING or counted.unit.text == CRITERIA or end - counted.last - 1 > WITHIN:
        return None
    return None if any(item.is_mark or item.text == "và" for item in line.row[counted.last + 1 : end]) else counted


def _parts_counted(between: list[Item], amount: Amount, word: str, *, beyond: bool) -> bool:
    """Whether what stands between things counted and the number tells those things apart."""
    said = " ".join(item.text for item in between)
    if amount.unit.text == CRITERIA:
        return True
    if any(item.means & TOLD or item.text == "với" for item in between):
        return False
    if amount.unit.kind is Kind.SHARE:
        return not any(LEVEL in item.means for item in between)
    if beyond or word == BELOW:
        return True
    if between:
        return any(name in said for name in OF_EACH)
    return amount.unit.kind is Kind.MEASURE and not amount.unit.text.lower().endswith(AREAS)


def _parts_named(row: list[Item], end: int, amount: Amount, word: str, *, beyond: bool) -> bool:
    """Whether the number tells apart things that are named without being counted: các dự án giải ngân dưới 40%, xe tải trên 10 tấn."""
    if beyond and end > 1 and row[end - 1].text == "(" and not row[end - 2].is_numeral:
        return amount.unit.kind is Kind.MEASURE  # tàu xa bờ (│90 CV trở lên│) có 37 chiếc
    start = end
    while start > max(0, end - WITHIN) and (row[start - 1].period or not (row[start - 1].is_mark or row[start - 1].is_numeral)):
        start -= 1
    if start < end and row[end - 1].text.startswith(BUILT) and Kind.THING in row[end - 1].means:
        return amount.unit.kind is Kind.MEASURE or amount.unit.text == CRITERIA
    owner = next((at for at in range(end - 1, start - 1, -1) if Kind.THING in row[at].means and _is_class(row, at, amount)), -1)
    if owner < 0 or any(item.means & TOLD for item in row[owner + 1 : end]):
        return False
    between = row[owner + 1 : end]
    said = " ".join(item.text for item in between)
    if amount.unit.kind is Kind.SHARE:
        led = bool(between) and (between[0].text in WHICH or any(rate in said for rate in RATES))
        return led and not any(LEVEL in item.means for item in between)
    return (beyond or word == BELOW) and not any(LEVEL in item.means and item.text != "mức" for item in between)


def _is_class(row: list[Item], at: int, amount: Amount) -> bool:
    """Whether things are named as a class: các │ dự án, │ Dự án (…), đơn vị │ nào, │ xã giải ngân dưới 40% phải giải trình."""
    if at + 1 < len(row) and row[at + 1].text in WHICH:
        return True
    if at and (row[at - 1].text in CLASSES or (row[at - 1].text in FOR and row[at].text in STRUCK)):
        return True
    held_to = amount.last + 1 < len(row) and row[amount.last + 1].text in HELD_TO
    return (row[at].text not in ACTING or held_to) and (at == 0 or row[at - 1].is_mark)
