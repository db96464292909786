"""What the checks found of a place, with the entries behind it and how a person settled it."""

import hashlib
from dataclasses import dataclass

from giaoban.ledger.discrepancies import Discrepancy, Severity
from giaoban_web.ledger.models import Entry, Settlement
from giaoban_web.ledger.portrait import Portrait


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that a check found; `mark` names it as long as its entries are the same."""

    found: Discrepancy
    entries: tuple[Entry, ...]
    mark: str
    resolution: Settlement | None

    @property
    def open(self) -> bool:
        """Whether somebody has to look at it."""
        return self.resolution is None and self.found.severity is not Severity.IMPLICATION


def shown(portrait: Portrait) -> list[Shown]:
    """What the checks found, what is open first, then what merely follows, then what was settled."""
    marks = [(each, mark(each, portrait)) for each in portrait.discrepancies]
    settled = {each.mark: each for each in Settlement.objects.filter(mark__in=[sign for _each, sign in marks]).select_related("by")}
    listed = [Shown(each, tuple(portrait.behind(entry) for entry in each.inputs), sign, settled.get(sign)) for each, sign in marks]
    return sorted(listed, key=lambda each: (not each.open, each.resolution is not None))


def mark(found: Discrepancy, portrait: Portrait) -> str:
    """Names a discrepancy by its check, its message and the keys of its entries."""
    keys = [portrait.behind(entry).pk for entry in found.inputs]
    return hashlib.sha256(f"{found.check} {found.code} {keys}".encode()).hexdigest()
