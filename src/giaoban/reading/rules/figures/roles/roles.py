"""The role of a figure: what is, what is expected, what is aimed at, what was before.

    "ước đạt 5 tỷ đồng" estimate    "phấn đấu đạt 92,5%" target    "từ 2,1% xuống 0,12%" baseline, then actual

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Role
from giaoban.reading.cues import DONE, ESTIMATE, LEVEL, LINK, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.contexts import GOES_ON, Context
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.rules.figures.roles.aiming import aims
from giaoban.reading.rules.figures.roles.asked_for import (
    asks,
    openings,
)
from giaoban.reading.rules.figures.roles.baselines import MOVED, NOW, stands_before
from giaoban.reading.rules.figures.roles.beside import counted_on, due_beside, named_beside, part_beside, under_result
from giaoban.reading.rules.figures.roles.came_of_it import came_of_it
from giaoban.reading.rules.figures.roles.meant import BY_NOW, CARRIED_OUT, is_only, meant
from giaoban.reading.rules.figures.roles.merged import to_be_merged
from giaoban.reading.rules.figures.roles.norms import is_norm
from giaoban.reading.rules.figures.roles.planned import by_plan
from giaoban.reading.rules.figures.roles.there_already import are_there
from giaoban.reading.rules.figures.roles.to_come import would_be
from giaoban.reading.rules.figures.roles.told_as_is import tells_what_is
from giaoban.reading.rules.figures.roles.wills import wanted

PARTS = frozenset(("trong đó", "gồm", "bao gồm"))
BRACKETS = frozenset("()")
EACH_OF = frozenset(("bình quân", "trung bình", "tương đương", "tính ra", "mỗi", "tức", "tức là", "bình quân mỗi"))
"""Words with which the same is said again by its parts: phải thu 448 tỷ đồng, bình quân mỗi tháng 74 tỷ đồng."""
EXPECTED, DONE_WORD = "dự kiến", "đã"
BY_NOW_OR_DONE = BY_NOW | CARRIED_OUT
TO_DO = frozenset((
    "tiến hành", "tổ chức", "hỗ trợ", "xây dựng", "xây", "thành lập", "mở", "mở rộng", "trồng", "tuyển", "tuyển dụng", "đầu tư", "kiểm tra",
    "đón", "triển khai", "hoàn thành", "khởi công", "cấp", "bố trí", "đào tạo", "kết nạp", "thu hút", "trao", "tặng", "cắt giảm", "sắp xếp",
    "trang bị", "lắp đặt", "giám sát", "thanh tra", "di dời", "giảm", "ra quân", "vận động",
))  # fmt: skip
"""What somebody does who expects to: dự kiến tiến hành 24 cuộc thanh tra."""
TIMES, TIMES_WITHIN = frozenset(("trong", "vào", "đến", "tuần", "tháng", "quý", "tới", "sau", "này", "từ", "nay", "cuối", "đầu")), 9
"""What may say when, between an expectation and the deed; items in which both stand: dự kiến │tuần sau│ kiểm tra 12 cơ sở."""
DONE_OR_LINK = frozenset((DONE, LINK))
GIVERS, GIVEN_WITHIN = ("nghị quyết", "hđnd", "hội đồng nhân dân", "ubnd", "ủy ban"), 8
"""Who sets aims, and items of a name in a list of them."""
SUMMED = frozenset(("lũy kế", "luỹ kế"))
OPENING = 6
"""Items at the start of a sentence in which an expectation is said of all that follows."""


def roles(line: Line, drafts: list[Draft], otherwise: Role = Role.ACTUAL) -> list[Role]:
    """The role of each observation of a sentence; `otherwise` where its own words do not tell."""
    found: list[Role] = []
    parts: set[int] = set()
    if otherwise is Role.ACTUAL and to_be_merged(line):
        otherwise = Role.TARGET
    told = 0
    for index, draft in enumerate(drafts):
        if found and found[-1] is Role.TARGET and draft.amount.first > REACH and otherwise is Role.ACTUAL and not is_done(line.row, draft):
            otherwise = Role.TARGET
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        last = _open_before(line.row, drafts, index)
        if last > 0 and under_result(line.row, drafts[last]):
            last -= 1  # 48,3 tỷ đồng/45 tỷ đồng, trong đó thuế │ 9,6 tỷ đồng
        goes = last >= 0 and (_goes_with(line.row, drafts[last], draft) or (last in parts and part_beside(line.row, drafts[last], draft)))
        expected = last >= 0 and found[last] is Role.ESTIMATE and named_beside(line.row, drafts[last], draft)
        shared = found[last] if goes or expected else None
        if last >= 0 and found[last] is Role.TARGET and counted_on(line.row, drafts[last], draft):
            shared = Role.TARGET
        if goes and draft.own:
            parts.add(index)
        role = _role(line.row, draft, shared, following, otherwise, told)
        if (
            role is Role.TARGET
            and are_there(line.row, draft)
            and not (index and found[-1] is Role.TARGET and _in_list(line.row, drafts[index - 1], draft))
        ):
            role = Role.ACTUAL
        came = role is Role.TARGET and otherwise is Role.ACTUAL and index and found[-1] is Role.TARGET
        if came := bool(came) and came_of_it(line.row, drafts[index - 1], draft):
            role = Role.ACTUAL
        if index:
            role = _beside(line.row, drafts, index, role, found[-1])
        aimed = otherwise is Role.TARGET or (index > 0 and found[-1] is Role.TARGET)
        planned = role is Role.ESTIMATE and _is_planned(line.row, draft, aimed=aimed)
        found.append(_of_plan(line.row, draft) or (Role.TARGET if planned else role))
        if role is Role.ACTUAL and (came or is_only(line.row, draft) or is_done(line.row, draft)):
            told = draft.amount.last + 1  # what has come of it: an aim said before reaches no farther
    return found


def _beside(row: list[Item], drafts: list[Draft], index: int, role: Role, before: Role) -> Role:
    """The role of a figure when that of the figure before it is taken into account."""
    last, draft = drafts[index - 1], drafts[index]
    if role is Role.ACTUAL and before is Role.BASELINE:
        if _asked(row, last, draft):
            return Role.TARGET
        return Role.BASELINE if _bracketed_with(row, last, draft) else role
    if role is Role.ACTUAL and before is Role.TARGET:
        return Role.TARGET if _given_with(row, drafts, index) or due_beside(row, last, draft) else role
    return Role.ACTUAL if role is Role.TARGET and before is Role.ACTUAL and _whole_of(row, last, draft) else role


def _of_plan(row: list[Item], draft: Draft) -> Role | None:
    """The role of a plan, or of what came of it, where it is told as such; None for any other figure."""
    if draft.plan is not False:
        return Role.TARGET if draft.plan else None
    return Role.ESTIMATE if _says(row[draft.floor : draft.amount.first], ESTIMATE) else Role.ACTUAL


def _in_list(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a figure is told in one list with the one before it: nhập 40 nghìn sổ, giải quyết │ 412 trường hợp chưa khai sinh."""
    return not any(item.text == ";" for item in row[before.amount.last + 1 : draft.amount.first])


