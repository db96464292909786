"""The whole name of a body that holds a meeting: an abbreviation, what a committee is there for, a team's number, without its persons.

    "Ban Chỉ đạo"                    Ban Chỉ đạo phòng, chống thiên tai huyện Tân Sơn, where the text names it so elsewhere
    "Bảo hiểm xã hội (BHXH) Việt"    Bảo hiểm xã hội (BHXH) Việt Nam
    "Chi bộ"                         Chi bộ tổ dân phố 7

What must and must not be read: corpus/meetings.tsv.
"""

import re

from giaoban.model import Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.gates import Gated
from giaoban.reading.letters import CAPITALS, capitals
from giaoban.reading.marks import BodyMention, PlaceMention
from giaoban.reading.rules.meeting.chairs import holds_office
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.rules.named.seats import heads
from giaoban.reading.rules.named.surnames import PLACED
from giaoban.reference.offices import GROUPS
from giaoban.reference.places import SURNAMES

ASKS = Gated(r"(?:^|[.;:,] |\b[Ôô]ng |\b[Bb]à |chí )(?:[Gg]iao|[Yy]êu cầu) (?:cho )?[A-ZĐ]|[Kk]ết luận (?:hội nghị|cuộc họp|buổi|phiên)")
"""What opens the part of a paragraph that says what is to be done."""
DATED = re.compile(r"\b(?:sáng|chiều|tối|ngày|hôm|đã|vừa)\b", re.IGNORECASE)
AGAINST = re.compile(r"(?<=[Pp]hòng), chống")
"""What is between the syllables of "phòng, chống" in the name of a committee."""
ABBREVIATED = re.compile(capitals(r" \([A-ZĐ&\-–]{2,12}\)(?: (?:[A-ZĐ][\w.’']*|ủy|uỷ|tỉnh|thành phố|quận|huyện|thị xã|xã|phường)\b)*"))
"""An abbreviation in the midst or at the end of a name: Bảo hiểm xã hội (BHXH) Việt Nam."""
BRANCH = re.compile(
    capitals(r"(?:,? (?:[Cc]hi nhánh|CN)|(?<= chi) nhánh) (?:(?:tỉnh|thành phố|TP|huyện|quận|thị xã) )?[A-ZĐ]\w*(?: [A-ZĐ]\w*){0,3}")
)
"""A branch behind the name of a bank: Ngân hàng Nhà nước │chi nhánh tỉnh Phú Thọ."""
YOUTH = re.compile(
    capitals(
        r" (?:Đoàn )?(?:TNCS|[Tt]hanh niên [Cc]ộng sản) Hồ Chí Minh"
        r"(?: (?:tỉnh|thành phố|TP|huyện|thị xã|quận|xã|phường)(?: [A-ZĐ]\w*){0,4})?"
    )
)
"""The league whose committee it is."""
TEAM = re.compile(
    capitals(
        r"(?:[Đđ]oàn|[Tt]ổ) (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra|(?<=[Tt]ổ )đại biểu)(?: số \d+)?(?: liên ngành)?(?: số \d+)?"
        r"(?:(?:,? (?!(?:đã|vừa|do|có|về|làm|họp|tổ|đến|của)\b)[^\W\d]+| (?:năm )?\d{4}){1,14}? của(?= [A-ZĐ]))?"
        r"(?: (?:của )?[A-ZĐ]\w*(?: (?!(?:đã|vừa|do|có|về|làm|họp|tổ|mở|nghe)\b)(?:TP\.|\w+(?:\.\w+)*|[-–&])){0,10}?"
        r"|(?<=\d)(?= của| do| đã)"
        r"|(?<=liên ngành)(?: (?!(?:đã|vừa|do|có|về|làm|họp|tổ|đến|của|gồm)\b)[^\W\d]+){0,10})"
        r"(?=,| (?:đã|vừa|do|có|về|làm|họp|tổ|mở|nghe|đến|gồm|ứng|tiếp xúc|của(?= thành| tỉnh| huyện))\b)"
    )
)
"""A team with the body that sent it."""
TERM = re.compile(r",? (?:khóa|khoá|nhiệm kỳ) .*")
GROUP = re.compile(
    capitals(
        r"^(?:(?:[Hh]ội trường|[Cc]ác|[Tt]oàn thể|[Đđ]ại biểu|[Ll]ãnh đạo|[Tt]hành viên|[Đđ]ại diện"
        r"|[Tt]ập thể|đồng chí|[Ủủ]y viên) )+(?=[A-ZĐ])"
        r"|^(?:tỉnh|huyện|thành phố|thị xã), (?=(?:huyện|xã|phường|thị trấn) [A-ZĐ])"
    )
)
"""What stands before the name: whose leaders they are, the place of another meeting."""
LONG_HEADS = (
    "bcđ",
    "ban quản lý dự án",
    "ban qlda",
    "bqlda",
    "chi bộ",
    "cụm thi đua",
    "khối thi đua",
    "ban chỉ đạo",
    "ban chỉ huy",
    "bộ chỉ huy",
    "ủy ban chỉ đạo",
    "tổ công tác",
    "tiểu ban",
    "ban đại diện",
    "ban tổ chức",
    "hội đồng",
    "ủy ban",
)
STOPS = (
    r"(?:gồm|đã|vừa|họp|tổ chức|khai mạc|bế mạc|chủ trì|diễn ra|làm việc|có|sáng|chiều|ngày|yêu cầu|đề nghị"
    r"|giao(?! thông)|nhằm|để|thảo luận|xem xét|cho|nghe|với"
    r"|trong|theo|từ|tại|trình (?:HĐND|kỳ|UBND|Ban|bày)|tiếp tục|năm|tháng|quý|khi|do|đánh giá"
    r"|triển khai|mới đây|gần đây|vừa qua|hôm|làm|quyết định|triệu tập|phối hợp|sơ kết|tổng kết|giao ban"
    r"|mở (?:hội|cuộc|phiên|đại|lớp))"
)
LISTING = r",(?= [^\W\d_]+(?: [^\W\d_]+){1,8} (?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường) [A-ZĐ])"
"""The comma in a name that goes on to its place: Tiểu ban An ninh│,│ trật tự bầu cử huyện A."""
FIELD = r"(?:phổ cập|tìm kiếm|cứu hộ|cứu nạn|phát triển|kế hoạch|gia đình|xây dựng|nếp sống|an toàn|khuyến học|khen thưởng)\b"
"""What goes on such a name behind a dash: Ban Chỉ đạo xóa mù chữ - │phổ cập│ giáo dục huyện."""
QUOTED = r"[“\"][^“”\"\n]{3,80}[”\"](?: \([^)]{2,24}\))?"
"""A movement in it by its name: Ban Chỉ đạo phong trào │"Toàn dân đoàn kết …" (TDĐK)│ huyện."""
LONG = re.compile(
    rf"(?:{LISTING}| (?!(?:là|được|sẽ|giúp|cần|về việc)\b|{STOPS}\b)"
    rf"(?:[Pp]hòng, chống|{QUOTED}|(?!- (?!{FIELD})[^{CAPITALS}])(?:TP\.|(?:[\w/’&-]|\.(?=\w))+)|\([A-ZĐ]{{2,12}}\))){{1,24}}?"
    rf"(?=(?!{LISTING})[,;.:)\n]| (?:về|{STOPS})\b|$)"
)
"""What belongs to the name of a committee: what it is there for."""
PERSON = re.compile(
    rf"(?<!phố)(?<!\bTP)(?<!TP\.)(?<!THPT)(?<!THCS)(?<!học)(?<!viện)"
    rf" (?:{'|'.join(sorted(SURNAMES - {'An', 'Hà', 'Tô'}))}) [{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,2}}$"
)
"""A person's name behind that of a committee."""
OF_KIND = re.compile(r"(?:Thường trực )?(?:UBND|HĐND|Đảng ủy) (?:xã|phường|huyện|tỉnh|quận)")
"""A body by the kind of its place alone."""
TITLE, HEAD = re.compile(r"^BIÊN BẢN\b", re.MULTILINE), 400
"""The title of minutes, and code points in which it stands."""
BARE = {
    kind: (kind,)
    for kind in (
        "chi bộ",
        "hội đồng",
        "ban chỉ đạo",
        "tiểu ban",
        "tổ công tác",
        "đoàn công tác",
        "ban tổ chức",
        "ban đại diện",
        "ban chấp hành",
    )
} | {"ủy ban": ("ubnd", "ủy ban"), "thường trực": ("thường trực",), "ban thường vụ": ("ban thường vụ",)}
"""Bodies named by their heads alone, by what their names in full begin with."""
LONG_BEFORE_ABOUT = 3
"""Blanks in a committee's name before which "về" begins what the meeting is about, not what the committee is there for."""
LED = r"(?:(?:Thực hiện|Theo|Căn cứ|Tiếp tục|Trong khuôn khổ|Trong chương trình) [^.;]{3,160}?, )?"
"""What may stand before the day: Thực hiện kế hoạch giám sát, │ngày 12/3, Ban Pháp chế làm việc với …"""
DAY = r"(?:(?:(?:Vào|Trong|Buổi) )?(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Nn]gày|[Hh]ôm(?: nay| qua)?)|[Tt]rong (?:hai |ba |\d )?ngày)"
WORKED = re.compile(
    rf"(?:[^.]{{0,40}}[)\-–] ?)?(?:{LED}{DAY}[^,.;]{{0,40}}, )?(?:[Ss]au khi )?(?:[Nn]ghe báo cáo[^.;]{{0,80}} và )?"
    r"[Ll]àm việc (?:trực tiếp )?(?:với|cùng|tại) [^.;]{3,140}, "
)
SAYS = re.compile(
    r" (?:đã |cũng |vừa )?(?:đề nghị|yêu cầu|nhấn mạnh|ghi nhận|đánh giá|kết luận|chỉ ra|kiến nghị|lưu ý|biểu dương|cho rằng|thống nhất)\b"
)
"""How a sentence opens that tells first with whom a body worked, and what that says then: làm việc với Sở Y tế, │Ban B│ đề nghị …"""

