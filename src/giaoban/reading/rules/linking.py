"""What each figure of a sentence is: an observation, a comparison of one before it, or nothing.

One pass from left to right. Every decision has a name (`Draft.why`), so that it can be shown and measured.
"""

from dataclasses import dataclass, field

from giaoban.model import Bound, Measure, Span
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.comparisons import may_compare, plan_follows
from giaoban.reading.rules.indicators import NOMINAL, Name, name_after, name_before, named_after_is, opens, said, subject_before, verb_zone
from giaoban.reading.rules.quantities import Amount
from giaoban.reference.units import WEAK, Kind

HEADS = (Cue.MULTIPLE, Cue.TO_DOWN, Cue.UP, Cue.DOWN, Cue.EQUAL, Cue.SHARE, Cue.TO_UP, Cue.LEVEL, Cue.HAS, Cue.FROM, Cue.AGAIN)
CHANGES = frozenset((Cue.UP, Cue.DOWN, Cue.MULTIPLE))
STRETCH = frozenset(("tới", "đến"))
GROWTH = ("tăng trưởng", "tốc độ tăng", "mức tăng", "tốc độ phát triển")
RATES = frozenset(("tốc độ", "mức", "tỷ lệ", "tỉ lệ", "tổng mức", "nhịp độ", "tốc độ gia"))
RATE_ONLY = frozenset(("tốc độ gia tăng", "tốc độ tăng", "tỷ lệ tăng", "tỉ lệ tăng", "mức tăng", "tốc độ tăng trưởng", "giảm tuyệt đối", "tăng tuyệt đối", "tuyệt đối"))
GROWTH_WORDS = frozenset(("tốc độ tăng", "tốc độ gia tăng"))
"""Names that say nothing but that a change follows."""
SAME_AGAIN = ("con số này", "tỷ lệ này", "tỉ lệ này", "mức này", "số này", "chỉ tiêu này")
SEPARATORS = frozenset((",", ";", "và", ")", "nhưng", "trong đó", ".", ":"))
TAIL = frozenset((Cue.VERSUS, Cue.SAME, Cue.PLAN))
NO_NAME = frozenset(("con số", "tỷ lệ", "tỉ lệ", "mức", "số", "sang con số", "tỷ trọng", "lượt"))
"""Names that only point back at the figure before."""
SHARES_OF_PLAN = ("hoàn thành", "giải ngân", "thực hiện", "tiến độ", "dịch vụ")
AIMS = ("dự toán", "chỉ tiêu", "kế hoạch", "mục tiêu")
LASTING = ("thời gian", "tuổi thọ", "thời hạn")
PREPOSITIONS = frozenset(("của", "tại", "ở", "giữa", "với", "về", "trong", "cho", "từ", "các", "cả", "đối với"))
TALKED_OF = frozenset(("chủ yếu", "trọng tâm", "trọng", "đột phá", "đột", "này", "nêu", "cơ bản", "quan trọng", "quan", "chung", "trên", "nói"))
"""Words after things that are talked about rather than counted: 4 nhiệm vụ trọng tâm."""
SHORT_VERB = 2
"""Items from which the words before a measured thing say more than that it was seized or made."""
LONG_DEED = 6
"""Items of the longest deed that names things counted."""
COUNTED_FROM = 2
"""The weight from which a number of things is a figure."""
UNNAMED = 20
"""A thing counted that no table knows is taken from this number on."""
NOT_COUNTED = frozenset("và của những các đến cho trong tại với về theo là được bị thì mà từ này đó nêu tới khi để có liên".split())


@dataclass(slots=True)
class Draft:
    """A figure on its way to an observation.

    name      the indicator as written
    start     where its span starts
    head      the verb cue that governs it
    aim       it is a plan or aim that a result is measured against
    own       the name stands with the figure, it is not taken from the figure before
    why       the name of the decision that made it one
    compared  its comparisons: the figure, its verb, the item that ends what is said of it
    """

    amount: Amount
    name: str
    start: int
    end: int
    head: Cue | None
    zone: int
    floor: int
    measure: Measure = Measure.LEVEL
    falls: bool = False
    baseline: bool = False
    own: bool = False
    aim: bool = False
    why: str = ""
    compared: list[tuple[Amount, Cue | None, int]] = field(default_factory=list)


@dataclass(slots=True)
class Place:
    """Where a figure stands in its sentence: from `floor` to `ceiling` its words, from `zone` its verbs, its name before them."""

    amount: Amount
    floor: int
    zone: int
    head: Cue | None
    before: Name
    ceiling: int = 0


