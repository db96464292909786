"""Weights shaken by chance, as an installation may come to learn them: other judgements than those of the package are taken, so every way
through the rules is gone."""

import random

from giaoban.reading.weights import SHIPPED, Weights

TABLES = ("choices.tsv", "clauses.tsv", "figures.tsv", "splitting.tsv")
SHARE, LEVEL = 0.8, 15
"""How far a weight is moved: by a share of itself, and by as much whatever it is."""


def shaken(seed: int) -> Weights:
    """The weights of the package, each moved by chance; a seed always gives the same."""
    chance = random.Random(seed)
    return Weights({name: "\n".join(_moved(line, chance) for line in SHIPPED.text(name).splitlines()).encode() for name in TABLES})


def _moved(line: str, chance: random.Random) -> str:
    """A row of which all numbers are weights but those that are its name."""
    if line.startswith("#"):
        return line
    name, *weights = line.split("\t")
    return "\t".join([name, *(_weight(each, chance) for each in weights)])


def _weight(said: str, chance: random.Random) -> str:
    try:
        return str(round(int(said) * (1 + SHARE * chance.gauss(0, 1)) + LEVEL * chance.gauss(0, 1)))
    except ValueError:
        return said
