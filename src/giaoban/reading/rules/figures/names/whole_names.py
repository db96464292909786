"""Whether words before or after a figure can be a name at all: no bracket is open in them, no word is cut in two, more than a label.

    "được mùa (năng suất bình quân │ 58 tạ/ha"   not: mùa (năng suất bình quân
    "hàng không hóa đơn, chứng từ"                not: hàng không hóa đơn, chứng
    "giai đoạn 2 (từ 2006) │ 800 tỷ đồng"         not: giai đoạn 2
    "từ các mặt hàng: máy móc │ 12 tỷ đồng"       not: mặt hàng: máy móc

What must and must not be read: corpus/wordings.tsv.
"""

from itertools import pairwise

from giaoban.reading.cues import DONE, DOWN, EQUAL, FROM, HAS, LEVEL, LINK, MULTIPLE, OVER, SAME, SOFT, TARGET, UNDER, UP, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.names import ACTORS, LEADING, NOMINAL, SURE
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.halves import in_word
from giaoban.reading.rules.figures.indicators import Name, opens
from giaoban.reading.rules.figures.names.ranked import only_ranks, ranks_first, runs_over_rank

LABELS = frozenset(("giai đoạn", "đợt", "kỳ", "kì", "bước"))
"""Words that only number parts of what was named before: giai đoạn 2, đợt 1."""
EMPTY = frozenset((
    "dịp", "mỗi", "bị", "được", "mới", "chỉ", "hầu", "rất", "nhưng", "tuy", "khi", "thì", "nay", "này", "đó", "đây", "vậy",
    "làm", "khiến", "gây", "gây ra", "đạt", "tăng", "giảm",
))  # fmt: skip
"""Words that alone name nothing."""
HARDSHIPS = frozenset((
    "khó khăn", "hạn chế", "tồn tại", "vướng mắc", "nguyên nhân", "khó khăn nhất", "hạn chế lớn nhất", "khó khăn lớn nhất",
    "tồn tại lớn nhất",
    "bất cập", "trở ngại", "thuận lợi", "điểm sáng", "điểm nổi bật",
))  # fmt: skip
"""What is said of a clause that tells a figure, and names none: Hạn chế là │ 9/19 xã chưa đạt."""
TIMES = frozenset(("năm", "tháng", "quý", "tuần", "ngày"))
"""How often somebody does something, who is no name of it: mỗi │ năm xã giảm 6% hộ nghèo."""
SEATED = frozenset(
    (
        "công an",
        "ubnd",
        "ubkt",
        "ủy ban kiểm tra",
        "hđnd",
        "đảng ủy",
        "mttq",
        "quân sự",
        "trạm y tế",
        "hội đồng nhân dân",
        "ủy ban nhân dân",
        "đoàn",
    )
)
LEVELS = frozenset(("tỉnh", "thành phố", "huyện", "quận", "thị xã", "phường", "xã", "thị trấn", "đặc khu"))
"""What bodies are called by, and at which level: Công an │ phường, of whose name no other begins at the level."""
OPENING, CLOSING = "“”"
DEPTHS = {"(": 1, ")": -1, "“": 1, "”": -1}
UP_OR_DOWN = frozenset((UP, DOWN))
HOW_OFTEN = frozenset(("mỗi", "trong", "hằng", "hàng", "những"))
"""Before a time that says how often or when: mỗi ngày │ ép 2.800 tấn."""
WHOSE = "của"
"""Before those whose the figure is: chỉ tiêu của │ Tổng cục."""
BY, GIVING = "do", ("tặng", "tài trợ", "ủng hộ", "trao", "đóng góp", "quyên góp")
WHY, WANTING = frozenset(("vì", "do", "bởi")), frozenset(("chưa", "không", "còn", "chậm", "thiếu", "vướng", "bị", "phải"))
"""Words before a reason, and of what is wanting for it."""
DONE_OR_HAS = frozenset((DONE, HAS))
NEW_CLAUSE = frozenset((SOFT, DONE, LINK, TARGET, LEVEL, HAS, UP, DOWN, EQUAL, MULTIPLE))
"""What a word means that begins a clause of its own behind a comma."""
BEGIN_CLAUSES = frozenset(
    (
        "các",
        "những",
        "tập trung",
        "góp phần",
        "không",
        "nhiều",
        "một",
        "ông",
        "bà",
        "lần",
        "tới",
        "sớm",
        "thấp hơn",
        "cao hơn",
        "nay",
        "chưa",
        "hoàn thành",
        "hoàn tất",
        "xong",
        "dứt điểm",
        "bảo đảm",
        "đảm bảo",
        "chậm nhất",
    )
)
"""Words that begin one, too."""
BETWEEN = frozenset(("cho biết", "cho hay", "cho rằng", "cho thấy", "khẳng định", "nhấn mạnh", "ông", "bà", "nhưng", "trong khi"))
"""Words of those who tell a figure, or that set one clause against another: never part of a name."""
ASKING, JOINING = frozenset(("kiến nghị", "đề nghị", "yêu cầu", "đề xuất")), frozenset((",", "và", "đơn", "đơn thư", "những", "các"))
"""What somebody does behind a comma who asks, and what stands before the same words as things: đơn thư, │kiến nghị."""
BESIDE = frozenset(("và", "hoặc", "cùng"))
"""What stands behind a bracket before what is told of something else: tài chính (│ 7 trường hợp) và chính trị (5 trường hợp)."""
WITH = frozenset(("với", "với tổng số"))
SIZES, LEADS_TO_SIZE = frozenset(("dài", "rộng", "sâu", "nặng")), frozenset((FROM, OVER, UNDER))
"""What is said of things before how long they are, and what comes between: 386 tàu │ dài từ 15 m."""
TELLING = frozenset((":", ",", *DEPTHS, *BETWEEN))
"""Only where one of these stands may a bracket be open or more than one clause be said."""


