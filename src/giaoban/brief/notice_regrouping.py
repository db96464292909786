"""The tasks of a notice put in another order, with everything that the office wrote left where it stands."""

from collections.abc import Sequence

from giaoban.brief.notice_paragraphs import MOVABLE, TOP, Kind, Paragraph, bare, blocks


def regrouped(listed: Sequence[Paragraph], fresh: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with the tasks as `fresh` has them.

    fresh  a first-level heading, then the tasks with the headings between them; its headings have marks that `listed` does not know

    Headings that only the tasks kept from being bare go. What else stood under the first-level heading of the tasks stays, before them.
    """
    tasks = {each.mark for each in fresh if each.kind is Kind.TEXT}
    top = _top(listed, tasks)
    left = [each for each in listed if each.mark not in tasks]
    while gone := bare(left) - bare(listed):
        left = [each for each in left if each.mark not in gone]
    kept = next((each for each in left if top and each.mark == top.mark), None)
    if kept is not None:
        block = next(block for block in blocks([each for each in left if each.kind in MOVABLE], TOP) if block[0] == kept)
        at = left.index(block[-1]) + 1
        return (*left[:at], *fresh[1:], *left[at:])
    at = _place(listed, left, top)
    return (*left[:at], *fresh, *left[at:])


def _top(listed: Sequence[Paragraph], tasks: set[str]) -> Paragraph | None:
    """The first-level heading under which the first task stands."""
    top = None
    for each in listed:
        if each.kind is Kind.HEADING and each.level == TOP:
            top = each
        if each.mark in tasks:
            return top
    return None


def _place(listed: Sequence[Paragraph], left: Sequence[Paragraph], top: Paragraph | None) -> int:
    """Where the heading stood that is gone; before the closing where there was none."""
    if top is None:
        return next((at for at, each in enumerate(left) if each.kind is Kind.CLOSING), len(left))
    before = {each.mark for each in listed[: listed.index(top)]}
    return sum(each.mark in before for each in left)
