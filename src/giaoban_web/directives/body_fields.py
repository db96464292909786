"""Fields of a task in which bodies are named; they share one list of names on the page, which follows what is typed."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse_lazy

from giaoban_web.bodies import queries
from giaoban_web.bodies.fields import BodyField, said
from giaoban_web.bodies.models import Body
from giaoban_web.places.models import Place

OFFERED = 60


class BodyLine(forms.TextInput):
    """A line for the name of a body, with the list `bodies` of the page beneath it."""

    def __init__(self) -> None:
        asking = {"hx-get": reverse_lazy("directives:bodies"), "hx-trigger": "input changed delay:250ms", "hx-target": "#bodies"}
        super().__init__(attrs={"list": "bodies", "autocomplete": "off", "maxlength": 260} | asking)


class NamedBody(BodyField):
    """A body by its name, as `BodyField`; what is offered stands on the page once."""

    widget = BodyLine

    def offer(self, bodies: QuerySet[Body], near: Any = None) -> None:
        self.bodies, self.near = bodies, near


def offered(near: Place | None, typed: str = "") -> list[str]:
    """Names to choose from, with their places: those that hold what is typed, the bodies of the place and above it first."""
    found = queries.find(Body.objects.standing().select_related("place"), typed.partition(" · ")[0])
    if near is None:
        return [said(each) for each in found[:OFFERED]]
    around = queries.line(near)
    close = list(found.filter(place__path__in=around)[:OFFERED])
    others = found.exclude(place__path__in=around)[: OFFERED - len(close)]
    return [said(each) for each in (*close, *others)]
