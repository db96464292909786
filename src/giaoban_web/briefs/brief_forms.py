"""What is filled in about a brief."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.queries import places_of
from giaoban_web.bodies.fields import BodyField
from giaoban_web.bodies.queries import visible_to as bodies_visible_to
from giaoban_web.briefs import brief_places
from giaoban_web.briefs.brief_composing import COMPOSING
from giaoban_web.briefs.brief_gathering import About
from giaoban_web.briefs.brief_places import Bearer
from giaoban_web.briefs.models import Asked, Brief
from giaoban_web.places.models import Place
from giaoban_web.places.queries import below
from giaoban_web.ui.fields import DayField, RowField
from giaoban_web.ui.folding import holding
from giaoban_web.ui.numbers import whole


def past(day: date) -> date:
    """The day, today or before; a brief tells of no other."""
    if day > timezone.localdate():
        raise ValidationError(_("A brief tells what is known: choose today or an earlier day."))
    return day


class ComposeForm(forms.Form):
    """Whom the coming meeting is with, what it is, and as of which day.

    which    key of the place that is meant, where several bear the name; `bearers` are those it may be
    linked   the place that the link led here from: no guess, as long as its name stands as it was given
    """

    place = forms.CharField(
        label=_("Place"),
        required=False,
        max_length=140,
        help_text=_("Name or code. Tasks and judgements of what lies below it count too."),
    )
    which = RowField()
    body = BodyField(
        label=_("Body"), required=False, help_text=_("Where the meeting is with one body: only its tasks, and the fields it leads.")
    )
    meeting = forms.CharField(label=_("Coming meeting"), required=False, max_length=300, help_text=_("As the agenda names it."))
    meeting_on = DayField(label=_("Day of the meeting"), required=False)
    on = DayField(label=_("Known on"), help_text=_("Today, or an earlier day: then as things were known on it."))

    def __init__(self, data: Any = None, *, user: Any, linked: Place | None = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.user, self.linked = user, linked
        self.bearers: list[Bearer] = []
        self.fields["body"].offer(bodies_visible_to(user).standing().filter(place__in=places_of(user, COMPOSING)))

    def clean_on(self) -> date:
        return past(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("body"):
            told["place"] = told["body"].place
        elif not told.get("place") and not self.errors.keys() & {"place", "body"}:
            self.add_error("place", ValidationError(_("Name a place or a body.")))
        elif told.get("place") and "body" not in self.errors:
            told["place"] = self._placed(told["place"], told.get("on") or timezone.localdate())
        return told

    def _placed(self, text: str, on: date) -> Any:
        """The one place meant, or the one chosen of several; an error beside the field where neither is certain."""
        found = brief_places.named(self.user, text, on)
        chosen = [each for each in found if each.pk == self.cleaned_data.get("which")] or self._linked(found, text)
        if len(found) == 1:
            return found[0]
        if not chosen or self.errors:  # what is shown once more keeps its choice
            self.bearers = brief_places.bearers(self.user, found, on)
        if not chosen and (only := brief_places.only_known(found, self.bearers)):
            return only
        if chosen:
            return chosen[0]
        several = _("Several places bear this name. Choose one of them below.")
        self.add_error("place", ValidationError(several if found else _("You may compose a brief for no place of that name or code.")))
        return None

    def _linked(self, found: Sequence[Any], text: str) -> list[Any]:
        """The place of the link among those of its name, where that was left as it was given and no other was chosen."""
        if self.linked is None or self.cleaned_data.get("which") or text != self.initial.get("place"):
            return []
        return [each for each in found if each.path == self.linked.path]

    @property
    def meant(self) -> int | None:
        """Key of the place that is marked among several: the one chosen, else the first if it stands and something is known of it."""
        chosen = self.cleaned_data.get("which")
        if chosen in [each.place.pk for each in self.bearers]:
            return chosen
        first = self.bearers[0]
        return first.place.pk if first.known and first.stands else None

    def fields_said(self) -> list[forms.BoundField]:
        """The fields in their order; the places to choose among stand after the first."""
        return [self[name] for name in self.fields if name not in {"place", "which"}]

    def about(self) -> About:
        told = self.cleaned_data
        return About(told["place"], told.get("body"), told["meeting"].strip(), told["meeting_on"])


class ManyForm(forms.Form):
    """For which meeting briefs of many places are composed, and as of which day."""

    meeting = forms.CharField(label=_("Coming meeting"), required=False, max_length=300)
    meeting_on = DayField(label=_("Day of the meeting"), required=False)
    on = DayField(label=_("Known on"))

    def clean_on(self) -> date:
        return past(self.cleaned_data["on"])

    def told(self) -> dict[str, Any]:
        """The meeting, its day, and the day as of which it is told."""
        return self.cleaned_data | {"meeting": self.cleaned_data["meeting"].strip()}


class NoteForm(forms.Form):
    """What became of one question."""

    state = forms.ChoiceField(choices=Asked.choices)
    note = forms.CharField(label=_("What was answered"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class BriefFilter(forms.Form):
    """Which briefs are listed."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    place = forms.CharField(label=_("Code of the place"), required=False, max_length=10, widget=forms.TextInput(attrs={"size": 8}))
    since = DayField(label=_("Since"), required=False)
    until = DayField(label=_("Until"), required=False)
    meeting_on = DayField(label=_("Day of the meeting"), required=False)

    def narrow(self, found: QuerySet[Brief]) -> QuerySet[Brief]:
        """`found` as the form narrows it; what is asked for wrongly is left out."""
        self.is_valid()
        told = self.cleaned_data
        if picked := [key for each in self.data.get("pick", "").split(",") if (key := whole(each)) is not None]:
            found = found.filter(pk__in=picked)
        if words := told.get("q"):
            found = found.filter(holding(words, "meeting", "body__name", "place__name"))
        if told.get("place"):
            found = found.filter(below(told["place"], "place__path"))
        days = {"on__gte": told.get("since"), "on__lte": told.get("until"), "meeting_on": told.get("meeting_on")}
        return found.filter(**{name: day for name, day in days.items() if day})
