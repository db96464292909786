"""What a clause is about: words of each topic with their weight, one to four syllables, lower case, without marks (`topics.tsv`).

A longer phrase is read before a shorter one.
"""

from functools import cache

from giaoban.model import Topic
from giaoban.reference import tables
from giaoban.reference.phrases import Phrases, by_syllables


def weighed(words: list[str]) -> dict[Topic, float]:
    """The weight of each topic that the syllables of a clause name, in the order in which they are first named.

    >>> weighed("tăng cường phòng cháy và thu ngân sách".split())
    {<Topic.SECURITY: 'security'>: 3.0, <Topic.BUDGET: 'budget'>: 3.0}
    """
    sums: dict[Topic, float] = {}
    for _, _, named in phrases().all(words):
        for topic, weight in named:
            sums[topic] = sums.get(topic, 0.0) + weight
    return sums


def topic_of(words: str) -> Topic:
    """The topic that the words of an indicator name most; `Topic.OTHER` where they name none.

    >>> topic_of("Thu ngân sách nhà nước trên địa bàn")
    <Topic.BUDGET: 'budget'>
    """
    sums = weighed([word.strip(".,;:()").lower() for word in words.split()])
    return max(sums, key=lambda topic: (sums[topic], topic), default=Topic.OTHER)


@cache
def phrases() -> Phrases[list[tuple[Topic, float]]]:
    """`table` by first syllables."""
    return by_syllables(table())


@cache
def table() -> dict[str, list[tuple[Topic, float]]]:
    """The topics of each phrase with their weights."""
    rows: dict[str, list[tuple[Topic, float]]] = {}
    for words, topic, weight in tables.table("giaoban.reference", "topics.tsv", _row):
        rows.setdefault(words, []).append((topic, weight))
    return rows


def _row(words: str, topic: str, weight: str) -> tuple[str, Topic, float]:
    return words, Topic(topic), float(weight)
