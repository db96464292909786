"""The role of a figure once the periods of its sentence are known: an aim where it lies ahead, a baseline beside a later level.

    "hộ nghèo còn 5,1% (năm 2010: 9,7%)"                            actual, then baseline
    "năm ngoái có 3 tổ hợp tác, năm nay đã có 8 tổ hợp tác"         baseline, then actual
    "kết quả 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm, thu …"   actual, though the last six months lie ahead

What must and must not be read: corpus/roles.tsv, corpus/observations.tsv.
"""

from dataclasses import replace
from datetime import date, timedelta

from giaoban.model import Bound, Period, Role
from giaoban.reading.cues import LEVEL, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.roles.baselines import MOVED
from giaoban.reading.rules.figures.roles.roles import is_done
from giaoban.reading.rules.figures.roles.then_and_now import against_later, names
from giaoban.reading.rules.figures.roles.there_already import are_there
from giaoban.reading.rules.figures.said_periods import DAY_FORM
from giaoban.reference.units import Kind

TASKS = frozenset(("nhiệm vụ", "phương hướng", "giải pháp", "kế hoạch", "chương trình"))
"""What a paper is about whose title names a time to come beside the time it reports on."""
STANDING, STANDING_WITHIN = frozenset(("mới", "chỉ", "hiện", "hiện nay", "vẫn", "hiện còn", "hiện có")), 6
"""Words of what there is, and items from a figure within which they or what it is held against stand."""
STATES = frozenset(("có", "là", "gồm", "hiện có", "còn có", "đã có", "với", "tổng số", "cho", "được", "dài", "rộng", "cao", "cách", "sâu"))
"""Words right before a figure that tell what there is, where no time to come is named beside it."""
LEFT = "còn"
"""The same, before what is left: toàn huyện │còn│ nợ 12 tỷ đồng."""
KEPT_AT = frozenset(("mức", "ở mức"))
"""Words of a level that may as well be one to be kept."""
FORECAST = ("dự báo", "có thể")
UP_TO = frozenset(("đến", "tính đến", "đến ngày", "tính đến ngày", "tới", "lũy kế đến", "luỹ kế đến", "ngày"))
"""Words before a day up to which it is counted what there is."""
TASKS_WITHIN = 5
STARTS = frozenset(("từ", "kể từ", "bắt đầu từ"))
PARTS_OF_YEAR = ("-Q", "-H")
DAYS_AGO = timedelta(days=21)
"""How long after it began nobody can tell the result of a quarter or a half of a year."""
MONTHS_SO_FAR = ("-M", "-H1")
"""How the exchange form of the months from the start of a year ends: a paper on them is written when they are over."""
LONG_AFTER = timedelta(days=31)
"""How long after a text a time must end of which it cannot tell the result: a paper on a year is written in its last weeks."""


def timed(line: Line, drafts: list[Draft], said: list[Role], periods: list[Period | None], context: Context) -> list[Role]:
    """The roles of a sentence's figures, as its words tell them, when their periods are taken into account."""
    anchor = _now(context)
    roles = [against_later(line.row, drafts, said, periods, at, anchor) for at in range(len(drafts))]
    for at in range(1, len(drafts)):
        between = line.row[drafts[at - 1].amount.last + 1 : drafts[at].amount.first]
        if roles[at - 1] is Role.BASELINE is not said[at - 1] and len(between) == 1 and between[0].text == "và":
            roles[at] = Role.BASELINE  # (năm 2024 là 92,6% và │ 93%)
    found: list[Role] = []
    for draft, role, period in zip(drafts, roles, periods, strict=True):
        ahead = _ahead(line.row, draft, role, period, anchor)
        found.append(role if ahead is not role and period and _only_carried(line.row, draft, period, found, context) else ahead)
    return found


def _only_carried(row: list[Item], draft: Draft, period: Period, found: list[Role], context: Context) -> bool:
    """Whether a time to come is that of the sentence before, and this one tells what there is: (năm 2026 đón 4 triệu khách.) Xã có 8 tuyến
    đường dài │ 6,7 km.

    found  the roles of the figures before it in its sentence
    """
    if any(names(item, period) for item in row):
        return False
    first, last = draft.amount.first, draft.amount.last + 1
    if row[first - 1].text in STATES or (draft.head is LEVEL and row[first - 1].text not in KEPT_AT and not _heads(context, period)):
        return True
    if any(head is LEVEL for _, head, _ in draft.compared):
        return True
    if any(row[at].text == LEFT for at in range(max(draft.floor, first - STANDING_WITHIN), first - 1)):
        return True
    if (Role.ACTUAL in found and Role.TARGET not in found) or any(
        item.text in STANDING for item in row[max(draft.floor, first - STANDING_WITHIN) : first]
    ):
        return True
    return any(VERSUS in item.means for item in row[last : last + STANDING_WITHIN])


