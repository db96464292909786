"""How what two wordings mean (`meanings`) stands to each other: the same, a kind of it, a part of it, or the same end by another means."""

from collections.abc import Sequence

from giaoban.directives.repetition.meanings import MOST, Meaning, Meant

MOST_SHARED_ENDS = 3
LEAST = 1.0
SAME, KIND, PART, END, UNKNOWN = 1.0, 0.8, 0.7, 0.6, 0.5
"""How well a thing is said by another wording."""


def compared_meanings(one: Meant, two: Meant) -> dict[str, float]:
    """What is weighed, each 0 to 1 and the same both ways.

    meant     how much of the things of each the other mentions: of the two wordings the worse and the better; kin: or a kind, a general
              one, a part or a whole of them; end: or another thing about the same end
    unmeant   how much of each the other says in none of these ways, the less and the more; less unsaid: in no same one
    known     how much the thesaurus knows of the wording of which it knows less
    siblings  how much of both is another kind of the same; narrower: how much more one speaks of special ones
    same end  ends that both are about; other end: each is about some, and none in common; best end: the weight of what shares one;
              means: something shares an end and is not named there
    first     how well the first thing of each is said by the other, the worse and the better
    deeds     same: some deed in common; other: each has some, and none in common
    """
    here, there = _said(one, two), _said(two, one)
    shared = one.whole.ends & two.whole.ends
    first = sorted((_first(one, two), _first(two, one)))
    return {
        **_shares(one, two, here, there),
        **_unsaid(one, two, here, there),
        "known": min(min(one.weight, two.weight) / 25, 1),
        "siblings": min((here[3] + there[3]) / 20, 1),
        "narrower": min(abs(here[4] - there[4]) / 15, 1),
        "same end": min(len(shared), MOST_SHARED_ENDS) / MOST_SHARED_ENDS,
        "other end": float(bool(one.whole.ends and two.whole.ends and not shared)),
        "best end": max(_bearing(one, two), _bearing(two, one)) / MOST,
        "means": float(_by_other_means(one, two) or _by_other_means(two, one)),
        "worse first meant": first[0],
        "better first meant": first[1],
        "same deeds": float(bool(one.deeds & two.deeds)),
        "other deeds": float(bool(one.deeds and two.deeds and not one.deeds & two.deeds)),
    }


def _shares(one: Meant, two: Meant, here: Sequence[float], there: Sequence[float]) -> dict[str, float]:
    shares: dict[str, float] = {}
    for at, name in enumerate(("meant", "kin", "end")):
        worse, better = sorted((here[at] / max(one.weight, LEAST), there[at] / max(two.weight, LEAST)))
        shares |= {f"worse {name}": worse, f"better {name}": better}
    return shares


def _unsaid(one: Meant, two: Meant, here: Sequence[float], there: Sequence[float]) -> dict[str, float]:
    less, more = sorted((_rest(one, here[2]), _rest(two, there[2])))
    plain = min(_rest(one, here[0]), _rest(two, there[0]))
    return {"less unmeant": min(less / 30, 1), "more unmeant": min(more / 50, 1), "less unsaid": min(plain / 30, 1)}


def _rest(one: Meant, said: float) -> float:
    """What is not said of it; weights added in another order may come out a hair above all."""
    return max(one.weight - said, 0.0)


def _said(one: Meant, two: Meant) -> tuple[float, float, float, float, float]:
    """In weight, what of the things of the one the other says: the same; with kin; with the same end; other kinds; general ones."""
    same = kin = end = siblings = narrower = 0.0
    other = two.whole
    for thing, weight in one.things:
        if thing.same & other.same:
            same += weight
        elif thing.wider & other.same:
            kin += weight
            narrower += weight
        elif _akin(thing, other):
            kin += weight
        elif thing.ends & other.ends:
            end += weight
            siblings += weight / 2 if thing.wider & other.wider else 0.0
        elif thing.wider & other.wider:
            siblings += weight
    return same, same + kin, same + kin + end, siblings, narrower


def _akin(thing: Meaning, other: Meaning) -> bool:
    return bool(thing.same & other.wider or thing.whole & other.same or thing.same & other.whole)


def _first(one: Meant, two: Meant) -> float:
    if not one.things:
        return UNKNOWN
    thing, other = one.things[0][0], two.whole
    if thing.same & other.same:
        return SAME
    if thing.wider & other.same or thing.same & other.wider:
        return KIND
    if _akin(thing, other):
        return PART
    return END if thing.ends & other.ends else 0.0


def _bearing(one: Meant, two: Meant) -> float:
    return max((weight for thing, weight in one.things if thing.ends & two.whole.ends), default=0.0)


def _by_other_means(one: Meant, two: Meant) -> bool:
    return any(thing.ends & two.whole.ends and not thing.same & two.whole.same for thing, _weight in one.things)
