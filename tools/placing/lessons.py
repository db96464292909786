"""What the model is taught from, a step at a time: whole topics with their near misses, and some of all other pairs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

Row = Mapping[str, str]
TOGETHER, FAR = 8, 60
"""Topics of a step, and pairs of a step in two topics, at most."""
OF_TOPICS = {"same": 1.0, "other": 1.0, "far": 0.25}
OTHERS = {"records": (16, 1.0), "hands": (6, 0.25), "made": (8, 0.25), "apart": (2, 0.05)}
"""How many pairs a step holds, and how much these matter together."""
MADE, APART = 450, 900
"""Of each kind of made pairs, and of those that stand near each other, so many at most: each step draws few of them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pair, whether its two ask the same, and how much it matters."""

    one: str
    two: str
    same: float
    matter: float


@dataclass(frozen=True, slots=True)
class Lessons:
    """The rows of each topic, and by kind all other pairs."""

    topics: Sequence[Sequence[Row]]
    others: Mapping[str, Sequence[Row]]

    def wordings(self) -> list[str]:
        """Each of them once."""
        of_topics = [row["wording"] for topic in self.topics for row in topic]
        return list(
            dict.fromkeys([*of_topics, *(row[side] for rows in self.others.values() for row in rows for side in ("earlier", "now"))])
        )

    @property
    def steps(self) -> int:
        """Of one pass."""
        return -(-len(self.topics) // TOGETHER)

    def once(self, random: Random) -> Iterator[list[Drawn]]:
        """By step what it teaches, in another order each time."""
        order = random.sample(self.topics, len(self.topics))
        for at in range(0, len(order), TOGETHER):
            yield [*_of_topics(order[at : at + TOGETHER], random), *self._others(random)]

    def _others(self, random: Random) -> Iterator[Drawn]:
        for kind, (number, matter) in OTHERS.items():
            for row in random.sample(self.others[kind], number):
                yield Drawn(row["earlier"], row["now"], float(row["same"]), matter / number)


def lessons(topics: Sequence[Row], pairs: Sequence[Row]) -> Lessons:
    """Of the wordings of topics, and of pairs of which those of topics are left out."""
    by: dict[str, list[Row]] = defaultdict(list)
    for row in topics:
        by[row["topic"]].append(row)
    return Lessons([by[name] for name in sorted(by)], _fewer(pairs))


def _fewer(pairs: Sequence[Row]) -> dict[str, list[Row]]:
    random, by = Random(1), defaultdict(list)  # noqa: S311
    for pair in pairs:
        by[pair["hand"]].append(pair)
    kinds: dict[str, list[Row]] = {kind: [] for kind in OTHERS}
    for hand, rows in by.items():
        if hand != "topics":
            most = {"made": MADE, "apart": APART}.get(_kind(hand), len(rows))
            kinds[_kind(hand)] += random.sample(rows, min(most, len(rows)))
    return kinds


def _kind(hand: str) -> str:
    """Of OTHERS; pairs are made in several ways, and told by several hands."""
    first = hand.partition(" ")[0]
    return first if first in OTHERS else "hands"


def _of_topics(topics: Sequence[Sequence[Row]], random: Random) -> Iterator[Drawn]:
    found: dict[str, list[tuple[str, str]]] = {kind: [] for kind in OF_TOPICS}
    for one, two in combinations([row for topic in topics for row in topic], 2):
        if one["wording"] != two["wording"]:
            kind = "far" if one["topic"] != two["topic"] else "same" if one["asks"] == two["asks"] else "other"
            found[kind].append((one["wording"], two["wording"]))
    found["far"] = random.sample(found["far"], min(len(found["far"]), FAR))
    for kind, pairs in found.items():
        for pair in pairs:
            yield Drawn(*pair, float(kind == "same"), OF_TOPICS[kind] / len(pairs))
