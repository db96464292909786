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
from giaoban.reading.rules.named.days import held_days, month_of
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.sentences import Sentence

MEET = (
    r"(?:hội nghị|cuộc họp|buổi họp|buổi làm việc|cuộc làm việc|phiên họp|kỳ họp|giao ban|hội nghị giao ban|buổi giao ban|cuộc giao ban"
    r"|phiên giải trình|phiên chất vấn|buổi tiếp xúc|đại hội|phiên thảo luận|hội thảo|(?:buổi|cuộc) (?:gặp mặt|gặp gỡ|gặp\b|đối thoại"
    r"|tiếp xúc|kiểm tra|giám sát|khảo sát|tọa đàm|trao đổi|tiếp (?:công )?dân)|phiên tiếp công dân|(?:buổi )?tọa đàm)"
)
MEETING = Gated(MEET)
Marks = tuple[tuple[str, Gated, tuple[str, ...], int], ...]
"""The name of a mark, its pattern, words of which one must be there before the pattern is tried, and how far in that stands at most."""

WORDS = {
    "presides": ("chủ t", "điều hành", "điều khiển"), "concludes": ("kết luận",), "opens": ("khai mạc",), "closes": ("bế mạc",),
    "when concluding": ("khi", "trong "),
    "begins": ("mở đầu", "thị sát"), "leads": ("dẫn đầu", "trưởng đoàn", "làm "), "meets": ("có buổi", "có cuộc", "có chuyến", "họp"),
    "works with": ("làm việc", "kiểm tra", "sát"), "inspects": ("kiểm tra", "sát"), "guides": ("chỉ đạo",), "speaks at": ("phát biểu",),
    "attends": ("dự",), "reports": ("báo cáo", "trình bày", "thông tin", "cho ", "kiến nghị", "đề xuất"),
    "orders": ("yêu cầu", "giao ", "chỉ đạo"), "asks": ("đề nghị", "lưu ý", "nhấn mạnh", "nhắc nhở"),
    "praises": ("đánh giá", "ghi nhận", "biểu dương", "hoan nghênh"),
    "under the chair of": (
        "chủ trì bởi", "chủ tọa bởi", "chủ toạ bởi", "điều hành bởi", "điều khiển bởi", "điều khiển của", "chủ trì của",
        "chủ tọa của", "chủ toạ của", "điều hành của",
    ),
    "chaired by": ("chủ t", "điều hành", "điều khiển", " do "), "met with": ("làm việc",), "met with, after": ("làm việc",),
    "concluding": ("kết luận", "tổng kết", "chốt lại", "khép lại", "kết lại"),
    "opening": ("khai mạc",), "closing": ("bế mạc", "kết thúc"), "guided by": ("chỉ đạo",), "guiding": ("chỉ đạo",),
    "speaking at": ("phát biểu",), "attended by": ("dự", "tham gia"),
    "reported to": ("báo cáo", "kiến nghị", "cảm ơn", "đề nghị", "đồng tình", "yêu cầu"), "according to": ("theo ", "sau khi nghe"),
    "as directed by": ("chỉ đạo", "kết luận"), "as asked by": ("yêu cầu",),
}  # fmt: skip


LEAD, FAR = 32, {"as directed by": 160, "as asked by": 160}
"""Code points from where a pattern is found to the first of its words, at most; and for those that begin further before."""


def _marks(*patterns: tuple[str, str]) -> Marks:
    return tuple((name, Gated(f"(?i:{pattern})"), WORDS[name], FAR.get(name, LEAD)) for name, pattern in patterns)


