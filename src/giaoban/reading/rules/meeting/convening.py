"""Who holds the meeting: the bodies named where the text tells of it, weighed by what is said of each.

    "Sở Y tế tổ chức hội nghị"                          it holds
    "hội nghị tổng kết của Cục Thuế", "kỳ họp HĐND"      the meeting is its own
    "làm việc với UBND huyện", "tại UBND xã"             the other side, the place

Weights: `weights/choices.tsv`, choice `convener`. What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from giaoban.model import Span
from giaoban.reading.choosing import Candidates
from giaoban.reading.engine import Page
from giaoban.reading.gates import Gated
from giaoban.reading.letters import CAPITALS
from giaoban.reading.marks import AgencyMention, BodyMention
from giaoban.reading.rules.meeting.convening_minutes import of_minutes
from giaoban.reading.rules.meeting.convening_names import BARE, PERSON, TEAM, comes_along, fuller, is_body, is_to_be, whole
from giaoban.reading.rules.meeting.convening_subjects import FIRST, is_subject, subjects

NOUN = (
    r"(?:[Hh]ội [Nn]ghị|[Hh]ội thảo|[Cc]uộc họp|[Bb]uổi họp|[Bb]uổi làm việc|[Cc]uộc làm việc|[Pp]hiên họp|[Kk]ỳ họp|[Bb]uổi giao ban"
    r"|[Gg]iao ban|[Hh]ọp giao ban|[Pp]hiên (?:bế mạc|khai mạc|chất vấn|giải trình)"
    r"|(?:[Bb]uổi|[Cc]uộc) (?:giám sát|khảo sát|tổng kết|sơ kết|gặp gỡ|gặp mặt|đối thoại|tọa đàm)"
    r"|(?:[Bb]uổi|[Pp]hiên|[Cc]uộc) tiếp (?:công )?dân|(?:[Bb]uổi )?[Cc]à phê doanh (?:nhân|nghiệp))"
)
WHEN = r"lần thứ \w+|(?:khóa|khoá) [IVX\d]+|nhiệm kỳ \d{4} ?[-–] ?\d{4}|\([^)]{1,60}\)"
ON = (
    r",? (?:vào )?(?:hôm (?:nay|qua)(?: \(\d[\d/.-]*\))?"
    r"|(?:sáng|chiều|tối|ngày|hôm)(?: (?:nay|qua|ngày|\d[\d/.-]*(?: tháng \d+)?(?:,? năm \d{4})?))+)"
)
HOLDS = re.compile(
    rf"(?:,? (?:{WHEN}))*(?:{ON})?,? ?(?:đã |vừa |cũng |long trọng |sẽ |chủ trì,? |tiếp tục )*"
    r"(?:lại )?(?:một lần nữa )?(?:- [^.;–-]{3,60} - )?"
    r"(?:phối hợp (?:(?:với )?[^,.]{3,90} |với [^.;]{3,200} |[^.;]{3,160} (?=tổ chức))?)?"
    r"(?:t[ổô] chức(?! \d)|tiến hành|khai mạc|bế mạc|họp\b(?! xét| dân)|sơ kết|tổng kết|giao ban"
    r"|kiểm điểm tiến độ"
    r"|có (?:[Bb]uổi|[Cc]uộc|[Cc]huyến) (?:làm việc|họp|kiểm tra|giám sát|khảo sát)|có (?:phiên|buổi|cuộc) (?:họp|giao ban)"
    r"|(?:(?:đến|về|tới|xuống|lên|đi) )?(?:(?:thăm|kiểm tra|khảo sát|thị sát)(?:,| và) )*làm việc (?:trực (?:tuyến|tiếp) )?(?:với|cùng|tại)"
    r"|thảo luận (?:và thông qua|ở|tại|về|tổ)|chất vấn|(?:biểu quyết )?thông qua [Nn]ghị quyết"
    rf"|(?:mở|triển khai|triệu tập) {NOUN}"
    r"|(?:gặp mặt, |gặp gỡ, )?đối thoại|tiếp xúc (?:với )?cử tri"
    rf"|chủ trì {NOUN}|(?:mời|triệu tập) (?:[^,.;]{{3,90}} (?:dự|họp|đến|tới|về)|[^.;]{{3,120}} (?:đến|tới|về) (?:bàn|họp|dự))\b"
    rf"|(?:đi |đến |về )?(?:khảo sát|giám sát|kiểm tra) (?:tại|ở|về|việc|công|tình|tiến|(?=[{CAPITALS}])))"
)
HEARS = re.compile(rf"(?:,? (?:{WHEN}))*(?:{ON})?,? ?(?:đã |vừa |cũng )*(?:tiếp tục )?(?:thảo luận|nghe|cho ý kiến|xem xét)\b")
"""What a body does that sits, where no word for the meeting stands before it."""
RESUMES = re.compile(
    rf"^[\s\S]{{0,160}}?(?:Tiếp tục (?:chương trình )?(?:làm việc )?(?:của |tại )?{NOUN}|\b[Tt]ại {NOUN} thứ \w+)[^,]{{0,60}},"
)
"""What says that the meeting told of goes on, or which it is: Tiếp tục phiên họp thứ 15, │sáng 14/9, Ủy ban cho ý kiến."""
GOES_ON = re.compile(
    r"(?:(?: (?:của|gồm|và|cùng|do|ứng cử) [^;.]{3,150}?)|, (?:Ban|Đoàn|Hội|Liên|UBND|HĐND|Ủy ban|Sở) [^,;.]{3,60}?)"
    r"(?=,? (?:đã |vừa )?(?:tổ chức|tiến hành|họp|làm việc|có (?:buổi|cuộc)|phối hợp tổ chức|tiếp xúc (?:với )?cử tri"
    r"|(?:đi |đến |về )?(?:khảo sát|giám sát|kiểm tra))\b)"
)
"""What may stand between a body and its verb: the body's own owner, its members, those who join it."""
OWN = Gated(rf"{NOUN}[^.;:]{{0,170}}? (?:của|do|giữa)(?: các)? $")
OF = tuple(f" {of}{several} " for of in ("của", "do", "giữa") for several in ("", " các"))
"""How that ends."""
ACTS = (
    "chỉ thị", "nghị quyết", "kết luận", "kế hoạch", "chương trình", "quyết định", "thông báo", "ý kiến", "văn bản", "quy định", "đề án",
    "dự án", "công văn", "nghị định", "luật", "điều hành", "chỉ đạo", "lãnh đạo", "kiến nghị", "đại hội", "thông tư", "chính sách",
    "pháp luật", "hướng dẫn", "quy chế", "tờ trình", "chuẩn bị",
)  # fmt: skip
OF_ACT = re.compile(
    rf"{NOUN}[^.;]{{0,130}}?(?:{'|'.join(ACTS)})\b(?:[^.;]{{0,130}} của|(?:(?! của )[^.;]){{0,130}} do)(?: các)? $",
    re.IGNORECASE,
)
"""An act, a plan, a leadership of the body's, not the meeting: hội nghị quán triệt Nghị quyết số 12 của │ Bộ Chính trị."""
UNQUALIFYING = (
    "với|tại|do|của|về|để|nhằm|nghe|bàn|cho|theo|từ|trước|sau|khi|và|cùng|có|được|đã|gồm|trong|thực hiện|quán triệt|triển khai|đánh giá"
    "|góp ý|lấy|giữa|ngày|xem|thông qua|thảo luận"
)
DIRECT = Gated(
    rf"(?:{NOUN}|(?:chủ trì|chủ tọa|tổ chức) họp)"
    rf"(?: (?!(?:{UNQUALIFYING})\b)(?![{CAPITALS}])[\w./-]+,?| thứ [NTBSM]\w+,?| lần [IVX]+,?| \([^)]{{1,20}}\)){{0,9}}(?: [-–])? $"
    r"|^BIÊN BẢN(?: \([^)]{1,20}\))?(?:\s(?:HỌP|Họp|CUỘC HỌP|Cuộc họp|HỘI NGHỊ|Hội nghị))?\s$|^(?:HỌP|Họp) $"
)
"""What may stand between the word for the meeting and its body: phiên họp thường kỳ tháng 3 │ UBND tỉnh."""
ELSE = Gated(rf"(?:trình|chuẩn bị|phục vụ|quyết nghị|kết quả|[Tt]rước|[Ss]au|nội dung)(?: [^\W\d]+){{0,6}} {NOUN}[^,.;]{{0,120}}$")
"""What speaks of another meeting: nội dung trình kỳ họp thứ 12 │ HĐND tỉnh."""
WITH = Gated(r"(?:với|cùng)(?: các| lãnh đạo| tập thể| đại diện)* $")
AT = re.compile(r"(?:tại|ở|từ|đến|về)(?: trụ sở| hội trường)? $")
AT_WITHIN = 16
"""Code points in which that stands."""
NUMBERED = re.compile(r",? (?:lần thứ|kỳ thứ|phiên thứ|(?:khóa|khoá) [IVX\d]+,? lần thứ) ?\w+")
"""Which of its sittings it is."""
ABOUT = (
    "theo ", "thực hiện ", "triển khai ", "báo cáo ", "chỉ đạo của ", "kết luận của ", "ủy quyền của ", "trình ", "gửi ", "lãnh đạo ",
    "trưởng ", "ảnh ", "ảnh: ",
)  # fmt: skip
ASKED = Gated(r"(?:yêu cầu|[Gg]iao|đề nghị|chỉ đạo|kiến nghị|mời)(?: cho| các| lãnh đạo)* $")
JOINING = Gated(r"phối hợp (?:cùng )?với(?! [^.;]{0,200}(?:tổ chức|họp|tiến hành)) [^.;]{3,200}(?:,|và) $")
"""Before one of several with whom a body holds a meeting: Sở A phối hợp với Hội B, │Hội C tổ chức."""
ASIDE = Gated(
    r"phối hợp (?:cùng với |cùng |với )?(?:các )?$|(?:[Ss]au|[Tt]rước|[Nn]gay) khi $"
    r"|\b(?:tiếp(?: xã giao)?(?:,? (?:và )?làm việc với)?|làm việc với)(?: các)? (?:[Đđ]oàn (?:công tác |đại biểu )?(?:của )?)?$"
)
"""Before a body that takes part, or whose own meeting came before: phối hợp với │Tổng cục Thủy sản tổ chức; sau khi │Quốc hội bế mạc;
or that is received: tiếp Đoàn công tác của │Tập đoàn A│ đến làm việc với tỉnh."""
COMPANY = Gated(r"\bcùng (?:với )?(?:các )?(?:lãnh đạo|đại diện)(?:(?: các)?|[^.;]{3,160}(?:,|và)) $")
"""Before one of several bodies whose leaders come with a person: Phó Chủ tịch A cùng lãnh đạo Sở B, │Công ty C đi kiểm tra."""
DEBATES = Gated(r"[Tt]hảo luận (?:(?:ở|tại) )?(?:hội trường|tổ)\b|[Pp]hiên (?:chất vấn|thảo luận)|[Cc]hất vấn và trả lời")
"""What the deputies do of a body that sits: thảo luận tại hội trường, nhiều đại biểu │Quốc hội│ lo ngại."""
BESIDE_HIM, SPEAKING = (" cùng ", " cùng với ", " cùng các "), ("lãnh đạo ", "đại diện ")
"""The same where the name is marked with its leaders: Phó Chủ tịch A cùng │lãnh đạo Sở B│ đi kiểm tra."""
MEMBER = Gated(r"\bgồm(?: có)? [^;.]{0,150}$")
SUMMARY = Gated(r"(?:tổng kết|sơ kết)[^;.]{0,60} của $")
SUMMED = Gated(r"(?:tổng kết|sơ kết)(?: công tác| hoạt động| cơ quan| toàn| ngành)* $")
TELLS = re.compile(r",? (?:cũng |đã )?(?:cho biết|báo cáo|thông tin|đánh giá|công bố|đặt mục tiêu|đề ra)| tại " + NOUN)
ANAPHORA = Gated(
    NOUN + r"[^.;]{0,120}? (?:của|do) (?P<kind>đơn vị|ngành|Ngành|Cục|Bộ|Sở|Tổng cục|cơ quan|Tập đoàn|Tổng công ty|Hiệp hội)"
    r"(?=[,.;]| (?:diễn ra|tổ chức|ngày|chiều|sáng|vào|năm|đã))"
)
MET = Gated(NOUN)
SECTOR = Gated(
    NOUN
    + r"[^.;]{0,170}? của (?P<who>ngành [\w& ]{3,40}?)(?=[,.;(]| (?:năm|chiều|sáng|diễn ra|tổ chức|do|đã|trong|và|của|về|với|là|có)\b|$)"
)
OF_SECTOR = Gated(
    NOUN + r"[^.;,]{0,60}? (?:toàn )?ngành "
    r"(?P<who>(?!(?:này|của|khác|đã|và|nghề|chức năng|liên quan|có|hàng(?! không| hải))\b)[^\W\d]+(?: [^\W\d]+)?)"
)
"""The sector whose conference it is, by the first words of its name: hội nghị tổng kết ngành │nông nghiệp."""
INNER = Gated(r"[^\W\d] (?:đã |vừa )?(?:tổ chức|tiến hành|họp|mở|triệu tập) [Hh]ội nghị $")
"""Before a body that is part of another, which has its conference: Công đoàn A tổ chức Hội nghị │Ban Chấp hành│ lần thứ hai."""
REACH = 170
JOINED = frozenset((" và ", " - ", " – ", " cùng "))
"""Between two bodies that hold a meeting together."""
RANKS = ("first", "second", "later", "later", "later", "later")
"""How much a sentence tells of the meeting, among those told."""


