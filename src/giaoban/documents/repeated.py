"""Which blocks say again what an earlier one said: a caption printed twice, a title printed over the text again."""

from collections.abc import Sequence

from giaoban.model import BlockKind

NEAR = 2
"""A paragraph counts as said again this many blocks further on; a list under another heading may rightly say the same."""
SHORTEST = 20
"""Shorter blocks, in code points, come back without being copies."""
LONGEST = 600
"""No caption or title is longer, in code points."""


def repeats(texts: Sequence[str], kinds: Sequence[BlockKind]) -> list[bool]:
    """For each block whether it is a copy. Table rows never are."""
    last: dict[str, int] = {}
    found = []
    for index, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        key = " ".join(text.split()).casefold() if SHORTEST <= len(text) <= LONGEST and kind is not BlockKind.ROW else ""
        earlier = last.get(key) if key else None
        found.append(earlier is not None and _copies(kinds[earlier], index - earlier))
        last[key] = index
    return found


def _copies(kind: BlockKind, distance: int) -> bool:
    return kind in (BlockKind.CAPTION, BlockKind.TITLE) or distance <= NEAR
