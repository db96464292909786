"""What to call a meeting of which a paper tells: by what met, not by the paper.

"Thông báo kết luận của đồng chí Trần Văn An tại cuộc họp giao ban tháng 6"    Cuộc họp giao ban tháng 6
"""

import re
from typing import Any

from giaoban.reference.places import STOPPED

PAPERS = ("thông báo", "kết luận", "biên bản", "báo cáo", "công văn", "tờ trình", "văn bản")
FILE = re.compile(r"\.[a-z]\w{1,4}$", re.IGNORECASE)
NAMES = "cuộc họp|buổi họp|phiên họp|kỳ họp|họp giao ban|buổi làm việc|cuộc làm việc|buổi giao ban|hội nghị"
SAID = rf"(?:[^\n;:.()“”\"]|\.(?=\d)|(?<=\b(?:{'|'.join(STOPPED)}))\.)"
OCCASION = re.compile(rf"\b(?<!nghị quyết )(?<!chuẩn bị )(?P<what>(?:{NAMES})[ \u00a0]{SAID}{{3,}})", re.IGNORECASE)
"""What met, not what a paper cites or gets ready for; a stop within a day or behind a shortened kind of town ends nothing."""
LONGEST = 200


def title_of(paper: str, sentence: str, fields: dict[str, Any]) -> str:
    """What the paper, or else the sentence that tells of the meeting, calls it; else who was reviewed, convened or presided.

    paper   the title of a record, or the name of its file; what is no paper, as a piece of news, names the meeting by its own title
    fields  `meeting` of the exchange record
    """
    if not (paper.casefold().startswith(PAPERS) or FILE.search(paper)):
        return paper
    return _occasion(paper) or _occasion(sentence) or _who(fields) or paper


def _occasion(text: str) -> str:
    """ "Cuộc họp giao ban tháng 6"; of what is all in capitals nothing, since names in it could not be told."""
    found = OCCASION.search(text) if text != text.upper() else None
    said = " ".join(found["what"].split()).strip(" ,-–") if found else ""
    return said[:1].upper() + said[1:] if len(said) <= LONGEST else ""


def _who(fields: dict[str, Any]) -> str:
    if reviewed := fields.get("reviewed"):
        return f"Buổi làm việc với {reviewed}"
    if convener := fields.get("convener"):
        return f"Cuộc họp của {convener}"
    chair = (fields.get("chair") or {}).get("name")
    return f"Cuộc họp do đồng chí {chair} chủ trì" if chair else ""