def _heads(context: Context, period: Period) -> bool:
    """Whether the paragraph opened with a period, which then holds for all of it."""
    return context.period is not None and context.period.text == period.text


def _ahead(row: list[Item], draft: Draft, role: Role, period: Period | None, anchor: TimeAnchor | None) -> Role:
    """The role of a figure when its time is taken into account."""
    if _awaited(row, draft, role, anchor):
        return role if is_done(row, draft) or _is_forecast(row, draft) else Role.TARGET
    ahead = by_time(role, period, anchor)
    return role if ahead is role or _aims_at_nothing(row, draft, period) else ahead


def _awaited(row: list[Item], draft: Draft, role: Role, anchor: TimeAnchor | None) -> bool:
    """Whether a figure is one of a time that ends long after the text: đến cuối năm giải ngân đạt │ 95%, said in August.

    A time with its year is rather one that the text's own day was misprinted for, a day one on which something was counted.
    """
    if role is not Role.ACTUAL or anchor is None or anchor.on is None:
        return False
    said = next((item for item in reversed(row[draft.floor : draft.amount.first]) if item.period), None)
    period = said.period.period if said and said.period and said.period.by else None
    if said is None or period is None or str(anchor.year) in said.text or (len(period.text) == DAY_FORM and not _at_least(draft)):
        return False
    return anchor.year == period.end_on.year and period.end_on - anchor.on > LONG_AFTER


def by_time(role: Role, period: Period | None, anchor: TimeAnchor | None) -> Role:
    """The role when the period is taken into account: what lies ahead is aimed at."""
    if role not in (Role.ACTUAL, Role.ESTIMATE) or period is None or anchor is None:
        return role
    if period.start_on.year > anchor.year if anchor.on is None else period.start_on > anchor.on:
        return Role.TARGET
    if role is Role.ACTUAL and anchor.on is not None and _just_begun(period, anchor.on):
        return Role.TARGET
    awaited = role is Role.ESTIMATE and "/" in period.text and period.end_on.year > anchor.year
    return Role.TARGET if awaited else role


def _just_begun(period: Period, on: date) -> bool:
    """Whether a quarter or a half of a year began days ago, so that none can tell its result."""
    return any(mark in period.text for mark in PARTS_OF_YEAR) and timedelta() <= on - period.start_on < DAYS_AGO


def _at_least(draft: Draft) -> bool:
    return draft.amount.bound is Bound.AT_LEAST


def _now(context: Context) -> TimeAnchor | None:
    """From where the text counts time, not before the months end on which it reports."""
    anchor, own = context.anchor, context.own_period
    if anchor is None or anchor.on is None or own is None or not any(mark in own.text for mark in MONTHS_SO_FAR):
        return anchor
    return anchor if own.end_on <= anchor.on else replace(anchor, on=own.end_on, year=own.end_on.year)


def _aims_at_nothing(row: list[Item], draft: Draft, period: Period | None) -> bool:
    """Whether a figure of a time to come is no aim; it looks through the row, so it is asked only of such figures."""
    return is_done(row, draft) or are_there(row, draft) or _is_forecast(row, draft) or _no_aim(row, draft, period)


def _is_forecast(row: list[Item], draft: Draft) -> bool:
    """Whether the figure is what nobody aims at: dự báo tháng 4 có thể lên 6.500 ha."""
    return any(item.text.startswith(FORECAST) for item in row[draft.floor : draft.amount.first])


def _no_aim(row: list[Item], draft: Draft, period: Period | None) -> bool:
    """Whether a time to come says nothing of the figure: a paper's title names it, nothing names it beside things counted, it was misheard.

    The months up to one of them are counted when they are over; who plans names the half, the quarter or the year.
    """
    if period is None:
        return False
    if MONTHS_SO_FAR[0] in period.text:
        return True
    named = next((at for at in range(draft.amount.first - 1, -1, -1) if names(row[at], period)), -1)
    if named < 0:
        return draft.amount.unit.kind is Kind.THING and not any(names(item, period) for item in row)
    if len(period.text) == DAY_FORM and named and row[named - 1].text in UP_TO and draft.head not in MOVED:
        return True
    if named and row[named - 1].text in STARTS and any(item.text == ";" for item in row[named : draft.amount.first]):
        return True  # phải dừng vận dụng từ năm 2020; có 58 đầu máy
    tasks = any(item.text in TASKS for item in row[max(0, named - TASKS_WITHIN) : named])
    return tasks and any(item.period and item.period.period and item.period.period.end_on < period.start_on for item in row[:named])
