"""What each mention of a person of office says for or against his presiding: marks.

    "… chủ trì buổi làm việc"  "Kết luận hội nghị, đồng chí …"     he presides, he concludes
    "A và B đồng chủ trì"                                          the first named presides
    "… dự và phát biểu chỉ đạo"                                    he guides, attends

What the marks of all his mentions weigh is told in `rules.meeting.chairs`. What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaoban.model import BlockKind, Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.gates import Gated
from giaoban.reading.rules.meeting.chair_marks import AFTER, BEFORE, MEETING, TOLD_AFTER, TOLD_BEFORE, Marks
from giaoban.reading.rules.named.days import held_days, month_of
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

AND = re.compile(
    r"(?:,? và|,|,? cùng|[^.;]{0,40} sau khi cùng"
    r"|(?:(?! (?:đã|phát|yêu|đề|dự|cho|chủ trì|trình bày|báo|nhấn)\b)[^.;:]){0,110}? và)(?: với)?(?: các)? ?"
)
"""Between two who preside together; the first is named as the chair."""
LISTED = re.compile(r"(?: \([^)]{2,12}\)[^.;:]{0,20})?;(?: và)?(?: các)? ?")
"""Between those of a list of whom it is said that they do so together."""
JOINTLY = re.compile(r"[^.;]{0,40}?(?:đồng|cùng) (?:chủ trì|chủ tọa|chủ toạ|điều hành)")
PLURAL = re.compile(r"[Cc]ác (?:đồng chí|ông|bà|đ/c)\b")
"""What a list of persons opens with who do so together."""
PRESIDIUM = re.compile(r"(?:Đoàn [Cc]hủ tịch|Chủ tọa đoàn|Đoàn chủ tọa)(?: \w+){0,3}:? ?(?:ông |bà |đồng chí )?$")
"""What opens a list of those who preside together by its name: Đoàn chủ tịch gồm: │ông A; ông B│ điều hành."""
MANY = 2
"""Persons before one with whom he is listed that make it a list of those who do so together, unless they are said to attend."""
ATTENDING = re.compile(r"\b(?:dự|tham gia|gồm|có)\b", re.IGNORECASE)
TITLE = re.compile(r"KẾT LUẬN\s*$")
TITLED = re.compile(r"\s*[Cc]ủa(?: đồng chí| đ/c| ông| bà)? ?")
"""A line that goes on with a title in capitals: PHÁT BIỂU KẾT LUẬN, │của đồng chí│ …"""
BESIDE = re.compile(r"(?:^|[.;\n] ?)Cùng (?:chủ trì|chủ tọa|chủ toạ|điều hành)\b[^.;]{0,60}$")
"""Before one who presides beside another: Cùng chủ trì có │đồng chí B│."""
NEAR = 20
"""Code points in which such a line names whom the title is of."""
TOGETHER = frozenset(("presides", "begins", "meets", "works with", "inspects", "concludes", "leads"))
SUITE = re.compile(r"(?:đại diện|lãnh đạo)\b")
"""Those who come with a person, named by their bodies alone: Thứ trưởng A cùng │đại diện Cục Thú y, Cục Thủy sản đã làm việc với …"""
ON_BEHALF = re.compile(r"(?:ủy quyền|uỷ quyền|phân công|thay mặt|đồng ý)(?: của)? ?$", re.IGNORECASE)
"""Before one on whose behalf the next does something: thừa ủy quyền của │Thủ tướng A│, Phó Thủ tướng B chủ trì."""
ASSIGNED = re.compile(r"\b(?:giao|phân công|cử|yêu cầu|đề nghị|chỉ đạo)(?: cho)?(?: các)? ?$", re.IGNORECASE)
"""Before one who is told to take charge of something: giao │đồng chí A│ chủ trì cùng các phòng rà soát."""
VISITORS = re.compile(
    r"(?:(?:làm việc|họp)(?: trực tuyến)? (?:với|cùng)|\btiếp(?: xã giao)?(?: với)?)"
    r" (?:các )?đoàn\b[^.;]{0,140} do (?:đồng chí |ông |bà )?$",
    re.IGNORECASE,
)
"""Before one who leads those whom somebody named before him receives."""
LEADER = re.compile(r"(?:Trưởng [Đđ]oàn|Tổ trưởng [Tt]ổ)(?: (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra)|$)")
"""The office of who leads a team: Trưởng Ban Kinh tế, │Trưởng đoàn giám sát│."""
TAKES_CHARGE = frozenset(("presides", "leads"))
ONE = frozenset(("ông", "bà", "đồng chí"))
"""What somebody is called who was named before: Kết thúc cuộc họp, │ông│ chỉ đạo."""
WINDOW = 160
DAY_WITHIN = 2_000
"""Code points before a person, of his sentence, in which a meeting's day is looked for."""
MET_WITHIN = 60
"""Code points around a day in which stands what met on it, or what happened."""
HAPPENED = re.compile(r"\b(?:vụ|trận|sự cố|tai nạn|cơn|đợt)\b[^.;,]{0,50}$", re.IGNORECASE)
"""Before the day of what is no meeting."""


