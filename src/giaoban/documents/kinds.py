"""What a block is, told by its words and its neighbours where the format does not say.

    "Thứ Năm, 12/03/2020, 13:42"        dateline
    "I. Kết quả đạt được"               heading
    "- Thu ngân sách đạt 2.572 tỷ"      list item
    "Quang cảnh hội nghị. Ảnh: T.L"     caption

What must and must not be taken for what: corpus/block_kinds.tsv.
"""

import re
from collections.abc import Sequence

from giaoban.model import BlockKind
from giaoban.reference.folding import written

TITLE_MAX, HEADING_MAX, CAPTION_MAX, DATELINE_MAX = 300, 150, 300, 90
"""The longest each may be, in code points."""

DATE = r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
TIME = r"\d{1,2}\s*(?:[:hH]|giờ)\s*\d{0,2}(?:\s*phút)?(?:\s*[AaPp][Mm])?"
WEEKDAY = r"(?:[Tt]hứ\s+(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ\s+[Nn]hật)"
STAMP = r"(?:[Cc]ập nhật|[Đđ]ăng|[Nn]gày đăng|[Nn]gày xuất bản|[Xx]uất bản)(?:\s+lúc|\s+ngày)?\s*:?\s*"
ZONE = r"(?:\s*[\[(]?(?:GMT|UTC)\s*[+-]\s*\d{1,2}[\])]?)"
DATELINE = re.compile(
    rf"(?:{STAMP})?(?:{WEEKDAY}\s*,?\s*)?(?:{TIME}\s*[,|–-]?\s*)?{DATE}(?:\s*[,|–-]?\s*{TIME})?{ZONE}?\.?"
    rf"|[^\d.!?;:]{{2,40}},\s*ngày[\s.…]*\d{{0,2}}[\s.…]*tháng[\s.…]*\d{{0,2}}[\s.…]*năm[\s.…]*\d{{0,4}}\.?"
)
"""A date by itself, with the clock and the weekday; or the place and date at the head of an official document."""

CREDIT = re.compile(r"[.!?…)\s(–-](?:Ảnh|Nguồn ảnh|Ảnh minh họa)\s*(?:[:/]|minh họa)[^.!?]{0,20}[\w.() /–-]{0,40}$")
SCENE = re.compile(r"\(?(?:Quang cảnh|Toàn cảnh|Ảnh minh h[oọ][aạ]|Ảnh:)\b")
SPEAKS = re.compile(
    r"(?:phát biểu|kết luận|chủ trì|trao đổi|tặng quà|thảo luận|báo cáo|dự|kiểm tra|điều hành|thông tin)\b.{0,60}"
    r"\b(?:hội nghị|buổi làm việc|cuộc họp|phiên họp|buổi họp|hội thảo|kỳ họp)\.?$",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?:Đồng chí|Các đồng chí|Ông|Bà|Phó|Bí thư|Chủ tịch|Giám đốc|Thứ trưởng|Bộ trưởng|Lãnh đạo|Đại biểu|Các đại biểu|Thủ tướng)\b"
)

BULLET = re.compile(r"(?:[-–—+*•·●○▪■◦➢✓❖]|[a-zđ]\s?[.)]|\(?\d{1,2}\))\s*(?=\S)")
NUMBERED = re.compile(
    r"(?:(?:[IVXL]{1,6}|[A-HĐ])\s?[.)/-]\s*|\d{1,2}(?:\.\d{1,2}){0,3}\s?[./-]\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+)(?=[^\W\d_]|[\"“])"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.\s+(?=\d)"
)
PART = re.compile(r"(?:Phần|PHẦN|Mục|MỤC|Chương|CHƯƠNG)\s+(?:(?:thứ|THỨ)\s+\w+|[IVXL]+|\d+)\b")
MEASURED = re.compile(r"\d\s*(?:%|tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha|tấn|USD)\b|\d%")
"""A figure: what has one is no mere heading."""
ENDS_SENTENCE = tuple('.!?…;,:”"')
STATE = re.compile(r"CH[ỦUÙ] NGH[ĨI]A VI[ỆE]T NAM|ĐẢNG CỘNG SẢN VIỆT NAM")
TYPES = "THÔNG BÁO|BÁO CÁO|KẾT LUẬN|NGHỊ QUYẾT|QUYẾT ĐỊNH|KẾ HOẠCH|CHỈ THỊ|TỜ TRÌNH|CÔNG ĐIỆN|BIÊN BẢN|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN"
BEGINS_TYPE = re.compile(rf"(?:{TYPES})\s+\w")
TYPE = re.compile(rf"\b(?:{TYPES})$")
"""What kind of paper it is, at the end of a line, or a whole line where the head does not name the state; alone it names no record."""
HEAD = 14
"""The head of an official document is over after so many blocks."""


