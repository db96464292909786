"""The place or body that a text is about: what it names most, its title and opening counting more.

What must and must not be read: corpus/contexts.tsv.
"""

import re
from functools import lru_cache

from giaoban.model import Meeting
from giaoban.reading.engine import Page
from giaoban.reading.gates import where
from giaoban.reading.letters import CAPITALS, NAME
from giaoban.reading.rules.figures.whereabouts.apart import BEFORE, of_office
from giaoban.reading.rules.figures.whereabouts.names import COUNTRY, DEPARTMENTS, HOSTS, OWN_WHOLES, Written, key, of_place
from giaoban.reading.rules.named.nations import NATIONS
from giaoban.reading.rules.named.seats import entitled, issuer, parties, seat, spelt
from giaoban.reading.rules.named.shortened import spelled_out, spoken_short
from giaoban.reference.places import PROVINCES

OPENING = 1200
"""Code points at the start of a text in which what it is about is named first."""
IN_TITLE, IN_OPENING, LATER, INSIDE, REVIEWED, HELD = 20, 4, 1, 1, 30, 6
"""What a name weighs by where it stands; INSIDE is a province inside the name of an agency, REVIEWED whoever the meeting is with,
HELD of whoever holds it."""
STANDS_OUT = 7
"""The weight from which a text is about a place; a short text is about one that it names once."""
MEANT = 2
"""How many times as much as any other weighs what a text is about that it names seldom."""
NATIONAL = 8
"""What the whole country, once named, weighs more where those who lead it met, and not with one body or place."""
NATION = re.compile(
    r"(?:Phó )?Thủ tướng|Bộ trưởng|Tổng [Bb]í thư|(?:Phó )?Chủ tịch (?:nước|Quốc hội)|Chính phủ|Ủy ban Thường vụ Quốc hội"
    r"|Ban Bí thư|Bộ Chính trị|(?:Ban [Cc]hỉ đạo|[UỦ][ỷy] ban)\b.*\b(?:[Qq]uốc gia|Trung ương|Nhà nước)"
)
"""How the convener or an office of the chair begins there."""
WHOLE = 2
"""How many times as much the whole country weighs, which is named only where it is meant."""
AT = frozenset(("tại", "ở"))
LOOKED_INTO = re.compile(
    r"(?:^|\n)(?:Về )?(?:[Vv]iệc |VỀ VIỆC |KẾT LUẬN |Kết luận |Thông báo |Kết quả )?(?:(?:[Kk]ết luận |[Kk]ết quả )?"
    r"(?:thanh tra|kiểm tra|kiểm toán|giám sát|chấp hành|quản lý|thực hiện|sử dụng)\b)[^.;:\n]* tại $"
)
"""Before whom a paper looks into: Việc quản lý, sử dụng đất đai tại │Tổng công ty Lâm nghiệp Bắc Hà."""
LINE = 240
"""Code points of a line that are looked at."""
DATED = ", ngày"
"""What follows the town in which a paper was written."""
SITES = ("Cụm ", "cụm ", "Khu ", "khu ", "Dự án", "dự án", "Nhà máy", "nhà máy")
"""Parts of a place, which a text is not about for naming one of them once."""
SEVERAL = re.compile(r"[Cc]ác |[Mm]ột số |[Nn]hiều |[Nn]hững |\d")
BODY = re.compile(
    r"(?:Trường|Trạm|Trại|Hợp tác xã|HTX|Hội|Xí nghiệp|Đồn|Hạt|Phòng giao dịch|Liên minh|Quỹ|Khu|Cụm|Cảng)\b"
    rf"(?: [\w-]+){{0,6}} [{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,4}}"
)
"""Whom a meeting may be with beside agencies: Trại giam Phú Sơn, HTX Tân Lộc."""
SINGLED = ("riêng ", "riêng tại ", "riêng ở ")
LISTED = (",", ";", "(", ":")
MEMBER = re.compile(r"(?::| \(|,)? ?(?:có |còn |đạt |với |là )?\d")
"""What stands before and after a place that is one of several, each with its own figure."""
PROJECT = re.compile(
    r"\b(?:[Dd]ự án(?: [a-zà-ỹđ]+){0,4}|[Kk]hu đô thị(?: mới| sáng tạo)?|[Đđ]ường|[Cc]ụm thi đua"
    r"|[Cc]ao tốc|[Ss]ân bay|[Kk]hu du lịch|[Nn]hà máy(?: [a-zà-ỹđ]+){0,3}|[Cc]ảng|[Ss]ông|[Hh]ồ)"
    rf"(?: ?[-–]? ?(?:[{CAPITALS}]\w*|số \d+))+"
)
"""What a text may be about beside places and agencies: a project, a road, a plant."""
MANAGES = "quản lý "
"""Before a project that is but part of the name of an office: Giám đốc Ban │quản lý│ dự án Lê Minh Tân."""
PROJECTS = ("dự án", "khu đô thị", "đường", "cụm thi đua", "cao tốc", "sân bay", "khu du lịch", "nhà máy", "cảng", "sông", "hồ")
"""The words of these: each is searched for as it begins, since "ông" and "ồ" stand in many others."""
BEGIN = tuple(form for word in PROJECTS for form in (word, word[0].upper() + word[1:]))
HOSTS_OR_DEPARTMENTS = HOSTS + DEPARTMENTS
HOSTED = re.compile(rf"(?<= )(?:tỉnh|thành phố|TP|huyện|thị xã|quận|phường|xã) {NAME}$")
"""The place at the end of an agency's name."""


