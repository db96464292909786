"""What a clause is about: words of each topic with their weight, one to four syllables, lower case, without marks (`topics.tsv`).

A longer phrase is read before a shorter one; of equal sums the topic named first in the clause wins.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from giaoban.model import Topic

LONGEST = 4


def topic_of(words: Sequence[str], beside: Sequence[str] = ()) -> Topic:
    """The topic of a clause.

    words   its syllables, folded as `reading.syllables` does
    beside  syllables of what stands around it, which decide only where the clause itself says nothing

    >>> topic_of("tăng cường phòng cháy chữa cháy".split())
    <Topic.SECURITY: 'security'>
    """
    sums = weighed(words)
    if not sums:
        sums = weighed(beside)
    return max(sums, key=lambda topic: sums[topic], default=Topic.OTHER)


def weighed(words: Sequence[str]) -> dict[Topic, float]:
    """The weight of each topic named, in the order in which they are first named."""
    said = [word for word in words if word[0].isalnum()]
    sums: dict[Topic, float] = {}
    at = 0
    while at < len(said):
        size = next((size for size in range(min(LONGEST, len(said) - at), 0, -1) if " ".join(said[at : at + size]) in table()), 0)
        for topic, weight in table().get(" ".join(said[at : at + size]), {}).items():
            sums[topic] = sums.get(topic, 0.0) + weight
        at += size or 1
    return sums


@cache
def table() -> dict[str, dict[Topic, float]]:
    """The topics of each phrase with their weights."""
    rows: dict[str, dict[Topic, float]] = {}
    for line in files("giaoban.reference").joinpath("topics.tsv").read_text("utf-8").splitlines()[1:]:
        words, topic, weight = line.split("\t")
        rows.setdefault(words, {})[Topic(topic)] = float(weight)
    return rows
