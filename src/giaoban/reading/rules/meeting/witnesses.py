"""The sentences that tell of the meeting, with how much each tells.

    "Sáng 12/3, Ban Thường vụ Tỉnh ủy đã họp trực tuyến với …"    much: a day, a body, the verb
    "Tại hội nghị, nhiều đại biểu …"                              a little

What they add up to: `rules.meeting.heard`.
"""

import re
from dataclasses import dataclass
from functools import cache

from giaoban.model import BlockKind, Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.gates import Gated, Ways, by_syllable, may_stand
from giaoban.reading.letters import capitals
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.meeting.addresses import address
from giaoban.reading.rules.meeting.convening_subjects import SUBJECT
from giaoban.reading.rules.meeting.witness_words import BY_DEED, BY_NAME, MEETING, NOUN, PAIRS, WORDS
from giaoban.reading.rules.named.days import SAID, TODAY, held_day
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import FIGURES, Syllables, sign

FIRST = frozenset(one for one, _ in PAIRS)
ALONE_TELLS, BEGINS_PAIR, ENDS_PAIR = sign(words=WORDS), sign(words=[one for one, _ in PAIRS]), sign(words=[other for _, other in PAIRS])

BORNE = (*BY_NAME, *BY_DEED)
BESIDE = tuple(Gated(pattern.said.replace(capitals(NOUN), ".+")) for pattern, _ in BY_NAME)
"""What stands beside the name of the meeting in each of the first."""
OTHER = Gated(
    r"(?:buổi làm việc|cuộc họp|hội nghị|phiên họp|kỳ họp) (?:trước|lần trước|sau|tới)\b|sẽ (?:diễn ra|họp|tổ chức)"
    r"|không (?:thực hiện )?(?:tổ chức|họp)|dự kiến (?:diễn ra|họp|tổ chức|ngày|vào)|họp báo(?! cáo)|[Tt]rước đó|mới đây|gần đây|Cùng ngày"
)
"""What speaks of another meeting than the one reported."""
JUST = Gated(rf"{NOUN}[^.;]{{0,110}} vừa (?:diễn ra|được tổ chức|kết thúc|bế mạc|qua đã)\b")
OVER = " vừa "
"""What says of a meeting, where a text begins, that it is over: tại hội nghị tổng kết │vừa diễn ra│ ở Huế."""
DATED = 2.0
"""What a day bears."""
RECENTLY = ("mới đây", "gần đây")
"""What says so only far from the start: tại cuộc họp mới đây, …"""
HELD_BY = Gated(
    rf"(?:{NOUN}|(?:[Bb]uổi )?(?:gặp gỡ|tọa đàm))(?:[^.;]{{0,100}} do [^.;,]{{3,80}} (?:tổ chức|triệu tập)| giữa [^.;]{{3,80}} với )"
    rf"|[Tt]ại {NOUN}[^.;]{{0,60}} (?:sáng|chiều|hôm|tối) (?:nay|qua)\b"
)
"""What opens a text that is about that meeting: Nhiều doanh nghiệp kêu khó tại hội nghị do Sở Công Thương tổ chức."""
NAMES, TURNS, SAT = len(BORNE), len(BORNE) + 1, len(BORNE) + 2
LED = frozenset(at for at, (pattern, _) in enumerate(BY_NAME) if pattern.said.startswith(capitals(NOUN)))
"""Places of those that begin with the name of the meeting: they are looked for only there."""
PRESENTED = re.compile(r"\((?:[Bb]áo cáo |[Tt]ài liệu |[Bb]ài )?(?:[Tt]rình(?: bày)?|[Bb]áo cáo|[Pp]hát biểu) (?:tại|trước) " + NOUN)
"""What a paper says that was read at a meeting."""
ISSUED = re.compile(r"[^.;]{0,90}?(?:ban hành|ký) (?:văn bản|công văn|quyết định|kế hoạch|chỉ thị)\b", re.IGNORECASE)
"""What speaks of a paper and its day: Ngày 10/4, UBND tỉnh ban hành văn bản số 1153 về việc tổ chức hội nghị."""
TIMED = re.compile(r"(?:(?:[-–+•*]|[IVX\d]{1,4}[.)/]) ?)?Thời gian\b")
"""The line of minutes that says when those met."""
MINUTES_WITHIN = 400
"""Code points in which a paper says that it is minutes."""
NOW = re.compile(r"[Hh]ôm nay\b|\b(?:sáng|chiều) nay\b")
"""What an address says of the day on which it is read."""
AGO = re.compile(
    r"\s*(?:Cách đây|Còn nhớ|Nhớ lại|(?:Hồi )?[Nn]ăm \d{4}, (?:khi|lúc|trong lần|có lần))\b"
    r"|\s*Trong (?:số )?đó có\b|[^.;,]{3,60} (?:kể|nhớ lại|kể lại)(?: rằng)?[,:]"
)
"""What opens a sentence of a meeting of long ago, that somebody remembers, or that is one of several things."""
OFTEN = Gated(
    r"\b(?:[Cc]ó lần|[Ll]ần nào|[ĐđHh](?:êm|ôm) nào|[Tt]háng nào)\b[^.;]{0,40} (?:họp|chủ trì|làm việc)\b"
    r"|\bhọp (?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|nhiều|mấy) lần\b"
)
"""What is told of somebody's days, not of one meeting: đêm nào cũng họp bản."""
SEVERAL = Gated(r"\b\d{1,3} (?:(?:cuộc|phiên|buổi) (?:họp|giao ban|làm việc)|hội nghị)\b")
"""What speaks of meetings by their number, as reports on a year do: tổ chức 12 cuộc họp."""
ISSUING = frozenset(("hành", "ký"))
"""Syllables of which one stands there."""
MAY_ISSUE, COUNTS = sign(words=ISSUING), sign(words=FIGURES)
OPENS = re.compile(
    r"(?:[^.]{0,60}more ?)?(?:\([^)]{2,30}\)|[A-ZĐ&]{2,8}(?= ?[-–] ))?[ \-–]*"
    r"(?:(?:Thực hiện|Theo|Căn cứ|Tiếp tục|Trong khuôn khổ|Trong chương trình) [^.;]{3,160}?, (?=(?:sáng|chiều|tối|ngày) \d)"
    r"|Nhân [^,.;]{3,60}, |(?:Vừa qua|Mới đây), |Vào |Trong |Buổi |Cả |Đúng [^,.;]{3,24} "
    r"|[A-ZĐ][^,.;:\d]{3,40}, (?=(?:hôm|sáng|chiều|tối) (?:nay|qua))"
    r"|(?:Lúc |Hồi )?\d+ (?:giờ|h)(?: \d+)?,? )?(?:[Ss]áng|[Cc]hiều|[Tt]ối|Đêm(?= \d)|[Nn]gày|[Hh]ôm (?:nay|qua|(?=\d))"
    r"|[Tt]rong (?:hai |ba )?ngày|Bước (?:sang|vào) ngày|Làm việc (?:trực tuyến )?với)\b"
)
ALONE = re.compile(rf"(?:^|\n){SAID}\.\s+$")
"""A day that a full stop parts from what was held on it: "Ngày 12/3/2020. UBND huyện họp"."""
FAR = 40
"""Code points before a sentence in which such a day stands."""
THAT = re.compile(rf"(?:Đó|Đây) (?:chính )?là (?:\w+ ){{0,2}}{NOUN}")
"""What takes its day from the sentence before: công nhân có mặt tối 18/5. │Đó là buổi đối thoại│ do Liên đoàn tổ chức."""
SITS = Gated(r"\b(?:thảo luận|cho ý kiến|nghe)\b")
"""What a body does that sits, in a sentence that opens with a day."""
TASK = re.compile(r"(?:[-–+•*] ?)?(?:Làm việc|Họp|Kiểm tra) (?:với|tại|bàn)\b")
"""How an item begins that says what somebody is to do: - Làm việc với nhà thầu trước thứ Năm."""
JUST_HELD = r"[^.,;:]{3,90} vừa (?:phối hợp (?:với [^.;]{3,90} )?)?(?:tổ chức|tiến hành|mở|triệu tập|họp) "
"""How a text opens that names first who has just met."""
HELD = re.compile(rf"(?:\([^)]{{2,30}}\))?[ \-–]*{JUST_HELD}")
LATELY = re.compile(
    r"(?:\([^)]{2,30}\))?[ \-–]*(?:Vừa qua\b|(?:Mới đây|(?:Đầu |Giữa |Cuối |Trong )?[Tt]uần (?:trước|qua|này|rồi|vừa qua)"
    r"|(?:Đầu|Giữa|Cuối|Trung tuần|Thượng tuần|Hạ tuần) tháng (?:\d{1,2}(?:[/-]\d{4})?|này|trước|qua)(?: vừa qua)?),? "
    rf"|{JUST_HELD})"
)
LEAD = 400
"""Code points at the start of a text in which "Vừa qua", "Tuần trước", or who has just met, opens what it tells of."""
HEARD = 600
"""Code points of a sentence that are heard."""
BEGUN = 1.0
"""Witness from which a day and the word for the meeting are enough, though nobody is named: Đêm 25-4, cuộc họp dân lại kết thúc muộn."""
ONCE = 2.0
"""What one sentence may bear at most without naming a day, a body or a person."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A sentence that tells of the meeting; `day` the day it names as the meeting's; `titles`: it is the title."""

    span: Span
    points: float
    day: re.Match[str] | None
    titles: bool = False


