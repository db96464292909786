"""Many drafts completed in one table: who leads, watches and accepts each, and by when. What is wrong in one row holds up no other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoban.directives.states import State
from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.accounts.queries import granted_paths
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions, terms
from giaoban_web.directives.body_fields import NamedBody
from giaoban_web.directives.hints import Hint, hints
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import lying, visible_to
from giaoban_web.directives.terms import refuse_before_given
from giaoban_web.errors import Conflict
from giaoban_web.ui.fields import DayField

MOST = 40
BODIES = ("lead", "watcher", "acceptor")
NAMES = (*BODIES, "deadline_on")


class RowForm(forms.Form):
    """What is settled about one draft; of the `task`, or with none what is said for all rows that are left empty."""

    lead = NamedBody(label=_("Lead"), required=False)
    watcher = NamedBody(label=_("Watcher"), required=False)
    acceptor = NamedBody(label=_("Acceptor"), required=False)
    deadline_on = DayField(label=_("Last day"), required=False)

    def __init__(self, data: Any = None, *, task: Directive | None = None, **rest: Any) -> None:
        super().__init__(data, initial=stands(task) if task else {}, prefix=f"{task.pk}" if task else "all", **rest)
        self.task = task
        near = (task.meeting.place if task.meeting else task.place) if task else None
        for name in BODIES:
            self.fields[name].offer(Body.objects.standing(), near)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if kept.get("lead") and kept.get("lead") == kept.get("acceptor"):
            self.add_error("acceptor", _("The lead cannot accept its own work. Choose another."))
        try:
            refuse_before_given(kept.get("deadline_on"), self.task.given_on if self.task else None)
        except Refused as refused:
            self.add_error("deadline_on", say(refused, get_language() or "vi"))
        return kept

    def shown(self, name: str) -> str:
        """What stands in a field, as it is sent."""
        value = self.fields[name].prepare_value(self[name].value())
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")


@dataclass(slots=True)
class Row:
    """A draft in the table.

    seen      the version that was seen; refused: why what was sent was not kept
    hints     by field, those for what is empty; filled: the fields that a hint, or what was said for all, has just filled
    now       by field how it stands, where somebody else changed it meanwhile
    """

    task: Directive
    form: RowForm
    seen: int
    refused: Refused | None = None
    hints: Mapping[str, Hint] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()
    now: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> dict[str, Any]:
        """The four as they are typed, as far as they are understood."""
        if not self.form.is_bound:
            return dict(self.form.initial)
        self.form.is_valid()
        return dict(self.form.cleaned_data)

    @property
    def open(self) -> bool:
        return bool(self.task.state == State.DRAFT)

    @property
    def wrong(self) -> bool:
        return self.refused is not None or (self.form.is_bound and bool(self.form.errors))

    @property
    def cells(self) -> Iterator[tuple[Any, Hint | None, bool, str]]:
        """Each field with its hint, whether it was just filled, and how it stands where somebody else changed it."""
        return ((self.form[name], self.hints.get(name), name in self.filled, self.now.get(name, "")) for name in NAMES)


def drafts(user: Any) -> QuerySet[Directive]:
    """The drafts that the person may change, those without a lead or a day first, in the order of their records."""
    found = visible_to(user).filter(lying(granted_paths(user, "directives.draft")), state=State.DRAFT)
    lacking = Case(When(Q(lead=None) | Q(first_deadline_on=None), then=0), default=1)
    return loaded(found).order_by(lacking, "meeting", "find__record", "find__standing__start", "pk")


def loaded(found: QuerySet[Directive]) -> QuerySet[Directive]:
    """With all that the table shows of them."""
    bodies = ("lead__place", "watcher__place", "acceptor__place", "issuer_body")
    return found.select_related("place", "meeting__place", "find__standing", *bodies).prefetch_related("supporting", "shortcomings")


def stands(task: Directive) -> dict[str, Any]:
    """What the four fields of a draft hold."""
    return {"lead": task.lead, "watcher": task.watcher, "acceptor": task.acceptor, "deadline_on": task.first_deadline_on}


def hinted(rows: Sequence[Row], user: Any) -> None:
    """Put into each open row the hints for those of its fields that are empty."""
    open_rows = [row for row in rows if row.open]
    found = hints(user, [row.task for row in open_rows], {row.task.pk: row.told.get("lead") for row in open_rows}, timezone.localdate())
    for row in open_rows:
        first = {each.field: each for each in reversed(found[row.task.pk])}
        row.hints = {name: each for name, each in first.items() if not row.form.shown(name)}


def filled(row: Row, values: Mapping[str, str]) -> Row:
    """The row with `values` in those of its fields that are empty; nothing is kept."""
    typed = {name: row.form.shown(name) for name in NAMES}
    new = {name: value for name, value in values.items() if value and not typed[name]}
    data = {f"{row.task.pk}-{name}": value for name, value in (typed | new).items()}
    return Row(row.task, RowForm(data, task=row.task), row.seen, filled=row.filled | frozenset(new))


def keep(rows: Iterable[Row], by: Any) -> int:
    """Keep what was changed in each row; one that cannot be kept says why in itself. Gives how many were kept."""
    return sum(_kept(row, by) for row in rows)


def _kept(row: Row, by: Any) -> bool:
    if not row.form.has_changed() or not row.form.is_valid():
        return False
    try:
        told = {name: row.form.cleaned_data[name] for name in NAMES}
        return actions.change(directive=row.task, terms=terms.of(row.task, **told), seen=row.seen, by=by).version != row.seen
    except Conflict as changed:
        row.refused = Conflict("task-changed-among-many", **changed.values)
        fresh = RowForm(task=loaded(Directive.objects.filter(pk=row.task.pk)).get())
        row.now = {name: fresh.shown(name) or "—" for name in NAMES if fresh.shown(name) != row.form.shown(name)}
        return False
    except Refused as refused:
        row.refused = refused
        return False