def _given_with(row: list[Item], drafts: list[Draft], index: int) -> bool:
    """Whether a figure goes on with what a resolution or a body set: Nghị quyết giao tăng trưởng 14%, thu ngân sách │ 1.150 tỷ đồng."""
    first, before, draft = drafts[0].amount.first, drafts[index - 1], drafts[index]
    if not any(item.text == "giao" for item in row[max(0, first - GIVEN_WITHIN) : first]):
        return False
    if not any(item.text.startswith(GIVERS) for item in row[max(0, first - REACH) : first]):
        return False
    between = row[before.amount.last + 1 : draft.amount.first]
    listed = bool(between) and between[0].text in (",", "và") and len(between) <= GIVEN_WITHIN
    return listed and draft.own and not any(item.is_mark or item.period or DONE in item.means for item in between[1:])


def _bracketed_with(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a figure follows another one in its bracket with nothing between: (cùng kỳ 2022: 25 vụ, │ 19 người)."""
    if draft.amount.first != before.amount.last + 2 or row[before.amount.last + 1].text != ",":
        return False
    return any(item.text == "(" for item in row[max(0, before.amount.first - OPENING) : before.amount.first])


def _whole_of(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a figure is all of which the one before it is a part: đã bàn giao 648 km trên tổng số │ 652 km."""
    between = [item.text for item in row[before.amount.last + 1 : draft.amount.first]]
    return between in (["trên", "tổng số"], ["trong", "tổng số"])


def left_open(context: Context, row: list[Item]) -> Role:
    """The role of figures whose own words tell none: an aim where the section sets aims and the sentence tells of no earlier year."""
    if context.aimed == context.block and row[0].text in GOES_ON and not any(item.period for item in row[:OPENING]):
        return Role.TARGET
    if not (context.aims or context.labelled):
        return Role.ACTUAL
    if tells_what_is(row, context.anchor.on if context.anchor else None):
        return Role.ACTUAL
    year = context.anchor.year if context.anchor else 0
    first = next((item.period.period for item in row[:OPENING] if item.period and item.period.period), None)
    return Role.ACTUAL if first and first.end_on.year < year else Role.TARGET


def is_done(row: list[Item], draft: Draft) -> bool:
    """Whether the figure's own words say of it that it has happened."""
    words = row[draft.floor : draft.amount.first]
    return _says(words, DONE) or not NOW.isdisjoint([item.text for item in words])


def _role(row: list[Item], draft: Draft, before: Role | None, following: Draft | None, otherwise: Role, floor: int) -> Role:
    """`before` is the role of the figure whose name this one shares; what stands before item `floor` says nothing of it any more."""
    if stands_before(row, draft, before, following):
        return Role.BASELINE
    if under_result(row, draft):
        return Role.TARGET
    words = row[draft.floor : draft.amount.first]
    estimated = _says(words, ESTIMATE) and not _came_since(words)
    expected = before is Role.ESTIMATE or estimated or _says(row[: min(draft.floor, OPENING)], ESTIMATE)
    if aims(row, draft, expected) or by_plan(row, draft) or is_norm(row, draft) or wanted(row, draft):
        return Role.TARGET
    if estimated or (expected and any(item.text.startswith("sẽ") for item in words)) or _all_reckoned(row, draft) or would_be(row, draft):
        return Role.ESTIMATE
    return before if before in (Role.TARGET, Role.ESTIMATE) else meant(row, draft, otherwise, floor)


def _came_since(words: list[Item]) -> bool:
    """Whether what has come of it by now is told behind an expectation: dự kiến hoàn thành tháng 8 nay mới đạt │ 45%."""
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at].text == EXPECTED), -1)
    return at >= 0 and any(item.text in NOW or item.text == DONE_WORD for item in words[at + 1 :])


