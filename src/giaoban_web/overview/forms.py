"""What a list can be narrowed by; everything stands in the address, and what is not understood is left out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.model import Mode, Topic
from giaoban_web.overview.words import SUBJECTS
from giaoban_web.places.kinds import Kind as PlaceKind
from giaoban_web.records.models import Kind
from giaoban_web.records.words import TOPICS
from giaoban_web.ui.fields import DayField
from giaoban_web.ui.filters import Filter

ANY = ("", _("all"))
KINDS = [(kind.value, kind.label) for kind in (Kind.OBSERVATION, Kind.STRENGTH, Kind.SHORTCOMING, Kind.DIRECTIVE)]
PLACE_KINDS = PlaceKind.choices
HERE, BELOW = "here", ""


class FactFilter(Filter):
    """Facts by kind and field."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[ANY, *KINDS])
    topic = forms.ChoiceField(label=_("Topic"), choices=[ANY, *((topic.value, TOPICS[topic]) for topic in Topic)])


class PlaceFilter(FactFilter):
    """Facts of a place as of a day, of it alone or of all below it too."""

    on = DayField(label=_("As of"))
    below = forms.ChoiceField(label=_("Places"), choices=[(BELOW, _("with all below")), (HERE, _("this place only"))])


class RegisterFilter(Filter):
    """Places by name or code, kind, the place they lie in, and day."""

    on = DayField(label=_("As of"))
    q = forms.CharField(label=_("Name or code"), widget=forms.TextInput(attrs={"size": 18}))
    kind = forms.ChoiceField(label=_("Kind"), choices=[ANY, *PLACE_KINDS])
    within = forms.CharField(label=_("In the place with the code"), max_length=10, widget=forms.TextInput(attrs={"size": 8}))

    def clean_q(self) -> str:
        return str(self.cleaned_data["q"]).replace("\0", "")


class MeetingFilter(Filter):
    """Meetings by words, place, mode and days."""

    MODES = [(Mode.ONLINE.value, _("online")), (Mode.IN_PERSON.value, _("in person")), (Mode.HYBRID.value, _("hybrid"))]

    q = forms.CharField(label=_("Words"), widget=forms.TextInput(attrs={"size": 24}))
    place = forms.CharField(label=_("Name or code of the place"), max_length=120, widget=forms.TextInput(attrs={"size": 14}))
    mode = forms.ChoiceField(label=_("Mode"), choices=[ANY, *MODES])
    since = DayField(label=_("Since"))
    until = DayField(label=_("Until"))


class SearchForm(Filter):
    """What is looked for, and among what."""

    q = forms.CharField(label=_("What are you looking for?"), widget=forms.SearchInput(attrs={"autocomplete": "off"}))
    kind = forms.ChoiceField(label=_("Search in"), choices=[("", _("everything")), *SUBJECTS.items()])