ALONG = re.compile(
    r"\)?,? (?:cùng|và)(?: với)?(?: các| một số| tập thể)?(?: lãnh đạo| đại diện)*"
    r" (?:[^.;]{3,160}(?:,|và) )?"
)
"""Between a person and a body that comes with him."""
OF_HIS = re.compile(r"(?:[Đđ]oàn|[Tt]ổ) (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra|liên ngành)|(?:các )?(?:đồng chí|[Ủủ]y viên) ")
"""A team, which holds what he is there for, and those who sit on a body with him."""


def fuller(page: Page, name: str) -> str:
    """The name in full of what is named by its head alone ("phiên họp của Ban Chỉ đạo"), where the text tells it, not merely an office."""
    if kinds := BARE.get(name.lower().replace("uỷ", "ủy")):
        named = (body for body in page.all(BodyMention) if not body.what.person and body.what.name.lower().startswith(kinds))
        every = (PERSON.sub("", whole(page.text, body)[0]) for body in named)
        return next((full for full in every if full.count(" ") > name.count(" ")), name)
    return name


def headed(page: Page, name: str) -> str:
    """The name with that of the place in the head of minutes, where it has only its kind: UBND xã │ Pa Hậu."""
    kind = name.rpartition(" ")[2]
    if not OF_KIND.fullmatch(name) or not TITLE.search(page.text, 0, HEAD):
        return name
    places = {place for _, _, place, of in heads(page.text) if of == kind}
    return f"{name.removesuffix(kind)}{places.pop()}" if len(places) == 1 else name


