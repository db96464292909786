"""A field in which a body is named; of many thousands only a few are offered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from giaoban_web.bodies import queries
from giaoban_web.bodies.models import Body

OFFERED = 200
LONGEST = 1_000
"""No name of a body with its place is longer; SQLite looks for no text beyond 50,000 bytes."""


class BodyInput(forms.TextInput):
    """A line to type a name into, with the names that are offered beneath it."""

    template_name = "bodies/_input.html"
    offered: Any = ()

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{name}-bodies"
        return context | {"offered": self.offered}


class BodyField(forms.Field):
    """The standing body of that name, of another of its names, or nearest to `near` where several bear it; refused with the likely ones.

    A body whose name others bear too is written with its place: "Văn phòng UBND · thị xã Đông Triều".
    """

    widget = BodyInput
    default_error_messages = {
        "unknown": _("No body is called “%(name)s”. Write the name otherwise, or have the body added."),
        "unlike": _("No body is called “%(name)s”. Do you mean: %(likely)s? Choose one, or have the body added."),
        "several": _("Several bodies are called “%(name)s”. Write it with its place: %(likely)s"),
    }

    def offer(self, bodies: QuerySet[Body], near: Any = None) -> None:
        """Take names of `bodies` only, and offer the first of them."""
        self.bodies, self.near = bodies, near
        self.widget.offered = [said(each) for each in bodies.select_related("place")[:OFFERED]]

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Body.objects.select_related("place").filter(pk=value).first()
        return said(value) if isinstance(value, Body) else value

    def to_python(self, value: Any) -> Body | None:
        text = str(value or "").strip()
        if not text:
            return None
        name, _dot, place = text[:LONGEST].partition(" · ")
        found = list(self.bodies.filter(folded__contains=f"|{queries.normal(name)}|").select_related("place"))
        if place:
            found = [each for each in found if str(each.place) == place.strip()]
        if len(found) > 1 and self.near is not None:
            nearest = queries.match(name, self.near)
            found = [nearest] if nearest else found
        if len(found) != 1:
            likely = found or list(queries.find(self.bodies, name)[:5])
            raise self._refusal("several" if found else "unlike" if likely else "unknown", text, likely)
        return found[0]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((self.prepare_value(initial) or "") != (data or ""))

    def _refusal(self, code: str, name: str, likely: list[Body]) -> ValidationError:
        told = "; ".join(said(each) for each in likely)
        return ValidationError(self.error_messages[code], code=code, params={"name": name[:LONGEST], "likely": told})


def said(body: Body) -> str:
    """Its name with its place, as the field takes it back."""
    return f"{body.name} · {body.place}"
