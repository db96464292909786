"""What a notice calls the meeting whose conclusions it tells: by its own name, where that is known."""

import re
from dataclasses import dataclass

from giaoban.model import Meeting, Mode

NAMED = re.compile(
    r"(?:cuộc họp|buổi họp|phiên họp|kỳ họp|buổi làm việc|cuộc làm việc|buổi giao ban|hội nghị|(?P<bare>họp giao ban))\b.+", re.IGNORECASE
)
DAY = re.compile(r",?\s+ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}$", re.IGNORECASE)
"""The day at the end of a name: the notice tells it itself."""
MODES = {Mode.ONLINE: " trực tuyến", Mode.IN_PERSON: " trực tiếp", Mode.HYBRID: " trực tiếp kết hợp trực tuyến", None: ""}


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as a notice names it.

    kind        "cuộc họp", "buổi làm việc": what it is called once it has been named
    said        "cuộc họp giao ban tháng 6", "buổi làm việc với xã An Sinh"
    with_mode   the same with how people met: "buổi làm việc trực tuyến với xã An Sinh", "cuộc họp về đất đai theo hình thức trực tuyến"
    held        what those who called it did: "họp trực tuyến", "tổ chức cuộc họp giao ban tháng 6"
    """

    kind: str
    said: str
    with_mode: str
    held: str


def occasion(meeting: Meeting, title: str = "") -> Occasion:
    """How to name the meeting. A body that is reviewed is worked with; a conference meets.

    title  what the meeting is called; passed over where it begins as no meeting does, or only tells who called it or presided
    """
    mode = MODES[meeting.mode]
    with_whom = f" với {meeting.reviewed}" if meeting.reviewed else ""
    kind = "buổi làm việc" if meeting.reviewed else "cuộc họp"
    named = _named(meeting, title)
    if not named or named.casefold() == f"{kind}{with_whom}".casefold():
        return Occasion(
            kind, f"{kind}{with_whom}", f"{kind}{mode}{with_whom}", f"{'làm việc' if meeting.reviewed else 'họp'}{mode}{with_whom}"
        )
    told = f" theo hình thức{mode}" if mode and "trực t" not in named.casefold() else ""
    return Occasion(" ".join(named.split()[: 3 if " làm việc " in named else 2]), named, f"{named}{told}", f"tổ chức {named}{told}")


def _named(meeting: Meeting, title: str) -> str:
    found = NAMED.fullmatch(DAY.sub("", title.strip()).rstrip(" ."))
    if not found:
        return ""
    named = ("cuộc " if found["bare"] else "") + found[0][:1].lower() + found[0][1:]
    told_anyway = [meeting.convener, meeting.chair.name if meeting.chair else None]
    if any(each and each.casefold() in named.casefold() for each in told_anyway):
        return ""
    return named
