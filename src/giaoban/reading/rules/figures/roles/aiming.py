"""Whether a figure is aimed at or asked for: by a verb of aiming, by an aim that is its name, by somebody who asks.

    "phấn đấu đạt 92,5%"   "dự toán được giao là 5 tỷ đồng"   "yêu cầu giải ngân 95% kế hoạch"

An aim that a result is measured against makes no target: "vượt kế hoạch", "các chỉ tiêu đều đạt".
What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import ABOUT, AIM, DONE, DOWN, DUTY, EACH, ESTIMATE, LEVEL, OVER, PLAN, SOFT, TARGET, UNDER, UP, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.roles.asked_for import DONE_WITHIN, NOT_GIVEN, concludes
from giaoban.reading.rules.figures.roles.duties import NEAR, OWED_THINGS, PLAN_WITHIN, is_due
from giaoban.reading.rules.figures.roles.efforts import AS_NOUN, before_effort
from giaoban.reading.rules.figures.roles.met import MET, RESULTS, told_of
from giaoban.reading.rules.figures.roles.on_the_way import REACHES, TURNS, passed, says_only
from giaoban.reading.syllables import sign
from giaoban.reference.units import Kind

MEASURE, SHARE, THING = Kind.MEASURE, Kind.SHARE, Kind.THING
BOUNDING = frozenset((ABOUT, OVER, UNDER, SOFT))
PROMISE = "cam kết"
SIGNED = frozenset(
    ("ký", "bản", "kí", "giấy", "các", "đúng", "thực hiện", "theo", "nội dung", "giá trị", "trị giá", "vốn", "số", "mức", "được")
)
"""Words before a promise that make it a thing."""
AIM_OR_DONE = frozenset((AIM, DONE))
AIM_OR_PLAN = frozenset((AIM, PLAN))
DONE_OR_ESTIMATE = frozenset((DONE, ESTIMATE))
BY_LEVEL = frozenset((LEVEL, SOFT, EACH, ABOUT, OVER))
LEVEL_OR_MOVE = frozenset((LEVEL, UP, DOWN))

OPENS_LIST = frozenset((":", "gồm", "như", "là", "trong đó", "đến", "tới", "bao gồm", "có", "tăng", "đạt", "phấn đấu", "sau", "với"))
"""What follows an aim that the rest of the sentence spells out."""
SETS = frozenset(("đặt", "đặt ra", "đề ra", "xây dựng"))
"""Verbs of setting an aim."""
SET_LISTS = frozenset(("đề ra", "đặt ra", "chỉ đạo", "phân công", "giao nhiệm vụ", "giao", "chốt", "quán triệt"))
"""Verbs before a colon after which stands what is to be."""
AGREED = frozenset(("thống nhất", "nhất trí"))
HOW_OPENS, NEAR_OPENING = frozenset(("nhờ", "qua", "sau", "bằng")), 6
"""How a clause opens that tells how something came about, and items of it before the will."""
OF = frozenset((
    "của", "tại", "ở", "phạm vi", "trong tổng số", "đối với", "về",
    "trong số", "tình trạng", "lợi thế", "tiềm năng", "khó khăn cho", "vướng mắc cho", "nguyên nhân",
))  # fmt: skip
"""Words before a number of things that are there already."""
OWED = frozenset(("phải thu", "phải nộp"))
COUNTED_AIMS = frozenset(("chỉ tiêu", "nhiệm vụ", "kế hoạch"))
SHORT = frozenset(("chưa", "không", "cách", "còn cách", "thiếu", "xa"))
"""Words before an aim of which it is told that nothing came of it yet."""
WANTS, SO_THAT, WANTED, FOR_IT = "muốn", "để", sign(words=("muốn",)), sign(words=("để",))
WHEN = frozenset(("khi", "sau khi"))
FINISHED = frozenset(
    tuple(words.split(" "))
    for words in ("xong", "hoàn thành", "đi vào hoạt động", "đi vào vận hành", "đưa vào sử dụng", "đưa vào khai thác", "đưa vào hoạt động",
                  "vận hành", "hoàn tất", "được hoàn thành", "hoàn thành xong", "đưa vào vận hành")
)  # fmt: skip
"""What is said of a work after "khi" that still goes on."""
FINISHED_WITHIN, SPELT_WITHIN = 4, 6


def aims(row: list[Item], draft: Draft, expected: bool) -> bool:
    """Whether the figure's own words set an aim: a verb of aiming, or an aim that is its name."""
    start, end = draft.floor, draft.amount.first
    if _in_bracket_of_plan(row, draft) or _to_reach(row, draft, draft.spot.signs) or _plan_aside(row, end):
        return True
    bracketed = "(" in [item.text for item in row[max(start, end - 3) : end]]
    for at in range(end - 1, start - 1, -1):
        means = row[at].means
        if not means:
            continue
        if DONE in means or (ESTIMATE in means and TARGET not in means):
            return False
        if TARGET in means and not (expected and row[at].text.startswith("sẽ")) and not _aside(row, draft, at):
            return not _done_before(row, start, at)
        if (DUTY in means and not bracketed and is_due(row, at, end)) or (AIM in means and _names(row, draft, at, bracketed)):
            return True
    return False


