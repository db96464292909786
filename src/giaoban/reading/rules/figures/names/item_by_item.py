"""The names in a list that tells several figures of each of those it goes through.

    "Diện tích lúa: Phú Lâm 320 ha, lúa lai 120 ha; An Bình │ 250 ha, lúa lai 90 ha"    Diện tích lúa

The first figure of an item counts what the first of the item before counts.
What must and must not be read: corpus/listed_figures.tsv.
"""

from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, Draft, Line
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reading.rules.figures.names.no_name import LEADING, is_only_given, is_only_who
from giaoban.reference.units import Kind

OF_ONE_SORT = frozenset((Kind.MONEY, Kind.SHARE))
"""Kinds of unit of which all are of one sort, however written: triệu đồng, tỷ đồng."""
BEFORE_WHO = frozenset((",", ";", ":", ")", "và", "là"))
"""What stands before the name in front of a bracket."""
LONGEST = 6
"""Items of the longest such name."""


def counted_as(line: Line, at: int) -> Draft | None:
    """The figure before one that only tells at whom it was counted which counts the same: the first of the last item, else the last of its
    sort; None where none is of its sort."""
    sort = sort_of(line.drafts[at].amount)
    of_sort = [each for each in range(max(0, at - LAST_DRAFTS), at) if sort_of(line.drafts[each].amount) == sort]
    if not of_sort:
        return None
    return line.drafts[next((each for each in reversed(of_sort) if leads(line, each)), of_sort[-1])]


def leads(line: Line, at: int) -> bool:
    """Whether a figure is the first that is told of somebody: he stands right before it or its verb, or his name begins its clause."""
    row, draft = line.row, line.drafts[at]
    if only_counts_who(line, draft) or (draft.spot.zone and row[draft.spot.zone - 1].place is not None):
        return True
    first, end = line.drafts[at - 1].amount.last + 1 if at else 0, draft.amount.first
    place = first
    while place < end and (row[place].is_mark or row[place].text in LEADING):
        place += 1
    return place < end and row[place].place is not None and (not at or any(item.is_mark for item in row[first:place]))


def leads_item(line: Line) -> bool:
    """Whether a sentence is an item of a list that begins with whom its first figure is of: - Xã Phú Lâm │ 320 ha, lúa lai 120 ha."""
    return line.row[0].is_mark and only_counts_who(line, line.drafts[0])


def only_counts_who(line: Line, draft: Draft) -> bool:
    """Whether all that is said before a figure, or its bracket, is of whom it is, or that he got it."""
    before, zone = draft.spot.before, draft.spot.zone
    if before:
        return is_only_who(line, before) or is_only_given(line.row[before.first : before.last + 1])
    if not zone or line.row[zone - 1].text != "(":
        return zone > 0 and line.row[zone - 1].place is not None
    first = last = zone - 2
    while first > max(0, last - LONGEST) and line.row[first - 1].text not in BEFORE_WHO:
        first -= 1
    return last >= first >= 0 and is_only_who(line, Name(first, last))


def sort_of(amount: Amount) -> str:
    """What figures are of one sort by: sums by being money, things and measures by their unit."""
    kind = amount.unit.kind
    return kind.value if kind in OF_ONE_SORT else amount.unit.text.lower()
