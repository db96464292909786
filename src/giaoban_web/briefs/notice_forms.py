"""What is filled in about a notice."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoban.brief import Order
from giaoban.brief.notice_paragraphs import Paragraph
from giaoban.brief.notice_signs import settable
from giaoban.messages import say
from giaoban.model import Refused
from giaoban.render.layouts import NAMES, PARTY
from giaoban_web.briefs.models import Notice, NoticeVersion
from giaoban_web.briefs.notice_fitting import plain
from giaoban_web.briefs.notice_moves import NoticeState
from giaoban_web.briefs.notice_words import LAYOUTS, NEEDED, ORDERS, PARTS
from giaoban_web.briefs.recipients import with_these
from giaoban_web.ui.fields import DayField, RowField, WordsField
from giaoban_web.ui.folding import holding

CHOICES = [(name, LAYOUTS[name]) for name in NAMES]
LARGEST = 20 * 2**20


class Lines(forms.CharField):
    """A list, one entry on each line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=4000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in str(super().to_python(value)).splitlines() if line.strip()]


class ComposeForm(forms.Form):
    """How a new notice is laid out and in which order it tells the tasks."""

    layout = forms.ChoiceField(label=_("Layout"), choices=CHOICES, initial=PARTY)
    order = forms.ChoiceField(label=_("Order of the tasks"), choices=[(each.value, ORDERS[each]) for each in Order])

    def clean_order(self) -> Order:
        return Order(self.cleaned_data["order"])


class HeadingForm(forms.Form):
    """What stands around the text of a notice; gaps may be left until it is submitted."""

    layout = forms.ChoiceField(label=_("Layout"), choices=CHOICES)
    upper = forms.CharField(
        label=PARTS["upper"], required=False, max_length=200, help_text=_("Left empty where no body stands above it on the paper.")
    )
    body = forms.CharField(label=PARTS["body"], required=False, max_length=200, help_text=_("As the paper prints it, in capital letters."))
    symbol = forms.CharField(label=PARTS["symbol"], required=False, max_length=40, help_text=_("After the number: TB/TU, TB/ĐU, TB-UBND."))
    place = forms.CharField(label=PARTS["place"], required=False, max_length=120, help_text=_("Before the day: “Quảng Ninh”."))
    authority = Lines(label=PARTS["authority"], help_text=_("One line each: whose authority, then the office."))
    signer = forms.CharField(label=PARTS["signer"], required=False, max_length=120, help_text=_("Name without titles."))
    recipients = Lines(
        label=PARTS["recipients"],
        help_text=_("One on each line; the paper sets the dash and the stop, and adds the line for the archive where none is there."),
    )

    also = forms.MultipleChoiceField(
        label=_("Add to the recipients"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Who leads or supports its tasks, then who got earlier notices of the place."),
    )

    def __init__(self, data: Any = None, *, suggested: Sequence[str] = (), **rest: Any) -> None:
        super().__init__(data, **rest)
        for name in NEEDED:
            self.fields[name].needed = _("(needed before it is submitted)")
        self.fields["also"].choices = [(name, name) for name in suggested]
        if not suggested:
            del self.fields["also"]

    @classmethod
    def of(cls, version: NoticeVersion, suggested: Sequence[str]) -> "HeadingForm":
        return cls(initial={"layout": version.layout, **version.heading}, suggested=suggested)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        for name in PARTS:
            value = told.get(name) or ""
            try:
                settable(plain(" ".join(value) if isinstance(value, list) else value))
            except Refused as refused:
                self.add_error(name, forms.ValidationError(say(refused, get_language() or "vi"), code=refused.code))
        return told

    def told(self) -> dict[str, Any]:
        found = {name: self.cleaned_data[name] for name in PARTS}
        return found | {"recipients": with_these(found["recipients"], self.cleaned_data.get("also", ()))}


class IssueForm(forms.Form):
    """The number and day that the paper gets."""

    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=99_999, help_text=_("From the book of documents."))
    on = DayField(label=_("Day of issue"), help_text=_("The day it is signed; its tasks are issued on that day."))

    @classmethod
    def suggested(cls, number: int) -> "IssueForm":
        return cls(initial={"number": number, "on": timezone.localdate()})


class NoticeFilter(forms.Form):
    """Which notices are listed."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all states")), *NoticeState.choices])
    meeting = RowField()

    def narrow(self, found: QuerySet[Notice]) -> QuerySet[Notice]:
        """`found` as the form narrows it; what is asked for wrongly is left out."""
        self.is_valid()
        told = self.cleaned_data
        if told.get("q"):
            found = found.filter(holding(told["q"], "abstract"))
        if told.get("state"):
            found = found.filter(state=told["state"])
        return found.filter(meeting=told["meeting"]) if told.get("meeting") else found


class DocumentForm(forms.Form):
    """A DOCX of the notice that was edited elsewhere."""

    layout = forms.ChoiceField(label=_("Layout it was made in"), choices=CHOICES)
    document = forms.FileField(label=_("Edited DOCX"), widget=forms.FileInput(attrs={"accept": ".docx"}))


class AddForm(forms.Form):
    """A paragraph of the office's own, and where it stands."""

    text = WordsField(label=_("Text of the paragraph"))
    kind = forms.ChoiceField(
        label=_("Kind of paragraph"),
        choices=[("text", _("a paragraph")), ("0", _("a heading of the first level (I.)")), ("1", _("a heading of the second level (1.)"))],
    )
    after = forms.ChoiceField(label=_("Behind"), required=False)

    def __init__(self, data: Any = None, *, paragraphs: Iterable[tuple[Paragraph, str]], **rest: Any) -> None:
        super().__init__(data, auto_id="add_%s", **rest)
        said = [(each.mark, f"{number} {short(each.text)}") for each, number in paragraphs if number]
        self.fields["after"].choices = [("", _("at the end")), *said]

    def level(self) -> int | None:
        return None if self.cleaned_data["kind"] == "text" else int(self.cleaned_data["kind"])


def short(text: str, most: int = 60) -> str:
    """The beginning of a paragraph, cut at a word."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"
