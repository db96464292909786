"""How often such an observation is right in all its fields, by how it was read.

The figures come from annotated records; a person confirms what is left.
"""

from giaoban.reading.cues import Cue
from giaoban.reading.rules.drafts import Draft
from giaoban.reference.units import Kind

OWN_NAME = {
    Kind.MONEY: 0.68, Kind.MEASURE: 0.60, Kind.SHARE: 0.64, Kind.POINTS: 0.60, Kind.THING: 0.66, Kind.TIMES: 0.45, Kind.TIME: 0.50,
}  # fmt: skip
"""With a name in its own words, by the kind of its unit."""
SHARED_NAME = {
    Kind.MONEY: 0.45, Kind.MEASURE: 0.50, Kind.SHARE: 0.42, Kind.POINTS: 0.45, Kind.THING: 0.62, Kind.TIMES: 0.35, Kind.TIME: 0.30,
}  # fmt: skip
"""With a name taken from what is counted, or from the figure before."""
OTHERWISE = 0.35
STATED = frozenset((Cue.LEVEL, Cue.UP, Cue.DOWN, Cue.HAS, Cue.TO_UP, Cue.TO_DOWN))
VERB, NAMED_AS_USUAL, KNOWN_SORT, GUESSED = 0.06, 0.10, 0.04, -0.10
"""What is added: for a verb that states the figure, a name that begins as they usually do, a comparison that fits; or taken away."""


def confidence(draft: Draft, usual: bool) -> float:
    """Between 0 and 1. `usual`: the indicator begins as names of measured things do."""
    kind = draft.amount.unit.kind
    base = (OWN_NAME if draft.own else SHARED_NAME).get(kind, OTHERWISE) if kind else OTHERWISE
    added = (
        (draft.head in STATED) * VERB
        + (draft.own and usual) * NAMED_AS_USUAL
        + bool(draft.compared) * KNOWN_SORT
        + (draft.why in ("guessed", "unitless") or not draft.name) * GUESSED
    )
    return round(min(0.95, max(0.05, base + added)), 2)
