"""Which of two levels of one thing was before the other: it is a baseline, where the other says what it came to.

    "hộ nghèo còn 5,1% (năm 2010: │ 9,7%)"                            baseline
    "năm ngoái có │ 3 tổ hợp tác, năm nay đã có 8 tổ hợp tác"         baseline
    "phấn đấu đạt 95% (năm 2024 đạt │ 91%)"                           baseline

What must and must not be read: corpus/roles.tsv, corpus/observations.tsv.
"""

from datetime import date
from itertools import pairwise

from giaoban.model import Measure, Period, Role
from giaoban.reading.cues import DONE, Cue
from giaoban.reading.items import Item
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.roles.baselines import BRACKET, MOVED, NOW
from giaoban.reading.rules.figures.roles.roles import is_done
from giaoban.reading.syllables import last_of, sign

UP_TO_NOW = NOW | {"đến", "năm nay"}
"""Words before a level that another one is held against."""
BRACKET_WITHIN = 40
WHILE, LEADING = "trong khi", frozenset((Cue.LEVEL, Cue.HAS, Cue.SOFT, Cue.ABOUT, Cue.OVER, Cue.UNDER))
REACHED_OR_NONE = MOVED | {Cue.LEVEL, Cue.HAS, None}
SINCE_THEN = frozenset(("nay", "giờ", "bây", "năm nay"))
"""Words right behind a comma or "thì" of a level that another one has come to."""
THESE = ("này", "nay")
"""How times end that are now: năm 2015 có 620 ha thì vụ │ này │ 1.710 ha."""
MEANWHILE, STARTED, BY_NOW = sign(words=last_of((WHILE,))), sign(words=("đầu",)), sign(words=last_of(SINCE_THEN, THESE))
NAMED_WITHIN = 10
"""Items of a name behind its number before the bracket opens: 52% │hộ được dùng điện lưới│ (năm 2018 44%)."""
FOLLOWING = 3
"""Figures after one among which its later level is looked for."""
SINCE = frozenset(("từ", "so", "so với", "kể từ", "ngay từ"))
START_WORDS = frozenset(("năm", "kỳ", "nhiệm", "nhiệm kỳ"))
"""Words after "đầu" that say from when the time counts that the text is about."""


def names(item: Item, period: Period) -> bool:
    """Whether an item names a period."""
    return item.period is not None and item.period.period is not None and item.period.period.text == period.text


def against_later(
    row: list[Item], drafts: list[Draft], said: list[Role], periods: list[Period | None], at: int, anchor: TimeAnchor | None
) -> Role:
    """Baseline where the figure stands beside a later level of the same thing; else its role as it was."""
    draft, period = drafts[at], periods[at]
    if said[at] is Role.TARGET and at and said[at - 1] is Role.TARGET and _left_behind(row, drafts[at - 1], draft, periods[at - 1], anchor):
        return Role.BASELINE
    if said[at] is not Role.ACTUAL:
        return said[at]
    if at and _behind(row, drafts[at - 1], draft, period, periods[at - 1], anchor, told=said[at - 1]):
        return Role.BASELINE
    later = _has_later(row, drafts, said, at, period, anchor) or _until_now(row, drafts, said, at)
    return Role.BASELINE if later else Role.ACTUAL


def _behind(
    row: list[Item], before: Draft, draft: Draft, period: Period | None, other: Period | None, anchor: TimeAnchor | None, *, told: Role
) -> bool:
    """Whether the figure says what the one before it had been: còn 5,1% (năm 2010: │ 9,7%); 94%, năm 2018 là │ 97%.

    other, told    the period and the role of the figure before
    """
    if draft.head not in MOVED and _at_start(row, before, draft):
        return True
    if draft.own and not _while_then(row, before, draft):
        return _opened_by_year(row, before, draft) and _earlier(row, draft, other, anchor)
    if _in_bracket_behind(row, before, draft):
        return _earlier(row, draft, other, anchor)
    named = period is not None and told is not Role.TARGET and _named_between(row, before, draft, period)
    return named and period is not None and _long_before(period, other, anchor)


