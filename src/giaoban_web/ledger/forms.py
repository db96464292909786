"""What people fill in on the ledger's pages, and what its lists are narrowed by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban_web.ledger.indicator_fields import IndicatorField
from giaoban_web.ledger.models import Indicator
from giaoban_web.places.kinds import Basis as PlaceBasis
from giaoban_web.records.fields import PeriodField
from giaoban_web.ui import printed
from giaoban_web.ui.fields import DayField
from giaoban_web.ui.filters import Filter


def _groups() -> list[tuple[Any, Any]]:
    groups = Indicator.objects.filter(retired_at=None).order_by("group__folded").values_list("group", flat=True).distinct()
    return [("", _("all")), *((group, printed.named(group)) for group in groups)]


class CatalogueFilter(Filter):
    """Words and a group, both of which may be empty."""

    q = forms.CharField(label=_("Words"), max_length=120)
    group = forms.ChoiceField(label=_("Group"), choices=_groups)


class AsOf(Filter):
    """Of which period, up to which day figures are told, and as they were known on which day."""

    period = PeriodField(label=_("Period"), required=False)
    on = DayField(label=_("Periods up to"), required=False)
    known_on = DayField(label=_("As known on"), required=False)


class Restating(Filter):
    """Whether figures are restated over changes of places, and by what places are split."""

    restate = forms.BooleanField(label=_("Restated onto the places of today"), required=False)
    basis = forms.ChoiceField(
        label=_("Split by"), required=False, choices=[("", _("not at all")), *((each.value, each.label) for each in PlaceBasis)]
    )


class Across(Restating):
    """Within which place, as it was known on which day, restated or not."""

    below = forms.CharField(label=_("Within the place of code"), required=False, max_length=10, widget=forms.TextInput(attrs={"size": 8}))
    known_on = DayField(label=_("As known on"), required=False)
    field_order = ("below", "known_on", "restate", "basis")


class Comparing(Restating):
    """Restated or not, and as it was known on which day."""

    known_on = DayField(label=_("As known on"), required=False)
    field_order = ("known_on", "restate", "basis")


class ChoiceForm(forms.Form):
    """Which entry of a cell shall stand, and why."""

    number = forms.IntegerField(label=_("Entry"), required=False, min_value=0)
    reason = forms.CharField(label=_("Reason"), max_length=500)


class PickForm(forms.Form):
    """The indicator of a figure."""

    indicator = IndicatorField(label=_("Indicator"))