def _in_bracket_of_plan(row: list[Item], draft: Draft) -> bool:
    """Whether a bracket says how much the plan was of which a share was reached: đạt 115% chỉ tiêu tỉnh giao (10.500 tỷ đồng)."""
    opening = draft.amount.first - 1
    at = plan_before(row, opening) if opening >= 1 and row[opening].text == "(" else 0
    if at and VERSUS in row[at - 1].means:
        return True
    return at > 1 and row[at - 1].text == "%" and draft.amount.unit.kind is not SHARE


def _plan_aside(row: list[Item], end: int) -> bool:
    """Whether the figure is the plan that is put beside a result: 14,8% (KH là │ 17%), 7.915 ha/KH │ 7.850 ha, so với mục tiêu │ 45%."""
    said = end > 0 and row[end - 1].text in (":", "là")
    at = end - 1 - said
    if at <= 0 or PLAN not in row[at].means:
        return False
    return row[at - 1].text in ("(", "/") or (said and row[at - 1].text in (",", ";")) or VERSUS in row[at - 1].means


def plan_before(row: list[Item], end: int) -> int:
    """The item right before `end` or with who set it that is a plan (chỉ tiêu UBND tỉnh giao │); 0 where there is none."""
    for at in range(end - 1, max(0, end - PLAN_WITHIN), -1):
        if row[at].is_numeral or row[at].text in ";:()":
            return 0
        if row[at].means & AIM_OR_PLAN:
            return at
    return 0


def _to_reach(row: list[Item], draft: Draft, signs: int) -> bool:
    """Whether the figure is what a time is to end with: để cả năm đạt 6,7%; or what is due next: phải thu 147 tỷ đồng."""
    start, end = draft.floor, draft.amount.first
    due = end - 1
    while due > 1 and row[due].means & BY_LEVEL:
        due -= 1
    if due > 0 and row[due].text in OWED and row[due - 1].text not in OWED_THINGS:
        return True
    wants = signs & WANTED and any(item.text == WANTS for item in row[start:end])
    if wants and any(item.text == "thì" for item in row[end : end + PLAN_WITHIN]):
        return True
    at = next((at for at in range(start, end - 2) if row[at].text == SO_THAT), -1) if signs & FOR_IT else -1
    return at >= 0 and row[at + 1].period is not None and bool(row[at + 2].means & LEVEL_OR_MOVE)


def _done_before(row: list[Item], start: int, at: int) -> bool:
    """Whether what was aimed at has been done: đã nỗ lực phấn đấu tăng 5%, đã nỗ lực để đạt doanh thu 5 tỷ đồng."""
    if (led := before_effort(row, at)) and DONE in row[led - 1].means:
        return True
    return row[at].text.startswith(("để ", "nhằm ")) and any(DONE in item.means for item in row[max(start, at - DONE_WITHIN) : at])


def _names(row: list[Item], draft: Draft, at: int, bracketed: bool) -> bool:
    """Whether the aim at an item is what the figure is of."""
    end = draft.amount.first
    between = row[at + 1 : end]
    for_example = at > 0 and row[at - 1].text in MET and any(item.text == "như" for item in between)
    if for_example or any(item.text in TURNS or says_only(row, at + 1 + index) for index, item in enumerate(between)):
        return False  # đều đạt kế hoạch như Phú Lâm │ 320 ha
    if draft.amount.unit.text in COUNTED_AIMS:
        return False  # trong 22 chỉ tiêu, có │ 8 chỉ tiêu khó hoàn thành
    if any(item.text == ";" for item in between) and any(item.text in SHORT for item in row[max(0, at - NEAR) : at]):
        return False  # chưa đưa chỉ tiêu vào nghị quyết; hồ sơ trùng │ 1.900
    given = any(item.text == "là" for item in between)
    if draft.amount.whole is not None and LEVEL in row[end - 1].means:
        return False  # giải ngân kế hoạch vốn được │ 68/140 tỷ đồng
    if (draft.measure is Measure.ATTAINMENT and not given) or (_apart(row, draft, at) and not given):
        return False
    near = bracketed and any(item.text == "(" for item in between[:NEAR])
    return near or given or _is_its_name(between) or (end - at <= REACHES and not told_of(row, at, end))