@dataclass(frozen=True, slots=True)
class Chairing:
    """What one mention of a person says for or against his presiding: names of marks.

    on  month and day of the meeting that his sentence tells of before it names him
    """

    holder: Holder
    marks: tuple[str, ...]
    on: tuple[int, int] | None = None


@rule(makes=Chairing, needs=(Syllables, Holder), late=True)
def chairings(page: Page) -> Iterator[Found[Chairing]]:
    """For each mention of a person of office its marks; mentions without one are left out."""
    captions = {block.span.start for block in page.document.blocks if block.kind is BlockKind.CAPTION}
    for sentence in page.all(Syllables) if page.all(Holder) else ():
        holders = [
            found
            for found in page.within(Holder, sentence.span)
            if found.what.name or found.what.offices or found.what.called.lower() in ONE
        ]
        if not holders:
            continue
        heard = sentence.what.distinct
        behind, before = _may_be_heard(AFTER, TOLD_AFTER, heard), _may_be_heard(BEFORE, TOLD_BEFORE, heard)
        for index, found in enumerate(holders):
            others = (each for each in holders[index + 1 :] if each.what.name or not SUITE.match(page.text, each.span.start))
            end = next((each.span.start for each in others), sentence.span.end)
            start = holders[index - 1].span.end if index else sentence.span.start
            marks = _borne(page.text, found.span, start, end, behind, before, visits=index > 0)
            if (shared := TOGETHER & set(marks)) and (first := _first(page.text, holders, index)) is not found:
                visits = first is not holders[0] and _leads_visitors(page.text, sentence.span.start, first.span.start)
                if not visits:
                    on = _on(page.text, sentence.span.start, first.span)
                    yield Found(Chairing(first.what, (*sorted(shared), "first of two"), on), first.span)
                marks = (*[mark for mark in marks if mark not in TOGETHER], *([] if visits else ["second of two"]))
            if (
                index == 0
                and found.span.start - sentence.span.start < NEAR
                and TITLED.fullmatch(page.text[sentence.span.start : found.span.start])
                and TITLE.search(page.text, max(0, sentence.span.start - 40), sentence.span.start)
            ):
                marks = (*marks, "concluding")
            if BESIDE.search(page.text[max(start, found.span.start - WINDOW) : found.span.start]) and "second of two" not in marks:
                marks = (*[mark for mark in marks if mark != "chaired by"], "second of two")
            if "leads" not in marks and any(map(LEADER.match, found.what.offices)):
                marks = (*marks, "leads")
            if sentence.what.sentence.block.span.start in captions and marks:
                marks = (*marks, "caption")
            if marks:
                yield Found(Chairing(found.what, marks, _on(page.text, sentence.span.start, found.span)), found.span)


