"""Weights that stay near those of the package and follow what people decided about the finds of their own texts.

An installation has few texts, and the package has learned from many that the installation does not have. So the weights of the package are
where the descent starts, and what differs from them costs; a trait that no own text has keeps its weight. Only the chain of labels is
adapted (`clauses.tsv`); the tables beside it stay as they are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from giaoban.model import Document, Finding, Found, Polarity, Span
from giaoban.reading.chances import LABELS
from giaoban.reading.judging import ONE, parse
from giaoban.reading.learning.agreement import Stretch, agreed
from giaoban.reading.learning.chain import Learned, Settings, learn
from giaoban.reading.learning.examples import chain_examples, labelled, stretches
from giaoban.reading.learning.tables import chain_table
from giaoban.reading.reader import read
from giaoban.reading.weights import SHIPPED, Weights

TABLE = "clauses.tsv"
SETTINGS = Settings(rounds=40, square=2.0)
"""What differs from the package's weights costs more than weights learned from nothing: a few texts may not turn them round."""
ASIDE = 4
"""One text in so many is kept aside to measure by; its own hash decides, so that it is never learned from."""

KINDS = {Polarity.STRENGTH: "S", Polarity.SHORTCOMING: "H", None: "D"}


@dataclass(frozen=True, slots=True)
class Told:
    """A text of which people decided every finding and directive: the exchange record holds what they confirmed."""

    document: Document
    record: dict[str, Any]

    @property
    def aside(self) -> bool:
        return int(self.document.sha256[:8], 16) % ASIDE == 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well texts are read: finds that people confirmed, finds read, and pairs of both that agree."""

    marked: int
    read: int
    pairs: int

    @property
    def f1(self) -> float:
        return 2 * self.pairs / (self.marked + self.read) if self.marked + self.read else 0.0


def agreement(texts: Sequence[Told], weights: Weights = SHIPPED) -> Agreement:
    """Findings and directives as `weights` read them, against what people confirmed."""
    marked = read_ = pairs = 0
    for each in texts:
        own, found = stretches(each.record), _read(each.document, weights)
        marked, read_ = marked + len(own), read_ + len(found)
        pairs += sum(agreed(own, found).values())
    return Agreement(marked, read_, pairs)


def adapted(texts: Sequence[Told], progress: Callable[[int], None] = lambda number: None) -> Weights:
    """The package's weights, adapted to these texts. The same texts give the same weights; `progress` hears the number of each round."""
    blocks = [block for each in sorted(texts, key=lambda each: each.document.sha256) for block in labelled(each.document, each.record)]
    base = _shipped()
    learned = base
    for number, (_, found) in enumerate(learn(chain_examples(blocks), SETTINGS, base), start=1):
        learned = found
        progress(number)
    return Weights({TABLE: chain_table(Learned(base.weights | learned.weights, learned.steps)).encode()})


def _shipped() -> Learned:
    weights, steps, _ = parse(SHIPPED.text(TABLE))
    rows = [[steps.get((before, label), 0) / ONE for label in LABELS] for before in LABELS]
    return Learned({name: [each / ONE for each in row] for name, row in weights.items()}, rows)


def _read(document: Document, weights: Weights) -> list[Stretch]:
    reading = read(document, weights)
    found: list[tuple[Span, Polarity | None]] = [(each.span, _polarity(each)) for each in (*reading.findings, *reading.directives)]
    return sorted((span.start, span.end, KINDS[polarity]) for span, polarity in found)


def _polarity(found: Found[Any]) -> Polarity | None:
    return found.what.polarity if isinstance(found.what, Finding) else None
