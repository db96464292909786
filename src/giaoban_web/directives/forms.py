"""What an office fills in about a task before it is issued."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.choices import flatten_choices
from django.utils.text import capfirst, format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoban.directives.task import Task
from giaoban.messages import say
from giaoban.model import Force, Refused, Topic
from giaoban_web.bodies.models import Body
from giaoban_web.criteria.fields import CriterionField, SoughtLine, key_of, offer
from giaoban_web.directives.body_fields import NamedBody
from giaoban_web.directives.models import Directive
from giaoban_web.directives.supporters_told import MOST
from giaoban_web.directives.terms import Terms, refuse_before_given
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find
from giaoban_web.records.words import FORCES, TOPICS
from giaoban_web.ui.fields import DayField, WordsField

SUPPORTING = MOST
"""Supporting bodies that fit into the form; three lines are shown, and one more than are filled."""
BODIES = ("lead", "watcher", "acceptor", "issuer_body")
SEEKING = ("serves_like",)
"""Fields by which something is looked for: they say nothing of the task."""
PLAIN = ("work", "issuer", "product", "authority", "deadline", "deadline_on", "given_on", "criterion")


class ShortcomingChoice(forms.ModelMultipleChoiceField):
    """Shortcomings that people confirmed, told in the words of their record."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, find: Any) -> str:
        return capfirst(words_of(find))


