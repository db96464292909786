"""Whether somebody asks for what a figure says: an order, a request, a plea for something to be granted.

    "yêu cầu giải ngân 95% kế hoạch"   "kiến nghị tỉnh hỗ trợ 2 tỷ đồng"   not: "thanh tra kiến nghị thu hồi 2 tỷ đồng"

What must and must not be read: corpus/roles.tsv, corpus/observations.tsv.
"""

from giaoban.reading.cues import DONE
from giaoban.reading.items import Item
from giaoban.reading.marks import AgencyMention
from giaoban.reading.names import DOERS
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.roles.ordered import MAKES
from giaoban.reading.syllables import last_of, sign
from giaoban.reference.units import Kind

THING = Kind.THING
DONE_WITHIN = 12
ASKS = frozenset(("yêu cầu", "đề nghị", "đề xuất", "chỉ nên", "mong muốn"))
URGES = frozenset(("khẩn trương", "đẩy nhanh", "trọng tâm", "nhằm"))
"""Words of somebody who wants what follows them done; those that urge say as well how something was done."""
ASKS_BEGIN = frozenset(words.split(" ")[0] for words in ASKS | URGES)
NO_ASKING = frozenset(
    (
        "đạt",
        "ứng",
        "đáp ứng",
        "đúng",
        "vai trò",
        "theo",
        "được",
        "các",
        "những",
        "văn bản",
        "đơn",
        "tờ trình",
        "sự",
        "số",
        "bị",
        "vắc",
        "so với",
    )
)
"""Words before an asking that make it a thing."""
AGAINST = "so với"
"""Before what is asked, which is an aim only right before its figure: so với yêu cầu │ 90%."""
CLAIMS = frozenset(("phí", "tiền", "trị", "giá trị", "số", "vốn"))
CLAIMED = frozenset(("quyết toán", "thanh toán", "hoàn thuế", "hoàn trả", "hoàn", "hưởng", "giải ngân"))
FINISHES = frozenset(("hoàn thành", "hoàn thiện", "hoàn chỉnh", "hoàn tất"))
"""What is asked for of which a sum or a file is called: chi phí │đề nghị quyết toán│ 38 tỷ đồng."""
PROMISES = "hứa"
PLEAS = frozenset(("kiến nghị", "xin", "mong", "đòi", PROMISES))
CLAIMS_OUTRIGHT = "đòi"
"""What somebody does who only names the sum: doanh nghiệp đòi │ 168 tỷ đồng."""
REMINDS = frozenset(("nhắc", "lưu ý", "gợi ý", "dặn", "giục", "nhắc nhở"))
"""What somebody does who wants done what he did not order: ông nhắc Cục sớm thu hồi │ 31 tỷ đồng."""
TO_DO = frozenset(("sớm", "phải", "cần", "nhanh chóng", "tập trung", "khẩn trương", "chủ động", "tiếp tục", "ưu tiên"))
"""What follows then, before what is to be done."""
GRANTS = frozenset((
    "bổ sung", "nâng", "tăng", "tăng thêm", "hỗ trợ", "cho phép", "cho", "cấp", "bố trí", "chấp thuận", "tạm ứng", "đầu tư", "giảm",
    "ưu tiên", "kéo dài", "gia hạn", "phân bổ", "hạ", "tuyển", "thêm", "giao", "mua", "mua sắm", "sắm", "trang bị", "xây", "xây dựng",
    "lắp", "lắp đặt", "sửa", "sửa chữa", "thuê", "vay", "vay vốn", "trích", "dành", "chi", "ứng", "ứng trước", "điều chỉnh", "miễn",
))  # fmt: skip
"""What somebody is begged for, after a plea."""
CONSENTS = frozenset(("đồng ý", "chấp thuận", "thống nhất", "nhất trí"))
"""How the item of a conclusion opens by which something is granted."""
CONSENTING = sign(words=last_of(CONSENTS))
APPLIED_FOR = frozenset(("giấy phép", "phép", "cấp phép", "nghỉ", "thôi", "lỗi", "ra", "rút", "ý kiến"))
"""What people apply for, which is no plea unless it is said what it is to come to: xin │ giấy phép xây dựng │ để mở 2 nhà máy."""
TAKEN = frozenset(("thu hồi", "xử lý", "thu", "kỷ luật", "xử phạt", "truy thu", "kiểm điểm", "khởi tố", "thi hành"))
"""What inspectors ask for as their deed."""
TOLD_TO = frozenset(("chủ trì", "tham mưu", "đôn đốc", "khẩn trương", "hướng dẫn", "chịu trách", "cung ứng", "bố trí", "cân đối"))
"""What a body is told to do in the items of a conclusion."""
JOINING = frozenset(("-", "–"))
"""Marks within the name of a body: Phòng Văn hóa - Xã hội."""
TOLD_WITHIN, FIRST_BODY = 5, 4
"""Items in which a sentence names who is to act."""
REMINDED_WITHIN = 5
"""Items in which it is said then whom somebody reminds."""
DIRECTS, DIRECTING_WITHIN = "chỉ đạo", 14
HEADS = frozenset(("giám đốc", "chủ tịch", "bí thư", "đại tá", "thượng tá", "thiếu tướng", "bộ trưởng", "thứ trưởng", "thủ tướng"))
"""Persons of office, whose directing is an order rather than what was done."""
OF_DIRECTING = frozenset(("của", "tại", "hội nghị", ",", "chung", "điều hành"))
BY_THEN = frozenset(("hết", "từ nay", "từ", "đến", "trong", "cuối", "trước", "sẽ", "kéo", "xong"))
"""What follows a promise that says by when, or what is to come: hứa │hết quý II│ hoàn thành 7 tuyến."""
GRANTED_WITHIN = 8
BODY_ALONE = 3
"""Items to a figure where only whom somebody asks stands between: xin tỉnh │ 7,5 tỷ đồng."""
CONCLUDED_WITHIN = 3
"""Items behind a conclusion and its colon in which it is said what is to be given."""
GIVES = "giao"
NOT_GIVEN = frozenset(("được", "bàn", "đoàn", "ban"))
"""Words before "giao" that make it a thing or no order."""
FINISH = "hoàn thành"
"""Behind an asking, before what is to be finished, whatever deed that is: yêu cầu hoàn thành xử lý │ 100% kiến nghị."""
DEEDS = frozenset(("khởi", "truy", "xử", "xuất toán"))
"""What somebody is asked for as a deed of its own: đề nghị khởi tố 9 vụ."""


