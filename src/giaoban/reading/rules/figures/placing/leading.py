"""Whatever has a name of its own and begins a clause with a figure: no place, no agency, but of which the figure is.

    "Trạm Y tế xã Phú Lâm khám 1.900 lượt"             what has a name of its own, of whatever kind
    "… bị hạn, gồm: Ea Lâm 310 ha, Krông Hin 275 ha"   bare names in a list, each right before its figure

A figure in that clause is of it (`over`); so is a whole sentence in which nothing else is named.
What must and must not be read: corpus/leading.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.reading.engine import Page
from giaoban.reading.letters import CAPITALS, NAME, WORD, either
from giaoban.reading.rules.figures.placing.clauses import begins
from giaoban.reading.rules.named.agencies import ENDS, INSIDE, SECTORS
from giaoban.reading.syllables import Syllables
from giaoban.reference.places import SURNAMES

OFFICES = (
    "bệnh viện", "trạm", "trung tâm", "trường", "hội", "chi hội", "hạt", "đội", "đồn", "tòa án", "toà án", "viện", "thanh tra", "kho bạc",
    "công đoàn", "khoa", "chi bộ", "đảng bộ", "đoàn", "bưu điện", "điện lực", "hải quan", "chi cục", "công an", "liên đoàn", "câu lạc bộ",
    "ban chỉ huy", "bộ chỉ huy", "bảo hiểm xã hội", "liên minh", "hiệp hội", "viện kiểm sát", "trại giam", "phòng giao dịch", "bảo tàng",
    "thư viện", "nhà hát", "huyện đoàn", "tỉnh đoàn", "thành đoàn", "cục thi hành án dân sự", "mặt trận", "ban quản lý", "học viện",
)  # fmt: skip
FIRMS = (
    "hợp tác xã", "HTX", "công ty", "doanh nghiệp", "xí nghiệp", "phân xưởng", "tập đoàn", "tổng công ty", "ngân hàng", "quỹ", "trại",
    "trang trại", "tổ hợp tác", "nhà thầu", "chi nhánh", "nông trường", "lâm trường", "liên danh", "NT", "CTCP",
)  # fmt: skip
WORKS = (
    "hồ", "hồ chứa", "hồ chứa nước", "rừng phòng hộ", "rừng đặc dụng", "đập", "chợ", "cảng", "cửa khẩu", "khu công nghiệp",
    "khu kinh tế", "khu du lịch", "khu đô thị", "khu di tích",
    "cụm công nghiệp", "dự án", "tuyến", "đường dây", "đường", "quốc lộ", "cầu", "vườn quốc gia", "làng nghề", "sân bay", "công trình",
    "bến", "nhà máy", "trạm biến áp", "kênh", "cao tốc", "gói thầu", "bãi rác", "kho lạnh", "kho", "thủy điện", "trạm bơm", "di tích",
    "khu bảo tồn", "khu tái định cư", "đảo", "cảng cá", "sông", "rạch", "suối", "luồng", "khu neo",
    "cụm CN", "cụm", "KCN", "CCN", "KKT", "mỏ", "bãi biển", "khu công nghệ cao", "làng cổ", "trục",
)  # fmt: skip
BY_WAY = ("qua", "của", "tại", "ở")
STATED = ("đạt", "ước", "ước đạt", "là", "còn", "chỉ", "mới", "tăng", "giảm", "hiện", "trên", "hơn", "khoảng")
"""Words before and after what has a name, where the name of the figure ends with it: kim ngạch qua cửa khẩu Nậm Lạ │ đạt."""
BY_WAY_WITHIN = 24
HAMLETS = ("xóm", "làng", "tổ", "khối", "khóm", "thôn", "bản", "ấp", "buôn")
KINDS = (*OFFICES, *FIRMS, *WORKS, *HAMLETS)
"""Kinds of what has a name, in small letters."""
FIELDS = (
    "Phụ nữ", "Liên hiệp Phụ nữ", "Nông dân", "Cựu chiến binh", "Thanh niên", "Chữ thập đỏ", "Người cao tuổi", "Khuyến học", "Khuyến nông",
    "Tiểu học", "Trung học cơ sở", "Trung học phổ thông", "Mầm non", "Phổ thông", "Đại học", "Cao đẳng", "Đa khoa", "Hỗ trợ nông dân",
    "Kiểm soát", "Khai thác", "Ứng dụng", "Y học cổ truyền", "Cảnh sát giao thông", "Cảnh sát hình sự", "Khám bệnh", "Hồi sức", "Sản xuất",
    "Kế hoạch", "Kỹ thuật", "Kinh doanh", "Đền ơn đáp nghĩa", "Vì người nghèo", "Nông nghiệp", "Nhân dân", "Kiểm sát nhân dân",
    "Tín dụng", "Tín dụng nhân dân", "Điều hành", "Điều dưỡng", "Phát triển", "Dịch vụ", "Xúc tiến", "Bảo trợ xã hội", "Công tác xã hội",
    "Giáo dục", "Giáo dục nghề nghiệp", "Văn hóa", "Thể thao", "Quản lý", "Phục hồi chức năng", "Chính trị", "Khởi nghiệp", "Sáng tạo",
    "Chống ngập", "Cấp nước", "Môi trường", "Hợp tác xã", "Thi hành án dân sự", "Chế biến", "Xuất khẩu", "Bảo vệ", "Chăn nuôi",
)  # fmt: skip
"""What a body tends, of which only the first syllable has a capital."""
NUMBERED = r" (?:số )?\d{1,3}[A-Z]?(?![\d.,/%]| (?:người|hộ|ha|tỷ|triệu|vụ|ca|lượt|tấn|xã|km|dự án|doanh nghiệp|em|con|nhà|căn)\b)"
ROAD = r" (?:quốc lộ|tỉnh lộ|đường tỉnh|đường huyện|cao tốc|số) ?\d{1,3}[A-Z]?(?![\d.,/%])"
POWERS = (
    "viện kiểm sát", "viện kiểm sát nhân dân", "VKSND", "tòa án", "toà án", "tòa án nhân dân", "toà án nhân dân", "TAND", "thanh tra",
    "cơ quan thi hành án dân sự", "thi hành án dân sự", "cục thi hành án dân sự", "Cục Thi hành án dân sự",
    "chi cục thi hành án dân sự", "Chi cục Thi hành án dân sự", "công an", "kho bạc",
    "kho bạc nhà nước", "bảo hiểm xã hội", "BHXH", "kiểm lâm", "mặt trận",
    "bệnh viện", "bệnh viện đa khoa", "trạm y tế", "trung tâm y tế", "ban CHQS", "ban chỉ huy quân sự", "hội nông dân", "hội phụ nữ",
    "hội liên hiệp phụ nữ", "hội LHPN", "hội cựu chiến binh", "hội CCB", "hội chữ thập đỏ", "đoàn thanh niên", "hội người cao tuổi",
)  # fmt: skip
"""Bodies that are told by their level alone: Viện kiểm sát │ hai cấp, Thanh tra │ các sở, ngành."""
LEVELS = (
    "hai cấp", "2 cấp", "ba cấp", "các cấp", "cấp tỉnh", "cấp huyện", "cấp xã", "các sở, ngành", "các sở, ban, ngành", "sở, ngành",
    "các huyện, thành phố", "các huyện, thị xã, thành phố", "các huyện, thị xã", "các địa phương", "tỉnh", "huyện", "thành phố", "xã",
    "phường", "thị xã", "thị trấn", "quận",
)  # fmt: skip
MEMBERS = (
    "hội", "công đoàn", "bộ đoàn", "bộ hội", "chi hội", "cơ sở đoàn", "hội phụ nữ", "hội nông dân", "hội cựu chiến binh", "hội chữ thập đỏ",
    "ủy đảng", "chi bộ", "đảng bộ",
)  # fmt: skip
"""What a body has at each level: các cấp │ hội."""
TRADES = (
    "Cao su", "Nhiệt điện", "Thủy điện", "Thuỷ điện", "Than", "Giấy", "Xi măng", "May", "Dệt", "Thép", "Gang thép", "Đạm", "Mía đường",
    "Lọc dầu", "Lọc hóa dầu", "Điện lực", "Bưu điện", "Viễn thông", "Vận tải", "Truyền tải điện", "Xăng dầu", "Hóa chất",
)  # fmt: skip
"""Trades by which firms go, right before a name: Cao su │ Phú Sơn."""
OWN = ("tỉnh", "huyện", "thị xã", "thành phố", "quận", "phường", "xã", "đặc khu")
"""The place of a body that is told by its kind alone: Bệnh viện Đa khoa │ tỉnh."""
PART = rf"(?: (?:{either((*FIELDS, *SECTORS))})(?!\w)| {WORD}| ?[-–&] ?{WORD})"
DEEDS = "nộp|đạt|bán|tuyển|ép|trồng|điều trị|bắt|tiêu thụ|đóng góp|hoàn thành|tặng|huy động|lãi|lỗ|giải ngân|giải quyết|phát hiện|thi công"
"""What a body does, which ends its name."""
SMALL = rf"(?!{ENDS}|(?:{DEEDS})\b)[a-zà-ỹđ]{{1,7}}"
FORMS = either([form for kind in KINDS for form in dict.fromkeys((kind, kind[0].upper() + kind[1:]))])
OF_OWN = rf" (?:{either(OWN)})(?= [a-zà-ỹđ(\d])"
GOES_ON = rf"(?:(?: (?:{either(INSIDE)}|{SMALL}))?(?: {SMALL}){{0,2}}{PART}|{NUMBERED}){{0,6}}"
NO_AREA = r"(?:FDI|DDI|DN\w*|I{1,3}|IV|VI{0,3}|Nhà|Tư|ASEAN|Tây|Đông|Nam|Bắc|Trung|Duyên|Châu|Kinh)\b"
"""What behind "khu vực" is a sector of the economy or a region of its own."""
LEVELLED = (
    rf"(?:{either([form for power in POWERS for form in dict.fromkeys((power, power[0].upper() + power[1:]))])})"
    rf" (?:{either(LEVELS)})(?! (?:[{CAPITALS}]|ủy|uỷ|đoàn|hội|viên))"
    rf"|[Nn]gành (?:{either(SECTORS)}) (?:{either(OWN)})(?= [a-zà-ỹđ])"
    r"|(?:Tỉnh|Thành|Huyện|Quận|Thị|Xã) đoàn(?= [a-zà-ỹđ])"
    rf"|Đoàn (?:{either(OWN)})(?= [a-zà-ỹđ])"
    rf"|[Kk]hu vực (?!{NO_AREA}){NAME}"
    rf"|[Cc]ác cấp (?:{either(MEMBERS)})(?: (?:tỉnh|huyện|thành phố))?(?! {WORD})"
)
SHORT = (
    "EVN", "PVN", "TKV", "VNPT", "Viettel", "MobiFone", "Vinachem", "Vinatex", "Vinalines", "Petrolimex", "PVOIL", "PVGas", "VRG",
    "Vinacomin",
    "Agribank", "Vietcombank", "BIDV", "VietinBank", "Vietinbank", "NHCSXH", "VEC", "ACV", "VNR", "Vinafood", "SCIC", "Habeco", "Sabeco",
    "Lilama", "Vinaconex", "Vinapaco", "Vinataba", "Vinamilk", "EVNNPC", "EVNSPC", "EVNCPC", "EVNHCMC", "EVNNPT", "VNSteel",
    "Vinashin", "SBIC",
)  # fmt: skip
"""Large companies and banks that go by a short name, with or without that of a place: EVN, Agribank │Hà Nam."""
TRADED = (
    rf"(?!Than Uyên)(?:{either(TRADES)}) (?!Việt Nam|Trung Quốc|Chứng|Phép|Khen|Đăng)"
    rf"(?:{either(SHORT)}(?!\w)|[{CAPITALS}][a-zà-ỹđ]+)(?: ?[-–] ?{WORD}| {WORD}){{0,3}}"
)
"""Not what goes by the same word: Giấy │ CNQSDĐ, the district Than │ Uyên."""
SCHOOLS = ("THCS", "THPT", "TH", "PTDTBT", "Mầm non", "Tiểu học")
"""Schools that go by their level, right before a name: THCS │Phú Sơn."""
BY_THEMSELVES = frozenset((
    "tòa án", "toà án", "viện kiểm sát", "thi hành án dân sự", "cảnh sát giao thông", "csgt", "cảnh sát môi trường", "biên phòng",
    "kiểm lâm", "quản lý thị trường", "thanh tra",
))  # fmt: skip
"""Powers that are told by their trade alone, where what they did follows: Tòa án │xét xử 42 vụ."""
TRIED = (
    "xét xử", "thụ lý", "truy tố", "khởi tố", "xử lý", "xử phạt", "phát hiện", "bắt giữ", "tiếp nhận", "lập biên bản", "kiểm tra",
    "thi hành", "giải quyết", "kết luận", "kiến nghị", "tuần tra", "tạm giữ", "tịch thu", "tiến hành",
)  # fmt: skip
POWER = (
    rf"(?:{either([form for power in BY_THEMSELVES for form in (power, power[0].upper() + power[1:], power.upper())])})"
    rf"(?= (?:(?:đã|cũng|còn) )?(?:{either(TRIED)})(?!\w))"
)
POLICE = rf"(?<=ông an)(?={OF_OWN})"
SCHOOL = rf"(?:{either(SCHOOLS)}) {NAME}"
NAMED = re.compile(
    rf"(?:{LEVELLED}|{TRADED}|{POWER}|{SCHOOL}"
    rf"|(?:{FORMS})(?:{NUMBERED}|{POLICE}|(?: {SMALL}){{0,5}}?(?:{PART}|{ROAD}){GOES_ON})(?:{OF_OWN})?)(?!\w)"
)
"""A kind with a number, with the kind of its place alone (Công an xã), or with a name that goes on over words in small letters."""
SHORTENED = re.compile(rf"(?:{either(SHORT)})(?: {WORD}){{0,3}}(?!\w)")
FIRST = frozenset(SHORT) | frozenset(
    form
    for kind in (
        *KINDS,
        *POWERS,
        *TRADES,
        *SCHOOLS,
        *BY_THEMSELVES,
        "CSGT",
        "khu",
        "Đoàn",
        "các",
        "ngành",
        "tỉnh",
        "thành",
        "huyện",
        "quận",
        "thị",
        "xã",
    )
    for form in (kind.split(" ")[0], kind[0].upper() + kind.split(" ")[0][1:])
)
"""First syllables: names are tried only where one stands."""
LISTED = re.compile(
    rf"{NAME}(?=:? (?:(?:đạt|có|còn|với|là|được|thu hoạch|mới|chỉ"
    rf"|vỏn vẹn|chỉ có|mới có|tăng|giảm|thoát|hơn|gần|trên|dưới|khoảng) ){{0,2}}\(?\d)"
)
"""A bare name right before its number."""
SYLLABLES = (2, 3, 4)
PERSON = 3
"""Syllables from which a name that begins with a surname is a person's."""
DIGIT = re.compile(r"\d")
STATES = re.compile(rf" (?:(?:{either(STATED)})(?!\w)|\d)")
JOINED = re.compile(
    rf"(?:[Hh]uyện|[Xx]ã|[Tt]hị xã|[Tt]hị trấn|[Tt]hành phố|TP\.?|[Pp]hường|[Qq]uận|[Tt]ỉnh) {NAME}"
    r"[^.;:,]{0,40} \(?\d[\d.,]*[^.;:,\d]{0,40}(?:, ?|,? và )(?:(?:tiếp đến|kế đến|tiếp theo|sau đó) là )?$",
    re.DOTALL,
)
"""What stands before a bare name that goes on after a place named with its kind and its figure: huyện Phú Lâm 315 tỷ đồng, │Ea Lâm."""
FORCES = (
    "Hải quan", "Quản lý thị trường", "Công an", "Biên phòng", "Bộ đội Biên phòng", "Kiểm lâm", "Thuế", "Cảnh sát biển", "Quân đội",
    "Thanh tra", "Cảnh sát giao thông",
)  # fmt: skip
FORCE = re.compile(rf"(?:{either(FORCES)})(?= (?:(?:phát hiện|xử lý|bắt giữ|bắt|đạt|có|thu|kiểm tra) )?\d)")
"""A force without a name of its own, right before its figure: Hải quan │640 vụ."""
INTRODUCING, WORDS = (" là ", " gồm ", " như "), 5
"""Words behind which a list of bare names begins: nhiều nhất là │ Ea Lâm 12 hộ, Ea Tul 9 hộ; code points of the longest."""
LEAST = 2
"""Bare names before numbers that make a list."""
JOINED_WITHIN = 120
WHERE = re.compile(rf"(?:[-–+•*] ?)?(?:Riêng )?(?:[Tt]ại|[Ởở]) (?P<name>{NAME})(?=, )")
"""A bare name at which a sentence says it is: Tại │Tà Hủa, 7/12 bản thiếu nước."""

