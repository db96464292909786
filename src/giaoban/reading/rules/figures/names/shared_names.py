"""What is said of things counted only behind a bracket, the places that they are, or others counted with them.

    "25 tập thể và 40 cá nhân │ được tặng giấy khen"   of both
    "38 xã (42%) │ đạt chuẩn nông thôn mới"
    "3 xã Ea Lâm, Phú Sơn và Phú Lâm │ về đích"

What must and must not be read: corpus/wordings.tsv.
"""

from bisect import bisect_left

from giaoban.reading.cues import EQUAL, LEVEL, LINK, MULTIPLE, SAME, SHARE, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Line
from giaoban.reading.rules.figures.indicators import HARD, Name, trimmed
from giaoban.reference.units import Kind

BETWEEN = frozenset((",", "và", "với", "cùng", "/"))
"""What joins things counted together."""
ENDS = frozenset((EQUAL, LINK, MULTIPLE, SAME, SHARE, VERSUS))
MEMBERS_OF = frozenset(("gồm", "với"))
"""What stands before those who belong to what was told, and share nothing with what comes after: 15 đội gồm │ 80 người, 21 tổ tuần tra."""
BRACKET = 12
"""Items of the longest bracket."""
MOST = 3
"""Things counted together, places in a list."""
LONGEST = 14
SHORTER = frozenset(("của", "tại", "ở", "trong", "vì", "do", "và", "với", "theo", "trên địa bàn", "nhân"))
"""Words at which what is said may leave off."""


def shared_behind(line: Line, amount: Amount) -> list[Name]:
    """What may be said of the things, shortest first; nothing where it stands right behind them."""
    first = _behind(line, amount)
    if first == amount.last + 1 or (amount.first and line.row[amount.first - 1].text in MEMBERS_OF):
        return []
    row, at = line.row, first
    found: list[Name] = []
    while at < len(row) and at - first <= LONGEST and not _ends(row[at]):
        if at > first and (row[at].text in SHORTER or row[at].place):
            _add(found, _told(row, first, at - 1))
        at += 1
    _add(found, _told(row, first, at - 1))
    return found


def _told(row: list[Item], first: int, last: int) -> Name:
    """Some items as a name; of things it is also told what they have reached: 3 xã (16%) │ đạt chuẩn nông thôn mới."""
    name = trimmed(row, Name(first, last))
    if name and LEVEL in row[first].means:
        name.first = first
    return name


def _behind(line: Line, amount: Amount) -> int:
    """The item behind the brackets, places and other things counted that follow an amount."""
    row, at = line.row, amount.last + 1
    for _ in range(MOST):
        at = _past_places(row, _past_bracket(row, at))
        other = _joined(line, at)
        if other is None or (other.unit.text == amount.unit.text and at > amount.last + 1):
            break
        at = other.last + 1
    return at


def _past_bracket(row: list[Item], at: int) -> int:
    if at >= len(row) or row[at].text != "(":
        return at
    return next((end + 1 for end in range(at + 1, min(len(row), at + BRACKET)) if row[end].text == ")"), at)


def _past_places(row: list[Item], at: int) -> int:
    if at >= len(row) or row[at].place is None:
        return at
    at += 1
    while at + 1 < len(row) and row[at].text in (",", "và") and row[at + 1].place is not None:
        at += 2
    return at


def _joined(line: Line, at: int) -> Amount | None:
    """The things counted that are joined to what ends before item `at`."""
    if at + 1 >= len(line.row) or line.row[at].text not in BETWEEN:
        return None
    place = bisect_left(line.amounts, at + 1, key=lambda amount: amount.first)
    other = line.amounts[place] if place < len(line.amounts) else None
    return other if other is not None and other.first == at + 1 and other.unit.kind is Kind.THING else None


def _ends(item: Item) -> bool:
    return item.text in HARD or item.text == "," or item.is_numeral or item.period is not None or bool(item.means & ENDS)


def _add(found: list[Name], name: Name) -> None:
    if name and (not found or found[-1].last != name.last):
        found.append(name)
