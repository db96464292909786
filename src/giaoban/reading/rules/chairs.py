"""Who presides over or concludes the meeting: what the text lets each person of office do, in points.

    "… chủ trì buổi làm việc"  "Kết luận hội nghị, đồng chí …"     he presides
    "… dự và phát biểu chỉ đạo"                                    a guest, unless nobody presides and it is he who asks

What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Chair, Found
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.persons import Holder
from giaoban.reading.sentences import Sentence

MEET = r"(?:hội nghị|cuộc họp|buổi họp|buổi làm việc|cuộc làm việc|phiên họp|kỳ họp|giao ban|hội nghị giao ban|buổi giao ban|cuộc giao ban)"
AFTER: tuple[tuple[re.Pattern[str], float], ...] = tuple((re.compile(pattern, re.IGNORECASE), points) for pattern, points in (
    (r"[^.;]{0,40}?(?:đã |cùng |đồng )*(?:chủ trì|chủ tọa|làm chủ tọa)(?!,? phối hợp)", 5),
    (r"[, ]*(?:đã |cũng |có |thay mặt [^,.]{3,60} )*(?:phát biểu |có ý kiến |ý kiến )?kết luận", 4),
    (r"[, ]*(?:đã )?(?:phát biểu |tuyên bố )?(?:khai mạc|bế mạc)", 3),
    (r"[^.;]{0,60} khi (?:phát biểu )?(?:kết luận|khai mạc|bế mạc)", 3),
    (r"[^.;]{0,30}?(?:mở đầu " + MEET + r"|thị sát [^.;]{3,90} làm việc với)", 3),
    (r"[, ]*(?:đã |vừa )?(?:dẫn đầu|làm trưởng đoàn|có (?:buổi|cuộc) (?:làm việc|họp|kiểm tra)|họp (?:bàn|với)|họp$)", 3),
    (r"[, ]*(?:đã |vừa )?(?:đến |về |tới )?(?:thăm và |kiểm tra )?làm việc(?: trực tuyến)? (?:với|tại)", 3),
    (r"[, ]*(?:đã |cũng )?(?:yêu cầu|giao |chỉ đạo)", 0.6),
    (r"[, ]*(?:đã |cũng )?(?:đề nghị|lưu ý|nhấn mạnh|đánh giá cao|ghi nhận|biểu dương)", 0.3),
))  # fmt: skip
BEFORE: tuple[tuple[re.Pattern[str], float], ...] = tuple((re.compile(pattern, re.IGNORECASE), points) for pattern, points in (
    (r"chủ trì của(?: các)? (?:đồng chí )?(?:thường trực \w+ \w+: )?$", 5),
    (r"chủ trì(?: " + MEET + r")?(?: có| là|:)(?: các)?(?: đồng chí)?:? ?$", 5),
    (r"làm việc(?: trực tuyến)? với $", 3),
    (r"kết luận(?: tại| thảo luận| và chỉ đạo)?(?: của)?(?: " + MEET + r"[^.;]{0,90}?)?(?:,|:)? ?$", 4),
    (r"(?<!phiên )(?:khai mạc|bế mạc)(?: tại)?(?: " + MEET + r"[^.;]{0,60}?)?,? ?$", 2.5),
    (r"ý kiến chỉ đạo của ?$", 1.5),
    (r"làm việc(?: trực tuyến)? với [^.;]{3,200}, $", 2.5),
))  # fmt: skip
AND = re.compile(r"(?: và|,| cùng)(?: các)? ?")
"""Between two who preside together; the first is named as the chair."""
GUIDES_AFTER = re.compile(
    r"[, ]*(?:đã )?(?:dự và |tham dự và |dự, |phát biểu |có ý kiến |cho ý kiến )*(?:phát biểu )?chỉ đạo(?: tại)? " + MEET, re.IGNORECASE
)
GUIDES_BEFORE = re.compile(
    r"(?:phát biểu(?: ý kiến)?|dự(?: và|,)|có ý kiến) chỉ đạo(?: tại)?(?: " + MEET + r"[^.;]{0,90}?)?(?:,| có| là|:)?(?: đồng chí)? ?$",
    re.IGNORECASE,
)
GUIDES = 2.4
"""What guiding a meeting (phát biểu chỉ đạo) is worth: in his own body he presides, elsewhere he is a guest."""
WINDOW = 160
HEADS_OF = {"chính phủ": "thủ tướng", "tỉnh ủy": "bí thư tỉnh ủy", "thành ủy": "bí thư thành ủy", "huyện ủy": "bí thư huyện ủy"}
"""Who is at the head of a body whose name his office does not hold."""
PRESIDES = 2.4
"""Points from which somebody presides."""


@dataclass(frozen=True, slots=True)
class Chairing:
    """What one mention of a person says for his presiding, in points; `guides` if he speaks to guide the meeting."""

    holder: Holder
    points: float
    guides: bool = False


@rule(makes=Chairing, needs=(Sentence, Holder))
def chairings(page: Page) -> Iterator[Found[Chairing]]:
    everybody = page.all(Holder)
    for sentence in page.all(Sentence):
        holders = page.within(Holder, sentence.span) if everybody else []
        for index, found in enumerate(holders):
            end = holders[index + 1].span.start if index + 1 < len(holders) else sentence.span.end
            start = holders[index - 1].span.end if index else sentence.span.start
            after = page.text[found.span.end : min(end, found.span.end + WINDOW)]
            before = page.text[max(start, found.span.start - WINDOW) : found.span.start]
            points = _points(after, before)
            if index and AND.fullmatch(page.text, start, found.span.start) and points >= 3:
                yield Found(Chairing(holders[index - 1].what, points + 0.1), holders[index - 1].span)
            guides = bool(GUIDES_AFTER.match(after) or GUIDES_BEFORE.search(before))
            if points or guides:
                yield Found(Chairing(found.what, points, guides), found.span)


def _points(after: str, before: str) -> float:
    follows = max((points for pattern, points in AFTER if pattern.match(after)), default=0.0)
    return follows + max((points for pattern, points in BEFORE if pattern.search(before)), default=0.0)


def presiding(page: Page, convener: str | None) -> Chair | None:
    """The person with most points, if enough: his full name and every office the text gives him.

    convener  the body that holds the meeting: who guides it presides if he is of that body, or if no body is named
    """
    named = [found.what for found in page.all(Holder) if found.what.name]
    full = _full_names([holder.name for holder in named if holder.name])
    by_office = {office: full[holder.name] for holder in reversed(named) for office in holder.offices if holder.name}
    offices = _all_offices(named, full)
    points: dict[str, float] = {}
    for found in page.all(Chairing):
        holder = found.what.holder
        name = full.get(holder.name) if holder.name else next((by_office[office] for office in holder.offices if office in by_office), None)
        if name:
            guided = GUIDES if found.what.guides and _own(offices[name], convener) else 0.0
            points[name] = points.get(name, 0.0) + max(found.what.points, guided)
    if not points or max(points.values()) < PRESIDES:
        return None
    name = max(points, key=lambda each: (points[each], each))
    return Chair(name, offices[name])


def _own(offices: tuple[str, ...], convener: str | None) -> bool:
    """Whether one of the offices is of the body that holds the meeting: Tổng cục trưởng Tổng cục Hải quan, Thủ tướng of Chính phủ."""
    if not convener:
        return True
    said = " ".join(offices).lower()
    return convener.lower() in said or any(convener.lower().startswith(body) and head in said for body, head in HEADS_OF.items())


def _all_offices(named: list[Holder], full: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The offices of each person where the text says most of them."""
    known: dict[str, tuple[str, ...]] = {}
    for holder in named:
        name = full[holder.name or ""]
        if len(" ".join(holder.offices)) > len(" ".join(known.get(name, ()))) or name not in known:
            known[name] = holder.offices
    return known


def _full_names(names: list[str]) -> dict[str, str]:
    """Each name as said, and the longest name in the text that ends with it (Thăng: Đinh La Thăng)."""
    longest: dict[str, str] = {}
    for name in sorted(set(names), key=lambda each: (len(each), each)):
        syllables = name.split(" ")
        for at in range(len(syllables)):
            longest[" ".join(syllables[at:])] = name
    return {name: longest[name] for name in names}
