"""What a notice calls the meeting whose conclusions it tells: by its own name, where that is known."""

import re
from dataclasses import dataclass

from giaoban.model import Meeting, Mode

NAMED = re.compile(
    r"(?P<kind>cuộc họp|buổi họp|phiên họp|kỳ họp|buổi làm việc|cuộc làm việc|buổi giao ban|hội nghị|họp(?= giao ban\b))\b(?P<rest>.+)",
    re.IGNORECASE,
)
BARE = {"họp": "cuộc họp"}
DAY = (
    r"(?<!\btừ)(?<!\bđến)(?<!\btrước)(?<!\bsau)(?<!\bvà)(?<![-–]),?\s+(?:vào )?(?:(?:sáng|chiều|tối)(?: ngày)?|ngày) "
    r"(?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})(?:(?:[/.-]| năm )(?P<year>\d{4}|\d\d))?"
)
DAYS = (re.compile(rf"^{DAY}(?!\s*[\d/.–-]|\s+(?:và|đến|năm)\b)", re.IGNORECASE), re.compile(rf"{DAY}$", re.IGNORECASE))
"""A day right after the kind or at the end of a name: that of the meeting the notice tells itself."""
MODES = {Mode.ONLINE: " trực tuyến", Mode.IN_PERSON: " trực tiếp", Mode.HYBRID: " trực tiếp kết hợp trực tuyến", None: ""}

MET = re.compile("trực (?:tuyến|tiếp)", re.IGNORECASE)


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

    title  what the meeting is called; passed over where it begins as no meeting does, is all in capitals, or only tells the day, who called
           it or who presided
    """
    mode = MODES[meeting.mode]
    with_whom = f" với {meeting.reviewed}" if meeting.reviewed else ""
    kind = "buổi làm việc" if meeting.reviewed else "cuộc họp"
    own, named = _named(meeting, title)
    if not named or named.casefold() == f"{kind}{with_whom}".casefold():
        return Occasion(
            kind, f"{kind}{with_whom}", f"{kind}{mode}{with_whom}", f"{'làm việc' if meeting.reviewed else 'họp'}{mode}{with_whom}"
        )
    told = f" theo hình thức{mode}" if mode and not MET.search(named) else ""
    return Occasion(own, named, f"{named}{told}", f"tổ chức {named}{told}")


def _named(meeting: Meeting, title: str) -> tuple[str, str]:
    """The kind and the whole name; both empty where there is none."""
    found = NAMED.fullmatch(title.strip().rstrip(" .")) if title != title.upper() else None
    if not found:
        return "", ""
    rest = _without_who(meeting, _without_day(meeting, found["rest"]))
    kind = found["kind"].lower()
    whole = f"{kind}{rest}"
    return (BARE.get(kind, kind), f"cuộc {whole}" if kind in BARE else whole) if rest.strip(" ,") else ("", "")


def _without_day(meeting: Meeting, rest: str) -> str:
    for each in DAYS:
        rest = each.sub(lambda day: "" if _held(meeting, day) else day[0], rest)
    return rest.rstrip(" ,.")


def _held(meeting: Meeting, day: re.Match[str]) -> bool:
    on = meeting.held_on
    return bool(on and (int(day["day"]), int(day["month"])) == (on.day, on.month) and str(on.year).endswith(day["year"] or ""))


def _without_who(meeting: Meeting, rest: str) -> str:
    """Without those who called it or presided, where it says that they did; empty where it says nothing else."""
    who = "|".join(re.escape(each) for each in (meeting.convener, meeting.chair and meeting.chair.name) if each)
    if not who:
        return rest
    of_whom = "|".join(["đồng chí", "ông", "bà", *map(re.escape, meeting.chair.offices if meeting.chair else ())])
    did = rf",?\s+(?:do|của)\s+(?:(?:{of_whom})\s+)*(?:{who})(?:,?\s+(?:{of_whom}))*,?(?:\s+(?:chủ trì|triệu tập|tổ chức))?"
    left = re.sub(rf"{did}(?=,|$|\s+(?P<next>\S))", _unless_it_goes_on, rest, flags=re.IGNORECASE).rstrip(" ,")
    return "" if re.fullmatch(who, left.strip(" ,"), re.IGNORECASE) else left


def _unless_it_goes_on(who: re.Match[str]) -> str:
    """Nothing in place of a name; the name itself where it is longer: UBND huyện, then Hạ Lĩnh."""
    return who[0] if (who["next"] or "").isupper() else ""
