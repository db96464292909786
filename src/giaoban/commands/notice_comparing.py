"""`giaoban notice --compare`: what an office changed in a drafted notice, for people or as JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from giaoban.brief import Notice
from giaoban.brief.changes import Change, Did, Part, changed, compare
from giaoban.render.layouts import Layout

LABELS = {Did.SAME: "Chuyển chỗ", Did.EDITED: "Sửa", Did.ADDED: "Thêm", Did.DROPPED: "Bỏ"}
SHOWN = {Part.KEPT: "{}", Part.GONE: "[-{}-]", Part.NEW: "{{+{}+}}"}
"""Words gone and new as `wdiff` marks them."""


def changes_of(notice: Notice, edited: bytes, layout: Layout) -> Sequence[Change]:
    """What is not as it was drafted, in the order of the edited paper."""
    from giaoban.render.notice_reading import kept, read

    return changed(compare(kept(notice), read(edited, notice, layout)))


def tables_of(edited: bytes, layout: Layout) -> Sequence[str]:
    """The rows of tables that an office put between the paragraphs; a notice holds none."""
    from giaoban.render.notice_around import around

    return around(edited, layout).tables


def lines(changes: Sequence[Change], tables: Sequence[str] = ()) -> Iterator[str]:
    """A line for each change and each row of a table in the text; one that says so where there is none."""
    yield from (f"Bảng trong văn bản, không nhận · table in the text, not taken over: {row}" for row in tables)
    if not changes and not tables:
        yield "Không có thay đổi · nothing changed"
    for each in changes:
        label = LABELS[each.did] + (", chuyển chỗ" if each.moved and each.did is not Did.SAME else "")
        yield f"{label}: {''.join(SHOWN[piece.part].format(piece.text) for piece in each.pieces)}"


def as_json(changes: Sequence[Change]) -> str:
    """A list of objects: mark, did, moved, before and after."""
    return json.dumps([_told(each) for each in changes], ensure_ascii=False, indent=1)


def _told(change: Change) -> dict[str, Any]:
    mark = change.before.mark if change.before else None
    texts = {"before": change.before.text if change.before else None, "after": change.after.text if change.after else None}
    return {"mark": mark, "did": change.did.value, "moved": change.moved, **texts}
