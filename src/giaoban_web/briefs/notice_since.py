"""What was decided in its record of a judgement after a notice was composed that tells it."""

from collections.abc import Iterator
from typing import Any

from giaoban.reference.folding import fold
from giaoban_web.briefs.composing import Source
from giaoban_web.briefs.models import NoticeItem
from giaoban_web.briefs.notice_words import OTHERWISE, UNFOUNDED
from giaoban_web.records.models import STANDING


def decided_since(item: NoticeItem) -> Iterator[Any]:
    """That the record confirms its judgement no more, or in other words."""
    now = item.find.standing if item.find is not None and item.directive is None else None
    if now is None or item.find is None:
        return
    if now.verdict not in STANDING:
        yield UNFOUNDED
    elif now.at > item.version.notice.made_at and _bare(Source(find=item.find).words) != _bare(item.composed):
        yield OTHERWISE


def _bare(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .;,:-–—•+*")