def own_place(page: Page, every: list[Written]) -> str | None:
    """What the text names most, its title and opening counting more; None where nothing stands out."""
    text = page.text
    title = page.title.end if page.title else 0
    weights: dict[str, int] = {}
    said: dict[str, str] = {}
    projects = _projects(text, title + OPENING)
    committees = [(start, end, spelt(name, kind)) for start, end, name, kind in parties(text)]
    sender, above = issuer(page)
    for start, end, written in [*every, *projects, *committees]:
        name = _of_host(of_place(written))
        lowered = name.lower()
        if name.startswith(HOSTS_OR_DEPARTMENTS) or lowered in OWN_WHOLES or (start < above and lowered == sender):
            continue
        weight = IN_TITLE if start < title and lowered not in COUNTRY else _weight(text, start, end, name, title)
        same = key(name)
        said.setdefault(same, name)
        weights[same] = weights.get(same, 0) + weight
        for inner in _provinces_in(name):
            said.setdefault(key(inner), inner)
            weights[key(inner)] = weights.get(key(inner), 0) + INSIDE
    meeting = next((found.what for found in page.all(Meeting)), None)
    if meeting:
        _weigh_parties(meeting, said, weights)
    place, spoken = seat(page, title)
    if place and key(place) != sender:
        said.setdefault(key(place), place)
        weights[key(place)] = weights.get(key(place), 0) + spoken
    for name, times in spoken_short(text, said).items():
        weights[name] = weights.get(name, 0) + times
    for initials, full in spelled_out(said):
        weights[full] = weights.get(full, 0) + weights.get(initials, 0)
    best = max(weights, key=lambda key: weights[key], default="")
    needed = STANDS_OUT if len(text) > title + OPENING else IN_OPENING
    if all(MEANT * weight <= weights[best] for each, weight in weights.items() if each != best):
        needed = min(needed, IN_OPENING + 1)
    alone = len(said) == 1 and weights.get(best, 0) > 0 and not said[best].startswith(SITES) and said[best] not in NATIONS
    if not alone and weights.get(best, 0) < needed:
        return place
    if country := _country_meant(weights, best, meeting):
        return said[country]
    return entitled(page, title) or said[best] if said[best].lower() in COUNTRY else said[best]


