"""What has to be said with a move of many tasks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban_web.bodies.fields import BodyField


class BulkForm(forms.Form):
    """A reason, or a lead, or nothing: as the move needs it."""

    def __init__(self, data: Any, *, reason: bool, bodies: Any = None) -> None:
        super().__init__(data)
        if reason:
            self.fields["reason"] = forms.CharField(label=_("Reason"), max_length=500, widget=forms.TextInput(attrs={"size": 60}))
        if bodies is not None:
            lead = BodyField(label=_("Lead"))
            lead.offer(bodies)
            self.fields["lead"] = lead
