"""What holds from a place in the text on: how firmly is spoken, and who is addressed by a heading.

"Bí thư Tỉnh ủy yêu cầu"            orders, until somebody speaks otherwise
"Đối với UBND các xã:"              what follows is for them
"1. Phòng Kinh tế"                  the same
"Nhiệm vụ 6 tháng cuối năm"         plans; in the notice of what a chair concluded, orders

What must and must not be read: corpus/forces.tsv.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from giaoban.model import Force, Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.gates import Gated
from giaoban.reading.marks import BodyMention, PeriodMention
from giaoban.reading.rules.clauses.actors import acts_behind
from giaoban.reading.rules.clauses.minutes import PLEA, conclusions
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, does

HEADING = 160
"""Code points of the longest heading."""
ADDRESSING = frozenset(
    ("đối", "với", "về", "riêng", "giao", "yêu", "đề", "0", "0.0", "-", "–", "+", "*", "•", "a", "b", "c", "d", "đ", "e")
)
ADDRESSED = re.compile(
    r"(?:[\d.)]+ ?|[-–+•*] ?|[a-zđ]\) ?)?"
    r"(?:(?:Đối với|Về phía) (?!(?:các |những )?trường hợp)(?:(?P<who>[^:;]{4,120}?):"
    r"|(?P<alone>(?:(?!yêu cầu|đề nghị|lưu ý|nhấn mạnh|đồng ý|giao(?! thông| dịch)|cần|phải|sẽ)[^:;]){4,120}?)\.?)"
    r"|(?:Giao|Yêu cầu|Đề nghị)(?: cho)? (?P<asked>[^:;]{4,120}?):)$"
)
TOWARDS = re.compile(r"(?:[\d.)]+ ?|[-–+•*] ?|[a-zđ]\) ?)?(?:Đối với|Với|Về phía|Riêng(?: đối với)?) (?:các )?(?P<who>[^:;,.]{2,80}),")
"""What opens a sentence that goes on to ask something of the body it names."""
SEVERAL = "các "
COMMON = re.compile(
    r"(?:ngành|huyện|xã|tỉnh|thành phố|quận|phường|thị xã|thị trấn|địa phương|đơn vị|nhà thầu|chủ đầu tư|doanh nghiệp|sở|phòng|ban"
    r"|cấp ủy|ngân hàng|tổ chức tín dụng|bệnh viện|trường(?! hợp)|lực lượng|đoàn thể|hợp tác xã|thôn|hộ dân)\b"
)
"""How a body is named by its kind."""
NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}[.)]|[a-zđ][.)]|[-–+•*]) ?")
TASKS = re.compile(
    r"(?:[Nn]hiệm vụ|[Pp]hương hướng|[Mm]ục tiêu|[Kk]ế hoạch|[Gg]iải pháp|[Cc]hỉ tiêu|[Bb]ước sang)(?: (?!năm\b|tháng\b|quý\b)\w+){0,5} ?$"
)
OPENERS = frozenset(("về", "nhiệm", "phương", "mục", "bước", "năm", "trong", "triển", "một", "sang"))
DIRECTING = "chỉ đạo"
SHORT = 120
"""Code points of a sentence that may be a heading whatever it opens with."""
HEAD = 1500
NOTICE = Gated(
    r"[Tt]hông báo (?:[Yý] kiến )?kết luận|[Yý] kiến kết luận (?:và chỉ đạo )?của|K[êế]t luận của"
    r"|KẾT LUẬN[^\n]{0,30}\s+(?i:của)\b"
    r"|THÔNG BÁO\s+(?:(?i:v/v|về)\s+)?(?i:(?:ý kiến )?(?:k[eêế]t luận|chỉ đạo)|kết quả (?:giao ban|cuộc họp|buổi làm việc|hội nghị))"
)
"""In the first so many code points of a paper, what makes it the notice of what a chair concluded."""
DECREE = Gated(r"(?:^|\n)(?:CÔNG ĐIỆN|CHỈ THỊ)(?: (?:KHẨN|HỎA TỐC))?(?=\n|$)")
"""What makes it one by which its sender orders something."""
FORCES = {
    "order": Force.ORDER, "request": Force.REQUEST, "praise": Force.REQUEST, "say": Force.REQUEST, "according": Force.REQUEST,
    "report": Force.PLAN,
}  # fmt: skip
CONCLUDED = dict.fromkeys(FORCES, Force.ORDER) | {"request": Force.REQUEST}
"""In a notice whatever somebody is to do is ordered, unless it is asked for."""


@dataclass(slots=True)
class Frame:
    """What holds at a place in the text; `concluded` is how many headings of conclusions stand before it."""

    force: Force = Force.PLAN
    addressed: str | None = None
    speaker: str | None = None
    concluded: int = 0


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Event:
    """At `at` somebody speaks, or a heading says who is addressed, that tasks follow, or (`concludes`) what was concluded."""

    at: int
    speech: Speech | None = None
    addressed: str | None = None
    concludes: bool = False


def events(page: Page) -> list[Event]:
    """All events of a text, in order."""
    spoken = [Event(found.span.start, speech=found.what) for found in page.all(Speech) if not (_acts(page, found) or _pleads(page, found))]
    concluded = [Event(at, concludes=True) for at in conclusions(page)]
    return sorted([*spoken, *concluded, *_headings(page), *_named_alone(page)], key=lambda event: event.at)


def _pleads(page: Page, found: Found[Speech]) -> bool:
    """Whether nobody's plea is to those above by their kind alone, which asks nothing of others: kiến nghị huyện mở mạng."""
    return found.what.speaker is None and PLEA.match(page.text, found.span.start) is not None


