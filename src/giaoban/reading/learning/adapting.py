"""Weights that stay near those of the package and follow what people decided about the finds of their own texts.

An installation has few texts, and the package has learned from many that the installation does not have. So the weights of the package are
where every part begins, and what differs from them costs; a trait that no own text has keeps its weight. The network and how far chances
are trusted stay as they are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from giaoban.reading.chances import LABELS
from giaoban.reading.choosing import parse as choices_of
from giaoban.reading.engine import Pipeline
from giaoban.reading.judging import ONE, parse
from giaoban.reading.learning import choices, decisions, figures, numbers, splits, themes
from giaoban.reading.learning.chain import Learned, Settings, learn
from giaoban.reading.learning.examples import chain_examples, labelled, split_cases
from giaoban.reading.learning.parts import CHOICES, FIGURES
from giaoban.reading.learning.tables import chain_table, split_table
from giaoban.reading.learning.told import CLAUSES, Told
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.figures.counting import admitting
from giaoban.reading.rules.figures.names import phrasing
from giaoban.reading.senses import senses
from giaoban.reading.splitting import weights as splitting
from giaoban.reading.theming import themes as topics
from giaoban.reading.weights import SHIPPED, Weights

SETTINGS = Settings(rounds=40, square=2.0)
"""What differs from the package's weights costs more than weights learned from nothing: a few texts may not turn them round."""
HOLD = 1.0
"""How many times as strongly the other weights are held to the package's as those were held to nothing."""
SHARP = 4
"""How many times as much the weights of names count. The reader takes the name with which most of the likely ones agree, for hands word one
name in several ways; an office words it in one, so there the likeliest wording itself is to be taken."""
READY = Pipeline(MEETING)
STEPS = SETTINGS.rounds + 3
"""Steps in which it is done."""
Progress = Callable[[int], None]
"""Hears the number of each step."""


@dataclass(frozen=True, slots=True)
class Adapted:
    """Weights of every part, and from how many cases each has learned."""

    weights: Weights
    cases: Mapping[str, int]


def adapted(texts: Sequence[Told], progress: Progress = lambda step: None, base: Weights = SHIPPED) -> Adapted:
    """Every part of `base`, adapted to these texts; the same texts, in whatever order, give the same."""
    ordered = sorted(texts, key=lambda each: each.document.sha256)
    made, cases = _clauses(ordered, base, progress)
    for learn_part in (_topics, _figures, _parties):
        tables, counted = learn_part(ordered, base, progress)
        made, cases = made | tables, cases | counted
    return Adapted(Weights({name: text.encode() for name, text in made.items()}), cases)


Made = tuple[dict[str, str], dict[str, int]]


def _clauses(texts: Sequence[Told], base: Weights, progress: Progress) -> Made:
    blocks = [block for each in texts for block in labelled(each.document, each.record)]
    near = _chain(base)
    learned = near
    for number, (_, found) in enumerate(learn(chain_examples(blocks), SETTINGS, near), start=1):
        learned = found
        progress(number)
    chain = chain_table(Learned(near.weights | learned.weights, learned.steps))
    known = {name: weight / ONE for name, weight in splitting(base).items()}
    parted = split_table(splits.learn(list(split_cases(blocks)), known))
    finds = sum(len(each.record["findings"]) + len(each.record["directives"]) for each in texts)
    rejected = sum(each["kind"] in CLAUSES for told in texts for each in told.record.get("rejected", ()))
    return {"clauses.tsv": chain, "splitting.tsv": parted}, {"clauses": finds + rejected}


def _chain(base: Weights) -> Learned:
    weights, steps, _ = parse(base.text("clauses.tsv"))
    rows = [[steps.get((before, label), 0) / ONE for label in LABELS] for before in LABELS]
    return Learned({name: [each / ONE for each in row] for name, row in weights.items()}, rows)


def _topics(texts: Sequence[Told], base: Weights, progress: Progress) -> Made:
    progress(SETTINGS.rounds + 1)
    known = senses(base)
    cases = [case for each in texts for case in themes.cases(each.document, each.record, known)]
    table = themes.learn(cases, topics(base), HOLD) if cases else base.text("topics.tsv")
    return {"topics.tsv": table}, {"topic": len(cases)}


def _figures(texts: Sequence[Told], base: Weights, progress: Progress) -> Made:
    progress(SETTINGS.rounds + 2)
    cases: dict[str, list[choices.Case]] = {}
    for each in texts:
        for choice, found in figures.cases(each.document, each.record).items():
            cases.setdefault(choice, []).extend(found)
    of_numbers = [case for each in texts for case in numbers.cases(each.document, each.record)]
    if of_numbers:
        cases[admitting.CHOICE] = of_numbers
    near = {admitting.CHOICE: choices.supposed()[admitting.CHOICE]} | _choices(base, FIGURES)
    learned = near | choices.learned(cases, near, HOLD)
    if cases.get(phrasing.CHOICE):
        learned[phrasing.CHOICE] = {trait: SHARP * weight for trait, weight in learned[phrasing.CHOICE].items()}
    counted = {choice: len(found) for choice, found in cases.items()} | {
        admitting.CHOICE: sum(numbers.decided(each.record) for each in texts)
    }
    return {FIGURES: choices.table(learned)}, counted


def _parties(texts: Sequence[Told], base: Weights, progress: Progress) -> Made:
    progress(SETTINGS.rounds + 3)
    pages = [(READY.run(each.document, base), each.record) for each in texts]
    near = _choices(base, CHOICES)
    learned = near | decisions.learned(pages, near, HOLD, closest=True)
    return {CHOICES: choices.table(learned)}, decisions.counted(pages)


def _choices(base: Weights, table: str) -> choices.Learned:
    return {choice: {trait: weight / ONE for trait, weight in weights.items()} for choice, weights in choices_of(base.text(table)).items()}
