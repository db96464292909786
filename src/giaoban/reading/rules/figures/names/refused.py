"""Which words before and behind a figure cannot be its name, whatever they weigh.

    "Xí nghiệp Thanh Hà vượt 15% kế hoạch nạo vét"     not: Xí nghiệp Thanh Hà
    "21 tổ chức cơ sở hội với │ 196 chi hội"           not: cơ sở hội

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reading.rules.figures.names.no_name import is_no_name, tells_who
from giaoban.reading.rules.figures.names.taken_over import said_behind_others
from giaoban.reading.rules.figures.names.whole_names import may_follow, may_stand_before
from giaoban.reference.units import Kind


def refused(line: Line, draft: Draft, before: Name | None, after: Name | None, *, taken_over: bool) -> bool:
    """Whether a name of these words is none.

    taken_over  there is a name of a figure before that it may take over
    """
    row = line.row
    if before is not None:
        if not may_stand_before(row, before) or tells_who(line, before) or said_behind_others(line, draft, before):
            return True
        if after is None and taken_over and is_no_name(line, draft, before):
            return True
    return after is not None and (not may_follow(row, after) or tells_who(line, after))


def tells_of_what(draft: Draft, afters: list[Name | None]) -> bool:
    """Whether it is said behind a share of what it is, so that who stands before it is no part of its name: Điện lực vượt 5% │ kế hoạch."""
    return draft.amount.unit.kind is Kind.SHARE and any(after is not None for after in afters)
