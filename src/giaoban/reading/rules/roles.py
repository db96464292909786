"""The role of a figure: what is, what is expected, what is aimed at, what was before.

    "ước đạt 5 tỷ đồng" estimate    "phấn đấu đạt 92,5%" target    "từ 2,1% xuống 0,12%" baseline, then actual

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure, Period, Role
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.drafts import REACH, Draft, Line

MET = frozenset(
    (
        "đạt",
        "vượt",
        "hoàn thành",
        "thành",
        "bằng",
        "so với",
        "hơn",
        "thực hiện",
        "theo",
        "về",
        "nhóm",
        "từng",
        "quá",
        "xa",
        "gắn với",
        "điều chỉnh",
        "cơ chế",
        "chính sách",
        "với",
        "xấp xỉ",
        "cao hơn",
        "thấp hơn",
        "%",
        ")",
    )
)
"""Words before an aim that make it one already met or talked about: "vượt kế hoạch"."""
OPENS_LIST = frozenset((":", "gồm", "như", "là", "trong đó", "đến", "tới", "bao gồm", "có", "tăng", "đạt", "phấn đấu", "sau"))
"""What follows an aim that the rest of the sentence spells out."""
SPELT_WITHIN = 6
PLURALS = frozenset(("các", "những", "mọi", "tất cả", "nhiều"))
MET_AFTER = frozenset(("đều", "cơ bản", "vượt", "đạt và vượt", "hoàn thành"))
"""Words that say of aims a few words before that they have been met."""
BEFORE_NOW = frozenset(("thay vì", "trước khi", "ban đầu", "trước đây", "lúc đầu", "trước kia"))
"""Words that put a figure before the time the text is about."""
HIGHER = frozenset(("cao hơn", "thấp hơn", "lớn hơn", "nhỏ hơn", "nhiều hơn", "ít hơn"))
LEVELS = frozenset(("mức", "tỷ lệ", "tỉ lệ", "con số"))
ASKS = frozenset(("yêu cầu", "khẩn trương", "đẩy nhanh", "chỉ nên", "đề nghị", "đề xuất", "trọng tâm", "nhằm", "bảo đảm"))
"""Words of somebody who wants what follows them done."""
ASKS_BEGIN = frozenset(words.split(" ")[0] for words in ASKS)
PARTS = frozenset(("trong đó", "gồm", "bao gồm"))
NEAR = 3
COMPARED_WITHIN = 4
OPENING = 6
"""Items at the start of a sentence in which an expectation is said of all that follows."""
RESULTS = frozenset(("đạt", "vượt", "vượt kế hoạch", "đều", "cơ bản", "chiếm", "còn", "được", "mới", "chỉ"))
"""Words after aims that have been met."""


def roles(line: Line, drafts: list[Draft], otherwise: Role = Role.ACTUAL) -> list[Role]:
    """The role of each observation of a sentence; `otherwise` where its own words do not tell."""
    found: list[Role] = []
    for index, draft in enumerate(drafts):
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        shared = found[-1] if found and _goes_with(line.row, drafts[index - 1], draft) else None
        found.append(_role(line.row, draft, shared, following, otherwise))
    return found


def _role(row: list[Item], draft: Draft, before: Role | None, following: Draft | None, otherwise: Role) -> Role:
    """`before` is the role of the figure whose name this one shares."""
    if draft.head is Cue.FROM and following is not None and following.head in (Cue.TO_UP, Cue.TO_DOWN):
        return Role.BASELINE
    words = row[draft.floor : draft.amount.first]
    near: frozenset[object] = frozenset().union(*(item.means for item in words)) if words else frozenset()
    level = draft.measure is Measure.LEVEL or draft.head is Cue.LEVEL
    if Cue.SAME in near and level and not near & {Cue.VERSUS, Cue.UP, Cue.DOWN}:
        return Role.BASELINE
    if (level and _stands_before(row, draft, words)) or (not draft.compared and _of_then(row, draft)):
        return Role.BASELINE
    expected = (
        before is Role.ESTIMATE or Cue.ESTIMATE in near or any(Cue.ESTIMATE in item.means for item in row[: min(draft.floor, OPENING)])
    )
    if _aims(row, draft.floor, draft.amount.first, expected):
        return Role.TARGET
    if Cue.ESTIMATE in near or (expected and any(item.text.startswith("sẽ") for item in words)):
        return Role.ESTIMATE
    return before if before in (Role.TARGET, Role.ESTIMATE) else _mode(row, draft, otherwise)


def _goes_with(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether a figure is said in one breath with the one before: it shares its name, or is a part of it."""
    if not draft.own:
        return draft.head is not Cue.LEVEL
    between = row[last.amount.last + 1 : draft.amount.first]
    part = any(item.text in PARTS for item in between)
    return part and not any(Cue.DONE in item.means for item in between)