NO_BEGINNING, NO_TAIL = frozenset(("nhau", "hồi")), frozenset(("hồi",))
"""Words that only go on from those before them: giúp │nhau│, 45 tàu │hồi đầu năm│."""


def may_stand_before(row: list[Item], name: Name) -> bool:
    """Whether items before a figure may be its name, or part of it."""
    said = row[name.first : name.last + 1]
    if (
        in_word(row, name.first)
        or in_word(row, name.last + 1)
        or said[0].text in NO_BEGINNING
        or _says_nothing(said)
        or _of_body(row, name.first)
        or _of_age(row, name.first)
        or _of_number(row, name.first)
        or _compares(said)
        or (name.first > 0 and row[name.first - 1].text == WHOSE)
        or (name.first > 0 and row[name.first].text in TIMES and row[name.first - 1].text in HOW_OFTEN)
        or (len(said) > 1 and said[0].text in HOW_OFTEN and said[1].text in TIMES)
    ):
        return False
    words = [item.text for item in said]
    if ranks_first(row, name) or (("là" in words or "nhất là" in words) and runs_over_rank(words)):
        return False
    if not WITH.isdisjoint(words) and _beside_sum(row, name):
        return False
    if "do" in words and _because(row, said, name):
        return False
    if TELLING.isdisjoint(words):
        return True
    closed = name.last + 1 < len(row) and row[name.last + 1].text == CLOSING and OPENING in words
    return not (":" in words or _open([*words, CLOSING] if closed else words) or _two_clauses(said))


def may_follow(row: list[Item], name: Name) -> bool:
    """Whether items behind a figure may be its name, or part of it; the bracket that holds the figure may close before them."""
    said = row[name.first + (row[name.first].text == ")") : name.last + 1]
    if (
        row[name.last].text in SIZES
        and not in_word(row, name.last)
        and name.last + 1 < len(row)
        and row[name.last + 1].means & LEADS_TO_SIZE
    ):
        return False
    if (
        not said
        or said[0].is_mark
        or said[0].text in NO_TAIL
        or (len(said) <= name.last - name.first and said[0].text in BESIDE)
        or in_word(row, name.last + 1)
    ):
        return False
    words = [item.text for item in said]
    if ("và" in words and _new_deed(row, name)) or _tells_why(words):
        return False
    return TELLING.isdisjoint(words) or not (":" in words or _open(words) or _two_clauses(said))


def _compares(said: list[Item]) -> bool:
    """Whether the words only say what is compared with: │so với dự toán│, cao hơn hẳn │so với cùng kỳ│."""
    return VERSUS in said[0].means or any(VERSUS in item.means and SAME in after.means for item, after in pairwise(said))