def _asked(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a move from one level to another is one that is asked for: cần tăng từ 15 lên │ 30 ngày."""
    if draft.head not in MOVED:
        return False
    return aims(row, before, expected=False) or any(asks(row, at, before.amount.first) for at in range(before.floor, before.amount.first))


def _all_reckoned(row: list[Item], draft: Draft) -> bool:
    """Whether the sentence opens with a reckoning of all that it tells: Ước 6 tháng, thu đạt 5 tỷ đồng; chi │ 4 tỷ đồng."""
    if len(row) < OPENING or not any(item.period for item in row[1:3]):
        return False
    if not row[0].text.startswith("ước") and not (row[0].text.startswith(EXPECTED) and row[2].text == ":"):
        return False
    return not any(item.means & DONE_OR_LINK for item in row[1 : draft.amount.first])


def _is_planned(row: list[Item], draft: Draft, *, aimed: bool) -> bool:
    """Whether what is expected is part of a plan, or something to be done: đặt chỉ tiêu gieo 300 ha, năng suất dự kiến 60 tạ/ha.

    aimed  the figure before it, or the section, sets an aim
    """
    at = next((at for at in range(draft.amount.first - 1, draft.floor - 1, -1) if row[at].text.startswith(EXPECTED)), -1)
    if at < 0 or aimed:
        return at >= 0
    behind = row[at + 1 : min(at + 1 + TIMES_WITHIN, draft.amount.first)]
    following = [item.text for item in behind if not (item.text.startswith("sẽ") or item.period or item.text in TIMES)]
    return bool(following) and any(words in TO_DO for words in openings(following))


def _says(words: list[Item], cue: Cue) -> bool:
    """Whether one of some words gives a cue: asked of every figure several times, and a third of the time of `any`."""
    for item in words:  # noqa: SIM110
        if cue in item.means:
            return True
    return False


def _open_before(row: list[Item], drafts: list[Draft], index: int) -> int:
    """Which figure stands before another, outside a bracket that is closed between them: 812 ha (KH 750 ha), trong đó 120 ha; -1: none."""
    last = index - 1
    if last < 1:
        return last
    between = [item.text for item in row[drafts[last].amount.last + 1 : drafts[index].amount.first] if item.text in BRACKETS]
    if between[:1] != [")"]:
        return last
    first = drafts[last].amount.first
    opening = next((at for at in range(first - 1, max(-1, first - REACH), -1) if row[at].text == "("), first)
    while last and drafts[last].amount.first > opening:
        last -= 1
    return last


def _goes_with(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether a figure is said in one breath with the one before: it shares its name, or is a part of it."""
    between = row[last.amount.last + 1 : draft.amount.first]
    if not draft.own and any(item.text in SUMMED for item in between):
        return False  # tháng 8 ước 23 tỷ đồng; lũy kế │ 178 tỷ đồng
    if not draft.own:
        if draft.amount.unit.text != last.amount.unit.text and (
            _says(between, DONE) or (draft.head is None and any(item.text == ";" for item in between))
        ):
            return False  # giao xã 2,7 tỷ đồng, đã triển khai │ 4 mô hình
        return draft.head is not LEVEL and BY_NOW_OR_DONE.isdisjoint([item.text for item in between])
    said = [item.text for item in between]
    part = not PARTS.isdisjoint(said) or not EACH_OF.isdisjoint(said[:2])
    return part and not _says(between, DONE)
