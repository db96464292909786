"""Whether a figure stands so beside the one before it that it is meant as that one is, or is its plan.

    "dự kiến có 21 hộ được hưởng, kinh phí │ 32 tỷ đồng"     right beside, without a verb
    "phát triển 489 người tham gia, │ 795 người học nghề"    one list of things of one kind
    "trồng 310 cây/ │ 400 cây"                               the plan under its result

What must and must not be read: corpus/roles.tsv.
"""

from giaoban.reading.cues import DONE, DUTY, LINK
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.roles.asked_for import openings
from giaoban.reading.rules.figures.roles.ordered import MAKES

ACTED_WITHIN = 6
"""Items of one deed more that is due."""
DONE_OR_LINK = frozenset((DONE, LINK))
DUE, MAKES_BEGIN = frozenset(("phải", "cần")), frozenset(MAKES)
OUT_OF = (["trên", "tổng"], ["trên", "tổng số"], ["trên", "tổng", "vốn"], ["trên", "tổng số", "vốn"])
"""What stands between how much came of it and how much there is for it: giải ngân 14 tỷ đồng trên tổng │ 31 tỷ đồng."""
NAME_WITHIN = 3
"""Items of a name that stands right beside a figure."""


def named_beside(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether a figure is named right beside the one before it, without a verb: dự kiến có 21 hộ được hưởng, kinh phí │ 32 tỷ đồng."""
    between = row[last.amount.last + 1 : draft.amount.first]
    commas = [at for at, item in enumerate(between) if item.text in (",", "và")]
    if draft.head is not None or not commas or any(item.text in ";." for item in between):
        return False
    name = between[commas[-1] + 1 :]
    return len(name) <= NAME_WITHIN and not any(item.is_mark or item.means & DONE_OR_LINK or item.period for item in name)


def part_beside(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether a part stands beside the part before it: trong đó khai thác 26 tấn, │ nuôi trồng 14 tấn."""
    between = row[last.amount.last + 1 : draft.amount.first]
    return (
        draft.head is None
        and between[0].text in (",", "và")
        and not any((item.is_mark and item.text not in "-–") or DONE in item.means for item in between[1:])
    )


def due_beside(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether one deed more is due with the one before it: huyện cần xây 12 phòng học, tuyển │ 30 giáo viên."""
    between = row[last.amount.last + 1 : draft.amount.first]
    comma = next((at for at, item in enumerate(between) if item.is_mark or item.text == "và"), -1)
    if comma < 0 or between[comma].text not in (",", "và") or not 1 < len(between) - comma <= ACTED_WITHIN:
        return False
    first = last.amount.last + 1 + comma + 1
    if any(item.is_mark or item.period or DONE in item.means for item in between[comma + 1 :]):
        return False
    if not (is_deed(row, first) or not MAKES_BEGIN.isdisjoint(openings([item.text for item in row[first : first + 2]]))):
        return False
    return any(DUTY in item.means and item.text in DUE for item in row[last.floor : last.amount.first])


def under_result(row: list[Item], draft: Draft) -> bool:
    """Whether the figure is the plan under a result of its kind: 310 cây/ │ 400 cây, 88,2%/ │ 92%."""
    at, before = draft.amount.first - 1, draft.spot.previous
    if at < 1 or before is None:
        return False
    if not (row[at].text == "/" and before.last == at - 1) and [item.text for item in row[before.last + 1 : at + 1]] not in OUT_OF:
        return False
    return before.unit.text == draft.amount.unit.text and before.unit.text != ""


def counted_on(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether a figure goes on with a list of things of one kind: phát triển 489 người tham gia, │ 795 người học nghề."""
    at = draft.amount.first - 1
    if row[at].text not in (",", "và") or last.amount.unit.text != draft.amount.unit.text or not draft.amount.unit.text:
        return False
    return not any(item.is_mark or item.period or item.means & DONE_OR_LINK for item in row[last.amount.last + 1 : at])
