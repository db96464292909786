"""Changes that are told in turn of as many figures: xuất khẩu 19 tỷ USD, nhập khẩu 14 tỷ USD, giảm lần lượt 2% và 6%.

What must and must not be read: corpus/comparisons.tsv.
"""

from giaoban.reading.rules.figures.drafts import Line

IN_TURN = "lần lượt"


def in_turn(line: Line) -> None:
    """Give each of several figures its own of as many changes told in turn: xuất khẩu 19 tỷ, nhập khẩu 14 tỷ, giảm lần lượt 2% và 6%."""
    for at, draft in enumerate(line.drafts):
        told, first = draft.compared, at + 1 - len(draft.compared)
        if len(told) < 2 or first < 0 or any(each.compared for each in line.drafts[first:at]):
            continue
        row = line.row
        if any(item.text.startswith(IN_TURN) for item in row[draft.amount.last + 1 : told[0][0].first]):
            for each, change in zip(line.drafts[first : at + 1], told, strict=True):
                each.compared = [change]
