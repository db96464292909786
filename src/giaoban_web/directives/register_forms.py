"""What the register can be narrowed by. Everything stands in the address; what is not understood is left out."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from giaoban.directives.counting import Kind
from giaoban.directives.states import State
from giaoban.model import Refused, Topic
from giaoban_web.directives.models import SavedView
from giaoban_web.directives.words import KINDS, STATES
from giaoban_web.records.words import TOPICS
from giaoban_web.ui.fields import DayField, RowField
from giaoban_web.ui.filters import Filter

ANY = ("", _("all"))
OPEN, UNREPORTED = "open", "unreported"
"""What is still to be done; and of that what its lead has not reported as done."""
MAIN = ("q", "lead", "place", "state", "kind")
"""The fields that are shown at once; the others stand behind "more"."""
HIDDEN = ("body", "at", "meeting", "serves")
BUCKETS = [("0", _("overdue up to 30 days")), ("1", _("overdue 31 to 120 days")), ("2", _("overdue more than 120 days"))]
PARTS = [
    ("lead", _("that I lead")),
    ("support", _("that I support")),
    ("watch", _("that I watch")),
    ("accept", _("that I accept")),
    ("answer", _("on which I answer extensions")),
]
LEVELS = [("top", _("whole tasks only")), ("part", _("parts handed down only"))]
WITHIN = (3, 7, 15, 30, 90)
AGES = (30, 90, 180, 365)


def _days(numbers: tuple[int, ...], text: Any) -> list[tuple[str, Any]]:
    return [(str(number), format_lazy(text, days=number)) for number in numbers]


LACKING = [(str(number), format_lazy(_("{number} or more"), number=number)) for number in range(1, 7)]
REPEATED = [("1", _("a second time or more")), ("2", _("a third time or more"))]
STANDING = [
    (OPEN, _("still to be done")),
    (UNREPORTED, _("still to be done, not reported")),
    *((each.value, STATES[each]) for each in State),
]


class RegisterFilter(Filter):
    """Everything may be empty. `on` is the day on which the tasks are looked at: today where none is asked for."""

    q = forms.CharField(label=_("Words"), max_length=200, widget=forms.TextInput(attrs={"size": 22}))
    lead = forms.CharField(label=_("Lead"), max_length=200, widget=forms.TextInput(attrs={"size": 18}))
    place = forms.CharField(label=_("Name or code of the place"), max_length=120, widget=forms.TextInput(attrs={"size": 14}))
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *STANDING])
    kind = forms.ChoiceField(label=_("Counted as"), choices=[ANY, *((each.value, KINDS[each]) for each in Kind)])
    topic = forms.ChoiceField(label=_("Topic"), choices=[ANY, *((each.value, TOPICS[each]) for each in Topic)])
    part = forms.ChoiceField(label=_("My part"), choices=[ANY, *PARTS])
    due = forms.ChoiceField(label=_("Due"), choices=[ANY, *_days(WITHIN, _("within {days} days"))])
    bucket = forms.ChoiceField(label=_("How long overdue"), choices=[ANY, *BUCKETS])
    age = forms.ChoiceField(label=_("Given"), choices=[ANY, *_days(AGES, _("more than {days} days ago"))])
    lacking = forms.ChoiceField(label=_("Clarities lacking"), choices=[ANY, *LACKING])
    level = forms.ChoiceField(label=_("Whole or part"), choices=[ANY, *LEVELS])
    repeated = forms.ChoiceField(label=_("Asked before"), choices=[ANY, *REPEATED])
    criterion = forms.CharField(label=_("Criterion"), max_length=100, widget=forms.TextInput(attrs={"size": 14}))
    asked = forms.ChoiceField(label=_("Extension"), choices=[ANY, ("waits", _("asked, not answered")), ("given", _("extended before"))])
    since = DayField(label=_("Issued since"))
    on = DayField(label=_("As of"))
    body = RowField()
    at = RowField()
    meeting = RowField()
    serves = forms.CharField(widget=forms.HiddenInput, max_length=80)

    @property
    def wanted(self) -> Mapping[str, Any]:
        """What was understood, by the names of the fields; `on` apart."""
        return {name: value for name, value in self.cleaned_data.items() if value and name != "on"}

    @property
    def day(self) -> date:
        return self.cleaned_data.get("on") or timezone.localdate()

    @property
    def asked_day(self) -> date | None:
        """The day that was asked for; None where it is today because none was."""
        return self.cleaned_data.get("on")

    def refuse_wrong(self) -> None:
        """What is taken away or moved is never a list that is wider than what was asked for. Refused: `filter-not-understood`."""
        for name, errors in self.errors.items():
            raise Refused("filter-not-understood", field=str(self.fields[name].label or name), why=str(errors[0]))

    def clean_q(self) -> str:
        return str(self.cleaned_data["q"]).replace("\0", "")

    @property
    def said(self) -> str:
        """All that was typed or chosen: two forms that say the same look the same."""
        return urlencode([(name, self.data[name]) for name in self.fields if self.data.get(name)])

    def main(self) -> list[Any]:
        return [self[name] for name in MAIN]

    def more(self) -> list[Any]:
        return [self[name] for name in self.fields if name not in {*MAIN, *HIDDEN}]

    def more_asked(self) -> bool:
        """Whether one of the fields behind "more" narrows the list, or was not understood."""
        return any(field.errors or field.name in self.wanted or (field.name == "on" and self.asked_day) for field in self.more())


class ViewForm(forms.ModelForm):  # type: ignore[type-arg]
    """The name under which a person keeps a list."""

    class Meta:
        model = SavedView
        fields = ("name",)
        labels = {"name": _("Name of the view")}
