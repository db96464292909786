"""The name that goes on after a figure: 3 nhà máy │ xử lý rác, 140 doanh nghiệp │ thành lập mới.

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.reading.cues import DONE, HAS, SOFT, STOP, TARGET, Cue
from giaoban.reading.items import Item
from giaoban.reading.names import TRAILING
from giaoban.reading.rules.figures.amounts.quantities import BEYOND, Amount, behind, ends_bound
from giaoban.reading.rules.figures.amounts.standing import DASHES
from giaoban.reading.rules.figures.indicators import FIGURED, HARD, LONGEST, QUOTES, Name, counted_together, trimmed
from giaoban.reference.units import Kind

THING = Kind.THING
DONE_OR_SOFT_OR_TARGET_OR_HAS = frozenset((DONE, SOFT, TARGET, HAS))
SOFT_OR_DONE_OR_TARGET = frozenset((SOFT, DONE, TARGET))

ENDS_AFTER = frozenset((Cue.EACH, Cue.EQUAL, Cue.SHARE, Cue.VERSUS, Cue.SAME, Cue.MULTIPLE, Cue.AGAIN, Cue.LINK))
NOT_AFTER = frozenset(("và", "kể", "theo", "để", "khi", "trong", "tại", "ở", "đề", "như", "mỗi", "trước", "sau", "vào", "từ"))
"""Words right after a figure that go on to something else than its name."""
POINTS_BACK = frozenset(("nói", "nêu", "kể"))
"""Before "trên" of things that were told of: 12 vị trí │nói trên│."""
COMPARED = frozenset((Cue.EQUAL, Cue.SHARE, Cue.VERSUS, Cue.SAME, Cue.MULTIPLE))
TOLD_WITH = frozenset(("cho", "làm", "với", "của"))
"""Words before how many others are told of with those counted: 21 buổi tuyên truyền │cho│ 698 lượt hội viên."""
LIST_AHEAD = 7
BOUND_WITHIN = 5
"""Items between "từ" and "trở lên"."""


def name_after(row: list[Item], amount: Amount, ceiling: int) -> Name:
    """The name that goes on after the figure's unit, up to item `ceiling`: 3 nhà máy │ xử lý rác."""
    first = at = behind(row, amount)
    while at < ceiling and at - amount.last <= LONGEST:
        item = row[at]
        if item.text == "," and at + 1 < ceiling and counted_together(row, at):
            at += 2
            continue
        if item.text == "," and at > amount.last + 1 and _list_goes_on(row, at, ceiling):
            at += 1
            continue
        if item.text == "và" and at + 1 < ceiling and at > amount.last + 1 and _new_thought(row, at + 1):
            break
        if item.text in HARD or item.text == "," or item.text in QUOTES or (item.text in DASHES and not _hyphen(row, at, ceiling)):
            break
        if item.text in POINTS_BACK and at + 1 < ceiling and row[at + 1].text == "trên":
            break
        if item.period or item.means & ENDS_AFTER or item.is_numeral or ends_bound(row, at):
            break
        if (
            item.text in ("là", "còn", "với")
            or (at == amount.last + 1 and item.text in NOT_AFTER and amount.unit.kind is not THING)
            or (STOP in item.means and (at - amount.last > 2 or item.text != "do"))
        ):
            break
        if at - amount.last > 3 and (item.text in ("cho", "có", "yêu cầu") or item.means & SOFT_OR_DONE_OR_TARGET):
            break
        at += 1
    last = at - 1
    while last >= first and (row[last].text in TRAILING or row[last].is_mark or row[last].place):
        last -= 1
    return Name(first, last)


def _hyphen(row: list[Item], at: int, ceiling: int) -> bool:
    """Whether a dash joins two words of a name (chính trị - xã hội)."""
    return at + 1 < ceiling and row[at + 1].text[0].isalpha() and row[at + 1].place is None and at > 0 and row[at - 1].text[0].isalpha()


def named_after_is(row: list[Item], amount: Amount, ceiling: int) -> Name:
    """The name that "là" gives a figure that stands first: 7,63% là tốc độ tăng GDP."""
    if amount.last + 2 >= ceiling or row[amount.last + 1].text != "là":
        return Name(0, -1)
    shifted = next((at for at in range(amount.last + 2, ceiling) if row[at].is_mark or row[at].period or row[at].is_numeral), ceiling)
    return trimmed(row, Name(amount.last + 2, shifted - 1))


def _list_goes_on(row: list[Item], comma: int, ceiling: int) -> bool:
    """Whether a list of things runs over the comma to an "và": buôn lậu, gian lận thương mại và hàng giả."""
    for item in row[comma + 1 : min(ceiling, comma + 1 + LIST_AHEAD)]:
        if item.text == "và":
            return True
        if (
            item.is_mark
            or item.is_numeral
            or item.period
            or item.means & ENDS_AFTER
            or item.means & FIGURED
            or DONE in item.means
            or TARGET in item.means
        ):
            return False
    return False


def _new_thought(row: list[Item], at: int) -> bool:
    """Whether the words after "và" are no more of the name: a verb with its own object, an adverb."""
    return bool(row[at].means & DONE_OR_SOFT_OR_TARGET_OR_HAS) or row[at].is_numeral or row[at].text in ("bắt", "xử", "thu", "đạt", "cùng")


def beyond(row: list[Item], at: int) -> int:
    """The item behind a bound that says which things are meant: nợ │từ 3 tháng trở lên│; 0 where none begins."""
    if at + 1 >= len(row) or not row[at + 1].is_numeral:
        return 0
    end = min(len(row) - 1, at + 2 + BOUND_WITHIN)
    back = next((back for back in range(at + 2, end) if row[back].text == "trở"), 0)
    return back + 2 if back and row[back + 1].text in BEYOND else 0


def ends_far(row: list[Item], at: int, first: int, last: int, *, counted: bool) -> bool:
    """Whether a name that goes on over what would end it ends at an item: a comma before a figure, another number told with it."""
    if row[at].text == "," and at + 1 < last:
        return row[at + 1].is_numeral or not COMPARED.isdisjoint(row[at + 1].means)
    return counted and row[at].is_numeral and at > first and row[at - 1].text in TOLD_WITH


def brings_about(row: list[Item], at: int) -> bool:
    """Whether the number at an item tells how many something befell: vụ cháy làm │ 3 người chết."""
    return 0 < at < len(row) and row[at].is_numeral and row[at - 1].text == "làm"
