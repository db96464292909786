"""The name of what a figure counts: before the verb (thu ngân sách đạt …), or after the number (… 140 doanh nghiệp thành lập mới).

What must and must not be read: corpus/observations.tsv.
"""

from dataclasses import dataclass

from giaoban.reading.cues import AIM, DONE, DUTY, LINK, SOFT, STOP, TARGET, Cue
from giaoban.reading.items import Item
from giaoban.reading.marks import PlaceMention
from giaoban.reading.names import (
    ACTORS,
    BEFORE_PLACES,
    CARRIERS,
    LEADING,
    NOMINAL,
    NOT_DONE,
    NOT_LEADING,
    NOT_NOMINAL,
    OPENERS,
    SURE,
    TRAILING,
)
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.halves import in_word
from giaoban.reference.units import JOINED, Kind

THING, TIME = Kind.THING, Kind.TIME
OVER_OR_UNDER = frozenset((Cue.OVER, Cue.UNDER))
SOFT_OR_DONE = frozenset((SOFT, DONE))
TARGET_OR_DUTY_OR_LINK = frozenset((TARGET, DUTY, LINK))

VERBAL = frozenset((
    Cue.LEVEL, Cue.HAS, Cue.UP, Cue.DOWN, Cue.MULTIPLE, Cue.EQUAL, Cue.SHARE, Cue.FROM, Cue.TO_UP, Cue.TO_DOWN, Cue.OVER, Cue.UNDER,
    Cue.ABOUT, Cue.AT_LEAST, Cue.AT_MOST, Cue.ESTIMATE, Cue.TARGET, Cue.DUTY, Cue.SOFT, Cue.AGAIN,
))  # fmt: skip
"""Cues that stand between a name and its figure."""
MOVES = frozenset((Cue.LEVEL, Cue.UP, Cue.DOWN, Cue.SHARE, Cue.EQUAL, Cue.TO_UP, Cue.TO_DOWN, Cue.MULTIPLE))
"""Verbs of which a name is the subject, so that "đã" before them still has the name before it."""
GROWN = frozenset((Cue.UP, Cue.DOWN, Cue.SHARE))
"""Cues that are part of a name before "là", "đạt": thu đóng góp │ là, tốc độ tăng trưởng │ đạt."""
ENDS_BEFORE = frozenset((Cue.DONE, Cue.VERSUS, Cue.SAME))
MODAL = frozenset((Cue.TARGET, Cue.ESTIMATE, Cue.DUTY))
"""Cues after which the name of a deed begins: sẽ được │ hỗ trợ."""
FIGURED = frozenset((Cue.LEVEL, Cue.UP, Cue.DOWN, Cue.SHARE, Cue.EQUAL, Cue.VERSUS, Cue.HAS))
BREAKS = frozenset((Cue.UP, Cue.DOWN, Cue.SHARE, Cue.EQUAL, Cue.VERSUS, Cue.LINK))
FIRST_WORDS = frozenset(form for name in NOMINAL | SURE for form in (name, name.split(" ")[0]))
"""Items at which such a name may begin."""
SUBJECTS, SURE_SUBJECTS = NOMINAL - {"lực lượng"}, SURE - {"lực lượng"}
"""Those that are not of whoever does a thing, too."""
HARD = frozenset('.;:()[]…?!“"*+')
QUOTES = frozenset('“"”’‘«»')
HALVES = frozenset(("cấp", "giao", "đạt", "mức"))
"""Verbs that end words of other meanings: khẩn │ cấp, bàn │ giao, truyền │ đạt, tổng │ mức."""
ADDED, ADDS = "tăng thêm", frozenset(("và", "vốn"))
"""Of a sum what kind it is, not by how much it grew: vốn cấp mới và │tăng thêm│ 232 triệu USD."""
CONCEDING = frozenset(("tuy", "dù", "mặc dù", "tuy có"))
"""Words between a name and the verb of what is conceded: tỷ lệ hộ nghèo │ tuy giảm 3% nhưng còn cao."""
PASSED = frozenset(":=")
"""Marks between a name and its figure."""
LONGEST = 26
"""Items of the longest name."""
CUT_BEFORE = frozenset(("ở", "tại", "của", "cao", "thấp", "chậm", "lớn", "không"))
"""Words at which the subject of a clause without a verb of change ends."""
WHOSE, BEFORE_WHOSE = frozenset(("thị xã", "tỉnh", "huyện", "thành phố", "tp", "xã", "quận", "phường")), frozenset(("của", "toàn", "tại"))
"""A place spoken of by its kind alone, at the end of a name: tổng giá trị sản xuất │ của thị xã."""
EACH = frozenset(("bình quân mỗi", "trung bình mỗi"))
CHUNK = 5
LONG_CHUNK = 14
"""Items of a part of a list (nông, lâm nghiệp, thủy sản) that may belong to one name; more where it begins as names do."""


