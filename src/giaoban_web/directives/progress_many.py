"""Progress of many tasks at once: those open to a person, what a sheet says of them, and the events that come of it.

A sheet is the one that the page gives out, filled in; another one with the number of the task, a share and words does as well, told by
the headings. What it says is shown in the form first: nothing is written before it is sent.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from giaoban.directives import states
from giaoban.directives.states import State
from giaoban.exchange.secrecy import refuse_if_secret
from giaoban.exchange.sheets.grid import Grid, grids
from giaoban.model import Refused
from giaoban.reference.folding import fold
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.queries import acting, capacities_of, listed, visible_to
from giaoban_web.errors import Conflict
from giaoban_web.ui.numbers import whole

MOST = 200
LARGEST = 5 * 1024 * 1024
OPEN = (State.ISSUED, State.ACKNOWLEDGED, State.IN_PROGRESS, State.RETURNED)
NUMBER, WORDING, DUE, BEFORE, PERCENT, TEXT = COLUMNS = (
    gettext_noop("Number of the task"),
    gettext_noop("Task"),
    gettext_noop("Deadline"),
    gettext_noop("Percent so far"),
    gettext_noop("Percent now"),
    gettext_noop("What was done, what hinders"),
)
"""The headings of the sheet that is given out."""
ALIKE: Mapping[str, Sequence[str]] = {
    NUMBER: ("so nhiem vu", "nhiem vu so", "ma nhiem vu", "so"),
    PERCENT: ("tien do moi", "ty le hoan thanh", "tien do", "%"),
    TEXT: ("ket qua", "noi dung bao cao", "tinh hinh thuc hien"),
}
"""Other beginnings of headings that mean the same, without accents: whoever keeps a sheet of her own has these."""


@dataclass(slots=True)
class Line:
    """One task in the form.

    percent, text  as typed, or as a sheet says them
    refused        why what was sent of it was not taken; None before, and where nothing is wrong
    """

    task: Directive
    percent: str = ""
    text: str = ""
    refused: Refused | None = None

    @property
    def filled(self) -> bool:
        return bool(self.percent or self.text)


@dataclass(frozen=True, slots=True)
class Read:
    """What a sheet says: by number of the task, and the rows that name no task that is open to her."""

    said: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    strange: Sequence[tuple[int, str]] = ()


def lines(user: Any) -> list[Line]:
    """The tasks on whose progress she may report, the nearest deadline first."""
    one = acting(user)
    found = visible_to(user).filter(state__in=[each.value for each in OPEN])
    rows = listed(found).select_related("acceptor").order_by("deadline_on", "pk")
    mine = (task for task in rows if any(each.name == "progress" for each in states.allowed(task.standing, capacities_of(one, task))))
    return [Line(task) for task, _at in zip(mine, range(MOST), strict=False)]


def row(line: Line) -> list[Any]:
    """The line as the sheet that is given out has it."""
    task = line.task
    return [task.pk, str(task), task.deadline_on, task.percent, line.percent, line.text]


def read(data: bytes, open_to: Sequence[Line]) -> Read:
    """What a sheet says of these tasks. Refused for a secret, for what is no sheet, and for one without the columns."""
    if len(data) > LARGEST:
        raise Refused("upload-too-large", limit=LARGEST // 1024**2)
    refuse_if_secret(data, None)
    known = {each.task.pk for each in open_to}
    for grid in grids(data):
        if (found := _columns(grid)) is not None:
            return _read(grid, *found, known)
    raise Refused("progress-sheet-without-columns")


def _read(grid: Grid, heading: int, at: Mapping[str, int], known: set[int]) -> Read:
    said: dict[int, tuple[str, str]] = {}
    strange: list[tuple[int, str]] = []
    for number, cells in grid.rows.items():
        percent, text = (cells.get(at[name], "") if name in at else "" for name in (PERCENT, TEXT))
        if number <= heading or not (percent or text):
            continue
        named = cells.get(at[NUMBER], "")
        key = whole(named)
        if key in known:
            said[key] = percent.removesuffix("%").strip(), text
        else:
            strange.append((number, named))
    return Read(said, strange)


def _columns(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """The row of headings with the columns that are wanted; None where a sheet has no numbers of tasks, or nothing to say of them."""
    for number in list(grid.rows)[:20]:
        heading = {column: fold(text) for column, text in grid.heading(number).items()}
        at = {name: column for name in (NUMBER, PERCENT, TEXT) if (column := _column(heading, name)) is not None}
        if NUMBER in at and len(at) > 1:
            return number, at
    return None


def _column(heading: Mapping[int, str], name: str) -> int | None:
    exact = _in_both(name)
    same = [column for column, text in heading.items() if text in exact]
    like = [column for begins in ALIKE[name] for column, text in heading.items() if text == begins or text.startswith(f"{begins} ")]
    return next(iter([*same, *like]), None)


def _in_both(name: str) -> set[str]:
    found = set()
    for language in ("vi", "en"):
        with override(language):
            found.add(fold(_(name)))
    return found


def send(open_to: Sequence[Line], seen: Mapping[int, int], by: Any) -> Iterator[Line]:
    """Report on every line that is filled in, each for itself; gives those that were not taken, with why, their words kept."""
    for line in open_to:
        if line.filled and line.task.pk in seen:
            try:
                said = {"text": line.text, **({"percent": line.percent} if line.percent else {})}
                move(directive=line.task, name="progress", seen=seen[line.task.pk], by=by, said=said, on=timezone.localdate())
            except Conflict as changed:
                line.refused = Conflict("task-changed-among-many", **changed.values)
                yield line
            except Refused as refused:
                line.refused = refused
                yield line
