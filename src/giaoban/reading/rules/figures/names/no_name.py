"""Whether words before a figure only say where or at whom it was counted, or that it was aimed at, and not what it counts.

    "lượng mưa phổ biến 350 mm, riêng trạm Khe Vàng │ 742 mm"    trạm Khe Vàng: no name
    "Dẫn đầu là các xã: Thạch Bình │ 61 ha, Xóm 5 │ 7 ha"        Thạch Bình, Xóm 5: no names
    "chi bảo hiểm 5 tỷ đồng, Bảo hiểm thất nghiệp │ 2 tỷ đồng"   Bảo hiểm thất nghiệp: a name
    "có tỷ lệ hộ nghèo cao là Nà Luông │ 38%"    no name goes on to Nà Luông
    "CPI tăng 4,7%, so với kế hoạch │ 5%"                        kế hoạch: no name
    "thu 90 tỷ đồng (dự toán │ 85 tỷ đồng)"                      a name: of money an aim is a thing of its own

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.reading.cues import AIM, DONE, DOWN, EQUAL, LEVEL, PLAN, SHARE, UP
from giaoban.reading.items import Item
from giaoban.reading.names import NOMINAL
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name, opens
from giaoban.reading.rules.figures.roles.norms import is_norm
from giaoban.reference.offices import HEADS_OF
from giaoban.reference.units import Kind

LEADING = frozenset((
    "riêng", "tại", "ở", "dẫn", "đầu", "các", "những", "trong đó", "cụ thể", "là", "như", "gồm", "của", "và", "đứng đầu", "dẫn đầu",
    "cao nhất", "thấp nhất", "nhiều nhất", "ít nhất", "tiếp đến", "kế đến", "còn", "còn lại", "số",
    "đơn vị", "địa phương", "nhất", "nặng", "nhẹ", "đông", "lớn", "chậm", "nhanh", "tốt", "kém", "thấp", "nhiều", "ít", "cá", "biệt",
    "điển", "hình", "tiêu biểu", "nổi", "bật", "tiếp", "theo",
))  # fmt: skip
"""What may stand before and between names of places and bodies."""
INTRODUCING = frozenset(("là", "gồm", "như"))
"""Words behind which it is told who they are."""
KINDS = frozenset((
    "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "thôn", "xóm", "bản", "ấp", "buôn", "làng",
    "khu",
    "khu phố", "tổ", "trạm", "sông", "rạch", "suối", "hồ", "đập", "cầu", "cảng", "kênh", "cụm", "vùng", "công ty", "nhà máy",
    "chi nhánh", "cửa khẩu", "bộ", "sở", "ban", "phòng", "văn phòng", "ủy ban", "uỷ ban", "cục", "chi cục", "tổng cục", "tổng công ty",
    "tập đoàn", "ngân hàng", "hội", "dự án", "công trình", "gói thầu", "tuyến", "đường", "trường", "bệnh viện", "viện", "đài",
    "trung tâm", "trung ương", "cấp", "xí nghiệp", "nông trường", "lâm trường", "điện lực", "kho bạc", "đội", "khối",
    "hợp tác xã", "htx", "tỉnh lộ", "quốc lộ", "tòa", "tòa án", "công an", "hạt", "bưu điện", "đồn", "khu vực", "luồng", "bãi", "bãi biển",
))  # fmt: skip
BODIES = frozenset((
    "ban", "sở", "cục", "chi cục", "tổng cục", "tổng công ty", "công ty", "chi nhánh", "trung tâm", "kho bạc", "đội", "trạm", "hạt",
    "phòng", "vụ", "nông trường", "lâm trường", "xí nghiệp", "nhà máy", "ngân hàng", "hợp tác xã", "trường", "bệnh viện", "điện lực",
    "đài", "viện", "tập đoàn", "bộ", "hội", "văn phòng", "chi", "tổng", "kho", "hợp", "nông", "lâm", "xí", "nhà", "ngân", "bệnh",
))  # fmt: skip
"""Kinds of bodies, or the first syllable of one."""
LONGEST_BODY, BOARD = 7, "ban quản lý"
OF_LEVEL = (
    "công an", "ban quản lý", "bql", "trạm y tế", "trung tâm", "thanh tra", "văn phòng", "kho bạc", "bảo hiểm xã hội", "bhxh", "ban chqs",
    "ban chỉ huy quân sự", "bộ chỉ huy quân sự", "viện kiểm sát", "tòa án", "hội", "ubnd", "ủy ban", "ban dân tộc", "mttq", "phòng",
    "chi cục",
)  # fmt: skip
"""How bodies begin that are told by the level they are of: Công an │tỉnh, Ban Quản lý dự án │huyện."""
OWN_LEVELS = frozenset(("tỉnh", "huyện", "xã", "phường", "thị xã", "thành phố", "thị trấn", "đặc khu", "khu vực"))
HIGHEST = frozenset(("quốc hội", "chính phủ", "thủ tướng", "thủ tướng chính phủ", "trung ương", "tổng cục"))
"""Bodies of which there is one, so that the kind is the name."""
ORGANISED = frozenset(("phụ nữ", "nông dân", "cựu chiến binh", "thanh niên", "chữ thập đỏ", "người cao tuổi", "lhpn", "ccb"))
"""Whom a union, which is named before them, is of: Hội │ Phụ nữ."""
UNIONS = frozenset(("hội", "đoàn"))
LEVELS = frozenset(("trung ương", "tỉnh", "sở", "huyện", "xã", "phường", "thôn", "cơ sở"))
"""Behind "cấp", whose figure it is."""
AIM_OR_PLAN = frozenset((AIM, PLAN))
MOVES = frozenset((AIM, DONE, DOWN, EQUAL, LEVEL, SHARE, UP))
SETTING = frozenset(
    (
        "đề ra",
        "đặt ra",
        "giao",
        "được giao",
        "của",
        "cả",
        "năm",
        "cả năm",
        "nghị quyết",
        "đại hội",
        "ban đầu",
        "chung",
        "tuần",
        "tháng",
        "quý",
    )
)
"""What may stand beside an aim without saying of what it is."""
GIVEN = frozenset(("được giao", "được phân bổ", "được bố trí", "được cấp", "được phân khai", "được giao là", "được phân bổ là"))
"""What was done with what somebody got, which does not say what it is: Cục Thuế Nam Giang được giao │ 20.150 tỷ đồng."""
AVERAGES = frozenset(("bình quân mỗi", "trung bình mỗi"))
"""Words that only say that a sum is told again by its parts."""
RATES = frozenset(("tỷ lệ", "tỉ lệ", "tỷ trọng"))
"""Words that alone say of a share only that it is one."""
SAYING = frozenset((
    "yêu cầu", "đề nghị", "kiến nghị", "đề xuất", "gợi ý", "nêu", "nói", "cho biết", "đồng ý", "thống nhất", "giao", "chỉ đạo",
    "đặt mục tiêu",
    "hứa", "xin", "trả lời", "báo cáo", "phản ánh", "thừa nhận", "cam kết", "mong", "nhắc", "lưu ý", "chốt", "cho hay",
    "khẳng định",
    "cho rằng",
    "tuyên dương", "biểu dương", "khen ngợi", "nhắc nhở", "chất vấn", "điểm tên", "cảnh báo", "dẫn chứng",
    "truy trách",
))  # fmt: skip
"""What a person does who asks for something, tells of it, or blames and praises."""
OFFICES = HEADS_OF | {"đốc"}
"""How offices end, items being what they are."""
TELLING = frozenset(("nói", "nêu", "cho biết", "cho hay", "khẳng định", "cho rằng", "thừa nhận", "phản ánh", "trả lời"))
"""What he does who tells of it."""
NORMS = frozenset(("quy định", "qui định", "yêu cầu", "định mức", "tiêu chuẩn", "quy chuẩn", "chuẩn", "đạt yêu cầu", "chưa đạt yêu cầu"))
"""Words of what should be, which say nothing of what it is of."""
FEWEST = 2
"""Syllables of a bare name: one alone may begin a sentence."""


def is_no_name(line: Line, draft: Draft, name: Name) -> bool:
    """Whether some items before a figure leave it to the figure before to say what is counted."""
    if _said(line.row[name.first : name.last + 1]) in NORMS and is_norm(line.row, draft):
        return True
    said = line.row[name.first : name.last + 1]
    if draft.amount.unit.kind is Kind.SHARE:
        return is_only_aim(said) or _said(said) in RATES or is_only_who(line, name)
    return (
        _said(said) in AVERAGES or is_only_given(said) or is_only_who(line, name) or (_counts_the_same(line, draft) and is_only_aim(said))
    )


def _counts_the_same(line: Line, draft: Draft) -> bool:
    """Whether the things counted are those of the figure before: khám 164 trường hợp, kế hoạch tuần │ 200 trường hợp."""
    unit, at = draft.amount.unit, line.place(draft)
    return unit.kind is Kind.THING and at > 0 and line.drafts[at - 1].amount.unit.text == unit.text


def _said(items: list[Item]) -> str:
    return " ".join([item.text for item in items])


def is_only_aim(said: list[Item]) -> bool:
    """Whether some items only say that there is an aim, and perhaps whose."""
    aimed = False
    for item in said:
        if not AIM_OR_PLAN.isdisjoint(item.means):
            aimed = True
        elif not (item.place or item.period or item.text in SETTING):
            return False
    return aimed


def is_only_given(said: list[Item]) -> bool:
    """Whether some items only say that somebody got what is counted."""
    return _said(said) in GIVEN


def is_only_who(line: Line, name: Name) -> bool:
    """Whether all that some items say is the name of a place or a body, or several."""
    row, text = line.row, line.text
    words = _said(row[name.first : name.last + 1])
    if words in HIGHEST or _is_union(row, name, words) or _is_body(row, name, text) or _of_level(row, name, text):
        return True
    bare = _bare(row[name.first - 1], text) if name.first else 0
    named = kind = False
    level = name.first > 0 and row[name.first - 1].text == "cấp"
    for item in row[name.first : name.last + 1]:
        levelled = level and item.text in LEVELS
        kind, level = kind or item.text in KINDS, item.text == "cấp"
        if item.place is not None or levelled or (kind and item.is_numeral):
            named = True
        elif size := _bare(item, text):
            bare += size
        elif item.text not in KINDS and item.text not in LEADING and item.text[0].isalnum():
            return False
    return named or bare >= FEWEST


def _is_body(row: list[Item], name: Name, text: str) -> bool:
    """Whether some items are a body's name that no table holds: its kind and what it is for, each written with a capital: Ban Hàng hải."""
    first = name.first
    while first < name.last and (row[first].text in LEADING or row[first].text == ","):
        first += 1
    if row[first].text.startswith(BOARD) and text[row[first].start].isupper():
        return all(item.is_numeral or (text[item.start].isupper() and not item.means & MOVES) for item in row[first + 1 : name.last + 1])
    kind = first if row[first].text in BODIES else first - 1
    if kind < 0 or row[kind].text not in BODIES or not text[row[kind].start].isupper():
        return False
    words = row[kind + 1 : name.last + 1]
    if not 0 < len(words) <= LONGEST_BODY or not text[words[0].start].isupper():
        return False
    return not any(
        item.means & MOVES or (item.is_mark and item.text not in "-–") or is_deed(row, kind + 1 + at) for at, item in enumerate(words) if at
    )


