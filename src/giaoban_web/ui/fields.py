"""Fields that every app's forms need."""

from typing import Any

from django import forms


class DayField(forms.DateField):
    """A day as 12/03/2020 or 2020-03-12."""

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%d/%m/%Y", "%Y-%m-%d"]
        widget = forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "dd/mm/yyyy", "size": 11, "inputmode": "numeric"})
        super().__init__(input_formats=formats, widget=widget, **kwargs)
