"""Whether a figure only says what was before, or what another figure is held against: a baseline.

    "từ 2,1% xuống 0,12%"   "so với mức 12,2%"   "thấp hơn cùng kỳ (5,48%)"   "ban đầu là 20 chi bộ"

What must and must not be read: corpus/observations.tsv.
"""

import re
from itertools import pairwise

from giaoban.model import Measure, Role
from giaoban.reading.cues import AIM, DOWN, FROM, LEVEL, PLAN, SAME, UP, VERSUS, Cue
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import REACH, Draft
from giaoban.reading.syllables import last_of, sign
from giaoban.reference.units import Kind

AIM_OR_PLAN = frozenset((AIM, PLAN))
SAME_OR_VERSUS = frozenset((SAME, VERSUS))
VERSUS_OR_UP_OR_DOWN = frozenset((VERSUS, UP, DOWN))

MOVED = frozenset((Cue.TO_UP, Cue.TO_DOWN))
BEFORE_NOW = frozenset(("thay vì", "trước khi"))
MEETS = frozenset(("họp", "nghe", "bàn", "luận", "thảo luận", "kết luận", "làm việc", "hội nghị", "khai", "nghị"))
"""What somebody does in a meeting, before which nothing was otherwise."""
BEFORE_NOW_PAIRS = frozenset((("ban", "đầu"), ("trước", "đây"), ("lúc", "đầu"), ("trước", "kia")))
"""Words that put a figure before the time the text is about."""
FIRST_COUNTED = frozenset(("hại", "kê", "cáo", "tính", "quả", "tin", "liệu", "định", "giá"))
"""Last syllables of what is told at first and may change yet: thiệt hại │ ban đầu, theo thống kê │ ban đầu."""
AT_FIRST = frozenset(
    (("ban", "đầu"), ("khi", "mới"), ("lúc", "mới"), ("lúc", "đầu"), ("ngày", "đầu"), ("mới", "thành lập"), ("hồi", "đầu"))
)
START_WITHIN = 16
OUT_OF = "từ chỗ"
"""How it is told from where somebody came, whatever follows."""
"""Items from "từ" to the figure, and from there to "đến nay"."""
BEFORE_NOW_FIRST = frozenset(first for first, _ in BEFORE_NOW_PAIRS)
HIGHER = frozenset(("cao hơn", "thấp hơn", "lớn hơn", "nhỏ hơn", "nhiều hơn", "ít hơn"))
FROM_LEVEL = frozenset(("từ mức", "từ chỗ"))
OF_THEN = (
    "của năm",
    "hồi ",
    "của nhiệm kỳ",
    "đầu nhiệm kỳ",
    "đầu năm",
    "cuối năm",
    "năm trước",
    "năm ngoái",
    "của những năm",
    "trước đây",
    "ở đầu",
)
"""How it is told behind a level when it was: tăng từ 37 mô hình │ của năm 2005."""
ABOVE = frozenset(("hơn", "kém", "thua", "bằng", "như", "với", "so với"))
UP_OR_DOWN = frozenset((UP, DOWN))
LEVELS = frozenset(("mức", "tỷ lệ", "tỉ lệ", "con số"))
AGAINST = frozenset(("so với mức", "so với con số"))
NOW = frozenset(("nay", "đến nay", "hiện nay", "tới nay", "hiện", "hiện còn"))
IF, BRACKET, FROM_WORD, BY_NOW = (sign(words=words) for words in (("nếu",), ("(",), ("từ", "chỗ"), last_of(NOW)))
COMPARED_WITHIN, BRACKET_WITHIN, LED_WITHIN = 4, 8, 6
REMAINS = ("còn", "chỉ còn")
BECOMES = "thành"
"""Right before what something was made of another: điều chỉnh từ 200 tỷ đồng thành │ 260 tỷ đồng."""
HELD_AGAINST = ("so với tỷ lệ", "so với tỉ lệ")
THEN, THEN_WITHIN = (["khi", "đó"], ["lúc", "đó"], ["hồi", "đó"], ["bấy", "giờ"]), 14
"""How a bracket opens that tells what was then: so với mùa hạn 2016 (khi đó mất │ 27.000 ha)."""
IN_FORCE = (["hiện hành"], ["hiện", "hành"], ["hiện nay"], ["hiện tại"], ["hiện", "tại"], ["trước", "đây"], ["trước đây"], ["ban", "đầu"])
"""What is said behind a level that is in force, or was."""
SPANS, LEVEL_OF_THEN = ("nhiệm kỳ", "khóa", "khoá", "kỳ", "vụ"), (" là", " chỉ", " chỉ có", " chỉ là", " có", " đạt", " chỉ đạt", " mới có")
"""Times that have none but a number, and how what one of them had is told."""

