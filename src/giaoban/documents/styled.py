"""What a paragraph is by the name of its style."""

from giaoban.model import BlockKind

KINDS = (("title", BlockKind.TITLE), ("heading", BlockKind.HEADING), ("caption", BlockKind.CAPTION))
"""How the name of a style begins, in Word of any language, and what it makes of a paragraph."""
BODY_LEVEL = 9
"""The outline level of a paragraph that is no heading, counted from nought."""


def kind_of(name: str, outline: int | None = None) -> BlockKind | None:
    """The kind that a style of that name and outline level gives; None where it says nothing."""
    outlined = outline is not None and outline < BODY_LEVEL
    return next((kind for start, kind in KINDS if name.lower().startswith(start)), BlockKind.HEADING if outlined else None)