def _tells_why(words: list[str]) -> bool:
    """Whether the words go on from what is wanting to why, or who gave it: hộ chưa dời │vì chưa có điện│, bồn nước │do công ty tặng│."""
    at = next((at for at in range(1, len(words)) if words[at] in WHY), 0)
    given = BY in words and " ".join(words[words.index(BY) :]).endswith(GIVING)
    return given or (at > 0 and not WANTING.isdisjoint(words[:at]))


def _new_deed(row: list[Item], name: Name) -> bool:
    """Whether the words go on from the things counted to what else was done: 500 tấn hàng │và bắt giữ│, 23 trường hợp vi phạm │và đã│."""
    at = next(at for at in range(name.first, name.last + 1) if row[at].text == "và")
    if at in (name.first, name.last):
        return False
    if any(DONE in row[before].means or is_deed(row, before) for before in range(name.first, at)):
        return False
    return bool(row[at + 1].means & DONE_OR_HAS) or is_deed(row, at + 1)


def _of_body(row: list[Item], at: int) -> bool:
    """Whether item `at` is the level at which a body sits that is named before it."""
    return row[at].text in LEVELS and any(" ".join([item.text for item in row[max(0, at - size) : at]]) in SEATED for size in (1, 2, 3))


def _of_age(row: list[Item], at: int) -> bool:
    """Whether what stands before item `at` only says how old those are of whom it tells: trẻ 5 tuổi │ ra lớp."""
    if at and row[at - 1].text in LEADING:
        at -= 1
    return at > 2 and row[at - 1].text == "tuổi" and row[at - 2].is_numeral and not row[at - 3].is_mark


def _of_number(row: list[Item], at: int) -> bool:
    """Whether item `at` is the "số" of a number by which somebody goes: Đội │ số 5 xử lý."""
    return row[at].text == "số" and at > 0 and at + 1 < len(row) and row[at + 1].is_numeral and row[at - 1].text.isalpha()


def _beside_sum(row: list[Item], name: Name) -> bool:
    """Whether the words run into what sum is told with a deed: đầu tư trong nước còn hiệu lực với │ tổng số vốn đăng ký."""
    return bool(
        [at for at in range(name.first + 1, name.last) if row[at].text in WITH and (row[at].text != "với" or opens(row, at + 1, SURE))]
    )


def _because(row: list[Item], said: list[Item], name: Name) -> bool:
    """Whether the words run from what changed into why: số thu giảm do │ nhập khẩu xăng dầu, chi phí do │ đơn giá đất."""
    at = next((at for at in range(len(said) - 1, 0, -1) if said[at].text == "do"), 0)
    if not at or name.last + 1 >= len(row) or not row[name.last + 1].means & UP_OR_DOWN:
        return False
    return any(item.means & UP_OR_DOWN for item in said[:at]) or opens(row, name.first + at + 1, NOMINAL)


def _open(words: list[str]) -> bool:
    """Whether a bracket or quotation is opened and not closed, or the reverse."""
    depth = 0
    for word in words:
        depth += DEPTHS.get(word, 0)
        if depth < 0:
            return True
    return depth > 0


def _two_clauses(said: list[Item]) -> bool:
    """Whether the words run from one clause into the next, or tell who said it."""
    comma = False
    for at, item in enumerate(said):
        if item.text in BETWEEN or (comma and item.text in ASKING and said[at - 1].text not in JOINING):
            return True
        comma = comma or item.text == ","
        if item.text == "," and at + 1 < len(said):
            after = said[at + 1]
            if after.means & NEW_CLAUSE or not BEGIN_CLAUSES.isdisjoint(
                (after.text, " ".join([each.text for each in said[at + 1 : at + 3]]))
            ):
                return True
    return False


def _says_nothing(said: list[Item]) -> bool:
    first = said[0]
    if first.text in LABELS:
        return all(item.is_numeral or item.period or item.is_mark for item in said[1:])
    if " ".join([item.text for item in said]) in HARDSHIPS or only_ranks(said):
        return True
    if first.text in TIMES:
        return all(item.text in TIMES or item.text in ACTORS for item in said)
    return (first.text in EMPTY or first.period is not None) and all(item.text in EMPTY or item.period for item in said)
