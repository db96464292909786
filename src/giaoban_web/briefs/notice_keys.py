"""What each paragraph of a notice tells, and the words last composed for it: a text that differs from these was edited."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from giaoban_web.briefs.composing import Source
from giaoban_web.briefs.models import NoticeItem


class Told(NamedTuple):
    """Keys of the find and of the directive that a paragraph tells, and the words last composed for it."""

    find: int | None = None
    directive: int | None = None
    composed: str = ""


Keys = Mapping[str, Told]
"""By mark, what a paragraph tells."""


def told_by(found: Iterable[Source], texts: Mapping[str, str]) -> Keys:
    """What the paragraphs of these sources tell, composed in these words."""
    return {
        each.mark: Told(each.find.pk if each.find else None, each.directive.pk if each.directive else None, texts[each.mark])
        for each in found
    }


def keys_of(items: Iterable[NoticeItem]) -> Keys:
    """What the paragraphs of a version tell."""
    return {each.mark: Told(each.find_id, each.directive_id, each.composed) for each in items}
