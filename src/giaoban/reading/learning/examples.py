"""Examples to learn from: the fragments of a text labelled by its annotated record."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from giaoban.model import Document
from giaoban.reading.chances import LABELS
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.agreement import Stretch
from giaoban.reading.learning.chain import Example
from giaoban.reading.learning.splits import Case, runs
from giaoban.reading.learning.told import looked_at, whole
from giaoban.reading.paragraphs import Paragraph, paragraphs
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.clauses.clauses import kind_of_text
from giaoban.reading.signals import Signals
from giaoban.reading.splitting import places
from giaoban.reading.splitting import traits as split_traits
from giaoban.reading.traits import traits

READY = Pipeline(MEETING)
Labelled = tuple[Paragraph, list[int]]
UNKNOWN = -1
"""In place of the label of a fragment at which nobody looked."""


def labelled(document: Document, record: dict[str, Any] | None) -> list[Labelled]:
    """The blocks of a text that tell, each fragment with the place of its label in `LABELS`; without a record nothing in it counts.

    Of a record that was told in part, a fragment outside of what was looked at is `UNKNOWN`.
    """
    page = READY.run(document)
    about = kind_of_text(page)
    if about is None:
        return []
    found = [each.what for each in page.all(Signals)]
    marked = stretches(record) if record else []
    seen = looked_at(record) if record and not whole(record) else None
    return [(made, _labels(made, marked, seen)) for made in paragraphs(found, about, len(document.blocks))]


def stretches(record: dict[str, Any]) -> list[Stretch]:
    """What a record marks as directive (D), strength (S) or shortcoming (H), in order."""
    judged = [(each["span"], "S" if each["polarity"] == "strength" else "H") for each in record["findings"]]
    told = [(each["span"], "D") for each in record["directives"]]
    return sorted((span["start"], span["end"], kind) for span, kind in [*judged, *told])


def _labels(paragraph: Paragraph, marked: list[Stretch], looked: list[tuple[int, int]] | None) -> list[int]:
    """A fragment belongs to the find that holds its middle. `looked`: where somebody looked, None for everywhere."""
    labels: list[int] = []
    last: Stretch | None = None
    for part, index in zip(paragraph.parts, paragraph.within, strict=True):
        line = paragraph.lines[index]
        middle = (line.starts[part.first] + line.ends[part.last - 1]) / 2
        holder = next((each for each in marked if each[0] <= middle < each[1]), None)
        seen = looked is None or any(start <= middle < end for start, end in looked)
        labels.append(LABELS.index(("I" if holder == last else "B") + holder[2]) if holder else 0 if seen else UNKNOWN)
        last = holder
    return labels


def chain_examples(blocks: list[Labelled]) -> list[Example]:
    """The runs of fragments whose labels are known: a whole block where all are.

    A trait is held once however often it is met: of a thousand texts they would else take a gigabyte.
    """
    met: dict[str, str] = {}
    return [
        Example([[met.setdefault(each, each) for each in traits(block, at)] for at in range(first, last)], labels[first:last])
        for block, labels in blocks
        for first, last in _known(labels)
    ]


def _known(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for unknown, run in groupby(range(len(labels)), key=lambda at: labels[at] == UNKNOWN):
        end = start + len(list(run))
        if not unknown:
            yield start, end
        start = end


def split_cases(blocks: list[Labelled]) -> Iterator[Case]:
    """Every place inside a run at which another find might begin, and whether one does."""
    for block, labels in blocks:
        for first, last, begins in runs([max(0, label) for label in labels]):
            for at in places(block.parts, first, last):
                yield split_traits(block.parts, at, LABELS[begins][1]), labels[at] % 2 == 1