def asks(row: list[Item], at: int, end: int) -> bool:
    """Whether somebody wants done what follows an item; to have somebody charged is a deed of its own."""
    said = row[at].text
    if (said in PLEAS or said == DIRECTS) and f"{said} {row[at + 1].text}" not in ASKS:
        return _begs(row, at, end)
    if said not in ASKS and said not in URGES:
        said = f"{said} {row[at + 1].text}" if said in ASKS_BEGIN and at + 1 < end else ""
    if said not in ASKS and said not in URGES:
        return False
    if said in ASKS and _is_claimed(row, at + 1) and at and (row[at - 1].text in CLAIMS or THING in row[at - 1].means):
        return False  # chi phí đề nghị quyết toán
    if at and row[at - 1].text in NO_ASKING and not (row[at - 1].text == AGAINST and at + 1 == end):
        return False
    if said in URGES and any(DONE in item.means for item in row[max(0, at - DONE_WITHIN) : at]):
        return False
    charged = any(item.text in DEEDS for item in row[at + 1 : min(end, at + 5)]) or (end > 1 and row[end - 1].text in DEEDS)
    return not charged or FINISH in openings([item.text for item in row[at + 1 : at + 3]])


def _is_claimed(row: list[Item], at: int) -> bool:
    """Whether an item begins what a sum is asked for; not: yêu cầu │ hoàn thành 13 công trình."""
    first, pair = openings([item.text for item in row[at : at + 2]])
    return pair in CLAIMED or (first in CLAIMED and pair not in FINISHES)


def reminds(row: list[Item], at: int, end: int) -> bool:
    """Whether somebody reminds a body of what it is still to do."""
    if row[at].text not in REMINDS or (at and DONE in row[at - 1].means):
        return False
    first = next((first for first in range(at + 1, min(end, at + 1 + REMINDED_WITHIN)) if row[first].text in TO_DO), -1)
    return first > 0 and not any(item.is_mark or DONE in item.means for item in row[at:end])


def _directs(row: list[Item], at: int, end: int) -> bool:
    """Whether a person of office says what is to be done: Giám đốc Công an tỉnh chỉ đạo các đơn vị │ duy trì 32 tổ."""
    before = row[max(0, at - DIRECTING_WITHIN) : at]
    if any(DONE in item.means for item in before[-2:]) or row[at + 1].text in OF_DIRECTING:
        return False
    headed = any(not HEADS.isdisjoint(openings([item.text for item in before[first : first + 2]])) for first in range(len(before)))
    return headed and not any(DONE in item.means for item in row[at + 1 : end])


def _promises(row: list[Item], at: int, end: int) -> bool:
    """Whether somebody gives his word for what is to come: ông hứa │ kéo tỷ lệ thất thoát xuống 25%; not: 8 công trình đã hứa."""
    if at + 1 >= end or (at and (DONE in row[at - 1].means or row[at - 1].text == "lời")):
        return False
    return row[at + 1].period is not None or row[at + 1].text in BY_THEN or row[at + 1].text in GRANTS or is_deed(row, at + 1)


