"""A field in which a person is named who sits for a body, and who is offered beneath it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from giaoban.reference.folding import fold
from giaoban_web.accounts.models import User
from giaoban_web.accounts.queries import under
from giaoban_web.bodies.fields import OFFERED
from giaoban_web.bodies.queries import line
from giaoban_web.places.models import Place

LIST = "people"
"""The list that the page offers, once for all its fields."""
PARTS = " · "
"""Between the name and what she signs in with, as they are offered."""


class PersonField(forms.CharField):
    """Somebody in service: chosen among those offered ("Lê Thị B · leb"), or by the name or what she signs in with as typed."""

    def __init__(self, **told: Any) -> None:
        super().__init__(max_length=300, widget=forms.TextInput(attrs={"list": LIST, "autocomplete": "off"}), **told)

    def clean(self, value: Any) -> User | None:
        text = super().clean(value).strip()
        return _named(text) if text else None


def offered(place: Place) -> list[str]:
    """The people who have a role at a place, above or below it, or sit for a body of it, by name."""
    near = under([place.path], "grants__place__path") | Q(grants__place__path__in=line(place)) | Q(seats__body__place=place)
    people = User.objects.filter(near, is_active=True).order_by("name__folded", "name", "username").distinct()
    return [said(each) for each in people[:OFFERED]]


def said(person: User) -> str:
    """As the field takes it back: two people may have one name."""
    return f"{person}{PARTS}{person.username}"


def _named(text: str) -> User:
    serving = User.objects.filter(is_active=True)
    for typed in (text, text.rpartition(PARTS)[2]):
        if found := serving.filter(username__iexact=typed).first():
            return found
    named = [key for key, name in serving.values_list("pk", "name") if fold(name) == fold(text)]
    if not named:
        raise forms.ValidationError(_("Nobody has this name or signs in with it, or the account is closed."))
    if len(named) > 1:
        names = ", ".join(serving.filter(pk__in=named).order_by("username").values_list("username", flat=True))
        raise forms.ValidationError(_("Several people have this name. Write one of these user names: %(names)s."), params={"names": names})
    return serving.get(pk=named[0])