def _of_level(row: list[Item], name: Name, text: str) -> bool:
    """Whether some items are a body and the level it is of, without the name of its place."""
    if not name.first < name.last <= name.first + LONGEST_BODY or row[name.last].text not in OWN_LEVELS:
        return False
    words = row[name.first : name.last + 1]
    plain = not any(item.means & MOVES or item.is_mark or item.is_numeral for item in words)
    return plain and text[words[0].start].isupper() and _said(words).startswith(OF_LEVEL)


def _is_union(row: list[Item], name: Name, words: str) -> bool:
    """Whether some items are only the name of a union, or the end of one: Hội Cựu chiến binh."""
    union, _space, whom = words.partition(" ")
    return (union in UNIONS and whom in ORGANISED) or (words in ORGANISED and name.first > 0 and row[name.first - 1].text in UNIONS)


def tells_who(line: Line, name: Name) -> bool:
    """Whether a name runs on to say at whom it was counted: tỷ lệ hộ nghèo cao │ là Nà Luông."""
    words = [item.text for item in line.row[name.first : name.last]]
    if INTRODUCING.isdisjoint(words[1:]):
        return False
    at = max(at for at, word in enumerate(words) if word in INTRODUCING)
    return at > 0 and is_only_who(line, Name(name.first + at + 1, name.last))


