"""Agencies, companies and sectors that figures are about: Cục Hải quan Lạng Sơn, EVN, toàn ngành.

Heads of a name stand in a table; the name runs on over capitals, numbers and the words that such names hold inside.
What must and must not be read: corpus/agencies.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.letters import CAPITALS, WORD, either
from giaoban.reading.marks import AgencyMention
from giaoban.reading.rules.named.places import holds_office
from giaoban.reading.syllables import Syllables, sign
from giaoban.reference.offices import FIELDS
from giaoban.reference.places import PROVINCES, SURNAMES

HEADS = (
    "Tổng cục", "Cục", "Chi cục", "Sở", "Bộ", "Công ty", "Tổng công ty", "Tổng Công ty", "Tập đoàn", "Ngân hàng", "Kho bạc", "Công an",
    "Hải quan", "BHXH", "Bảo hiểm xã hội", "Ban Chỉ đạo", "Ban chỉ đạo", "Ban Quản lý", "Ban quản lý", "Chi nhánh", "Nhà máy", "Ủy ban",
    "Uỷ ban", "UBND", "HĐND", "Viện", "Trường", "Bệnh viện", "Trung tâm", "Khu", "NHCSXH", "Viện kiểm sát", "Tòa án", "Liên đoàn",
    "Bưu điện", "Điện lực", "Cảng", "Vườn quốc gia", "KBNN", "VKSND", "TAND",
)  # fmt: skip
SMALL_HEADS = (
    "cơ quan", "ngành", "lực lượng", "toàn ngành", "dự án", "nhà máy", "công ty", "tập đoàn", "khu", "cụm công nghiệp",
    "khu công nghiệp", "khu kinh tế",
)  # fmt: skip
"""Heads that are names only with a capital after them: ngành Hải quan."""
WHOLES = ("toàn Ngành", "toàn ngành", "toàn Cục", "toàn Ban", "toàn đơn vị", "toàn lực lượng", "toàn hệ thống", "toàn Đảng bộ")
WHOLE_FORMS = (*WHOLES, *dict.fromkeys(whole[0].upper() + whole[1:] for whole in WHOLES))
SECTORS = (
    "Hải quan", "Công an", "Công Thương", "Công thương", "Kho bạc", "Tài chính", "Nội vụ", "Y tế", "Tư pháp", "Xây dựng",
    "Giao thông vận tải", "Thuế XNK", "Thuế", "Thống kê", "Kế hoạch và Đầu tư", "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn", "Khoa học và Công nghệ", "Giáo dục và Đào tạo", "Quốc phòng", "Quân sự",
    "Lao động - Thương binh và Xã hội", "Văn hóa, Thể thao và Du lịch", "Thông tin và Truyền thông", "Điện lực", "Dầu khí", "Hóa chất",
    "Quản lý thị trường", "Kiểm lâm", "Công nghiệp", "Chính sách xã hội", "Nhà nước", "Bảo hiểm xã hội", "Kiểm sát", "Ngân hàng",
    "Dân tộc", "Giao thông Vận tải", "Vận tải", "Hợp tác xã", "Quốc gia", "Quốc hội", "Chính phủ", "Trung ương", "Biên phòng", "Thú y",
    "Thanh tra", "Lao động", "Đường sắt", "Hàng không", "Hàng hải", "Điều tra chống buôn lậu", "Kiểm tra sau thông quan",
    "Giám sát quản lý về hải quan", "Quản lý rủi ro", "Đa khoa", "Thuế xuất nhập khẩu", "Công nghệ thông tin", "Kiểm định hải quan",
    "Phòng chống tội phạm", "Thi hành án", "Phục vụ hành chính công", "Địa chính", "Tư pháp - Hộ tịch", "Văn phòng - Thống kê",
    "Tài chính - Kế toán", "Văn hóa - Xã hội", "Văn hóa, Xã hội", "Đảng ủy", "Đảng uỷ", "Tỉnh ủy", "Tỉnh uỷ", "Huyện ủy", "Huyện uỷ",
    "Thành ủy", "Thành uỷ", "Thị ủy", "Thị uỷ", "Kinh tế, Hạ tầng và Đô thị",
    "Giáo dục", "Nông nghiệp", "Văn hóa", "Thương mại", "Môi trường", "Thủy sản", "Lâm nghiệp", "Du lịch",
    "Dân số, Gia đình và Trẻ em", "Dân số - Kế hoạch hóa gia đình", "Dân số",
    "Khu công nghiệp", "Khu kinh tế", "Khu chế xuất", "Khu công nghệ cao", "Đăng ký đất đai", "Phát triển quỹ đất",
)  # fmt: skip
"""Names of sectors, whose second words are in small letters."""
SMALL_SECTORS = ("hải quan", "thuế", "công an", "điều tra", "thanh tra", "bảo hiểm xã hội")
"""Sectors whose agencies are spoken of in small letters: cơ quan thuế."""
INSIDE = (
    "cửa khẩu", "cảng", "quốc tế", "quốc gia", "tỉnh", "thành phố", "TNHH", "huyện", "quận", "thị xã", "khu vực", "nhà nước", "sân bay",
    "xã hội", "và", "phát triển", "nông thôn", "cổ phần", "một thành viên", "khí", "hóa dầu", "công nghiệp", "nghệ cao", "chất thải",
    "xử lý", "rác", "điện",
)  # fmt: skip

NOT_INSIDE = (
    "và", "của", "với", "là", "có", "tại", "do", "theo", "giao", "thu", "đạt", "đã", "sẽ", "chỉ", "trong", "cho", "về", "từ", "đến",
    "được", "để", "khi", "sau", "bị", "ở", "còn", "nay", "năm", "trên", "như", "qua", "cùng", "đạo", "thì", "mà", "các", "những", "nói",
    "cũng", "trưởng", "tướng", "phó", "nhất", "hiện", "gồm", "phát", "phải", "cần", "kiến", "đề", "yêu", "xin", "họp", "nhận",
    "tổ", "vừa", "sơ", "tháng", "tuần", "phiên", "nghe", "thăm", "đón", "bàn", "mở", "bắt", "khám", "truy", "chuyển",
     "khóa", "khoá", "tặng", "trao", "sửa", "ban", "trình", "ký", "gửi", "phối",
)  # fmt: skip


ENDS = rf"(?:(?:{either(NOT_INSIDE)}|(?<!việc )làm|(?<!đá )quý)\b)"
"""A word that ends a name: not as in việc │làm, đá │quý."""
SMALL = rf"(?!{ENDS})[a-zà-ỹđ]\w{{1,6}}"
"""A word in small letters between the capitals of a name: Than - Khoáng │ sản │ Việt Nam."""
SMALL_HEAD = "|".join(f"[{head[0].upper()}{head[0]}]{head[1:]}" for head in SMALL_HEADS)
COUNTED = (
    "xã|người|tỷ|triệu|vụ|tháng|năm|ngày|quý|danh mục|thủ tục|dự án|hồ sơ|trường hợp|hộ|đơn vị|doanh nghiệp|đối tượng|cuộc|đoàn|lô|tấn"
)
"""Words after a number that then counts, and is no part of a name: Bộ Xây dựng │ 2 danh mục."""
NUMBER = rf"(?<! và)(?:(?<=\d),)? \d{{1,3}}(?![\d.,/%]| (?:{COUNTED})\b)"
TENDED = rf"(?:{either(tuple(field[0].upper() + field[1:] for field in FIELDS))})"
TERM = r"(?! ?[-–]? ?(?:KHO[ÁA]|KHÓA|[Kk]h[oó][aá]|NHIỆM KỲ|KỲ HỌP|S[ốỐ]) [\dIVXLHNBTMĐ])"
"""No part of a name is which council it is, or the number of its paper: HĐND XÃ TÂN PHÚ │ KHÓA XIX, UBND TỈNH │ - Số 12/TB."""
PART = rf"{TERM}(?: {TENDED}\b| (?:{either(SECTORS)})\b| (?:TP|TX|T\.P|T\.X)\.? ?{WORD}| {WORD}|{NUMBER}| ?[-–&] ?{WORD})"
BUILDERS = (
    r"(?:Ban [Qq]uản lý|BQL) (?:các )?[Dd]ự án(?: (?:tỉnh|huyện|thị xã|thành phố|quận)(?! [A-ZĐ])\b|"
    r"(?:,? (?:và|đầu tư|xây dựng|các|công trình|giao thông|nông nghiệp|thủy lợi|thuỷ lợi|dân dụng"
    r"|công nghiệp|hạ tầng|kỹ thuật|đô thị|khu vực|phát triển|nông thôn)\b)+(?<! và)(?<! các))"
)
"""Who builds for an office, whose field or level is written in small letters: Ban Quản lý dự án │ giao thông, Ban Quản lý dự án │ tỉnh."""
AGENCY = re.compile(
    rf"(?<!\w)(?:{BUILDERS}(?:{PART}){{0,4}}|(?:{either(WHOLE_FORMS)})(?! {WORD})|[Cc]ơ quan (?:{either(SMALL_SECTORS)})(?! {WORD})"
    rf"|(?:{either(HEADS)}|(?:[Tt]oàn )?(?:{SMALL_HEAD})(?= [{CAPITALS}])(?! (?:FDI|DDI|ODA|BOT|PPP)\b))"
    rf"(?:(?: (?:{either(INSIDE)})(?! (?:{either(HEADS)})\b))*(?: {SMALL}(?: {SMALL}){{0,2}}(?= [{CAPITALS}]))?{PART}){{1,8}})"
)

ECONOMY = re.compile(r"[Kk]hu vực (?:I{1,3}|[123])")
"""A sector of the economy, which is no agency."""


def _begun() -> dict[str, frozenset[str]]:
    """The second syllables of heads by their first, small or capital; none where a head has no second."""
    heads = [head.split(" ") for head in (*HEADS, *SMALL_HEADS, *WHOLES)]
    heads += [["toàn", form] for head in SMALL_HEADS for form in _either(head.split(" ")[0])]
    seconds: dict[str, set[str]] = {}
    for head in heads:
        for form in _either(head[0]):
            seconds.setdefault(form, set()).add(head[1] if len(head) > 1 else "")
    return {form: frozenset() if "" in each else frozenset(each) for form, each in seconds.items()}


def _either(syllable: str) -> tuple[str, str]:
    """As it stands in a table, and with a capital."""
    return syllable, syllable[0].upper() + syllable[1:]


SEATS = frozenset(("tỉnh", "huyện", "xã", "phường", "quận", "trấn", "phố"))
"""Last words of kinds of places."""
BEGUN = _begun()
BEGINS = frozenset(BEGUN)
"""First syllables of agencies: a pattern so wide is tried only where one stands, and the second where the head has one."""
MAY_BEGIN = sign(forms=BEGINS)
_MORE = {whole.split(" ")[0] for whole in (*WHOLES, "cơ quan")}
GOES_ON: dict[str, list[list[str]]] = {
    first: [rest for begin, *rest in (head.split(" ") for head in SMALL_HEADS) if begin == first]
    for first in {head.split(" ")[0] for head in SMALL_HEADS} - _MORE
}
"""What goes on small heads by their first syllables, of those that are names only with a capital after them."""


@rule(makes=AgencyMention, needs=(Syllables,))
def agencies(page: Page) -> Iterator[Found[AgencyMention]]:
    """Every agency, company or sector that is named, in the order of the text; a person's name behind it is cut off."""
    text = page.text
    for found in page.all(Syllables):
        if not found.what.signs & MAY_BEGIN:
            continue
        said = found.what.said
        reached, starts, last = 0, found.what.starts, len(said) - 1
        for at in [at for at, syllable in enumerate(said) if syllable in BEGINS]:
            if at == last or ((seconds := BEGUN[said[at]]) and said[at + 1] not in seconds):
                continue
            if (small := GOES_ON.get(said[at])) and not _before_capital(said, at + 1, small):
                continue
            if starts[at] >= reached and (match := AGENCY.match(text, starts[at], found.span.end)):
                reached = match.end()
                name = _without_person(text, match)
                if " " in name and not ECONOMY.fullmatch(name):
                    yield Found(AgencyMention(name), Span(match.start(), match.start() + len(name)), confidence=0.8)


