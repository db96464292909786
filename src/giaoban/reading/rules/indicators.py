"""The name of what a figure counts: before the verb (thu ngân sách đạt …), or after the number (… 140 doanh nghiệp thành lập mới).

What must and must not be read: corpus/observations.tsv.
"""

from dataclasses import dataclass

from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.quantities import DASHES, Amount
from giaoban.reference.units import Kind

VERBAL = frozenset((
    Cue.LEVEL, Cue.HAS, Cue.UP, Cue.DOWN, Cue.MULTIPLE, Cue.EQUAL, Cue.SHARE, Cue.FROM, Cue.TO_UP, Cue.TO_DOWN, Cue.OVER, Cue.UNDER, Cue.ABOUT,
    Cue.AT_LEAST, Cue.AT_MOST, Cue.ESTIMATE, Cue.TARGET, Cue.SOFT, Cue.AGAIN, Cue.DONE,
))  # fmt: skip
"""Cues that stand between a name and its figure."""
ENDS_BEFORE = frozenset((Cue.LINK, Cue.STOP, Cue.DONE))
ENDS_AFTER = frozenset((Cue.UP, Cue.DOWN, Cue.EQUAL, Cue.SHARE, Cue.VERSUS, Cue.MULTIPLE, Cue.AGAIN, Cue.LINK, Cue.STOP))
HARD = frozenset(".;:()[]…?!“\"*+")
QUOTES = frozenset("“\"”’‘«»")
OPENERS = frozenset(("theo", "tại", "trong", "với", "về", "sau", "đối với", "trên", "qua", "từ", "đến", "nhờ", "do", "khi", "để", "ngoài"))
"""Words that open an adverbial, which is no part of a list of names."""
LEADING = frozenset((
    "và", "của", "là", "có", "thì", "về", "trong", "với", "các", "những", "cho", "ở", "tại", "này", "đó", "nay", "cả", "-", "–", "—", "còn", "lại", "qua", "được", "bị", "nhất",
    "đến", "từ", "vào", "đạt", "cùng", "hay", "ra", "sẽ", "ước", "theo", "do", "khi", "đối", "số:", "ta", "thấy", ",", "ngay", "vẫn", "đều",
))  # fmt: skip
TRAILING = frozenset((
    "của", "tại", "trong", "đến", "trên", "ở", "từ", "vào", "cho", "năm", "và", "là", "ngày", "tính", "-", "–", ",", "với", "hết", "cuối", "đầu", "cả", "này", "thời", "điểm", "so",
    "đã", "sẽ", "được", "cũng", "ta", "tới", "có", "tháng", "ước", "qua", "thực", "hiện", "về", "kỳ", "đó", "giai", "đoạn",
))  # fmt: skip
ABOUT_PLACE = ("trên", "địa", "bàn")
LONGEST = 24
"""Items of the longest name."""
CHUNK = 5
"""Items of a part of a list (nông, lâm nghiệp, thủy sản) that may belong to one name."""


@dataclass(slots=True)
class Name:
    """A name by its items, `first` to `last` in the row; empty where last < first."""

    first: int
    last: int

    def __bool__(self) -> bool:
        return self.last >= self.first


def verb_zone(row: list[Item], amount: Amount, floor: int) -> int:
    """The first of the items between a name and its figure: verbs, adverbs, bounds."""
    at = amount.first
    while at > floor and _is_verbal(row[at - 1]):
        at -= 1
    return at


def _is_verbal(item: Item) -> bool:
    return bool(item.means & VERBAL) and not item.is_mark and Cue.AIM not in item.means


def name_before(row: list[Item], zone: int, floor: int) -> Name:
    """The name that ends before item `zone`; `floor` is the end of the figure before."""
    at, got = zone - 1, 0
    last = zone - 1
    while at >= floor and got < LONGEST:
        item = row[at]
        if item.text == ")" and (opening := _opening(row, at, floor)) is not None:
            at = opening - 1
            got += 1
            continue
        if item.text in HARD or item.text in QUOTES or item.means & ENDS_BEFORE:
            break
        if item.text == "," and not (got and _goes_on(row, at, floor)):
            break
        if item.period or item.place:
            if got:
                break
            at = _before_mark(row, at, floor)
            last = at
            continue
        got += 1
        at -= 1
    return _trimmed(row, Name(at + 1, last))


def _opening(row: list[Item], at: int, floor: int) -> int | None:
    return next((index for index in range(at - 1, max(floor, at - 16) - 1, -1) if row[index].text == "("), None)


def _before_mark(row: list[Item], at: int, floor: int) -> int:
    """The item before a period or place and the words that lead to it (tính đến hết năm …)."""
    at -= 1
    while at >= floor and row[at].text in TRAILING and row[at].text != ",":
        at -= 1
    return at


def _goes_on(row: list[Item], comma: int, floor: int) -> bool:
    """Whether the name reaches back over a comma: what stands before is a short part of a list."""
    size = 0
    for at in range(comma - 1, floor - 1, -1):
        item = row[at]
        if item.text == "," or item.text in HARD:
            break
        size += 1
        if size > CHUNK or item.period or item.place or item.is_numeral or item.means & ENDS_BEFORE or item.means & FIGURED:
            return False
    first = row[comma - size].text if size else ""
    return size > 0 and first not in OPENERS and first.split(" ")[0] not in OPENERS


FIGURED = frozenset((Cue.LEVEL, Cue.UP, Cue.DOWN, Cue.SHARE, Cue.EQUAL, Cue.VERSUS, Cue.HAS))


def _trimmed(row: list[Item], name: Name) -> Name:
    while name and (row[name.first].text in LEADING or row[name.first].is_mark):
        name.first += 1
    while name and (row[name.last].text in TRAILING or (row[name.last].is_mark and row[name.last].text != ")")):
        name.last -= 1
    return name


def name_after(row: list[Item], amount: Amount, ceiling: int) -> Name:
    """The name that goes on after the figure's unit, up to item `ceiling`: 3 nhà máy │ xử lý rác."""
    at = amount.last + 1
    while at < ceiling and at - amount.last <= LONGEST:
        item = row[at]
        if item.text in HARD or item.text == "," or item.text in DASHES or item.text in QUOTES:
            break
        if item.period or item.means & ENDS_AFTER or item.is_numeral:
            break
        if Cue.LEVEL in item.means and item.text in ("là", "đạt", "còn"):
            break
        at += 1
    last = at - 1
    while last > amount.last and (row[last].text in TRAILING or row[last].is_mark):
        last -= 1
    return Name(amount.last + 1, last)


def said(row: list[Item], name: Name, text: str) -> str:
    """The name as written, on one line; without places and periods inside."""
    pieces: list[str] = []
    start = None
    for item in row[name.first : name.last + 1]:
        if item.period or (item.place and pieces is None):
            continue
        if start is None:
            start = item.start
        pieces.append(text[item.start : item.end])
    return " ".join(" ".join(pieces).split())


def counts(amount: Amount) -> bool:
    """Whether the figure counts things rather than measures."""
    return amount.unit.kind in (Kind.THING, None)
