"""Whether the day or month that a limit names is that up to which results are counted, and so lies behind.

    "Đến 30/6 │ mới đạt 38,9%", "kế hoạch 98%, thực hiện đến tháng 6 │ đạt 97,2%"    behind
    "phấn đấu đến 30/6 │ đạt 38,9%"                                                  ahead

What must and must not be read: corpus/periods.tsv.
"""

import re

from giaoban.model import Span

UP_TO = re.compile(r"\b(?:[Đđ]ến|[Tt]ới|[Hh]ết)(?: (?:hết|cuối|ngày|tháng|là|thời điểm))*[ (]$")
"""Words that lead to a time limit, or to the day up to which results are counted: đến 30/6 mới đạt 38,9%."""
COUNTED = "[Tt]ính|[Cc]ộng dồn|[Ll]ũy kế|[Ll]uỹ kế"
COUNTED_TO = re.compile(rf"(?:[,;:] (?:đã |ước )?thực hiện|\b(?:{COUNTED})(?: (?:từ|đầu|năm|chung))*) (?:đến|tới)(?: \w+){{0,3}}[ (]$")
GIVES = "giao(?! (?:dịch|ban|thông|lưu|thừa|quân|nhận|đất|rừng))"
"""The word for giving a task, not as in phòng giao dịch."""
ASKED = rf"phấn đấu|phải|sẽ|cần|yêu cầu|đề nghị|{GIVES}|mục tiêu|dự kiến|để|nhằm|chậm nhất|bảo đảm|kế hoạch|chỉ tiêu"
WANTED = re.compile(rf"\b(?:hoàn thành|xong|{ASKED})\b", re.IGNORECASE)
WANTED_BEHIND = re.compile(rf"\b(?:{ASKED})\b", re.IGNORECASE)
"""The same behind the time, where what is finished is so as likely: đến hết tháng 6, khối lượng │hoàn thành│ đạt 45%."""
REACHED = re.compile(
    r",? (?!phấn đấu|phải|sẽ|cần)[^.;]{0,60}?"
    r"\b(?:hoàn thành|đạt|có|còn|là|được|mới|đã|vẫn|chiếm|bằng|ước|tăng|giảm|thu|chi|giải ngân|xảy ra|ghi nhận)\b[^.;]{0,20}?\d|: \d"
)
SO_FAR = re.compile(r",? (?:mới|đã|vẫn|chỉ mới)\b")
"""What says behind a day that it lies behind, whatever is wanted before it: để sửa 36 công trình, đến hết tháng 6 │mới│ giải ngân."""
BEHIND = 90
"""Code points before a time in which it is told what it is."""


def counted_up_to(text: str, start: int, end: int, sentence: Span) -> bool:
    """Whether results are counted up to the day, so that it lies behind: nobody wants anything before it, and a figure follows."""
    floor = max(sentence.start, start - BEHIND)
    if COUNTED_TO.search(text, floor, start):
        return True
    if not UP_TO.search(text, floor, start) or (WANTED.search(text, floor, start) and not SO_FAR.match(text, end)):
        return False
    follows = REACHED.match(text, end, sentence.end)
    return follows is not None and not WANTED_BEHIND.search(text, end, follows.end())
