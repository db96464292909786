"""What a steward fills in about an indicator and its wordings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.reference.indicators import Aggregation, Direction, Frequency, Indicator, Nature
from giaoban_web.ledger.forms import CatalogueFilter
from giaoban_web.ledger.keeping_words import AGGREGATIONS, DIRECTIONS, FREQUENCIES, NATURES
from giaoban_web.ledger.models import Indicator as Row

SHIPPED, OWN, RETIRED = "shipped", "own", "retired"
PLAIN = ("name", "group", "direction", "nature", "aggregation", "frequency", "weight", "definition_vi", "source")


def _choices(words: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [(value.value, said) for value, said in words.items()]


class KeepingFilter(CatalogueFilter):
    """Words, group, and where an indicator is from."""

    origin = forms.ChoiceField(
        label=_("Origin"),
        required=False,
        choices=[("", _("all")), (SHIPPED, _("came with Giaoban")), (OWN, _("added here")), (RETIRED, _("retired"))],
    )


class IndicatorForm(forms.Form):
    """An indicator as a steward defines it."""

    name = forms.CharField(label=_("Indicator name"), max_length=200)
    group = forms.CharField(label=_("Group"), max_length=60, widget=forms.TextInput(attrs={"list": "groups"}))
    units = forms.CharField(
        label=_("Units"), max_length=200, help_text=_("Separated by semicolons; figures are compared in the first: tỷ đồng; triệu đồng.")
    )
    nature = forms.ChoiceField(label=_("A figure says"), choices=_choices(NATURES))
    direction = forms.ChoiceField(label=_("Better is"), choices=_choices(DIRECTIONS), initial=Direction.NEUTRAL.value)
    aggregation = forms.ChoiceField(
        label=_("Figures of places make that of the whole as"), choices=_choices(AGGREGATIONS), initial=Aggregation.NONE.value
    )
    weight = forms.ChoiceField(label=_("Weighted by"), required=False)
    frequency = forms.ChoiceField(label=_("How often it is reported"), choices=_choices(FREQUENCIES), initial=Frequency.YEAR.value)
    definition_vi = forms.CharField(label=_("Definition"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    source = forms.CharField(
        label=_("Source of the definition"),
        required=False,
        max_length=300,
        help_text=_("Paper and article; without one it is unverified."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Row.objects.filter(retired_at=None).values_list("key", "name")
        self.fields["weight"].choices = [("", "—"), *rows]

    def clean_units(self) -> list[str]:
        units = [" ".join(each.split()) for each in self.cleaned_data["units"].split(";")]
        kept = list(dict.fromkeys(filter(None, units)))
        if not kept or any(len(each) > 40 for each in kept):
            raise forms.ValidationError(_("Write at least one unit, each of at most 40 characters."))
        return kept

    def clean(self) -> dict[str, Any]:
        asked: dict[str, Any] = super().clean() or {}
        if asked.get("aggregation") == Aggregation.WEIGHTED_MEAN and not asked.get("weight"):
            self.add_error("weight", _("A weighted mean needs what it is weighted by."))
        if asked.get("nature") == Nature.RATIO and asked.get("aggregation") == Aggregation.SUM:
            self.add_error("aggregation", _("Relations of two figures do not add up. Choose the weighted mean, or none."))
        return asked

    def definition(self) -> dict[str, Any]:
        """The definition as the core reads it."""
        asked = self.cleaned_data
        kept = {name: asked[name] for name in PLAIN if asked[name]}
        if asked["aggregation"] != Aggregation.WEIGHTED_MEAN:
            kept.pop("weight", None)
        return {**kept, "units": asked["units"]}

    @staticmethod
    def initial_of(known: Indicator) -> dict[str, Any]:
        """The fields of an indicator that there is."""
        return {name: str(getattr(known, name)) for name in PLAIN} | {"units": "; ".join(known.units)}


class RetireForm(forms.Form):
    """Whether to offer an indicator, and why."""

    retired = forms.TypedChoiceField(choices=[("1", "1"), ("0", "0")], coerce=lambda value: value == "1")
    reason = forms.CharField(label=_("Reason"), max_length=500)


class WordingForm(forms.Form):
    """Another way in which an indicator is written."""

    text = forms.CharField(label=_("Another wording"), max_length=300)
