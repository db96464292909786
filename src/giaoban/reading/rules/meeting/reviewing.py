"""Whom the meeting is with or about: the body or place that is visited, inspected, met with; None for a general conference.

"làm việc với UBND huyện Thanh Ba về …"                       UBND huyện Thanh Ba
"tại buổi làm việc với Bí thư Tỉnh ủy, Chủ tịch UBND huyện X đề nghị"    UBND huyện X: he answers for it
"hội nghị trực tuyến với các địa phương"                      none
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.gates import Gated
from giaoban.reading.letters import NAME
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.meeting.convening_minutes import BETWEEN
from giaoban.reading.rules.meeting.convening_names import is_to_be
from giaoban.reading.rules.meeting.witnesses import Witness
from giaoban.reading.rules.named.days import DATE, TODAY
from giaoban.reading.rules.named.persons import Holder
from giaoban.reference.places import STOPPED

BODY = (
    r"(?:\d+ |các )?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh(?! ta)|UBND|HĐND|Sở|Chi cục|Cục|[Cc]ông ty"
    r"|[Tt]ổng công ty"
    r"|Tập đoàn|[Nn]hà máy|[Xx]í nghiệp|[Kk]hu kinh tế|[Kk]hu công nghiệp"
    r"|[Cc]hợ|[Cc]ảng|[Cc]ửa khẩu|[Ss]ân bay|[Bb]ến xe|[Đđ]ồn|[Tt]rạm|[Bb]ệnh viện|[Tt]rung tâm|[Tt]rường(?! hợp| bắn)|Viện|Kho bạc"
    r"|Ngân hàng|Công an|Hội|Liên đoàn|Ban|Phòng|Đảng ủy|Đảng bộ|Chi bộ|Huyện ủy|Thị ủy|Thành ủy"
    r"|Quận ủy|Tỉnh ủy|(?:Tỉnh|Huyện|Thị|Thành|Quận) đoàn|tập thể)\b(?! họp| khách)"
)
"""How the name begins of whom one works with, told by the place: làm việc tại │UBND xã Mỹ Thuận."""
NAMED = r"(?!(?:Đồng bằng|Tây|Đông|Bắc|Nam|Trung|Hội|Lễ|Nhà) )[A-ZĐ]\w+ [A-ZĐ]"
"""How the name of a place begins that is told without its kind: kiểm tra việc chuẩn bị tại │Đô Lương; no part of the country."""
REVIEWED = Gated(
    r"(?:[Ll]àm việc(?: (?:trực tuyến|trực tiếp|định kỳ|thường kỳ|tập thể|chuyên đề|[“\"][^”\"]{3,40}[”\"]))? (?:với|cùng)"
    r"|(?:[Bb]uổi|[Cc]uộc) làm việc (?:giữa|của) [^.;]{3,70}? (?:với|cùng)(?! các)"
    r"|họp(?: trực tuyến| trực tiếp| bằng hình thức trực tuyến)? (?:với|cùng)(?= [A-ZĐ])"
    rf"|(?<!đang )(?<!hiện )(?<!từng )làm việc (?:trực tiếp )?tại(?= {BODY}| [Cc]ông trường )"
    rf"|(?:đã|vừa|tiến hành|trực tiếp|đi|đến|về|buổi|cuộc) (?:kiểm tra|giám sát|khảo sát)(?: thực tế| trực tiếp)* tại(?= {BODY})"
    rf"|(?<!oàn )(?<!ổ )(?<!uộc )(?<!uổi )(?<!khi )(?<!ua )(?<!quả )(?<!sau )(?<!lần )(?:kiểm tra|giám sát|khảo sát) tại(?= {BODY})"
    r"|(?<!oàn )(?<!ổ )(?<!uộc )(?<!uổi )(?<!khi )(?<!ua )(?<!quả )(?<!sau )(?<!lần )(?<!sự )(?:kiểm tra|giám sát)"
    r"(?= (?:Bệnh viện|UBND|Sở|Công ty|Trung tâm|Đảng ủy|Chi bộ|Trường|Nhà máy|Xí nghiệp|Ban Quản lý) [A-ZĐ])"
    rf"|làm [Tt]rưởng [Đđ]oàn,? (?:kiểm tra|giám sát|khảo sát) tại(?= {BODY})"
    rf"|(?:đã|vừa|đến|về|xuống|tiến hành) (?:kiểm tra|giám sát|khảo sát) (?:việc|công tác|tình hình) [^.;]{{3,140}} tại(?= {BODY})"
    r"|(?:tiến hành|đã|vừa) (?:kiểm tra|giám sát)(?: đối với)?(?= (?:Đảng ủy|Đảng uỷ|Ban Thường vụ|Ban Chấp hành|Huyện ủy|Quận ủy|Thị ủy"
    r"|Chi bộ|UBND|Đảng bộ|Chi ủy)\b)"
    r"|\b[Nn]ghe(?= (?:Ban Thường vụ|Đảng [uủ][ỷy]|Huyện [uủ][ỷy]|Quận [uủ][ỷy]|Thị [uủ][ỷy]|Thành [uủ][ỷy]"
    r"|UBND (?:huyện|xã|phường|thị|thành|quận)"
    r"|Ban Quản lý|Tập đoàn|Tổng công ty|Công ty)[^.;,]{3,60} báo cáo)"
    r"|(?:công bố|thông báo|triển khai) (?:dự thảo |[Qq]uyết định |[Kk]ết luận |[Kk]ế hoạch )+[^.,;]{0,40}"
    r"(?:kiểm tra|giám sát|thanh tra|kiểm toán)(?:[^.,;]{0,50} (?:đối với|tại)|[^.;]{0,90} đối với)"
    rf"|(?<!oàn )(?<!ổ )(?:kiểm tra|giám sát|khảo sát) (?:[^.,;]{{3,90}} của(?= {BODY})|[^.,;]{{3,180}} tại(?= (?:{BODY}|{NAMED})))) "
    rf"(?P<who>(?:[^.;:(]|(?<=\b(?:{'|'.join(STOPPED)}))\.){{4,160}}?)"
    r"(?= (?:như|về|nhằm|để|đánh giá|rà soát|nghe|thống nhất|tháo gỡ|giải quyết|liên quan|xung quanh"
    r"|do|báo cáo|nhân|qua|với|giai đoạn|nhiệm kỳ|năm|tại (?:hội trường|trụ sở|phòng họp|văn phòng)"
    r"|trong|khi|việc|tình hình|theo|sáng|chiều|hôm|ngày|vào|đã|bàn|rồi|và (?:\d+|khảo sát|kiểm tra|giám sát|thăm|thị sát|trao|đi)) "
    r"|,(?! (?:UBND|HĐND|Đảng ủy|Cục|Vụ|Sở|Ban [Cc]hấp hành|Ban(?=,)|chính quyền"
    rf"|ngành|ban|địa phương|phó|các|sở|đoàn thể|xã|phường|huyện|Ban [Qq]uản lý|Phòng|phòng)\b)|[;:(]|(?<!\b(?:{'|'.join(STOPPED)}))\.|$)"
)  # fmt: skip
ASIDE = re.compile(r"\s*(?:Trước đó|Cùng ngày|Sau đó|Tiếp đó|Trước khi|Ngày hôm trước)\b")
"""What opens a sentence of another meeting than the one told of."""
AHEAD = re.compile(r"(?:sẽ|dự kiến)(?: (?:tiếp tục|tổ chức|trực tiếp|có|buổi|cuộc|đi|đến|tới|về))* $")
"""Before whom one is yet to work with: theo kế hoạch, Đoàn sẽ │làm việc với …"""
AFTER = re.compile(r"[Ss]au khi(?: đã)?(?: đi| về| đến)? $")
"""Before whom they had worked with earlier: sau khi đã │làm việc với xã Thạnh Hội, ngày 19/10 …"""
RECEIVED = Gated(r"\btiếp(?: xã giao)?(?:,? (?:và )?làm việc với)? (?:các )?[Đđ]oàn\b[^.;]*$")
"""Before whom guests came to work with, who is their host: tiếp đoàn công tác của Bộ Y tế đến │làm việc với tỉnh."""
GUESTS = 260
"""Code points in which that stands."""
WITH = re.compile(r"[Ll]àm việc|họp")
WORKED = re.compile(r"(?:rồi|sau đó|tiếp đó|trước khi|và) (?:có [Bb]uổi |đã |đến |thăm và )*(làm việc (?:với|cùng) )")
"""What goes on to the meeting itself: kiểm tra tại 3 phường rồi │làm việc với UBND tỉnh."""
ITEM = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)/]|[-–+•*]|[a-zđ][.)]) ")
CONCLUSIONS = re.compile(r"\n(?:[IVX\d]{1,4}[.)/] ?)?(?:(?:Ý KIẾN |Ý kiến )?KẾT LUẬN|Kết luận của|NHIỆM VỤ)\b|[Kk]ết luận(?: như sau)?:\n")
"""How conclusions open, in whose items nothing is told of the meeting itself."""
YET = 32
"""Code points in which that stands."""
KNOWN = re.compile(r"(?:[Bb]uổi|[Cc]uộc) làm việc|Làm việc|Nghe|kiểm tra|(?:đã |vừa )(?:giám sát|khảo sát)")
OF_WORK = re.compile(r"BIÊN BẢN\s+(?:LÀM VIỆC|KIỂM TRA|GIÁM SÁT)")
HEAD = 600
"""Code points in which minutes say that they are of work with somebody."""
NOT_REVIEWED = Gated(
    r"(?:Đoàn(?=$|,| [a-zđ])|nhau|báo chí|phóng viên|[Đđ]oàn (?:công tác|kiểm tra|giám sát|thanh tra|kiểm toán|doanh nghiệp|chuyên gia)"
    r"|chúng tôi"
    r"|(?:nhà đầu tư|chủ đầu tư|nhà thầu|đơn vị thi công|tư vấn|đối tác)$"
    r"|chủ cơ sở|(?:các |từng )?hộ\b|bà con|người dân|cơ quan chức năng)\b"
)
"""Who is none that is reviewed: the team itself, the press, whoever is told of by his trade alone."""
MANY = re.compile(r"(?:\d+|các|nhiều) (?:tỉnh|thành phố|huyện|quận|xã|địa phương|bộ|sở|điểm cầu|đơn vị)\b")
"""Whoever takes part in a meeting held with them all is not reviewed by it."""
SEVERAL = re.compile(r"(?:các|\d+) ")
"""What begins a list of them."""
REST = re.compile(rf"(?:, (?!Bí thư|Chủ tịch|Phó |Giám đốc|Bộ trưởng|Thủ tướng|Trưởng |Thứ trưởng){NAME})*(?: và {NAME})?")
"""The others of a list: các huyện Duy Xuyên│, Quế Sơn và Núi Thành."""
PLACE = re.compile(
    r"\b(?:Trường|THCS|THPT|[Tt]iểu học|[Mm]ầm non|đường|Học viện|Đại học|ĐH|Bệnh viện"
    r"|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh) $"
)
"""What makes a name that of a place: huyện │Dương Minh Châu."""
LEADERS = re.compile(r"^(?:(?:tập thể |các đồng chí )?(?:lãnh đạo|đại diện(?: lãnh đạo)?) )(?=UBND|HĐND|Tỉnh|Thành|Huyện|Ban|Sở|Cục|Bộ)")
"""Whoever speaks for a body; the body is named."""
HEAD_OF = re.compile(
    r"(?:phó )?(?:chủ tịch|bí thư(?: thường trực)?|giám đốc|cục trưởng|trưởng ban|hiệu trưởng|tổng giám đốc) (?P<body>.+)", re.IGNORECASE
)
PARTY = re.compile(r"(?:huyện|quận|thị|thành|tỉnh) ?[uủ][ỷy] ", re.IGNORECASE)
PLACES = {"huyện": "huyện", "quận": "quận", "thị": "thị xã", "thành": "thành phố", "tỉnh": "tỉnh"}


TOLD_BY = 2
"""Sentences told, of those that tell most, in which it stands whom the meeting is with; others tell of tasks and of other meetings."""


def reviewed(page: Page, told: tuple[Witness, ...]) -> str | None:
    """The body or place under review as the witnesses name it; None for a conference of many."""
    if between := BETWEEN.search(page.text, 0, HEAD):
        return between["other"]
    most = max(told, key=lambda each: each.points, default=None)
    for witness in told[:TOLD_BY]:
        if ASIDE.match(page.text, witness.span.start) or is_to_be(page, witness.span):
            continue
        match = _said(page.text, witness.span)
        if match is None or NOT_REVIEWED.match(match["who"]) or (match[0].startswith("họp") and MANY.search(match["who"])):
            continue
        if RECEIVED.search(page.text, max(witness.span.start, match.start() - GUESTS), match.start()):
            continue
        if AHEAD.search(page.text, max(witness.span.start, match.start() - YET), match.start()):
            continue
        if _concluded(page.text, witness.span):
            continue
        known = KNOWN.search(page.text, max(0, match.start() - 12), match.end())
        if not (
            witness.day
            or known
            or (witness is most and not DATE.search(page.text, witness.span.start, witness.span.end))
            or OF_WORK.search(page.text, 0, HEAD)
            or TODAY.search(page.text, witness.span.start, witness.span.end)
        ):
            continue
        who = Span(match.start("who"), match.end("who"))
        if not any(found.what.name and not _place(page, found) for found in page.within(Holder, who)):
            more = REST.match(page.text, who.end) if SEVERAL.match(match["who"]) else None
            end = more.end() if more else _whole(page, who)
            return LEADERS.sub("", page.text[who.start : end].strip())
        if known and (answers := next(_answering(page, (who.end, witness.span.end), (witness.span.start, match.start())), None)):
            return answers
    return None


def _whole(page: Page, who: Span) -> int:
    """Where the name of a body ends that a comma within it would cut: Sở Văn hóa│, Thể thao và Du lịch."""
    if page.text[who.end : who.end + 1] != ",":
        return who.end
    return max([who.end, *(found.span.end for found in page.within(BodyMention, who))])


def _said(text: str, sentence: Span) -> re.Match[str] | None:
    """How a sentence says whom they met: whom they worked with at last, before what they looked at on the way; none of before."""
    first = REVIEWED.search(text, sentence.start, sentence.end)
    if first is None or not (
        (gone_by := AFTER.search(text, max(sentence.start, first.start() - YET), first.start())) or not WITH.match(first[0])
    ):
        return first
    at_last = WORKED.search(text, first.end(), sentence.end) if not gone_by else None
    start = at_last.start(1) if at_last else first.end()
    later = REVIEWED.search(text, start, sentence.end)
    return later if gone_by or (later and at_last) else first


def _concluded(text: str, sentence: Span) -> bool:
    """Whether it is an item of what somebody concluded: III. KẾT LUẬN … │3. Ủy ban Kiểm tra kiểm tra dấu hiệu vi phạm tại …"""
    line = text.rfind("\n", 0, sentence.start) + 1
    return ITEM.match(text, line, sentence.end) is not None and CONCLUSIONS.search(text, 0, line) is not None


def _place(page: Page, found: Found[Holder]) -> bool:
    """Whether what reads as a name is that of a place: huyện Dương Minh Châu."""
    start = found.span.start
    return not found.what.offices and PLACE.search(page.text[max(0, start - 12) : start]) is not None


def _answering(page: Page, *where: tuple[int, int]) -> Iterator[str]:
    """The bodies whose heads speak where the other side of the meeting is a person; nobody does in a stretch without letters."""
    for span in [Span(start, end) for start, end in where if start < end]:
        for found in page.within(Holder, span):
            for office in found.what.offices:
                if match := HEAD_OF.fullmatch(office):
                    yield _body(match["body"])


def _body(name: str) -> str:
    """The place of a Party committee (huyện uỷ Thanh Trì: huyện Thanh Trì), else the body itself."""
    party = PARTY.match(name)
    kind = name.split(" ", maxsplit=1)[0].lower()
    return f"{PLACES[kind]} {name[party.end() :]}" if party and kind in PLACES else name
