"""What stands over a table: the period, the place and the unit of all its figures, and what they are about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Block, BlockKind, Period
from giaoban.reading.engine import Page
from giaoban.reading.letters import CAPITALS
from giaoban.reading.marks import PlaceMention
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.tables import units
from giaoban.reading.rules.figures.tables.grid import Table
from giaoban.reading.rules.figures.tables.times import through, timed
from giaoban.reference.folding import fold

ATTACHED = re.compile(r"\(?\s*(?:kem theo|ban hanh kem|dinh kem)")
"""How the line begins that says to which letter a table belongs: its date is no period."""
ACT = re.compile(r"(?i)\bsố\s*\d[\w/.-]*\s*,?\s*ngày\s+\d[\d/.-]*")
"""An act with its date, which is no period."""
NUMBERED = re.compile(r"(?i)^(?:(?:phụ )?biểu(?: mẫu)?|bảng|phụ lục)\s*(?:số)?\s*[\dIVX.]*(?:/\w+)?\s*[:.–-]?\s*")
LEADS = re.compile(
    r"(?i)(?:(?:một số|các|tổng hợp|báo cáo|tình hình|kết quả|biểu|số liệu|thống kê|thực hiện|rà soát|chỉ tiêu|chủ yếu|về|của|và)\s+)*"
)
_NO_NAME = "NĂM|THÁNG|QUÝ|GIAI|ĐẾN|TÍNH|VÀ|THEO|TRONG|SO|ĐẦU|CUỐI|HỘI|ỦY|UỶ|TRỰC|ĐƯỢC|CÓ|CỦA|ĐÃ"
CAPITAL_PLACE = re.compile(
    rf"(?<!\w)(?:TỈNH|HUYỆN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG|THỊ TRẤN|QUẬN|ĐẶC KHU)(?: (?!(?:{_NO_NAME})\b)[{CAPITALS}]{{2,7}}\b){{1,4}}"
)
"""A place in a caption that is written in capitals."""
PLANS = re.compile(
    r"(?:(?:phu )?bieu(?: mau)?|bang|phu luc)?[\s\divx.:/–-]*(?:tong hop |giao |phan bo |bang |cac |chi tiet )*(?:chi tieu )?"
    r"(?:ke hoach|du toan|muc tieu|(?:giao|phan bo) chi tieu"
    r"|(?<=chi tieu )(?=.*\b(?:giao|phan bo) (?:cac|cho|tung|xa|phuong)\b)\w+)\b"
    r"(?!.*\b(?:thuc hien|ket qua|quyet toan|uoc|tinh hinh|danh gia)\b)"
)
"""A caption over what is to be reached, not what was: "Chỉ tiêu kế hoạch năm 2025 giao các xã"; folded."""
CUTS = (
    " năm 2", " năm 1", " tháng ", " 6 tháng", " quý ", " giai đoạn", " trên địa bàn", " phân theo", " chia theo", " theo ",
    " tính đến", " huyện ",
    " xã ", " tỉnh ", " qua các năm",
)  # fmt: skip
"""Words after which a caption says of when and where it is."""
TAIL = re.compile(r"(?i)[\s,.:;(–-]*(?:\b(?:năm|của|trên địa bàn|tại|theo|các|qua|tính đến|ngày|và|giai đoạn|tháng)[\s,]*)*$")


@dataclass(frozen=True, slots=True)
class Caption:
    """`name` is what the table is about, as far as the words over it say; None and empty where they do not. `plans`: it sets aims."""

    period: Period | None
    place: str | None
    units: tuple[str, ...]
    name: str
    plans: bool


def caption(page: Page, table: Table, context: Context) -> Caption:
    """What is said over a table; the text's own period and place where nothing is said there."""
    said = [*table.titles[::-1], *(block.span.of(page.text) for block in table.above if block.kind is not BlockKind.DATELINE)]
    told = [text for text in said if not ATTACHED.match(fold(text))]
    titled = [*told, *(block.span.of(page.text) for block in page.document.blocks if block.kind is BlockKind.TITLE)]
    period = next((found for text in titled if (found := _period(ACT.sub("", text)))), None)
    every = next((each for text in told if (each := units.over(text))), ())
    place = next(_places(page, table.above), None)
    plans = any(PLANS.match(fold(text)) for text in titled)
    return Caption(
        period or context.own_period, place or _own(page, table, context), every, next(filter(None, map(_name, told)), ""), plans
    )


def _own(page: Page, table: Table, context: Context) -> str | None:
    """The place that the document is about, unless only cells of the table name it: a road that leads there."""
    own, first, last = context.where.own, table.heads[0].block.span.start, table.rows[-1].block.span.end
    outside = (found for found in page.all(PlaceMention) if not first <= found.span.start < last)
    return (
        own
        if any(found.what.name == own for found in outside) or not any(each.what.name == own for each in page.all(PlaceMention))
        else None
    )


def _period(text: str) -> Period | None:
    period = timed(text).period
    return period and through(period, text)


def _places(page: Page, above: tuple[Block, ...]) -> Iterator[str]:
    for block in above:
        yield from (found.what.name for found in page.within(PlaceMention, block.span))
        yield from (found[0] for found in CAPITAL_PLACE.finditer(block.span.of(page.text)))


def _name(text: str) -> str:
    """The words of a caption that say what is counted; nothing of a line that only says the unit."""
    if units.OVER.match(text):
        return ""
    rest = NUMBERED.sub("", units.LAST.sub("", text), count=1)
    rest = LEADS.sub("", rest, count=1)
    cut = min((at for word in CUTS if (at := rest.lower().find(word)) > 0), default=len(rest))
    name = TAIL.sub("", rest[:cut])
    return name[:1].upper() + name[1:]
