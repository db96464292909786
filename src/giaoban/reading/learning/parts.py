"""The parts of the reader that learn, each for itself, and weights put together part by part."""

from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.reading.choosing import ONE, parse
from giaoban.reading.learning.choices import table
from giaoban.reading.rules.figures import dating
from giaoban.reading.rules.figures.counting import admitting
from giaoban.reading.rules.figures.names import phrasing
from giaoban.reading.rules.figures.placing import weighed
from giaoban.reading.weights import SHIPPED, Weights

FIGURES, CHOICES = phrasing.TABLE, "choices.tsv"


@dataclass(frozen=True, slots=True)
class Part:
    """What is learned together, measured together, and used or not used as one.

    tables  files of `reading.weights` that are wholly its own
    shared  the table in which one choice is its own
    choice  the name of that choice
    """

    name: str
    tables: tuple[str, ...] = ()
    shared: str = ""
    choice: str = ""


PARTS = {
    each.name: each
    for each in (
        Part("clauses", ("clauses.tsv", "splitting.tsv")),
        Part("topic", ("topics.tsv",)),
        Part("figure", (), FIGURES, admitting.CHOICE),
        Part("name", (), FIGURES, phrasing.CHOICE),
        Part("period", (), FIGURES, dating.CHOICE),
        Part("place", (), FIGURES, weighed.CHOICE),
        *(Part(choice, (), CHOICES, choice) for choice in ("issuer", "assignee", "deadline", "chair", "convener")),
    )
}
"""By name, in the order in which they are shown."""


def taking(used: Weights, learned: Weights, names: Iterable[str]) -> Weights:
    """The weights `used`, with these parts of the weights `learned`. A table that is as in the package is left out."""
    parts = [PARTS[name] for name in names]
    made = dict(used.own)
    for part in parts:
        made |= {name: learned.data(name) for name in part.tables}
    for shared in sorted({part.shared for part in parts if part.shared}):
        own = {part.choice for part in parts if part.shared == shared}
        before, after = parse(used.text(shared)), parse(learned.text(shared))
        choices = {name: (after if name in own else before).get(name, {}) for name in before.keys() | after.keys()}
        made[shared] = table({name: {trait: weight / ONE for trait, weight in each.items()} for name, each in choices.items()}).encode()
    return Weights({name: data for name, data in made.items() if data != SHIPPED.data(name)})
