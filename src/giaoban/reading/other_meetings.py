"""Whether a record tells of a second meeting, which is not read: another day on which somebody presided.

    "… Ngày 5/9, đồng chí An chủ trì giao ban tuần. … Ngày 12/9, đồng chí Bình chủ trì họp về giải phóng mặt bằng. …"

What was decided at an earlier meeting is only spoken of (tại cuộc họp ngày 5/8, ông An chủ trì đã yêu cầu): that is none. What must and
must not be found: corpus/other_meetings.tsv.
"""

import re
from datetime import date

from giaoban.model import Span
from giaoban.reading.gates import Gated
from giaoban.reading.rules.named.days import days_until, held_days, month_of

PRESIDED = re.compile(
    r"\b(?:chủ trì|chủ tọa|chủ toạ|điều hành)\s+(?:và kết luận\s+)?(?:cuộc họp|buổi|hội nghị|phiên|giao ban|họp)"
    r"|\b[Cc]hủ (?:trì|tọa|toạ)(?: cuộc họp)?\s*:|\bdo (?:đồng chí|ông|bà) [^.;\n]{3,80} chủ trì"
)
MET = re.compile(r"\b(?:họp|giao ban|hội nghị|làm việc|phiên)\b", re.IGNORECASE)
WITHIN = 400
"""Code points before that word in which the day of its meeting stands; nothing of another's is between."""
REFERRED = Gated(r"\b(?:[Tt]heo|[Tt]ại|[Tt]hực hiện|[Cc]ăn cứ|[Kk]ết luận|[Ss]au|[Tt]ừ)\b[^.;\n]{0,120}$")
"""Before a day that is only referred to."""
NEAR, BEFORE = 60, 120
"""Code points around the day in which it is said that they met, and before it in which it is referred to."""
SAME = 3
"""Days by which the sittings of one meeting are apart at most."""


def other_meeting(text: str, on: date) -> Span | None:
    """The words of the day of the first other meeting at which somebody presided; None where the record tells of one alone.

    on  the day of the meeting that was read
    """
    floor = 0
    for presided in PRESIDED.finditer(text):
        start = max(floor, presided.start() - WITHIN)
        day = next(reversed(list(held_days(text, start, presided.start()))), None)
        floor = presided.end()
        if day is None or not MET.search(text, max(start, day.start() - NEAR), floor + NEAR) or _apart(day, on) <= SAME:
            continue
        if not REFERRED.search(text, max(0, day.start() - BEFORE), day.start()):
            return Span(day.start(), day.end())
    return None


def _apart(day: re.Match[str], on: date) -> int:
    """About how many days lie between, be it round the turn of the year."""
    one, two = (month_of(day), int(day["day"])), (on.month, on.day)
    return min(days_until(one, two), days_until(two, one))
