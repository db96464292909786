"""How the words of a sentence outside closed brackets mean a figure: as the last of an aim, something asked for, and a deed.

    "Sở đề nghị tỉnh hỗ trợ 2 tỷ đồng" an aim    "đề nghị cắt 9 dự án; tỉnh giải trình 3 dự án dở dang" an aim, then a result

What must and must not be read: corpus/roles.tsv.
"""

from giaoban.model import Bound, Role
from giaoban.reading.cues import AIM, DONE, LEVEL, PLAN, TARGET
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import BEYOND_IT
from giaoban.reading.rules.figures.drafts import REACH, Draft
from giaoban.reading.rules.figures.roles.aiming import (
    COUNTED_AIMS,
    SET_LISTS,
    WHEN,
    is_set,
    is_signed,
    only_told_of,
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
    REMINDS,
    URGES,
    asks,
    consents,
    gives_to,
    reminds,
    told_to,
)
from giaoban.reading.rules.figures.roles.met import told_of
from giaoban.reading.rules.figures.roles.on_the_way import ONLY, passed, says_only
from giaoban.reading.rules.figures.roles.planned import PLANS, drawn_up
from giaoban.reading.rules.figures.roles.to_come import AHEAD_BEGIN, CONSENT_BEGIN, grants, is_granted, is_next, opens_ahead

BRACKET_WITHIN = 40
CARRIED_OUT = frozenset(("thực hiện", "thực hiện được", "kết quả", "mới", "kết quả thực hiện"))
"""Words between a plan and how much of it has been done: kế hoạch 40 ha; 9 tháng thực hiện 31 ha."""
CARRIED_WITHIN, CARRIED_REACH = 3, 10
"""Items from there to the figure, and before the plan in which it is called one."""
WANTING = frozenset(("thiếu", "vẫn"))
ONLY_WITHIN = 4
"""Items before a figure in which "only" makes it a result."""
BY_NOW = frozenset(("hiện", "hiện nay", "đến nay", "tới nay", "hiện còn", "hiện có"))
LIMITS = frozenset((Bound.AT_LEAST, Bound.AT_MOST))
LIMITED = frozenset(("tối thiểu", "ít nhất", "không quá", "tối đa", "chậm nhất"))
"""Words of what is asked for at least or at most."""
BEFALLS = frozenset((
    "chết", "thiệt", "mất", "bị", "sập", "tốc", "ngập", "hư", "thương", "cháy", "nhiễm", "mắc", "tử", "thiệt mạng", "vong", "đổ", "trôi",
    "vùi",
    "làm", "khiến", "gây", "hỏng", "kẹt", "cuốn", "trúng",
))  # fmt: skip
"""Words around so many at least that something befell: ít nhất │ 13 người chết."""
BEFALLS_WITHIN = 4
IN_FORCE = "hiện hành"
"""Words of a rule that is there already: theo quy định hiện hành, không quá 30 ngày."""
WHILE = "trong khi"
"""Before an aim that one figure is held against."""
STANDING = ("trữ lượng", "dân số", "diện tích tự nhiên")
"""How names begin of what no order changes."""
BECAUSE = frozenset(("vì", "bởi", "bởi vì", "do"))
"""Words after which an aim said before them reaches no farther."""
TELLS = frozenset(("cho biết", "cho hay", "khẳng định", "giải trình", "thừa nhận", "phản ánh"))
TELLS_BEGIN = frozenset(words.split(" ")[0] for words in TELLS)
"""What somebody else does behind what is asked: đề nghị cắt 9 dự án; tỉnh giải trình │ 3 dự án đã ký hợp đồng."""
TELLING = (
    TELLS
    | TELLS_BEGIN
    | PLANS
    | CARRIED_OUT
    | BY_NOW
    | BECAUSE
    | AHEAD_BEGIN
    | CONSENT_BEGIN
    | SET_LISTS
    | {"kết luận", "trí"}
    | WHEN
    | PLEAS
    | REMINDS
    | ASKS
    | URGES
    | ASKS_BEGIN
    | {";", GIVES, DIRECTS}
)
MEANT = frozenset((DONE, TARGET, AIM))
"""What may say how a figure behind it is meant; of other words only those that give such a cue do."""


def meant(row: list[Item], draft: Draft, otherwise: Role, floor: int) -> Role:
    """What the words of the sentence outside closed brackets say of a figure: the last of an aim, something asked for, and a deed."""
    if only_told_of(row, draft) or is_only(row, draft):
        return Role.ACTUAL
    at = end = draft.amount.first
    lowest = max(floor, end + 1 - REACH)
    while at > lowest:
        at -= 1
        item = row[at]
        if item.text == ")":
            at = _opening(row, at)
        telling = item.text in TELLING
        if not telling and item.means.isdisjoint(MEANT):
            continue
        if _told_there(row, draft, at):
            meant = is_granted(row, at, end) or (at < draft.floor and _asked_before(row, at, lowest, end))
            return Role.TARGET if meant else Role.ACTUAL
        if (telling and _sets(row, at, end)) or (
            at < draft.floor and draft.amount.unit.text not in COUNTED_AIMS and _is_aimed(row, at, end)
        ):
            return Role.TARGET
        if (
            item.text in BECAUSE
            or (telling and _tells(row, at))
            or (item.text == ";" and draft.amount.whole is not None and LEVEL in row[end - 1].means)
            or (item.text == ";" and (otherwise is Role.TARGET or row[end - 1].text == "được"))
        ):
            return otherwise
    if _is_limit(row, draft) or told_to(row, end) or consents(row, end, draft.spot.signs) or is_next(row, draft):
        return Role.TARGET
    return Role.ACTUAL if _stands(row, draft) else otherwise