def witness(page: Page, found: Found[Syllables]) -> Witness | None:
    """What a sentence tells of the meeting; None where it tells nothing."""
    line = found.what
    if not _may_tell(line):
        return None
    start, end = found.span.start, min(found.span.end, found.span.start + HEARD)
    told = page.text[start:end]
    asks = _asks()
    asked = {at for word in asks.keys() & line.distinct for at in asks[word]}
    points, sits = _points(asked, told, line.distinct), SAT in asked and SITS.search(told) is not None
    if not (points or sits) or AGO.match(told) or OFTEN.search(told) or (line.signs & MAY_ISSUE and ISSUED.match(told)):
        return None
    opens = OPENS.match(page.text, start) or (start < LEAD and LATELY.match(page.text, start))
    points += bool(opens and sits)
    figures = bool(line.signs & COUNTS)
    if not points or (figures and SEVERAL.search(told)) or (line.sentence.block.kind is BlockKind.LIST_ITEM and TASK.match(told)):
        return None
    points = min(points, ONCE)
    if TURNS in asked and (other := OTHER.search(page.text, start, end)) and not (start < LEAD and other[0] in RECENTLY):
        points -= 1.5
    elif opens:
        points += 1.5
    day = (held_day(page.text, start, end) if figures else None) or ALONE.search(page.text, max(0, start - FAR), start)
    if day is None and THAT.match(told):
        day = held_day(page.text, _before(page.text, start), start)
    if day and _of_another(page.text, start, told):
        day = None
    dated = DATED if day else 1.0 if TODAY.search(told) else 0.5 if start < LEAD and OVER in told and JUST.search(told) else 0.0
    known = (
        (points >= BEGUN and (day is not None or TODAY.search(told)) and MEETING.search(told) is not None)
        or PRESENTED.match(told) is not None
        or (start < LEAD and HELD.match(told) is not None)
        or (points >= 1 and SUBJECT.match(page.text, start, end) is not None)
        or bool(page.within(BodyMention, Span(start, end)) or page.within(Holder, Span(start, end)))
    )
    titled = bool(page.document.blocks) and line.sentence.block.kind is BlockKind.TITLE
    timed = float(day is not None and TIMED.match(told) is not None and page.text.find("BIÊN BẢN", 0, MINUTES_WITHIN) >= 0)
    leads = 0.5 if titled or (start < LEAD and HELD_BY.search(told)) else 0.0
    return Witness(found.span, max(0.0, points + dated + leads + 0.5 if known else points / 2 + timed), day, titled)


