"""How desks and small bodies are named that are known by their kind or trade alone."""

import re

DESK_HEADS = (
    "Đội|Tổ|Trạm|Hạt|Điện lực|Công đoàn|Xã đội|Huyện đội|Kho bạc|Bưu điện|Chi nhánh|Nông trường|Hợp tác xã|HTX|Trung tâm|UBKT|BCH"
    "|Quản lý thị trường|Hải quan|Kiểm lâm"
)
"""How bodies are named that are known by their kind alone."""
DESK = re.compile(rf"(?:{DESK_HEADS}|Trung ương|P\.[A-ZĐ]+|CA)\b(?: [\w-]+){{0,6}}")
DESKS = re.compile(
    r"(?:(?:[Cc]ông chức|[Cc]án bộ|[Bb]ộ phận) )?(?:(?:Tài chính(?: ?[-–] ?Kế toán)?|Kế toán|Địa chính(?: ?[-–] ?[Xx]ây dựng)?"
    r"|Tư pháp(?: ?[-–] ?[Hh]ộ tịch)?|Hộ tịch|Thống kê|Văn hóa(?: ?[-–] ?[Xx]ã hội)?|Quân sự|Xã đội|Khuyến nông|Thú y|Thủ quỹ|Một cửa)"
    r"(?: xã| phường| thị trấn)?|(?:VP|VH-XH|TC-KH|TC-KT|LĐ-?TBXH|TN-?MT|GD-ĐT|NN-PTNT|CA|QS|HND|HPN|ĐTN|CCB|ĐC-XD"
    r"|TP-HT|PC\d{1,2}|P\.?(?:KT|VH|TN|TC|LĐ|GD|NV|TP|QL|NN|DT|YT)[A-ZĐ-]*|TT ?(?:PVHCC|HCC|YT|VH[A-ZĐ-]*|DVNN|GDTX|GDNN|PTQĐ|KN|CTXH)"
    r"|VP(?: ?(?:HĐND|UBND|ĐU|&|và)){1,4}|TYT|BQL[A-ZĐ]*|BCHQS|UBMT(?:TQ)?|MTTQ)(?![\w-]))"
)
"""How desks of communes are called by their trade alone, or by the first letters of that or of their office."""