SO_MANY = r"(?:một|hai|ba|bốn|năm|vài|\d+)"
HAD = r"(?: (?:mới|chỉ|là|có|còn|đạt|được)){1,2}"
YEARS_AGO = re.compile(
    rf"\b(?:{SO_MANY} năm (?:về )?trước|cách đây {SO_MANY} năm)(?: ,|,)?(?: (?!(?:đã|khi|lúc)\b)[^,;.:()\d ]+){{0,7}}?{HAD}$"
)
"""How it ends that a level is one of years before: trong khi một năm trước mới │ 38%."""
A_YEAR_BEFORE = re.compile(r"\bnăm (?:ngoái|trước)(?: chỉ)?(?: là| có| còn| mới| mới có)$|^(?:cuối )?năm (?:ngoái|trước)$")
LITTLE = r"(?: (?:chỉ|mới|vỏn vẹn|vẻn vẹn|còn|có tới|có đến|chưa đầy))(?: (?:có|còn|là|đạt|được|quản lý|ở mức|thu|bình quân))*"
MOVES = frozenset(("xuống", "xuống còn", "lên", "lên tới", "lên đến", "giảm còn", "nay", "đến nay"))
"""Words that lead from what there was at first to what there is: 45 tàu hồi đầu năm xuống còn │ 8 tàu."""
START = "|".join(listed("""
khi ấy, khi đó, lúc ấy, lúc đó, hồi ấy, hồi đó,
ngày đầu, buổi đầu, thời gian đầu, lúc đầu, hồi đầu, khi mới, hồi mới, lúc mới, xuất phát điểm, khi bắt đầu, thuở đầu, năm đầu tiên
"""))  # fmt: skip
HAD_LAST = frozenset(
    ("chỉ", "mới", "vẹn", "còn", "tới", "đến", "đầy", "có", "là", "đạt", "được", "lý", "mức", "thu", "quân")
)  # fmt: skip
"""Last syllables of what leads to a level of years before, or of the start."""
FEW_AT_FIRST = re.compile(rf"(?<!\btrong )\b(?:{START})\b[^;.()]{{0,70}}?{LITTLE}$")
"""How it ends that there was little at first: những ngày đầu, hợp tác xã chỉ có │ 12 thành viên."""


def stands_before(row: list[Item], draft: Draft, before: Role | None, following: Draft | None) -> bool:
    """Whether the figure is a baseline. `before`: the role of the figure whose name it shares."""
    if (draft.head is FROM and (_led_on(row, draft, following) or _moved_from(row, draft))) or _from_the_start(row, draft):
        return True
    words = row[draft.floor : draft.amount.first]
    said = [item.text for item in words]
    if ";" in said:
        said = said[len(said) - said[::-1].index(";") :]
        words = words[len(words) - len(said) :]
    if (
        _a_year_before(row, draft, said)
        or (not BEFORE_NOW.isdisjoint(said) and not _before_meeting(said))
        or _before_now(words, said)
        or _of_another(row, draft, said)
    ):
        return True
    if _of_now_against(row, draft) or _of_time_before(said) or " ".join(said).endswith(HELD_AGAINST) or _if_then(row, draft):
        return True
    if _same_period(words, draft):
        return True
    if draft.spot.signs & BRACKET and (_in_bracket(row, draft) or (not draft.compared and _of_then(row, draft))):
        return True
    return before is Role.BASELINE and draft.head is None and row[draft.amount.first - 1].text == "và"


def _from_the_start(row: list[Item], draft: Draft) -> bool:
    """Whether a clause opens with what there was at first, before it is told what there is now: Từ 3 hộ │ ban đầu, đến nay có 45 hộ."""
    if not (draft.spot.signs & FROM_WORD and draft.spot.signs & BY_NOW):
        return False
    first = draft.amount.first
    begins = next((at for at in range(first - 1, max(-1, first - START_WITHIN), -1) if row[at].text in ("từ", OUT_OF)), -1)
    if begins < 0 or not (begins == 0 or row[begins - 1].is_mark) or any(item.period for item in row[begins:first]):
        return False
    now = next((at for at in range(draft.amount.last + 1, min(len(row), first + START_WITHIN)) if row[at].text in NOW), -1)
    if now < 0 or row[now - 1].text != ",":
        return False
    between = [item.text for item in row[begins + 1 : now - 1]]
    at_first = row[begins].text == OUT_OF or any(pair in AT_FIRST for pair in pairwise(between))
    return at_first and not any(mark in between for mark in ";:.")