TASK = (
    r"(?:đồ án|đề tài|đề án|dự án|nhiệm vụ|soạn thảo|biên soạn|biên tập|thiết kế|tham mưu|xây dựng|rà soát|thực hiện|nghiên cứu|hướng dẫn"
    r"|lập|theo dõi|giải quyết|tổng hợp|công trình|môn)\b"
)
"""What one is in charge of that is no meeting: chủ trì │ đồ án."""
CHAIRS = rf"(?:chủ trì(?! {TASK})|chủ tọa|chủ toạ|điều khiển(?! giao thông))"
GIVES = r"(?<!ngoại )(?<!bàn )(?<!chuyển )\bgiao(?! thông| dịch| lưu| ban)"
"""Has somebody do something; no traffic, trade or foreign affairs."""
ONE_SELF = rf"(?:(?!(?:{GIVES}|yêu cầu|đề nghị|kiến nghị|phân công|sẽ|phải) )[^.;])"
"""A letter of what may stand between a person and his presiding, so that it is he who does: not "giao Sở Y tế chủ trì"."""
HEARING = r"(?: nghe [^.;,]{0,40}?(?:báo cáo|trình bày|giải trình)|(?!(?:báo cáo|trình bày|giải trình|nêu)\b)[^.;])"
"""A letter of what may stand between a person and his concluding, who himself reports nothing: he hears others report."""
WITH = r"(?:,? (?:và|cùng)(?: các| với)* (?:thành viên |thành viên trong )?(?:đ|Đ)oàn(?: công tác| kiểm tra)?(?: của \w[^,.;]{2,40})?,?)?"
SOME = r"(?:,? (?:và|cùng)(?: với)? (?:các|một số|lãnh đạo|đại diện) [^.;]{3,160}?)"
"""Those who come with a person."""
CAME = (
    r"(?:đã |vừa )?(?:có buổi |có cuộc )?(?:đến |về |tới |xuống |lên )?(?:thăm(?: và|,) |kiểm tra |dự |chủ trì |(?:đón )?tiếp(?: và|,) )*"
)
AFTER = _marks(
    (
        "presides",
        (
            rf"(?:{ONE_SELF}{{0,60}}?(?:đã |cùng |đồng )*(?:(?:làm )?{CHAIRS}|điều hành(?: {MEET}|$|[.;]))"
            rf"|(?:(?! (?:yêu cầu|đề nghị|dự|phát biểu|cho|báo cáo|nhấn mạnh|đã|sẽ(?= (?:đồng )?chủ)"
            rf"|{GIVES}|phân công)\b)[^.;:]){{0,110}}? (?:đồng )?{CHAIRS} {MEET})"
            r"(?!,? phối hợp)"
        ),
    ),
    (
        "concludes",
        (
            r"(?:[, ]*(?:đã )?(?:nghe|cho ý kiến|tiếp thu|giải trình) [^.;]{3,80} và |[, ]*)"
            r"(?:đã |cũng |có |vừa |thay mặt [^,.]{3,60} )*(?:phát biểu |có ý kiến |ý kiến )?kết luận"
            rf"|{HEARING}{{3,100}} và kết luận (?:những|các|một số|{MEET})"
        ),
    ),
    ("opens", r"[, ]*(?:đã )?(?:phát biểu |tuyên bố )?khai mạc"),
    ("closes", r"[, ]*(?:đã )?(?:phát biểu |tuyên bố )?bế mạc"),
    (
        "when concluding",
        r"[^.;]{0,60} (?:khi (?:phát biểu )?|trong (?:lời |diễn văn |bài |phát biểu )+)(?:kết luận|khai mạc|bế mạc)",
    ),
    ("begins", r"[^.;]{0,30}?(?:mở đầu " + MEET + r"|thị sát [^.;]{3,90} làm việc với)"),
    ("leads", r"[^.;]{0,60}?(?:\bdẫn đầu|(?<!bầu )\blàm (?:trưởng đoàn|tổ trưởng|$))"),
    (
        "meets",
        (
            rf"(?:{WITH}|{SOME})[, ]*(?:đã |vừa )?"
            r"(?:có (?:buổi|cuộc|chuyến) (?:làm việc|họp|kiểm tra|tiếp xúc)|họp (?:bàn|với|khẩn|nghe|chỉ đạo)|họp$)"
        ),
    ),
    (
        "works with",
        (
            rf"(?:{WITH}|{SOME})(?:[^.;]{{0,120}}? (?:trước|sau) khi(?: cùng)?)?[, ]*{CAME}làm việc(?: trực tuyến)? (?:với|tại)"
            rf"|(?:{WITH}|{SOME})[, ]*(?:đã |vừa )*(?:đi|đến|về|tới|xuống|trực tiếp)(?: cơ sở| hiện trường| thực địa| trực tiếp)*"
            r"(?:,? (?:thăm|nắm tình hình)(?:,| và))* (?:kiểm tra|thị sát|khảo sát)"
        ),
    ),
    ("inspects", rf"{WITH}[, ]*(?:đã |vừa )?(?:đến |về |tới |đi )?(?:kiểm tra|thị sát|khảo sát)"),
    (
        "guides",
        (
            r"[, ]*(?:đã )?(?:dự và |tham dự và |dự, |phát biểu |có ý kiến |cho ý kiến )*(?:phát biểu )?(?:ý kiến )?chỉ đạo"
            rf"(?:(?: tại)? (?:{MEET}|xung quanh|một số)|(?<=dự và chỉ đạo)(?: trực tiếp)?(?=[.;\n]|$))"
        ),
    ),
    ("speaks at", r"[, ]*(?:đã |cũng )?(?:có )?(?:bài )?phát biểu(?: tại)? " + MEET),
    ("attends", r"[, ]*(?:đã |cũng |cùng |đã đến |đến |về )*(?:tham )?dự\b"),
    ("reports", r"[, ]*(?:đã |cũng )?(?:báo cáo|trình bày|thông tin|cho biết|cho hay|kiến nghị|đề xuất)"),
    ("orders", r"[, ]*(?:đã |cũng )?(?:yêu cầu|giao |chỉ đạo)"),
    ("asks", r"[, ]*(?:đã |cũng )?(?:đề nghị|lưu ý|nhấn mạnh|nhắc nhở)"),
    ("praises", r"[, ]*(?:đã |cũng )?(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh)"),
)
GUIDING = (
    r"(?:phát biểu(?: ý kiến)?|dự(?: và|,)|có ý kiến) chỉ đạo(?: tại)?"
    rf"(?: {MEET}[^.;]{{0,90}}?)?(?:,| có| là|:)?(?: đồng chí)? ?$"
    rf"|(?:^|[.\n] ?)(?-i:Chỉ đạo)(?: tại)? {MEET}, ?$|(?:^|[.\n] ?)(?-i:Chỉ đạo) {MEET},?(?: có| là|:)(?: các)?(?: đồng chí)?:? ?$"
)
CHAIRED_BY = (
    rf"(?:{CHAIRS}|điều hành)(?: {MEET})?(?: (?:ở|tại) [^.,;]{{3,40}})?,?(?: có| là|:| gồm)(?: các)?"
    r"(?: đồng chí| đ/c| ông| bà)?:? ?$"
    rf"|(?-i:Chủ trì|Chủ tọa|Chủ toạ|Điều hành)(?:,? (?:và )?(?:phát biểu|kết luận|chỉ đạo))*(?: tại)?(?: {MEET})?, $"
    rf"|(?<!tại ){MEET} do(?: đồng chí)? $|(?:^|, |khi ){CHAIRS} {MEET}[^.;:,]{{0,90}}, $| và (?:chủ trì|điều hành) {MEET}, $"
)
CONCLUDING = (
    r"(?:kết luận|(?:^|[.\n] ?)(?:chốt lại|khép lại|kết lại))(?: tại| thảo luận| và chỉ đạo)?(?: của)?"
    rf"(?: {MEET}[^.;]{{0,90}}?)?(?:,|:)? ?$|(?:^|[.\n] ?)(?:phát biểu )?tổng kết {MEET}, $"
)
BEFORE = _marks(
    ("under the chair of", rf"(?:{CHAIRS}|điều hành) (?:của|bởi)(?: các)? (?:đồng chí )?(?:thường trực \w+ \w+: )?$"),
    ("chaired by", CHAIRED_BY),
    ("met with", r"làm việc(?: trực tuyến)? với $"),
    ("met with, after", r"làm việc(?: trực tuyến)? với [^.;]{3,200}, $"),
    ("concluding", CONCLUDING),
    ("opening", r"(?<!phiên )khai mạc(?: tại)?(?: của)?(?: " + MEET + r"[^.;]{0,60}?)?,? ?$"),
    ("closing", rf"(?:bế mạc(?: tại)?(?: {MEET}[^.;]{{0,60}}?)?,? ?|(?-i:Kết thúc) {MEET}, )$"),
    ("guided by", r"ý kiến chỉ đạo của ?$"),
    ("guiding", GUIDING),
    ("attended by", r"(?:tham dự|dự|cùng dự|tham gia)(?: " + MEET + r")?(?: còn)?(?: có)?:?[^.;]{0,60}$"),
    ("reported to", r"(?:báo cáo|kiến nghị|cảm ơn|đề nghị|đồng tình|theo yêu cầu)(?: với| của)? $"),
    ("according to", r"(?:theo|sau khi nghe) $"),
    ("as directed by", r"\b(?:đó|đây)(?: cũng)? là (?:[^\W\d]+ ){0,5}(?:chỉ đạo|kết luận) (?:[^\W\d]+ ){0,3}của $"),
    ("as asked by", r"\b(?:đó|đây)(?: cũng)? là (?:[^\W\d]+ ){0,5}yêu cầu (?:[^\W\d]+ ){0,3}của $"),
)  # fmt: skip
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
MANY = 2
"""Persons before one with whom he is listed that make it a list of those who do so together, unless they are said to attend."""
ATTENDING = re.compile(r"\b(?:dự|tham gia|gồm|có)\b", re.IGNORECASE)
TITLE = re.compile(r"KẾT LUẬN\s*$")
TITLED = re.compile(r"\s*[Cc]ủa(?: đồng chí| đ/c| ông| bà)? ?")
"""A line that goes on with a title in capitals: PHÁT BIỂU KẾT LUẬN, │của đồng chí│ …"""
NEAR = 20
"""Code points in which such a line names whom the title is of."""
TOGETHER = frozenset(("presides", "begins", "meets", "works with", "inspects", "concludes", "leads"))
SUITE = re.compile(r"(?:đại diện|lãnh đạo)\b")
"""Those who come with a person, named by their bodies alone: Thứ trưởng A cùng │đại diện Cục Thú y, Cục Thủy sản đã làm việc với …"""
ON_BEHALF = re.compile(r"(?:ủy quyền|uỷ quyền|phân công|thay mặt|đồng ý)(?: của)? ?$", re.IGNORECASE)
"""Before one on whose behalf the next does something: thừa ủy quyền của │Thủ tướng A│, Phó Thủ tướng B chủ trì."""
ASSIGNED = re.compile(r"\b(?:giao|phân công|cử|yêu cầu|đề nghị|chỉ đạo)(?: cho)?(?: các)? ?$", re.IGNORECASE)
"""Before one who is told to take charge of something: giao │đồng chí A│ chủ trì cùng các phòng rà soát."""
VISITORS = re.compile(r"(?:làm việc|tiếp|họp)(?: trực tuyến)? với (?:các )?đoàn\b[^.;]{0,140} do ?$", re.IGNORECASE)
"""Before one who leads those whom somebody named before him receives."""
TAKES_CHARGE = frozenset(("presides", "leads"))
WINDOW = 160
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


