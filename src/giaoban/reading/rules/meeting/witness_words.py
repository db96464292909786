"""The words by which a sentence bears witness that a meeting was held, with how much: in one that names it, and in any.

    "Ngày 12/3, │huyện tổ chức hội nghị│"    "Chiều nay, │huyện họp bàn về│ …"

`rules.meeting.witnesses` adds them up. What must and must not be read: corpus/meetings.tsv.
"""

from giaoban.reading.gates import Gated
from giaoban.reading.letters import capitals

NOUN = (
    r"(?:[Hh]ội [Nn]ghị|[Cc]uộc họp|[Bb]uổi họp|[Bb]uổi làm việc|[Cc]uộc làm việc|[Pp]hiên họp|[Kk]ỳ họp|[Bb]uổi giao ban|[Gg]iao ban"
    r"|[Hh]ọp giao ban|(?:[Bb]uổi|[Cc]uộc) đối thoại|[Pp]hiên (?:bế|khai) mạc|[Pp]hiên (?:thảo luận|chất vấn|giải trình)|[Hh]ội thảo"
    r"|(?:[Bb]uổi )?[Cc]à phê doanh (?:nhân|nghiệp)|(?:[Bb]uổi|[Cc]uộc) gặp(?: mặt| gỡ)?|(?:[Bb]uổi|[Cc]uộc) tọa đàm"
    r"|(?:[Bb]uổi|[Pp]hiên|[Cc]uộc) tiếp (?:công )?dân)"
)
WORDS = frozenset(("họp", "phiên", "mạc", "đb", "nghe"))
PAIRS = frozenset((
    ("hội", "nghị"), ("chủ", "trì"), ("chủ", "tọa"), ("sơ", "kết"), ("làm", "việc"), ("kết", "luận"), ("giao", "ban"), ("tổng", "kết"),
    ("chủ", "toạ"), ("thông", "qua"), ("thảo", "luận"), ("thời", "gian"), ("hôm", "nay"), ("vào", "lúc"), ("vào", "hồi"),
    ("đối", "thoại"), ("cuộc", "kiểm"), ("buổi", "kiểm"), ("chuyến", "kiểm"), ("cuộc", "khảo"), ("chuyến", "khảo"),
    ("hội", "thảo"), ("đại", "biểu"), ("tọa", "đàm"), ("ý", "kiến"), ("đại", "hội"), ("giám", "sát"), ("đoàn", "kiểm"), ("đi", "kiểm"),
    ("xuống", "kiểm"), ("đến", "kiểm"), ("về", "kiểm"), ("tới", "kiểm"), ("hành", "kiểm"), ("khảo", "sát"), ("cà", "phê"), ("gặp", "mặt"),
    ("gặp", "gỡ"), ("buổi", "gặp"), ("cuộc", "gặp"), ("diễn", "đàn"), ("hội", "trường"), ("sinh", "hoạt"),
    ("tới", "bàn"), ("đến", "bàn"), ("đứng", "ra"),
    ("ngồi", "lại"), ("ngồi", "bàn"), ("bước", "sang"), ("bước", "vào"), ("tiếp", "công"), ("tiếp", "dân"), ("tiếp", "đoàn"),
    ("tiếp", "các"),
    ("kiểm", "điểm"), ("rút", "kinh"), ("điều", "hành"), ("chất", "vấn"),
    ("công", "bố"), ("kiểm", "tra"), ("biên", "bản"), ("cử", "tri"), ("thị", "sát"), ("thẩm", "tra"), ("nắm", "tình"),
))  # fmt: skip
"""A sentence without any of these words or pairs tells of no meeting."""
Weighed = tuple[tuple[Gated, float], ...]
MEETING = Gated(NOUN)
BY_NAME: Weighed = tuple((Gated(capitals(pattern)), points) for pattern, points in (
    (rf"(?:[Tt]ại|[Tt]rong|[Tt]rước|[Kk]ết thúc|[Mm]ở đầu) (?:\w+ ){{0,2}}{NOUN}", 1),
    (rf"^(?:Sáng|Chiều|Tối) (?:nay|qua|\d[\d/.-]*),? {NOUN}", 1),
    (
        (rf"(?:[Cc]hủ trì|[Cc]hủ tọa|[Đđ]iều (?:hành|khiển)|[Kk]ết luận|chỉ đạo|[Kk]hai mạc|[Bb]ế mạc|[Cc]hốt lại|[Kk]hép lại)"
        rf"(?: tại| về)? {NOUN}"),
        2,
    ),
    (rf"(?:kết luận|KẾT LUẬN)\s+của [^.;]{{3,110}} tại (?:\w+ ){{0,2}}{NOUN}", 2),
    (rf"(?:mời|triệu tập) [^.;]{{3,60}} (?:dự|họp) {NOUN}", 1),
    (rf"(?:\d\)?,|(?:\d|[Nn]hiều|[Đđ]ông đảo) )[^.;]{{3,160}} (?:đã|và|đến|tới|về) (?:tham )?dự {NOUN}", 1),
    (rf"(?:[Qq]uang|[Tt]oàn) cảnh {NOUN}", 1),
    (rf"{NOUN} [^.;]{{3,90}}, (?:họp|diễn ra|tổ chức) (?:vào )?(?:sáng|chiều|ngày|hôm|tối) ", 1),
    (rf"{NOUN} (?:[^\W\d]+ ){{0,3}}?(?:vào )?(?:sáng |chiều |ngày |hôm )+\d[\d/.-]* (?:của|tại) ", 1),
    (rf"\b(?:về|đến|tới)(?: [A-ZĐ]\w*){{0,3}} (?:tham )?dự {NOUN}|[Tt]ổng kết {NOUN}, ", 1),
    (rf"^{NOUN} (?:của|giữa|về|rút kinh nghiệm) [^.;]{{3,140}}, (?:sáng |chiều |tối |ngày )\d", 1),
    (rf"^{NOUN} kết thúc (?:lúc|muộn|sau)\b", 1),
    (rf"ngày(?: làm việc)? thứ \w+(?: \([^)]{{2,12}}\))?,? (?:của )?{NOUN}", 1),
    (rf"{NOUN}[^.;]{{0,80}} bước (?:sang|vào) (?:ngày|nội dung|phần|phiên)", 1),
    (rf"{NOUN} (?:[^\W\d]+ ){{0,3}}?(?:(?:sáng |chiều |ngày |hôm )+[\d/.-]+ )?do [^.;]{{3,80}} (?:tổ chức|triệu tập|chủ trì)", 1),
    (
        (rf"{NOUN}(?:[^.;]|(?<=TP)\.){{0,160}}(?:diễn ra|tổ chức|chủ trì|tổng kết|sơ kết|khai mạc"
        r"|bế mạc|khép lại|kết thúc|thông qua|nghe|cho ý kiến"
        r"|hoàn thành (?:toàn bộ|các|những|chương trình)|dành (?:trọn|cả|phần lớn|một|nửa|hơn|gần))"),
        1,
    ),
    (rf"(?:t[ổô] chức|tiến hành|khai mạc|bế mạc|họp|mở|triệu tập|triển khai|tiếp tục|diễn ra)(?: \w+){{0,3}} {NOUN}", 1),
    (r"[Hh]ội nghị (?<!ại [Hh]ội nghị )(?<!, [Hh]ội nghị )[A-ZĐ][^.;]{3,90} (?:đánh giá|sơ kết|tổng kết|kiểm điểm)\b", 1),
    (rf"{NOUN}(?: \w+){{0,4}} (?:sơ kết|tổng kết|triển khai|giao ban|trực tuyến|thường kỳ|đánh giá)", 1),
))  # fmt: skip
"""What bears witness in a sentence that names a meeting."""
BY_DEED: Weighed = tuple((Gated(capitals(pattern)), points) for pattern, points in (
    (r"có (?:[Cc]uộc|[Bb]uổi|[Cc]huyến) (?:(?:thăm|công tác)(?:,| và) )?(?:kiểm tra|làm việc|họp|khảo sát)", 1),
    (
        (r"(?:có (?:buổi|cuộc)|đã|vừa) (?:đón )?tiếp(?: xã giao)?(?:,? (?:và )?làm việc với)?"
        r" (?:các )?[Đđ]oàn (?:công tác|đại biểu|doanh nghiệp|chuyên gia)"),
        1,
    ),
    (r"[Ll]àm việc(?: (?:trực tuyến|trực tiếp|định kỳ|thường kỳ|tập thể|chuyên đề))? (?:với|cùng) (?!nhau)", 1),
    (
        (r"(?:[Hh]ọp|[Gg]iao ban|[Ss]ơ kết|[Tt]ổng kết)(?: trực tuyến)?(?: \w+){0,3} "
        r"(?:công tác|tình hình|nhiệm vụ|hoạt động|với|về|đánh giá|bàn|triển khai)"),
        1,
    ),
    (r"(?:thảo luận|biểu quyết)(?: và)? thông qua", 1),
    (r"(?:[A-ZĐ]\w*|[Hh]uyện|[Tt]ỉnh|xã|phường|phố|quận|ủy) (?:giao ban|đối thoại với)\b", 1),
    (r"[Tt]ại (?:buổi|cuộc|phiên) (?:giám sát|khảo sát|kiểm tra|tổng kết|sơ kết|gặp gỡ|tiếp xúc|tọa đàm|gặp mặt)\b", 1),
    ((r"^(?:\([^)]{2,30}\) ?[-–] ?)?(?:Sáng|Chiều|Ngày|Hôm) [^;]{0,120}? "
     r"(?:(?:sơ kết|tổng kết)(?=,| \w)|kiểm điểm tiến độ\b)"), 1),
    (
        (r"họp (?:(?<=\d họp )|(?<=\d\) họp )|(?<=\d, họp )|(?<=\d\), họp )|(?<=\b[A-ZĐ] họp )|(?<=[^\W\d]{2} họp ))"
        r"(?<!sẽ họp )(?<!chưa họp )(?<!không họp )(?<!cuộc họp )(?<!phiên họp )"
        r"(?:(?:khẩn|gấp|bất thường|đột xuất|mở rộng|thường kỳ|phiên|toàn thể)\b|kỳ (?:họp )?(?:thứ|\d))"),
        1,
    ),
    (
        (r"[Đđ]ại hội(?: (?!của|sẽ|lần này|tới)[\w–-]+,?){1,25} (?:diễn ra|(?:được )?khai mạc|(?:được )?tổ chức|bế mạc)\b"
        r"(?! (?:vào|từ|trong|dự kiến))"),
        1,
    ),
    (r"(?:đã|vừa|tiếp tục) (?:họp\b(?! báo(?! cáo))|đối thoại (?:với|về))|họp phiên|thông báo (?:ý kiến )?kết luận", 1),
    (r"dưới sự (?:chủ t|điều (?:hành|khiển))", 1),
    (
        (r"(?:tổ chức|tiến hành|chủ trì|\d\)?,?|[A-ZĐ]\w*|(?:[Đđ]oàn|[Tt]ổ) (?:giám sát|kiểm tra|khảo sát|công tác|thanh tra)"
        r"|tỉnh|huyện|xã|thành phố|thị xã|phường|quận|ủy|phủ)"
        r" họp(?: (?!báo(?! cáo)|mặt|xét|dân)|(?=[.;]?$))"),
        1,
    ),
    (
        (r"\b(?:Sở|Phòng|Ban|Cục|Chi cục|Bộ|Vụ|Viện|Hội|Liên đoàn|Hiệp hội) [A-ZĐ](?:(?! (?:đã|sẽ|chưa|không|tại)\b)[^.;,]){3,70}"
        r"(?<!cuộc)(?<!phiên)(?<!kỳ)(?<!buổi)(?<![Pp]hòng)(?<!lịch)(?<!mời)(?<![A-ZĐ])(?<!phố)(?<!tỉnh)(?<!huyện)(?<!xã)(?<!phường)"
        r" họp (?!báo(?! cáo)|mặt|xét|dân)"),
        1,
    ),
    (
        (r"(?:đại biểu|ĐB)[^.;]{0,40} (?:đã |tiếp tục )(?:thảo luận|chất vấn|cho ý kiến)"
        r"|[Cc]hất vấn (?:[A-ZĐ]|các )[^.;]{2,90}, (?:các )?(?:đại biểu|ĐB)\b|(?:đại biểu|ĐB) [A-ZĐ][^.;]{3,50} chất vấn "),
        1,
    ),
    (r"(?:[A-ZĐ]\w*|[Hh]uyện|tỉnh|xã|ủy|tạo|tổ chức) (?:sơ kết|tổng kết) \d+ (?:năm|tháng)", 1),
    (r"(?:tiến hành|tổ chức|khai mạc|bế mạc)(?: trọng thể)? (?:[Đđ]ại hội|(?:phiên )?chất vấn|thảo luận)\b", 1),
    (r"[Đđ]ại hội (?:đã |cũng |tiến hành |tiếp tục )*(?:bầu|nghe|thông qua|biểu quyết|thảo luận|khai mạc|bế mạc|nghiêm túc)\b", 1),
    (r"[Đđ]oàn (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra)[^.;]{0,160} làm (?:[Tt]rưởng đoàn|[Tt]ổ trưởng)", 1),
    (r"(?:dẫn đầu|làm [Tt]rưởng) [Đđ]oàn (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra)", 2),
    (r"[Đđ]oàn[^.;]{0,160} (?:đã|vừa) (?:tiến hành |đến |về |đi )*(?:kiểm tra|giám sát|khảo sát)", 1),
    (r"[Đđ]oàn (?:kiểm tra|giám sát)[^.;]{0,110} (?:đến|về|xuống|tiến hành) (?:kiểm tra|giám sát) (?:công|việc|tình|tại)", 1),
    (r"(?:HĐND|Quốc hội|Đại hội)\b[^.;]{0,60} bước (?:sang|vào) (?:ngày|phiên|phần|nội dung)\b", 1),
    (r"(?<!việc )(?<!tác )(?<!ịch )tiếp (?:công )?dân (?:định kỳ|đột xuất|thường kỳ)", 1),
    (r"(?:tổ chức|tiến hành|có) (?:buổi |cuộc )?sinh hoạt (?:chuyên đề|chi bộ|định kỳ|thường kỳ|tháng)\b", 1),
    (r"[Tt]ại (?:buổi )?(?:tọa đàm|diễn đàn) [^.;]{0,100}\bdo [^.;]{3,80} tổ chức\b", 1),
    (r"[Đđ]oàn (?:giám sát|kiểm tra|khảo sát|công tác)[^.;]{0,60} làm việc (?:tại|với|cùng) ", 1),
    (r"tổ chức (?:\w+ ){0,4}(?:tọa đàm|đối thoại)|[Gg]iao ban (?:tháng|quý|tuần|đầu|cuối)", 1),
    (r"(?:buổi đối thoại|đối thoại trực tuyến|gặp (?:mặt|gỡ),? (?:và )?đối thoại)", 1),
    (r"(?:tổ chức|tiến hành) (?:sơ kết|tổng kết|giao ban|kiểm điểm|đánh giá|rút kinh nghiệm)\b", 1),
    (r"(?:chủ trì|\w, [^.;]{3,60} điều hành)(?:$|[.;]| và (?:phát biểu|kết luận))", 1),
    (r"[Tt]hảo luận (?:(?:ở|tại) )?(?:[Hh]ội trường|[Tt]ổ)\b", 1),
    (
        (r"(?:HĐND|Ban|Đoàn|Ủy ban|MTTQ|UBKT|Thanh tra)\b[^.;]{0,80} (?:giám sát|khảo sát|thẩm tra)"
        r" (?:việc|công tác|tình hình|tại|kết quả|thực|dự|báo|Bệnh viện|UBND|Sở|Công ty|Trung tâm|Đảng ủy|Chi bộ|Trường|Nhà máy)\b"),
        1,
    ),
    (r"(?:đi|xuống|(?:đã|vừa) (?:đến|về|tới)) (?:kiểm tra|thị sát|khảo sát|nắm tình hình)", 1),
    (r"tiếp xúc (?:với )?(?:(?:hơn |gần |trên )?\d[\d.]* )?cử tri", 1),
    (
        (r"(?:Thủ tướng|Bộ trưởng|Thứ trưởng|Chủ tịch|Bí thư|Giám đốc|Trưởng [Bb]an|(?:Chỉ huy|Cục|Viện) trưởng)"
        r" [^.;,]{3,60}(?:,? (?:cùng|và) (?:các |một số )?(?:lãnh đạo|đại diện|thành viên|[Đđ]oàn|[Bb]an|Sở) [^.;]{3,120})?,?"
        r" (?:kiểm tra|thị sát|khảo sát)"
        r" (?:công tác|tình hình|tiến độ|việc|hiện trường|thực tế"
        r"|[Nn]hà máy|[Cc]ông tr(?:ình|ường)|[Bb]ệnh viện|[Cc]ảng|[Dd]ự án|[Tt]uyến)\b"),
        1,
    ),
    (
        (r"(?:[/-]\d{1,4}|tháng \d{1,2}(?: năm \d{4})?)\)?,? (?:đã |vừa )?(?:sơ kết|tổng kết)"
        r" (?:công tác|hoạt động|phong trào|năm)\b"),
        1,
    ),
    (r"(?:đã|vừa) nghe [^.;]{0,60}báo cáo|^Nghe [A-ZĐ][^.;]{3,90} báo cáo", 1),
    (r"[Kk]ết (?:luận|thúc) (?:buổi|cuộc|đợt) (?:kiểm tra|giám sát|khảo sát|thị sát)", 1),
    (
        (r"^[^.;]{0,40}\d,? (?:[^.;,\d]{0,30} )?(?:phòng họp|hội trường) [^.;]{2,80}"
        r"|^(?:[Tt]rong )?(?:Phòng|phòng|Căn phòng|căn phòng) họp[^.;]{0,80} (?:sáng|chiều|tối|trưa|ngày) \d"
        r"|^Hội trường [^.;]{2,80} (?:sáng|chiều|tối|trưa|ngày) \d"),
        1,
    ),
    (r"\bgặp (?:đại diện|lãnh đạo|gần|hơn|các|\d)[^.;]{3,90} (?:nghe|nói chuyện|bàn|đối thoại|tháo gỡ|lắng nghe)\b", 1),
    (r"[Dd]iễn đàn [^.;]{2,120} (?:quy tụ|thu hút|có sự tham (?:gia|dự)|với sự tham (?:gia|dự)|bắt đầu|khai mạc)\b", 1),
    (r"(?:HĐND|Quốc hội|Hội đồng nhân dân)\b[^.;]{0,60} (?:biểu quyết |đã )*thông qua (?:\d+ |các |dự thảo )?(?:nghị quyết|luật)\b", 1),
    (r"^(?:[Tt]ọa đàm|[Dd]iễn đàn) [^.;]{3,120} do [^.;]{3,80} (?:tổ chức|mở)\b", 1),
    (r"[Đđ]ại hội (?:đồng )?(?:cổ đông|thường niên|xã viên|thành viên)\b", 1),
    (r"(?:Hội đồng|Ủy ban|Tổ công tác|Tiểu ban|Ban) [^.;,]{3,70} (?<!cuộc )(?<!phiên )(?<!buổi )họp (?!báo(?! cáo)|mặt|dân)", 1),
    (r"(?:HĐND|Quốc hội)\b[^.;]{0,40} dành (?:trọn|cả|phần lớn|một|nửa) |\bnhóm họp\b", 1),
    (r"^Họp (?:khẩn|gấp|nóng|đột xuất|bất thường)\b", 1),
    (
        (r"(?:^(?:[Hh]uyện|[Tt]ỉnh|[Xx]ã|[Pp]hường|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Nn]gành|[Tt]hị trấn) [A-ZĐ][^.;,]{1,40}) "
        r"(?:sơ kết|tổng kết) [^.;]{3,90}, (?:sáng|chiều|tối|ngày) \d"),
        1,
    ),
    (r"^BIÊN BẢN\b|^Họp (?:Ban|Hội đồng|UBND|HĐND|Thường trực|Tổ|Đảng ủy|Chi bộ)\b", 2),
    (r"^của đồng chí [^.;]{3,110} tại (?:\w+ ){0,2}" + NOUN, 2),
    (r"(?:mời|triệu tập|gọi) [^.;]{3,90} (?:tới|đến|về|lên) (?:bàn|họp|dự)\b", 1),
    (r"được [A-ZĐ][^.;]{3,60} (?:cho ý kiến|thảo luận|xem xét|chất vấn) (?:vào )?(?:sáng|chiều|ngày|hôm) \d", 1),
    (r"ngồi (?:lại|bàn)(?: \w+){0,2} với\b", 1),
    (r"(?:điều khiển|điều hành|chủ trì|chủ tọa|khai mạc|mở) (?:cuộc )?[Đđ]ại hội\b", 1),
    (r"(?:chủ trì|điều hành) (?:tọa đàm|đối thoại|giao ban|tập huấn)\b", 1),
    (r"(?:đứng ra|trực tiếp) (?:chủ trì|điều hành|điều khiển)\b", 1),
    (
        (r"(?:(?:đã|đến|về|tới)|(?:[Ss]áng|[Cc]hiều|[Nn]gày) [^.;]{2,60}\b(?:[Tt]hường trực|Ban|[Đđ]oàn|[Tt]ổ|UBND|HĐND|ủy"
        r"|Bí thư|Phó|Chủ tịch|[Bb]ộ trưởng|[Tt]hứ trưởng|[Ll]ãnh đạo|[Gg]iám đốc|[Tt]hủ tướng)\b"
        r"[^.;]{0,90}(?<!đang)(?<!hiện)(?<!từng)(?<!,)) làm việc (?:trực tiếp )?tại "
        r"(?:UBND|HĐND|Sở|Cục|(?:Đảng|Huyện|Thị|Thành|Tỉnh) ủy|huyện|xã|phường|thị xã|thành phố|[Cc]ông ty|[Nn]hà máy|[Xx]í nghiệp)\b"),
        1,
    ),
    (
        (r"(?:công bố|triển khai|thông báo) (?:dự thảo )?(?:[Qq]uyết định|[Kk]ết luận|[Kk]ế hoạch) "
        r"(?:kiểm tra|giám sát|thanh tra|kiểm toán) "),
        1,
    ),
    (r"tổ chức (?:buổi )?công bố (?:dự thảo )?[Kk]ết luận|(?:chủ trì|[Tt]ại|[Kk]ết thúc) buổi công bố", 1),
    (r"^(?:[Cc]hủ trì|[Cc]hủ tọa|[Cc]hủ toạ|CHỦ TRÌ)(?: (?:cuộc họp|hội nghị|buổi họp))? ?:", 2),
    (
        (r"^(?:(?:[-–+•*]|[IVX]{1,4}[.)/]|\d{1,2}[.)]) ?)?"
        r"(?:Thời gian(?: họp| bắt đầu|,? (?:và )?địa điểm)?(?: ?:| (?=[\dtvhl]))|Hôm nay,? (?:vào )?(?:hồi|lúc|ngày)[ :]).{0,30}\d"
        r"|^(?:[-–+•*] ?)?(?:Vào )?(?:[Hh]ồi|[Ll]úc) \d{1,2} ?(?:giờ|h|g)\b[^.;]{0,60} (?:tại|ở) "
        r"(?:[Hh]ội trường|[Tt]rụ sở|[Pp]hòng|[Vv]ăn phòng|[Nn]hà văn hóa|UBND|Ủy ban)\b"),
        2,
    ),
    (r", hôm nay,? ngày \d[^.;]{3,30}, Đoàn\b", 2),
))  # fmt: skip
"""What bears witness in any sentence."""
