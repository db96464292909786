"""What is said around a person that makes him who presides, concludes, directs or attends: marks by their patterns.

    "… chủ trì buổi làm việc"     presides          "Kết luận hội nghị, │đồng chí A"   concluding
    "│A│ chiều qua đã làm việc"   works with        "Tại cuộc họp, │A"                  at which

`rules.meeting.chairings` looks for them behind and before each mention. What must and must not be read: corpus/meetings.tsv.
"""

from giaoban.reading.gates import Gated
from giaoban.reading.syllables import folded

MEET = (
    r"(?:hội nghị|cuộc họp|buổi họp|buổi làm việc|cuộc làm việc|phiên họp|kỳ họp|giao ban|hội nghị giao ban|buổi giao ban|cuộc giao ban"
    r"|phiên giải trình|phiên chất vấn|buổi tiếp xúc|đại hội|phiên thảo luận|hội thảo|(?:buổi|cuộc) (?:gặp mặt|gặp gỡ|gặp\b|đối thoại"
    r"|tiếp xúc|kiểm tra|giám sát|khảo sát|tọa đàm|trao đổi|công bố|tiếp (?:công )?dân)|phiên tiếp công dân|(?:buổi )?tọa đàm)"
)
MEETING = Gated(MEET)
Marks = list[tuple[str, Gated, tuple[str, ...], int, frozenset[str]]]
"""The name of a mark, its pattern, words of which one must be there before the pattern is tried, how far in that stands at most, and
syllables of which one stands in such a sentence, none where that is not known."""

AT_LINK, LINKS = "presides at ", ("tỉnh", "thành phố", "huyện", "thị xã", "quận")
"""A mark of who presides at a link, by the kind of its place: in his own body's meeting he presides over all of it."""

WORDS = {
    "presides": ("chủ t", "điều hành", "điều khiển"), "concludes": ("kết luận", "tổng kết", "chốt lại"),
    "closes": ("bế mạc",),
    **{f"{AT_LINK}{kind}": ("điểm cầu",) for kind in LINKS},
    "when concluding": ("khi", "trong "),
    "begins": ("mở đầu", "thị sát"), "leads": ("dẫn đầu", "trưởng đoàn", "làm "),
    "meets": ("có buổi", "có cuộc", "có chuyến", "tổ chức buổi", "tổ chức cuộc", "họp", "nghe ", "đối thoại", "tiếp công dân"),
    "works with": ("làm việc", "kiểm tra", "sát", "ngồi", "tiếp"),
    "inspects": ("kiểm tra", "sát"), "guides": ("chỉ đạo",), "speaks at": ("phát biểu",),
    "attends": ("dự",), "says at": (" tại ", " trong "), "at which": ("tại ", "trong "),
    "reports": ("báo cáo", "trình bày", "thông tin", "cho ", "kiến nghị", "đề xuất"),
    "orders": ("yêu cầu", "giao ", "chỉ đạo"), "asks": ("đề nghị", "lưu ý", "nhấn mạnh", "nhắc nhở"),
    "praises": ("đánh giá", "ghi nhận", "biểu dương", "hoan nghênh"),
    "under the chair of": (
        "chủ trì bởi", "chủ tọa bởi", "chủ toạ bởi", "điều hành bởi", "điều khiển bởi", "điều khiển của", "chủ trì của",
        "chủ tọa của", "chủ toạ của", "điều hành của",
    ),
    "chaired by": ("chủ t", "điều hành", "điều khiển", " do "), "met with": ("làm việc",), "met with, after": ("làm việc", "họp"),
    "concluding": ("kết luận", "tổng kết", "chốt lại", "khép lại", "kết lại"),
    "closing": ("bế mạc", "kết thúc"), "guided by": ("chỉ đạo",), "guiding": ("chỉ đạo",),
    "speaking at": ("phát biểu",), "attended by": ("dự", "tham gia"),
    "reported to": ("báo cáo", "kiến nghị", "cảm ơn", "đề nghị", "đồng tình", "yêu cầu"), "according to": ("theo ", "sau khi nghe"),
    "as directed by": ("chỉ đạo", "kết luận"), "as asked by": ("yêu cầu",),
}  # fmt: skip


