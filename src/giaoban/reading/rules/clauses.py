"""Clauses that count: what somebody shall do, what is well, what is not.

Fragments are weighed in the light of what stands around them, and the stretches that are likeliest finds are chosen (`reading.weighing`).
In a text without a meeting nothing counts where bodies of the state are few or clauses are. What must and must not be read:
corpus/findings.tsv, corpus/directives.tsv.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from giaoban.model import Found, Meeting, Polarity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.persons import Holder
from giaoban.reading.segments import Segment
from giaoban.reading.signals import Signals
from giaoban.reading.syllables import Syllables
from giaoban.reading.traits import Paragraph, Row, paragraphs
from giaoban.reading.trust import confidence
from giaoban.reading.weighing import finds, weighed
from giaoban.reading.weights import Weights

POLARITIES = {"S": Polarity.STRENGTH, "H": Polarity.SHORTCOMING}
TOO_FEW = 2.5
"""Bodies and persons of office per thousand code points, below which a text without a meeting is not about the state's work."""
DOUBT = 0.5
"""What speaks against any clause in a text without a meeting."""
FEW = 3.0
"""Clauses in a text without a meeting, each counted by its chance, below which none counts: words of praise stand anywhere."""

WISHES = {("hy", "vọng"), ("hi", "vọng")}
NEAR = 6
"""Syllables before a clause in which hoping makes it a wish."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that counts.

    polarity  of a judgement; None for a directive
    line      the sentence it begins in, `first` its first syllable there
    words     its syllables, folded
    """

    polarity: Polarity | None
    line: Syllables
    first: int
    words: tuple[str, ...]


@rule(makes=Clause, needs=(Signals, BodyMention, Holder, Meeting))
def clauses(page: Page) -> Iterator[Found[Clause]]:
    about = kind_of_text(page)
    if about is None:
        return
    doubt = 0.0 if page.all(Meeting) else DOUBT
    told = list(paragraphs((found.what for found in page.all(Signals)), about, len(page.document.blocks)))
    found = [
        (paragraph, each)
        for paragraph, rows in zip(told, weighed(told, page.weights), strict=True)
        for each in finds(paragraph, rows, page.weights, doubt)
        if not _wished(paragraph, each)
    ]
    if page.all(Meeting) or sum(each.chance for _, each in found) >= FEW:
        yield from (_clause(paragraph, each, page.weights) for paragraph, each in found)


def kind_of_text(page: Page) -> Row | None:
    """Whether it reports a meeting and how thick with bodies it is; None where nothing in it can count."""
    named = len(page.all(BodyMention)) + len(page.all(Holder))
    density = 1000 * named / max(1, len(page.text))
    met = bool(page.all(Meeting))
    if not met and density < TOO_FEW:
        return None
    return ("met" if met else "not met", f"bodies {min(4, int(density / 2))}")


def _wished(paragraph: Paragraph, found: Segment) -> bool:
    """Whether somebody only hopes for it: "hy vọng người dân sớm ổn định cuộc sống"."""
    first = paragraph.parts[found.first].first
    words = paragraph.lines[paragraph.within[found.first]].words[max(0, first - NEAR) : first]
    return any(pair in WISHES for pair in pairwise(words))


def _clause(paragraph: Paragraph, found: Segment, learned: Weights) -> Found[Clause]:
    parts, within = paragraph.parts[found.first : found.last], paragraph.within
    line, closing = paragraph.lines[within[found.first]], paragraph.lines[within[found.last - 1]]
    span = Span(line.starts[parts[0].first], closing.ends[parts[-1].last - 1])
    words = tuple(word for part in parts for word in part.words)
    return Found(
        Clause(POLARITIES.get(found.kind), line, parts[0].first, words), span, confidence=confidence(found.kind, found.chance, learned)
    )
