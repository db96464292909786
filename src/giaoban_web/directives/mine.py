"""What waits for a person, the most pressing first: each a list of the register, so that its link leads to exactly these tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.queries import granted_paths
from giaoban_web.directives.register import Asker, Line, in_order, lines, narrowed, with_row
from giaoban_web.directives.register_forms import RegisterFilter

FEW = 5
LED: Sequence[tuple[str, Any]] = (
    ("part=lead&state=returned", _("Returned to you")),
    ("part=lead&kind=overdue&state=open", _("Overdue")),
    ("part=lead&due=7&state=open", _("Due within a week")),
    ("part=lead&state=issued", _("To acknowledge")),
)
SUPPORTED: Sequence[tuple[str, Any]] = (("part=support&state=open", _("Where you support another")),)
DECIDED: Sequence[tuple[str, Any]] = (
    ("part=accept&state=reported", _("Reports for you to accept")),
    ("part=answer&asked=waits", _("Extensions for you to answer")),
)
DRAFTED: Sequence[tuple[str, Any]] = (("state=draft", _("Drafts to finish")),)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Tasks that wait for the same thing: the first of them, how many there are, and the query of their list."""

    heading: Any
    lines: list[Line]
    total: int
    query: str


def waiting(user: Any, on: date, few: int = FEW) -> list[Waiting]:
    """What waits for `user`, by what she may do; nothing of what is empty."""
    asker = Asker(user)
    asked = [*(LED if asker.own else ()), *DECIDED, *(SUPPORTED if asker.own else ())]
    asked += DRAFTED if granted_paths(user, "directives.draft") else ()
    found = (_waiting(asker, on, query, heading, few) for query, heading in asked)
    return [each for each in found if each.total]


def _waiting(asker: Asker, on: date, query: str, heading: Any, few: int) -> Waiting:
    tasks = in_order(narrowed(asker, RegisterFilter(QueryDict(query))), "deadline")
    first = with_row(tasks[: few + 1])
    total = len(first) if len(first) <= few else tasks.count()
    return Waiting(heading, lines(first[:few], on), total, f"{query}&sort=deadline")