def _before_capital(said: list[str], at: int, small: list[list[str]]) -> bool:
    """Whether a small head goes on from syllable `at` by one of these, and a capital stands behind it."""
    for rest in small:
        after = at + len(rest)
        if after < len(said) and said[after][0].isupper() and said[at:after] == rest:
            return True
    return False


def _is_province(words: list[str]) -> bool:
    return any(" ".join(words[:size]) in PROVINCES for size in range(2, len(words) + 1))


def _without_person(text: str, match: re.Match[str]) -> str:
    """The name up to the person who follows it: UBND tỉnh │ Nguyễn Văn A, Chủ tịch UBND xã │ Rơ Mah Tuân."""
    words = match[0].split(" ")
    cut = next(
        (
            at
            for at in range(1, len(words) - 1)
            if (_is_person(words[at:]) and not _within_place(words, at)) or _sits(text, match.start(), words, at)
        ),
        len(words),
    )
    return " ".join(words[:cut])


def _within_place(words: list[str], at: int) -> bool:
    """Whether a word is the second of the name of a place, none of which has one syllable but Huế: huyện Lạc │ Dương Thủy."""
    return at > 1 and words[at - 2].lower() in SEATS and words[at - 1] != "Huế"


def _sits(text: str, start: int, words: list[str], at: int) -> bool:
    """Whether the words from one on name whoever holds an office of a place told by its kind alone."""
    if not words[at - 1].islower() or not all(word[0].isupper() for word in words[at:]):
        return False
    return holds_office(text, start + len(" ".join(words[:at])) + 1, words[at:])


def _is_person(words: list[str]) -> bool:
    """Whether a name of a person may begin, whose words all have capitals: Công ty Cao su An Khê is of rubber, not of somebody Cao."""
    return words[0] in SURNAMES and words[1][0].isupper() and not _is_province(words)
