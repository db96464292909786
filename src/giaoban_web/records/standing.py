"""A find as it stands: as it was read, or as the last decision has it."""

from dataclasses import dataclass
from typing import Any

from giaoban_web.records.models import WAITING, Decision, Find, Kind

UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a find says now.

    number  of the decision that stands, 0 where there is none: whoever decides names it as seen
    state   "undecided", or the verdict that stands
    """

    kind: str
    start: int
    end: int
    fields: dict[str, Any]
    number: int
    state: str

    @property
    def decided(self) -> bool:
        return self.state not in {UNDECIDED, *WAITING}


def standing(find: Find) -> Standing:
    """The find as its last decision has it, or as it was read."""
    last = find.standing
    if last is None:
        return Standing(find.kind, find.start, find.end, find.fields, 0, UNDECIDED)
    return Standing(last.kind, last.start, last.end, last.fields, last.number, last.verdict)


def undone(find: Find) -> Decision | None:
    """The decision that stands again once the last one is taken back; None where the find stands as read then.

    Taking back twice goes back twice: a decision that was taken back does not count, nor does what took it back.
    """
    counted: list[Decision] = []
    for decision in find.decisions.order_by("number"):
        if decision.undo:
            counted.pop()
        else:
            counted.append(decision)
    return counted[-2] if len(counted) > 1 else None


def polarity_kind(fields: dict[str, Any]) -> str:
    """The kind of a finding from its fields."""
    return Kind.SHORTCOMING.value if fields.get("polarity") == "shortcoming" else Kind.STRENGTH.value