@dataclass(slots=True)
class Line:
    """A sentence while it is linked."""

    row: list[Item]
    amounts: list[Amount]
    text: str
    span: Span
    drafts: list[Draft] = field(default_factory=list)


def link(line: Line, carried: str) -> list[Draft]:
    """The observations of a sentence. `carried`: the indicator of the sentence before, for a figure without a name."""
    places = _places(line)
    last_head: Cue | None = None
    for place in places:
        target = _compared_to(line, place, last_head)
        if target is not None:
            head = place.head if place.head in CHANGES or place.head is Cue.EQUAL else _shared_head(line, place, last_head)
            target.compared.append((place.amount, head, place.ceiling))
            last_head = head
            continue
        last_head = None
        if why := _is_observation(line, place):
            line.drafts.append(_draft(line, place, why, carried))
            _take_over(line)
    return line.drafts


def _places(line: Line) -> list[Place]:
    found: list[Place] = []
    for index, amount in enumerate(line.amounts):
        floor = _after_tail(line.row, line.amounts[index - 1].last + 1, amount) if index else 0
        zone = verb_zone(line.row, amount, floor)
        before = name_before(line.row, zone, floor)
        if found:
            found[-1].ceiling = min(before.first if before else zone, zone)
        found.append(Place(amount, floor, zone, _head(line.row, zone, amount.first), before, len(line.row)))
    return found


def _after_tail(row: list[Item], start: int, amount: Amount) -> int:
    """Where the words of the figure before leave off: after the first separator, else after what it is compared with.

    A sum of money right after a plan is the plan's: "đạt 86,7% dự toán được giao là 405.000 tỷ đồng".
    """
    end = amount.first
    separator = next((at + 1 for at in range(start, end) if row[at].text in SEPARATORS), None)
    if separator is not None:
        return separator
    while start < end and (row[start].means & TAIL or row[start].period):
        if Cue.AIM in row[start].means and amount.unit.kind is Kind.MONEY:
            break
        start += 1
    return start


def _head(row: list[Item], zone: int, first: int) -> Cue | None:
    """The verb nearest to the figure; behind "tới", "đến" the change they stretch: tăng tới 5%."""
    stretched: Cue | None = None
    for item in reversed(row[zone:first]):
        head = next((cue for cue in HEADS if cue in item.means), None)
        if head is Cue.TO_UP and item.text in STRETCH:
            stretched = head
        elif head is not None:
            return head if stretched is None or head in CHANGES else stretched
    return stretched


def _compared_to(line: Line, place: Place, last_head: Cue | None) -> Draft | None:
    """The observation that the figure is a comparison of, or None where it stands for itself."""
    amount, row = place.amount, line.row
    named = said(row, place.before, line.text).lower() if place.before else ""
    rate = named in RATE_ONLY or (not named and any(item.text in GROWTH_WORDS for item in row[place.floor : place.zone]))
    if not line.drafts or (named and not rate) or _has_own_period(row, place):
        return None
    if any(item.text == ";" for item in row[line.drafts[-1].amount.last : amount.first]):
        return None
    if place.head in CHANGES or rate or (last_head is not None and place.head in (None, Cue.AGAIN) and may_compare(amount)):
        return _last_compared(line, place) or _target(line.drafts, amount)
    if not may_compare(amount) or _of_total(row, place):
        return None
    target = _target(line.drafts, amount)
    if target is None or (target.amount.unit.kind is Kind.SHARE and target.measure is Measure.ATTAINMENT):
        return None
    if plan_follows(row, amount) or place.head is Cue.EQUAL:
        return target
    return target if place.head is Cue.LEVEL and amount.unit.kind is Kind.SHARE and target.amount.unit.kind in (Kind.THING, Kind.MONEY, None) else None


def _last_compared(line: Line, place: Place) -> Draft | None:
    """The observation of a change that this one repeats in brackets: giảm 97 đơn vị (giảm 62,58%)."""
    for draft in line.drafts:
        if draft.compared and draft.compared[-1][0].last == place.zone - 2 and line.row[place.zone - 1].text == "(":
            return draft
    return None


def _of_total(row: list[Item], place: Place) -> bool:
    """Whether "bằng 24,7%" is a share of something else than a plan or an earlier time."""
    after = row[place.amount.last + 1 : place.amount.last + 4]
    return place.head is Cue.EQUAL and bool(after) and not any(item.means & {Cue.PLAN, Cue.SAME, Cue.VERSUS} or item.is_mark or item.period for item in after)


def _has_own_period(row: list[Item], place: Place) -> bool:
    """Whether the figure has a period of its own before it, which is not what it is compared with."""
    for at in range(place.floor, place.amount.first):
        if row[at].period:
            return not any(row[index].means & {Cue.VERSUS, Cue.SAME} for index in range(max(place.floor, at - 3), at))
    return False


