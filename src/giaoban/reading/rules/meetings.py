"""The meeting a text reports: when, how, who holds it, who is reviewed, who presides.

    "Sáng 12/3, Ban Thường vụ Tỉnh ủy đã họp trực tuyến với Ban Thường vụ Thị ủy Đông Triều"
    "Đồng chí Nguyễn Xuân Ký, Bí thư Tỉnh ủy, chủ trì buổi làm việc"

Sentences bear witness (`BY_NAME`, `BY_DEED`); the one that tells most of the meeting itself is its anchor. A text with too little
witness reports none. What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from giaoban.model import Chair, Found, Meeting, Mode, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention, PeriodMention
from giaoban.reading.rules.chairs import Chairing, presiding
from giaoban.reading.rules.days import dated, held_day
from giaoban.reading.rules.persons import Holder
from giaoban.reading.sentences import Sentence
from giaoban.reading.syllables import Syllables

NOUN = (
    r"(?:[Hh]ội nghị|[Cc]uộc họp|[Bb]uổi họp|[Bb]uổi làm việc|[Cc]uộc làm việc|[Pp]hiên họp|[Kk]ỳ họp|[Bb]uổi giao ban|[Gg]iao ban"
    r"|[Hh]ọp giao ban|[Pp]hiên (?:bế|khai) mạc)"
)
HAPPENS = (
    r"(?:t[ổô] chức|diễn ra|khai mạc|bế mạc|họp|tiến hành|chủ trì|có (?:buổi|cuộc) (?:làm việc|họp|kiểm tra)|làm việc|sơ kết|tổng kết"
    r"|thảo luận và thông qua|thông qua [Nn]ghị quyết)"
)
TRIGGERS = frozenset(("họp", "nghị", "trì", "phiên", "tọa", "mạc", "sơ"))
PAIRS = (("làm", "với"), ("kết", "luận"), ("giao", "ban"), ("tổng", "kết"), ("cuộc", "tra"), ("luận", "qua"))
"""A sentence without any of these syllables or pairs tells of no meeting."""

Weighed = tuple[tuple[re.Pattern[str], float], ...]
MEETING = re.compile(NOUN)
BY_NAME: Weighed = tuple((re.compile(pattern), points) for pattern, points in (
    (rf"(?:[Tt]ại|[Tt]rong|[Tt]rước|[Kk]ết thúc) (?:\w+ ){{0,2}}{NOUN}", 1),
    (rf"(?:chủ trì|chủ tọa|[Kk]ết luận|chỉ đạo|[Kk]hai mạc|[Bb]ế mạc)(?: tại)? {NOUN}", 2),
    (rf"{NOUN}[^.;]{{0,160}}(?:diễn ra|tổ chức|chủ trì|tổng kết|sơ kết|khai mạc|bế mạc)", 1),
    (rf"(?:t[ổô] chức|tiến hành|khai mạc|bế mạc|họp|mở)(?: \w+){{0,3}} {NOUN}", 1),
    (rf"{NOUN}(?: \w+){{0,4}} (?:sơ kết|tổng kết|triển khai|giao ban|trực tuyến|thường kỳ|đánh giá)", 1),
))  # fmt: skip
"""What bears witness in a sentence that names a meeting."""
BY_DEED: Weighed = tuple((re.compile(pattern), points) for pattern, points in (
    (r"có (?:cuộc|buổi|chuyến) (?:kiểm tra|làm việc|họp|khảo sát)", 1),
    (r"làm việc(?: trực tuyến)? với (?!nhau)", 1),
    (r"(?:họp|giao ban|sơ kết|tổng kết)(?: trực tuyến)?(?: \w+){0,3} (?:công tác|tình hình|nhiệm vụ|với|đánh giá|bàn|triển khai)", 1),
    (r"(?:thảo luận|biểu quyết)(?: và)? thông qua", 1),
))  # fmt: skip
"""What bears witness in any sentence."""
OTHER = re.compile(
    r"(?:buổi làm việc|cuộc họp|hội nghị|phiên họp|kỳ họp) (?:trước|lần trước|sau|tới)\b|sẽ (?:diễn ra|họp|tổ chức)"
    r"|dự kiến (?:diễn ra|họp|tổ chức)|họp báo|[Tt]rước đó"
)
"""What speaks of another meeting than the one reported."""
OPENS = re.compile(
    r"(?:more ?)?(?:\([^)]{2,30}\))?[ \-–]*(?:Vào )?(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Nn]gày|[Hh]ôm nay|[Tt]rong (?:hai |ba )?ngày)\b"
)
HEARD = 600
"""Code points of a sentence that are heard."""
ENOUGH = 3.0
"""Witness that a text must bear to report a meeting."""
HEARD_FIRST = 5
"""Sentences that bear most witness, in which the facts of the meeting are sought."""
ONCE = 2.0
"""What one sentence may bear at most without naming a day, a body or a person."""

ONLINE = re.compile(r"(?:[Hh]ọp|[Hh]ội nghị|làm việc|[Gg]iao ban|đối thoại|truyền hình|cầu|hình thức|phát biểu)(?: \w+){0,6}? trực tuyến")
HYBRID = re.compile(
    r"trực tiếp (?:kết hợp|và|với|kết hợp với) (?:\w+ ){0,3}?trực tuyến"
    r"|trực tuyến (?:kết hợp|và) (?:\w+ ){0,3}?trực tiếp|kết hợp trực tuyến"
)
IN_PERSON = re.compile(r"(?:họp|hội nghị|làm việc) trực tiếp")

HOLDS = re.compile(
    rf"(?: (?:của|và) [^,.;]{{3,90}}?)?,? ?"
    rf"(?:đã |vừa |cũng |long trọng |phối hợp (?:với [^,.]{{3,80}} )?)*(?:chủ trì, phối hợp )?{HAPPENS}\b"
)
OF = re.compile(
    rf"{NOUN}[^.;]{{0,140}}? (?:của|do)(?: các)? $"
    r"|(?:[Pp]hiên họp|[Cc]uộc họp|[Kk]ỳ họp|[Hh]ội nghị)"
    r"(?: (?:thường kỳ|trực tuyến|thứ \w+|lần thứ \w+|chuyên đề|bất thường|tháng \d+|cuối năm|giao ban),?)* $"
)
REVIEWED = re.compile(
    r"(?:làm việc(?: trực tuyến)? với|họp(?: trực tuyến)? với(?= [A-ZĐ])|kiểm tra [^.,;]{3,90} (?:tại|của)) "
    r"(?P<who>(?:[^.;:(]|(?<=TP)\.|(?<=TX)\.){4,160}?)"
    r"(?= như | về | nhằm | để | đánh giá | liên quan | do | nhân | qua | trong | khi | sáng | chiều | hôm | vào | đã | bàn |[,.;:(]|$)"
)  # fmt: skip
OWN = re.compile(r"(?:.*\|)?(?:Phó )?Chủ tịch (?P<body>(?:UBND|Ủy ban nhân dân) [^|]+)")
KNOWN = re.compile(r"(?:buổi|cuộc) làm việc|kiểm tra")
NOT_REVIEWED = re.compile(r"(?:nhau|báo chí|phóng viên|đoàn công tác|chúng tôi|nhà đầu tư|bà con|người dân)\b")


@dataclass(frozen=True, slots=True)
class _Witness:
    span: Span
    points: float
    day: re.Match[str] | None


@rule(makes=Meeting, needs=(Sentence, Syllables, PeriodMention, BodyMention, Holder, Chairing))
def meetings(page: Page) -> Iterator[Found[Meeting]]:
    """At most one."""
    borne = [witness for found in page.all(Syllables) if (witness := _witness(page, found))]
    total = sum(witness.points for witness in borne[:40])
    if total + 1.0 < ENOUGH or not borne:
        return
    anchor = max(borne, key=lambda witness: (witness.points, -witness.span.start))
    told = sorted(borne, key=lambda witness: (witness is not anchor, -witness.points, witness.span.start))[:HEARD_FIRST]
    convener = _convener(page, told)
    chair = presiding(page, convener)
    if total + (1.0 if chair else 0.0) < ENOUGH:
        return
    yield Found(
        Meeting(_held_on(page, told), _mode(page.text, told), convener or _own(page, chair), _reviewed(page, told), chair),
        anchor.span,
        confidence=min(0.99, 0.6 + total / 40),
    )


def _witness(page: Page, found: Found[Syllables]) -> _Witness | None:
    words = set(found.what.words)
    if TRIGGERS.isdisjoint(words) and not any(first in words and second in words for first, second in PAIRS):
        return None
    start, end = found.span.start, min(found.span.end, found.span.start + HEARD)
    borne = (*BY_NAME, *BY_DEED) if MEETING.search(page.text, start, end) else BY_DEED
    points = sum(points for pattern, points in borne if pattern.search(page.text, start, end))
    if not points:
        return None
    points = min(points, ONCE)
    if OTHER.search(page.text, start, end):
        points -= 1.5
    elif OPENS.match(page.text, start):
        points += 1.5
    day = held_day(page.text, start, end)
    known = bool(page.within(BodyMention, Span(start, end)) or page.within(Holder, Span(start, end)))
    return _Witness(found.span, max(0.0, points + (2.0 if day else 0.0) + 0.5 if known else points / 2), day)


def _held_on(page: Page, told: list[_Witness]) -> date | None:
    day = next((witness.day for witness in told if witness.day), None)
    return dated(page, day, [witness.span for witness in told]) if day else None


def _mode(text: str, told: list[_Witness]) -> Mode | None:
    said = " ".join(witness.span.of(text) for witness in told)
    for pattern, mode in ((HYBRID, Mode.HYBRID), (ONLINE, Mode.ONLINE), (IN_PERSON, Mode.IN_PERSON)):
        if pattern.search(said):
            return mode
    return None


def _convener(page: Page, told: list[_Witness]) -> str | None:
    for witness in told:
        for body in page.within(BodyMention, witness.span):
            if body.what.person or (body.what.name[0].islower() and not body.what.name.startswith("đoàn công tác ")):
                continue
            after = page.text[body.span.end : min(witness.span.end, body.span.end + 160)]
            before = page.text[max(witness.span.start, body.span.start - 200) : body.span.start]
            if HOLDS.match(after) or OF.search(before):
                return _for_whom(page, body)
    return None


def _for_whom(page: Page, body: Found[BodyMention]) -> str:
    """The body itself; for a visiting delegation the body that sent it."""
    name, end = body.what.name, body.span.end
    if name.lower() != "đoàn công tác" or not page.text.startswith(" của ", end):
        return name
    return next((each.what.name for each in page.within(BodyMention, Span(end, end + 6)) if not each.what.person), name)


def _own(page: Page, chair: Chair | None) -> str | None:
    """The committee whose chairman calls the meeting, where nothing else is said of who holds it."""
    for found in page.all(Chairing) if chair else ():
        match = found.what.points >= 5 and OWN.match("|".join(found.what.holder.offices))
        if match and found.what.holder.name == (chair and chair.name):
            return match["body"]
    return None


def _reviewed(page: Page, told: list[_Witness]) -> str | None:
    """Whom the meeting is with: in the sentence that tells its day, or that speaks of the meeting with him as known."""
    for witness in told:
        match = REVIEWED.search(page.text, witness.span.start, witness.span.end)
        if (
            not match
            or NOT_REVIEWED.match(match["who"])
            or not (witness.day or KNOWN.search(page.text, max(0, match.start() - 12), match.end()))
        ):
            continue
        if not any(found.what.name for found in page.within(Holder, Span(match.start("who"), match.end("who")))):
            return match["who"].strip()
    return None
