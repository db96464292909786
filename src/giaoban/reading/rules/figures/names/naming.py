"""The indicator of a figure and the span that goes with it, from the names before and after it.

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.reading.cues import AIM, EQUAL, LEVEL, LINK, PLAN, SHARE, Cue
from giaoban.reading.items import Item
from giaoban.reading.names import ACTORS, NOMINAL
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparing.comparing import CHANGES
from giaoban.reading.rules.figures.comparisons import same_unit
from giaoban.reading.rules.figures.drafts import REACH, Line, Spot
from giaoban.reading.rules.figures.indicators import Name, name_before, opens, said, subject_before, verb_zone
from giaoban.reading.rules.figures.names.deeds import finished, without_counted
from giaoban.reading.rules.figures.names.following import name_after, named_after_is
from giaoban.reading.rules.figures.names.told_how import named_alone
from giaoban.reference.units import Kind

MEASURE, MONEY, SHARE_KIND, THING = Kind.MEASURE, Kind.MONEY, Kind.SHARE, Kind.THING
AIM_OR_PLAN = frozenset((AIM, PLAN))

GROWTH = ("tăng trưởng", "tốc độ tăng", "mức tăng", "tốc độ phát triển", "nhịp độ tăng", "nhịp độ phát triển")
RATES = frozenset(("tốc độ", "mức", "tỷ lệ", "tỉ lệ", "tổng mức", "nhịp độ", "tốc độ gia"))
GREW = "tăng trưởng"
NO_NAME = frozenset((
    "con số", "tỷ lệ", "tỉ lệ", "mức", "số", "sang con số", "tỷ trọng", "lượt", "ước thực hiện", "trung bình", "bình quân", "không",
    "tính chung", "lũy kế", "luỹ kế", "bình quân mỗi", "trung bình mỗi", "bình quân một", "tính ra", "thành",
))  # fmt: skip
"""Names that only point back at the figure before."""
SHORT_VERB = 2
"""Items from which the words before a measured thing say more than that it was seized or made."""
LONG_DEED = 6
"""Items of the longest deed that names things counted."""
PAIRED = frozenset((",", "/", "với"))
"""What stands between things that are counted together: 7 vụ, 18 đối tượng."""
DID = frozenset(("có", "phạm", "vi", "liên"))
"""How it begins what those counted have done: có hành vi, phạm tội, vi phạm, liên quan."""
FUNDS = frozenset(("tiền", "vốn", "thuế", "phí", "nợ", "kinh", "kinh phí", "ngân", "ngân sách"))
"""Words that say of a sum of money what money it is."""
CAPITALISED = 2
"""Capitalised words from which a name is somebody's."""
HIGHER = ("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn")
LED = frozenset((Cue.FROM, Cue.TO_UP, Cue.TO_DOWN))
"""From one level to another: a verb of change before the name is no part of it (tăng │ thời gian lưu trú │ từ 30 lên 45 ngày)."""
OVER = frozenset(("qua", "của", "tại", "cho", "trong", "với"))
MOVED = frozenset((Cue.LEVEL, Cue.SHARE, Cue.UP, Cue.DOWN, Cue.TO_UP, Cue.TO_DOWN, Cue.EQUAL, Cue.FROM, Cue.MULTIPLE))


def named(line: Line, spot: Spot) -> tuple[str, int, int]:
    """The indicator and the span it gives the observation."""
    row, text, amount = line.row, line.text, spot.amount
    before, after = _before(line, spot), name_after(row, amount, spot.ceiling)
    if spot.head in LED and before.first < before.last and row[before.first].means & CHANGES:
        before = Name(before.first + 1, before.last)
    if after and before.first == before.last and row[before.first].text in ACTORS:
        before = Name(0, -1)
    if not before and not line.drafts and (given := named_after_is(row, amount, spot.ceiling)):
        return said(row, given, text), amount.start, row[given.last].end
    if amount.unit.counts and amount.unit.text:
        return _count_name(line, spot, before, after or _after_pair(line, amount))
    if after and _follows(row, spot, before, after):
        verb = said(row, before, text) if before and _deed_says_more(row, spot, before) else ""
        return f"{verb} {said(row, after, text)}".strip(), row[before.first].start if verb else amount.start, row[after.last].end
    if before and (growth := _growth_aimed_at(row, spot, before)):
        return text[growth.start : growth.start + len(GREW)], growth.start, amount.end
    if before:
        before = _over_figure(line, spot, before)
        return _grown(row, before, spot, text), row[before.first].start, amount.end
    growth = next((item for item in row[spot.zone : amount.first] if item.text.startswith(GROWTH)), None)
    return (text[growth.start : growth.end], growth.start, amount.end) if growth else ("", amount.start, amount.end)