@dataclass(slots=True)
class Name:
    """A name by its items, `first` to `last` in the row; empty where last < first."""

    first: int
    last: int

    def __bool__(self) -> bool:
        return self.last >= self.first


def verb_zone(row: list[Item], amount: Amount, floor: int) -> int:
    """The first of the items between a name and its figure: verbs, adverbs, bounds, a colon."""
    at = amount.first
    moves = levelled = False
    while at > floor:
        item = row[at - 1]
        if (levelled and item.means & GROWN) or (item.text == "lên" and at > 1 and row[at - 2].text == "trở"):
            break
        if DONE in item.means and moves:
            at -= 1
            continue
        if item.text not in PASSED and (
            not item.means
            or not item.means & VERBAL
            or item.is_mark
            or AIM in item.means
            or (item.text in HALVES and in_word(row, at - 1))
            or (item.text == ADDED and at > 1 and row[at - 2].text in ADDS)
        ):
            break
        moves = moves or bool(item.means & MOVES)
        levelled = levelled or item.text in ("là", "đạt")
        at -= 1
    return at


def name_before(row: list[Item], zone: int, floor: int) -> Name:
    """The name that ends before item `zone`; `floor` is where the figure before leaves off."""
    at = last = zone - 1 - (zone - 1 > floor and row[zone - 1].text in CONCEDING)
    got = 0
    while at >= floor and got < LONGEST:
        item = row[at]
        if item.text == ")" and (opening := _opening(row, at, floor)) is not None:
            place = opening > floor and row[opening - 1].place is not None
            at = opening - (2 if place and not got else 1)
            last = at if place and not got else last
            got += not place
            continue
        if _ends_name(row, at, got, floor) or (item.text == "," and not (got and _goes_on(row, at, floor))):
            break
        if item.period or item.place:
            if not got:
                at = last = _before_mark(row, at, floor)
                continue
            if (
                at == floor
                or row[at - 1].is_mark
                or (item.place and row[at - 1].text not in BEFORE_PLACES and AIM not in row[at - 1].means)
            ):
                break
        got += 1
        at -= 1
    return _cut_to_nominal(row, trimmed(row, Name(at + 1, last)))


def _cut_to_nominal(row: list[Item], name: Name) -> Name:
    """The name from where the measured thing begins in it: phát hiện │ hàm lượng Xianua."""
    if not name:
        return name
    after_comma = next((at + 1 for at in range(name.last - 1, name.first, -1) if row[at].text == "," and opens(row, at + 1, SURE)), None)
    if after_comma is not None:
        return Name(after_comma, name.last)
    if opens(row, name.first, NOMINAL):
        return name
    first = next((at for at in range(name.first + 1, name.last) if opens(row, at, SURE)), name.first)
    return Name(first, name.last)


def subject_before(row: list[Item], comma: int, floor: int) -> Name:
    """The subject of the clause before a comma, where the clause gave no figure: "kim ngạch tăng khá, đạt …"."""
    floor = max(floor, comma - LONGEST)
    start = next((at + 1 for at in range(comma - 1, floor - 1, -1) if row[at].text == "," or row[at].text in HARD), floor)
    end = next(
        (at for at in range(start, comma) if row[at].means & MOVES and (at == start or row[at - 1].text not in ("độ", "mức"))), start
    )
    if end > start and row[end].text == "là" and opens(row, end + 1, SURE):
        start = end + 1
        end = next((at for at in range(start, comma) if row[at].means & MOVES and row[at - 1].text not in ("độ", "mức")), comma)
    while start < end and (row[start].period or row[start].place or LINK in row[start].means):
        start += 1
    if end == start:
        end = next((at for at in range(start + 1, comma) if row[at].means & SOFT_OR_DONE or row[at].text in CUT_BEFORE), comma)
        end = end if opens(row, start, NOMINAL) or end - start <= CHUNK else start
    while end > start and DONE in row[end - 1].means:
        end -= 1
    return name_before(row, end, start) if end > start else Name(0, -1)


def _ends_name(row: list[Item], at: int, got: int, floor: int) -> bool:
    item = row[at]
    if item.text in HARD or item.text in QUOTES or (item.means and item.means & ENDS_BEFORE):
        return not (got and DONE in item.means and _subject_before(row, at))
    if not item.means:
        return got > 0 and item.text in CARRIERS and opens(row, at + 1, SURE)
    if LINK in item.means and (at <= floor or row[at - 1].is_mark or item.text in ("như", "trong đó", "riêng")):
        return True
    if not got:
        return STOP in item.means
    if item.means & MODAL and item.text != "giao" and AIM not in item.means:
        return not _subject_before(row, at)
    leads = (item.text in CARRIERS or LINK in item.means) and opens(row, at + 1, SURE)
    return leads or (STOP in item.means and (opens(row, at + 1, NOMINAL) or not _subject_before(row, at)))


