"""Which words before and behind a figure cannot be its name, whatever they weigh.

    "Xí nghiệp Thanh Hà vượt 15% kế hoạch nạo vét"     not: Xí nghiệp Thanh Hà
    "21 tổ chức cơ sở hội với │ 196 chi hội"           not: cơ sở hội

What must and must not be read: corpus/wordings.tsv.
"""

from bisect import bisect_left

from giaoban.model import Bound
from giaoban.reading.items import Item
from giaoban.reading.names import SURE
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name, opens
from giaoban.reading.rules.figures.names.no_name import behind_owner, is_no_name, is_only_who, tells_who, told_by
from giaoban.reading.rules.figures.names.ranked import points_back, runs_over_said
from giaoban.reading.rules.figures.names.taken_over import said_behind_others, tail_of_things
from giaoban.reading.rules.figures.names.whole_names import may_follow, may_stand_before
from giaoban.reference.units import Kind

MEASURED = frozenset((Kind.MEASURE, Kind.MONEY))
MANY = 1000
"""From this number on things stand for themselves and say of no others which they are."""
GIVEN = "đóng góp"
"""What a sum of money is called by, too: nhân dân │đóng góp│ 14 tỷ đồng."""
WORK = ("khối lượng", "công suất", "là ")
SEVERAL = frozenset(("các", "những", "một", "hai", "ba", "bốn", "năm", "số", "toàn", "toàn bộ", "mỗi", "từng"))
RECEIVING = frozenset(
    listed("""
hộ, hộ nghèo, hộ dân, người, người dân, người nghèo, người lao động, dân, nhân dân, bà con, gia đình, doanh nghiệp,
nhà thầu, đơn vị, khách hàng, địa phương, học sinh, sinh viên, công nhân, lao động, nông dân, đối tượng, cán bộ,
giáo viên, hội viên, thân nhân, nạn nhân, ngư dân, chủ tàu, hợp tác xã, nhóm hộ, xã, phường, huyện, tỉnh, thành phố,
thôn, bản, công ty, ngân hàng, dự án, công trình, gói thầu, cháu, em, cụ, ông, bà, anh, chị, khẩu, nhân khẩu
""")
)
"""Who gets a sum of money, behind "cho"."""
PLANS = frozenset(("kh", "dt", "ct", "nq"))
HAS = "có"
SETS = frozenset(("giao", "đề ra", "đặt ra"))
"""What stands behind whoever set an aim, who is none: mục tiêu 6,7% │Quốc hội giao│."""


def refused(line: Line, draft: Draft, before: Name | None, after: Name | None, *, taken_over: bool) -> bool:
    """Whether a name of these words is none.

    taken_over  there is a name of a figure before that it may take over
    """
    row = line.row
    if before is not None:
        if not may_stand_before(row, before) or tells_who(line, before) or said_behind_others(line, draft, before):
            return True
        if tail_of_things(line, draft, before) or told_by(line, before) or _runs_over(row, draft, before) or behind_owner(line, before):
            return True
        if after is None and taken_over and is_no_name(line, draft, before):
            return True
    if after is None:
        return False
    if not may_follow(row, after) or tells_who(line, after) or _only_joins(row, draft, after) or _to_whom(row, draft, after):
        return True
    return _holds_figure(line, draft, after) or _sets_it(line, draft, after) or _only_plan(row, draft, after)


def _runs_over(row: list[Item], draft: Draft, before: Name) -> bool:
    """Whether words before what is no thing counted run from who acts, or consents, into what is done."""
    if any(row[at].text == HAS and opens(row, at + 1, SURE) for at in range(before.first + 1, before.last)):
        return True  # nhà máy có │công suất
    return draft.amount.unit.kind is not Kind.THING and (points_back(row, before) or runs_over_said(row, before))


def _sets_it(line: Line, draft: Draft, after: Name) -> bool:
    """Whether words behind a figure only say who set it: mục tiêu 6,7% │Quốc hội giao│."""
    told = draft.amount.unit.kind is not Kind.THING and line.row[after.last].text in SETS and after.last > after.first
    return told and is_only_who(line, Name(after.first, after.last - 1))


def _only_plan(row: list[Item], draft: Draft, after: Name) -> bool:
    """Whether words behind a share are a plan in short, of which it is one: đàn trâu, bò 85% │KH│."""
    return draft.amount.unit.kind is Kind.SHARE and after.first == after.last and row[after.first].text in PLANS


def _only_joins(row: list[Item], draft: Draft, after: Name) -> bool:
    """Whether words behind a measure only go on to something else: 82 kg │và 221 bánh│ heroin, về 5% │và dành số tăng thu│."""
    return row[after.first].text == "và" and draft.amount.unit.kind is not Kind.THING


def _to_whom(row: list[Item], draft: Draft, after: Name) -> bool:
    """Whether words behind a sum only say who gets it: ứng trước 30 tỷ đồng │cho bốn huyện khó khăn│; not: cho phòng chống sạt lở."""
    if draft.amount.unit.kind is not Kind.MONEY or row[after.first].text != "cho" or after.last == after.first:
        return False
    at = after.first + 1
    while at < after.last and (row[at].text in SEVERAL or row[at].is_numeral):
        at += 1
    return row[at].place is not None or row[at].text in RECEIVING or f"{row[at].text} {row[min(at + 1, after.last)].text}" in RECEIVING


def _holds_figure(line: Line, draft: Draft, after: Name) -> bool:
    """Whether words behind a figure run over another that stands for itself: 9 tuyến hẻm dài │ 2,75 km; not: 11 xã đạt │ 19 tiêu chí."""
    at = bisect_left(line.amounts, after.first, key=lambda amount: amount.first)
    inner = line.amounts[at] if at < len(line.amounts) else None
    if inner is None or inner.last > after.last or inner.bound is not Bound.EXACT:
        return False
    if inner.unit.kind is Kind.SHARE and draft.amount.whole is not None:
        return True  # 27/31 dòng họ đạt 87%
    return inner.unit.kind in MEASURED or (inner.unit.kind is Kind.THING and inner.value >= MANY and line.row[inner.first - 1].text != "và")


def tells_of_what(draft: Draft, afters: list[Name | None]) -> bool:
    """Whether it is said behind a share of what it is, so that who stands before it is no part of its name: Điện lực vượt 5% │ kế hoạch."""
    return draft.amount.unit.kind is Kind.SHARE and any(after is not None for after in afters)


def alien(line: Line, draft: Draft, before: Name | None, carried: str) -> bool:
    """Whether a name is of somebody else than what is told behind a share: only whose it is, or what the figure before was of where this
    is a share of work done, or it is said what it is: vốn 285 tỷ đồng, hoàn thành 45% │ khối lượng; 70% │ là người địa phương."""
    if before is not None:
        return is_only_who(line, before)
    said = " ".join([item.text for item in line.row[draft.amount.last + 1 : draft.amount.last + 3]])
    return bool(carried) and said.startswith(WORK)


def gives(row: list[Item], draft: Draft) -> bool:
    """Whether the verb before a sum of money belongs to its name: nhân dân │đóng góp│ 14 tỷ đồng."""
    zone = draft.spot.zone
    return draft.amount.unit.kind is Kind.MONEY and zone < draft.amount.first and row[zone].text == GIVEN