def _before(line: Line, spot: Spot) -> Name:
    """The name before the figure; also the one before its bracket, or before a comma that only a verb follows."""
    row, edge = line.row, spot.zone - 1
    if spot.before or edge < 0:
        return spot.before
    while edge > spot.floor and row[edge].period:
        edge -= 1
    if row[edge].text == "(" and spot.zone == spot.amount.first:
        return _before_bracket(line, spot)
    alone = not line.drafts or spot.floor > line.drafts[-1].amount.last + 1
    if edge >= spot.floor and row[edge].text == "," and alone:
        return subject_before(row, edge, spot.floor)
    return spot.before


def _follows(row: list[Item], spot: Spot, before: Name, after: Name) -> bool:
    """Whether the name of a share or measure is what follows it: 100% số hộ, 12 km đường."""
    kind = spot.amount.unit.kind
    if kind is SHARE_KIND:
        deed = spot.head is None and spot.zone == spot.amount.first and not opens(row, before.first, NOMINAL)
        return (spot.head not in MOVED and (deed or _is_thing(row, after))) or (not before and spot.head not in (SHARE, EQUAL))
    if kind is MONEY:
        return spot.head is None and spot.zone == spot.amount.first and row[after.first].text in FUNDS and bool(before)
    return kind is MEASURE and spot.head not in MOVED and not _stands_for_itself(row, before)


def _after_pair(line: Line, amount: Amount) -> Name:
    """What is said of the things counted after those beside them: 47 vụ, 66 đối tượng │ có hành vi tham nhũng."""
    row, at = line.row, amount.last + 2
    beside = next((other for other in line.amounts if other.first == at), None) if at < len(row) else None
    if beside is None or row[at - 1].text not in PAIRED or beside.unit.kind is not THING:
        return Name(0, -1)
    ceiling = next((other.first for other in line.amounts if other.first > at), len(row))
    found = name_after(row, beside, ceiling)
    return found if found and row[found.first].text in DID else Name(0, -1)


def _count_name(line: Line, spot: Spot, before: Name, after: Name) -> tuple[str, int, int]:
    row, text, amount = line.row, line.text, spot.amount
    noun = amount.unit.text.split("/")[0][len(amount.unit.power) :].strip()
    first_words = said(row, before, text) if before else ""
    if first_words.lower() in NO_NAME or (before and not opens(row, before.first, NOMINAL) and _only_where(row, spot)):
        before, first_words = Name(0, -1), ""
    if before and opens(row, before.first, NOMINAL) and (spot.head is LEVEL or not after):
        return first_words, row[before.first].start, amount.end
    if not before and not after:
        before = finished(row, spot.zone, spot.floor)
        first_words = said(row, before, text) if before else ""
    if not before and not after and _named_already(line, spot, noun):
        return "", amount.start, amount.end
    if not before and not after and (deed := _deed_beside(line, amount)):
        return f"{noun} {deed}", amount.start, amount.end
    if any(item.text.endswith("tổng số") for item in row[spot.zone : amount.first]):
        noun = f"tổng số {noun}"
    if after:
        return f"{noun} {said(row, after, text)}", amount.start, row[after.last].end
    if before:
        before.first = max(before.first, before.last - LONG_DEED)
        first_words = said(row, before, text)
        return (f"{noun} {first_words}" if noun not in first_words else first_words), row[before.first].start, amount.end
    return noun, amount.start, amount.end


def _deed_beside(line: Line, amount: Amount) -> str:
    """What was done to the things counted right before these: khởi tố 7 vụ, │ 18 đối tượng."""
    last = line.drafts[-1] if line.drafts else None
    beside = last is not None and last.amount.last == amount.first - 2 and line.row[amount.first - 1].text in PAIRED
    return without_counted(last.name) if last is not None and beside and last.amount.unit.kind is THING else ""


def _growth_aimed_at(row: list[Item], spot: Spot, before: Name) -> Item | None:
    """The growth that an aim is of: mục tiêu │ tăng trưởng đạt 8%."""
    first = row[before.first]
    only_aim = before.first == before.last and (AIM in first.means or first.text in ACTORS)
    growth = next((item for item in row[spot.zone : spot.amount.first] if item.text.startswith(GREW)), None)
    return growth if only_aim else None


def _grown(row: list[Item], before: Name, spot: Spot, text: str) -> str:
    """The name, with "tăng trưởng" where the verb belongs to it (tốc độ │ tăng trưởng)."""
    name = named_alone(said(row, before, text), row, before, spot.amount.first)
    if name.lower() in RATES and spot.zone < spot.amount.first and row[spot.zone].means & CHANGES:
        return f"{name} {text[row[spot.zone].start : row[spot.zone].end]}"
    return name


