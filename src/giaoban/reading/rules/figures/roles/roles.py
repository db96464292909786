"""The role of a figure: what is, what is expected, what is aimed at, what was before.

    "ước đạt 5 tỷ đồng" estimate    "phấn đấu đạt 92,5%" target    "từ 2,1% xuống 0,12%" baseline, then actual

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Bound, Role
from giaoban.reading.cues import AIM, DONE, ESTIMATE, LEVEL, LINK, TARGET, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.contexts import GOES_ON, Context
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.rules.figures.roles.aiming import (
    AHEAD_BEGIN,
    SET_LISTS,
    WHEN,
    aims,
    by_plan,
    is_set,
    only_told_of,
    opens_ahead,
    sets_list,
    spelt_out,
    to_be_finished,
)
from giaoban.reading.rules.figures.roles.asked_for import (
    ASKS,
    ASKS_BEGIN,
    DIRECTS,
    GIVES,
    PLEAS,
    URGES,
    asks,
    consents,
    gives_to,
    openings,
    told_to,
)
from giaoban.reading.rules.figures.roles.baselines import MOVED, NOW, stands_before
from giaoban.reading.rules.figures.roles.beside import counted_on, named_beside, part_beside, under_result
from giaoban.reading.rules.figures.roles.met import told_of
from giaoban.reading.rules.figures.roles.on_the_way import ONLY, passed, says_only
from giaoban.reading.rules.figures.roles.planned import PLANS, drawn_up

PARTS = frozenset(("trong đó", "gồm", "bao gồm"))
BRACKETS = frozenset("()")
BRACKET_WITHIN = 40
EACH_OF = frozenset(("bình quân", "trung bình", "tương đương", "tính ra", "mỗi", "tức", "tức là", "bình quân mỗi"))
"""Words with which the same is said again by its parts: phải thu 448 tỷ đồng, bình quân mỗi tháng 74 tỷ đồng."""
CARRIED_OUT = frozenset(("thực hiện", "thực hiện được", "kết quả", "mới", "kết quả thực hiện"))
"""Words between a plan and how much of it has been done: kế hoạch 40 ha; 9 tháng thực hiện 31 ha."""
ONLY_WITHIN = 4
"""Items before a figure in which "only" makes it a result."""
EXPECTED = "dự kiến"
BY_NOW = frozenset(("hiện", "hiện nay", "đến nay", "tới nay", "hiện còn", "hiện có"))
BY_NOW_OR_DONE = BY_NOW | CARRIED_OUT
TO_DO = frozenset((
    "tiến hành", "tổ chức", "hỗ trợ", "xây dựng", "xây", "thành lập", "mở", "mở rộng", "trồng", "tuyển", "tuyển dụng", "đầu tư", "kiểm tra",
    "đón", "triển khai", "hoàn thành", "khởi công", "cấp", "bố trí", "đào tạo", "kết nạp", "thu hút", "trao", "tặng", "cắt giảm", "sắp xếp",
    "trang bị", "lắp đặt", "giám sát", "thanh tra", "di dời", "giảm",
))  # fmt: skip
"""What somebody does who expects to: dự kiến tiến hành 24 cuộc thanh tra."""
DONE_OR_LINK = frozenset((DONE, LINK))
OPENING = 6
"""Items at the start of a sentence in which an expectation is said of all that follows."""
LIMITS = frozenset((Bound.AT_LEAST, Bound.AT_MOST))
LIMITED = frozenset(("tối thiểu", "ít nhất", "không quá", "tối đa", "chậm nhất"))
"""Words of what is asked for at least or at most."""
IN_FORCE = "hiện hành"
"""Words of a rule that is there already: theo quy định hiện hành, không quá 30 ngày."""
WHILE = "trong khi"
"""Before an aim that one figure is held against."""
STANDING = ("trữ lượng", "dân số", "diện tích tự nhiên")
"""How names begin of what no order changes."""
BECAUSE = frozenset(("vì", "bởi", "bởi vì", "do"))
"""Words after which an aim said before them reaches no farther."""
TELLING = PLANS | CARRIED_OUT | BY_NOW | BECAUSE | AHEAD_BEGIN | SET_LISTS | WHEN | PLEAS | ASKS | URGES | ASKS_BEGIN | {";", GIVES}
"""What may say how a figure behind it is meant; of other words only those that give a cue do."""


def roles(line: Line, drafts: list[Draft], otherwise: Role = Role.ACTUAL) -> list[Role]:
    """The role of each observation of a sentence; `otherwise` where its own words do not tell."""
    found: list[Role] = []
    parts: set[int] = set()
    told = 0
    for index, draft in enumerate(drafts):
        if found and found[-1] is Role.TARGET and draft.amount.first > REACH and otherwise is Role.ACTUAL and not is_done(line.row, draft):
            otherwise = Role.TARGET
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        last = _open_before(line.row, drafts, index)
        goes = last >= 0 and (_goes_with(line.row, drafts[last], draft) or (last in parts and part_beside(line.row, drafts[last], draft)))
        expected = last >= 0 and found[last] is Role.ESTIMATE and named_beside(line.row, drafts[last], draft)
        shared = found[last] if goes or expected else None
        if last >= 0 and found[last] is Role.TARGET and counted_on(line.row, drafts[last], draft):
            shared = Role.TARGET
        if goes and draft.own:
            parts.add(index)
        role = _role(line.row, draft, shared, following, otherwise, told)
        if role is Role.ACTUAL and index and found[-1] is Role.BASELINE and _asked(line.row, drafts[index - 1], draft):
            role = Role.TARGET
        aimed = otherwise is Role.TARGET or (index > 0 and found[-1] is Role.TARGET)
        found.append(Role.TARGET if role is Role.ESTIMATE and _is_planned(line.row, draft, aimed=aimed) else role)
        if role is Role.ACTUAL and (_is_only(line.row, draft) or is_done(line.row, draft)):
            told = draft.amount.last + 1  # what has come of it: an aim said before reaches no farther
    return found


def left_open(context: Context, row: list[Item]) -> Role:
    """The role of figures whose own words tell none: an aim where the section sets aims and the sentence tells of no earlier year."""
    if context.aimed == context.block and row[0].text in GOES_ON and not any(item.period for item in row[:OPENING]):
        return Role.TARGET
    if not (context.aims or context.labelled):
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
    estimated = _says(words, ESTIMATE)
    expected = before is Role.ESTIMATE or estimated or _says(row[: min(draft.floor, OPENING)], ESTIMATE)
    if aims(row, draft, expected) or by_plan(row, draft):
        return Role.TARGET
    if estimated or (expected and any(item.text.startswith("sẽ") for item in words)) or _all_reckoned(row, draft):
        return Role.ESTIMATE
    return before if before in (Role.TARGET, Role.ESTIMATE) else _mode(row, draft, otherwise, floor)


def _asked(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a move from one level to another is one that is asked for: cần tăng từ 15 lên │ 30 ngày."""
    if draft.head not in MOVED:
        return False
    return aims(row, before, expected=False) or any(asks(row, at, before.amount.first) for at in range(before.floor, before.amount.first))


