"""What finds are about: the words of the clause first, then of the sentence before it, then of the whole text.

    "đẩy nhanh tiến độ giải phóng mặt bằng"    land
    "làm tốt hơn nữa" in a text on schools      education
"""

from collections.abc import Iterator

from giaoban.model import Found, Topic
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses import Clause
from giaoban.reference.topics import weighed

WHOLE, NEAR = 8.0, 1.0
"""What the shares of a topic in the whole text and just before the clause count against a word in the clause."""
BEFORE = 40
"""Syllables of the sentence before the clause that are heard."""


def with_topics(page: Page, found: list[Found[Clause]]) -> Iterator[tuple[Found[Clause], Topic]]:
    """Each clause with its topic."""
    said = [weighed(each.what.words) for each in found]
    whole = _shares(_sum(said))
    for each, own in zip(found, said, strict=True):
        line, first = each.what.line, each.what.first
        near = _shares(weighed(line.words[max(0, first - BEFORE) : first]))
        sums = {topic: own.get(topic, 0.0) + WHOLE * whole.get(topic, 0.0) + NEAR * near.get(topic, 0.0) for topic in {**own, **near, **whole}}
        yield each, max(sums, key=lambda topic: (sums[topic], topic), default=Topic.OTHER)


def _sum(said: list[dict[Topic, float]]) -> dict[Topic, float]:
    sums: dict[Topic, float] = {}
    for each in said:
        for topic, weight in each.items():
            sums[topic] = sums.get(topic, 0.0) + weight
    return sums


def _shares(sums: dict[Topic, float]) -> dict[Topic, float]:
    total = sum(sums.values()) or 1.0
    return {topic: weight / total for topic, weight in sums.items()}
