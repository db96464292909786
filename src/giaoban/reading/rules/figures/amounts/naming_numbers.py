"""Numbers that are names, times or ordinals, not quantities: quận 2, Ban Chỉ đạo 389, lúc 7 giờ, một trong 12 nước, km 19.

What must and must not be read: corpus/quantities.tsv.
"""

import re

from giaoban.reading.cues import NO_FIGURE, ORDINAL, Cue
from giaoban.reading.items import Item
from giaoban.reading.marks import AgencyMention
from giaoban.reading.rules.figures.amounts.numbers import numeral
from giaoban.reading.rules.figures.amounts.units import Unit
from giaoban.reading.rules.named.nations import NATIONS
from giaoban.reference.units import WEAK, Kind

CLOCK, THING = Kind.CLOCK, Kind.THING

SHIFTED = frozenset((Cue.UP, Cue.DOWN, Cue.TO_DOWN))
"""Verbs after which hours are a length of time, no time of day: giảm 3 giờ, xuống 17,5 giờ."""
MINUTES, HOURS = frozenset(("phút", "giây")), frozenset(("giờ", "h", "g"))
"""Parts of an hour, which alone are no time of day."""
PARTS_OF_DAY = frozenset(("sáng", "trưa", "chiều", "tối", "đêm", "khuya"))
"""What stands behind minutes that are told without a word: 18 giờ │ 30 tối."""
LENGTH, LASTS_WITHIN = ("thời", "gian"), 14
AT_TIMES = frozenset(("từ", "lúc", "hồi", "vào", "đến", "trước", "sau", ":", ";", ",", "(", "-", "này", "trên"))
"""Words after which hours are a time of day."""
OF_NATIONS = frozenset(name.lower() for name in NATIONS)
"""Names that a list may count by: Nhật Bản 186, Đài Loan 94."""
SMALL_NAMES = frozenset((
    "cấp", "nhóm", "tổ", "lớp", "loại", "bước", "đợt", "vòng", "thôn", "xóm", "ấp", "khóm", "đội", "buôn", "khu phố",
    "khu", "phường", "quận",
))  # fmt: skip
FOUND, CASES = frozenset(("kết luận", "quyết định")), frozenset(("trường hợp", "vụ", "vụ việc", "đảng viên", "tổ chức", "tổ chức đảng"))
"""What was found of cases is no paper: kết luận │ 4 trường hợp có vi phạm."""
GIVEN, SCHOOLS = "cấp", frozenset(("trường", "trường học", "lớp", "học sinh", "xã", "phường", "thôn", "người"))
"""A verb before what was given (cấp │ 34 giấy phép), unless what follows has schools or levels of its own (trường cấp 3)."""
MOVES = "điều"
STAFF = frozenset(("viên chức", "cán bộ", "công chức", "chiến sĩ", "chiến sỹ", "bác sĩ", "giáo viên", "người", "đồng chí", "nhân viên"))
"""Whom somebody moves, which is no article: điều │ 6 viên chức tăng cường."""
FLOORS, NO_FLOOR = frozenset(("tầng", "lầu")), frozenset(("cao", "hạ"))
"""What a floor is called by its number: phòng họp tầng 3; not: nhà 2 tầng 8 phòng học, nhà cao tầng 120 căn hộ, vốn hạ tầng 3 tỷ."""
STREETS = frozenset(("đường", "phố", "ngõ", "hẻm"))
MONTH, EVERY = "tháng", frozenset(("hàng", "hằng", "mỗi"))
"""Before a number that is of no month: trợ cấp hằng tháng │ 19 người."""
A_DAY = 24
"""Hours beyond which a number of them is a length."""
DAY, ALL_HOURS = "24", frozenset(("24", "7"))
WATCHING = frozenset(
    ("trực", "túc trực", "gác", "trực gác", "trực ban", "ban", "canh", "canh gác", "động", "hoạt động", "việc", "làm việc", "trực chiến")
)
"""What stands before "24/24"."""
MANY = 100
"""From this number on such a word names nothing by it: cấp 1.128 giấy phép; not: lớp 12, cấp 3."""
CERTAIN = frozenset((Kind.SHARE, Kind.POINTS, Kind.MONEY, Kind.MEASURE))
"""Units that no numbered name has after it."""
NAME_DIGITS = 2
"""Digits of the longest number by which one of a few is named."""
NUMBERED = ("dự án", "gói thầu", "trạm", "nhà máy", "tuyến", "công trường", "xí nghiệp", "nông trường", "chi nhánh", "phân xưởng", "lô")
SAID_OF = frozenset((Cue.LEVEL, Cue.UP, Cue.DOWN, Cue.DONE, Cue.SOFT, Cue.EQUAL))
"""Words behind a number by which a work or body is named, which tell something of it."""
OF_A_YEAR, YEAR = ("dự toán", "kế hoạch", "ngân sách", "nghị quyết", "kế hoạch vốn"), re.compile(r"20[0-4]\d")
"""What a year is told of without its word: giao dự toán │ 2025."""
GRADE = "bậc"
"""Of skill or pay: thợ bậc │ 3/7."""
MARKERS = frozenset(("mốc", "cột mốc", "mốc giới"))
"""Stones by whose numbers a border is told: đoạn mốc │ 402-407."""
PROGRAMMES, PROGRAMME_DIGITS = ("dự án", "chương trình", "đề án"), 3
"""What is called by a number of so many digits: Dự án │ 661 trồng 2,4 triệu ha."""
NAMING, NAMING_ENDS = FLOORS | MARKERS | HOURS | {"trong", "-", ",", "và", GRADE, "km"}, ("đạo", *OF_A_YEAR, *PROGRAMMES)
"""Right before numbers that name something in one of the ways above, and how what stands there ends."""
STEERING_WITHIN = 3
"""Items before a number in which the committee stands that it names."""