def _weigh_parties(meeting: Meeting, said: dict[str, str], weights: dict[str, int]) -> None:
    """Let whoever the meeting is with count, or else whoever holds it."""
    if under_review := _the_one(meeting.reviewed, said):
        weights[under_review] = weights.get(under_review, 0) + REVIEWED
    elif held_by := _the_one(meeting.convener, said):
        weights[held_by] = weights.get(held_by, 0) + HELD


def _country_meant(weights: dict[str, int], best: str, meeting: Meeting | None) -> str:
    """The key of the country where those who lead it met and no place stands out far enough; empty where it is not meant."""
    country = min((each for each in weights if each in COUNTRY), default="")
    return country if country and weights[best] < weights[country] + NATIONAL and _national(meeting) else ""


def _projects(text: str, end: int) -> list[Written]:
    found: list[Written] = []
    for match in sorted([match for word in BEGIN for match in where(text, word, PROJECT, 0, end)], key=re.Match.start):
        led = text[max(0, match.start() - len(MANAGES)) : match.start()].lower()
        if led != MANAGES and (not found or match.start() >= found[-1][1]):
            found.append((match.start(), match.end(), match[0]))
    return found


def _the_one(whom: str | None, said: dict[str, str]) -> str:
    """The key of the one place or body that somebody is or is of; empty where there is none, or several."""
    if not whom or SEVERAL.match(whom):
        return ""
    inside = [each for each, name in said.items() if name in whom]
    longest = [each for each in inside if not any(said[each] in said[other] for other in inside if other != each)]
    if not inside and BODY.fullmatch(whom):
        said[key(whom)] = whom
        return key(whom)
    return longest[0] if len(longest) == 1 else ""


def _national(meeting: Meeting | None) -> bool:
    """Whether those who lead the country met, with nobody in particular."""
    if meeting is None or meeting.reviewed:
        return False
    offices = meeting.chair.offices if meeting.chair else ()
    return any(NATION.match(each) for each in (meeting.convener or "", *offices))


def _of_host(name: str) -> str:
    """The place below the country that a host or department is of: Cục Thống kê tỉnh An Giang, Sở Y tế tỉnh An Giang."""
    inner = HOSTED.search(name) if name.startswith(HOSTS_OR_DEPARTMENTS) else None
    return inner[0] if inner else name


def _weight(text: str, start: int, end: int, name: str, title: int) -> int:
    """What a name in the body weighs: nothing for a country, a member of a list or where people met, little for whose office one holds."""
    before = text[max(0, start - BEFORE) : start].lower().split()
    if name in NATIONS or text.startswith(DATED, end):
        return 0
    if before and before[-1] in AT:
        looked_into = start < title + OPENING and LOOKED_INTO.search(text, max(0, start - LINE), start)
        return REVIEWED if looked_into else 0
    if of_office(before):
        return LATER
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return IN_OPENING if start < title + OPENING and _is_byline(text, start, end) else 0
    if _is_member(text, start, end):
        return 0
    weight = IN_OPENING if start < title + OPENING else LATER
    return WHOLE * weight if name.lower() in COUNTRY else weight


def _is_byline(text: str, start: int, end: int) -> bool:
    """Whether brackets that fill a line say who writes: (Cục Thống kê tỉnh An Giang)."""
    return text[max(0, start - 2) : start - 1] in ("", "\n") and text[end + 1 : end + 2] in ("", "\n")


def _is_member(text: str, start: int, end: int) -> bool:
    """Whether a place is one of a list, each with its own figure: (Quảng Bình 3, Quảng Trị 12), riêng Hà Nội."""
    before = text[max(0, start - BEFORE) : start].lower()
    return before.endswith(SINGLED) or (before.rstrip()[-1:] in LISTED and MEMBER.match(text, end) is not None)


@lru_cache(maxsize=4096)
def _provinces_in(name: str) -> tuple[str, ...]:
    ends = (name[at + 1 :] for at, letter in enumerate(name) if letter == " ")
    return tuple(sorted(end for end in ends if end in PROVINCES))