def kinds(shown: Sequence[str], given: Sequence[BlockKind | None]) -> list[BlockKind]:
    """The kind of each block, by its words as it shows them; `given` holds what the format already says."""
    texts = [written(text) for text in shown]
    found = [kind or _alone(text) for text, kind in zip(texts, given, strict=True)]
    for index, kind in enumerate(found):
        if kind is BlockKind.PARAGRAPH and given[index] is None and _heads(texts, found, index):
            found[index] = BlockKind.HEADING
    title = _title(texts, found)
    if title is not None and BlockKind.TITLE not in found:
        found[title] = BlockKind.TITLE
    return found


def _alone(text: str) -> BlockKind:
    """The kind of a block judged by its own words, before its neighbours are looked at."""
    length = len(text)
    if length <= DATELINE_MAX and DATELINE.fullmatch(text):
        return BlockKind.DATELINE
    if length <= CAPTION_MAX and is_caption(text):
        return BlockKind.CAPTION
    if PART.match(text) or NUMBERED.match(text):
        heads = length <= HEADING_MAX and not text.endswith((".", ";")) and not MEASURED.search(text)
        return BlockKind.HEADING if heads else BlockKind.LIST_ITEM
    return BlockKind.LIST_ITEM if BULLET.match(text) else BlockKind.PARAGRAPH


def is_caption(text: str) -> bool:
    """Whether the words are those under a picture: they name the photographer, the scene, or a person who is seen speaking."""
    if CREDIT.search(text):
        return True
    if text.endswith((".", "…")) and "." in text[:-1].replace("TP.", ""):
        return False
    return bool(SCENE.match(text)) or bool(len(text) < 200 and PERSON.match(text) and SPEAKS.search(text))


def _heads(texts: Sequence[str], found: Sequence[BlockKind], index: int) -> bool:
    """A short block that ends no sentence and stands over prose is a heading."""
    text = texts[index]
    if len(text) > HEADING_MAX * 2 // 3 or text.endswith(ENDS_SENTENCE) or not text[:1].isupper() or index + 1 >= len(texts):
        return False
    return found[index + 1] in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(texts[index + 1]) > max(len(text), 80)


def _title(texts: Sequence[str], found: Sequence[BlockKind]) -> int | None:
    """What an official document calls itself after its type (THÔNG BÁO …), a type alone on a line, or the first block of an article."""
    head = texts[:HEAD]
    if any(STATE.search(text) for text in head):
        typed = (index + 1 for index, text in enumerate(head) if TYPE.search(text))
        at = next((index for index in typed if index < len(texts)), _calls_itself(head))
    else:
        alone = (index for index, text in enumerate(head) if TYPE.fullmatch(text))
        at = next(alone, _calls_itself(head) or (0 if texts else None))
    return at if at is not None and _entitles(texts[at], found[at]) else None


def _calls_itself(head: Sequence[str]) -> int | None:
    """The line in capitals under a letterhead in capitals that begins with the kind of paper: BIÊN BẢN GIAO BAN TUẦN 24."""
    if not head or not head[0].isupper():
        return None
    return next((at for at, text in enumerate(head) if at and BEGINS_TYPE.match(text) and text.isupper()), None)


def _entitles(text: str, kind: BlockKind) -> bool:
    return len(text) <= TITLE_MAX and kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and not (text.endswith(".") and text[-3:] != "...")
