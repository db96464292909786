"""The name that the first figures of a sentence take from what stands before it, and what the sentence leaves to the next.

    "Tổng cục vừa giao dự toán thu cho các cục. Cục Thuế Nam Giang │ 20.150 tỷ đồng"     dự toán thu
    "Xã Phú Lâm thu 3,2 tỷ đồng, từ đất 1,1 tỷ đồng. Xã An Bình │ 2,5 tỷ đồng"           thu, as of Phú Lâm's first

What must and must not be read: corpus/listed_figures.tsv.
"""

from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.names.headed_lists import sentence_head
from giaoban.reading.rules.figures.names.item_by_item import leads, only_counts_who
from giaoban.reading.rules.figures.names.no_name import GIVEN
from giaoban.reading.rules.figures.names.taken_over import may_carry, money_of
from giaoban.reference.units import Kind


def carried_name(line: Line, context: Context, at: int) -> str:
    """What a figure of a sentence may be called by what was told before the sentence; empty where nothing was."""
    draft = line.drafts[at]
    carried = context.name if may_carry(context.sort, draft) else ""
    if not only_counts_who(line, draft):
        return carried
    if not at and line.before and _bare(line, draft) and (head := sentence_head(line.before())) and _of_such(draft, head):
        return head
    sort = money_of(draft.amount)
    return context.led.get(sort) or context.named.get(sort, carried)


def leave_names(context: Context, line: Line, drafts: list[Draft]) -> None:
    """Keep the names of a sentence for those that follow."""
    context.named.update((money_of(draft.amount), draft.name) for draft in drafts)
    context.led.update((money_of(draft.amount), draft.name) for at, draft in enumerate(drafts) if leads(line, at))


def _bare(line: Line, draft: Draft) -> bool:
    """Whether no verb stands before a figure but that somebody got it."""
    zone = draft.spot.zone
    return zone == draft.amount.first or line.row[zone].text in GIVEN


def _of_such(draft: Draft, head: str) -> bool:
    """Whether what a sentence speaks of may be counted so: things only by their noun."""
    unit = draft.amount.unit
    return unit.kind is not Kind.THING or f" {unit.text.lower()} " in f" {head.lower()} "