def _apart(row: list[Item], draft: Draft, at: int) -> bool:
    """Whether the figure has a name of its own after the aim, beyond a comma or outside the bracket in which the aim stands."""
    between = row[at + 1 : draft.amount.first]
    if any(item.text == ")" for item in between) and not any(item.text == "(" for item in between):
        return True
    before = draft.spot.before
    return bool(before) and any(item.text == "," for item in row[at + 1 : max(at + 1, before.first)]) and draft.head is LEVEL


def _aside(row: list[Item], draft: Draft, at: int) -> bool:
    return _as_manner(row, draft, at) or passed(row, at, draft.amount.first)


def _as_manner(row: list[Item], draft: Draft, at: int) -> bool:
    """Whether a will is only how something was done: với quyết tâm cao, năm 2020, số thu đạt 5 tỷ đồng; or a promise a paper signed."""
    if (led := before_effort(row, at)) and row[led - 1].text in AS_NOUN:
        return True
    return is_signed(row, at) or _in_passing(row, draft, at) or (at > 0 and row[at - 1].text == "với" and _apart(row, draft, at))


def _in_passing(row: list[Item], draft: Draft, at: int) -> bool:
    """Whether a clause that opens with how or since when ends with the will: nhờ phấn đấu tốt, hộ nghèo còn │ 4%."""
    first = next(
        (index + 1 for index in range(at - 1, max(-1, at - NEAR_OPENING), -1) if row[index].is_mark), max(0, at - NEAR_OPENING + 1)
    )
    if row[first].text not in HOW_OPENS or row[at].text != "phấn đấu":
        return False
    return any(item.text == "," for item in row[at + 1 : min(draft.amount.first, at + NEAR)])


def is_signed(row: list[Item], at: int) -> bool:
    """Whether a promise is a paper, or what is promised a sum: ký │ cam kết, giá trị │ cam kết."""
    return row[at].text == PROMISE and at > 0 and row[at - 1].text in SIGNED


def _is_its_name(between: list[Item]) -> bool:
    return not any(item.is_mark or item.text in RESULTS for item in between)


def only_told_of(row: list[Item], draft: Draft) -> bool:
    """Whether the things counted are there already: trong phạm vi 4 ha, thủ tục của 600 dự án."""
    amount = draft.amount
    if amount.unit.kind not in (THING, MEASURE, None):
        return False
    at = amount.first - 1
    while at >= draft.floor and ((row[at].means & BOUNDING and not _in_all(row, at)) or row[at].text == "tổng số"):
        at -= 1
    if at < draft.floor:
        return False
    return row[at].text in OF or " ".join(item.text for item in row[max(0, at - 1) : at + 1]) in OF or _in_all(row, at)


def _in_all(row: list[Item], at: int) -> bool:
    return row[at].text in ("trong", "trên") and row[at + 1].text == "tổng số"


def to_be_finished(row: list[Item], at: int, end: int) -> bool:
    """Whether an item opens what is to be when a work is finished: sau khi hoàn thành, nhà máy cấp nước cho 900 hộ."""
    if row[at].text not in WHEN or any(item.text == ";" or item.period for item in row[:end]):
        return False
    words = [item.text for item in row[at + 1 : min(at + 1 + FINISHED_WITHIN, end)]]
    return any(tuple(words[:size]) in FINISHED for size in (1, 2, 3, 4))


def is_set(row: list[Item], at: int) -> bool:
    """Whether somebody sets the aim, so that all that follows is aimed at: đặt chỉ tiêu năm 2020 đón 700 khách, doanh thu 9 tỷ đồng."""
    return at > 0 and row[at - 1].text in SETS


def sets_list(row: list[Item], at: int) -> bool:
    """Whether a list of what is aimed at follows: Đại hội đề ra: 65% hội viên … ; Chủ tịch chỉ đạo: lập 9 chốt …"""
    marks = (to for to in range(at + 1, min(len(row), at + 1 + SPELT_WITHIN)) if row[to].is_mark)
    agreed = at > 0 and f"{row[at - 1].text} {row[at].text}" in AGREED
    behind = next(marks, at + 1) if row[at].text == "chốt" else at + 1
    if behind >= len(row) or row[behind].text != ":" or not (row[at].text in SET_LISTS or agreed or concludes(row, at)):
        return False
    return not (at and (row[at - 1].means & AIM_OR_DONE or row[at - 1].text in NOT_GIVEN))


def spelt_out(row: list[Item], at: int) -> bool:
    """Whether the words after an aim lead to what it is."""
    return any(item.text in OPENS_LIST for item in row[at + 1 : at + 1 + SPELT_WITHIN])