def _target(drafts: list[Draft], amount: Amount) -> Draft | None:
    """The last observation that the figure can be a comparison of: no aim, no share of a total, the same unit unless it is a ratio."""
    for draft in reversed(drafts):
        if draft.aim and draft is not drafts[0]:
            continue
        if may_compare(amount):
            if draft.head is not Cue.SHARE or draft is drafts[0]:
                return draft
        elif _same_unit(amount, draft.amount):
            return draft
    return None


def _same_unit(amount: Amount, other: Amount) -> bool:
    mine, its = amount.unit.text.split("/")[0], other.unit.text.split("/")[0]
    if amount.unit.bare and other.unit.kind is Kind.THING and its.startswith(amount.unit.power):
        amount.unit = other.unit
        return True
    return bool(mine) and (mine.split(" ")[-1] == its.split(" ")[-1] or its.startswith(mine) or mine.startswith(its))


def _shared_head(line: Line, place: Place, last_head: Cue | None) -> Cue | None:
    named = said(line.row, place.before, line.text).lower() if place.before else ""
    if named in RATE_ONLY:
        return Cue.DOWN if "giảm" in named else Cue.UP
    return last_head if not plan_follows(line.row, place.amount) else place.head


def _is_observation(line: Line, place: Place) -> str:
    """The name of the reason to take the figure as an observation; empty where there is none."""
    amount, row = place.amount, line.row
    kind = amount.unit.kind
    named = said(row, place.before, line.text).lower() if place.before else ""
    if kind in (Kind.TALK, Kind.ROOM, Kind.CLOCK):
        return ""
    if kind is Kind.TIME:
        averaged = any(Cue.EACH in item.means for item in row[place.floor : amount.first])
        return "lasting" if averaged or amount.value % 1 or any(word in named for word in LASTING) else ""
    if amount.whole is not None and kind is Kind.MONEY and row[amount.first - 1].text == "(":
        return ""
    if kind in (Kind.SHARE, Kind.POINTS, Kind.MONEY, Kind.MEASURE):
        return "measured"
    if kind is Kind.TIMES:
        return "multiple" if place.head in CHANGES or "vượt" in named or "gấp" in named else ""
    if kind is Kind.THING:
        return "counted" if _counts(row, place) >= COUNTED_FROM else ""
    return _of_unknown(row, place)


def _counts(row: list[Item], place: Place) -> int:
    """How much speaks for a number of things being a figure. Each line is one reason and its weight."""
    amount = place.amount
    noun = amount.unit.text[len(amount.unit.power) :].strip().lower().split("/")[0].split(",")[0]
    weak = noun in WEAK
    before = row[amount.first - 1] if amount.first else None
    after = row[amount.last + 1 : amount.last + 3]
    reasons = (
        (0 if weak else 2),
        (1 if amount.value >= 10 else 0),
        (1 if amount.value >= 100 else 0),
        (2 if amount.whole is not None else 0),
        (1 if weak and any(item.text.endswith("có") for item in row[place.zone : amount.first]) else 0),
        (1 if weak and place.ceiling - amount.last > 3 and amount.value >= 5 else 0),
        (1 if place.head in (Cue.HAS, Cue.LEVEL, Cue.UP, Cue.DOWN, Cue.TO_UP, Cue.TO_DOWN) and before is not None and before.text not in PREPOSITIONS else 0),
        (1 if amount.bound is not Bound.EXACT or any(item.text.endswith("tổng số") for item in row[place.zone : amount.first]) else 0),
        (1 if place.zone > place.floor and Cue.DONE in row[place.zone - 1].means or (place.before and Cue.DONE in row[max(0, place.before.first - 1)].means) else 0),
        (-1 if weak and amount.value < 10 and before is not None and before.text in PREPOSITIONS else 0),
        (-2 if any(item.text in TALKED_OF for item in after) else 0),
        (-3 if amount.value == 1 and before is not None and Cue.EACH in before.means else 0),
    )
    return sum(reasons)


def _of_unknown(row: list[Item], place: Place) -> str:
    """Whether a number of something that no table knows is a figure."""
    amount = place.amount
    is_year = amount.value_to is None and 1900 <= amount.value <= 2100 and row[amount.first].text.isdigit() and len(row[amount.first].text) == 4
    if is_year or amount.value < UNNAMED:
        return ""
    if not amount.unit.text:
        return "unitless" if place.head in (Cue.LEVEL, Cue.TO_UP, Cue.TO_DOWN) and place.before else ""
    first = amount.unit.text.split(" ")[0]
    if first.lower() in NOT_COUNTED or len(first) < 2 or (first[0].isupper() and not first.isupper()):
        return ""
    return "guessed"