def _while_then(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether only a time and a verb of level stand between "trong khi" and the figure: 80% có lãi trong khi năm 2012 chỉ có │ 30%."""
    if not draft.spot.signs & MEANWHILE:
        return False
    between = row[before.amount.last + 1 : draft.amount.first]
    at = next((at for at, item in enumerate(between) if item.text == WHILE), -1)
    return at >= 0 and all(item.period is not None or item.means & LEADING for item in between[at + 1 :])


def _at_start(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether the figure says from where another one of its kind came: có 22 trường đạt chuẩn, đầu nhiệm kỳ chỉ có │ 9 trường."""
    if not draft.spot.signs & STARTED or draft.amount.unit.text != before.amount.unit.text or draft.measure is not before.measure:
        return False
    between = [item.text for item in row[before.amount.last + 1 : draft.amount.first]]
    return (
        SINCE.isdisjoint(between)
        and (";" not in between or between[:2] == [";", "đầu"])
        and any(word == "đầu" and then in START_WORDS for word, then in pairwise(between))
    )


def _in_bracket_behind(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a bracket right behind a figure opens for this one: còn 5,1% ( │ năm 2010: 9,7%)."""
    if not draft.spot.signs & BRACKET:
        return False
    between = row[before.amount.last + 1 : draft.amount.first]
    at = next((at for at, item in enumerate(between[:NAMED_WITHIN]) if item.is_mark or item.is_numeral), -1)
    if at > 0 and before.measure is not Measure.LEVEL:
        return False
    return at >= 0 and between[at].text == "(" and not any(item.text == ")" for item in between)


def _opened_with(row: list[Item], before: Draft, draft: Draft) -> Item | None:
    """The first item in a bracket between two figures."""
    opening = next((at for at in range(before.amount.last + 1, draft.amount.first) if row[at].text == "("), -1)
    return row[opening + 1] if opening >= 0 else None


def _opened_by_year(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a bracket behind a figure opens with a year and goes on to one of the same kind: lỗ 98 tỷ đồng (năm 2011 lãi │ 7 tỷ đồng)."""
    opened = _opened_with(row, before, draft)
    alike = draft.amount.unit.text == before.amount.unit.text and draft.measure is before.measure
    return alike and opened is not None and opened.period is not None and _in_bracket_behind(row, before, draft)


def _earlier(row: list[Item], draft: Draft, other: Period | None, anchor: TimeAnchor | None) -> bool:
    """Whether what a bracket tells was before the figure that it stands behind."""
    opening = next(at for at in range(draft.amount.first - 1, -1, -1) if row[at].text == "(")
    if row[opening + 1].text == "đầu" and row[opening + 2].text in START_WORDS:
        return True
    told = next((item.period.period for item in row[opening : draft.amount.first] if item.period and item.period.period), None)
    if told is None:
        return False
    if other is not None and other.text == told.text and not any(names(item, told) for item in row[:opening]):
        other = None  # nợ xấu 0,14% (năm 2022 là │ 0,17%)
    if _long_before(told, other, anchor) or _school_year_before(told, other):
        return True
    return other is not None and draft.measure is Measure.CHANGE and told.end_on < other.end_on


def _left_behind(row: list[Item], goal: Draft, draft: Draft, other: Period | None, anchor: TimeAnchor | None) -> bool:
    """Whether a bracket behind a goal tells from where one sets out: phấn đấu đạt 95% (năm 2024 đạt │ 91%)."""
    if draft.own or anchor is None or not _in_bracket_behind(row, goal, draft):
        return False
    opened = _opened_with(row, goal, draft)
    told = opened.period.period if opened is not None and opened.period else None
    if told is None or told.end_on.year > anchor.year:
        return False
    if other is not None and other.text == told.text:
        return True
    return other is None or told.end_on < other.start_on or _school_year_before(told, other)


def _school_year_before(told: Period, other: Period | None) -> bool:
    """Whether of two spans of years the first began and ended earlier, though they share a year: 2021 - 2022, then 2022 - 2023."""
    if other is None or "/" not in told.text or "/" not in other.text:
        return False
    return told.start_on < other.start_on and told.end_on < other.end_on


def _long_before(period: Period, other: Period | None, anchor: TimeAnchor | None) -> bool:
    """Whether a period lies before another one; before the year of the text where the other is not told."""
    if other is None:
        return anchor is not None and period.end_on.year < anchor.year
    if len(other.text) == len("2016/2020") and "/" in other.text and len(period.text) == len("2016"):
        return period.end_on.year <= other.start_on.year
    return period.end_on < other.start_on


def _named_between(row: list[Item], before: Draft, draft: Draft, period: Period) -> bool:
    if "(" in [item.text for item in row[max(0, draft.amount.first + 1 - BRACKET_WITHIN) : draft.amount.first]]:
        return False
    return any(names(item, period) for item in row[before.amount.last + 1 : draft.amount.first])


def _has_later(row: list[Item], drafts: list[Draft], said: list[Role], at: int, period: Period | None, anchor: TimeAnchor | None) -> bool:
    """Whether the sentence goes on to what it has come to by now: năm ngoái có │ 3 tổ, năm nay đã có 8 tổ."""
    draft = drafts[at]
    words = row[draft.floor : draft.amount.first]
    if (
        at + 1 == len(drafts)
        or period is None
        or anchor is None
        or not any(names(item, period) for item in words)
        or any(DONE in item.means or item.text in NOW for item in words)
    ):
        return False
    for later, role in zip(drafts[at + 1 : at + 1 + FOLLOWING], said[at + 1 :], strict=False):
        if later.own or not _counts_alike(later, draft) or later.measure is not draft.measure:
            continue
        between = row[draft.amount.last + 1 : later.amount.first]
        if role in (Role.TARGET, Role.ESTIMATE) or not any(item.text in UP_TO_NOW or DONE in item.means for item in between):
            return False
        return any(item.text in NOW or _is_later(item, period.end_on, anchor) for item in between)
    return False


def _until_now(row: list[Item], drafts: list[Draft], said: list[Role], at: int) -> bool:
    """Whether the next figure says what it has come to: hồi mới thành lập, quỹ có │ 15 triệu đồng, nay lên 620 triệu đồng."""
    if at + 1 == len(drafts) or said[at + 1] in (Role.TARGET, Role.ESTIMATE) or is_done(row, drafts[at]):
        return False
    draft, later = drafts[at], drafts[at + 1]
    if (
        not draft.spot.signs & BY_NOW
        or not _counts_alike(later, draft)
        or later.measure is not draft.measure
        or later.head not in REACHED_OR_NONE
    ):
        return False
    between = row[draft.amount.last + 1 : later.amount.first]
    if any(item.text in SINCE_THEN and between[index].text in (",", "thì") for index, item in enumerate(between[1:])):
        return True
    then = [item.text for item in between].index("thì") if any(item.text == "thì" for item in between) else len(between)
    return any(item.text.endswith(THESE) for item in between[then + 1 : then + 1 + FOLLOWING])


def _counts_alike(later: Draft, draft: Draft) -> bool:
    """Whether a figure counts the same as one before it, perhaps in fewer words: 120 ổ dịch, năm nay đã │ 214 ổ."""
    return f"{draft.amount.unit.text} ".startswith(f"{later.amount.unit.text} ")


def _is_later(item: Item, on: date, anchor: TimeAnchor) -> bool:
    later = item.period.period if item.period else None
    return later is not None and on < later.start_on and later.start_on.year <= anchor.year
