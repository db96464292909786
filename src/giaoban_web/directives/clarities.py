"""The clarities that this office asks of a task, judged by the core."""

from collections.abc import Sequence

from django.conf import settings

from giaoban.directives.clarity import Clarity, Degree, Verdict, check
from giaoban.directives.task import Task


def asked() -> tuple[Clarity, ...]:
    """Those that the office asks: six, unless the setting CLARITIES names fewer ("5 rõ")."""
    return tuple(Clarity(each) for each in settings.CLARITIES)


def verdicts(task: Task) -> Sequence[Verdict]:
    """What this office asks of a task, each judged clear, vague or missing."""
    return check(task, asked())


def lacking(task: Task) -> int:
    """The number of clarities that are missing or vague."""
    return sum(each.degree is not Degree.CLEAR for each in verdicts(task))
