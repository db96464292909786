"""Clauses that count: what somebody shall do, what is well, what is not.

Fragments are judged one by one in the light of their neighbours (`reading.judging`), runs of one kind are parted (`reading.splitting`),
and in a text without a meeting and without bodies of the state nothing counts. What must and must not be read: corpus/findings.tsv,
corpus/directives.tsv.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log

from giaoban.model import Found, Meeting, Polarity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.judging import LABELS, ONE, judge, unpacked, weight_of
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.persons import Holder
from giaoban.reading.signals import Signals
from giaoban.reading.splitting import pieces, weights
from giaoban.reading.syllables import Syllables
from giaoban.reading.traits import Paragraph, Row, paragraphs

KINDS = tuple(label[1:] for label in LABELS)
"""The letter of each label's kind, "" for nothing."""
POLARITIES = {"S": Polarity.STRENGTH, "H": Polarity.SHORTCOMING}
TOO_FEW = 2.5
"""Bodies and persons of office per thousand code points, below which a text without a meeting is not about the state's work."""
DOUBT = ONE // 2
"""What speaks against any clause in a text without a meeting."""
BASE, OPENING, LEAST, LENGTH = -0.34, 0.206, 0.084, 0.472
"""How a clause's weights become a confidence: fitted so that of finds with confidence 0.7 seven in ten agree with the annotated texts."""


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
    judging, parting = judge(page.weights), weights(page.weights)
    doubt = 0 if page.all(Meeting) else DOUBT
    for paragraph in paragraphs((found.what for found in page.all(Signals)), about, len(page.document.blocks)):
        weighed = judging.weigh(paragraph)
        labels = judging.labels(weighed, doubt)
        for first, last, kind in runs(labels):
            for start, end in pieces(paragraph, labels, first, last, kind, parting):
                yield _clause(paragraph, weighed, start, end, kind)


def kind_of_text(page: Page) -> Row | None:
    """Whether it reports a meeting and how thick with bodies it is; None where nothing in it can count."""
    named = len(page.all(BodyMention)) + len(page.all(Holder))
    density = 1000 * named / max(1, len(page.text))
    met = bool(page.all(Meeting))
    if not met and density < TOO_FEW:
        return None
    return ("met" if met else "not met", f"bodies {min(4, int(density / 2))}")


def runs(labels: list[int]) -> Iterator[tuple[int, int, str]]:
    """Stretches of one kind: first fragment, the one after the last, and the letter of the kind."""
    start, kind = 0, ""
    for at, label in enumerate([*labels, 0]):
        here = KINDS[label]
        if here != kind:
            if kind:
                yield start, at, kind
            start, kind = at, here


def _clause(paragraph: Paragraph, weighed: list[int], first: int, last: int, kind: str) -> Found[Clause]:
    parts, within = paragraph.parts, paragraph.within
    line, closing = paragraph.lines[within[first]], paragraph.lines[within[last - 1]]
    span = Span(line.starts[parts[first].first], closing.ends[parts[last - 1].last - 1])
    words = [word for part in parts[first:last] for word in part.words]
    clause = Clause(POLARITIES.get(kind), line, parts[first].first, tuple(words))
    return Found(clause, span, confidence=_confidence(weighed[first:last], kind))


def _confidence(weighed: list[int], kind: str) -> float:
    """From how far the kind outweighs nothing where it opens, how far any other kind where it is weakest, and its length."""
    begins = LABELS.index("B" + kind)
    opening = (weight_of(weighed[0], begins) - weight_of(weighed[0], 0)) / ONE
    leads = []
    for at, packed in enumerate(weighed):
        each = unpacked(packed)
        own = max(each[begins], each[begins + 1]) if at else each[begins]
        each[begins] = each[begins + 1] = 0
        leads.append(own - max(each))
    least = min(leads) / ONE
    return round(1 / (1 + exp(-(BASE + OPENING * opening + LEAST * least + LENGTH * log(len(weighed))))), 3)
