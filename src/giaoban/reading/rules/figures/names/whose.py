"""Figures told body by body, whose name stands once: before the colon of their sentence, or in the sentence before the list.

    "Các xã có học sinh bỏ học nhiều: Pa Hu │ 17 em"                      before the colon
    "lập 14.206 biên bản, phạt 6,9 tỷ đồng. Trong đó: + Trạm 1: 5.870 biên bản, │ 3,4 tỷ đồng"   the last of its sort

What must and must not be read: corpus/named.tsv.
"""

from collections.abc import Iterator

from giaoban.reading.cues import DONE, HAS, LEVEL
from giaoban.reading.items import Item
from giaoban.reading.names import ACTORS, DOERS
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.doing import is_deed, words_at
from giaoban.reading.rules.figures.drafts import REACH, Draft, Line
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reading.rules.figures.names.doers import IN_NAMES
from giaoban.reading.rules.figures.names.headed_parts import labelled
from giaoban.reading.rules.figures.names.item_by_item import only_counts_who
from giaoban.reading.rules.figures.names.no_name import KINDS, is_only_who
from giaoban.reading.rules.figures.names.ranked import RANKS
from giaoban.reading.rules.figures.names.way import Wording

HEAD, HERDS = "con", ("đàn ", "tổng đàn")
"""What animals are counted by, and how names of them all begin."""
LONGEST_LABEL = 10
BODIES = (
    KINDS
    | DOERS
    | ACTORS
    | frozenset(
        listed("""
chi hội, chi đoàn, chi bộ, đảng ủy, huyện ủy, thành ủy, thị ủy, liên đoàn lao động, công đoàn, công đoàn cơ sở, hội nông dân, hội phụ nữ,
đoàn xã, đoàn thanh niên, tổ dân phố, tổ tự quản, cụm thi đua, khối thi đua, hạt kiểm lâm, đồn biên phòng, trạm y tế, mttq, ubmttq,
chi cục thuế, phòng giao dịch, chi nhánh, cụm, khối, đội thuế, nông trường, phân xưởng, tổ sản xuất, điểm trường, thị xã, ban qlda
""")
    )
)
"""How labels begin that say whose the figures behind them are."""
NOTHING = (
    RANKS
    | KINDS
    | frozenset(listed("đạt, đạt được, cao, thấp, tốt, khá, chậm, lớn, nhiều, ít, có, mức, tỷ lệ, tỉ lệ, tỷ, tỉ, lệ, còn, rất"))
    | frozenset(listed("địa, phương, đơn, vị, cụ, thể, như, một, số, kết, quả, từng, ở, tại, trên, địa bàn, bàn, đó, gồm, những, nơi"))
)
"""Words before a colon that do not say what is counted: Dẫn đầu là các xã: Thạch Bình │ 61 ha."""
DONE_OR_LEVEL = frozenset((DONE, LEVEL))
BETWEEN = frozenset((",", "/", "với", "và", "-", "–"))
"""What stands between the figures of one body."""


def heading_of(line: Line, draft: Draft) -> int:
    """The item of the colon before which it is told what the first figure of a list counts; 0 where there is none.

    Below 0 where only parts are announced (Chia theo huyện: Đăk Plô │ 61 căn), of what was told before.
    """
    row, zone = line.row, draft.spot.zone
    end = zone if LEVEL in row[zone].means and HAS not in row[zone].means else draft.amount.first
    end -= row[end - 1].text == "("
    if line.drafts and line.drafts[0] is not draft:
        return 0
    colon = next((at for at in range(end - 1, max(0, end - REACH), -1) if row[at].text == ":"), 0)
    if colon < 2 or colon + 1 >= end or end - colon > LONGEST_LABEL or not is_only_who(line, Name(colon + 1, end - 1)):
        return 0
    told = row[:colon]
    if any(item.is_numeral for item in told):
        return 0
    nothing = all(item.is_mark or item.text in NOTHING or NOTHING.issuperset(item.text.split()) for item in told)
    return -colon if nothing else colon


def before_colon(names: list[Name], *, counted: bool) -> Iterator[Wording]:
    """The ways to name a figure by what stands before the colon, with the thing counted where there is one."""
    for name in names:
        yield Wording("NB", noun=True, before=name) if counted else Wording("B", before=name)


def no_noun_alone(line: Line, draft: Draft, headed: int, name: str) -> bool:
    """Whether things counted are called by more than their noun: by a heading or label, by a name told before that begins with it, or, in a
    list of those at whom they were counted, by one that holds it.

    headed  as `heading_of` has it
    """
    noun, told = draft.amount.unit.text.lower(), name.lower()
    herd = noun == HEAD and told.startswith(HERDS)
    goes_on = headed < 0 and bool(noun) and (herd or told.startswith((f"{noun} ", f"số {noun} ", f"tổng số {noun} ")))
    listed_on = bool(noun) and (herd or f" {noun} " in f" {told} ") and line.place(draft) > 0 and only_counts_who(line, draft)
    return headed > 0 or goes_on or listed_on or (not headed and labelled(line.row, draft.amount))


def labelled_who(line: Line) -> int:
    """The item of the colon that ends the label of an item of a list which says whose figures follow: + Trạm Quốc lộ 1: …; 0: none."""
    row = line.row
    colon = next((at for at in range(min(len(row), LONGEST_LABEL + 2)) if row[at].text == ":"), 0)
    first = next((at for at in range(colon) if not row[at].is_mark), colon)
    if first == colon or any(item.means & DONE_OR_LEVEL or item.period for item in row[first:colon]):
        return 0
    if any(is_deed(row, at) and words_at(row, at) not in IN_NAMES for at in range(first + 1, colon)):
        return 0
    begins = any(" ".join([item.text for item in row[first : first + size]]) in BODIES for size in (1, 2))
    listed_item = first > 0 and (row[first].place is not None or is_only_who(line, Name(first, colon - 1)))
    return colon if begins or listed_item else 0


def of_label(row: list[Item], colon: int, last: int, draft: Draft) -> bool:
    """Whether nothing is said of a figure but whose it is.

    colon, last  the items that end the label and the figure before it; -1 where it is the first
    """
    between = row[max(colon, last) + 1 : draft.amount.first]
    return all(item.text in BETWEEN for item in between)
