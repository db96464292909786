"""Questions worth asking, each with its reason and its sources, by the rules of `questions.tsv`.

weight  which come first; within a rule the greater measure does (days overdue, times asked)
from    the least measure at which the rule asks
most    questions of the rule among the first ones: the others come after those of all rules
known   followed: only where is known what became of the tasks; unfollowed: only where it is not
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from giaoban.brief.brief import Brief, Question
from giaoban.brief.lines import Sentence, distinct
from giaoban.brief.worth_asking import FINDERS, Ground
from giaoban.reference.tables import table

FIRST = 7
"""Questions on the first page at most."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    name: str
    weight: int
    least: int
    most: int
    known: str

    def holds(self, followed: bool) -> bool:
        return self.known == "any" or (self.known == "followed") == followed


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, the weightiest first."""
    return tuple(sorted(table("giaoban.brief", "questions.tsv", _rule), key=lambda rule: -rule.weight))


def _rule(name: str, weight: str, least: str, most: str, known: str) -> Rule:
    return Rule(name, int(weight), int(least), int(most), known)


def questions(brief: Brief) -> tuple[Question, ...]:
    """Everything worth asking, the weightiest first, one question about each thing; the first seven are of several rules."""
    asked: list[Question] = []
    spoken_of: set[str] = set()
    for rule, ground in _grounds(brief):
        if ground.new(spoken_of):
            asked.append(_question(rule, ground))
            spoken_of |= {ground.about, *ground.also}
    return tuple(_mixed(asked))


def _grounds(brief: Brief) -> Iterator[tuple[Rule, Ground]]:
    """Everything that the rules find, the weightiest rule first, within a rule by its measure."""
    for rule in rules():
        grounds = FINDERS[rule.name](brief) if rule.holds(brief.given.followed) else ()
        for ground in sorted(grounds, key=lambda each: (-each.measure, each.about)):
            if ground.measure >= rule.least:
                yield rule, ground


def _question(rule: Rule, ground: Ground) -> Question:
    values = tuple(ground.values.items())
    because = ground.because or Sentence(f"brief-because-{rule.name}", values)
    ask = Sentence(f"brief-ask-{rule.name}{'-led' if ground.led else ''}", values)
    return Question(rule.name, ground.about, ask, because, distinct(ground.sources))


def _mixed(ordered: Iterable[Question]) -> Iterator[Question]:
    """The questions, with those of one rule beyond its `most` moved behind all others."""
    most = {rule.name: rule.most for rule in rules()}
    counted: Counter[str] = Counter()
    later = []
    for each in ordered:
        counted[each.rule] += 1
        if counted[each.rule] > most[each.rule]:
            later.append(each)
        else:
            yield each
    yield from later