def candidates(page: Page, told: list[Span]) -> Candidates[str | None]:
    """Every body that may hold the meeting, and nobody.

    told  the sentences that tell of the meeting, its anchor first, then by how much they tell
    """
    traits: dict[str, dict[str, None]] = {}
    for name, said in _bodies(page, told):
        traits.setdefault(name, {}).update(dict.fromkeys(said))
    found: Candidates[str | None] = Candidates()
    for name, each in traits.items():
        found.add(name, tuple(each))
    found.add(None, ("nobody",))
    return found


def sector(page: Page, told: Span) -> str | None:
    """The sector whose conference a sentence names, where nobody is said to hold it."""
    match = OF_SECTOR.search(page.text, told.start, told.end)
    return match["who"] if match else None


def _bodies(page: Page, told: list[Span]) -> Iterator[tuple[str, list[str]]]:
    """Bodies named in the sentences told, with what is said of each there."""
    counts = Counter(body.what.name for body in page.all(BodyMention) if is_body(body))
    most = max(counts, key=lambda name: counts[name], default=None)
    title = page.title.of(page.text).lower() if page.title else ""
    for span, rank in zip([each for each in told if not is_to_be(page, each)], RANKS, strict=False):
        reaching = {agency.span.start: agency.span.end for agency in page.within(AgencyMention, span)}
        taken, before, held = span.start, span, False
        for body in page.within(BodyMention, span):
            if (is_body(body) or TEAM.match(page.text, body.span.start)) and body.span.start >= taken:
                name, taken = whole(page.text, body, reaching.get(body.span.start, 0))
                name = fuller(page, PERSON.sub("", name))
                said = list(_said(page.text, span, body.span.start, taken))
                if "holds" in said and comes_along(page, span, body.span.start, name):
                    said.remove("holds")
                elif "holds" not in said and is_subject(page.text, span.start, body.span.start, taken):
                    said.append("subject")
                known = _known(name, body.what.name, most is not None and counts[body.what.name] == counts[most], title)
                if "direct" in said and name.lower() in BARE and INNER.search(page.text, span.start, body.span.start):
                    continue
                if held and "direct" in said and "holds" in said:
                    said.remove("holds")
                held = held or "holds" in said
                traits = [*said, *(f"{each} {rank}" for each in said), *known]
                yield name, traits
                if "holds" in said and _joined(page.text, span.start, before, body.span.start):
                    yield page.text[before.start : taken], [*traits, "together"]
                before = Span(body.span.start, taken)
        for who in subjects(page, span):
            yield who, ["subject", f"subject {rank}"]
        if match := SECTOR.search(page.text, span.start, span.end):
            yield match["who"], ["own", f"own {rank}", "sector"]
    yield from of_minutes(page)
    yield from _of_title(page)
    if told and (kind := ANAPHORA.search(page.text, told[0].start, told[0].end)) and (meant := _meant(page, kind["kind"], most)):
        yield meant, ["meant by its kind", *_known(meant, meant, True, title)]