def _stands_before(row: list[Item], draft: Draft, words: list[Item]) -> bool:
    """Whether a level is only what another one is compared with: so với cùng kỳ (143 tỷ đồng), thay vì 3%, cao hơn tỷ lệ 20%."""
    if any(item.text in BEFORE_NOW for item in words):
        return True
    if _of_another(row, draft):
        return True
    opening = next((at for at in range(draft.amount.first - 1, max(-1, draft.amount.first - 8), -1) if row[at].text in "()"), -1)
    if opening < 0 or row[opening].text != "(":
        return False
    return any(item.means & {Cue.SAME, Cue.VERSUS} for item in row[max(0, opening - 4) : opening])


def _of_then(row: list[Item], draft: Draft) -> bool:
    """Whether a bracket says what it was a year before: tăng 8,6% (cùng kỳ năm trước tăng 5,6%)."""
    opening = next((at for at in range(draft.amount.first - 1, max(0, draft.floor - 1) - 1, -1) if row[at].text in "()"), -1)
    return opening >= 0 and row[opening].text == "(" and Cue.SAME in row[opening + 1].means


def _of_another(row: list[Item], draft: Draft) -> bool:
    """Whether the figure is a level that another one is above or below: thấp hơn nhiều so với mức 12,2%."""
    level = next((at for at in range(draft.amount.first - 1, draft.floor - 1, -1) if row[at].text in LEVELS), -1)
    return level >= 0 and any(item.text in HIGHER for item in row[max(0, level - COMPARED_WITHIN) : level])


def _mode(row: list[Item], draft: Draft, otherwise: Role) -> Role:
    """What the words of the sentence say of a figure: the last of an aim, something asked for, and a deed."""
    end = draft.amount.first
    for at in range(end - 1, max(-1, end - REACH), -1):
        item = row[at]
        if Cue.DONE in item.means:
            return Role.ACTUAL
        if _asks(row, at, end):
            return Role.TARGET
        if at >= draft.floor:
            continue
        if Cue.TARGET in item.means or (Cue.AIM in item.means and not _is_met(row, at) and _spelt_out(row, at)):
            return Role.TARGET
    return otherwise


def _asks(row: list[Item], at: int, end: int) -> bool:
    """Whether somebody wants done what follows; to have somebody charged is a deed of its own: đề nghị khởi tố 9 vụ."""
    said = row[at].text
    if said not in ASKS and not (said in ASKS_BEGIN and at + 1 < end and f"{said} {row[at + 1].text}" in ASKS):
        return False
    return not any(item.text in ("khởi", "truy") for item in row[at + 1 : at + 4])


def _spelt_out(row: list[Item], at: int) -> bool:
    following = row[at + 1 : at + 1 + SPELT_WITHIN]
    return any(item.text in OPENS_LIST for item in following)


def _aims(row: list[Item], start: int, end: int, expected: bool) -> bool:
    """Whether the figure's own words set an aim: a verb of aiming, or an aim that is its name."""
    bracketed = any(item.text == "(" for item in row[max(start, end - 3) : end])
    given = any(item.text == "là" for item in row[start:end])
    for at in range(end - 1, start - 1, -1):
        means = row[at].means
        if Cue.DONE in means:
            return False
        if Cue.TARGET in means and not (expected and row[at].text.startswith("sẽ")):
            return not (at and Cue.DONE in row[at - 1].means)
        if Cue.DUTY in means and (end - at <= NEAR or _moves(row, at + 1)) and not bracketed and _is_due(row, at, end):
            return True
        if Cue.ESTIMATE in means and Cue.TARGET not in means:
            return False
        if Cue.AIM in means and (bracketed or given or _is_its_name(row, at, end) or not _is_met(row, at)):
            return True
    return False


def _moves(row: list[Item], at: int) -> bool:
    """Whether a verb of change follows a duty: cần tăng, phải nâng."""
    return at < len(row) and bool(row[at].means & {Cue.UP, Cue.DOWN})


def _is_due(row: list[Item], at: int, end: int) -> bool:
    """Whether a duty is one to come and leads to the figure itself."""
    return not any(item.is_mark for item in row[at + 1 : end]) and not (at and Cue.DONE in row[at - 1].means)


def _is_its_name(row: list[Item], at: int, end: int) -> bool:
    return not any(item.is_mark or item.text in RESULTS for item in row[at + 1 : end])


def _is_met(row: list[Item], at: int) -> bool:
    """Whether an aim is one that a result is measured against, rather than one that is set."""
    before, after = row[at - 1].text if at else "", row[at + 1].text if at + 1 < len(row) else ""
    if before == "đạt" and at > 1 and row[at - 2].text in ("để", "phấn đấu"):
        return False
    met = any(item.text in MET_AFTER for item in row[at + 1 : at + 1 + SPELT_WITHIN])
    return met or before in MET or after in RESULTS or (before in PLURALS and at > 1 and row[at - 2].text in MET)


def by_time(role: Role, period: Period | None, anchor: TimeAnchor | None) -> Role:
    """The role when the period is taken into account: what lies ahead is aimed at."""
    if role not in (Role.ACTUAL, Role.ESTIMATE) or period is None or anchor is None:
        return role
    if anchor.on is not None and period.start_on > anchor.on:
        return Role.TARGET
    if "/" in period.text and period.end_on.year > anchor.year:
        return Role.TARGET
    return role
