"""What fragments weigh in all: half by the named traits of the chain (`reading.judging`), half by the network (`reading.network`).

weighed(paragraphs)      per paragraph and fragment the weight of each label, in logarithms of odds
finds(paragraph, rows)   the stretches of fragments that are finds, each with its chance of being right
reasons(paragraphs, …)   what weighed for a find
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from giaoban.reading.chances import chain, stretches
from giaoban.reading.judging import ONE, SHARE, judge, unpacked
from giaoban.reading.network import SIDES, network
from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.segments import Segment, segments
from giaoban.reading.splitting import parting, weights
from giaoban.reading.weights import SHIPPED, Weights

Rows = list[list[float]]
Reason = tuple[str, float]


def weighed(paragraphs: Sequence[Paragraph], learned: Weights = SHIPPED) -> list[Rows]:
    """Per paragraph and fragment what each label weighs."""
    if not any(each.parts for each in paragraphs):
        return [[] for _ in paragraphs]
    judging, hearing = judge(learned), network(learned)
    heard = hearing.heard(paragraphs)
    words = unpacked([row for paragraph in paragraphs for row in judging.weigh(paragraph)])
    traits = words + judging.standing(hearing.named, heard.rows[:, len(SIDES) :])
    rows: Rows = ((traits + hearing.sums(heard)) * (SHARE / ONE)).tolist()
    reached = accumulate((len(each.parts) for each in paragraphs), initial=0)
    return [rows[start:end] for start, end in pairwise(reached)]


def finds(paragraph: Paragraph, rows: Rows, learned: Weights = SHIPPED, doubt: float = 0.0) -> list[Segment]:
    """The finds of a paragraph; `doubt` is added to the weight of nothing."""
    judging = judge(learned)
    more = doubt - judging.bias / ONE
    made = chain([[row[0] + more, *row[1:]] for row in rows], judging.moves)
    kinds = made.kinds()
    likely = stretches(made, kinds, parting(paragraph.parts, weights(learned)))
    return segments(likely, kinds, ends(paragraph)) if likely else []


def ends(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Where each fragment starts and ends in the text."""
    lines = paragraph.lines
    return [
        (lines[index].starts[part.first], lines[index].end(part.last - 1))
        for part, index in zip(paragraph.parts, paragraph.within, strict=True)
    ]


def reasons(paragraphs: Sequence[Paragraph], which: int, first: int, last: int, label: int, learned: Weights = SHIPPED) -> list[Reason]:
    """What weighed for fragments `first` to `last` of a paragraph being the find that `label` begins and not nothing, heaviest first.

    The traits of the chain by their names; `heard=…` what the network made of a syllable, found by leaving it out; `heard together` the
    rest of what it said. Their sum is how much the find outweighs nothing, in logarithms of odds, what follows what left aside.
    """
    traits = judge(learned).reasons(paragraphs[which], first, last, label)
    weights = [(name, weight * SHARE) for name, weight in traits] + _heard(paragraphs, which, first, last, label, learned)
    return sorted(weights, key=lambda each: (-abs(each[1]), each[0]))


def _heard(paragraphs: Sequence[Paragraph], which: int, first: int, last: int, label: int, learned: Weights) -> list[Reason]:
    before = sum(len(each.parts) for each in paragraphs[:which])
    places = [label, *[label + 1] * (last - first - 1)]
    sums: dict[str, float] = {}
    total = 0.0
    for word, rows in network(learned).without(paragraphs, before + first, before + last):
        lead = sum(int(row[place] - row[0]) for row, place in zip(rows, places, strict=True)) * SHARE / ONE
        if word:
            sums[f"heard={word}"] = sums.get(f"heard={word}", 0.0) + total - lead
        else:
            total = lead
    return [*((name, weight) for name, weight in sums.items() if weight), ("heard together", total - sum(sums.values()))]
