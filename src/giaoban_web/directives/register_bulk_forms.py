"""What has to be said with a move of many tasks."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban_web.bodies.fields import BodyField
from giaoban_web.bodies.gone import Gone
from giaoban_web.directives.forms_moves import beneath_field
from giaoban_web.directives.gone_bodies import gone_to
from giaoban_web.directives.models import Directive
from giaoban_web.ui.fields import WordsField


class BulkForm(forms.Form):
    """A reason, or a lead, or nothing: as the move needs it; where it ends tasks with open parts, what becomes of those.

    gone    the lead, where it is no more by then: she is asked before it is given
    """

    gone: Sequence[Gone] = ()

    def __init__(self, data: Any, *, reason: bool, bodies: Any = None) -> None:
        super().__init__(data)
        if reason:
            self.fields["reason"] = WordsField(label=_("Reason"), most=2000, rows=2)
        if bodies is not None:
            lead = BodyField(label=_("Lead"))
            lead.offer(bodies)
            self.fields["lead"] = lead

    def ask_of_parts(self, name: str, open_parts: int) -> None:
        """Ask what becomes of so many open parts."""
        if open_parts:
            self.fields["beneath"] = beneath_field(name, open_parts)

    def doubted(self, tasks: Iterable[Directive]) -> bool:
        """Whether the lead is no more by the last day of one of the tasks, and she has not been told and sends it anyway."""
        if (lead := self.cleaned_data.get("lead")) and "anyway" not in self.data:
            self.gone = gone_to(lead, tasks, timezone.localdate())
        return bool(self.gone)