def _all_reckoned(row: list[Item], draft: Draft) -> bool:
    """Whether the sentence opens with a reckoning of all that it tells: Ước 6 tháng, thu đạt 5 tỷ đồng; chi │ 4 tỷ đồng."""
    if len(row) < OPENING or not row[0].text.startswith("ước") or not any(item.period for item in row[1:3]):
        return False
    return not any(item.means & DONE_OR_LINK for item in row[1 : draft.amount.first])


def _is_planned(row: list[Item], draft: Draft, *, aimed: bool) -> bool:
    """Whether what is expected is part of a plan, or something to be done: đặt chỉ tiêu gieo 300 ha, năng suất dự kiến 60 tạ/ha.

    aimed  the figure before it, or the section, sets an aim
    """
    at = next((at for at in range(draft.amount.first - 1, draft.floor - 1, -1) if row[at].text.startswith(EXPECTED)), -1)
    if at < 0 or aimed:
        return at >= 0
    following = [item.text for item in row[at + 1 : min(at + 4, draft.amount.first)] if not item.text.startswith("sẽ")]
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
    if not draft.own:
        if draft.head is None and draft.amount.unit.text != last.amount.unit.text and any(item.text == ";" for item in between):
            return False
        return draft.head is not LEVEL and BY_NOW_OR_DONE.isdisjoint([item.text for item in between])
    said = [item.text for item in between]
    part = not PARTS.isdisjoint(said) or not EACH_OF.isdisjoint(said[:2])
    return part and not _says(between, DONE)


