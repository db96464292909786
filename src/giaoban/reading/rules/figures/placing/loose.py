"""What figures may be about without a proper name of its own: the bare kind of a place, a region, a project, bodies in general.

    "thành phố có 5 dự án"  "vùng Tây Nam Bộ"  "dự án đường Bắc Sơn"  "các cơ quan chức năng"

Weights choose among these and proper names (placing/weighed.py). What must and must not be read: corpus/loose.tsv.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from giaoban.reading.engine import Page
from giaoban.reading.letters import CAPITALS, WORD
from giaoban.reading.syllables import Syllables

KINDS = ("thành phố", "Thành phố", "TP", "huyện", "Huyện", "tỉnh", "Tỉnh", "thị xã", "Thị xã", "quận", "Quận", "địa phương")
"""Kinds of place that stand for the one spoken of where no name follows."""
LEAST_KINDS = r"Xã|Phường|Đặc khu|(?:(?<=của )|(?<=bàn )|(?<=, )|(?<=; ))(?:xã|phường|đặc khu)"
"""The smallest of them, which mostly are counted: a text speaks of its own where something is of it, or it begins a clause."""
COMMITTEES = ("UBND", "HĐND", "Ủy ban nhân dân", "Hội đồng nhân dân", "Đảng bộ")
REGIONS = (
    "Tây Nguyên", "Đồng bằng sông Cửu Long", "đồng bằng sông Cửu Long", "Đồng bằng sông Hồng", "đồng bằng sông Hồng", "Tây Bắc",
    "Đông Bắc", "Tây Nam bộ", "Tây Nam Bộ", "Đông Nam bộ", "Đông Nam Bộ", "Bắc Bộ", "Nam Bộ", "miền Trung", "miền Bắc", "miền Nam",
    "Nam Trung Bộ", "Bắc Trung Bộ", "Duyên hải", "duyên hải", "miền núi phía Bắc", "ĐBSCL", "Việt Bắc", "Tứ giác Long Xuyên",
    "Đồng Tháp Mười", "Trung Bộ",
)  # fmt: skip
LED = ("vùng", "Vùng", "khu vực", "Khu vực", "các tỉnh", "Các tỉnh", "vùng biển", "vùng kinh tế trọng điểm", "Vùng kinh tế trọng điểm")
"""Words before a region that are part of its name."""
WORKS = ("dự án", "gói thầu", "tuyến metro", "tuyến đường", "khu đô thị", "nhà máy", "cao tốc", "sân bay", "cảng hàng không")
BODIES = ("lực lượng", "cơ quan", "đơn vị", "bộ", "ngành", "địa phương", "sở", "doanh nghiệp", "ngân hàng", "cấp ủy", "cấp uỷ")
ALONE = (
    "Tập đoàn", "Tổng công ty", "Tổng Công ty", "Công ty", "Ngân hàng", "Chi nhánh", "Cục", "Chi cục", "Tổng cục", "Trung tâm", "Bệnh viện",
    "Nhà trường", "Hội", "Liên hiệp hội", "Đảng bộ", "Hợp tác xã", "HTX", "Ngành", "Quỹ", "Ban Quản lý", "Nhà máy", "Trường",
)  # fmt: skip
"""Bodies spoken of by their kind alone, as the paper's own."""
OF_ALL = ("toàn", "Toàn", "cả", "Cả")
WHICH = (
    "chức năng", "liên quan", "hành chính nhà nước", "hành chính Nhà nước", "thanh tra", "kiểm tra", "các cấp", "nhà nước", "Nhà nước",
    "thương mại", "đảng", "trong nước", "ngành", "địa phương", "kiểm soát hải quan", "kiểm sát", "quân đội", "công an", "FDI",
    "kiểm lâm", "cảnh sát giao thông", "CSGT", "cảnh sát", "biên phòng", "quản lý thị trường", "dân quân", "vũ trang",
    "trung ương", "Trung ương",
)  # fmt: skip
"""What says of bodies in general which they are."""
ENDS_WORK = (
    "của", "tại", "có", "là", "và", "với", "đã", "sẽ", "do", "đang", "được", "theo", "để", "ở", "cho", "từ", "trong", "về", "thuộc",
)  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _begun(words: str) -> str:
    """As at the beginning of a sentence."""
    return words[0].upper() + words[1:]