def _joined(text: str, opens: int, before: Span, start: int) -> bool:
    """Whether the body at `start` holds the meeting with the one before: behind a comma where both follow the day that opens it all."""
    between = text[before.end : start]
    return between in JOINED or (between == ", " and FIRST.fullmatch(text, opens, before.start) is not None)


def _of_title(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The body whose sitting the title names by its number: Hội nghị │Ban Chấp hành Đảng bộ huyện│ lần thứ 15."""
    for body in page.within(BodyMention, page.title) if page.title else ():
        if is_body(body) and page.title and DIRECT.search(page.text, page.title.start, body.span.start):
            name, end = whole(page.text, body)
            if NUMBERED.match(page.text, end):
                yield name, ["direct", "direct second", "in title"]


def _meant(page: Page, kind: str, most: str | None) -> str | None:
    """The body meant by its kind alone ("do Bộ tổ chức"): the one of that kind first named, be it in an office, else the one most named."""
    of_kind = re.compile(rf"\b{kind} [{CAPITALS}].*")
    named = (of_kind.search(body.what.name) for body in page.all(BodyMention))
    return next((match[0] for match in named if match), most)


def _known(name: str, short: str, most: bool, title: str) -> Iterator[str]:
    if short.lower() in title:
        yield "in title"
    if most:
        yield "most named"
    yield f"words {min(3, name.count(' ') + 1)}"


def _said(text: str, sentence: Span, start: int, end: int) -> Iterator[str]:
    """What a sentence says of the body at `start`..`end`."""
    before = text[max(sentence.start, start - REACH) : start]
    ceiling = min(sentence.end, end + REACH)
    joined = GOES_ON.match(text, end, ceiling)
    verbs = (end, joined.end()) if joined else (end,)
    if MEMBER.search(before):
        yield "member"
    elif ASIDE.search(before) or COMPANY.search(before) or (before.endswith(BESIDE_HIM) and text.startswith(SPEAKING, start)):
        pass
    elif any(HOLDS.match(text, each, ceiling) for each in verbs) or (
        HEARS.match(text, end, ceiling) and not MET.search(RESUMES.sub("", before))
    ):
        yield "holds"
    elif TELLS.match(text, end, ceiling):
        yield "tells"
    if before.endswith(OF) and OWN.search(before):
        yield "own act" if _of_act(before) else "own"
    yield from (said for said, says in BEFORE if says(before))
    if start == sentence.start:
        yield "opens"
    if text.startswith(("đại biểu ", "Đại biểu "), start) and DEBATES.search(text, sentence.start, sentence.end):
        yield "deputies"


def _of_act(before: str) -> bool:
    lowered = before.lower()
    return any(act in lowered for act in ACTS) and OF_ACT.search(before) is not None


def _stands_at(before: str) -> bool:
    return AT.search(before, max(0, len(before) - AT_WITHIN)) is not None


def _about(before: str) -> bool:
    return before.lower().endswith(ABOUT)


BEFORE: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("direct", DIRECT.search), ("of another", ELSE.search), ("with", WITH.search), ("at", _stands_at), ("about", _about),
    ("asked", ASKED.search), ("with", JOINING.search), ("summed up", SUMMED.search), ("summary", SUMMARY.search),
    ("with", re.compile(r"(?:^N|\bn)ghe $").search),
)  # fmt: skip
"""What is said of a body by the words before it."""