def _begs(row: list[Item], at: int, end: int) -> bool:
    """Whether what follows a plea is something to be granted, and the plea no thing and no deed: kiến nghị tỉnh hỗ trợ │ 2 tỷ đồng."""
    if row[at].text in (PROMISES, DIRECTS):
        return _promises(row, at, end) if row[at].text == PROMISES else _directs(row, at, end)
    said = [item.text for item in row[at + 1 : min(end, at + GRANTED_WITHIN)]]
    applied = said[:1] and said[0] in APPLIED_FOR and "để" not in said
    if applied or (at and (row[at - 1].text in NO_ASKING or DONE in row[at - 1].means)):
        return False
    if _asks_outright(row, at, end):
        return True
    for first in range(len(said)):
        if any(words in TAKEN for words in openings(said[first:])):
            return False
        if any(words in GRANTS for words in openings(said[first:])):
            return True
    return False


def _asks_outright(row: list[Item], at: int, end: int) -> bool:
    """Whether only whom somebody asks stands before the figure, or that he wants to be let do it: xin tỉnh │ 7,5 tỷ đồng."""
    asked = row[at + 1 : end]
    if row[at].text != "xin":
        return row[at].text == CLAIMS_OUTRIGHT and not asked
    if 0 < len(asked) < BODY_ALONE and all(THING in item.means or item.place for item in asked):
        return True
    return bool(asked) and asked[0].text == "được" and not any(item.text == "để" for item in asked)


def consents(row: list[Item], end: int, signs: int) -> bool:
    """Whether a sentence opens with the consent to something that is granted by it: 4. Đồng ý hỗ trợ huyện │ 12 tỷ đồng."""
    if not signs & CONSENTING:
        return False
    at = next((at for at in range(min(FIRST_BODY, end - 1)) if openings([row[at].text, row[at + 1].text])[1] in CONSENTS), -1)
    if at < 0 or any(item.text[0].isalpha() and len(item.text) > 1 for item in row[:at]):
        return False
    said = [item.text for item in row[at + 1 : min(end, at + GRANTED_WITHIN + FIRST_BODY)]]
    return any(words in GRANTS for first in range(len(said)) for words in openings(said[first:]))


def concludes(row: list[Item], at: int) -> bool:
    """Whether somebody concludes with what is to be given: Bà Nhạn kết luận: tỉnh hỗ trợ │ 50% tiền bạt."""
    if row[at].text != "kết luận":
        return False
    said = [item.text for item in row[at + 2 : at + 2 + CONCLUDED_WITHIN]]
    return any(words in GRANTS for first in range(len(said)) for words in openings(said[first:]))


def gives_to(row: list[Item], at: int) -> bool:
    """Whether a body is given something to do: giao Phòng Tài chính tham mưu bố trí │ 12 tỷ đồng."""
    if row[at].text != GIVES or at + 2 >= len(row) or not (isinstance(row[at + 1].place, AgencyMention) or _is_doer(row, at + 1)):
        return False
    if at and (row[at - 1].text in NOT_GIVEN or DONE in row[at - 1].means):
        return False
    said = [item.text for item in row[at + 2 : at + 2 + TOLD_WITHIN]]
    if any(words in TOLD_TO for first in range(len(said)) for words in openings(said[first:])):
        return True
    return _told_a_deed(row, at + 2)


def _told_a_deed(row: list[Item], first: int) -> bool:
    """Whether something to do is said in the items behind a body, a time between or none: trong quý IV │ giải thể 9 hợp tác xã."""
    for at in range(first, min(len(row), first + TOLD_WITHIN)):
        if row[at].text in JOINING:
            continue
        if row[at].is_mark or row[at].is_numeral:
            return False
        if is_deed(row, at) or (at + 1 < len(row) and not row[at + 1].is_mark and (row[at].text in GRANTS or row[at].text in MAKES)):
            return True
    return False


def _is_doer(row: list[Item], at: int) -> bool:
    """Whether a body that does things begins at an item: công an │ phường."""
    return any(" ".join([item.text for item in row[at : at + size]]) in DOERS for size in (1, 2, 3))


def openings(said: list[str]) -> tuple[str, str]:
    """The first item of some, and the first two as one."""
    return said[0], " ".join(said[:2])


def told_to(row: list[Item], end: int) -> bool:
    """Whether a sentence opens with a body and what it is to do: 3. Sở Nông nghiệp chủ trì, hỗ trợ │ 25 sản phẩm."""
    at = next((at for at in range(min(FIRST_BODY, end)) if isinstance(row[at].place, AgencyMention)), -1)
    if at < 0 or any(item.period is not None or DONE in item.means for item in row[:end]):
        return False
    said = [item.text for item in row[at + 1 : min(at + 1 + TOLD_WITHIN, end)]]
    return any(words in TOLD_TO for first in range(len(said)) for words in openings(said[first:]))