def _led_on(row: list[Item], draft: Draft, following: Draft | None) -> bool:
    """Whether the sentence goes on to the level that was reached from here: từ 75 điểm lấn chiếm │ giảm xuống còn 59 điểm."""
    if following is not None and following.head in MOVED:
        return True
    first = draft.amount.last + 1
    at = next((at for at in range(first, min(len(row), first + REACH)) if row[at].is_numeral), -1)
    if at < 0 or any(item.text in ";." for item in row[first:at]):
        return False
    led = row[max(first, at - COMPARED_WITHIN) : at]
    if led and led[-1].text == BECOMES:
        return True
    return any(item.means & MOVED or item.text in REMAINS for item in led) or any(item.text in NOW for item in row[first:at])


def _moved_from(row: list[Item], draft: Draft) -> bool:
    """Whether another figure has moved away from this one: chiếm 0,6%, giảm từ mức │ 1,9%."""
    at, amount = draft.amount.first - 1, draft.amount
    if at < 1 or not row[at - 1].means & UP_OR_DOWN or amount.value_to is not None:
        return False
    if row[at].text in FROM_LEVEL:
        return True
    return row[at].text == "từ" and " ".join([item.text for item in row[amount.last + 1 : amount.last + 4]]).startswith(OF_THEN)


def _before_meeting(said: list[str]) -> bool:
    """Whether it is only told before what somebody speaks: Trước khi vào họp, Phòng Kinh tế điểm nhanh: có │ 745 doanh nghiệp."""
    at = next((at for at, word in enumerate(said) if word == "trước khi"), -1)
    return at >= 0 and not MEETS.isdisjoint(said[at + 1 : at + 4])


def _before_now(words: list[Item], said: list[str]) -> bool:
    """said  the texts of the words"""
    if BEFORE_NOW_FIRST.isdisjoint(said):
        return False
    at = next((at for at, pair in enumerate(pairwise(said)) if pair in BEFORE_NOW_PAIRS), -1)
    if at < 0 or any(item.is_mark for item in words[at + 2 :]):
        return False
    return not at or not (VERSUS in words[at - 1].means or words[at - 1].text.rsplit(" ", 1)[-1] in FIRST_COUNTED)


def _of_another(row: list[Item], draft: Draft, words: list[str]) -> bool:
    """Whether the figure is a level that another one is above or below: thấp hơn nhiều so với mức 12,2%. `words`: those before it."""
    if LEVELS.isdisjoint(words) and AGAINST.isdisjoint(words):
        return False
    near = range(draft.amount.first - 1, max(draft.floor, draft.amount.first - COMPARED_WITHIN) - 1, -1)
    said = [row[at].text for at in near]
    if not AGAINST.isdisjoint(said):
        return True
    level = -1 if LEVELS.isdisjoint(said) else next(at for at in near if row[at].text in LEVELS)
    if level < 0 or any(AIM in row[at].means for at in near):
        return False
    return any(item.text in HIGHER for item in row[max(0, level - COMPARED_WITHIN) : level])


def _if_then(row: list[Item], draft: Draft) -> bool:
    """Whether a level is told only to be set against that of now: Nếu trước năm 2010 tổn thất trên │ 10% thì nay còn 7%."""
    if draft.measure is not Measure.LEVEL or not draft.spot.signs & IF:
        return False
    first, last = draft.amount.first, min(len(row), draft.amount.last + 1 + THEN_WITHIN)
    opens = next((at for at in range(first - 1, max(-1, first - REACH), -1) if row[at].text == "nếu" or row[at].text in ".;"), -1)
    if opens < 0 or row[opens].text != "nếu" or not any(item.period for item in row[opens:first]):
        return False
    then = next((at for at in range(draft.amount.last + 1, last) if row[at].text == "thì"), -1)
    return 0 < then < len(row) - 1 and (row[then + 1].text in NOW or row[then + 1].period is not None or row[then + 1].text == "đến")


