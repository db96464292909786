"""The role of a figure: what is, what is expected, what is aimed at, what was before.

    "ước đạt 5 tỷ đồng" estimate    "phấn đấu đạt 92,5%" target    "từ 2,1% xuống 0,12%" baseline, then actual

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Bound, Period, Role
from giaoban.reading.cues import AIM, DONE, ESTIMATE, LEVEL, TARGET, Cue
from giaoban.reading.items import Item
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.aiming import ONLY, aims, asks, by_plan, is_set, only_told_of, spelt_out, told_of
from giaoban.reading.rules.baselines import NOW, stands_before
from giaoban.reading.rules.contexts import Context
from giaoban.reading.rules.drafts import REACH, Draft, Line

PARTS = frozenset(("trong đó", "gồm", "bao gồm"))
BRACKETS = frozenset("()")
OPENING = 6
"""Items at the start of a sentence in which an expectation is said of all that follows."""
LIMITS = frozenset((Bound.AT_LEAST, Bound.AT_MOST))
LIMITED = frozenset(("tối thiểu", "ít nhất", "không quá", "tối đa", "chậm nhất"))
"""Words of what is asked for at least or at most."""
BECAUSE = frozenset(("vì", "bởi", "bởi vì", "do"))
"""Words after which an aim said before them reaches no farther."""


def roles(line: Line, drafts: list[Draft], otherwise: Role = Role.ACTUAL) -> list[Role]:
    """The role of each observation of a sentence; `otherwise` where its own words do not tell."""
    found: list[Role] = []
    parts: set[int] = set()
    for index, draft in enumerate(drafts):
        if found and found[-1] is Role.TARGET and draft.amount.first > REACH and otherwise is Role.ACTUAL and not is_done(line.row, draft):
            otherwise = Role.TARGET
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        last = _open_before(line.row, drafts, index)
        goes = last >= 0 and (_goes_with(line.row, drafts[last], draft) or (last in parts and _beside(line.row, drafts[last], draft)))
        shared = found[last] if goes else None
        if goes and draft.own:
            parts.add(index)
        found.append(_role(line.row, draft, shared, following, otherwise))
    return found


def left_open(context: Context, row: list[Item]) -> Role:
    """The role of figures whose own words tell none: an aim where the section sets aims and the sentence tells of no earlier year."""
    if not context.aims:
        return Role.ACTUAL
    year = context.anchor.year if context.anchor else 0
    first = next((item.period.period for item in row[:OPENING] if item.period and item.period.period), None)
    return Role.ACTUAL if first and first.end_on.year < year else Role.TARGET


def is_done(row: list[Item], draft: Draft) -> bool:
    """Whether the figure's own words say of it that it has happened."""
    words = row[draft.floor : draft.amount.first]
    return _says(words, DONE) or not NOW.isdisjoint([item.text for item in words])


def _role(row: list[Item], draft: Draft, before: Role | None, following: Draft | None, otherwise: Role) -> Role:
    """`before` is the role of the figure whose name this one shares."""
    if stands_before(row, draft, before, following):
        return Role.BASELINE
    words = row[draft.floor : draft.amount.first]
    estimated = _says(words, ESTIMATE)
    expected = before is Role.ESTIMATE or estimated or _says(row[: min(draft.floor, OPENING)], ESTIMATE)
    if aims(row, draft, expected) or by_plan(row, draft):
        return Role.TARGET
    if estimated or (expected and any(item.text.startswith("sẽ") for item in words)):
        return Role.ESTIMATE
    return before if before in (Role.TARGET, Role.ESTIMATE) else _mode(row, draft, otherwise)


def _says(words: list[Item], cue: Cue) -> bool:
    """Whether one of some words gives a cue: asked of every figure several times, and a third of the time of `any`."""
    for item in words:  # noqa: SIM110
        if cue in item.means:
            return True
    return False


def _beside(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether a part stands beside the part before it: trong đó khai thác 26 tấn, │ nuôi trồng 14 tấn."""
    between = row[last.amount.last + 1 : draft.amount.first]
    return draft.head is None and between[0].text in (",", "và") and not any(item.is_mark or DONE in item.means for item in between[1:])


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
    if not draft.own:
        return draft.head is not LEVEL
    between = row[last.amount.last + 1 : draft.amount.first]
    part = any(item.text in PARTS for item in between)
    return part and not any(DONE in item.means for item in between)


def _mode(row: list[Item], draft: Draft, otherwise: Role) -> Role:
    """What the words of the sentence say of a figure: the last of an aim, something asked for, and a deed."""
    end = draft.amount.first
    if only_told_of(row, draft):
        return otherwise
    for at in range(end - 1, max(-1, end - REACH), -1):
        item = row[at]
        if DONE in item.means:
            return Role.ACTUAL
        if asks(row, at, end):
            return Role.TARGET
        if item.text in BECAUSE or (item.text == ";" and row[end - 1].text == "được"):
            return otherwise
        if at >= draft.floor:
            continue
        if TARGET in item.means or (AIM in item.means and not told_of(row, at, end) and (spelt_out(row, at) or is_set(row, at))):
            return Role.TARGET
    return Role.TARGET if _is_limit(row, draft) else otherwise


def _is_limit(row: list[Item], draft: Draft) -> bool:
    """Whether a figure of which nothing is told as done is the least or the most of what is wanted: tặng không quá 10 tập thể."""
    bound = draft.amount.bound
    if bound not in LIMITS or any(item.text in ONLY for item in row[draft.floor : draft.amount.first]):
        return False
    return any(item.text in LIMITED for item in row[draft.floor : draft.amount.first])


def by_time(role: Role, period: Period | None, anchor: TimeAnchor | None, *, done: bool = False) -> Role:
    """The role when the period is taken into account: what lies ahead is aimed at, unless it is said to be done."""
    if role not in (Role.ACTUAL, Role.ESTIMATE) or period is None or anchor is None or done:
        return role
    if period.start_on.year > anchor.year if anchor.on is None else period.start_on > anchor.on:
        return Role.TARGET
    awaited = role is Role.ESTIMATE and "/" in period.text and period.end_on.year > anchor.year
    return Role.TARGET if awaited else role
