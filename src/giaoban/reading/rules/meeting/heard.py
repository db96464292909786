"""All witness of a text, added up: whether it tells of a meeting that was held, and in which sentences.

    "Chiều nay, huyện họp. Ngày 12/3, huyện cũng đã họp"     the second day is that of an earlier meeting
    "Ngày 20/3, Sở Y tế sẽ tổ chức hội nghị"                 announced: nothing was held yet

A text with too little witness reports no meeting.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.gates import Gated
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.meeting.addresses import links
from giaoban.reading.rules.meeting.witnesses import DATED, FAR, HEARD, ISSUED, LATELY, LEAD, OPENS, Witness, witness
from giaoban.reading.rules.named.days import HEADED, TODAY, days_until, held_day, month_of
from giaoban.reading.syllables import Syllables

AHEAD = Gated(
    r"sẽ (?:phối hợp (?:với [^.;]{3,60} )?)?(?:(?:được )?tổ chức|diễn ra|chủ trì|họp|khai mạc|có buổi|làm việc|tiếp xúc|đối thoại)\b"
)
"""What a sentence says that announces a meeting."""
HOLDS = Gated(
    r"\b(?:đã|vừa) (?:[^\W\d]+ ){0,3}(?:tổ chức|chủ trì|họp|khai mạc|diễn ra|làm việc)"
    r"|[Kk]ết luận (?:tại )?(?:hội nghị|cuộc họp|buổi|phiên họp)"
)
"""What one says that does not."""
MEETS = Gated(
    r"(?:\b[A-ZĐ]\w*|[Hh]uyện|[Tt]ỉnh|xã|phường|phố|quận|ủy|\d\)?,) (?:tổ chức |chủ trì )?"
    r"(?:(?:cuộc |buổi )?họp|hội nghị|làm việc với|nghe)\b"
)
"""The same before what it says will be held: Sáng 12/3, UBND tỉnh họp │nghe về lễ hội sẽ tổ chức."""
BEFORE = Gated(r"[Tt]rước đó|(?<=[\d)]) vừa (?:qua|rồi)")
"""What says of a day in its sentence that it is of an earlier meeting, where another has been told of."""
ALSO = Gated(
    r"\bcũng (?:đã|từng) (?:[^\W\d]+ ){0,2}(?:làm việc|họp|tổ chức|chủ trì)|\btừng (?:yêu cầu|chỉ đạo|làm việc|họp|khẳng định|cam kết)"
)
"""The same behind the day: ngày 12-9│, đoàn công tác cũng đã làm việc với tỉnh."""
REFERS = Gated(
    r"[Ss]au (?:buổi|cuộc|phiên|kỳ|hội nghị)\b[^.;,\d]{0,60}$"
    r"|(?:tiếp theo|kế tiếp|lần sau|lần tới|lần trước)\b[^.;]{0,40}$|\bsẽ (?:tiếp tục )?họp(?: lại)?\b[^.;,\d]{0,30}$"
    r"|\b(?:sẽ|để|dự kiến|kịp)(?: được)? (?:báo cáo|trình|khai mạc|diễn ra|tổ chức|họp)\b[^.;]{0,70}$"
)
"""Before the day of another meeting than the one told of: cuộc họp tiếp theo diễn ra │ngày 20/3│, sau buổi làm việc │ngày 3/3│, …"""
MEETS_LATER = re.compile(
    r"(?:(?! (?:họp|hội nghị|làm việc|nghe|bàn|chủ trì)\b)[^.;]){0,70}? sẽ (?:tiếp tục |cùng |phối hợp [^.;]{3,40} )?"
    r"(?:làm việc|họp|tổ chức|kiểm tra|khảo sát|tiếp xúc|đối thoại|chủ trì|giám sát|diễn ra|khai mạc)\b"
)
"""Behind the day of one that is yet to be held: Theo kế hoạch, ngày 28/9│, tổ công tác sẽ làm việc với từng hộ."""
CONCLUDED = Gated(
    r"(?:[Kk]ết luận|[Cc]hỉ đạo|[Yy]êu cầu|[Cc]am kết|[Gg]hi)[^.;,]{0,40} (?:tại|ở|trong) (?:cuộc|buổi|phiên|hội nghị)[^.;,]{0,40}$"
)
"""Before the day of one whose conclusions are looked back on, where there follows what came of them."""
CAME_OF_IT = re.compile(r",? (?:đến nay|tới nay|vẫn|mới|chưa|(?:đã |cơ bản )?được)\b")
AFTER = 10
"""Code points behind a day in which that may stand."""
MENTIONS = 0.5
"""What one bears that goes back to an earlier meeting."""
TELLS = 1.5
"""What a sentence bears that tells of a meeting rather than mentions one."""
NEXT = 200
"""Code points after such a sentence in which another tells of a meeting."""
OPENING = 60
"""Code points of a sentence in which stands the day that it opens with."""
LESS = 1.0
"""What the first sentence with a day may bear less than the one that bears most, and still be that of the meeting told of."""
SITTINGS = 4
"""Days that the sittings of one meeting lie apart at most."""
HEARD_FIRST = 5
"""Sentences that bear most witness, in which the facts of the meeting are sought."""
COUNTED = 40
"""Sentences whose witness is added up."""


@dataclass(frozen=True, slots=True)
class Heard:
    """All witness of a text: how much, and the sentences that bear most, the anchor first, then by how much they bear."""

    total: float
    told: tuple[Witness, ...]

    @property
    def strongest(self) -> Witness:
        """The sentence that bears most, of which there is one at least."""
        return _strongest(self.told)

    @property
    def spans(self) -> list[Span]:
        return [each.span for each in self.told]


def heard(page: Page) -> Heard:
    """How much all of a text tells of a meeting, and the sentences that tell most.

    What a page links to tells nothing; a text that announces a meeting tells 0 in all.
    """
    ends = links(page.text)
    borne = [bears for found in page.all(Syllables) if found.span.start < ends and (bears := witness(page, found))]
    borne = list(_without_others(page.text, borne))
    by_points = sorted(borne, key=lambda each: (-each.points, each.span.start))
    told = _first_of_several(by_points[:HEARD_FIRST])
    if told and not any(each.day or TODAY.search(page.text, each.span.start, each.span.end) for each in told):
        headed = [each for each in by_points[HEARD_FIRST:] if HEADED.match(page.text, each.span.start, each.span.end)]
        told = [*_led_by(page, told), *told, *headed[:1]]
    total = 0.0 if _announces(page.text, told) else sum(each.points for each in borne[:COUNTED])
    return Heard(total, tuple(told))


def _first_of_several(told: list[Witness]) -> list[Witness]:
    """The sentences told, led by the first that names a day, where the one that bears most names the day of another meeting."""
    dated = [each for each in told if each.day and not each.titles]
    if not dated:
        return told
    first, most = min(dated, key=lambda each: each.span.start), dated[0]
    if first is most or first.points < most.points - LESS or _of_one(first, most):
        return told
    return [first, *(each for each in told if each is not first)]


def _of_one(one: Witness, other: Witness) -> bool:
    """Whether the days of two sentences are of one meeting."""
    if one.day is None or other.day is None:
        return True
    return _near((month_of(one.day), int(one.day["day"])), (month_of(other.day), int(other.day["day"])))


def of_that_day(told: Sequence[Witness], on: re.Match[str] | None) -> list[Span]:
    """The sentences told but for those that name the day of another meeting: who held that one says nothing."""
    if on is None:
        return [each.span for each in told]
    met = month_of(on), int(on["day"])
    return [each.span for each in told if each.day is None or _near(met, (month_of(each.day), int(each.day["day"])))]


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return min(days_until(one, other), days_until(other, one)) <= SITTINGS


def _announces(text: str, told: list[Witness]) -> bool:
    """Whether the sentence that tells most, at the start of a text, says what will be held, and nothing that it or another was."""
    if not told or (most := _strongest(told).span).start >= LEAD:
        return False
    ahead = AHEAD.search(text, most.start, most.end)
    if ahead is None or MEETS.search(text, most.start, ahead.start()):
        return False
    return not any(HOLDS.search(text, each.span.start, each.span.end) for each in told)


def _strongest(told: Sequence[Witness]) -> Witness:
    return max(told, key=lambda each: each.points)


def _without_others(text: str, borne: list[Witness]) -> Iterator[Witness]:
    """The same witness, where a sentence that goes back to an earlier meeting than the one told of names no day of this one."""
    met = False
    telling = [each.span.start for each in borne if each.points >= TELLS and not each.titles]
    for each in borne:
        day = each.day
        again = day and (
            BEFORE.search(text, each.span.start, day.end() + AFTER) or ALSO.search(text, day.end(), min(each.span.end, day.end() + FAR * 4))
        )
        if (met and again) or (day and _refers(text, each, day) and telling not in ([], [each.span.start])):
            yield replace(each, points=max(0.0, min(each.points - DATED, MENTIONS)), day=None)
        else:
            met = met or (each.points >= TELLS and not each.titles)
            yield each


def _refers(text: str, each: Witness, day: re.Match[str]) -> bool:
    """Whether the day is that of a meeting that a sentence refers to, be it before or after the one told of."""
    start = max(each.span.start, day.start() - FAR * 3)
    if REFERS.search(text, start, day.start()) or MEETS_LATER.match(text, day.end()):
        return True
    return CONCLUDED.search(text, start, day.start()) is not None and CAME_OF_IT.match(text, day.end()) is not None


def _led_by(page: Page, told: list[Witness]) -> list[Witness]:
    """The sentence that opens a text with a day, before all that tells of a meeting, whatever was done: Sáng 18/3, huyện góp ý …"""
    if any(LATELY.match(page.text, each.span.start) for each in told):
        return []
    first = min([each.span.start for each in told if each.points >= TELLS and not each.titles], default=LEAD)
    for found in page.all(Syllables):
        start, end = found.span.start, min(found.span.end, found.span.start + HEARD)
        if start >= min(LEAD, first):
            break
        if (
            any(0 <= each.span.start - end <= NEXT for each in told)
            and OPENS.match(page.text, start)
            and not ISSUED.match(page.text, start, end)
        ):
            day = held_day(page.text, start, end) if page.within(BodyMention, Span(start, end)) else None
            if day and day.start() < start + OPENING:
                return [Witness(found.span, 0.0, day)]
    return []
