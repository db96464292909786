"""What speaks for a way to name a figure because of what its words and its unit speak of (`name_senses`)."""

from giaoban.reading.rules.figures.names.makers import Key
from giaoban.reading.rules.figures.names.senses import HEADS, sense_of
from giaoban.reading.rules.figures.names.traits import PAD, Figure, View

WITHIN = 2
FITS: tuple[Key, ...] = tuple(("fits", bool(at & 8), bool(at & 4), bool(at & WITHIN), bool(at & 1)) for at in range(16))
"""How a name's head goes with the unit: it does; one left out does; one `WITHIN` the name does; it is a head of some kind."""


def of_fit(seen: View, of: Figure, first: int, start: int) -> tuple[int, int]:
    """Whether a name before the figure that begins at an item begins with a head that goes with the unit, or with another head, and whether
    it leaves out one that goes with it, as `FITS` has it; and how many heads stand up to its first that go with it."""
    heads, mine = seen.heads_of(of.counted), seen.begun[first + PAD]
    return 8 * (mine == of.counted) + 4 * (heads[first] > heads[start]) + (mine in HEADS), heads[first + 1]


def of_carried(of: Figure, form: str, name: str) -> Key:
    """What speaks for a name taken over: what it speaks of, and what stands between the figure before and this one."""
    return "carried", form, sense_of(name), of.counted, *of.between
