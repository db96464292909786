"""Which indicators a task should move: which way, to what value, by when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban_web.directives.models import Aim, Direction, Directive
from giaoban_web.ledger.indicator_fields import IndicatorField
from giaoban_web.ui.fields import DayField

MOST = 12


class AimForm(forms.Form):
    """One indicator; a line without one says nothing."""

    indicator = IndicatorField(
        label=_("Indicator"), required=False, help_text=_("Type a part of its name. Left empty, the line says nothing.")
    )
    direction = forms.ChoiceField(label=_("Direction"), choices=Direction.choices, required=False)
    value = forms.CharField(label=_("Value"), max_length=40, required=False)
    by_on = DayField(label=_("To be reached by"), required=False)

    def has_changed(self) -> bool:
        """A line of which only the direction was sent is as empty as before."""
        return bool(self["indicator"].data)


class AimLines(forms.BaseFormSet):
    """The lines of a form on which the aims of a task stand."""

    def clean(self) -> None:
        """No indicator twice."""
        named = [each["indicator"] for each in self.told()]
        if len(named) != len(set(named)):
            raise forms.ValidationError(_("An indicator stands twice. Keep one line for each."))

    def told(self) -> list[dict[str, Any]]:
        """The aims that were filled in."""
        kept = [form.cleaned_data for form in self.forms if form.is_valid() and form.cleaned_data.get("indicator")]
        return [each | {"direction": each["direction"] or Direction.UP} for each in kept]


AimSet = forms.formset_factory(AimForm, formset=AimLines, extra=1, max_num=MOST)


def aims_of(directive: Directive) -> list[dict[str, Any]]:
    """The values with which the lines begin for an existing task."""
    return [_plain(each) for each in directive.aims.select_related("indicator")]


def _plain(aim: Aim) -> dict[str, Any]:
    return {"indicator": aim.indicator, "direction": aim.direction, "value": aim.value, "by_on": aim.by_on}
