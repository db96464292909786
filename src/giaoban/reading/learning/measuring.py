"""How well each part reads the texts kept aside, before and after it has learned, and whether that is more than chance."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from giaoban.model import Chair, Directive, Find, Finding, Found, Observation, Polarity, Reading
from giaoban.reading.alike import agreement
from giaoban.reading.learning.agreement import Stretch, paired
from giaoban.reading.learning.examples import stretches
from giaoban.reading.learning.told import Told, known, looked_at, of_number, whole, whole_figures
from giaoban.reading.reader import read
from giaoban.reading.rules.figures.counting.admitting import doubted
from giaoban.reading.weights import SHIPPED, Weights

KINDS = {Polarity.STRENGTH: "S", Polarity.SHORTCOMING: "H", None: "D"}
CHANCE = Fraction(1, 10)
"""A part that reads better is taken only where so good a result by mere chance is at most so likely."""
FIELDS = {"name": "indicator"}
"""The field of a find that a part decides, where it is not named like the part."""
FIGURES, DIRECTIVES, MEETINGS = ("name", "period", "place"), ("issuer", "assignee", "deadline"), ("chair", "convener")


@dataclass(frozen=True, slots=True)
class Count:
    """Finds or fields as people have them, as the reader has them, and both alike. A field is asked only of a find that both have."""

    marked: int = 0
    read: int = 0
    pairs: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.marked + other.marked, self.read + other.read, self.pairs + other.pairs)

    @property
    def share(self) -> float:
        """F1 of finds; the share right of fields."""
        return 2 * self.pairs / (self.marked + self.read) if self.marked + self.read else 0.0

    @property
    def wrong(self) -> int:
        """What a person has to put right: missed and false finds, or twice the wrong fields."""
        return self.marked + self.read - 2 * self.pairs


Counts = dict[str, Count]
"""By part."""


def counts(texts: Sequence[Told], weights: Weights = SHIPPED) -> list[Counts]:
    """Of each text how every part reads it by these weights."""
    return [counted(each, read(each.document, weights)) for each in texts]


def counted(told: Told, reading: Reading) -> Counts:
    """How every part has read one text."""
    return dict(_counted(told, reading))


def total(texts: Sequence[Counts], part: str) -> Count:
    """What was counted of one part over all texts."""
    return sum((each[part] for each in texts), Count())


def likely_by_chance(before: Sequence[int], after: Sequence[int]) -> Fraction:
    """How likely it is that chance alone puts so much right: each text's difference taken as likely for the better as for the worse.

    before, after  what is wrong in each text. A sign-flip test over all ways in which the differences may have fallen, worked out exactly
    """
    moved = [old - new for old, new in zip(before, after, strict=True) if old != new]
    ways: Counter[int] = Counter({0: 1})
    for each in moved:
        next_: Counter[int] = Counter()
        for sum_, many in ways.items():
            next_[sum_ + each] += many
            next_[sum_ - each] += many
        ways = next_
    return Fraction(sum(many for sum_, many in ways.items() if sum_ >= sum(moved)), 2 ** len(moved))


def _counted(told: Told, reading: Reading) -> Iterator[tuple[str, Count]]:
    marked, found = stretches(told.record), clauses(told, reading)
    pairs = paired(marked, list(found))
    yield "clauses", Count(len(marked), len(found), len(pairs))
    annotated = {_stretch(each, each.get("polarity")): each for each in (*told.record["findings"], *told.record["directives"])}
    both = [(annotated[mine], found[theirs].what) for mine, theirs in pairs]
    yield "topic", _right(both, "topic")
    yield from _counted_figures(told, reading)
    for part in DIRECTIVES:
        yield part, _right([(mine, theirs) for mine, theirs in both if isinstance(theirs, Directive)], part)
    meeting = told.record["meeting"]
    met = [(meeting, reading.meeting.what)] if meeting and reading.meeting else []
    for part in MEETINGS:
        yield part, _right(met, part)


def _counted_figures(told: Told, reading: Reading) -> Iterator[tuple[str, Count]]:
    """Of figures: which numbers are any, those that are doubted left out; and the fields of those that both have."""
    both = figures(told, reading)
    looked = [each for each, mine in both if not doubted(each.rule) and (mine or figure_looked_at(told, each))]
    right = sum(mine is not None and not doubted(each.rule) for each, mine in both)
    yield "figure", Count(len(told.record["observations"]), len(looked), right)
    pairs = [(mine, each.what) for each, mine in both if mine]
    for part in FIGURES:
        yield part, _right(pairs, part)


def clauses(told: Told, reading: Reading) -> dict[Stretch, Find]:
    """Findings and directives as read; in a text told in part only those where somebody looked."""
    finds: tuple[Find, ...] = (*reading.findings, *reading.directives)
    found = {_span(each): each for each in finds}
    if whole(told.record):
        return found
    looked = looked_at(told.record)
    return {key: each for key, each in found.items() if any(start < key[1] and key[0] < end for start, end in looked)}


def _span(found: Any) -> Stretch:
    return found.span.start, found.span.end, KINDS[found.what.polarity if isinstance(found.what, Finding) else None]


def _stretch(find: Mapping[str, Any], polarity: str | None) -> Stretch:
    return find["span"]["start"], find["span"]["end"], KINDS[Polarity(polarity) if polarity else None]


def figures(told: Told, reading: Reading) -> list[tuple[Found[Observation], dict[str, Any] | None]]:
    """Figures as read, each with the one that people have of the same number in the same place."""
    left = list(told.record["observations"])
    places = ((each, _of_same_number(left, each)) for each in reading.observations)
    return [(each, None if at is None else left.pop(at)) for each, at in places]


def figure_looked_at(told: Told, found: Found[Observation]) -> bool:
    """Whether somebody looked at a number read as a figure that people do not have as one: all were looked at, or it was rejected."""
    rejected = [each for each in told.record.get("rejected", ()) if each["kind"] == "observation"]
    return whole_figures(told.record) or _of_same_number(rejected, found) is not None


def _of_same_number(finds: Sequence[dict[str, Any]], found: Found[Observation]) -> int | None:
    return of_number(finds, found.span.start, found.span.end, float(found.what.quantity.value))


def _right(pairs: Sequence[tuple[Mapping[str, Any], Any]], part: str) -> Count:
    """Of pairs of a find as people have it and what was read: in how many of those where somebody looked at the field it is the same."""
    field, same = FIELDS.get(part, part), SAME.get(part, _same_words)
    asked = [same(mine.get(field), getattr(theirs, field)) for mine, theirs in pairs if known(mine, field)]
    return Count(len(asked), len(asked), sum(asked))


def _same_words(mine: str | None, theirs: str | None) -> bool:
    """What a person would leave as it is."""
    return agreement(mine, theirs) == 1.0


def _same_chair(mine: Mapping[str, Any] | None, theirs: Chair | None) -> bool:
    return _same_words(mine["name"] if mine else None, theirs.name if theirs else None)


def _equal(mine: object, theirs: object) -> bool:
    return mine == theirs


SAME: dict[str, Callable[[Any, Any], bool]] = {"topic": _equal, "period": _equal, "deadline": _equal, "chair": _same_chair}
"""When two values of a field are the same, where it is not by their words."""