Named = tuple[int, int]
"""Start and end of a name."""


def _measured(text: str, start: int, end: int) -> bool:
    """Whether a name ends that of a figure: hàng hóa qua cảng Bãi Vạn │ đạt 1,3 triệu tấn."""
    before = text[max(0, start - BY_WAY_WITHIN) : start].lower().split()
    return bool(before) and before[-1] in BY_WAY and STATES.match(text, end) is not None


def leading(page: Page) -> Iterator[Named]:
    """Whatever has a name and begins a clause of a sentence with figures, in the order of the text."""
    for found in page.all(Syllables):
        line, floor, end = found.what, found.span.start, found.span.end
        if DIGIT.search(page.text, floor, end) and any(said[0].isdigit() for said in line.said):
            named = [
                match.span()
                for at, said in zip(line.starts, line.said, strict=True)
                if said in FIRST
                and (match := NAMED.match(page.text, at, end) or SHORTENED.match(page.text, at, end))
                and (begins(page.text, floor, at) or _measured(page.text, at, match.end()))
            ]
            yield from sorted([*named, *_listed(page.text, floor, end)])


def _listed(text: str, floor: int, end: int) -> list[Named]:
    """Bare names of a sentence that stand each before its own number, where there are several."""
    names = [
        match.span()
        for match in LISTED.finditer(text, floor, end)
        if _is_bare(match[0].split(" "))
        and (begins(text, floor, match.start()) or text.endswith(INTRODUCING, max(floor, match.start() - WORDS), match.start()))
    ]
    where = WHERE.match(text, floor, end)
    if where and _is_bare(where["name"].split(" ")):
        return [where.span("name"), *(name for name in names if len(names) >= LEAST and name[0] > where.end())]
    forces = [match.span() for match in FORCE.finditer(text, floor, end) if begins(text, floor, match.start())]
    if len(forces) >= LEAST:
        return [*names, *forces]
    return names if len(names) >= LEAST else [name for name in names if JOINED.search(text, max(floor, name[0] - JOINED_WITHIN), name[0])]


def _is_bare(words: list[str]) -> bool:
    return len(words) in SYLLABLES and not (words[0] in SURNAMES and len(words) >= PERSON)