@rule(makes=Chairing, needs=(Sentence, Holder))
def chairings(page: Page) -> Iterator[Found[Chairing]]:
    """For each mention of a person of office its marks; mentions without one are left out."""
    captions = {block.span.start for block in page.document.blocks if block.kind is BlockKind.CAPTION}
    for sentence in page.all(Sentence) if page.all(Holder) else ():
        holders = [found for found in page.within(Holder, sentence.span) if found.what.name or found.what.offices]
        for index, found in enumerate(holders):
            others = (each for each in holders[index + 1 :] if each.what.name or not SUITE.match(page.text, each.span.start))
            end = next((each.span.start for each in others), sentence.span.end)
            start = holders[index - 1].span.end if index else sentence.span.start
            marks = _borne(page.text, found.span, start, end, visits=index > 0)
            if (shared := TOGETHER & set(marks)) and (first := _first(page.text, holders, index)) is not found:
                on = _on(page.text, sentence.span.start, first.span)
                yield Found(Chairing(first.what, (*sorted(shared), "first of two"), on), first.span)
                marks = (*[mark for mark in marks if mark not in TOGETHER], "second of two")
            if (
                index == 0
                and found.span.start - sentence.span.start < NEAR
                and TITLED.fullmatch(page.text[sentence.span.start : found.span.start])
                and TITLE.search(page.text, max(0, sentence.span.start - 40), sentence.span.start)
            ):
                marks = (*marks, "concluding")
            if sentence.what.block.span.start in captions and marks:
                marks = (*marks, "caption")
            if marks:
                yield Found(Chairing(found.what, marks, _on(page.text, sentence.span.start, found.span)), found.span)


