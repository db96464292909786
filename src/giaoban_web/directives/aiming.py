"""An aim said, changed or withdrawn after the task was issued: an event with its reason, and the aims as they then stand."""

from collections.abc import Mapping

from django.utils.dateparse import parse_date

from giaoban.model import Refused
from giaoban_web.directives.models import Aim, Direction, Directive, Event
from giaoban_web.ledger.queries import indicators

WITHDRAWN = "withdrawn"
"""The direction of an indicator that the task shall move no more."""
SAID = ("indicator", "direction", "value", "by_on")


def named(directive: Directive, said: Mapping[str, str]) -> dict[str, str]:
    """What the event says of the aim besides what was sent: the indicator by its name, and what was aimed at before.

    Refused: `aim-unknown` for an indicator or direction that there is not, `aim-not-there` for withdrawing what was never aimed at.
    """
    key, direction = said.get("indicator", ""), said.get("direction", "")
    if not key or not direction:
        return {}
    indicator = indicators().filter(key=key).first()
    if indicator is None or direction not in {*Direction.values, WITHDRAWN}:
        raise Refused("aim-unknown", indicator=key, direction=direction)
    before = directive.aims.filter(indicator=indicator).first()
    if before is None and direction == WITHDRAWN:
        raise Refused("aim-not-there", indicator=indicator.name)
    told = {"aim": indicator.name}
    return told | {"aim_before": " ".join(filter(None, (before.direction, before.value)))} if before else told


def write(directive: Directive, event: Event) -> None:
    """The aims as they stand after the event; what they were stays in it."""
    kept = {name: event.said.get(name, "") for name in SAID}
    held = directive.aims.filter(indicator__key=kept["indicator"])
    if kept["direction"] == WITHDRAWN:
        held.delete()
        return
    Aim.objects.update_or_create(
        directive=directive,
        indicator=indicators().get(key=kept["indicator"]),
        defaults={"direction": kept["direction"], "value": kept["value"], "by_on": parse_date(kept["by_on"])},
    )
