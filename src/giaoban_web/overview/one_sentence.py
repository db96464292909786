"""Judgements that one sentence tells: shown as that sentence once, with the words of each marked and leading to it."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from giaoban_web.overview.queries import Fact


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence: those of a fact, with its address, or those between facts."""

    words: str
    url: str = ""


def together(facts: Iterable[Fact]) -> list[Fact]:
    """The facts in their order, those next to each other that one sentence tells as the first of them, the rest `beside` it."""
    return [each for _key, told in groupby(facts, _sentence) for each in _joined(list(told))]


def parts(fact: Fact) -> Iterator[Part]:
    """The sentence of the fact and of those beside it, piece by piece, shortened as a list does."""
    told = _in_order([fact, *fact.beside])
    yield Part(told[0].quote.near.before)
    for here, after in pairwise(told):
        yield Part(here.quote.near.words, here.url)
        yield Part(here.quote.after[: after.decision.start - here.decision.end].replace(" | ", " · "))
    yield Part(told[-1].quote.near.words, told[-1].url)
    yield Part(told[-1].quote.near.after)


def _sentence(fact: Fact) -> Hashable:
    """What facts share that are shown as one: their sentence, where they are filed, and who decided on them how."""
    if fact.again:
        return fact.id
    begins = fact.decision.start - len(fact.quote.before)
    return fact.record.pk, fact.kind, fact.place.pk, fact.decision.by_id, fact.decision.verdict, begins, str(fact.quote)


def _joined(told: list[Fact]) -> list[Fact]:
    ordered = _in_order(told)
    if len(told) == 1 or any(here.decision.end > after.decision.start for here, after in pairwise(ordered)):
        return told
    return [replace(ordered[0], beside=tuple(ordered[1:]))]


def _in_order(told: list[Fact]) -> list[Fact]:
    return sorted(told, key=lambda fact: fact.decision.start)
