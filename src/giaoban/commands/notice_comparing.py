"""`giaoban notice --compare`: what an office changed in a drafted notice, for people or as JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from giaoban.brief import Notice
from giaoban.brief.changes import Change, Did, Part, changed, compare
from giaoban.brief.notice_levels import Relevelled, shown
from giaoban.render.layouts import Layout

LABELS = {Did.SAME: "Chuyển chỗ", Did.EDITED: "Sửa", Did.ADDED: "Thêm", Did.DROPPED: "Bỏ"}
SHOWN = {Part.KEPT: "{}", Part.GONE: "[-{}-]", Part.NEW: "{{+{}+}}"}
"""Words gone and new as `wdiff` marks them."""


def told(notice: Notice, edited: bytes, layout: Layout) -> tuple[Sequence[Change], Sequence[str], Sequence[Relevelled]]:
    """What is not as it was drafted, in the order of the edited paper; and what a notice takes over from none: rows of tables between the
    paragraphs, and other levels of the list."""
    from giaoban.render.notice_around import around
    from giaoban.render.notice_levels import relevelled
    from giaoban.render.notice_reading import kept, read

    changes = changed(compare(kept(notice), read(edited, notice, layout)))
    return changes, around(edited, layout).tables, relevelled(edited, notice)


def lines(changes: Sequence[Change], tables: Sequence[str] = (), levels: Sequence[Relevelled] = ()) -> Iterator[str]:
    """A line for each change, each row of a table in the text and each other level; one that says so where there is none."""
    yield from (f"Bảng trong văn bản, không nhận · table in the text, not taken over: {row}" for row in tables)
    yield from (
        f"Cấp đánh số khác, không nhận · other level of the list, not taken over: {shown(each.was)} → {shown(each.now)} {each.text}"
        for each in levels
    )
    if not (changes or tables or levels):
        yield "Không có thay đổi · nothing changed"
    for each in changes:
        label = LABELS[each.did] + (", chuyển chỗ" if each.moved and each.did is not Did.SAME else "")
        yield f"{label}: {''.join(SHOWN[piece.part].format(piece.text) for piece in each.pieces)}"


def as_json(changes: Sequence[Change], tables: Sequence[str] = (), levels: Sequence[Relevelled] = ()) -> str:
    """A list of objects: mark, did, moved, before and after. What is never taken over did "table" (a row of one that is new), or "level",
    with its levels before and after from 0, null outside the list."""
    rows = [{"mark": None, "did": "table", "moved": False, "before": None, "after": row} for row in tables]
    others = [
        {"mark": each.mark, "did": "level", "moved": False, "before": each.text, "after": each.text, "levels": [each.was, each.now]}
        for each in levels
    ]
    return json.dumps([*map(_told, changes), *rows, *others], ensure_ascii=False, indent=1)


def _told(change: Change) -> dict[str, Any]:
    mark = change.before.mark if change.before else None
    texts = {"before": change.before.text if change.before else None, "after": change.after.text if change.after else None}
    return {"mark": mark, "did": change.did.value, "moved": change.moved, **texts}
