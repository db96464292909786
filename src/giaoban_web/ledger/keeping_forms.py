"""What a steward fills in about an indicator and its wordings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban.ledger.conversion import fits, unit_for
from giaoban.reference.axes import AXES
from giaoban.reference.indicators import Aggregation, Direction, Frequency, Indicator, Nature
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.forms import CatalogueFilter
from giaoban_web.ledger.keeping_words import AGGREGATIONS, DIRECTIONS, FREQUENCIES, NATURES
from giaoban_web.ledger.models import Indicator as Row
from giaoban_web.ledger.words import AXES as AXIS_WORDS

SHIPPED, OWN, RETIRED = "shipped", "own", "retired"
PERCENT = 100
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
    breakdowns = forms.MultipleChoiceField(
        label=_("Told in parts by"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(name, AXIS_WORDS[name]) for name in AXES],
    )
    numerator = forms.ChoiceField(
        label=_("Worked out from"), required=False, help_text=_("Only where it is made of two others: this one divided by the next.")
    )
    denominator = forms.ChoiceField(label=_("divided by"), required=False)
    scale = forms.IntegerField(
        label=_("times"), required=False, min_value=1, max_value=10**9, help_text=_("Left empty: 100 for a percentage, else 1.")
    )
    low = forms.IntegerField(label=_("Never below"), required=False)
    high = forms.IntegerField(label=_("Never above"), required=False)
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
        for name in ("weight", "numerator", "denominator"):
            self.fields[name].choices = [("", "—"), *rows]

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
        if bool(asked.get("numerator")) != bool(asked.get("denominator")):
            missing = "denominator" if asked.get("numerator") else "numerator"
            self.add_error(missing, _("A figure that is worked out needs both: what is divided, and by what."))
        low, high = asked.get("low"), asked.get("high")
        if low is not None and high is not None and low >= high:
            self.add_error("high", _("The upper limit lies above the lower one."))
        return asked

    def definition(self) -> dict[str, Any]:
        """The definition as the core reads it."""
        asked = self.cleaned_data
        kept = {name: asked[name] for name in PLAIN if asked[name]}
        if asked["aggregation"] != Aggregation.WEIGHTED_MEAN:
            kept.pop("weight", None)
        limits = {name: asked[name] for name in ("low", "high") if asked[name] is not None}
        parts = {"breakdowns": asked["breakdowns"]} if asked["breakdowns"] else {}
        return {**kept, **limits, **parts, **self._formula(), "units": asked["units"]}

    def _formula(self) -> dict[str, Any]:
        """What it is worked out from, each in the unit that makes its own: triệu đồng/người is triệu đồng by người."""
        asked, known = self.cleaned_data, catalogue.catalogue()
        if not asked["numerator"]:
            return {}
        above, below = known[asked["numerator"]], known[asked["denominator"]]
        own, _stroke, each = asked["units"][0].partition("/")
        upper = own if each and unit_for(own, above) else above.unit
        lower = next((unit for unit in (each, upper) if unit and fits(unit, below.unit)), below.unit)
        scale = asked["scale"] or (PERCENT if own == "%" else 1)
        told = {"numerator": above.id, "numerator_unit": upper, "denominator": below.id, "denominator_unit": lower, "scale": scale}
        return {"formula": told}

    @staticmethod
    def initial_of(known: Indicator) -> dict[str, Any]:
        """The fields of an indicator that there is."""
        formula = known.formula
        worked = {name: getattr(formula, name) for name in ("numerator", "denominator", "scale")} if formula else {}
        limits = {"low": known.low, "high": known.high, "breakdowns": list(known.breakdowns)}
        return {name: str(getattr(known, name)) for name in PLAIN} | {"units": "; ".join(known.units)} | limits | worked


class RetireForm(forms.Form):
    """Whether to offer an indicator, and why."""

    retired = forms.TypedChoiceField(choices=[("1", "1"), ("0", "0")], coerce=lambda value: value == "1")
    reason = forms.CharField(label=_("Reason"), max_length=500)


class WordingForm(forms.Form):
    """Another way in which an indicator is written."""

    text = forms.CharField(label=_("Another wording"), max_length=300)
