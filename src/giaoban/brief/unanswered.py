"""Shortcomings that earlier meetings named and nobody answered: no directive about it, no later strength that says it was mended.

Whether a wording speaks of a shortcoming is told by likeness; measured on corpus/spoken_of.tsv.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from giaoban.brief.brief import Unanswered
from giaoban.brief.given import GivenFinding, GivenTask
from giaoban.brief.lines import distinct
from giaoban.directives.likeness import likeness
from giaoban.model import Polarity

NAMED_AGAIN, SPOKEN_OF, ELSEWHERE = 0.5, 0.45, 0.55
"""Likenesses from which two wordings name the same shortcoming, and from which words speak of it in the same field or in another."""


@dataclass(slots=True)
class _Named:
    """A shortcoming each time it was named, the first time first."""

    times: list[GivenFinding] = field(default_factory=list)


def unanswered(findings: Iterable[GivenFinding], tasks: Sequence[GivenTask]) -> tuple[Unanswered, ...]:
    """The shortcomings without an answer, those named most often first, of these the latest."""
    ordered = sorted(findings, key=lambda each: each.said_on)
    strengths = [each for each in ordered if each.polarity is Polarity.STRENGTH]
    open_ones = (
        named.times
        for named in _named(each for each in ordered if each.polarity is Polarity.SHORTCOMING)
        if not _answered(named.times, strengths, tasks)
    )
    found = (
        Unanswered(
            times[-1].wording,
            times[-1].topic,
            tuple(dict.fromkeys(each.said_on for each in times)),
            distinct(tuple(each.source for each in times)),
        )
        for times in open_ones
    )
    return tuple(sorted(found, key=lambda each: (-len(each.said_on), -each.said_on[-1].toordinal(), each.wording)))


def _named(shortcomings: Iterable[GivenFinding]) -> list[_Named]:
    found: list[_Named] = []
    for each in shortcomings:
        same = next((named for named in found if any(_alike(one.wording, each.wording, NAMED_AGAIN) for one in named.times)), None)
        if same is None:
            found.append(same := _Named())
        same.times.append(each)
    return found


def _answered(times: Sequence[GivenFinding], strengths: Iterable[GivenFinding], tasks: Iterable[GivenTask]) -> bool:
    """Linked by a person; asked for at the same meeting or later, or earlier and still to be done; or praised later."""
    last = times[-1]
    if any(each.answered for each in times):
        return True
    asked = (task for task in tasks if task.given_on >= times[0].said_on or task.standing.done_on is None)
    if any(speaks(last.wording, task.wording, same_field=task.topic == last.topic) for task in asked):
        return True
    return any(
        each.said_on > last.said_on and speaks(last.wording, each.wording, same_field=each.topic == last.topic) for each in strengths
    )


def speaks(shortcoming: str, wording: str, *, same_field: bool) -> bool:
    """Whether the words of a task or a strength speak of that shortcoming."""
    return _alike(shortcoming, wording, SPOKEN_OF if same_field else ELSEWHERE)


def _alike(one: str, two: str, least: float) -> bool:
    return likeness(one, two) >= least
