"""Parts of one whole that are told apart by a grade, a sort or what befell them: each is named as the one before, but for that.

    "Học lực giỏi 14%, │ khá 36%, yếu 9%"                          Học lực khá
    "132 thanh niên đủ sức khỏe, trong đó loại 1: │ 71 người"      thanh niên đủ sức khỏe loại 1
    "Tỷ lệ bản án bị hủy 0,6%, bị sửa │ 0,9%"                      Tỷ lệ bản án bị sửa

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.reading.cues import LINK, SOFT
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import Spot
from giaoban.reading.rules.figures.indicators import VERBAL
from giaoban.reference.units import Kind

GRADES = frozenset(
    listed("""
giỏi, khá, khá giỏi, trung bình, trung bình khá, trung bình yếu, yếu, yếu kém, kém, tốt, xuất sắc, hoàn thành xuất sắc, vững mạnh,
trong sạch vững mạnh, chưa đạt, rất tốt, rất hài lòng, hài lòng, chưa hài lòng, không hài lòng
""")
)
"""How well something is or does."""
ALONE = GRADES | {"đạt", "hoàn thành", "hoàn thành tốt", "không hoàn thành", "chưa hoàn thành", "không đạt"}
"""Grades and the like that are all there is of a name: Rèn luyện: tốt 81%, │khá│ 16%, │đạt│ 3%."""
SORTS = frozenset(("loại", "hạng", "nhóm"))
"""Words before a number that says of which sort things are."""
BEFELL = frozenset(("bị", "được"))
"""How it begins what befell them."""
STAYING = GRADES | BEFELL
"""Words of those that may also only stand between a name and its figure: đạt │ khá."""
LONGEST = 3
"""Items of the longest grade, or of what befell."""
SORTED = ("loại", "1")
"""How a sort is told."""
PARTED = frozenset(",;:().")
JOINED, LEADING = frozenset(("và", "còn", "xếp")), frozenset(("là", ":"))
"""Words before a grade that say no more than that it comes, and behind it."""
NOTHING = ""
HELD = frozenset(("hiện có", "có mặt", "hiện có mặt", "thực có", "thiếu", "còn thiếu", "đã có", "đã tuyển", "thừa", "dôi dư"))
POSTS, PERSON = ("biên chế", "định biên", "chỉ tiêu biên chế", "số lượng người làm việc"), "người"
"""What is held by persons, and how those are counted."""
MOST_WORDS = 4
"""Syllables of the longest grade."""


def graded(row: list[Item], spot: Spot, previous: str) -> str:
    """The name of the figure before with this figure's own grade, sort or fate; empty where it tells none, or more.

    previous  the name of the figure before
    """
    if previous.lower() in ALONE and (alone := _between(row, spot)) in ALONE:
        return alone
    said, opens = _said(row, spot)
    if _staff(row, spot, previous):
        return previous
    if not said:
        return _behind(row, spot, previous)
    label = " ".join([item.text for item in said])
    if said[0].text in SORTS:
        return _of_sort(previous, label) if len(said) == len(SORTED) and said[1].is_numeral else NOTHING
    if said[-1].text in GRADES or label in GRADES or " ".join(label.split(" ")[-2:]) in GRADES:
        return _of_grade(previous, label)
    return _of_fate(previous, label, said[0].text) if said[0].text in BEFELL and len(said) > 1 and opens else NOTHING


def _said(row: list[Item], spot: Spot) -> tuple[list[Item], bool]:
    """What stands between the mark before a figure and its verb, and whether the mark is right before it."""
    last = spot.amount.first - 1
    while last > 0 and (row[last].text in LEADING or (row[last].means & VERBAL and row[last].text not in STAYING)):
        last -= 1
    first = last + 1
    while first > 0 and last + 1 - first <= LONGEST and row[first - 1].text not in PARTED:
        item = row[first - 1]
        if LINK in item.means or item.text in JOINED or (SOFT in item.means and item.text not in STAYING):
            break
        first -= 1
    said = row[first : last + 1]
    sorted_out = len(said) == len(SORTED) and said[0].text in SORTS
    told = 0 < len(said) <= LONGEST and first > 0 and (sorted_out or not any(item.is_numeral for item in said))
    return (said, row[first - 1].text in PARTED) if told else ([], False)


def _between(row: list[Item], spot: Spot) -> str:
    """All that stands between a mark and the figure, in small letters; empty where that is long."""
    last = spot.amount.first
    first = next((at for at in range(last - 1, max(-1, last - 2 - LONGEST), -1) if row[at].text in PARTED), last - 1)
    return " ".join([item.text for item in row[first + 1 : last]])


def _behind(row: list[Item], spot: Spot, previous: str) -> str:
    """The things counted with the grade right behind them that ends their clause: 13 cơ sở khá, 4 cơ sở │ trung bình."""
    amount = spot.amount
    last = min(len(row), amount.last + 2 + LONGEST)
    end = next((at for at in range(amount.last + 1, last) if row[at].is_mark or row[at].text == "và"), last if last == len(row) else 0)
    grade = " ".join([item.text for item in row[amount.last + 1 : end]])
    return f"{amount.unit.text} {grade}" if grade in GRADES and amount.unit.kind is Kind.THING and _graded(previous) else NOTHING


def _staff(row: list[Item], spot: Spot, previous: str) -> bool:
    """Whether it is told how many of the posts before are held: Biên chế được giao 178 người, hiện có │ 165 người."""
    held = spot.amount.first > 0 and row[spot.amount.first - 1].text in HELD
    return held and spot.amount.unit.text == PERSON and any(post in previous.lower() for post in POSTS)


def _graded(name: str) -> int:
    """How many words at the end of a name are a grade."""
    words = name.lower().split(" ")
    return next((size for size in range(min(MOST_WORDS, len(words) - 1), 0, -1) if " ".join(words[-size:]) in GRADES), 0)


def _of_grade(previous: str, label: str) -> str:
    """The name with one grade for another at its end, or what else is graded; empty where it ends in none."""
    size = _graded(previous)
    if not size:
        return NOTHING
    return f"{' '.join(previous.split(' ')[:-size])} {label}" if label in GRADES else label


def _of_sort(previous: str, sort: str) -> str:
    """The name of the whole with its sort, or with one sort for another."""
    words = previous.split(" ")
    if len(words) > len(SORTED) and words[-2].lower() in SORTS and words[-1].isdigit():
        words = words[:-2]
    return f"{' '.join(words)} {sort}" if previous else NOTHING


def _of_fate(previous: str, fate: str, begins: str) -> str:
    """The name up to what befell the others, and what befell these."""
    words = previous.split(" ")
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at].lower() == begins), 0)
    return f"{' '.join(words[:at])} {fate}" if at else NOTHING
