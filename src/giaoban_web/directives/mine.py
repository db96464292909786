"""What waits for a person, the most pressing first: each a list of the register, so that its link leads to exactly these tasks.

A task that waits for several things is shown once, under the most pressing, with the others told beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.queries import granted_paths
from giaoban_web.directives.register import Asker, Line, in_order, lines, narrowed, tasks_of
from giaoban_web.directives.register_forms import RegisterFilter

FEW = 5
LED: Sequence[tuple[str, Any, Any]] = (
    ("part=lead&state=returned", _("Returned to you"), _("returned to you")),
    ("part=lead&kind=overdue&state=unreported", _("Overdue"), ""),
    ("part=lead&due=7&state=open", _("Due within a week"), ""),
    ("part=lead&state=issued", _("To acknowledge"), _("to acknowledge")),
)
SUPPORTED: Sequence[tuple[str, Any, Any]] = (("part=support&state=open", _("Where you support another"), _("you support it too")),)
DECIDED: Sequence[tuple[str, Any, Any]] = (
    ("part=accept&state=reported", _("Reports for you to accept"), _("its report waits for you")),
    ("part=answer&asked=waits", _("Extensions for you to answer"), _("an extension waits for your answer")),
)
DRAFTED: Sequence[tuple[str, Any, Any]] = (("state=draft", _("Drafts to finish"), _("a draft to finish")),)
"""Each with the query of its list, its heading, and what is told of a task shown above; "" where its row says so by itself."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row, and for what else it waits."""

    line: Line
    also: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Tasks that wait for the same thing: the first that are not shown above, how many there are, and the query of their list.

    above  how many of them are shown above
    """

    heading: Any
    rows: list[Shown]
    total: int
    above: int
    query: str

    @property
    def left(self) -> bool:
        """Whether there are more than are shown here and above."""
        return self.total > len(self.rows) + self.above


def waiting(user: Any, on: date, few: int = FEW) -> list[Waiting]:
    """What waits for `user`, by what she may do; nothing of what is empty, or shown above to the last task."""
    asker = Asker(user)
    asked = [*(LED if asker.own else ()), *DECIDED, *(SUPPORTED if asker.own else ())]
    asked += DRAFTED if granted_paths(user, "directives.draft") else ()
    shown: dict[int, Shown] = {}
    found = [_waiting(asker, on, each, few, shown) for each in asked]
    return [each for each in found if each.rows or each.left]


def _waiting(asker: Asker, on: date, asked: tuple[str, Any, Any], few: int, shown: dict[int, Shown]) -> Waiting:
    query, heading, beside = asked
    tasks = in_order(narrowed(asker, RegisterFilter(QueryDict(query))), "deadline")
    above = set(tasks.filter(pk__in=shown).values_list("pk", flat=True)) if shown else set()
    for key in above if beside else ():
        shown[key].also.append(beside)
    keys = list(tasks.exclude(pk__in=above).values_list("pk", flat=True)[: few + 1])
    rows = {line.task.pk: Shown(line) for line in lines(tasks_of(keys[:few]), on)}
    shown |= rows
    total = len(above) + (len(keys) if len(keys) <= few else tasks.exclude(pk__in=above).count())
    return Waiting(heading, list(rows.values()), total, len(above), f"{query}&sort=deadline")
