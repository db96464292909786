"""Fields that every app's forms need."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _


class DayField(forms.DateField):
    """A day as 12/03/2020 or 2020-03-12."""

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%d/%m/%Y", "%Y-%m-%d"]
        widget = forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "dd/mm/yyyy", "size": 11, "inputmode": "numeric"})
        super().__init__(input_formats=formats, widget=widget, **kwargs)


class WordsField(forms.CharField):
    """Words of a person, to `most` characters. What is longer is told and stays as it was typed: a limit in the page would cut it off."""

    def __init__(self, *, most: int = 4000, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.validators.append(MaxLengthValidator(most, TOO_LONG))


TOO_LONG = _("At most %(limit_value)s characters fit here; these are %(show_value)s. Shorten the text or divide it: nothing was cut off.")
