"""One change of places becomes an event with the pairs of places that belong together."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations

Link = Any


def group(apps: Any, _editor: Any) -> None:
    """Each set of changes of one day and act that hang together through their places gets one event."""
    change, event = apps.get_model("places", "Change"), apps.get_model("places", "Event")
    for links in _together(list(change.objects.order_by("on", "pk"))):
        kinds = {link.kind for link in links}
        kind = kinds.pop() if len(kinds) == 1 else "rearrangement"
        made = event.objects.create(kind=kind, on=links[0].on, act=links[0].act)
        change.objects.filter(pk__in=[link.pk for link in links]).update(event=made)
        _ended_and_made(links, made)


def ungroup(apps: Any, _editor: Any) -> None:
    change = apps.get_model("places", "Change")
    for link in change.objects.select_related("event"):
        known = {"upgrade", "renaming", "merger", "split", "abolition"}
        kind = link.event.kind if link.event.kind in known else ("split" if link.part else "merger")
        change.objects.filter(pk=link.pk).update(on=link.event.on, act=link.event.act[:120], kind=kind)


def _together(links: list[Link]) -> Iterator[list[Link]]:
    """The end of a level is apart from what became of the places below it."""
    sets: list[tuple[set[Any], list[Link]]] = []
    for link in links:
        side = "level" if link.kind == "abolition" else "place"
        ends = {(link.on, link.act, side, link.before_id), (link.on, link.act, side, -link.after_id)}
        near = [each for each in sets if each[0] & ends]
        sets = [each for each in sets if not each[0] & ends]
        sets.append((ends.union(*(each[0] for each in near)), [*(old for each in near for old in each[1]), link]))
    yield from (found for _ends, found in sets)


def _ended_and_made(links: list[Link], made: Any) -> None:
    for link in links:
        if link.before.valid_to == made.on:
            type(link.before).objects.filter(pk=link.before_id).update(ended_by=made)
        if link.after.valid_from == made.on and made.kind != "abolition":
            type(link.after).objects.filter(pk=link.after_id).update(began_by=made)


class Migration(migrations.Migration):
    dependencies = [("places", "0002_events")]
    operations = [migrations.RunPython(group, ungroup)]