def placed(page: Page, name: str) -> str:
    """The name with its place, where it ends with the kind alone and the text tells both: Đảng ủy xã │ Mỹ Thuận."""
    kind = name.rpartition(" ")[2]
    at = page.text.find(f"{name} ") if kind in PLACED else -1
    while at >= 0:
        of = at + len(name) - len(kind)
        if place := next(iter(page.within(PlaceMention, Span(of, of + 1))), None):
            return f"{name.removesuffix(kind)}{place.what.name}"
        at = page.text.find(f"{name} ", at + 1)
    return name


def is_body(body: Found[BodyMention]) -> bool:
    """Whether what is named is a body of its own: no person, nor a group such as doanh nghiệp."""
    return not body.what.person and not body.what.name.islower() and body.what.name.lower() not in GROUPS


def is_to_be(page: Page, sentence: Span) -> bool:
    """Whether a sentence says what is to be done, behind what somebody asks in its paragraph: Sở Giao thông │làm việc với│ nhà thầu."""
    block = page.block_at(sentence.start)
    asked = block is not None and ASKS.search(page.text, block.span.start, sentence.start) is not None
    return asked and DATED.search(page.text, sentence.start, sentence.end) is None


def whole(text: str, body: Found[BodyMention], reaching: int = 0) -> tuple[str, int]:
    """The name with what belongs to it beyond what is marked: an abbreviation, what a committee is there for; and where it ends.

    reaching  where the agency ends that begins with the body, if one does
    """
    start, end = body.span.start, body.span.end
    if reaching > end and text[end:reaching].islower():
        end = reaching
    if match := TEAM.match(text, start):
        end = max(end, match.end())
    for more in (ABBREVIATED, AGAINST, BRANCH, YOUTH):
        if match := more.match(text, end):
            end = match.end()
    long = LONG.match(text, end, end + 200) if body.what.name.lower().startswith(LONG_HEADS) else None
    if long and (body.what.name.count(" ") >= LONG_BEFORE_ABOUT or not long[0].startswith(" về ")):
        end = long.end()
    return GROUP.sub("", TERM.sub("", text[start:end])), end


def worked_with(text: str, opens: int, start: int, end: int) -> bool:
    """Whether the sentence opens with whom the body at `start`..`end` worked, and goes on to what that says."""
    return WORKED.fullmatch(text, opens, start) is not None and SAYS.match(text, end) is not None


def comes_along(page: Page, sentence: Span, start: int, body: str) -> bool:
    """Whether a body at `start` only comes with a person named before it: Phó Chủ tịch A cùng │Sở Tài chính│ đi kiểm tra.

    Not where he holds an office of it (Trưởng Đoàn A cùng │Đoàn ĐBQH tỉnh│), nor a team or those who sit on a body with him.
    """
    before = page.within(Holder, Span(sentence.start, start)) if sentence.start < start else ()
    person = next((found for found in reversed(before) if found.what.name), None)
    if person is None or OF_HIS.match(page.text, start) or not ALONG.fullmatch(page.text, person.span.end, start):
        return False
    return holds_office(person.what.offices, body) != "True"
