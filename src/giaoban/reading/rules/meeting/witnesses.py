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
from giaoban.reading.rules.named.days import SAID, TODAY, held_day
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import FIGURES, Syllables, sign

NOUN = (
    r"(?:[Hh]ội [Nn]ghị|[Cc]uộc họp|[Bb]uổi họp|[Bb]uổi làm việc|[Cc]uộc làm việc|[Pp]hiên họp|[Kk]ỳ họp|[Bb]uổi giao ban|[Gg]iao ban"
    r"|[Hh]ọp giao ban|(?:[Bb]uổi|[Cc]uộc) đối thoại|[Pp]hiên (?:bế|khai) mạc|[Pp]hiên (?:thảo luận|chất vấn|giải trình)|[Hh]ội thảo"
    r"|(?:[Bb]uổi )?[Cc]à phê doanh (?:nhân|nghiệp)|[Bb]uổi (?:gặp mặt|gặp gỡ)|(?:[Bb]uổi|[Cc]uộc) tọa đàm"
    r"|(?:[Bb]uổi|[Pp]hiên|[Cc]uộc) tiếp (?:công )?dân)"
)
WORDS = frozenset(("họp", "phiên", "mạc", "đb", "nghe"))
PAIRS = frozenset((
    ("hội", "nghị"), ("chủ", "trì"), ("chủ", "tọa"), ("sơ", "kết"), ("làm", "việc"), ("kết", "luận"), ("giao", "ban"), ("tổng", "kết"),
    ("chủ", "toạ"), ("thông", "qua"), ("thảo", "luận"), ("thời", "gian"), ("hôm", "nay"), ("vào", "lúc"), ("vào", "hồi"),
    ("đối", "thoại"), ("cuộc", "kiểm"), ("buổi", "kiểm"), ("chuyến", "kiểm"), ("cuộc", "khảo"), ("chuyến", "khảo"),
    ("hội", "thảo"), ("đại", "biểu"), ("tọa", "đàm"), ("ý", "kiến"), ("đại", "hội"), ("giám", "sát"), ("đoàn", "kiểm"), ("đi", "kiểm"),
    ("xuống", "kiểm"), ("đến", "kiểm"), ("về", "kiểm"), ("tới", "kiểm"), ("hành", "kiểm"), ("khảo", "sát"), ("cà", "phê"), ("gặp", "mặt"),
    ("gặp", "gỡ"), ("sinh", "hoạt"), ("bước", "sang"), ("bước", "vào"), ("tiếp", "công"), ("tiếp", "dân"),
    ("kiểm", "điểm"), ("điều", "hành"), ("chất", "vấn"),
    ("công", "bố"), ("kiểm", "tra"), ("biên", "bản"), ("cử", "tri"), ("thị", "sát"), ("thẩm", "tra"), ("nắm", "tình"),
))  # fmt: skip
"""A sentence without any of these words or pairs tells of no meeting."""
FIRST = frozenset(one for one, _ in PAIRS)
ALONE_TELLS, BEGINS_PAIR, ENDS_PAIR = sign(words=WORDS), sign(words=[one for one, _ in PAIRS]), sign(words=[other for _, other in PAIRS])