def _on(text: str, floor: int, person: Span) -> tuple[int, int] | None:
    """Month and day of a meeting that a sentence tells of before a person in it: Ngày 3/9, tại cuộc họp do │ông A│ chủ trì."""
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
    if jointly or PLURAL.search(text, max(0, begins - 20), begins + 20):
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


def _borne(text: str, span: Span, floor: int, ceiling: int, *, visits: bool) -> tuple[str, ...]:
    """Marks of a person between the one before him and the one after.

    visits  he may lead those whom one named before receives
    """
    after = text[span.end : min(ceiling, span.end + WINDOW)].removeprefix(")")
    before = text[max(floor, span.start - WINDOW) : span.start]
    follows = [name for name, pattern, _ in _heard(AFTER, after.lower()) if pattern.match(after)][:2]
    if not TAKES_CHARGE.isdisjoint(follows) and (ASSIGNED.search(before) or (visits and VISITORS.search(before))):
        follows = [name for name in follows if name not in TAKES_CHARGE]
    return (*follows, *[name for name, pattern, at in _heard(BEFORE, before.lower()) if pattern.search(before, at)][:2])


def _heard(marks: Marks, said: str) -> list[tuple[str, Gated, int]]:
    """The marks of which one of the words stands in what is said, each with where its pattern may begin."""
    heard: list[tuple[str, Gated, int]] = []
    for name, pattern, words, lead in marks:
        first = -1
        for word in words:
            if word in said and (first < 0 or said.find(word) < first):
                first = said.find(word)
        if first >= 0:
            heard.append((name, pattern, max(0, first - lead)))
    return heard