class TaskForm(forms.Form):
    """The terms of a task.

    near          where a body is looked for first, when several bear its name
    shortcomings  those of the same meeting, of which it may answer some
    """

    work = WordsField(
        label=_("Work to be done"),
        required=False,
        help_text=_("Only where the wording does not say it: what a desk can do and be seen to have done."),
    )
    lead = NamedBody(label=_("Lead"), required=False, help_text=_("Exactly one body or post. Type a part of its name."))
    deadline = forms.CharField(label=_("Deadline as worded"), required=False, max_length=200)
    deadline_on = DayField(label=_("Last day"), required=False)
    product = forms.CharField(
        label=_("Product"), required=False, max_length=500, help_text=_("What shall lie on the table: a document, a work, a number.")
    )
    authority = forms.CharField(label=_("Who decides"), required=False, max_length=300)
    acceptor = NamedBody(label=_("Acceptor"), required=False, help_text=_("Never the lead. Left empty, the issuing office accepts."))
    watcher = NamedBody(label=_("Watcher"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), choices=[(each.value, TOPICS[each]) for each in Topic], initial=Topic.OTHER.value)
    force = forms.ChoiceField(label=_("Force"), choices=[(each.value, FORCES[each]) for each in Force], initial=Force.ORDER.value)
    given_on = DayField(label=_("Given on"), required=False)
    issuer = forms.CharField(label=_("Issuer as worded"), required=False, max_length=300)
    issuer_body = NamedBody(label=_("Issuing body"), required=False, help_text=_("It may answer a request for an extension."))
    serves_like = forms.CharField(
        label=_("Find a criterion"),
        required=False,
        max_length=100,
        widget=SoughtLine("id_serves", "id_given_on"),
        help_text=_("Number or words; left empty, the list holds the sets in force on the day it is given."),
    )
    serves = CriterionField(label=_("Criterion it serves"), required=False)
    criterion = forms.CharField(
        label=_("Another criterion, in words"),
        required=False,
        max_length=120,
        help_text=_("Where no set has it: one of the province's own."),
    )
    shortcomings = ShortcomingChoice(label=_("Shortcomings it answers"), queryset=Find.objects.none(), required=False)

    def __init__(self, data: Any = None, *, near: Place | None, shortcomings: QuerySet[Find] | None = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        for number in range(SUPPORTING):
            self.fields[f"supporting_{number}"] = NamedBody(
                label=format_lazy(_("Supporting body {number}"), number=number + 1), required=False
            )
        for name in self._naming():
            self.fields[name].offer(Body.objects.standing(), near)
        self.fields["serves"].offer(offer(self["serves_like"].value() or "", self.given(), self["serves"].value() or ""))
        self.fields["shortcomings"].queryset = shortcomings if shortcomings is not None else Find.objects.none()

    def terms(self) -> Terms:
        """The terms that were filled in; only for a valid form."""
        kept = self.cleaned_data
        told = {name: kept[name] for name in (*BODIES, *PLAIN)}
        told["criterion_set"], told["criterion_number"] = kept["serves"].key if kept["serves"] else ("", "")
        supporting = [each for number in range(SUPPORTING) if (each := kept[f"supporting_{number}"])]
        return Terms(
            topic=Topic(kept["topic"]), force=Force(kept["force"]), supporting=supporting, shortcomings=list(kept["shortcomings"]), **told
        )

    def named_bodies(self) -> list[Any]:
        """The bodies named so far, of whatever part; only after `is_valid` was asked."""
        return [self.cleaned_data.get(name) for name in self._naming()]

    def given(self) -> date:
        """The day on which it is given, as far as it is filled in rightly; else today."""
        try:
            day: date | None = self.fields["given_on"].clean(self["given_on"].value())
        except forms.ValidationError:
            day = None
        return day or timezone.localdate()

    def task(self, wording: str) -> Task:
        """As far as it can be judged while it is typed, valid or not; a lead that no body bears counts as its words."""
        self.is_valid()
        kept = self.cleaned_data
        lead, acceptor, day = kept.get("lead"), kept.get("acceptor"), kept.get("deadline_on")
        supporting = tuple(each.name for number in range(SUPPORTING) if (each := kept.get(f"supporting_{number}")))
        return Task(
            kept.get("work") or wording,
            lead=lead.name if lead else (self["lead"].data or "").strip() or None,
            supporting=supporting,
            deadline=day.isoformat() if day else None,
            product=kept.get("product") or None,
            authority=kept.get("authority") or (acceptor.name if acceptor else None),
            topic=Topic(kept.get("topic") or Topic.OTHER),
            worded=kept.get("deadline") or "",
        )

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if kept.get("lead") and kept.get("lead") == kept.get("acceptor"):
            self.add_error("acceptor", _("The lead cannot accept its own work. Choose another."))
        try:
            refuse_before_given(kept.get("deadline_on"), kept.get("given_on"))
        except Refused as refused:
            self.add_error("deadline_on", say(refused, get_language() or "vi"))
        return kept

    def wrong_days(self) -> list[forms.BoundField]:
        """The fields in which something other than a day stands, or a deadline before the day it was given."""
        return [field for field in self if isinstance(field.field, DayField) and field.errors]

    def helpers(self) -> list[forms.BoundField]:
        """The lines for supporting bodies that are shown."""
        lines = [self[f"supporting_{number}"] for number in range(SUPPORTING)]
        filled = max((number + 1 for number, line in enumerate(lines) if line.value()), default=0)
        return lines[: max(3, filled + 1)]

    def as_typed(self, **changes: str) -> "TaskForm":
        """The same form, with what was typed and `changes` in it, and nothing said of what is wrong."""
        typed = {name: self[name].data for name in self.fields}
        return type(self)(initial=typed | changes, **self.made_with())

    def made_with(self) -> dict[str, Any]:
        """The arguments with which another form for the same task is made."""
        return {"near": self.fields["lead"].near, "shortcomings": self.fields["shortcomings"].queryset}

    def _naming(self) -> list[str]:
        return [*BODIES, *(f"supporting_{number}" for number in range(SUPPORTING))]


def words_of(find: Find) -> str:
    """The words of its record that a confirmed find stands on."""
    return str(find.record.text[find.standing.start : find.standing.end])


def initial_of(directive: Directive) -> dict[str, Any]:
    """The values with which the form of an existing draft begins."""
    told: dict[str, Any] = {name: getattr(directive, name) for name in (*BODIES, *PLAIN, "topic", "force")}
    told["deadline_on"] = directive.first_deadline_on
    told |= {f"supporting_{number}": each for number, each in enumerate(directive.supporting.all()[:SUPPORTING])}
    told["serves"] = key_of(directive.serves) if directive.serves else ""
    return told | {"shortcomings": list(directive.shortcomings.values_list("pk", flat=True))}


def differences(mine: TaskForm, now: TaskForm) -> list[tuple[Any, str, str]]:
    """Where two filled forms differ: the name of the field, what the first says, what the second says."""
    names = (name for name in mine.fields if name in now.fields and name not in SEEKING)
    told = ((mine[name].label, _told(mine[name]), _told(now[name])) for name in names)
    return [each for each in told if each[1] != each[2]]


def _told(field: forms.BoundField) -> str:
    """What stands in a field, as a person reads it."""
    value = field.value()
    choices: Mapping[str, Any] = {str(key): label for key, label in flatten_choices(getattr(field.field, "choices", ()))}
    values = value if isinstance(value, list | tuple) else [value]
    shown = [str(choices.get(str(each), field.field.prepare_value(each))) for each in values if each not in (None, "")]
    if isinstance(field.field, DayField):
        shown = [each if "/" in each else field.field.widget.format_value(value) or "" for each in shown]
    return "; ".join(shown)