def opens(row: list[Item], at: int, how: frozenset[str]) -> bool:
    """Whether a name of a measured thing begins at item `at`."""
    if not 0 <= at < len(row) or row[at].text not in FIRST_WORDS:
        return False
    pair = f"{row[at].text} {row[at + 1].text}" if at + 1 < len(row) else row[at].text
    return pair not in NOT_NOMINAL and (row[at].text in how or pair in how)


def _subject_before(row: list[Item], at: int) -> bool:
    """Whether a measured thing is named before a conjunction: "số vốn ủy thác … để bổ sung …"."""
    for index in range(at - 1, max(-1, at - LONGEST), -1):
        if opens(row, index, SURE_SUBJECTS):
            return True
        if row[index].is_mark or row[index].means & BREAKS or row[index].period:
            return opens(row, index + 1, SUBJECTS)
    return opens(row, 0, SUBJECTS)


def _opening(row: list[Item], at: int, floor: int) -> int | None:
    """The bracket that the one at `at` closes, unless it only holds the number of a list."""
    found = next((index for index in range(at - 1, max(floor, at - 20) - 1, -1) if row[index].text == "("), None)
    return None if found is None or (found == at - 2 and row[at - 1].is_numeral) else found


def _before_mark(row: list[Item], at: int, floor: int) -> int:
    """The item before a period or place and the words that lead to it (tính đến hết năm …)."""
    at -= 1
    while at >= floor and row[at].text in TRAILING and row[at].text != ",":
        at -= 1
    return at


def _goes_on(row: list[Item], comma: int, floor: int) -> bool:
    """Whether the name reaches back over a comma: what stands before is a short part of a list."""
    if comma + 1 < len(row) and counted_together(row, comma):
        return True
    size = 0
    for at in range(comma - 1, floor - 1, -1):
        item = row[at]
        if item.text == "," or item.text in HARD or item.means & ENDS_BEFORE or LINK in item.means:
            break
        if item.means & (FIGURED | MODAL) and size and opens(row, at + 1, NOMINAL):
            break
        size += 1
        if size > LONG_CHUNK or item.period or item.place or item.is_numeral or (item.means & FIGURED and not opens(row, at, NOMINAL)):
            return False
    first = row[comma - size].text if size else ""
    return size > 0 and first.split(" ")[0] not in OPENERS and (size <= CHUNK or opens(row, comma - size, NOMINAL))


def trimmed(row: list[Item], name: Name) -> Name:
    """The name without what it cannot begin or end with; empty where nothing is left."""
    while name.first <= name.last:
        item = row[name.first]
        pair = f"{item.text} {row[name.first + 1].text}" if name.first < name.last else ""
        if pair in NOT_LEADING:
            break
        if pair in LEADING:
            name.first += 2
        elif _leads(row, name):
            name.first += 1
        else:
            break
    while name.first <= name.last and (
        (row[name.last].text in TRAILING and not in_word(row, name.last) and not lasts(row, name.last))
        or (row[name.last].is_mark and row[name.last].text != ")")
    ):
        name.last -= 1
    return name


def lasts(row: list[Item], at: int) -> bool:
    """Whether a name may end at a time: its number is of it, or it is told for so long: nợ trên 90 │ ngày, thu bình quân mỗi │ tháng."""
    if TIME not in row[at].means or at < 2:
        return False
    averaged = row[at - 1].text in EACH and not row[at - 2].is_mark and LINK not in row[at - 2].means
    return averaged or (row[at - 1].is_numeral and bool(row[at - 2].means & OVER_OR_UNDER))


def _leads(row: list[Item], name: Name) -> bool:
    """Whether the first item only leads to the name: a particle, a verb of aiming, who does what is named."""
    item = row[name.first]
    if item.text in LEADING or item.is_mark or item.means & TARGET_OR_DUTY_OR_LINK:
        return True
    if name.first == name.last:
        return False
    acts = item.text in ACTORS and row[name.first + 1].text not in NOT_DONE and not row[name.first + 1].place
    return item.place is not None or acts


def counted_together(row: list[Item], comma: int) -> bool:
    """Whether the comma joins things of one sort: xã, thị trấn."""
    after = row[comma + 1]
    return THING in after.means and THING in row[comma - 1].means and after.text.split(" ")[0] in JOINED


def said(row: list[Item], name: Name, text: str) -> str:
    """The name as written, on one line; without the places and periods inside, and what leads to them."""
    stretches: list[list[Item]] = [[]]
    last = name.last
    if last - name.first > 1 and row[last].text in WHOSE and row[last - 1].text in BEFORE_WHOSE:
        last -= 2
    for item in row[name.first : last + 1]:
        if not (item.period or isinstance(item.place, PlaceMention)):
            stretches[-1].append(item)
            continue
        if stretches[-1] and stretches[-1][-1].text in BEFORE_PLACES:
            stretches[-1].pop()
        stretches.append([])
    return " ".join(" ".join([text[each[0].start : each[-1].end] for each in stretches if each]).split())