def _before(text: str, start: int) -> int:
    """Where the sentence begins before the one at `start`, or as much of it as is looked at."""
    first = max(0, start - FAR * 4)
    return max(first, text.rfind("\n", first, start - 1) + 1, text.rfind(". ", first, max(first, start - 2)) + 2)


def just_over(text: str, told: Witness) -> bool:
    """Whether a sentence says of the meeting that it is just over, be its day told or not."""
    return JUST.search(text, told.span.start, told.span.end) is not None


def _may_tell(line: Syllables) -> bool:
    """Whether one of `WORDS` or `PAIRS` stands in a sentence."""
    if line.signs & ALONE_TELLS:
        return True
    if not (line.signs & BEGINS_PAIR and line.signs & ENDS_PAIR):
        return False
    words, last = line.words, len(line.words) - 1
    return bool([at for at, word in enumerate(words) if word in FIRST and at < last and (word, words[at + 1]) in PAIRS])


def _of_another(text: str, start: int, told: str) -> bool:
    """Whether a day named in a sentence is that of another meeting: in an address, unless it speaks of today."""
    return start >= address(text) and not NOW.search(told)


@cache
def _asks() -> dict[str, tuple[int, ...]]:
    """What is searched for where a syllable stands: places in `BORNE`, `NAMES` for `MEETING`, `TURNS` for `OTHER`, `SAT` for `SITS`."""
    return by_syllable([*BESIDE, *(pattern for pattern, _ in BY_DEED), MEETING, OTHER, SITS])


@cache
def _in_ways() -> list[Ways]:
    """In which ways each of `BORNE` may be found."""
    return [pattern.ways for pattern in (*BESIDE, *(pattern for pattern, _ in BY_DEED))]


def _points(asked: set[int], told: str, said: frozenset[str]) -> float:
    """What a sentence bears by the patterns of `BORNE` that are `asked` for: those of meetings by name only where one is named.

    said  its syllables
    """
    ways = _in_ways()
    meetings = [meeting.start() for meeting in MEETING.finditer(told)] if NAMES in asked else []
    first = 0 if meetings else len(BY_NAME)
    may = [at for at in asked if first <= at < NAMES and may_stand(ways[at], said)]
    return sum([BORNE[at][1] for at in may if (_led(at, told, meetings) if at in LED else BORNE[at][0].search(told))])


def _led(at: int, told: str, meetings: list[int]) -> bool:
    """Whether that of `LED` stands where one of the meetings is named: what begins within a name has the same behind it."""
    pattern = BORNE[at][0].pattern
    return any(pattern.match(told, start) for start in meetings)