def _mode(row: list[Item], draft: Draft, otherwise: Role, floor: int) -> Role:
    """What the words of the sentence outside closed brackets say of a figure: the last of an aim, something asked for, and a deed."""
    if only_told_of(row, draft) or _is_only(row, draft):
        return Role.ACTUAL
    at = end = draft.amount.first
    lowest = max(floor, end + 1 - REACH)
    while at > lowest:
        at -= 1
        item = row[at]
        if item.text == ")":
            at = _opening(row, at)
        telling = item.text in TELLING
        if not telling and not item.means:
            continue
        if _told_there(row, draft, at):
            return Role.TARGET if at < draft.floor and _asked_before(row, at, lowest, end) else Role.ACTUAL
        if ((telling or item.text == DIRECTS) and _sets(row, at, end)) or (at < draft.floor and _is_aimed(row, at, end)):
            return Role.TARGET
        if item.text in BECAUSE or (item.text == ";" and (otherwise is Role.TARGET or row[end - 1].text == "được")):
            return otherwise
    if _is_limit(row, draft) or told_to(row, end) or consents(row, end):
        return Role.TARGET
    return Role.ACTUAL if _stands(row, draft) else otherwise


def _sets(row: list[Item], at: int, end: int) -> bool:
    """Whether one of the words that tell how a figure is meant sets an aim: somebody asks for it, it is to come, it is planned."""
    return (
        asks(row, at, end)
        or gives_to(row, at)
        or opens_ahead(row, at)
        or to_be_finished(row, at, end)
        or sets_list(row, at)
        or drawn_up(row, at, end)
    )


def _told_there(row: list[Item], draft: Draft, at: int) -> bool:
    """Whether an item says that what follows it has happened: đã, thực hiện 6 tháng, 9 tháng thực hiện, đến nay."""
    item = row[at]
    if DONE in item.means or (item.text in BY_NOW and at >= draft.floor):
        return True
    if item.text not in CARRIED_OUT or not at:
        return False
    return row[at - 1].period is not None or (row[at - 1].text in (",", ";") and _months(row, at + 1))


def _months(row: list[Item], at: int) -> bool:
    """Whether a time that has gone by is named: │ 6 tháng │ 20 tỷ đồng."""
    return row[at].period is not None or (row[at].is_numeral and row[at + 1].text == "tháng")


def _asked_before(row: list[Item], done: int, lowest: int, end: int) -> bool:
    """Whether a deed is only told of in an earlier part of what somebody asks: yêu cầu xóa 5 điểm đã rà soát; quý III cấp │ 90 thẻ."""
    if not any(item.text == ";" for item in row[done:end]):
        return False
    return any(row[at].text in ASKS and asks(row, at, done) for at in range(lowest, done))


def _is_aimed(row: list[Item], at: int, end: int) -> bool:
    """Whether an item farther back sets an aim: a verb of aiming that tells of no deed, or an aim that the sentence spells out."""
    means = row[at].means
    if at and row[at - 1].text == WHILE and any(item.text in ",;" for item in row[at + 1 : end]):
        return False  # 43 máy trong khi cam kết 110 máy; gói thầu 3 vướng │ 2,7 km
    if TARGET in means:
        return not (at and DONE in row[at - 1].means) and (row[at + 1].text == ":" or not passed(row, at, end))
    return AIM in means and not _so_many_met(row, at) and not told_of(row, at, end) and (spelt_out(row, at) or is_set(row, at))


def _stands(row: list[Item], draft: Draft) -> bool:
    """Whether a bracket tells how large something is that is there: xác nhận 3 mỏ (trữ lượng │ 1,9 triệu m3)."""
    return draft.name.lower().startswith(STANDING) and any(item.text == "(" for item in row[draft.floor : draft.amount.first])


def _so_many_met(row: list[Item], at: int) -> bool:
    """Whether it is told how many of the aims were met, and then what has come of them: đạt 11/15 │ chỉ tiêu: gieo trồng 840 ha."""
    return at > 1 and row[at - 1].is_numeral and row[at - 2].text == "/"


def _is_only(row: list[Item], draft: Draft) -> bool:
    """Whether the words right before a figure say that no more has come of it, or that so much is wanting: chỉ đạt 5%, còn thiếu 5 tỷ."""
    near = range(max(draft.floor, draft.amount.first - ONLY_WITHIN), draft.amount.first)
    return any((row[at].text in ONLY and row[at + 1].text != "nên" and says_only(row, at)) or row[at].text == "thiếu" for at in near)


def _opening(row: list[Item], closing: int) -> int:
    """The item that opens a bracket; where none does, the one that closes it."""
    return next((at for at in range(closing - 1, max(-1, closing - BRACKET_WITHIN), -1) if row[at].text == "("), closing)


def _is_limit(row: list[Item], draft: Draft) -> bool:
    """Whether a figure of which nothing is told as done is the least or the most of what is wanted: tặng không quá 10 tập thể."""
    bound = draft.amount.bound
    if bound not in LIMITS or any(item.text in ONLY for item in row[draft.floor : draft.amount.first]):
        return False
    if any(item.text == IN_FORCE for item in row):
        return False
    return any(item.text in LIMITED for item in row[draft.floor : draft.amount.first])