def _acts(page: Page, found: Found[Speech]) -> bool:
    """Whether directing that nobody does is what is to be done, or a thing: "Chỉ đạo quyết liệt …", "bám sát chỉ đạo của tỉnh"."""
    said = found.span.of(page.text).lower()
    return found.what.speaker is None and said == DIRECTING and not page.text.startswith(":", found.span.end)


def _headings(page: Page) -> Iterator[Event]:
    for found in page.all(Syllables):
        line, span = found.what, found.span
        match = ADDRESSED.fullmatch(page.text, span.start, span.end) if len(span) < HEADING and line.words[0] in ADDRESSING else None
        if match and not (match["alone"] and acts_behind(line)):
            yield Event(span.start, addressed=match["who"] or match["asked"] or _who(page, line, Span(*match.span("alone"))))
        elif (
            line.words[0] in ADDRESSING
            and (towards := TOWARDS.match(page.text, span.start, span.end))
            and _body_at(page, towards.start("who"))
        ):
            spoken = [each.span.start for each in page.within(Speech, span)]
            several = page.text.startswith(SEVERAL, towards.start("who") - len(SEVERAL))
            start = towards.start("who") - len(SEVERAL) * (several and COMMON.match(page.text, towards.start("who")) is not None)
            yield Event(min(spoken, default=span.start), addressed=_who(page, line, Span(start, towards.end("who"))))
        if line.words[0] in OPENERS or len(span) < SHORT:
            yield from (Event(each.span.start) for each in page.within(PeriodMention, span) if _planned(page, each, span.start))


def _who(page: Page, line: Syllables, said: Span) -> str:
    """Who is addressed: all that is said, or the body alone where it is told what it does: Riêng huyện Tân Lộc │ di dời 45 hộ, …"""
    ends = [each.span.end for each in page.within(BodyMention, said) if each.span.start == said.start]
    rest = line.words[bisect_left(line.starts, max(ends)) : bisect_left(line.starts, said.end)] if ends else []
    return page.text[said.start : max(ends)] if does(rest, BIT["action"]) else said.of(page.text)


def _body_at(page: Page, at: int) -> bool:
    return COMMON.match(page.text, at) is not None or any(each.span.start == at for each in page.within(BodyMention, Span(at, at + 1)))


def _named_alone(page: Page) -> Iterator[Event]:
    """Numbered lines that hold the name of a body and no more, or what it shall do after a colon; after such, all that open with one."""
    addressed = False
    for block in page.document.blocks:
        start, end = block.span.start, block.span.end
        number = NUMBERED.match(page.text, start, end)
        for each in page.within(BodyMention, block.span) if number else ():
            stop = each.span.end
            if not number or each.span.start != number.end():
                continue
            named = page.text[stop:end].strip(" :.;") == "" or page.text[stop] == ":"
            if named or addressed:
                addressed = True
                yield Event(start, addressed=each.what.name)


def _planned(page: Page, found: Found[PeriodMention], start: int) -> bool:
    return found.what.period is not None and found.span.start - start < 90 and bool(TASKS.search(page.text[start : found.span.start]))


def move(frame: Frame, event: Event, forces: Mapping[str, Force] = FORCES) -> None:
    """Let an event change the frame; `forces` is how firmly is spoken in each manner."""
    if event.addressed:
        frame.addressed = event.addressed
    elif event.concludes:
        frame.force, frame.addressed, frame.concluded = Force.ORDER, None, frame.concluded + 1
    elif event.speech is None:
        frame.force = forces["report"]
    elif event.speech.speaker or event.speech.manner in ("order", "request"):
        frame.force = forces[event.speech.manner]
        if event.speech.speaker and event.speech.speaker != frame.speaker:
            frame.speaker, frame.addressed = event.speech.speaker, None


class Course:
    """What holds as the text moves on; `reached` is where the last directive ended, inside which nothing changes it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.coming = events(page)
        self.frame = Frame()
        self.passed = self.reached = 0
        self.forces = CONCLUDED if NOTICE.search(page.text, 0, HEAD) or DECREE.search(page.text, 0, HEAD) else FORCES
        self.frame.force = self.spoken = self.forces["report"]
        self.block = -1

    def to(self, start: int) -> Frame:
        """What holds at `start`, after all that is said before it; a paragraph of a notice begins anew as who speaks asks."""
        if self.forces is CONCLUDED and (block := self.page.block_at(start)) and block.span.start > self.block:
            self.block = block.span.start
            self._pass(self.block)
            self.frame.force = self.spoken
        self._pass(start)
        return self.frame

    def _pass(self, end: int) -> None:
        while self.passed < len(self.coming) and (event := self.coming[self.passed]).at < end:
            if event.at >= self.reached:
                next_in_turn = event.addressed is not None and self.frame.addressed is not None
                move(self.frame, event, self.forces)
                self.spoken = self.frame.force if not next_in_turn and self._lasts(event) else self.spoken
            self.passed += 1

    def _lasts(self, event: Event) -> bool:
        """Whether it holds beyond its paragraph: somebody speaks, or the paragraph opens what follows, or is the first addressed."""
        if event.speech is None or event.speech.speaker:
            return True
        block = self.page.block_at(event.at)
        return block is not None and self.page.text.endswith(":", block.span.start, block.span.end)
