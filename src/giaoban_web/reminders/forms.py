"""What is filled in about messages, calendars and days of reminding."""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from giaoban_web.bodies.models import Body
from giaoban_web.reminders.models import Message

FARTHEST = 366
MOST = 20
SIGN = re.compile(r"\s*[,;\s]\s*")


class Filter(forms.Form):
    """What the list of messages is narrowed by."""

    state = forms.ChoiceField(label=_("Shown"), required=False, choices=[("", _("all messages")), ("unread", _("unread messages"))])
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("all")), ("moves", _("what others did")), ("reminders", _("reminders of days"))],
    )

    def narrow(self, rows: QuerySet[Message]) -> QuerySet[Message]:
        """Those of `rows` that fit; a filter that makes no sense is left out."""
        self.is_valid()
        if self.cleaned_data.get("state"):
            rows = rows.filter(read_at=None)
        if kind := self.cleaned_data.get("kind"):
            rows = rows.filter(code__startswith={"moves": "told-", "reminders": "digest-line-"}[kind])
        return rows


class PreferenceForm(forms.Form):
    """Whether a person wants the letter of the day."""

    by_mail = forms.BooleanField(
        label=_("Send me the letter of the day by e-mail"),
        required=False,
        help_text=_("At most one a day, and only when something is due. Messages here stay as they are."),
    )


class DaysField(forms.CharField):
    """Whole days around a deadline, as "-14, -7, 3"; before it they are negative."""

    default_error_messages = {
        "not_days": _("Write whole days with commas between, such as -14, -7, -1: %(wrong)s is none."),
        "too_far": _("A day may lie at most %(farthest)s days before or after the deadline."),
        "too_many": _("At most %(most)s days."),
    }

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[int]:  # type: ignore[override]
        words = [word for word in SIGN.split(str(super().clean(value)).replace("−", "-")) if word]
        wrong = [word for word in words if not re.fullmatch(r"[+-]?[0-9]{1,4}", word)]
        if wrong:
            raise self._refusal("not_days", wrong=wrong[0])
        days = sorted({int(word) for word in words})
        if len(days) > MOST:
            raise self._refusal("too_many", most=MOST)
        if any(abs(day) > FARTHEST for day in days):
            raise self._refusal("too_far", farthest=FARTHEST)
        return days

    def _refusal(self, code: str, **named: Any) -> forms.ValidationError:
        return forms.ValidationError(self.error_messages[code], code=code, params=named)


class LadderForm(forms.Form):
    """On which days around a deadline a body is reminded."""

    days = DaysField(
        label=_("Days around a deadline"),
        required=False,
        help_text=_("Before the deadline with a minus: -14, -7, -1 reminds two weeks, one week and one day before. Empty: the usual days."),
    )


class FeedForm(forms.Form):
    """A calendar under a name, of one body or of all."""

    name = forms.CharField(label=_("What the calendar is for"), max_length=80, help_text=_("Such as: my phone."))
    body = forms.ModelChoiceField(label=_("Tasks of"), queryset=None, required=False, empty_label=_("all that I act for"))

    def __init__(self, data: Any = None, *, bodies: QuerySet[Body], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["body"].queryset = bodies