LEAD, FAR = 32, {"as directed by": 160, "as asked by": 160}
"""Code points from where a pattern is found to the first of its words, at most; and for those that begin further before."""


def _marks(*patterns: tuple[str, str]) -> Marks:
    return [(name, Gated(f"(?i:{pattern})"), WORDS[name], FAR.get(name, LEAD), _syllables(WORDS[name])) for name, pattern in patterns]


def _syllables(words: tuple[str, ...]) -> frozenset[str]:
    """The last whole syllable of each; none where one may be a part of a syllable."""
    whole = [[said for said in word.split() if len(said) > 1] for word in words if " " in word]
    return frozenset(folded(said[-1]) for said in whole) if len(whole) == len(words) else frozenset()


TASK = (
    r"(?:đồ án|đề tài|đề án|dự án|nhiệm vụ|soạn thảo|biên soạn|biên tập|thiết kế|tham mưu|xây dựng|rà soát|thực hiện|nghiên cứu|hướng dẫn"
    r"|lập|theo dõi|giải quyết|tổng hợp|công trình|môn)\b"
)
"""What one is in charge of that is no meeting: chủ trì │ đồ án."""
CHAIRS = rf"(?:chủ trì(?! {TASK})|chủ tọa|chủ toạ|điều khiển(?! giao thông))"
WHAT = (
    rf"(?=\W*$|[,.;:)\n]| [-–(]| (?:\d+ {MEET}|{MEET}|các|những|cuộc|buổi|phiên|họp|giao ban|hội|kỳ|đại hội|lễ|đối thoại|tọa đàm|diễn đàn"
    r"|tiếp|làm việc|sinh hoạt|thảo luận|phần thảo luận|chất vấn|đã|và|cùng|với|tại|ở|trực tiếp|nghe|kết luận|sơ kết|tổng kết|yêu cầu"
    r"|đề nghị|chỉ đạo|đánh giá|đọc|thông qua|thay|trong|vào|sáng|chiều|ngày|hôm|chương trình|điều hành|toàn bộ|suốt|xuyên suốt)\b)"
)
"""Behind the verb of who presides: a meeting, what is said next, or nothing; not "chủ trì │ nhóm nghiên cứu"."""
GIVES = r"(?<!ngoại )(?<!bàn )(?<!chuyển )\bgiao(?! thông| dịch| lưu| ban)"
"""Has somebody do something; no traffic, trade or foreign affairs."""
ONE_SELF = rf"(?:(?!(?:{GIVES}|yêu cầu|đề nghị|kiến nghị|(?<!được )phân công|sẽ|phải) )[^.;])"
"""A letter of what may stand between a person and his presiding, so that it is he who does: not "giao Sở Y tế chủ trì"."""
NOT_AT_LINK = r"(?!(?: (?:hội nghị|cuộc họp))?(?: tại| ở)? điểm cầu (?!Hà Nội|Chính phủ|Trung ương|chính|Bộ|trụ sở))"
"""Behind the verb of one who presides at a link of another's meeting: chủ trì │ tại điểm cầu Hà Tĩnh."""
HEARING = r"(?: nghe [^.;,]{0,40}?(?:báo cáo|trình bày|giải trình)|(?!(?:báo cáo|trình bày|giải trình|nêu)\b)[^.;])"
"""A letter of what may stand between a person and his concluding, who himself reports nothing: he hears others report."""
WITH = (
    r"(?:,? (?:và|cùng)(?: các| với)* (?:thành viên |thành viên trong )?"
    r"(?:[Đđ]oàn|[Tt]ổ)(?: công tác| kiểm tra| giám sát| khảo sát| đại biểu [^,.;]{3,60}?)?(?: của \w[^,.;]{2,40})?,?)?"
)
SOME = (
    r"(?:,? (?:và|cùng)(?: với)? (?:các|một số|nhiều|đông đảo|lãnh đạo|đại diện|[Tt]hường trực|tập thể|[Bb]an|UBND|HĐND|[ỦủUu][ỷy] ban|Sở"
    r"|[Cc]hi cục|[Cc]ục|[Pp]hòng|[Vv]ăn phòng|[Cc]ông an|[Nn]gành|Hội) [^.;]{3,160}?)"
)
"""Those who come with a person."""
INNER = r"(?:,? cùng (?:các đồng chí |các )?(?:Thường trực|thành viên|lãnh đạo) [^.;,]{3,80})?,?"
"""Those of one's own body who come with him."""
WHEN = r"(?:,? (?:hôm (?:nay|qua)|vừa qua|mới đây|(?:sáng|chiều|tối|trưa|ngày)(?: (?:nay|qua|ngày|hôm nay|hôm qua|\d[\d/.-]*))+),?)?"
"""The time, where it stands before what one did: Bộ trưởng A │chiều qua│ đã làm việc với …"""
CAME = (
    r"(?:đã |vừa )?(?:(?:có|tổ chức) (?:buổi|cuộc) )?(?:đến |về |tới |xuống |lên )?"
    r"(?:(?:thăm|khảo sát|thị sát|giám sát|kiểm tra|đi thực tế|đi cơ sở)(?: và|,) |kiểm tra |dự |chủ trì |(?:đón )?tiếp(?: và|,) )*"
)
SAYS = "nói|nêu|nhấn mạnh|yêu cầu|khẳng định|đề nghị|phê bình|nhắc nhở|lưu ý|chỉ đạo|cho rằng|cho biết"
AFTER = _marks(
    (
        "presides",
        (
            rf"(?:{ONE_SELF}{{0,60}}?(?:đã |cùng |đồng )*(?:(?:làm )?(?<!đơn vị )(?<!cơ quan ){CHAIRS}{WHAT}{NOT_AT_LINK}"
            rf"|điều hành(?: {MEET}|$|[.;]))"
            rf"|(?:(?! (?:yêu cầu|đề nghị|dự|phát biểu|cho|báo cáo|nhấn mạnh|đã|sẽ(?= (?:đồng )?chủ)"
            rf"|{GIVES})\b)(?!(?<!được) phân công\b)[^.;:]){{0,110}}? (?:đồng )?{CHAIRS} {MEET})"
            r"(?!,? phối hợp)"
        ),
    ),
    (
        "concludes",
        (
            r"(?:[, ]*(?:đã )?(?:nghe|cho ý kiến|tiếp thu|giải trình) [^.;]{3,80} và |[, ]*)"
            r"(?:đã |cũng |có |vừa |thay mặt [^,.]{3,60} )*(?:(?:phát biểu |có ý kiến |ý kiến )?kết luận"
            rf"|(?:phát biểu )?(?:tổng kết|chốt lại) {MEET})"
            rf"|{HEARING}{{3,100}} và kết luận (?:những|các|một số|{MEET})"
        ),
    ),
    *(
        (f"{AT_LINK}{kind}", rf"{ONE_SELF}{{0,60}}?{CHAIRS}(?: {MEET})? (?:tại|ở) điểm cầu (?:UBND |trụ sở UBND )?{kind}\b")
        for kind in LINKS
    ),
    ("closes", r"[, ]*(?:đã )?(?:phát biểu |tuyên bố )?bế mạc"),
    (
        "when concluding",
        r"[^.;]{0,60} (?:khi (?:phát biểu )?|trong (?:lời |diễn văn |bài |phát biểu )+)(?:kết luận|khai mạc|bế mạc)",
    ),
    ("begins", r"[^.;]{0,30}?(?:mở đầu " + MEET + r"|thị sát [^.;]{3,90} làm việc (?:với|cùng))"),
    ("leads", r"[^.;]{0,60}?(?:\bdẫn đầu|(?<!bầu )\blàm (?:trưởng đoàn|tổ trưởng|$))"),
    (
        "meets",
        (
            rf"(?:{WITH}|{SOME}){WHEN}[, ]*(?:đã |vừa )?"
            r"(?:(?:có|tổ chức) (?:buổi|cuộc|chuyến) (?:thăm(?:,| và) )?(?:làm việc|họp|kiểm tra|tiếp xúc)"
            r"|(?:tổ chức )?họp (?:trực tuyến |trực tiếp )?(?:bàn|với|cùng|khẩn|nghe|chỉ đạo)|họp$)"
            rf"|{WHEN}[, ]*(?:đã |vừa )?(?:(?:gặp gỡ|gặp mặt|tiếp xúc)(?:,| và) )?"
            r"(?:đối thoại (?:trực tiếp )?(?:với|cùng) |tiếp công dân (?:định|đột|thường))"
            rf"|{INNER}{WHEN}[, ]*(?:đã |vừa )?nghe (?:[^.;,]{{3,60}} )?báo cáo (?!viên)"
        ),
    ),
    (
        "works with",
        (
            rf"(?:{WITH}|{SOME})(?:[^.;]{{0,120}}? (?:trước|sau) khi(?: cùng)?)?{WHEN}[, ]*{CAME}"
            r"làm việc(?: trực tuyến| trực tiếp)? (?:với|cùng|tại)"
            rf"|(?:{WITH}|{SOME}){WHEN}[, ]*(?:đã |vừa )?kết thúc (?:chuyến|buổi|đợt) (?:làm việc|kiểm tra|thị sát)"
            rf"|(?:{WITH}|{SOME}){WHEN}[, ]*(?:đã |vừa )*(?:đi|đến|về|tới|xuống|trực tiếp)(?: cơ sở| hiện trường| thực địa| trực tiếp)*"
            r"(?:,? (?:thăm|nắm tình hình)(?:,| và))* (?:kiểm tra|thị sát|khảo sát)"
            rf"|(?:{WITH}|{SOME}){WHEN}[, ]*(?:đã |vừa )?(?:có (?:buổi|cuộc) )?(?:đón )?tiếp(?: xã giao)?"
            r"(?:,? (?:và )?làm việc với)? (?:các )?[Đđ]oàn\b"
            r"|[^.;]{0,90} ngồi (?:lại|bàn)(?: [^\W\d]+){0,2} với\b"
            r"|(?: (?:đã|vẫn|cũng))? có mặt [^.;]{0,90} (?:để )?(?:kiểm tra|thị sát|làm việc)\b"
            rf"|,?(?: thẳng thắn| gay gắt| nói| yêu cầu| nhắc nhở| chất vấn)* khi {CAME}làm việc(?: trực (?:tuyến|tiếp))? (?:với|cùng|tại) "
            r"(?![Đđ]oàn|Thủ tướng|Phó Thủ tướng|Bộ trưởng|Thứ trưởng|Bí thư|Chủ tịch)"
            rf"|[, ]*(?:đã |cũng |vừa )?(?:{SAYS})\b[^.;]{{0,90}}? (?:tại|trong|khi) (?:(?:buổi|cuộc|chuyến) )?làm việc"
            r"(?: (?:với|tại))+ (?:lãnh đạo |tập thể lãnh đạo |cán bộ chủ chốt )?"
            r"(?:(?:UBND |Ban Thường vụ )?(?:huyện|quận|thị xã|xã|phường)"
            r"|Sở|Chi cục|Công ty|Huyện ủy|Quận ủy|Thị ủy|các (?:sở|huyện|nhà thầu|doanh nghiệp|chủ đầu tư))\b"
        ),
    ),
    ("inspects", rf"(?:{WITH}|{SOME}){WHEN}[, ]*(?:đã |vừa )?(?:đến |về |tới |đi )?(?:kiểm tra|thị sát|khảo sát)"),
    (
        "guides",
        (
            r"[, ]*(?:đã )?(?:dự và |tham dự và |dự, |phát biểu |có ý kiến |cho ý kiến )*(?:phát biểu )?(?:ý kiến )?chỉ đạo"
            rf"(?:(?: tại)? (?:{MEET}|xung quanh|một số)|(?<=dự và chỉ đạo)(?: trực tiếp)?(?=[.;\n]|$))"
        ),
    ),
    ("speaks at", r"[, ]*(?:đã |cũng )?(?:có )?(?:bài )?phát biểu(?: tại)? " + MEET),
    (
        "says at",
        (
            rf"[, ]*(?:đã |cũng |vừa )?(?:{SAYS})\b"
            rf"[^.;]{{0,90}}? (?:tại|trong) {MEET}"
        ),
    ),
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
    rf"|\bcùng (?:chủ trì|chủ tọa|điều hành)(?: {MEET})? (?:với|cùng)(?: đồng chí| ông| bà)? ?$"
    rf"|(?:^|, ){CHAIRS} {MEET} (?:là )?(?:đồng chí )?$"
    rf"|(?<!tại ){MEET} do(?: đồng chí)? $|(?:^|, |khi ){CHAIRS} {MEET}[^.;:,]{{0,90}}, $| và (?:chủ trì|điều hành) {MEET}, $"
)
CONCLUDING = (
    r"(?:kết luận|(?:^|[.\n] ?)(?:chốt lại|khép lại|kết lại))(?: tại| thảo luận| và chỉ đạo| (?:các )?nội dung)?(?: của)?"
    rf"(?: {MEET}[^.;]{{0,90}}?)?(?:,|:)? ?$|(?:^|[.\n] ?)(?:phát biểu )?tổng kết {MEET}, $"
)
BEFORE = _marks(
    ("under the chair of", rf"(?:{CHAIRS}|điều hành) (?:của|bởi)(?: các)? (?:đồng chí )?(?:thường trực \w+ \w+: )?$"),
    ("chaired by", CHAIRED_BY),
    ("met with", r"làm việc(?: trực tuyến| trực tiếp)? (?:với|cùng) $"),
    (
        "met with, after",
        r"(?:làm việc(?: trực tuyến| trực tiếp)?|(?<!cuộc )(?<!buổi )(?<!phiên )\bhọp(?: trực tuyến)?) (?:với|cùng) [^.;]{3,200}, $",
    ),
    ("concluding", CONCLUDING),
    ("closing", rf"(?:bế mạc(?: tại)?(?: {MEET}[^.;]{{0,60}}?)?,? ?|(?-i:Kết thúc) {MEET}, )$"),
    ("guided by", r"ý kiến chỉ đạo của ?$"),
    ("guiding", GUIDING),
    ("at which", rf"\b(?:tại|trong) (?:\w+ ){{0,2}}?{MEET}\b[^.;:]{{0,110}}?, $"),
    ("attended by", r"(?:tham dự|dự|cùng dự|tham gia)(?: " + MEET + r")?(?: còn)?(?: có)?:?[^.;]{0,60}$"),
    ("reported to", r"(?:báo cáo|kiến nghị|cảm ơn|đề nghị|đồng tình|theo yêu cầu)(?: với| của)? $"),
    ("according to", r"(?:theo|sau khi nghe) $"),
    ("as directed by", r"\b(?:đó|đây)(?: cũng)? là (?:[^\W\d]+ ){0,5}(?:chỉ đạo|kết luận) (?:[^\W\d]+ ){0,3}của $"),
    ("as asked by", r"\b(?:đó|đây)(?: cũng)? là (?:[^\W\d]+ ){0,5}yêu cầu (?:[^\W\d]+ ){0,3}của $"),
)  # fmt: skip


def _by_syllable(marks: Marks) -> dict[str, tuple[int, ...]]:
    """The places of marks by each of their syllables; by "" those of which none is known."""
    syllables = {"", *(syllable for mark in marks for syllable in mark[4])}
    return {each: tuple(at for at, mark in enumerate(marks) if each in (mark[4] or ("",))) for each in syllables}


TOLD_AFTER, TOLD_BEFORE = _by_syllable(AFTER), _by_syllable(BEFORE)
