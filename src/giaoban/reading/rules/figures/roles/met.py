"""Whether an aim is one that a result is measured against, or that a report only tells of, and so sets nothing.

    "vượt kế hoạch"   "các chỉ tiêu đều đạt"   "phần lớn chỉ tiêu vẫn nhích lên"   "một số chỉ tiêu 5 tháng đầu năm"

What must and must not be read: corpus/roles.tsv, corpus/observations.tsv.
"""

from itertools import pairwise

from giaoban.reading.items import Item

MET_WITHIN = 10
MET = frozenset((
    "đạt", "vượt", "hoàn thành", "thành", "bằng", "so với", "hơn", "thực hiện", "theo", "về", "nhóm", "từng", "quá", "xa", "gắn với",
    "điều chỉnh", "cơ chế", "chính sách", "với", "xấp xỉ", "cao hơn", "thấp hơn", "%", ")", "đúng", "theo đúng", "sát",
))  # fmt: skip
"""Words before an aim that make it one already met or talked about: "vượt kế hoạch"."""
PLURALS = frozenset(("các", "những", "mọi", "tất cả", "nhiều"))
BEFORE_AIMS = frozenset(("cơ bản", "cơ", "bản", "số", "một số"))
MET_AFTER = frozenset(("đều", "cơ bản", "vượt", "đạt và vượt", "hoàn thành", "vẫn", "cũng", "chưa", "đạt khá", "đạt cao", "đạt thấp"))
FINISHED, HOW = ("hoàn", "thành"), frozenset(("tốt", "xuất", "toàn", ",", ";", ":"))
"""What is said behind an aim that it is fulfilled, where it ends the clause or tells how: nhiệm vụ thu hoàn thành │ tốt."""
"""Words that say of aims a few words before that they have been met, or have not."""
NOT_MET = frozenset(("đạt", "hoàn thành", "đạt được", "hoàn thành được"))
"""Words after "không" of aims that were missed; an aim may be not to pass a number: mục tiêu là hộ nghèo không vượt 3%."""
MOST = ("phần lớn", "hầu hết", "đa số", "nhiều", "phần lớn các", "hầu hết các", "đa số các")
"""Words before aims that are told of by how they stand."""
SO_FAR = " đầu năm"
"""What ends the words for the months of a year that have gone by."""
RESULTS = frozenset((
    "đạt", "vượt", "vượt kế hoạch", "đều", "cơ bản", "chiếm", "còn", "được", "mới", "chỉ", "hoàn thành", "thấp", "chậm", "đạt cao",
    "đạt thấp", "đạt khá", "đạt kết quả", "đạt được", "đạt và vượt",
))  # fmt: skip
"""Words after aims that have been met."""
AMONG = frozenset(("trong số", "số"))


def told_of(row: list[Item], at: int, end: int) -> bool:
    """Whether an aim is one that a result is measured against, or that is counted or talked about, rather than one that is set."""
    after = row[at + 1].text if at + 1 < len(row) else ""
    first = at
    while first and (row[first - 1].text in PLURALS or row[first - 1].text in BEFORE_AIMS):
        first -= 1
    before = row[first - 1].text if first else ""
    if before == "đạt" and first > 1 and row[first - 2].text in ("để", "phấn đấu"):
        return False
    if at > 1 and row[at - 1].is_numeral and row[at - 2].text in AMONG:
        return True
    if _most(row, at) or (first < at and _of_past_months(row, at, end)):
        return True
    if before == "với" and after == ":":
        return False
    return before in MET or after in RESULTS or _met_after(row, at, end)


def _most(row: list[Item], at: int) -> bool:
    """Whether aims are told of by how most of them stand: phần lớn chỉ tiêu, nhiều chỉ tiêu."""
    said = " ".join(item.text for item in row[max(0, at - 3) : at])
    return said.endswith(MOST)


def _of_past_months(row: list[Item], at: int, end: int) -> bool:
    """Whether aims are those of months gone by: một số chỉ tiêu chủ yếu 5 tháng đầu năm."""
    for item in row[at + 1 : min(at + 1 + MET_WITHIN, end)]:
        if item.period:
            return item.text.endswith(SO_FAR)
        if item.is_mark:
            return False
    return False


def _met_after(row: list[Item], at: int, end: int) -> bool:
    before = ""
    for item, after in pairwise(row[at + 1 : min(at + 2 + MET_WITHIN, end + 1)]):
        if item.text == "không":
            return after.text in NOT_MET
        if item.text in MET_AFTER or ((before, item.text) == FINISHED and after.text in HOW):
            return True
        before = item.text
        if item.is_mark and item.text != "-":
            return False
    return False