def _over_figure(line: Line, spot: Spot, before: Name) -> Name:
    """The name that runs over a figure inside it: "dư nợ cho vay qua 4 tổ chức là …", "1 ha đất lúa tạo giá trị …"."""
    inner = spot.previous
    if inner is None or inner.last + 1 != spot.floor or spot.head is not LEVEL or inner.unit.kind not in (THING, MEASURE):
        return before
    row = line.row
    led = inner.first and (row[inner.first - 1].text in OVER or (row[inner.first - 1].text == "trên" and inner.value == 1))
    outer = (
        name_before(row, verb_zone(row, inner, max(0, inner.first - REACH)), max(0, inner.first - REACH))
        if led
        else Name(inner.first, before.last)
    )
    return Name(outer.first, before.last) if outer and (led or inner.value == 1) else before


def _before_bracket(line: Line, spot: Spot) -> Name:
    """The name before the bracket that holds the figure: dự toán giao (492 tỷ đồng)."""
    return name_before(line.row, spot.zone - 1, min(spot.floor, spot.zone - 1))


def _deed_says_more(row: list[Item], spot: Spot, before: Name) -> bool:
    """Whether the words before a thing measured or shared say more than that it was seized or made: hỗ trợ 100% lãi suất."""
    if spot.amount.unit.kind in (SHARE_KIND, MONEY):
        return (spot.amount.unit.kind is MONEY or not opens(row, before.first, NOMINAL)) and before.last - before.first < LONG_DEED
    return before.last - before.first >= SHORT_VERB


def _stands_for_itself(row: list[Item], before: Name) -> bool:
    """Whether what stands before a measure names it, so that what follows need not: "diện tích 20ha", "tuyến chính dài 2.667 km"."""
    return bool(before) and (opens(row, before.first, NOMINAL) or row[before.last].text in ("dài", "rộng", "cao", "sâu", "nặng"))


def _is_thing(row: list[Item], name: Name) -> bool:
    return THING in row[name.first].means or row[name.first].text.startswith(("số ", "số", "diện tích", "tổng"))


def _only_where(row: list[Item], spot: Spot) -> bool:
    """Whether what stands before things counted only says where they are: huyện có 4 dự án, ở 56 xã."""
    near = row[spot.zone : spot.amount.first]
    return any(item.text in ("có", "hiện có", "chỉ có", "mới có") for item in near) or row[spot.amount.first - 1].text in ("ở", "tại")


def _named_already(line: Line, spot: Spot, noun: str) -> bool:
    """Whether the figure before counts the same things: in brackets, or place after place."""
    at = spot.amount.first - 1
    if not line.drafts or at < 0:
        return False
    bracket = line.row[at].text in ("(", ")") or line.row[at].place is not None
    return bracket and (same_unit(spot.amount, line.drafts[-1].amount) or noun.lower() in line.drafts[-1].name.lower())


def only_of(line: Line, spot: Spot, name: str) -> bool:
    """Whether the name only says whose figure it is, of what the figure before counts: Hưng Yên (94%); or what that one is above."""
    if not line.drafts or not name:
        return False
    if name.lower().startswith(HIGHER):
        return True
    if line.drafts[-1].amount.unit.text != spot.amount.unit.text or spot.head is not None or spot.amount.unit.kind is THING:
        return False
    if spot.before and line.row[spot.before.first].place is not None:
        return True
    return sum(word[0].isupper() and not word.isupper() for word in name.split()) >= CAPITALISED


def only_an_aim(line: Line, spot: Spot, name: str) -> bool:
    """Whether the name is only "kế hoạch", "mục tiêu" of what the figure before counts."""
    row, before = line.row, spot.before
    if not before or not line.drafts or row[spot.amount.first - 1].text == "(":
        return False
    if before.first and row[before.first - 1].text == "(" and spot.amount.unit.kind is MONEY:
        return False
    if before.first > 1 and row[before.first - 1].text == "theo" and LINK in row[before.first - 2].means:
        return False  # a part of those counted before: trong đó theo kế hoạch │ 33 cuộc, đột xuất 4 cuộc
    last = line.drafts[-1]
    kinds = [last.amount.unit.kind, *[change.unit.kind for change, _, _ in last.compared[-1:]]]
    aimed = "phấn đấu" in row[before.first].text
    return spot.amount.unit.kind in kinds and not aimed and before.first == before.last and bool(row[before.first].means & AIM_OR_PLAN)
