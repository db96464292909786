"""What a wording asks to be done, and with which kinds of thing.

A deed (`deeds.tsv`) is a class of verbs: to check, to build, to tell. Some are beside the work: who is to plan, report or be told of flood
control is not asked to control floods. Things (`things.tsv`) are told apart within their kind: a summer crop is no winter crop, a clinic no
school. Both tables are ours and hold general words of administration; what they do not hold is not told apart.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from giaoban.reference.tables import cells, table

LONGEST = 6
"""Syllables of a phrase that is looked up, at most."""
DENIED = frozenset(("không", "chưa", "đừng", "ngừng", "thôi", "cấm"))
"""Before a deed: it is not to be done."""
NOT = "not "
"""Before the name of a deed that is not to be done."""
OPPOSITE = frozenset(
    frozenset(pair)
    for pair in (
        ("granting", "closing"),
        ("granting", "taking back"),
        ("opening", "closing"),
        ("raising", "closing"),
        ("growing", "closing"),
        ("raising", "lowering"),
    )
)
"""Deeds of which one undoes the other."""


@dataclass(frozen=True, slots=True)
class Demand:
    """The deeds in their order, and of each kind of thing those that are named."""

    deeds: tuple[str, ...]
    things: frozenset[tuple[str, str]]


def demanded(syllables: Sequence[str]) -> Demand:
    """What is asked in a wording, given by its syllables in lower case with their accents."""
    deeds = (_denied(syllables, at) + deed for at, found in _found(syllables, _deeds()) if (deed := _deeds()[found]))
    things = (thing for _at, found in _found(syllables, _things()) for thing in _things()[found])
    return Demand(tuple(deeds), frozenset(things))


def deeds_at(syllables: Sequence[str]) -> tuple[int, ...]:
    """Where deeds are named in a wording: the number of the first syllable of each."""
    return tuple(at for at, found in _found(syllables, _deeds()) if _deeds()[found])


def beside(demand: Demand) -> bool:
    """Whether what is asked first is beside the work."""
    return bool(set(demand.deeds[:1]) & _beside())


def compared_deeds(one: Demand, two: Demand) -> dict[str, float]:
    """How the deeds of two wordings stand to each other, each 0 to 1 and the same both ways.

    other deed   the first deed of neither is named by the other
    no deed      they have none in common
    same deed    the first is the same
    undone       the first of the one undoes the first of the other
    same family  the first deeds are of one kind (`deed_families.tsv`: against an evil, for a work); met family: each is of a kind with some
                 deed of the other; other family: neither is; no family: no deed of the one is of a kind with one of the other
    beside       what one asks first is beside the work, and the other does not ask it; besides: how many such are in one alone
    """
    first, second = one.deeds[:1], two.deeds[:1]
    both, here, there = bool(first and second), set(one.deeds), set(two.deeds)
    other = both and first[0] not in there and second[0] not in here
    alone = [deed for deed in first if deed in _beside() - there] + [deed for deed in second if deed in _beside() - here]
    return {
        "other deed": float(other),
        "no deed": float(both and not here & there),
        "same deed": float(both and first == second),
        "undone": float(
            other and (frozenset((*first, *second)) in OPPOSITE or {NOT + first[0], NOT + second[0]} & {first[0], second[0]} != set())
        ),
        **_compared_families(one.deeds, two.deeds),
        "beside": float(bool(alone)),
        "besides": min(len((here ^ there) & _beside()), 2) / 2,
    }


def _compared_families(one: Sequence[str], two: Sequence[str]) -> dict[str, float]:
    both = bool(one and two)
    first, second, ones, twos = _kin(one[:1]), _kin(two[:1]), _kin(one), _kin(two)
    return {
        "same family": float(bool(first & second)),
        "met family": float(bool(first & twos and second & ones)),
        "other family": float(both and not first & twos and not second & ones),
        "no family": float(both and not ones & twos),
    }


def compared_things(one: Demand, two: Demand) -> dict[str, float]:
    """How the things of two wordings stand to each other, each 0 to 1 and the same both ways.

    other things  of how many kinds both name things, and none in common (fields: of the fields of administration); same things: some
    both alone    how many are named by the one alone, of the two wordings the less; either alone: the more
    """
    both = _kinds(one.things) & _kinds(two.things)
    other = both - _kinds(one.things & two.things)
    alone = sorted((len(one.things - two.things), len(two.things - one.things)))
    return {
        "other things": min(len(other), 2) / 2,
        "other fields": float("field" in other),
        "same things": min(len(both) - len(other), 3) / 3,
        "both alone": min(alone[0], 3) / 3,
        "either alone": min(alone[1], 5) / 5,
    }


def _denied(syllables: Sequence[str], at: int) -> str:
    return NOT if at and syllables[at - 1] in DENIED else ""


def _kinds(things: Iterable[tuple[str, str]]) -> set[str]:
    return {kind for kind, _thing in things}


def _found(syllables: Sequence[str], phrases: Container[str]) -> Iterator[tuple[int, str]]:
    """The phrases in their order and where each begins, longest first at each syllable, none within another."""
    at = 0
    while at < len(syllables):
        for size in range(min(LONGEST, len(syllables) - at), 0, -1):
            if (phrase := " ".join(syllables[at : at + size])) in phrases:
                yield at, phrase
                break
        else:
            size = 1
        at += size


@cache
def _deeds() -> dict[str, str]:
    return {phrase: deed for phrase, deed, _beside in rows("deeds.tsv")}


def _kin(deeds: Iterable[str]) -> set[str]:
    """The kinds that deeds are of; one of no kind is a kind of its own."""
    return {kind for deed in deeds for kind in _families().get(deed, (deed,))}


@cache
def _families() -> dict[str, list[str]]:
    families: dict[str, list[str]] = {}
    for deed, family in rows("deed_families.tsv"):
        families.setdefault(deed, []).append(family)
    return families


@cache
def _beside() -> frozenset[str]:
    return frozenset(deed for _phrase, deed, beside in rows("deeds.tsv") if beside)


@cache
def _things() -> dict[str, list[tuple[str, str]]]:
    things: dict[str, list[tuple[str, str]]] = {}
    for phrase, kind, thing in rows("things.tsv"):
        things.setdefault(phrase, []).append((kind, thing))
    return things


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of this package."""
    return table("giaoban.directives.repetition", name, cells)