def _draft(line: Line, place: Place, why: str, carried: str) -> Draft:
    amount = place.amount
    name, start, end = _named(line, place)
    previous = line.drafts[-1].name if line.drafts else carried
    if not name or name.lower() in SAME_AGAIN or name.lower() in NO_NAME or _only_an_aim(line, place, name):
        name = previous or name
    draft = Draft(amount, name, min(start, amount.start), max(end, amount.end), place.head, place.zone, place.floor, own=bool(place.before), why=why)
    draft.aim = name.lower().startswith(AIMS) and bool(line.drafts)
    _measure(line.row, draft, place)
    return draft


def _only_an_aim(line: Line, place: Place, name: str) -> bool:
    """Whether the name is only "kế hoạch", "mục tiêu" of what the figure before counts."""
    row, before = line.row, place.before
    if not before or not line.drafts or row[place.amount.first - 1].text == "(":
        return False
    if before.first and row[before.first - 1].text == "(" and place.amount.unit.kind is Kind.MONEY:
        return False
    same = line.drafts[-1].amount.unit.kind is place.amount.unit.kind
    return same and before.first == before.last and bool(row[before.first].means & {Cue.AIM, Cue.PLAN})


def _named(line: Line, place: Place) -> tuple[str, int, int]:
    """The indicator and the span it gives the observation."""
    row, text, amount = line.row, line.text, place.amount
    before, after = place.before, name_after(row, amount, place.ceiling)
    if not before and place.zone and row[place.zone - 1].text == "(" and place.zone == amount.first:
        before = _before_bracket(line, place)
    if not before and place.zone > place.floor and row[place.zone - 1].text == "," and (not line.drafts or place.floor > line.drafts[-1].amount.last + 1):
        before = subject_before(row, place.zone - 1, place.floor)
    if not before and not line.drafts and (given := named_after_is(row, amount, place.ceiling)):
        return said(row, given, text), amount.start, row[given.last].end
    if amount.unit.kind in (Kind.THING, None) and amount.unit.text:
        return _count_name(line, place, before, after)
    if amount.unit.kind is Kind.SHARE and place.head not in MOVED and after and _is_thing(row, after):
        return said(row, after, text), amount.start, row[after.last].end
    if amount.unit.kind is Kind.MEASURE and after and place.head not in MOVED and not _stands_for_itself(row, before, text):
        verb = said(row, before, text) if before and before.last - before.first >= SHORT_VERB else ""
        return f"{verb} {said(row, after, text)}".strip(), _start(row, before, amount), row[after.last].end
    if before:
        before = _over_figure(line, place, before)
        return _grown(row, before, place, text), row[before.first].start, amount.end
    if after and amount.unit.kind is Kind.SHARE and place.head not in (Cue.SHARE, Cue.EQUAL):
        return said(row, after, text), amount.start, row[after.last].end
    growth = next((item for item in row[place.zone : amount.first] if item.text in GROWTH), None)
    return (growth.text, growth.start, amount.end) if growth else ("", amount.start, amount.end)


def _over_figure(line: Line, place: Place, before: Name) -> Name:
    """The name that runs over a figure inside it: "dư nợ cho vay qua 4 tổ chức là …", "1 ha đất lúa tạo giá trị …"."""
    inner = next((amount for amount in line.amounts if amount.last + 1 == place.floor), None)
    if inner is None or place.head is not Cue.LEVEL or inner.unit.kind not in (Kind.THING, Kind.MEASURE):
        return before
    row = line.row
    led = inner.first and row[inner.first - 1].text in OVER
    outer = name_before(row, verb_zone(row, inner, 0), 0) if led else Name(inner.first, before.last)
    return Name(outer.first, before.last) if outer and (led or inner.value == 1) else before


OVER = frozenset(("qua", "của", "tại", "cho", "trong", "với"))
MOVED = frozenset((Cue.LEVEL, Cue.SHARE, Cue.UP, Cue.DOWN, Cue.TO_UP, Cue.TO_DOWN, Cue.EQUAL, Cue.FROM, Cue.MULTIPLE))


def _stands_for_itself(row: list[Item], before: Name, text: str) -> bool:
    """Whether what stands before a measure names it, so that what follows need not: "diện tích 20ha", "tuyến chính dài 2.667 km"."""
    return bool(before) and (opens(row, before.first, NOMINAL) or row[before.last].text in ("dài", "rộng", "cao", "sâu", "nặng"))