Weighed = tuple[tuple[Gated, float], ...]
MEETING = Gated(NOUN)
BY_NAME: Weighed = tuple((Gated(capitals(pattern)), points) for pattern, points in (
    (rf"(?:[Tt]ại|[Tt]rong|[Tt]rước|[Kk]ết thúc) (?:\w+ ){{0,2}}{NOUN}", 1),
    (
        (rf"(?:[Cc]hủ trì|[Cc]hủ tọa|[Đđ]iều (?:hành|khiển)|[Kk]ết luận|chỉ đạo|[Kk]hai mạc|[Bb]ế mạc|[Cc]hốt lại|[Kk]hép lại)"
        rf"(?: tại| về)? {NOUN}"),
        2,
    ),
    (rf"(?:kết luận|KẾT LUẬN)\s+của [^.;]{{3,110}} tại (?:\w+ ){{0,2}}{NOUN}", 2),
    (rf"(?:mời|triệu tập) [^.;]{{3,60}} (?:dự|họp) {NOUN}", 1),
    (rf"\d\)?,[^.;]{{3,160}} (?:đã|và|đến|tới) (?:tham )?dự {NOUN}", 1),
    (rf"(?:[Qq]uang|[Tt]oàn) cảnh {NOUN}", 1),
    (rf"ngày(?: làm việc)? thứ \w+(?: \([^)]{{2,12}}\))?,? (?:của )?{NOUN}", 1),
    (rf"{NOUN}[^.;]{{0,80}} bước (?:sang|vào) (?:ngày|nội dung|phần|phiên)", 1),
    (rf"{NOUN} do [^.;]{{3,80}} (?:tổ chức|triệu tập|chủ trì)", 1),
    (
        (rf"{NOUN}(?:[^.;]|(?<=TP)\.){{0,160}}(?:diễn ra|tổ chức|chủ trì|tổng kết|sơ kết|khai mạc"
        r"|bế mạc|khép lại|kết thúc|thông qua|nghe|cho ý kiến"
        r"|hoàn thành (?:toàn bộ|các|những|chương trình)|dành (?:trọn|cả|phần lớn|một|nửa|hơn|gần))"),
        1,
    ),
    (rf"(?:t[ổô] chức|tiến hành|khai mạc|bế mạc|họp|mở|triển khai|tiếp tục|diễn ra)(?: \w+){{0,3}} {NOUN}", 1),
    (r"[Hh]ội nghị (?<!ại [Hh]ội nghị )(?<!, [Hh]ội nghị )[A-ZĐ][^.;]{3,90} (?:đánh giá|sơ kết|tổng kết|kiểm điểm)\b", 1),
    (rf"{NOUN}(?: \w+){{0,4}} (?:sơ kết|tổng kết|triển khai|giao ban|trực tuyến|thường kỳ|đánh giá)", 1),
))  # fmt: skip
"""What bears witness in a sentence that names a meeting."""
BY_DEED: Weighed = tuple((Gated(capitals(pattern)), points) for pattern, points in (
    (r"có (?:cuộc|buổi|chuyến) (?:kiểm tra|làm việc|họp|khảo sát)", 1),
    (r"[Ll]àm việc(?: (?:trực tuyến|trực tiếp|định kỳ|thường kỳ|tập thể|chuyên đề))? với (?!nhau)", 1),
    (
        (r"(?:[Hh]ọp|[Gg]iao ban|[Ss]ơ kết|[Tt]ổng kết)(?: trực tuyến)?(?: \w+){0,3} "
        r"(?:công tác|tình hình|nhiệm vụ|hoạt động|với|về|đánh giá|bàn|triển khai)"),
        1,
    ),
    (r"(?:thảo luận|biểu quyết)(?: và)? thông qua", 1),
    (r"(?:[A-ZĐ]\w*|[Hh]uyện|[Tt]ỉnh|xã|phường|phố|quận|ủy) (?:giao ban|đối thoại với)\b", 1),
    (r"[Tt]ại (?:buổi|cuộc|phiên) (?:giám sát|khảo sát|kiểm tra|tổng kết|sơ kết|gặp gỡ|tiếp xúc|tọa đàm|gặp mặt)\b", 1),
    ((r"^(?:\([^)]{2,30}\) ?[-–] ?)?(?:Sáng|Chiều|Ngày|Hôm) [^;]{0,120}? "
     r"(?:(?:sơ kết|tổng kết) (?:(?:công tác )?năm|\d+ (?:năm|tháng)|(?:đợt|chương trình|đề án|phong trào|mô hình|cao điểm|quý|giai đoạn))"
     r"|kiểm điểm tiến độ)\b"), 1),
    (
        (r"họp (?:(?<=\d họp )|(?<=\d\) họp )|(?<=\d, họp )|(?<=\d\), họp )|(?<=\b[A-ZĐ] họp )|(?<=[^\W\d]{2} họp ))"
        r"(?<!sẽ họp )(?<!chưa họp )(?<!không họp )(?<!cuộc họp )(?<!phiên họp )"
        r"(?:(?:khẩn|gấp|bất thường|đột xuất|mở rộng|thường kỳ|phiên|toàn thể)\b|kỳ (?:họp )?(?:thứ|\d))"),
        1,
    ),
    (
        (r"[Đđ]ại hội(?: (?!của|sẽ|lần này|tới)[\w–-]+,?){1,25} (?:diễn ra|(?:được )?khai mạc|(?:được )?tổ chức)\b"
        r"(?! (?:vào|từ|trong|dự kiến))"),
        1,
    ),
    (r"(?:đã|vừa|tiếp tục) (?:họp\b(?! báo(?! cáo))|đối thoại (?:với|về))|họp phiên|dưới sự chủ trì|thông báo (?:ý kiến )?kết luận", 1),
    (
        (r"(?:tổ chức|tiến hành|chủ trì|\d\)?,?|[A-ZĐ]\w*|tỉnh|huyện|xã|thành phố|thị xã|phường|quận|ủy|phủ)"
        r" họp (?!báo(?! cáo)|mặt|xét|dân)"),
        1,
    ),
    (
        (r"(?:đại biểu|ĐB)[^.;]{0,40} (?:đã |tiếp tục )(?:thảo luận|chất vấn|cho ý kiến)"
        r"|[Cc]hất vấn (?:[A-ZĐ]|các )[^.;]{2,90}, (?:các )?(?:đại biểu|ĐB)\b|(?:đại biểu|ĐB) [A-ZĐ][^.;]{3,50} chất vấn "),
        1,
    ),
    (r"(?:[A-ZĐ]\w*|[Hh]uyện|tỉnh|xã|ủy|tạo|tổ chức) (?:sơ kết|tổng kết) \d+ (?:năm|tháng)", 1),
    (r"(?:tiến hành|tổ chức|khai mạc|bế mạc)(?: trọng thể)? [Đđ]ại hội", 1),
    (r"[Đđ]ại hội (?:đã |cũng |tiến hành |tiếp tục )*(?:bầu|nghe|thông qua|biểu quyết|thảo luận|khai mạc|bế mạc|nghiêm túc)\b", 1),
    (r"[Đđ]oàn (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra)[^.;]{0,160} làm (?:[Tt]rưởng đoàn|[Tt]ổ trưởng)", 1),
    (r"(?:dẫn đầu|làm [Tt]rưởng) [Đđ]oàn (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra)", 2),
    (r"[Đđ]oàn[^.;]{0,160} (?:đã|vừa) (?:tiến hành |đến |về |đi )*(?:kiểm tra|giám sát|khảo sát)", 1),
    (r"[Đđ]oàn (?:kiểm tra|giám sát)[^.;]{0,110} (?:đến|về|xuống|tiến hành) (?:kiểm tra|giám sát) (?:công|việc|tình|tại)", 1),
    (r"(?:HĐND|Quốc hội|Đại hội)\b[^.;]{0,60} bước (?:sang|vào) (?:ngày|phiên|phần|nội dung)\b", 1),
    (r"(?:tổ chức|tiến hành|có) (?:buổi |cuộc )?sinh hoạt (?:chuyên đề|chi bộ|định kỳ|thường kỳ|tháng)\b", 1),
    (r"[Tt]ại (?:buổi )?(?:tọa đàm|diễn đàn) [^.;]{0,100}\bdo [^.;]{3,80} tổ chức\b", 1),
    (r"[Đđ]oàn (?:giám sát|kiểm tra|khảo sát|công tác)[^.;]{0,60} làm việc (?:tại|với) ", 1),
    (r"tổ chức (?:\w+ ){0,4}(?:tọa đàm|đối thoại)|[Gg]iao ban (?:tháng|quý|tuần|đầu|cuối)", 1),
    (r"(?:buổi đối thoại|đối thoại trực tuyến|gặp (?:mặt|gỡ),? (?:và )?đối thoại)", 1),
    (r"(?:tổ chức|tiến hành) (?:sơ kết|tổng kết|giao ban|kiểm điểm|đánh giá)\b", 1),
    (r"(?:chủ trì|\w, [^.;]{3,60} điều hành)(?:$|[.;]| và (?:phát biểu|kết luận))", 1),
    (r"[Tt]hảo luận (?:(?:ở|tại) )?(?:[Hh]ội trường|[Tt]ổ)\b", 1),
    (
        (r"(?:HĐND|Ban|Đoàn|Ủy ban|MTTQ|UBKT|Thanh tra)\b[^.;]{0,80} (?:giám sát|khảo sát|thẩm tra)"
        r" (?:việc|công tác|tình hình|tại|kết quả|thực|dự|báo)"),
        1,
    ),
    (r"(?:đi|xuống|(?:đã|vừa) (?:đến|về|tới)) (?:kiểm tra|thị sát|khảo sát|nắm tình hình)|tiếp xúc (?:với )?cử tri", 1),
    (
        (r"(?:Thủ tướng|Bộ trưởng|Thứ trưởng|Chủ tịch|Bí thư|Giám đốc|Trưởng [Bb]an) [^.;,]{3,60} (?:kiểm tra|thị sát|khảo sát)"
        r" (?:công tác|tình hình|tiến độ|việc|hiện trường|thực tế)"),
        1,
    ),
    (
        (r"(?:[/-]\d{1,4}|tháng \d{1,2}(?: năm \d{4})?)\)?,? (?:đã |vừa )?(?:sơ kết|tổng kết)"
        r" (?:công tác|hoạt động|phong trào|năm)\b"),
        1,
    ),
    (r"(?:đã|vừa) nghe [^.;]{0,60}báo cáo|^Nghe [A-ZĐ][^.;]{3,90} báo cáo", 1),
    (r"[Kk]ết (?:luận|thúc) (?:buổi|cuộc|đợt) (?:kiểm tra|giám sát|khảo sát|thị sát)", 1),
    (r"^BIÊN BẢN\b|^Họp (?:Ban|Hội đồng|UBND|HĐND|Thường trực|Tổ|Đảng ủy|Chi bộ)\b", 2),
    (r"^của đồng chí [^.;]{3,110} tại (?:\w+ ){0,2}" + NOUN, 2),
    (r"mời [^.;]{3,90} (?:tới|đến|về) (?:bàn|họp|dự)\b", 1),
    (r"(?:đã|đến|về|tới) làm việc tại (?:UBND|HĐND|Sở|Cục|(?:Đảng|Huyện|Thị|Thành|Tỉnh) ủy|huyện|xã|phường|thị xã|thành phố)\b", 1),
    (r"(?:công bố|triển khai|thông báo) (?:dự thảo )?(?:[Qq]uyết định|[Kk]ết luận|[Kk]ế hoạch) (?:kiểm tra|giám sát) ", 1),
    (r"tổ chức (?:buổi )?công bố (?:dự thảo )?[Kk]ết luận|(?:chủ trì|[Tt]ại|[Kk]ết thúc) buổi công bố", 1),
    (r"^(?:[Cc]hủ trì|[Cc]hủ tọa|[Cc]hủ toạ|CHỦ TRÌ)(?: (?:cuộc họp|hội nghị|buổi họp))? ?:", 2),
    (
        (r"^(?:(?:[-–+•*]|[IVX]{1,4}[.)/]|\d{1,2}[.)]) ?)?"
        r"(?:Thời gian(?:,? (?:và )?địa điểm)?|Hôm nay,? (?:vào )?(?:hồi|lúc|ngày))[ :].{0,30}\d"
        r"|^(?:[-–+•*] ?)?(?:Vào )?(?:[Hh]ồi|[Ll]úc) \d{1,2} ?(?:giờ|h|g)\b[^.;]{0,60} (?:tại|ở) "
        r"(?:[Hh]ội trường|[Tt]rụ sở|[Pp]hòng|[Vv]ăn phòng|[Nn]hà văn hóa|UBND|Ủy ban)\b"),
        2,
    ),
    (r", hôm nay,? ngày \d[^.;]{3,30}, Đoàn\b", 2),
))  # fmt: skip
"""What bears witness in any sentence."""
BORNE = (*BY_NAME, *BY_DEED)
BESIDE = tuple(Gated(pattern.said.replace(capitals(NOUN), ".+")) for pattern, _ in BY_NAME)
"""What stands beside the name of the meeting in each of the first."""
OTHER = Gated(
    r"(?:buổi làm việc|cuộc họp|hội nghị|phiên họp|kỳ họp) (?:trước|lần trước|sau|tới)\b|sẽ (?:diễn ra|họp|tổ chức)"
    r"|không (?:thực hiện )?(?:tổ chức|họp)|dự kiến (?:diễn ra|họp|tổ chức|ngày|vào)|họp báo(?! cáo)|[Tt]rước đó|mới đây|gần đây|Cùng ngày"
)
"""What speaks of another meeting than the one reported."""
JUST = Gated(rf"{NOUN}[^.;]{{0,110}} vừa (?:diễn ra|được tổ chức|kết thúc|bế mạc)\b")
"""What says of a meeting, where a text begins, that it is over: tại hội nghị tổng kết │vừa diễn ra│ ở Huế."""
DATED = 2.0
"""What a day bears."""
RECENTLY = ("mới đây", "gần đây")
"""What says so only far from the start: tại cuộc họp mới đây, …"""
HELD_BY = Gated(
    rf"(?:{NOUN}|(?:[Bb]uổi )?(?:gặp gỡ|tọa đàm))(?:[^.;]{{0,100}} do [^.;,]{{3,80}} (?:tổ chức|triệu tập)| giữa [^.;]{{3,80}} với )"
)
"""What opens a text that is about that meeting: Nhiều doanh nghiệp kêu khó tại hội nghị do Sở Công Thương tổ chức."""
NAMES, TURNS, SAT = len(BORNE), len(BORNE) + 1, len(BORNE) + 2
LED = frozenset(at for at, (pattern, _) in enumerate(BY_NAME) if pattern.said.startswith(capitals(NOUN)))
"""Places of those that begin with the name of the meeting: nothing before it need be searched."""
PRESENTED = re.compile(r"\((?:[Bb]áo cáo |[Tt]ài liệu |[Bb]ài )?(?:[Tt]rình(?: bày)?|[Bb]áo cáo|[Pp]hát biểu) (?:tại|trước) " + NOUN)
"""What a paper says that was read at a meeting."""
ISSUED = re.compile(r"[^.;]{0,90}?(?:ban hành|ký) (?:văn bản|công văn|quyết định|kế hoạch|chỉ thị)\b", re.IGNORECASE)
"""What speaks of a paper and its day: Ngày 10/4, UBND tỉnh ban hành văn bản số 1153 về việc tổ chức hội nghị."""
NOW = re.compile(r"[Hh]ôm nay\b|\b(?:sáng|chiều) nay\b")
"""What an address says of the day on which it is read."""
AGO = re.compile(r"\s*(?:Cách đây|Còn nhớ|Nhớ lại)\b")
"""What opens a sentence of a meeting of long ago."""
SEVERAL = Gated(r"\b\d{1,3} (?:(?:cuộc|phiên|buổi) (?:họp|giao ban|làm việc)|hội nghị)\b")
"""What speaks of meetings by their number, as reports on a year do: tổ chức 12 cuộc họp."""
ISSUING = frozenset(("hành", "ký"))
"""Syllables of which one stands there."""
MAY_ISSUE, COUNTS = sign(words=ISSUING), sign(words=FIGURES)
OPENS = re.compile(
    r"(?:[^.]{0,60}more ?)?(?:\([^)]{2,30}\))?[ \-–]*(?:Nhân [^,.;]{3,60}, |Vào |Cả |Đúng [^,.;]{3,24} "
    r"|(?:Lúc |Hồi )?\d+ (?:giờ|h)(?: \d+)?,? )?(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Nn]gày|[Hh]ôm (?:nay|qua)"
    r"|[Tt]rong (?:hai |ba )?ngày|Bước (?:sang|vào) ngày|Làm việc (?:trực tuyến )?với)\b"
)
ALONE = re.compile(rf"(?:^|\n){SAID}\.\s+$")
"""A day that a full stop parts from what was held on it: "Ngày 12/3/2020. UBND huyện họp"."""
FAR = 40
"""Code points before a sentence in which such a day stands."""
SITS = Gated(r"\b(?:thảo luận|cho ý kiến|nghe)\b")
"""What a body does that sits, in a sentence that opens with a day."""
TASK = re.compile(r"(?:[-–+•*] ?)?(?:Làm việc|Họp|Kiểm tra) (?:với|tại|bàn)\b")
"""How an item begins that says what somebody is to do: - Làm việc với nhà thầu trước thứ Năm."""
LATELY = re.compile(r"(?:\([^)]{2,30}\))?[ \-–]*(?:Vừa qua\b|[^.,;:]{3,60} vừa (?:tổ chức|tiến hành|họp) )")
LEAD = 400
"""Code points at the start of a text in which "Vừa qua", or who has just met, opens what it tells of."""
HEARD = 600
"""Code points of a sentence that are heard."""
ONCE = 2.0
"""What one sentence may bear at most without naming a day, a body or a person."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A sentence that tells of the meeting; `day` the day it names as the meeting's."""

    span: Span
    points: float
    day: re.Match[str] | None


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
    if not (points or sits) or AGO.match(told) or (line.signs & MAY_ISSUE and ISSUED.match(told)):
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
    if day and _of_another(page.text, start, told):
        day = None
    dated = DATED if day else 1.0 if TODAY.search(told) else 0.5 if start < LEAD and JUST.search(told) else 0.0
    known = PRESENTED.match(told) is not None or bool(page.within(BodyMention, Span(start, end)) or page.within(Holder, Span(start, end)))
    titled = page.document.blocks and line.sentence.block.kind is BlockKind.TITLE
    leads = 0.5 if titled or (start < LEAD and HELD_BY.search(told)) else 0.0
    return Witness(found.span, max(0.0, points + dated + leads + 0.5 if known else points / 2), day)


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
    meeting = MEETING.search(told) if NAMES in asked else None
    first, begins = (len(BY_NAME), 0) if meeting is None else (0, meeting.start())
    may = [at for at in asked if first <= at < NAMES and may_stand(ways[at], said)]
    return sum([BORNE[at][1] for at in may if BORNE[at][0].search(told, begins if at in LED else 0)])
