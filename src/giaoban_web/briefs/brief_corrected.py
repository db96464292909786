"""What of the figures of a kept brief the ledger has put right since it was composed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from giaoban.brief.brief import Brief as CoreBrief
from giaoban.brief.corrected import corrected
from giaoban.messages.printed import in_words
from giaoban.render.brief_lines import level
from giaoban_web.accounts.queries import may
from giaoban_web.briefs import brief_entries
from giaoban_web.briefs.models import Brief


@dataclass(frozen=True, slots=True)
class CorrectedTold:
    """A figure in words: as the brief told it, and as it stands now ("" where it stands no more), with the address of its source."""

    name: str
    told: str
    now: str
    address: str


def corrected_since(user: Any, kept: Brief, told: CoreBrief, language: str) -> Iterator[CorrectedTold]:
    """Figures of a brief that were corrected since, in words. None where `user` may not look into the ledger of its place."""
    only = {each.figure.indicator for each in told.figures}
    if not only or not may(user, "ledger.view", kept.place):
        return
    now, _doubts = brief_entries.of_place(user, kept.place, kept.on, only)
    for each in corrected(told, now):
        stands = level(each.now, language) if each.now else ""
        yield CorrectedTold(in_words(each.name, language), level(each.told, language), stands, each.now.source.address if each.now else "")