def _start(row: list[Item], name: Name, amount: Amount) -> int:
    return row[name.first].start if name else amount.start


def _is_thing(row: list[Item], name: Name) -> bool:
    return Kind.THING in row[name.first].means or row[name.first].text.startswith(("số ", "số", "diện tích", "tổng"))


def _before_bracket(line: Line, place: Place) -> Name:
    """The name before the bracket that holds the figure: dự toán giao (492 tỷ đồng)."""
    floor = max((amount.last + 1 for amount in line.amounts if amount.last < place.zone), default=0)
    return name_before(line.row, place.zone - 1, floor)


def _grown(row: list[Item], before: Name, place: Place, text: str) -> str:
    """The name, with "tăng trưởng" where the verb belongs to it (tốc độ │ tăng trưởng)."""
    name = said(row, before, text)
    if name.lower() in RATES and place.zone < place.amount.first and row[place.zone].means & CHANGES:
        return f"{name} {text[row[place.zone].start : row[place.zone].end]}"
    return name


def _count_name(line: Line, place: Place, before: Name, after: Name) -> tuple[str, int, int]:
    row, text, amount = line.row, line.text, place.amount
    noun = amount.unit.text.split("/")[0][len(amount.unit.power) :].strip()
    first_words = said(row, before, text) if before else ""
    if first_words.lower() in NO_NAME or (before and not opens(row, before.first, NOMINAL) and _only_where(row, place)):
        before, first_words = Name(0, -1), ""
    if before and opens(row, before.first, NOMINAL) and (place.head is Cue.LEVEL or not after):
        return first_words, row[before.first].start, amount.end
    if not before and not after and _named_already(line, place, noun):
        return "", amount.start, amount.end
    if any(item.text.endswith("tổng số") for item in row[place.zone : amount.first]):
        noun = f"tổng số {noun}"
    if after:
        return f"{noun} {said(row, after, text)}", amount.start, row[after.last].end
    if before:
        before.first = max(before.first, before.last - LONG_DEED)
        first_words = said(row, before, text)
        return (f"{noun} {first_words}" if noun not in first_words else first_words), row[before.first].start, amount.end
    return noun, amount.start, amount.end


def _only_where(row: list[Item], place: Place) -> bool:
    """Whether what stands before things counted only says where they are: huyện có 4 dự án, ở 56 xã."""
    near = row[place.zone : place.amount.first]
    return any(item.text in ("có", "hiện có", "chỉ có", "mới có") for item in near) or row[place.amount.first - 1].text in ("ở", "tại")


def _named_already(line: Line, place: Place, noun: str) -> bool:
    """Whether the figure before counts the same things: in brackets, or place after place."""
    at = place.amount.first - 1
    if not line.drafts or at < 0:
        return False
    bracket = line.row[at].text in ("(", ")") or line.row[at].place is not None
    return bracket and (_same_unit(place.amount, line.drafts[-1].amount) or noun.lower() in line.drafts[-1].name.lower())


def _measure(row: list[Item], draft: Draft, place: Place) -> None:
    """Level, change or attainment; and whether it falls."""
    name = draft.name.lower()
    first = row[place.before.first] if place.before else None
    verb = place.head if place.head in CHANGES else next((cue for cue in (Cue.DOWN, Cue.UP) if first and cue in first.means), None)
    share = draft.amount.unit.kind is Kind.SHARE
    if verb is None and share and any(word in name for word in GROWTH):
        verb = Cue.UP
    if verb is None and share and "kéo giảm" in name:
        verb = Cue.DOWN
    if verb is None and draft.amount.unit.kind is Kind.TIMES:
        verb = Cue.UP
    if verb is not None:
        draft.measure, draft.falls = Measure.CHANGE, verb is Cue.DOWN
    elif share and (plan_follows(row, draft.amount) or (name.startswith(SHARES_OF_PLAN) and not name.startswith("tỷ lệ"))):
        draft.measure = Measure.ATTAINMENT


def _take_over(line: Line) -> None:
    """A change followed by the level it led to is a comparison of it: "tăng 2,64%, đạt 121.321 tờ khai"."""
    if len(line.drafts) < 2:
        return
    change, level = line.drafts[-2:]
    led = change.measure is Measure.CHANGE and may_compare(change.amount) and change.own and level.measure is Measure.LEVEL
    if led and not level.own and level.head in (Cue.LEVEL, Cue.TO_UP, Cue.TO_DOWN, Cue.HAS) and not may_compare(level.amount):
        level.compared = [(change.amount, change.head, level.zone), *change.compared]
        level.name, level.start, level.own = change.name, change.start, True
        del line.drafts[-2]
