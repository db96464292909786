"""How often such an observation is right in number, unit, name and role, by how it was read.

Each reason adds its weight, a logarithm of odds, and the sum is turned into a chance. The weights come from a logistic regression on
annotated records, each read by names' weights that had not seen its source; "any" is then a little lower, since what nobody worked from is
read less well (docs/reading/tried.md). They are rounded, and a person confirms what is left.
"""

from functools import cache
from math import exp

from giaoban.model import Role
from giaoban.reading.cues import Cue
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reference.units import Kind

SORTS = {Kind.MONEY: "money", Kind.SHARE: "share", Kind.POINTS: "share", Kind.MEASURE: "measure", Kind.THING: "thing"}
WEIGHTS = {
    "any": 0.04,
    "money usual": 0.24, "money own": 0.05, "money shared": -0.75,
    "share usual": 0.05, "share own": 0.20, "share shared": -0.10,
    "measure usual": 0.04, "measure own": 0.06, "measure shared": -0.15,
    "thing usual": 0.11, "thing own": 0.32, "thing shared": 0.21,
    "else usual": 0.05, "else own": -0.63, "else shared": 0.39,
    "actual": 0.22, "estimate": -0.04, "target": -0.18, "baseline": 0.10,
    "level": 0.10, "moved": -0.03, "no verb": 0.09, "other verb": -0.07,
    "no word": -0.60, "one word": -0.65, "two words": 0.15, "some words": 0.36, "many words": 0.24,
    "compared": 0.67, "guessed": -0.50, "a list": -0.28,
    "money said to have reached a level, and compared": 0.16, "things named and compared": 0.19,
    "name by rule": 0.20, "name in doubt": -0.97, "name unsure": -1.06, "name likely": -0.32, "name rather sure": 0.43, "name sure": 0.74,
    "name alone": 1.08,
}  # fmt: skip
"""Usual: the name stands with the figure and begins as names of measured things do; own: it stands with it; shared: it is taken over."""
SIZES = ((0, "no word"), (1, "one word"), (2, "two words"), (8, "some words"))
NAMED = (
    (0, "name by rule"), (499, "name in doubt"), (699, "name unsure"), (849, "name likely"), (949, "name rather sure"), (989, "name sure"),
    (1000, "name alone"),
)  # fmt: skip
"""Up to how many thousandths it is likely that the name agrees with the right one."""
MOVED = frozenset((Cue.UP, Cue.DOWN))
GUESSES = frozenset(("guessed", "unitless"))


def confidence(draft: Draft, usual: bool, role: Role) -> float:
    """Between 0 and 1. `usual`: the indicator begins as names of measured things do."""
    return _chance(tuple(reasons(draft, usual, role)))


def as_role(sure: float, before: Role, after: Role) -> float:
    """The confidence of an observation whose role turns out to be another: what spoke for it before, with the new role's weight."""
    if not 0 < sure < 1:
        return sure
    return round(1 / (1 + exp(WEIGHTS[before] - WEIGHTS[after]) * (1 - sure) / sure), 2)


@cache
def _chance(said: tuple[str, ...]) -> float:
    """Of some reasons together; there are few sets of them."""
    return round(1 / (1 + exp(-sum(WEIGHTS[reason] for reason in said))), 2)


def reasons(draft: Draft, usual: bool, role: Role) -> list[str]:
    """What speaks for and against, each by its name in `WEIGHTS`."""
    kind = draft.amount.unit.kind
    sort = SORTS.get(kind, "else") if kind else "else"
    named = "shared" if not draft.own else "usual" if usual else "own"
    sized = _upto(SIZES, len(draft.name.split()), "many words")
    found = ["any", f"{sort} {named}", role, _verb(draft.head), sized, _upto(NAMED, draft.sure, "name alone")]
    if draft.why in GUESSES:
        found.append("guessed")
    if "," in draft.name or "(" in draft.name:
        found.append("a list")
    if not draft.compared:
        return found
    found.append("compared")
    plain = named == "usual" and role is Role.ACTUAL and sized == "some words"
    if plain and sort == "money" and draft.head is Cue.LEVEL:
        found.append("money said to have reached a level, and compared")
    if plain and sort == "thing":
        found.append("things named and compared")
    return found


def _upto(steps: tuple[tuple[int, str], ...], size: int, beyond: str) -> str:
    for most, name in steps:
        if size <= most:
            return name
    return beyond


def _verb(head: Cue | None) -> str:
    if head is None:
        return "no verb"
    return "level" if head is Cue.LEVEL else "moved" if head in MOVED else "other verb"
