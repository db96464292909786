"""Whether a declared change can still be undone: not once anything builds on what it made."""

from collections.abc import Sequence

from django.db.models import Q
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.places.models import Change, Event, EventKind, Place

OWN = {"places", "search"}
IN_USE = "in_use"
"""What a model calls the rows that keep a place; without it all of them do."""


def check(event: Event, made: Sequence[Place]) -> None:
    """Refuses what cannot be undone, and says why."""
    if event.kind == EventKind.UNDOING:
        raise Refused("place-change-is-undoing")
    if undone := Event.objects.filter(undoes=event).first():
        raise Refused("place-change-undone", on=timezone.localdate(undone.at))
    if event.by_id is None:
        raise Refused("place-change-loaded")
    _not_built_upon(event, made)
    _not_in_use(made)


def _not_built_upon(event: Event, made: Sequence[Place]) -> None:
    later = Change.objects.filter(before__in=made, event__undone_by=None).exclude(event=event).select_related("before", "event").first()
    if later:
        raise Refused("place-change-built-upon", place=later.before.title, on=later.event.on)
    below = Place.objects.filter(parent__in=made).exclude(began_by=event).first()
    if below:
        raise Refused("place-change-built-upon", place=below.title, on=below.valid_from)


def _not_in_use(made: Sequence[Place]) -> None:
    """Records, roles, figures: whatever another app has filed under a place."""
    relations = (each for each in Place._meta.get_fields(include_hidden=True) if isinstance(each, ForeignObjectRel))
    for relation in relations:
        model = relation.related_model
        if model._meta.app_label in OWN:
            continue
        found = model._base_manager.filter(getattr(model, IN_USE, Q()), **{f"{relation.field.name}__in": made})
        if count := found.count():
            place = getattr(found.select_related(relation.field.name).first(), relation.field.name)
            raise Refused("place-change-in-use", count=count, place=place.title, what=str(model._meta.verbose_name_plural))
