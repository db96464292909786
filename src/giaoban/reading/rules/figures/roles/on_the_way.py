"""Whether an aim is only told of on the way to what came of it, and whether a word says that no more came of it.

    "được giao 246 tỷ đồng, đến 25/5 chi │ 71 tỷ đồng"   told of on the way
    "đến nay mới │ 5 trường"                             no more
    "công nhận mới │ 5 trường"                           newly, not only

What must and must not be read: corpus/roles.tsv.
"""

from giaoban.reading.cues import AIM, DONE, DUTY, LEVEL, TARGET
from giaoban.reading.items import NOTHING, Item
from giaoban.reference.units import Kind

THING = Kind.THING
JOINING = frozenset(("song", "nhưng", "thì", "mà", "cũng", "nay", "qua", "này"))
"""Words before a "mới" that still says "only"."""
AIM_OR_TARGET = frozenset((AIM, TARGET, DUTY))
UP_TO = frozenset(("đến", "tính đến", "đến hết", "tính đến hết", "đến ngày", "tính đến ngày"))
"""Words before a day up to which it is counted."""
ONLY = frozenset(("chỉ", "mới", "chỉ đạt", "mới đạt", "chỉ còn", "chỉ có", "mới có", "mới chỉ có"))
"""Words before a figure that is a result."""
TURNS = frozenset(("tuy nhiên", "nhưng", "song", "khiến", "dẫn đến", "trong khi", "trong khi đó"))
"""Words between an aim and a figure that goes on to something else."""
DONE_OR_LEVEL = frozenset((DONE, LEVEL))
DEED_WITHIN = 5
"""Items of a clause in which it is told what was done, before up to when it is counted."""
REACHES = 20
"""Items over which an aim says of a figure that it is one."""
GIVEN = "được giao"
HELD = frozenset(("dự án", "công trình", "gói thầu", "biên chế", "cán bộ", "công chức", "viên chức", "giáo viên"))
"""Works and men that somebody has to whom they were given: Ban được giao │ 29 dự án."""
KEEPS = frozenset(("quản lý", "bảo vệ", "phụ trách", "chăm sóc", "theo dõi"))
"""What somebody goes on doing to whom it was given: được giao │quản lý│ 320 ha rừng."""


def says_only(row: list[Item], at: int) -> bool:
    """Whether an item says that no more has come of a thing: mới │ 5 trường; not: công nhận mới │ 5 trường, giải quyết việc làm mới."""
    text = row[at].text
    if text != "mới" or not at:
        return text in ONLY
    before = row[at - 1]
    deed = not (before.is_mark or before.is_numeral or before.period or before.place or before.means - {THING})
    return not deed or before.text in JOINING or row[at + 1].means & DONE_OR_LEVEL != NOTHING


def passed(row: list[Item], at: int, end: int) -> bool:
    """Whether what somebody was given to do is only told of on the way: thu vượt dự toán được giao; giá thép tăng 5%."""
    if row[at].text != GIVEN:
        return False
    if (end == at + 1 and end + 1 < len(row) and row[end + 1].text in HELD) or " ".join(
        [item.text for item in row[at + 1 : at + 3]]
    ) in KEEPS:
        return True
    return end - at > REACHES or any(item.text == ";" or item.text in TURNS for item in row[at + 1 : end]) or _counted_since(row, at, end)


def _counted_since(row: list[Item], at: int, end: int) -> bool:
    """Whether a clause behind what was given begins with up to when it is counted: được giao 246 tỷ đồng, đến 25/5 chi │ 71 tỷ đồng."""
    for comma in range(at + 1, end - 2):
        if row[comma].text == "," and (day := _up_to_day(row, comma + 1, end)):
            return row[day].period is not None and not any(item.means & AIM_OR_TARGET for item in row[comma + 1 : end])
    return False


def _up_to_day(row: list[Item], first: int, end: int) -> int:
    """The item behind the words for up to when, at the head of a clause or behind its deed: giải ngân đến │ 30/6; 0 for none."""
    for at in range(first, min(first + DEED_WITHIN, end - 1)):
        if row[at].text in UP_TO:
            return at + 1
        if row[at].is_mark or row[at].is_numeral:
            break
    return 0