DOES = (
    "đã",
    "đang",
    "có",
    "hiện",
    "đạt",
    "thu",
    "chi",
    "được",
    "còn",
    "mới",
    "thực hiện",
    "phấn đấu",
    "sẽ",
    "ước",
    "giải ngân",
    "tiếp nhận",
)
"""What such a body does where a figure follows."""
MANY = r"(?:[Cc]ác|[Nn]hững|[Nn]hiều|[Tt]oàn|[Mm]ỗi|[Mm]ột số|\d{1,2})"
SORTS_OF_WORK = ("FDI", "DDI", "ODA", "BOT", "PPP", "OCOP", "CNTT", "DN", "HTX", "KCN", "CCN", "NTM")
"""Initials after works that tell of which sort they are, not which: 15 dự án FDI."""
WORK = (
    rf"(?<!uản lý )(?:{_any([*WORKS, *map(_begun, WORKS)])})(?! (?:{_any(SORTS_OF_WORK)})\b)"
    rf"(?: (?!(?:{_any(ENDS_WORK)})\b)[a-zà-ỹđ]{{1,7}}){{0,6}}(?: ?[-–]? ?{WORD}| số \d+\w?)+"
)
BODY = rf"(?:(?:{_any(OF_ALL)}) )?(?:{_any(ALONE)})(?= (?:{_any(DOES)})\b)(?! đạt (?:chuẩn|tiêu chuẩn|danh hiệu)\b)"
REGION = rf"(?:(?:{_any(LED)}) |\d{{1,2}} tỉnh )?(?:{_any(REGIONS)})(?!\w)"
SEVERAL = (
    "các ",
    "Các ",
    "những ",
    "nhiều ",
    "mỗi ",
    "từng ",
    "cấp ",
    "% ",
    "tỉnh, ",
    "huyện, ",
    "quận, ",
    "xã, ",
    "bộ, ",
    "ngành, ",
    "hai ",
    "ba ",
    "bốn ",
)
"""What stands before a kind of place that means several: các huyện, 38 tỉnh, │ thành phố."""
NOT_SEVERAL = "".join(f"(?<!{said})" for said in SEVERAL)
BARE = (
    rf"(?<!\d ){NOT_SEVERAL}(?:(?:{_any(COMMITTEES)}) )?(?:{_any(KINDS)}|{LEAST_KINDS})"
    rf"(?!\w| (?:[{CAPITALS}\d]|ủy|uỷ|đoàn|nào|khác|hóa|hoá|hội|viên))"
)
GENERAL = (
    rf"(?:{MANY} )?(?<!cơ )(?:{_any([*BODIES, *map(_begun, BODIES)])})(?:,? (?:{_any(WHICH)}))+"
    rf"|{MANY} (?:{_any(BODIES)})(?:, (?:{_any(BODIES)}))*(?!\w)"
)
LOOSE = re.compile(rf"(?<!\w)(?:(?P<work>{WORK})|(?P<region>{REGION})|(?P<body>{BODY})|(?P<bare>{BARE})|(?P<general>{GENERAL}))")
NUMBER = "0"
"""A number of one or two digits, folded."""
BEGINS = frozenset(
    form
    for phrase in (
        *ALONE,
        *OF_ALL,
        *KINDS,
        "xã",
        "phường",
        *COMMITTEES,
        *REGIONS,
        *LED,
        *WORKS,
        *BODIES,
        "các",
        "những",
        "nhiều",
        "toàn",
        "mỗi",
        "một",
    )
    for form in (phrase.split(" ")[0], _begun(phrase.split(" ")[0]))
)
"""First syllables: the pattern is tried only where one stands, or a short number."""
OVER_NAMES = frozenset(("work", "region"))
"""Sorts that may hold the proper name of something else."""

Named = tuple[int, int, str]
"""Start and end of a name, then its sort or words."""


def loose(page: Page, proper: list[Named]) -> Iterator[Named]:
    """Each with its sort, outside the proper names, which are given in their order."""
    starts = [start for start, _, _ in proper]
    text, reached = page.text, 0
    for found in page.all(Syllables):
        line = found.what
        for at in [at for at, (said, word) in enumerate(zip(line.said, line.words, strict=True)) if said in BEGINS or word == NUMBER]:
            begin = line.starts[at]
            if begin < reached or not (match := LOOSE.match(text, begin, found.span.end)):
                continue
            start, reached = match.span()
            after = bisect_left(starts, start)
            inside = after > 0 and proper[after - 1][1] > start
            holds = after < len(proper) and proper[after][0] < reached
            sort = match.lastgroup or ""
            if not inside and (not holds or sort in OVER_NAMES):
                yield start, reached, sort
