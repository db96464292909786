"""What criteria are looked for by. What is not understood is left out."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban_web.ui.fields import DayField


class CriteriaFilter(forms.Form):
    """Words or the number of a criterion; empty where nothing is looked for."""

    q = forms.CharField(label=_("Number or words of a criterion"), required=False, max_length=100)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.is_valid()

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("q") or "")


class OptionsForm(forms.Form):
    """As a form about a task sends it: the words, the day by which sets are in force, what was chosen."""

    serves_like = forms.CharField(required=False, max_length=100)
    serves = forms.CharField(required=False, max_length=80)
    given_on = DayField(required=False)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.is_valid()

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("serves_like") or "")

    @property
    def chosen(self) -> str:
        return str(self.cleaned_data.get("serves") or "")

    @property
    def day(self) -> date:
        return self.cleaned_data.get("given_on") or timezone.localdate()
