"""A name in a form that no body bears: whoever keeps bodies adds it from there, who drafts proposes it; the form stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import BoundField, Form
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from giaoban.model import Refused
from giaoban_web.accounts.models import Grant
from giaoban_web.accounts.permissions import ALLOWED
from giaoban_web.accounts.queries import may
from giaoban_web.bodies import actions, proposing
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import line
from giaoban_web.directives.body_fields import NamedBody
from giaoban_web.places.models import Place

ADDING = "add_body"
"""The name of the button; its value is the key of the place and the name of the field."""
UNKNOWN = frozenset({"unknown", "unlike"})
KEEPERS = 4


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that no body bears, the field in which it stands, and the places at which `user` may add or else propose it, nearest first."""

    name: str
    field: BoundField
    places: Sequence[Place]
    proposed: bool


def missing(user: Any, form: Form, near: Place | None) -> list[Missing]:
    """Each unknown name once; nothing of a form that was not sent."""
    kept = _allowed(user, "bodies.keep", near)
    places = kept or _allowed(user, "bodies.propose", near)
    fields = [form[name] for name, errors in form.errors.as_data().items() if _unknown(form, name, errors)]
    by_name = {str(field.data).partition(" · ")[0].strip(): field for field in reversed(fields)}
    return [Missing(name, field, places, proposed=not kept) for name, field in reversed(by_name.items())]


def keepers(near: Place | None) -> list[str]:
    """Who keeps bodies at a place, nearest first: whom to ask."""
    if near is None:
        return []
    held = Grant.objects.filter(role__in=ALLOWED["bodies.keep"], place__path__in=line(near), user__is_active=True)
    found = held.select_related("user", "place")
    nearest = sorted(found, key=lambda grant: (-len(grant.place.path), grant.role))
    return list(dict.fromkeys(str(grant.user) for grant in nearest))[:KEEPERS]


def add_asked(request: HttpRequest, form: Form, near: Place | None) -> Refused | None:
    """Add or propose the body that the pressed button names and say so; the refusal where it cannot be, None else."""
    key, _space, field = request.POST.get(ADDING, "").partition(" ")
    asked = {each.field.name: each for each in missing(request.user, form, near)}.get(field)
    place = next((each for each in asked.places if str(each.pk) == key), None) if asked else None
    if asked is None or place is None:
        return None
    try:
        make = proposing.propose if asked.proposed else actions.add
        made = make(place=place, name=asked.name, by=request.user)
    except Refused as refusal:
        return refusal
    messages.success(request, _told(made))
    return None


def _told(made: Body) -> str:
    if made.proposed_by_id:
        said = _("“%(body)s” was proposed at %(place)s and can be named at once. The task goes out when the body is confirmed.")
    else:
        said = _("“%(body)s” was added at %(place)s. What it stands under and who sits there is filled in on its page.")
    text = said % {"body": made.name, "place": made.place}
    return format_html('{} <a href="{}" target="_blank" rel="noopener">{}</a>', text, made.get_absolute_url(), _("Open its page"))


def _allowed(user: Any, permission: str, near: Place | None) -> list[Place]:
    if near is None:
        return []
    around = Place.objects.filter(path__in=line(near), valid_to=None).order_by("-path")
    return [each for each in around if may(user, permission, each)]


def _unknown(form: Form, name: str, errors: Sequence[Any]) -> bool:
    return isinstance(form.fields.get(name), NamedBody) and any(each.code in UNKNOWN for each in errors)
