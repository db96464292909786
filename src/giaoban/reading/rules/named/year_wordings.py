"""The words around a year that say in what manner it is named, for `rules.named.years`, which looks before it in small letters.

    "tổng kết năm │ 2020"         results
    "hết năm 2019│, xã có 4 thôn"  after the year: something was so by then

What must and must not be read: corpus/years.tsv.
"""

import re

from giaoban.reading.gates import Gated
from giaoban.reading.letters import SAID
from giaoban.reading.rules.named.year_prospects import ASSIGNED, ESTIMATED, ESTIMATED_AFTER, IS_ONE, LIES_AHEAD, TO_COME

YEAR = re.compile(r"(?<![\d,])(?<!\d{3}\.)\d{4}(?![\d%]|[.,]\d)")
"""A full stop may part it from its month: tháng 3.2013."""
TAIL = Gated(
    r"\n[ \t>»*-]*(?:(?:Các )?(?:[Tt]in|[Bb]ài)(?: viết)? (?:liên quan|khác|cùng chuyên mục|mới hơn|cũ hơn|đã đưa)"
    r"|(?:TIN|BÀI)(?: VIẾT)? (?:LIÊN QUAN|KHÁC)|Xem thêm|Đọc thêm|©"
    r"|Bản quyền(?= ?(?:©|:|\n|thuộc|của|\d))|Giấy phép(?= (?:số|hoạt động|thiết lập|xuất bản|báo chí)))"
)
"""Where a page begins to name other articles, or whose it is."""
ENDING = 2000
"""Code points at the end of a text, at most two thirds of it, in which that stands."""
TO_SESSION = re.compile(r"(?:dự kiến|sẽ|để|chuẩn bị|kịp) (?:[^\W\d]+ ){0,2}trình\b[^.;]{0,60}$")
"""Before the session at which something is to be laid: dự kiến trình Quốc hội tại kỳ họp tháng │ 5-2012."""
LOOK_BACK = 70
DAY = re.compile(r"(?P<d>[0-3]?\d)(?:[/.-]| tháng )(?P<m>[01]?\d)(?:[/.-]|,? năm )$")
MONTH = re.compile(r"(?:(?<![\d/.-])(?P<m>1[0-2]|0?[1-9]) ?[/.-] ?|tháng (?P<m2>1[0-2]|0?[1-9])(?: ?[/.-] ?|,? năm ))$")
QUARTER = re.compile(r"qu[ýí] (?P<q>iv|i{1,3}|[1-4])(?:[/.-]| năm )$")
OF_DATE = re.compile(r"[\div](?: ?[/.-] ?|,? năm )$")
"""How what `DAY`, `MONTH` and `QUARTER` find ends."""
OF_DATE_WITHIN = 8
"""Code points in which that stands."""
PART = re.compile(rf"(?:(?:\d+|{'|'.join(SAID)}|những|các|mấy) tháng|nửa|tháng|quý) (?P<end>đầu|cuối)(?:(?: của)? năm)? $")
PART_WITHIN = 45
"""Code points before the year in which stands what `PART` and `START` find."""
MONTHS_OF = re.compile(rf"(?<!ngày )(?<!\d)(?:\d\d?|{'|'.join(SAID)}) tháng (?:(?:của )?năm )?$")
"""Months of a year gone by: chín tháng năm │ 2008."""
START = re.compile(
    r"(?:(?<!áp dụng )(?<!hiệu lực )(?<!thi hành )(?P<since>kể từ|(?<!kể )từ)|(?<=\d{4}, \d{4} )và|so với(?: thời điểm| ngày)?)"
    r"(?: những tháng| tháng| ngày)? đầu(?: năm)? $"
)
"""Before a year since whose start something is so, and no rule in force: từ đầu năm │ 2019 đến nay; năm 2010, 2011 và đầu năm │ 2012."""
THIS = re.compile(r"năm nay(?:,| \(| -)? ?(?:năm )?$")
"""Before the year of which is said that it is this one: năm nay (│2019)."""
THIS_AFTER = re.compile(r" này\b")
AT_ONCE = re.compile(r"\bngay từ(?: những tháng| tháng| ngày)? đầu(?: năm)? $")
"""Before a year from whose start something was done, or is to be: rà soát ngay từ đầu năm │ 2023."""
SO_FAR = re.compile(r"[^.;]{0,70}?\b(?:đã|luôn|được)\b")
"""After one of which is told what was done."""
NEW = Gated(
    r"(?:giao thừa(?: (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) \w+)?|(?:đón|mừng|chúc|chào|hội|đầu|dịp|mùa|báo|tết|vụ) xuân|năm mới"
    r"|tết(?: (?:nguyên đán|âm lịch|cổ truyền|dương lịch|trồng cây))?(?: (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) \w+)?) (?:năm )?$"
)
"""Before a year that is greeted: Tết Nguyên đán │ 2019."""
OF_YEAR = ("đầu năm ", "cuối năm ", " của năm ", " đầu ", " cuối ")
"""How what `PART` finds ends."""
AT_START = ("đầu năm ", " đầu ")
"""How what `START` and `AT_ONCE` find ends."""
LEGAL = Gated(
    r"(?:luật|nghị định|nghị quyết|thông tư|quyết định|công văn|chỉ thị|kết luận(?: số)? \d|pháp lệnh|căn cứ|số \d)[^;.]{0,50}$"
    r"|/$|/(?<=\d/)(?!(?:ngày|năm|tháng|giờ|tuần|vụ|ha|người|hộ|lượt)\b)[a-zđ-]+[^;.]{0,30}$"
)
RESOLVED = re.compile(
    r"so với nghị quyết(?: [^\W\d]+){0,4} năm $"
    r"|chỉ tiêu(?: [^\W\d]+)? nghị quyết năm $"
    r"|(?:phải|cần) (?:[^\W\d]+ ){0,3}xong trong năm $"
    r"|nghị quyết(?: (?!số\b)[^\W\d]+,?){0,8} (?:nhiệm vụ|phương hướng|kế hoạch|chỉ tiêu|dự toán)(?:,? [^\W\d]+){0,8} $"
)
"""Before the year of the plans that a council resolves on: thông qua nghị quyết về dự toán ngân sách năm │ 2024."""
SINCE_ACT = re.compile(
    rf"(?:sơ kết|tổng kết|đánh giá|nhìn lại|qua|sau) (?P<n>\d{{1,2}}|{'|'.join(SAID)}) năm "
    r"(?:triển khai |tổ chức )*(?:thực hiện|thi hành)\b[^;.]*$"
)
"""Before the date of an act that has been carried out for some years: tổng kết 10 năm thực hiện Chỉ thị số 03, ngày 10-4-│2009."""
REVIEWED = re.compile(
    r"(?:sơ kết|tổng kết|nhìn lại)\b[^.;]{0,30}?(?:thực hiện|thi hành) "
    r"(?:luật|nghị quyết|nghị định|chỉ thị|kết luận|quyết định) số\b[^.;]*$"
)
"""Before the date of an act that is looked back on, be it soon or long after: tổng kết việc thực hiện Nghị quyết số 18 ngày │ 25-10-2017"""
CROP_OF = re.compile(
    r"\b(?:(?:vụ|lúa) (?:hè thu|thu đông|mùa|xuân hè|xuân|chiêm xuân|chiêm|đông)|mùa (?:mưa(?:,? (?:bão|lũ))?|lũ)|trung thu)(?: năm)? $"
)
"""Before the year of a crop or season that runs or is just over: vụ hè thu │ 2008."""
SAME_PERIOD = re.compile(r"(?:cùng kỳ|cùng thời điểm|so cùng)(?: \w+){0,3} $|(?:trong khi|bằng|so với|hơn|vượt) (?:của )?cả năm $")
ATTAINED = re.compile(
    r"(?<!đấu )(?<!tâm )(?<!nhằm )(?<!để )(?<!sẽ )(?<!phải )(?<!cần )(?<!sức )(?:vượt|hoàn thành(?: vượt)?)(?: xa| mức)?"
    r" (?:dự toán|kế hoạch|chỉ tiêu)(?: (?!năm\b)[^\W\d]+){0,4} (?:năm )?$"
    r"|(?:đã|khen thưởng|khen|biểu dương|tập thể|cá nhân|đơn vị|tổ chức đảng|đảng viên|chi bộ|công nhận)"
    r"(?: (?!(?:để|sẽ|phải|cần|nhằm)\b)[^\W\d]+){0,4} hoàn thành"
    r" (?:xuất sắc|tốt|toàn diện|vượt mức)(?: các)? nhiệm vụ(?: (?!năm\b)[^\W\d]+){0,4} (?:năm )?$"
    r"|so với (?:nghị quyết|kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?: (?!năm\b)[^\W\d]+){0,4} (?:năm )?$"
    r"|(?:bằng|đạt|được|tới|khoảng|đương) [\d.,]+ ?%(?: so với)?"
    r" (?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?: (?!năm\b)[^\W\d]+){0,4} (?:năm )?$"
)
ASIDE_OF = re.compile(r"\d[\d.,]* ?(?:%|[^\W\d]+(?: [^\W\d]+)?) \((?:cùng kỳ |con số (?:của )?)?$")
"""What opens a bracket that compares with a figure: đạt 71% (│4 tháng đầu năm 2013 là 64%)."""
TO_ATTAIN = re.compile(r"(?:yêu cầu|đề nghị|giao|phải|cần|quyết tâm|phấn đấu) [^.;]{0,50}hoàn thành[^.;]*$")
"""Before a year whose plan is yet to be made or fulfilled: yêu cầu sở hoàn thành dự toán năm │ 2008."""
COMPARED = re.compile(
    r"trong khi(?: (?!năm\b)[^\W\d]+){0,4} năm $|với (?:(?:cùng kỳ|mức|kết quả) )?(?:của )?(?:năm )?$"
    r"|(?:so với|(?:thấp|cao|nhiều|ít|lớn|nhanh|chậm) hơn|bằng(?= [\d(]| mức| với| năm| cùng| kết| cả)|gấp)(?: [\w,.%]*[\w,%]){0,4} $"
)
SINCE_END = re.compile(r"so với (?:thời điểm |ngày )?(?:cuối|kết thúc|hết|31/12|tháng 12) (?:năm )?$")
ORDINAL = re.compile(r"(?:lần|đợt|phiên|kỳ|kỳ họp|hội nghị|cuộc họp) (?:thứ )?(?:\d{1,2}|[ivx]+|nhất|hai|ba|tư|năm|sáu),? (?:trong )?năm $")
"""Before the year within which meetings are counted: hội nghị đối thoại lần 2 năm │ 2023."""
PLANNED = re.compile(
    r"(?:nhiệm vụ|phương hướng|chủ đề|kế hoạch|chương trình|đề án|mục tiêu|chỉ tiêu|dự toán|phấn đấu|quyết nghị|danh mục|triển khai"
    r"|kịch bản|bước sang|bước vào|giải pháp|dự kiến)"
    r"(?:[,;]? (?!năm\b)[\w-]+){0,12},? (?:năm )?$|(?:^|[.;,] ?)sang năm $"
    r"|(?:phải|cần)(?: [^\W\d]+){0,3} xong trong (?:năm )?$"
    r"|(?:thống nhất|nhất trí|cam kết|đề nghị|yêu cầu|kiến nghị)(?: (?:từ|trong|sang|ngay)){0,2} (?:năm )?$"
)
TO_PLAN = re.compile(
    r"(?:xây dựng|lập|chuẩn bị)(?: dự thảo| phương án)? (?:dự toán|kế hoạch)(?: (?!năm\b)[\w-]+){0,8} (?:năm )?$"
    r"|(?:chuyển|kéo dài|chuyển nguồn|thanh toán|giải ngân)(?: [\w-]+){0,6} (?:sang|qua) (?:năm )?$"
)
DISCUSSED = re.compile(
    r"(?:thảo luận|cho ý kiến|xem xét|góp ý|tham gia ý kiến)\b[^.;]{0,45}?(?:dự toán|kế hoạch|chương trình công tác|phương hướng|nhiệm vụ)"
    r"(?:,? (?!năm\b)[\w-]+){0,8} (?:năm )?$"
)
"""Before a year of whose plan is only talked, in autumn that of the next: thảo luận chương trình công tác năm │ 2024."""
SAME = r"(?!(?:19|20)\d\d)"
"""No other year may stand between: tổng kết tình hình thực hiện nhiệm vụ năm 2022, triển khai nhiệm vụ năm │ 2023."""
CARRIED_OUT = re.compile(
    rf"(?:kết quả|đánh giá|báo cáo|sơ kết|tổng kết|kiểm điểm|tình hình)\b(?:{SAME}[^.;]){{0,45}}?thực hiện(?:{SAME}[^.;]){{0,30}}? "
    rf"(?:chương trình|kế hoạch|nhiệm vụ|chỉ tiêu|dự toán|mục tiêu)(?:,? {SAME}(?!năm\b)[\w-]+){{0,8}} (?:năm )?$"
)
"""Before a year whose plan is looked back on: đánh giá kết quả thực hiện nhiệm vụ năm │ 2020."""
RESULTS = re.compile(r"(?:tổng kết|sơ kết|kết quả|số liệu|kết thúc|báo cáo|nhìn lại)(?:,? (?!năm\b)[\w-]+){0,10} (?:năm )?$")
CALL_UP = re.compile(r"(?:tuyển quân|giao quân|nhập ngũ|giao nhận quân|giao, nhận quân)(?: [^\W\d]+){0,3} (?:năm )?$")
"""Before the year in whose spring recruits are called up: tổng kết công tác tuyển quân năm │ 2018."""
INTERIM = re.compile(r"sơ kết(?:,? (?!năm\b|tổng\b|thực\b)[\w-]+){0,10} (?:năm )?$")
"""Before a year that is under way: sơ kết huấn luyện giai đoạn 1 năm │ 2016."""
ENDED = re.compile(r"(?:(?:tính |thời điểm )(?:đến )?(?:cuối|hết)|tính đến|thời điểm) (?:năm )?$")
END = re.compile(r"(?<!lần )(?<!đợt )(?:cuối|hết) (?:năm )?$")
AHEAD = re.compile(r"(?:đến|tới|tầm nhìn|định hướng)(?: cuối| đầu| giữa| vụ| niên vụ| dịp| mùa)? (?:năm )?$")
ASIDE = re.compile(
    r"(?:trước|vào|từ|để|cho"
    r"|theo (?:kết quả |số liệu )?(?:tổng )?(?:kiểm kê|điều tra|bản đồ|bảng giá|đơn giá|chuẩn nghèo)(?: (?!năm\b)\w+){0,5}"
    r"|(?<!xác )(?<!thiết )(?<!độc )lập|xây(?: dựng)?|lắp(?: đặt)?|mua sắm|trang bị|thu hồi(?: đất)?|cải tạo|nâng cấp|xếp hạng"
    r"|cổ phần hóa|phê duyệt"
    r"|bổ nhiệm|đổi tên|giáo dục phổ thông(?: mới| tổng thể)?|gdpt"
    r"|khởi công|hoàn thành|khánh thành|thành lập|ban hành|(?<!kiểm )duyệt|cấp phép|cháy|ký kết)"
    r"(?: cuối| đầu| vụ| niên vụ| dịp| mùa)? (?:năm )?$"
)
PASSED = re.compile(
    r"(?:(?<!mùa mưa )bão|lũ|lụt|lũ quét|hạn|hạn hán|rét hại|mua|(?<!vệ )(?<!phát )(?<!học )(?<!tái )(?<!an )sinh"
    r"|sáp nhập|chia tách|tái lập|về đích|công nhận|đạt chuẩn|ra đời"
    r"|thoát nghèo|tốt nghiệp|ra trường|nghỉ hưu|đoạt giải|giải phóng|giữa)(?: (?:lịch sử|lớn|xong))? (?:năm )?$"
    r"|(?:đợt|trận|cơn|vụ|mùa)(?: [^\W\d]+){1,3} lịch sử (?:năm )?$"
)
"""Before the year of something long done, or of some day: trận lũ lịch sử năm │ 2008."""
LIMIT = Gated(
    r"(?:sẽ|phấn đấu|dự kiến|muộn nhất|chậm nhất)(?: [^\W\d]+){0,9} $|(?:sớm hơn|muộn hơn)(?: [^\W\d]+){0,2} $"
    r"|(?<!tính )(?:trước|chậm nhất|hoàn thành|báo cáo|phấn đấu|sẽ|dự kiến|từ|tới|kể từ"
    r"|(?<!đã )(?<!công )(?<!quá )(?<!quy )(?<!tờ )(?<!tiến )(?<!hành )(?<!lịch )(?<!giải )trình"
    r"|nhiệm vụ|phương hướng|kế hoạch|giải pháp|trọng tâm|chương trình(?: công tác)?|tới đây|thời gian tới)(?: [^\W\d]+){0,5} $"
    r"|(?<!tính )(?:đến|hết) (?:ngày |hết |tháng )*$"
    r"|(?:chuẩn bị|sẵn sàng|hướng tới)(?: cho)?(?: [^\W\d]+){1,10} (?:vào )?(?:\d+ giờ )?$"
    r"|(?:yêu cầu|phải|đề nghị|cam kết|hứa)(?: [^\W\d]+){0,6} trong (?:tháng |quý )?$"
)
AIM = Gated(r"(?:phấn đấu|yêu cầu|đề nghị|mục tiêu|dự kiến|phải|cần|sẽ|giao|quyết tâm)\b[^.;]{0,40}$")
"""Before a day up to which something is to be done, not had: phấn đấu đến 30/6/│2019 trồng 10 ha."""
SESSION = Gated(
    r"(?:họp|giao ban|hội nghị|sơ kết|(?:định|thường|lệ) kỳ|thường lệ|trực báo)(?: (?:phiên|thường|định|lệ|kỳ|niên|công tác|ban|chấp|hành"
    r"|ubnd|hđnd|ủy|tỉnh|huyện|thị|xã|thành|phố|phường|quận)){0,6} (?:tháng )?$"
)
"""Before the month that a session is of: phiên họp thường kỳ tháng │ 8/2020."""
NOT_DONE = (
    r",? (?:(?!dự kiến|ước|phấn đấu|phải|cần|sẽ|giao\b(?! thông| dịch| lưu| ban)|đặt|(?<!trình )mục tiêu|chỉ tiêu"
    r"|(?<!hòng )kế hoạch|dự toán)[^\W\d]+,? ){0,8}?"
)
DONE = re.compile(
    NOT_DONE + r"(?:đã (?!xây dựng|ban hành)[^\W\d]|(?:đạt|thu được|hoàn thành được|còn|có|là|tăng|giảm|xảy ra|xử lý|giải ngân|bắt giữ)"
    r" (?:(?!sẽ |phải |cần )[^\W\d]+ ){0,2}\d|\d[\d.,]* ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|tấn|ha\b|vụ\b|hộ\b|km\b)"
    r"|(?:(?!phấn |sẽ |phải |cần |dự )[^\W\d]+ ){1,5}\d[\d.,]* [^.;,\n\d]{2,40}, (?:đạt|bằng|vượt) \d[\d.,]*% (?:kế|KH|chỉ|dự toán|so))"
)
"""After a year of which a result is told: "Năm 2019 thu ngân sách đạt 270 tỷ"."""
HAD = re.compile(
    NOT_DONE + r"(?:đã|có|còn|đạt|được|giải ngân|thực hiện|hoàn thành|bàn giao|thu|trồng|cấp|tiếp nhận|phát hiện|bắt|khởi tố|ghi nhận"
    r"|xảy ra|kiểm tra|xử lý|giải quyết|kết nạp|cho vay|hỗ trợ|thụ lý|khám"
    r"|tiếp|giám sát|ban hành|vận động|đón) (?:(?!sẽ |phải |cần )[^\W\d]+ ){0,2}\d"
)
"""After the end of a year at which something was so: "hết năm 2019, cả tỉnh có 40 xã"."""
CLOSES = re.compile(r" (?:đã |đang )?(?:sắp|gần|chuẩn bị) (?:hết|kết thúc|qua|khép lại)")
SHOWS = re.compile(r"(?! (?:đã|vừa)\b)[^.,;\n\d]{0,30} cho (?:thấy|kết quả)\b")
"""After the year of what shows something: điều tra năm 2022│ của ngành cho thấy."""
SO_LITTLE = re.compile(r"(?: [^\W\d]+){0,3} (?:đạt|được|giải ngân) (?:[1-4]?\d)(?:,\d+)? ?%(?! (?:so|kế hoạch của))")
"""After a year of whose capital less than a half has been spent, so that it is not over: vốn năm 2024│ đạt 9%."""
SPENT = re.compile(r"(?:giải ngân|vốn đầu tư)(?: (?!năm\b)[^\W\d]+){0,5} (?:năm )?$")
UNDER_WAY = re.compile(
    r"(?! (?:để|phải|sẽ|cần)\b)[^.;\n]{0,60}?\b(?<!nông thôn )(?:chỉ )?mới "
    r"(?:đạt|giải ngân|thực hiện|thu|được|bố trí|phân bổ|cấp)[^.;]{0,30}?\d[\d.,]* ?%"
    r"|(?! (?:để|phải|sẽ|cần)\b)[^.;\n]{0,70}?\b(?:đến nay|tới nay|hiện)(?: đã| mới| chỉ)* "
    r"(?:đạt|giải ngân|thực hiện|thu|bố trí|phân bổ)[^.;\n]{0,30}?(?<![\d,])\d\d?(?:,\d+)? ?%"
)
"""After a year of whose plan a part is told that is done so far: kế hoạch vốn năm 2022│ mới đạt 38%."""
SETS_OUT = re.compile(
    r"[,:]? (?:(?!đã|được|không)[^\W\d]+ ){0,6}?(?:sẽ|[Pp]hấn đấu|[Qq]uyết tâm|[Tt]ập trung(?! chỉ)|đặt (?:ra )?(?:mục tiêu|chỉ tiêu)"
    r"|đề ra (?:mục tiêu|chỉ tiêu))\b"
)
"""After a year of which is told what somebody sets out to do: năm 2014│, sở tập trung rà soát."""
UNTIL_NOW = re.compile(r" (?:đến|tới) (?:nay|giờ|hết|ngày|cuối|tháng|quý|\d+/)")
"""After a month since which something has been so."""
SINCE = re.compile(r"(?<!kể )(?<!lực )(?<!dụng )từ (?:ngày |tháng |quý )*$")
"""Before the start of it."""
BEGAN = re.compile(
    r"(?:duyệt|khởi công|thành lập|vận hành|(?<!kế )hoạt động|xảy ra|tồn tại|bắt đầu|tái lập|sáp nhập|chia tách|ký kết)"
    r" từ (?:ngày |tháng |quý )*$"
)
"""Before the month in which something began of which nothing else is told: dự án được phê duyệt từ tháng │ 4/2017."""
SPAN = re.compile(
    r"(?<!kéo dài )(?<!hạn )từ (?:ngày |tháng |quý )?[\divIV/.-]+(?: năm \d{4})? (?:đến|tới) (?:hết )?(?:ngày |tháng |quý )*$"
)
"""Before the end of a time of which is told: kiểm tra việc thu ngân sách từ tháng 1/2016 đến tháng │5/2018."""
WILL = re.compile(r",? (?:sẽ|phải|cần|để|nhằm|dự kiến)\b")
"""After a year or month that lies ahead."""
VOWED = re.compile(r"(?<= )sẽ [^.\n]* trong $")
"""Before a month or quarter in which somebody says that he will do something: Sở sẽ rà soát, đề xuất thanh lý │ trong quý IV/2024."""
VOWED_WITHIN = 240
AIMED_AFTER = ("; năm ", "; đến năm ", ", đến năm ", ", năm ")
AIMED_LIST = re.compile(r"(?:mục tiêu|phấn đấu|lộ trình)[^.\n]*$")
"""Before another year of a list of aims: mục tiêu năm 2019 có 50% số xã đạt chuẩn; │ năm 2020 có 60 huyện."""
SOMEBODY_WILL = re.compile(r",? (?:[^\W\d]+ ){1,4}(?:sẽ|có thể|có khả năng)\b")
"""After a year of which is told what somebody is about to do: năm 2017│ huyện sẽ bố trí 14 tỷ đồng."""
SOMEBODY = 40
"""Code points in which that stands."""
ORDERED = re.compile(r"(?:thực hiện|triển khai|theo) (?:kế hoạch|chương trình công tác|công văn|thông báo)\b[^;.]{0,50}$")
SITTING = re.compile(r"(?:kỳ họp|phiên họp|hội nghị|đại hội)(?: thường lệ| thường kỳ| nhiệm kỳ)? giữa năm $")
"""Before the year of a session held in its midst: trình kỳ họp thường lệ giữa năm │ 2023."""
ORDINALS = frozenset((*map(str, range(1, 13)), "i", "ii", "iii", "iv", "v", "vi", "nhất", "hai", "ba", "tư", "năm", "sáu"))
PASSES = frozenset((
    "bão", "lũ", "lụt", "quét", "hạn", "hán", "hại", "mua", "sinh", "nhập", "tách", "lập", "đích", "nhận", "chuẩn", "đời", "phóng", "giữa",
    "sử", "lớn", "xong", "nghèo", "nghiệp", "trường", "hưu", "giải",
))  # fmt: skip
"""The last word of what `ORDINAL` and `PASSED` find, before the year."""
SERIES = re.compile(r"[^.;\n]{1,40}?[,;] (?:đến |còn |và )?(?:năm )?(?:19|20)\d\d(?:,? [^\W\d]+){1,3} \d")
"""After a year of a series of which each is over: năm 2016│ tăng 8,05%, 2017 là 8,25%."""
SERIES_LAST = re.compile(r"(?:19|20)\d\d(?:,? [^\W\d]+){1,5} \d[^.;\n]{0,24}[,;] (?:đến |còn |và )?(?:năm )?$")
"""Before the last one."""
TO_FULFIL = re.compile(
    r"(?:để|nhằm|phấn đấu|quyết tâm) hoàn thành (?:vượt mức |vượt )?(?:dự toán|kế hoạch|chỉ tiêu)(?: (?!năm\b)[^\W\d]+){0,4} (?:năm )?$"
)
"""Before the year of what is yet to be fulfilled: để hoàn thành dự toán │ 2013 phải thu thêm 38 tỷ."""
MANNERS = tuple((manner, Gated(pattern.pattern)) for manner, pattern in (
    ("to fulfil", TO_FULFIL),
    ("attained", ATTAINED), ("same period", SAME_PERIOD), ("since end", SINCE_END), ("compared", COMPARED), ("ended", ENDED),
    ("ahead", LIES_AHEAD), ("end", END),
    ("ahead", AHEAD), ("aside", ASIDE),
    ("to plan", TO_PLAN),
    ("discussed", DISCUSSED),
    ("call-up", CALL_UP), ("interim", INTERIM), ("estimated", ESTIMATED), ("results", CARRIED_OUT), ("planned", PLANNED),
    ("results", RESULTS), ("to come", TO_COME),
))  # fmt: skip
"""How a year is named, by what stands before it; the first that fits."""
AFTER = (
    ("closing", CLOSES),
    ("attained", UNDER_WAY),
    ("aside", SHOWS),
    ("planned", WILL),
    ("estimated", ESTIMATED_AFTER),
    ("assigned", ASSIGNED),
    ("is one", IS_ONE),
    ("done", DONE),
    ("planned", SETS_OUT),
    ("done", HAD),
)
"""The same by what stands after it."""


def in_brackets(before: str, text: str, end: int) -> bool:
    """Whether a year alone stands in brackets, of what was done in it: được UNESCO công nhận (│1999)."""
    return before.endswith(("(", "(năm ")) and text.startswith(")", end)


def of_series(before: str, text: str, end: int) -> str | None:
    """How a year of results is named that is one of several told one after the other: the last of them says when they were over."""
    return "aside" if SERIES.match(text, end) else "series" if SERIES_LAST.search(before) else None