def _on(text: str, floor: int, person: Span) -> tuple[int, int] | None:
    """Month and day of a meeting that a sentence tells of before a person in it: Ngày 3/9, tại cuộc họp do │ông A│ chủ trì."""
    floor = max(floor, person.start - DAY_WITHIN)
    if not any(map(str.isdecimal, text[floor : person.start])):
        return None
    days = [day for day in held_days(text, floor, person.start) if _meets(text, floor, day)]
    return (month_of(days[-1]), int(days[-1]["day"])) if days else None


def _meets(text: str, floor: int, day: re.Match[str]) -> bool:
    """Whether a day is told of a meeting, and not of what happened: vụ cháy │ngày 20/2│, kết luận cuộc họp …"""
    around = max(floor, day.start() - MET_WITHIN)
    return not HAPPENED.search(text, around, day.start()) and MEETING.search(text, around, day.end() + MET_WITHIN) is not None


def _first(text: str, holders: Sequence[Found[Holder]], index: int) -> Found[Holder]:
    """The first named of those who do together what is said of the last of them, at `index`."""
    jointly = JOINTLY.match(text, holders[index].span.end) is not None
    first = index
    while first and _joined(text, holders[first - 1].span, holders[first].span):
        first -= 1
    begins = holders[first].span.start
    if jointly or PLURAL.search(text, max(0, begins - 20), begins + 20) or PRESIDIUM.search(text, max(0, begins - 40), begins):
        return holders[first]
    if first < index and text[max(0, begins - 2) : begins].strip(" .") in ("", "\n"):
        return holders[first]
    if index - first >= MANY and not ATTENDING.search(text, max(0, begins - 40), begins):
        return holders[first]
    near = index - 1 if first < index and AND.fullmatch(text, holders[index - 1].span.end, holders[index].span.start) else index
    return holders[near]


def _joined(text: str, one: Span, other: Span) -> bool:
    """Whether one does together with the other what is said of that one, not merely has him do it."""
    if ON_BEHALF.search(text, max(0, one.start - NEAR), one.start):
        return False
    return bool(AND.fullmatch(text, one.end, other.start) or LISTED.fullmatch(text, one.end, other.start))


def _may_be_heard(marks: Marks, told: dict[str, tuple[int, ...]], syllables: frozenset[str]) -> Marks:
    """The marks that may be heard in a sentence of such syllables. `told`: their places by their syllables."""
    heard = {at for syllable in told.keys() & syllables for at in told[syllable]}
    return [marks[at] for at in sorted(heard.union(told[""]))]


def _borne(text: str, span: Span, floor: int, ceiling: int, behind: Marks, before_him: Marks, *, visits: bool) -> tuple[str, ...]:
    """Marks of a person between the one before him and the one after.

    behind, before_him  those that may be heard in the sentence
    visits  he may lead those whom one named before receives
    """
    after = text[span.end : min(ceiling, span.end + WINDOW)].removeprefix(")")
    before = text[max(floor, span.start - WINDOW) : span.start]
    follows = [name for name, pattern, _ in _heard(behind, after.lower()) if pattern.match(after)][:2]
    if not TAKES_CHARGE.isdisjoint(follows) and (ASSIGNED.search(before) or (visits and _leads_visitors(text, floor, span.start))):
        follows = [name for name in follows if name not in TAKES_CHARGE]
    return (*follows, *[name for name, pattern, at in _heard(before_him, before.lower()) if pattern.search(before, at)][:2])


def _leads_visitors(text: str, floor: int, start: int) -> bool:
    """Whether one named at `start` leads those whom somebody receives: tiếp Đoàn công tác của Ngân hàng A do │ông B│ dẫn đầu."""
    return VISITORS.search(text[max(floor, start - WINDOW) : start]) is not None


def _heard(marks: Marks, said: str) -> list[tuple[str, Gated, int]]:
    """The marks of which one of the words stands in what is said, each with where its pattern may begin."""
    heard: list[tuple[str, Gated, int]] = []
    for name, pattern, words, lead, _ in marks:
        first = -1
        for word in words:
            if word in said and (first < 0 or said.find(word) < first):
                first = said.find(word)
        if first >= 0:
            heard.append((name, pattern, max(0, first - lead)))
    return heard
