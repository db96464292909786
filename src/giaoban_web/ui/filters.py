"""The form of an address by which a list or page is narrowed."""

from typing import Any

from django import forms


class Filter(forms.Form):
    """Every field may be empty, and what is not understood is left out; `value` gives what was understood of one, else None."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="filter_%s", **kwargs)
        for field in self.fields.values():
            field.required = False
        self.is_valid()

    def value(self, name: str) -> Any:
        return self.cleaned_data.get(name) or None
