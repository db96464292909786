"""What clauses are about: their own words first, then those of all clauses of the text.

"đẩy nhanh tiến độ giải phóng mặt bằng"     land
"làm tốt hơn nữa" among clauses on schools   education
"""

from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Found, Topic
from giaoban.reading.engine import Page, rule
from giaoban.reading.rules.clauses import Clause
from giaoban.reference.topics import weighed

WHOLE = 8.0
"""What the share of a topic in all clauses of the text counts against a word in the clause."""


@dataclass(frozen=True, slots=True)
class Themed:
    """A clause with its topic."""

    clause: Clause
    topic: Topic


@rule(makes=Themed, needs=(Clause,))
def themes(page: Page) -> Iterator[Found[Themed]]:
    found = page.all(Clause)
    said = [weighed([word for word in each.what.words if word[0].isalnum()]) for each in found]
    whole = _shares(said)
    for each, own in zip(found, said, strict=True):
        sums = {topic: own.get(topic, 0.0) + WHOLE * share for topic, share in whole.items()}
        topic = max(sums, key=lambda topic: (sums[topic], topic), default=Topic.OTHER)
        yield Found(Themed(each.what, topic), each.span, confidence=each.confidence)


def _shares(said: list[dict[Topic, float]]) -> dict[Topic, float]:
    sums: dict[Topic, float] = {}
    for each in said:
        for topic, weight in each.items():
            sums[topic] = sums.get(topic, 0.0) + weight
    total = sum(sums.values()) or 1.0
    return {topic: weight / total for topic, weight in sums.items()}
