"""The words around a year that is not over where it is told of: what is given out for it, estimated of it, or to come in it.

    "Năm 2019│, huyện được giao 62 tỷ đồng"      assigned
    "Năm 2019│, thu ngân sách ước đạt 62 tỷ"     estimated
    "Vốn còn lại sẽ bố trí trong năm │ 2020"     to come
    "Quy định có hiệu lực từ ngày 15/8/│2017"    in force, or to be

For `rules.named.years`, which looks before the year in small letters. What must and must not be read: corpus/years.tsv.
"""

import re

TO_COME = re.compile(r"\b(?:sẽ|cam kết|hứa|kỳ vọng|quyết tâm) (?:[^\W\d]+,? ){0,9}(?:trong|sang|ngay)(?: cả)? (?:năm )?$")
LIES_AHEAD = re.compile(
    r"(?:phấn đấu|mục tiêu|quyết tâm|yêu cầu|dự kiến|cam kết|\bsẽ|\bđể|\bphải)\b[^.;]{0,50} ?(?:cuối|hết) (?:năm )?$"
    r"|(?:dự kiến|sẽ|phấn đấu) (?:được )?(?:đưa vào|đi vào|hoàn thành|khánh thành|thông xe|vận hành|khởi công)"
    r"(?: [^\W\d]+){0,4} (?:trong |vào |từ )?(?:năm )?$"
)
"""Before a year by whose end something is to be, or in which something is to be built: phấn đấu đến hết năm │ 2025."""
LAST = re.compile(r"năm (?:ngoái|trước),? ?\(?(?:năm )?$")
"""Before the year of which is said that it was the last: so với năm ngoái (năm │ 2014)."""
BUILT = re.compile(
    r"(?<!đã )(?:khởi công|động thổ|khánh thành|hoàn thành|thông xe|thông tuyến|vận hành|khai thác|sử dụng)"
    r"(?: vào| trong)? (?:tháng |quý )?$"
)
"""Before the month in which something is begun or done, be it past or to come: khởi công quý │ IV/2008."""
ESTIMATED = re.compile(r"\bước (?:(?:thực hiện|tính|đạt|thu|chi|cả|hết) ){0,3}năm $")
ESTIMATED_AFTER = re.compile(r",? (?:(?!đã\b)[^\W\d]+,? ){0,6}?ước (?:đạt|tính|thực hiện|thu|chi|tăng|giảm|còn|cả|khoảng|\d)")
ASSIGNED = re.compile(
    r",? (?:(?!đã\b|tổng\b)[^\W\d]+,? ){0,5}?(?:được (?:[^\W\d]+ ){0,3}?)?"
    r"(?:giao(?! thông| dịch| lưu| ban| thương| nhận)|phân bổ|bố trí) (?:cho )?(?:[^\W\d]+ ){0,3}\d"
)
IS_ONE = re.compile(r" (?:được xác định )?(?:là|là một) năm (?!thứ \w+ (?:liên tiếp|liền))[^\W\d]")
"""After a year of which is said what kind of one it is: năm 2020│ là năm cuối nhiệm kỳ."""
IN_FORCE = re.compile(r"(?:có hiệu lực|được áp dụng|áp dụng thí điểm)(?: thi hành)?(?: kể)? từ (?:ngày |tháng |quý )*$")
"""Before the day from which a rule holds, be it past or to come."""
LOOKED_BACK = re.compile(
    r"(?:đánh giá|kết quả|tình hình|báo cáo|kiểm điểm|sơ kết|tổng kết)\b[^.;,]{0,24}? thực hiện(?: các| những)? "
    r"(?:nhiệm vụ|kế hoạch|chương trình|chỉ tiêu)(?: [^\W\d]+){0,5} $"
)
"""Before the month or quarter whose tasks are looked back on: đánh giá tình hình thực hiện nhiệm vụ quý II/│2011."""
