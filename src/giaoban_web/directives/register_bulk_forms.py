"""What has to be said with a move of many tasks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoban_web.bodies.fields import BodyField
from giaoban_web.ui.fields import WordsField


class BulkForm(forms.Form):
    """A reason, or a lead, or nothing: as the move needs it."""

    def __init__(self, data: Any, *, reason: bool, bodies: Any = None) -> None:
        super().__init__(data)
        if reason:
            self.fields["reason"] = WordsField(label=_("Reason"), most=2000, rows=2)
        if bodies is not None:
            lead = BodyField(label=_("Lead"))
            lead.offer(bodies)
            self.fields["lead"] = lead
