"""What is filled in with each move of a task: one form, with the fields that its move needs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from giaoban.directives.states import Move
from giaoban_web.bodies.gone import Gone, each_once, gone_of
from giaoban_web.bodies.models import Body
from giaoban_web.criteria.fields import Offer
from giaoban_web.directives import aiming
from giaoban_web.directives.body_fields import NamedBody
from giaoban_web.directives.evidence import WORK, Piece
from giaoban_web.directives.figure_fields import FigureField, named
from giaoban_web.directives.file_fields import EvidenceFiles
from giaoban_web.directives.models import Direction, Directive
from giaoban_web.directives.moving_said import Extra, Part
from giaoban_web.directives.parts_after import OFFERED
from giaoban_web.directives.parts_after import WAYS as WAYS_BENEATH
from giaoban_web.directives.serving_changed import NONE
from giaoban_web.directives.task_numbers import TaskNumber, by_number
from giaoban_web.directives.words import MOVES
from giaoban_web.ledger.indicator_fields import IndicatorField
from giaoban_web.ledger.models import Entry, Indicator
from giaoban_web.records.models import Record
from giaoban_web.ui.fields import DayField, PercentField, WordsField
from giaoban_web.ui.numbers import whole

PARTS = 3
EVIDENCE = ("files", "link", "link_name", "figure", "record")
ATTACHED = ("files", "link", "link_name")
GROUPS: Mapping[str, Sequence[str]] = {
    "issue": ATTACHED,
    "acknowledge": ATTACHED,
    "start": ATTACHED,
    "progress": ("text", "percent", *EVIDENCE),
    "report": ("text", "percent", *EVIDENCE),
    "accept": ("text", *ATTACHED),
    "return": ("reason", *ATTACHED),
    "reopen": ("reason", *ATTACHED),
    "withdraw": ("reason", "beneath", *ATTACHED),
    "merge": ("into", "reason", "beneath", *ATTACHED),
    "cascade": (*(f"{name}_{number}" for number in range(PARTS) for name in ("body", "work", "day")), *ATTACHED),
    "ask_extension": ("until", "reason", *ATTACHED),
    "grant_extension": ("text", *ATTACHED),
    "refuse_extension": ("reason", *ATTACHED),
    "reassign": ("lead", "reason", *ATTACHED),
    "correct": ("deadline", "reason", *ATTACHED),
    "aim": (*aiming.SAID, "reason", *ATTACHED),
    "serve": ("criterion", "reason", *ATTACHED),
}
"""The fields of each move: to every one papers may be attached."""
SAID = ("text", "reason", "percent", "until", "deadline", *aiming.SAID, "criterion")
NO_ADDRESS = _("This is not the address of a page on the web. It begins with https://, as in https://example.vn/bao-cao.")
WAYS = [*Direction.choices, (aiming.WITHDRAWN, _("it shall move it no more"))]
MADE: Mapping[str, Callable[..., forms.Field]] = {
    "text": lambda **asked: WordsField(label=_("In words"), **asked),
    "reason": lambda **asked: WordsField(label=_("Reason"), most=2000, **asked),
    "percent": lambda **asked: PercentField(label=_("Done, percent"), **asked),
    "until": lambda **asked: DayField(label=_("Until"), **asked),
    "deadline": lambda **asked: DayField(label=_("New deadline"), **asked),
    "into": lambda **asked: TaskNumber(label=_("Into task"), help_text=_("Choose it from the list, or type its number."), **asked),
    "files": lambda **asked: EvidenceFiles(label=_("Files"), help_text=_("Documents, sheets, pictures; each to 20 MB."), **asked),
    "link": lambda **asked: forms.CharField(
        label=_("Link"), max_length=1000, validators=[URLValidator(["http", "https"], message=NO_ADDRESS)], widget=forms.URLInput, **asked
    ),
    "link_name": lambda **asked: forms.CharField(label=_("Name of the link"), max_length=200, **asked),
    "figure": lambda **asked: forms.ChoiceField(label=_("Figure of the ledger"), **asked),
    "searched": lambda **asked: FigureField(
        label=_("Figure of the ledger"), help_text=_("Type a part of the name of its indicator."), max_length=400, **asked
    ),
    "record": lambda **asked: forms.ModelChoiceField(label=_("Record"), queryset=Record.objects.none(), empty_label=_("none"), **asked),
    "beneath": lambda **_asked: forms.ChoiceField(),
    "lead": lambda **asked: NamedBody(label=_("New lead"), **asked),
    "body": lambda **asked: NamedBody(label=_("To the body"), **asked),
    "work": lambda **asked: WordsField(label=_("Its part of the work"), most=2000, rows=2, **asked),
    "day": lambda **asked: DayField(label=_("Last day"), **asked),
    "indicator": lambda **asked: IndicatorField(label=_("Indicator"), help_text=_("Type a part of its name."), **asked),
    "direction": lambda **asked: forms.ChoiceField(label=_("Direction"), choices=WAYS, **asked),
    "value": lambda **asked: forms.CharField(label=_("Value"), max_length=40, **asked),
    "by_on": lambda **asked: DayField(label=_("To be reached by"), **asked),
    "criterion": lambda **asked: forms.ChoiceField(label=_("Criterion it serves"), **asked),
}


class MoveForm(forms.Form):
    """A form for one move.

    seen     the version of the task that the person saw; a form that was sent brings its own
    held     whether evidence that counts has been brought before
    tasks    those into which it may be merged, near: the likeliest
    figures, records   what may be brought as evidence beside files and links
    searched figures among which one is found by typing, where there are no `figures`
    criteria those that it may serve; serves: the key of the one that it serves now
    leading  whether it is the next step, which stands out among the others
    open_parts  handed down from it: what becomes of them is asked with a move that ends it
    gone     bodies that are no more by then, of which she is asked before it is sent; later: so of parts that end after the whole;
             numbered: so of a task that she named by its number alone
    """

    leading = False
    gone: Sequence[Gone] = ()
    later: Sequence[Part] = ()
    numbered: Directive | None = None

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        move: Move,
        seen: int,
        tasks: QuerySet[Directive] | None = None,
        near: Sequence[str] = (),
        held: bool = False,
        figures: Sequence[Entry] = (),
        searched: Sequence[Entry] = (),
        records: QuerySet[Record] | None = None,
        criteria: Offer = (),
        serves: str = "",
        open_parts: int = 0,
    ) -> None:
        super().__init__(data, files, auto_id=f"{move.name}_%s")
        self.move, self._held, self._figures = move, held, {_key(each): each for each in figures}
        self.seen = whole((data or {}).get("seen")) or 0 if self.is_bound else seen
        offered = {"figure": bool(figures or searched), "record": records is not None and records.exists(), "beneath": open_parts > 0}
        for name in GROUPS.get(move.name, ()):
            kind = name.rpartition("_")[0] if name.rpartition("_")[2].isdigit() else name
            if offered.get(kind, True):
                made = "searched" if kind == "figure" and not figures else kind
                self.fields[name] = MADE[made](required=name in move.needs)
        self._offer(tasks, near, records, searched)
        if "beneath" in self.fields:
            self.fields["beneath"] = beneath_field(move.name, open_parts)
        if "criterion" in self.fields:
            self.fields["criterion"].choices = [("", _("choose")), (NONE, _("it serves no criterion any more")), *criteria]
            self.fields["criterion"].initial = serves

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        for number in range(PARTS) if "body_0" in self.fields else ():
            self._refuse_without_body(number)
        if "evidence" in self.move.needs and not (self._held or self._pieces() or self.errors.keys() & {*EVIDENCE}):
            self.add_error(None, _("A report needs at least one piece of evidence. Choose a file, or give a link, a figure or a record."))
        return kept

    def _refuse_without_body(self, number: int) -> None:
        body = f"body_{number}"
        if not self[body].data and (self[f"work_{number}"].data or self[f"day_{number}"].data) and body not in self.errors:
            self.add_error(body, _("To which body does this part go? Name it, or empty the line."))

    @property
    def label(self) -> Any:
        return MOVES[self.move.name]

    @property
    def brought(self) -> list[str]:
        """Names of files that were sent with it: a browser does not send them again by itself."""
        return [file.name for file in self["files"].data or ()] if self.is_bound and "files" in self.fields else []

    @property
    def asks(self) -> bool:
        """Whether the move asks for anything: else it is made by one button."""
        return len(self.fields) > len(self.papers())

    def own(self) -> list[forms.BoundField]:
        """The fields of the move itself, without those for papers."""
        return [field for field in self if field not in self.papers()]

    def papers(self) -> list[forms.BoundField]:
        """Where papers are attached to the move; none where what is brought is evidence."""
        return [] if self.move.name in WORK else [self[name] for name in ATTACHED if name in self.fields]

    def rows(self) -> list[list[forms.BoundField]]:
        """The fields of each part that may be handed down."""
        return [[self[f"{name}_{number}"] for name in ("body", "work", "day")] for number in range(PARTS)]

    def filled(self) -> list[tuple[Any, str]]:
        """What she wrote, field by field, as she wrote it."""
        written = ((field.label, field.data) for field in self if field.name != "files")
        return [(label, str(text)) for label, text in written if text]

    def said(self) -> dict[str, Any]:
        """The words of the event; only for a valid form."""
        told = {name: self.cleaned_data.get(name) for name in SAID}
        return {name: _plain(value) for name, value in told.items() if value not in (None, "")}

    def extra(self) -> Extra:
        """What comes with the move besides words: evidence, the task merged into, parts, a new lead."""
        return Extra(
            self._pieces(),
            self.cleaned_data.get("into"),
            self._parts(),
            self.cleaned_data.get("lead"),
            self.cleaned_data.get("beneath", ""),
        )

    def doubt(self, last_day: date, whole: date | None) -> bool:
        """Whether something has to be looked at before it is sent, which is kept for the page; never where she sends it anyway.

        last_day   by which a body must stand where its part names no day; whole: the deadline of the task
        """
        if "anyway" in self.data:
            return False
        extra = self.extra()
        named = [(extra.lead, last_day), *((part.body, part.deadline_on or last_day) for part in extra.parts)]
        self.gone = each_once(gone_of({number: ([body], day) for number, (body, day) in enumerate(named)}).values())
        self.later = [part for part in extra.parts if whole and part.deadline_on and part.deadline_on > whole]
        self.numbered = extra.into if "into" in self.fields and by_number(self["into"].data) else None
        return bool(self.gone or self.later or self.numbered)

    def _pieces(self) -> list[Piece]:
        kept = self.cleaned_data
        pieces = [Piece(file.name, file=file) for file in kept.get("files") or ()]
        if link := kept.get("link"):
            pieces.append(Piece(kept.get("link_name") or link, url=link))
        chosen = kept.get("figure")
        if figure := chosen if isinstance(chosen, Entry) else self._figures.get(chosen or ""):
            pieces.append(Piece(named(figure), entry=figure))
        if record := kept.get("record"):
            pieces.append(Piece(str(record), record=record))
        return pieces

    def _parts(self) -> list[Part]:
        rows = ([self.cleaned_data.get(f"{name}_{number}") for name in ("body", "work", "day")] for number in range(PARTS))
        return [Part(body, work or "", day) for body, work, day in rows if body]

    def _offer(
        self, tasks: QuerySet[Directive] | None, near: Sequence[str], records: QuerySet[Record] | None, searched: Sequence[Entry]
    ) -> None:
        for field in self.fields.values():
            if isinstance(field, NamedBody):
                field.offer(Body.objects.standing())
            if isinstance(field, TaskNumber) and tasks is not None:
                field.offer(tasks, near)
            if isinstance(field, FigureField):
                field.offer(searched, f"{self.move.name}_figures")
        if "figure" in self.fields and not searched:
            self.fields["figure"].choices = [("", _("none")), *((key, named(each)) for key, each in self._figures.items())]
        if "record" in self.fields:
            self.fields["record"].queryset = records


def beneath_field(name: str, open_parts: int) -> forms.ChoiceField:
    """Asks what becomes of so many open parts with a move that ends their whole."""
    label = ngettext("%(count)d part handed down is still open", "%(count)d parts handed down are still open", open_parts)
    return forms.ChoiceField(label=label % {"count": open_parts}, choices=[(way, WAYS_BENEATH[way]) for way in OFFERED[name]])


def _plain(value: Any) -> Any:
    """The value as it is stored with an event: the key of an indicator, a day in ISO form."""
    if isinstance(value, Indicator):
        return value.key
    return value.isoformat() if hasattr(value, "isoformat") else value


def _key(entry: Entry) -> str:
    return f"{entry.place_id}-{entry.line_id}-{entry.period_id}-{entry.number}"
