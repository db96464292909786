"""What a list can be narrowed by; everything stands in the address, and what is not understood is left out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.model import Mode, Topic
from giaoban_web.overview.words import SUBJECTS
from giaoban_web.records.models import Kind
from giaoban_web.records.words import TOPICS

ANY = ("", _("all"))
KINDS = [(kind.value, kind.label) for kind in (Kind.OBSERVATION, Kind.STRENGTH, Kind.SHORTCOMING, Kind.DIRECTIVE)]
HERE, BELOW = "here", ""


class Filter(forms.Form):
    """A form whose fields may all be empty; `value` gives what was understood of one of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="filter_%s", **kwargs)
        for field in self.fields.values():
            field.required = False
        self.is_valid()

    def value(self, name: str) -> Any:
        return self.cleaned_data.get(name) or None


class DayField(forms.DateField):
    """A day as 12/03/2020 or 2020-03-12."""

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%d/%m/%Y", "%Y-%m-%d"]
        widget = forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "dd/mm/yyyy", "size": 11, "inputmode": "numeric"})
        super().__init__(input_formats=formats, widget=widget, **kwargs)


class FactFilter(Filter):
    kind = forms.ChoiceField(label=_("Kind"), choices=[ANY, *KINDS])
    topic = forms.ChoiceField(label=_("Topic"), choices=[ANY, *((topic.value, TOPICS[topic]) for topic in Topic)])


class PlaceFilter(FactFilter):
    on = DayField(label=_("As of"))
    below = forms.ChoiceField(label=_("Places"), choices=[(BELOW, _("with all below")), (HERE, _("this place only"))])


class MeetingFilter(Filter):
    MODES = [(Mode.ONLINE.value, _("online")), (Mode.IN_PERSON.value, _("in person")), (Mode.HYBRID.value, _("hybrid"))]

    q = forms.CharField(label=_("Words"), widget=forms.TextInput(attrs={"size": 24}))
    mode = forms.ChoiceField(label=_("Mode"), choices=[ANY, *MODES])
    since = DayField(label=_("Since"))
    until = DayField(label=_("Until"))


class SearchForm(Filter):
    q = forms.CharField(label=_("What are you looking for?"), widget=forms.SearchInput(attrs={"autocomplete": "off"}))
    kind = forms.ChoiceField(label=_("Search in"), choices=[("", _("everything")), *SUBJECTS.items()])