def _of_now_against(row: list[Item], draft: Draft) -> bool:
    """Whether a level is the one in force, against which another is held: 852 đồng, so với │ 783 đồng/kWh │ hiện hành."""
    first = draft.amount.first
    if not first or VERSUS not in row[first - 1].means:
        return False
    after = [item.text for item in row[draft.amount.last + 1 : draft.amount.last + 3]]
    return after[:1] in IN_FORCE or after in IN_FORCE


def _a_year_before(row: list[Item], draft: Draft, said: list[str]) -> bool:
    """Whether behind a figure it is told what there was a year before: còn 22 hộ, cuối năm ngoái là │ 35 hộ."""
    last = draft.spot.previous
    aside = last is not None and last.unit.kind is Kind.SHARE and row[last.last + 1].text == ")"
    if last is None or not (aside or last.unit.text == draft.amount.unit.text) or draft.amount.first - last.last > START_WITHIN:
        return False
    return A_YEAR_BEFORE.search(" ".join(said)) is not None


def _of_time_before(said: list[str]) -> bool:
    """Whether a figure is what a time before had: 94%, nhiệm kỳ trước là │ 88%; `said`: the words before it."""
    if not said or said[-1].rsplit(" ", 1)[-1] not in HAD_LAST:
        return False
    words = " ".join(said)
    if YEARS_AGO.search(words) or (MOVES.isdisjoint(said) and FEW_AT_FIRST.search(words)):
        return True
    return words.endswith(LEVEL_OF_THEN) and any(f"{span} trước " in f"{words} " for span in SPANS)


def _same_period(words: list[Item], draft: Draft) -> bool:
    """Whether the figure is what the same period had: cùng kỳ là 143 tỷ đồng; not: tăng 5% so với cùng kỳ, đạt …"""
    if draft.measure is not Measure.LEVEL and draft.head is not LEVEL:
        return False
    at = len(words) - 1
    while at >= 0 and SAME not in words[at].means:
        at -= 1
    if at < 0:
        return False
    if at > 0 and words[at - 1].text in ABOVE and any(item.is_mark for item in words[at:]):
        return False  # đều nhỉnh hơn cùng kỳ: tổng mức bán lẻ đạt │ 1.274 tỷ đồng
    held_against = at > 0 and words[at - 1].text in HIGHER and draft.head is LEVEL
    around = words[at:] if held_against and not any(item.is_mark for item in words[at:]) else words
    return not any(item.means & VERSUS_OR_UP_OR_DOWN for item in around)


def _in_bracket(row: list[Item], draft: Draft) -> bool:
    """Whether a bracket spells out what was compared with: so với cùng kỳ (143 tỷ đồng); not its parts: (khách quốc tế 21.000 lượt)."""
    first = draft.amount.first
    opening = next((at for at in range(first - 1, max(-1, first - BRACKET_WITHIN), -1) if row[at].text in "()"), -1)
    if opening < 0 or row[opening].text != "(":
        return False
    if draft.measure is not Measure.LEVEL and draft.head is not LEVEL and opening != first - 1:
        return False
    if [item.text for item in row[opening + 1 : opening + 3]] in THEN:
        return True
    spelt = row[first - 1].text in ("là", ":")
    if not spelt and draft.spot.before and draft.spot.before.first > opening and row[draft.spot.before.first].text not in LEVELS:
        return False
    before = row[max(0, opening - COMPARED_WITHIN) : opening]
    if before and before[-1].text == "trình":
        return False  # chậm so với lộ trình (│ 2 trường chưa xong)
    return any(item.means & SAME_OR_VERSUS for item in before) and not any(item.means & AIM_OR_PLAN for item in before)


def _of_then(row: list[Item], draft: Draft) -> bool:
    """Whether a bracket says what it was a year before: (cùng kỳ năm trước tăng 5,6%), cùng kỳ (2001 tăng 7,1%; 2002 tăng 6,5%)."""
    first = draft.amount.first
    opening = next((at for at in range(first - 1, max(0, first - REACH) - 1, -1) if row[at].text in "()"), -1)
    if opening < 0 or row[opening].text != "(":
        return False
    if opening >= draft.floor - 1 and SAME in row[opening + 1].means:
        return True
    return row[opening + 1].period is not None and any(SAME in item.means for item in row[max(0, opening - LED_WITHIN) : opening])
