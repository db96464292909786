"""What a clause is about: words of each topic with their weight, one to four syllables, lower case, without marks (`topics.tsv`).

A longer phrase is read before a shorter one.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from giaoban.model import Topic


def weighed(words: Sequence[str]) -> dict[Topic, float]:
    """The weight of each topic that the syllables of a clause name, in the order in which they are first named.

    >>> weighed("tăng cường phòng cháy chữa cháy".split())
    {<Topic.SECURITY: 'security'>: 6.0}
    """
    known, reach, pairs = table(), longest(), seconds()
    sums: dict[Topic, float] = {}
    free, last = 0, len(words) - 1
    for at in [at for at, word in enumerate(words) if word in reach]:
        if at < free:
            continue
        size = min(reach[words[at]], len(words) - at) if at < last and (words[at], words[at + 1]) in pairs else 1
        named = None
        while size and not (named := known.get(" ".join(words[at : at + size]) if size > 1 else words[at])):
            size -= 1
        for topic, weight in named or ():
            sums[topic] = sums.get(topic, 0.0) + weight
        free = at + size
    return sums


def topic_of(words: str) -> Topic:
    """The topic that the words of an indicator name most; `Topic.OTHER` where they name none.

    >>> topic_of("Thu ngân sách nhà nước trên địa bàn")
    <Topic.BUDGET: 'budget'>
    """
    sums = weighed([word.strip(".,;:()").lower() for word in words.split()])
    return max(sums, key=lambda topic: (sums[topic], topic), default=Topic.OTHER)


@cache
def longest() -> dict[str, int]:
    """The most syllables of a phrase that begins with this syllable."""
    reach: dict[str, int] = {}
    for phrase in table():
        first, *rest = phrase.split(" ")
        reach[first] = max(reach.get(first, 0), 1 + len(rest))
    return reach


@cache
def seconds() -> frozenset[tuple[str, str]]:
    """The first two syllables of every phrase that has two or more."""
    return frozenset((parts[0], parts[1]) for parts in (phrase.split(" ") for phrase in table()) if len(parts) > 1)


@cache
def table() -> dict[str, list[tuple[Topic, float]]]:
    """The topics of each phrase with their weights."""
    rows: dict[str, list[tuple[Topic, float]]] = {}
    for line in files("giaoban.reference").joinpath("topics.tsv").read_text("utf-8").splitlines()[1:]:
        words, topic, weight = line.split("\t")
        rows.setdefault(words, []).append((Topic(topic), float(weight)))
    return rows