def names_something(row: list[Item], index: int, last: int, unit: Unit) -> bool:
    """Whether the number names or orders something, or is a time of day."""
    before = row[index - 1] if index else None
    if unit.kind is CLOCK and "/" not in unit.text:
        return before is None or not _is_length(row, index, unit)
    after = row[last + 1].text if last + 1 < len(row) else ""
    if before is None:
        return not after or (after in ".)" and unit.kind is None)
    if before.text in "([" and after and after in ")]":
        return unit.kind is None
    if (row[index].text == DAY or before.text in NAMING or before.text.endswith(NAMING_ENDS)) and (
        (before.text == "trong" and index > 1 and row[index - 2].text == "1")
        or _round_the_clock(row, index)
        or (_of_steering(row, index) and not _of_all(row, index, last))
        or _second_name(row, index, unit)
        or _floor(row, index)
        or (before.text.endswith(OF_A_YEAR) and not unit.text and YEAR.fullmatch(row[index].text) is not None)
        or _at_a_marker(row, index, unit)
        or (unit.text in PARTS_OF_DAY and before.text in HOURS)
        or (before.text.endswith(PROGRAMMES) and not unit.known and len(row[index].text) == PROGRAMME_DIGITS)
        or before.text == GRADE
        or (before.text == "km" and not (index > 1 and row[index - 2].is_numeral))
    ):
        return True
    certain = unit.kind in CERTAIN or bool(unit.power)
    if before.text == "số" and unit.known:
        named = unit.text[:1].isupper() and not unit.text[:2].isupper()
        return named or unit.text in STREETS or (index > 1 and NO_FIGURE in row[index - 2].means)
    counts = unit.known and unit.kind is THING
    of_body = isinstance(before.place, AgencyMention) and before.text not in OF_NATIONS and not (counts and unit.text not in WEAK)
    many = before.text in SMALL_NAMES and (numeral(row[index].text, whole=True) or 0) >= MANY
    given = before.text == GIVEN and unit.text not in WEAK | SCHOOLS
    named = (
        NO_FIGURE in before.means
        and not ((before.text == MONTH or counts) and index > 1 and row[index - 2].text.split(" ")[-1] in EVERY)
        and not (
            counts
            and (
                many
                or given
                or (before.text == MOVES and unit.text in STAFF)
                or _of_all(row, index, last)
                or (before.text in FOUND and unit.text in CASES)
            )
        )
    )
    return ORDINAL in before.means or (not certain and (of_body or named)) or (not unit.text and _numbered(row, index))


