"""Shortcomings that earlier meetings named and nobody answered: no directive about it, no later strength that says it was mended.

Whether a wording speaks of a shortcoming is told by likeness, measured on corpus/spoken_of.tsv; or it names the same project, and its lead
is the body of which the shortcoming speaks.
"""

from collections.abc import Iterable, Iterator, Sequence

from giaoban.brief.brief import Unanswered
from giaoban.brief.given import GivenFinding, GivenTask
from giaoban.brief.lines import distinct
from giaoban.brief.same_project import by_project, names, projects
from giaoban.brief.wordings import Wordings
from giaoban.model import Polarity

NAMED_AGAIN, SPOKEN_OF, ELSEWHERE = 0.5, 0.45, 0.55
"""Likenesses from which two wordings name the same shortcoming, and from which words speak of it in the same field or in another."""


def unanswered(findings: Iterable[GivenFinding], tasks: Sequence[GivenTask]) -> tuple[Unanswered, ...]:
    """The shortcomings without an answer, those named most often first, of these the latest."""
    ordered = sorted(findings, key=lambda each: each.said_on)
    answers = _Answers([each for each in ordered if each.polarity is Polarity.STRENGTH], tasks)
    named = _named([each for each in ordered if each.polarity is Polarity.SHORTCOMING])
    found = (
        Unanswered(
            times[-1].wording,
            times[-1].topic,
            tuple(dict.fromkeys(each.said_on for each in times)),
            distinct(tuple(each.source for each in times)),
        )
        for times in named
        if not answers.to(times)
    )
    return tuple(sorted(found, key=lambda each: (-len(each.said_on), -each.said_on[-1].toordinal(), each.wording)))


def _named(shortcomings: Sequence[GivenFinding]) -> list[list[GivenFinding]]:
    """The same shortcoming each time it was named, the first time first."""
    known = Wordings(each.wording for each in shortcomings)
    found: list[list[GivenFinding]] = []
    whose: dict[int, int] = {}
    for at, each in enumerate(shortcomings):
        same = min((whose[earlier] for earlier, _likeness in known.alike(each.wording, NAMED_AGAIN) if earlier < at), default=len(found))
        if same == len(found):
            found.append([])
        found[same].append(each)
        whose[at] = same
    return found


class _Answers:
    """What may answer a shortcoming: strengths that were named, and tasks."""

    def __init__(self, strengths: Sequence[GivenFinding], tasks: Sequence[GivenTask]) -> None:
        self._strengths, self._tasks = strengths, tasks
        self._praised, self._asked = (Wordings(each.wording for each in several) for several in (strengths, tasks))
        self._built = by_project(each.wording for each in tasks)

    def to(self, times: Sequence[GivenFinding]) -> bool:
        """Whether it is answered: by a linked task, one asked no earlier or still to be done, or a strength named later."""
        last = times[-1]
        if any(each.answered for each in times):
            return True
        for at, alike in self._asked.alike(last.wording, SPOKEN_OF):
            task = self._tasks[at]
            if alike >= _least(task.topic == last.topic) and _in_time(task, times):
                return True
        if any(_in_time(task, times) and names(last.wording, task.lead) for task in self._on_what_it_names(last)):
            return True
        praised = ((self._strengths[at], alike) for at, alike in self._praised.alike(last.wording, SPOKEN_OF))
        return any(each.said_on > last.said_on and alike >= _least(each.topic == last.topic) for each, alike in praised)

    def _on_what_it_names(self, shortcoming: GivenFinding) -> Iterator[GivenTask]:
        """Tasks that name a project which the shortcoming names."""
        return (self._tasks[at] for each in projects(shortcoming.wording) for at in self._built.get(each, ()))


def _in_time(task: GivenTask, times: Sequence[GivenFinding]) -> bool:
    return task.given_on >= times[0].said_on or task.standing.done_on is None


def _least(same_field: bool) -> float:
    return SPOKEN_OF if same_field else ELSEWHERE