def told_by(line: Line, name: Name) -> bool:
    """Whether a name runs from a person into what he asks or says: bà Trần Lệ │Chi yêu cầu các phòng vận động│ 1,5 triệu USD."""
    row = line.row
    if name.first and row[name.first].text in TELLING and (row[name.first - 1].text == "," or _bare(row[name.first - 1], line.text)):
        return True
    for at in range(name.first + 1, name.last + 1):
        if (row[at].text in SAYING or " ".join([item.text for item in row[at : at + 2]]) in SAYING) and (
            row[at - 1].text == ")" or row[at - 1].text in OFFICES or _bare(row[at - 1], line.text)
        ):
            return True
    return False


def behind_owner(line: Line, name: Name) -> bool:
    """Whether what is measured begins only behind the name of whose it is: Hợp tác xã Thanh │Bình doanh thu│ 6,8 tỷ đồng, nhà máy nước
    Phú │Lương có công suất│ 6.000 m3."""
    row = line.row
    return any(
        opens(row, at, NOMINAL) and _ends_owner(line, at - 1 - (row[at - 1].text == "có")) for at in range(name.first + 1, name.last + 1)
    )


def _ends_owner(line: Line, at: int) -> bool:
    """Whether an item ends a name of two syllables at least, all with capitals."""
    size = _bare(line.row[at], line.text) if at > 0 else 0
    return size >= FEWEST or (size > 0 and _bare(line.row[at - 1], line.text) > 0)


def of_place_after_place(line: Line, draft: Draft, previous: str) -> bool:
    """Whether a place stands right before it, and it counts what the figure before counts: 31 hộ cận nghèo, trong đó xã An Hạ │ 11 hộ."""
    at, drafts = draft.amount.first - 1, line.drafts
    return at >= 0 and line.row[at].place is not None and drafts[0] is not draft and draft.name == previous


def _bare(item: Item, text: str) -> int:
    """Of how many syllables an item is that are all written as those of names are; 0 where one is not."""
    words = text[item.start : item.end]
    if not words.istitle():
        return 0
    said = words.split()
    return len(said) if all(each.istitle() for each in said) else 0