def _at_a_marker(row: list[Item], index: int, unit: Unit) -> bool:
    """Whether stones of a border are told by their numbers: đoạn mốc │402│-│407│; not: vượt mốc 500 hội viên."""
    if row[index - 1].text in MARKERS:
        return not unit.known or (index + 1 < len(row) and row[index + 1].text == "-")
    return index > 2 and row[index - 1].text == "-" and row[index - 3].text in MARKERS


def _numbered(row: list[Item], index: int) -> bool:
    """Whether a bare number tells which of several works or bodies it is that something is said of: Ban Quản lý dự án │ 7 đạt 63%."""
    after = row[index + 1] if index + 1 < len(row) else None
    if after is None or after.means.isdisjoint(SAID_OF) or len(row[index].text) > NAME_DIGITS:
        return False
    return row[index - 1].text.endswith(NUMBERED)


def _round_the_clock(row: list[Item], index: int) -> bool:
    """Whether it says that somebody is there at all hours: trực │ 24/24."""
    if row[index].text != DAY or index + 2 >= len(row) or row[index + 1].text != "/":
        return False
    return row[index + 2].text in ALL_HOURS and row[index - 1].text in WATCHING


def _second_name(row: list[Item], index: int, unit: Unit) -> bool:
    """Whether the number is another of those by which things are named: sức khỏe loại 1 và │ 2, mức độ 3, │ 4."""
    if index < 3 or unit.known or row[index - 1].text not in (",", "và") or not row[index - 2].is_numeral:
        return False
    return NO_FIGURE in row[index - 3].means and all(len(row[at].text) <= NAME_DIGITS for at in (index, index - 2))


def _floor(row: list[Item], index: int) -> bool:
    """Whether the number tells on which floor something is."""
    counted = index > 1 and (row[index - 2].is_numeral or row[index - 2].text in NO_FLOOR)
    return row[index - 1].text in FLOORS and not counted


def _of_steering(row: list[Item], index: int) -> bool:
    """Whether the number names a steering committee: Ban Chỉ đạo │ 389 quốc gia."""
    if not row[index - 1].text.endswith("đạo"):
        return False
    return " ".join([item.text for item in row[max(0, index - STEERING_WITHIN) : index]]).endswith("ban chỉ đạo")


def _of_all(row: list[Item], index: int, last: int) -> bool:
    """Whether it is told of how many out of how many, which names nothing: kiện toàn ban chỉ đạo │ 14/14 xã."""
    return last > index + 1 and row[index + 1].text == "/"


def _led_down(row: list[Item], index: int, last: int) -> bool:
    """Whether hours are those from which a length of time has fallen: giảm từ │ 21 giờ xuống 17 giờ."""
    return row[index - 1].text == "từ" and last + 1 < len(row) and Cue.TO_DOWN in row[last + 1].means


def _is_length(row: list[Item], index: int, unit: Unit) -> bool:
    """Whether hours are a length of time: one has changed, or something lasts or lasted for it."""
    if row[index - 1].text not in HOURS if unit.text in MINUTES else (numeral(row[index].text) or 0) > A_DAY:
        return True
    return not row[index - 1].means.isdisjoint(SHIFTED) or _lasts(row, index) or _led_down(row, index, unit.last)


def _lasts(row: list[Item], index: int) -> bool:
    """Whether hours are told of a length of time: thời gian giải phóng hàng trung bình │ 34 giờ; not: thời gian từ 8 giờ."""
    if row[index - 1].text in AT_TIMES:
        return False
    said = [item.text for item in row[max(0, index - LASTS_WITHIN) : index]]
    begins = next((at for at in range(len(said) - 1, 0, -1) if (said[at - 1], said[at]) == LENGTH), 0)
    return bool(begins) and AT_TIMES.isdisjoint(said[begins:])
