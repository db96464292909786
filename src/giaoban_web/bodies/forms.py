"""What is filled in about bodies, posts and seats."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban.model import Topic
from giaoban_web.accounts.forms import PlaceChoice
from giaoban_web.accounts.queries import find_places, offered
from giaoban_web.bodies import queries
from giaoban_web.bodies.fields import BodyField
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.bodies.people import PersonField
from giaoban_web.places.models import Place
from giaoban_web.records.words import TOPICS
from giaoban_web.ui.fields import DayField, WordsField


class BodyForm(forms.Form):
    """A body or post: its names, what it stands under, the fields in which it leads."""

    name = forms.CharField(label=_("Called"), max_length=200)
    also = forms.CharField(
        label=_("Also called"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One name on each line, as records write it."),
    )
    superior = BodyField(
        label=_("Under"), required=False, help_text=_("What stands above it; of a post, its body. Reminders go up this way.")
    )
    topics = forms.MultipleChoiceField(
        label=_("Leads in"), required=False, choices=[(each.value, TOPICS[each]) for each in Topic if each is not Topic.OTHER],
        widget=forms.CheckboxSelectMultiple, help_text=_("Suggested as lead for tasks of these fields."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, bodies: QuerySet[Body], near: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        superior: Any = self.fields["superior"]
        superior.offer(bodies, near)

    def clean_also(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["also"].splitlines() if line.strip()]


class PlacedForm(forms.Form):
    """With the place where something is kept; the places offered are those that `sought` names."""

    place = PlaceChoice(label=_("Place"), queryset=None, help_text=_("Whoever keeps bodies there may change it."))

    def __init__(self, data: Any = None, *, places: QuerySet[Any], sought: str = "", **rest: Any) -> None:
        super().__init__(data, **rest)
        field: Any = self.fields["place"]
        field.queryset = places
        listed = offered(places, sought, self.data.get("place"))
        field.choices = [("", "—"), *((each.pk, field.label_from_instance(each)) for each in listed)]


class AddForm(PlacedForm, BodyForm):
    """A new one, with the place where it is kept."""

    is_post = forms.BooleanField(label=_("It is a post (chức danh), not a body"), required=False)
    field_order = ("name", "also", "is_post", "superior", "place", "topics")


class SeatForm(forms.Form):
    """Who sits there from which day."""

    person = PersonField(
        label=_("Name or user name"), help_text=_("Choose somebody of this place, or type the name or what the person signs in with.")
    )
    since = DayField(label=_("Since"))


class HandOverForm(forms.Form):
    """To whom a seat goes, and the first day on which she sits there."""

    person = PersonField(label=_("To"))
    since = DayField(label=_("From"))

    def __init__(self, data: Any = None, *, seat: Seat, **rest: Any) -> None:
        super().__init__(data, auto_id=f"over-{seat.pk}-%s", **rest)


class KnownForm(forms.Form):
    """The body that a proposed one is."""

    known = BodyField(label=_("The known body"))

    def __init__(self, data: Any = None, *, bodies: QuerySet[Body], near: Any = None) -> None:
        super().__init__(data)
        known: Any = self.fields["known"]
        known.offer(bodies, near)


class DayForm(forms.Form):
    """The day from which something is no more."""

    on = DayField(label=_("From"), initial=timezone.localdate)


class EndForm(forms.Form):
    """When it ended in truth, and how that is known."""

    on = DayField(label=_("Ended on"), required=False, help_text=_("Left empty, it has not ended."))
    reason = WordsField(label=_("Reason"), most=500, rows=2)


class Filter(forms.Form):
    """What the list is narrowed by."""

    q = forms.CharField(label=_("Called"), required=False)
    place = forms.CharField(label=_("Place"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all")), ("body", _("bodies")), ("post", _("posts")), ("proposed", _("proposed"))]
    )

    def narrow(self, rows: QuerySet[Body]) -> QuerySet[Body]:
        """Those of `rows` that fit; a filter that makes no sense is left out."""
        self.is_valid()
        found = self.cleaned_data
        rows = queries.find(rows, found.get("q") or "")
        if place := found.get("place"):
            rows = rows.filter(place__in=find_places(Place.objects.all(), place))
        if kind := found.get("kind"):
            rows = rows.filter(proposed_by__isnull=False) if kind == "proposed" else rows.filter(is_post=kind == "post")
        return rows
