"""The role of a figure: what is, what is expected, what is aimed at, what was before.

    "ước đạt 5 tỷ đồng" estimate    "phấn đấu đạt 92,5%" target    "từ 2,1% xuống 0,12%" baseline, then actual

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure, Period, Role
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.linking import Draft, Line

MET = frozenset(("đạt", "vượt", "hoàn thành", "bằng", "so với", "hơn", "thực hiện", "theo", "về", "các", "những", "từng", "quá", "gắn với", "điều chỉnh", "cơ chế", "chính sách"))
"""Words before an aim that make it one already met or talked about: "vượt kế hoạch"."""
PLANS_AHEAD = frozenset((Cue.TARGET, Cue.AIM))


def roles(line: Line, drafts: list[Draft]) -> list[Role]:
    """The role of each observation of a sentence, as far as its own words tell."""
    return [_role(line.row, draft, drafts[index + 1] if index + 1 < len(drafts) else None) for index, draft in enumerate(drafts)]


def _role(row: list[Item], draft: Draft, following: Draft | None) -> Role:
    if draft.head is Cue.FROM and following is not None and following.head in (Cue.TO_UP, Cue.TO_DOWN):
        return Role.BASELINE
    words = row[draft.floor : draft.amount.first]
    near = frozenset().union(*(item.means for item in words)) if words else frozenset()
    if Cue.SAME in near and draft.measure is Measure.LEVEL:
        return Role.BASELINE
    if _aims(row, draft.floor, draft.amount.first, inside=True):
        return Role.TARGET
    if Cue.ESTIMATE in near:
        return Role.ESTIMATE
    return _mode(row, draft.floor)


def _mode(row: list[Item], end: int) -> Role:
    """What the words of the sentence before a figure's own say of it: the last of an aim and a deed."""
    for at in range(end - 1, -1, -1):
        item = row[at]
        if Cue.DONE in item.means:
            return Role.ACTUAL
        if item.means & PLANS_AHEAD and _is_aim(row, at):
            return Role.TARGET
    return Role.ACTUAL


def _aims(row: list[Item], start: int, end: int, inside: bool) -> bool:
    for at in range(end - 1, start - 1, -1):
        if Cue.DONE in row[at].means:
            return False
        if row[at].means & PLANS_AHEAD and (_is_aim(row, at) or (inside and row[end - 1].text == "(")):
            return True
    return False


def _is_aim(row: list[Item], at: int) -> bool:
    """Whether a word of aiming at `at` sets an aim, rather than measures a result against one."""
    if Cue.TARGET in row[at].means:
        return True
    before = row[at - 1] if at else None
    return before is None or not (before.text in MET or before.text in ("%", ")") or before.is_numeral)


def by_time(role: Role, period: Period | None, anchor: TimeAnchor | None) -> Role:
    """The role when the period is taken into account: what lies ahead is aimed at."""
    if role is not Role.ACTUAL or period is None or anchor is None:
        return role
    if anchor.on is not None:
        return Role.TARGET if period.start_on > anchor.on else role
    return Role.TARGET if period.start_on.year > anchor.year else role
