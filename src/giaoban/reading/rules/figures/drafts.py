"""A sentence with figures while it is read: where each figure stands, and what it has become so far."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from giaoban.model import Measure, Span
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.amounts.units import Unit
from giaoban.reading.rules.figures.indicators import Name

AIMS = ("dự toán", "chỉ tiêu", "kế hoạch", "mục tiêu")
"""How names of aims begin."""


@dataclass(slots=True)
class Spot:
    """Where a figure stands in its sentence: from `floor` to `ceiling` its words, from `zone` its verbs, its name before them.

    shares  its thing counted is that of the figure before it
    chance  of being a figure, where weights have told it
    signs   those of its sentence (`Line.signs`)
    """

    amount: Amount
    floor: int
    zone: int
    head: Cue | None
    before: Name
    previous: Amount | None = None
    ceiling: int = 0
    shares: bool = False
    chance: float = 1.0
    signs: int = -1


@dataclass(slots=True)
class Draft:
    """A figure on its way to an observation.

    spot      where its name is looked for
    name      the indicator as written
    start     where its span starts
    head      the verb cue that governs it
    aim       it is a plan or aim that a result is measured against
    own       the name stands with the figure, it is not taken from the figure before
    why       the name of the decision that made it one
    compared  its comparisons: the figure, its verb, the item that ends what is said of it
    sure      how likely its name agrees with the right one, in thousandths; 0 where rules alone name it
    plan      in an item of a plan and what came of it: whether it is the plan
    """

    amount: Amount
    spot: Spot
    name: str
    start: int
    end: int
    head: Cue | None
    zone: int
    floor: int
    measure: Measure = Measure.LEVEL
    falls: bool = False
    own: bool = False
    aim: bool = False
    why: str = ""
    compared: list[tuple[Amount, Cue | None, int]] = field(default_factory=list)
    sure: int = 0
    plan: bool | None = None

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan told as such, or goes by what an aim is called."""
        return self.plan or self.name.lower().startswith(AIMS)


@dataclass(slots=True)
class Line:
    """A sentence while it is linked.

    taken  the first items of the amounts that have become figures or comparisons, worked out when first asked for
    lent   the units of things that the items of the list before counted, by the words right before their numbers
    headed   it stands in a list of which it was told what is counted
    before   the sentence before, where that tells no figure
    signs    those of its syllables: what asks for one of their words is not looked for without
    timed    it names a period
    unreal   it names a day that no calendar has
    """

    row: list[Item]
    amounts: list[Amount]
    text: str
    span: Span
    drafts: list[Draft] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    lent: dict[str, Unit] = field(default_factory=dict)
    headed: bool = False
    before: "Callable[[], Line] | None" = None
    signs: int = -1
    timed: bool = True
    unreal: bool = True

    def place(self, draft: Draft) -> int:
        """The place of a figure among those of the sentence; 0 where it is none of them."""
        at = bisect_left(self.drafts, draft.amount.first, key=lambda each: each.amount.first)
        return at if at < len(self.drafts) and self.drafts[at] is draft else 0


REACH = 80
"""Items that are looked back over in a sentence; longer ones are lists or debris, and reading stays linear."""
LAST_DRAFTS = 16
"""Observations of a sentence that are looked back over."""