def _sets(row: list[Item], at: int, end: int) -> bool:
    """Whether one of the words that tell how a figure is meant sets an aim: somebody asks for it, it is to come, it is planned."""
    return (
        asks(row, at, end)
        or reminds(row, at, end)
        or gives_to(row, at)
        or opens_ahead(row, at)
        or to_be_finished(row, at, end)
        or sets_list(row, at)
        or drawn_up(row, at, end)
        or grants(row, at, end)
    )


def _tells(row: list[Item], at: int) -> bool:
    """Whether somebody tells or admits what follows an item, which an asking before it does not reach."""
    return row[at].text in TELLS or f"{row[at].text} {row[at + 1].text}" in TELLS


def _told_there(row: list[Item], draft: Draft, at: int) -> bool:
    """Whether an item says that what follows it has happened: đã, thực hiện 6 tháng, 9 tháng thực hiện, đến nay."""
    item = row[at]
    if DONE in item.means or (item.text in BY_NOW and at >= draft.floor):
        return True
    if item.text not in CARRIED_OUT or not at:
        return False
    if _carries_out(row, draft, at):
        return True
    return row[at - 1].period is not None or (row[at - 1].text in (",", ";") and _months(row, at + 1))


def _carries_out(row: list[Item], draft: Draft, at: int) -> bool:
    """Whether so much of a plan that is told before is done: kế hoạch gieo cấy 380 ha, thực hiện │ 376 ha."""
    last, first = draft.spot.previous, draft.amount.first
    if last is None or last.unit.text != draft.amount.unit.text or row[at - 1].text not in (",", ";") or first - at > CARRIED_WITHIN:
        return False
    return any(PLAN in item.means for item in row[max(0, last.first - CARRIED_REACH) : last.first])


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
        return not (at and DONE in row[at - 1].means) and not is_signed(row, at) and (row[at + 1].text == ":" or not passed(row, at, end))
    return AIM in means and not _so_many_met(row, at) and not told_of(row, at, end) and (spelt_out(row, at) or is_set(row, at))


def _stands(row: list[Item], draft: Draft) -> bool:
    """Whether a bracket tells how large something is that is there: xác nhận 3 mỏ (trữ lượng │ 1,9 triệu m3)."""
    return draft.name.lower().startswith(STANDING) and any(item.text == "(" for item in row[draft.floor : draft.amount.first])


def _so_many_met(row: list[Item], at: int) -> bool:
    """Whether it is told how many of the aims were met, and then what has come of them: đạt 11/15 │ chỉ tiêu: gieo trồng 840 ha."""
    return at > 1 and row[at - 1].is_numeral and row[at - 2].text == "/"


def is_only(row: list[Item], draft: Draft) -> bool:
    """Whether the words right before a figure say that no more has come of it, or that so much is wanting: chỉ đạt 5%, còn thiếu 5 tỷ."""
    for at in range(max(draft.floor, draft.amount.first - ONLY_WITHIN), draft.amount.first):
        said = row[at].text
        if said in WANTING or (said in ONLY and row[at + 1].text != "nên" and says_only(row, at)):
            return True
    return False


def _befell(row: list[Item], draft: Draft) -> bool:
    """Whether so many at least are those whom something befell: làm ít nhất │ 45 nhà sập."""
    first, last = draft.amount.first, draft.amount.last + 1
    around = row[max(0, first - BEFALLS_WITHIN) : first] + row[last : last + BEFALLS_WITHIN]
    return any(item.text in BEFALLS for item in around)


def _opening(row: list[Item], closing: int) -> int:
    """The item that opens a bracket; where none does, the one that closes it."""
    return next((at for at in range(closing - 1, max(-1, closing - BRACKET_WITHIN), -1) if row[at].text == "("), closing)


def _is_limit(row: list[Item], draft: Draft) -> bool:
    """Whether a figure of which nothing is told as done is the least or the most of what is wanted: tặng không quá 10 tập thể."""
    bound = draft.amount.bound
    if bound not in LIMITS or any(item.text in ONLY for item in row[draft.floor : draft.amount.first]):
        return False
    if any(item.text == IN_FORCE for item in row) or (bound is Bound.AT_LEAST and _befell(row, draft)):
        return False
    return row[draft.amount.first - 1].text == BEYOND_IT or any(item.text in LIMITED for item in row[draft.floor : draft.amount.first])
