"""That the events of every task are those that the log tells of: its entries say each move, so that also old ones are proved."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from giaoban_web.directives.models import Directive, Event
from giaoban_web.history.models import Entry
from giaoban_web.history.rows import AT_ONCE, LOOKS

TOLD = ("move", "who", "on", "said")
TOGETHER = timedelta(minutes=10)
"""An event and its entry are of one transaction: no more lies between them."""
Key = tuple[str, int]


def broken() -> Iterator[str]:
    """The tasks, as model and key, of which an event is not what the log says, is missing, or was never told of."""
    keys = list(Directive.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        for key in sorted(_wrong(keys[start : start + AT_ONCE])):
            if all(_wrong([key]) for _ in range(LOOKS - 1)):
                yield f"directives.Event {key}"


def _wrong(keys: Collection[int]) -> set[int]:
    events = dict(_events(keys))
    logged = dict(_logged(keys))
    alike = {key for key, told in logged.items() if key in events and _is_so(events[key], told)}
    return {int(task) for task, _number in (events.keys() | logged.keys()) - alike}


def _events(keys: Collection[int]) -> Iterator[tuple[Key, dict[str, Any]]]:
    for event in Event.objects.filter(directive__in=keys).iterator():
        said = {"move": event.move, "who": event.who, "on": event.on.isoformat(), "said": event.said, "by": event.by_id, "at": event.at}
        yield (str(event.directive_id), event.number), said


def _logged(keys: Collection[int]) -> Iterator[tuple[Key, dict[str, Any]]]:
    entries = Entry.objects.filter(subject_type=Directive._meta.label_lower, subject_id__in=[str(key) for key in keys])
    for entry in entries.filter(details__has_key="number").iterator():
        told = {name: entry.details[name] for name in TOLD if name in entry.details}
        yield (entry.subject_id, int(entry.details["number"])), told | {"by": entry.by_id, "at": entry.at}


def _is_so(event: dict[str, Any], told: dict[str, Any]) -> bool:
    return all(_same(event[name], value) for name, value in told.items())


def _same(now: Any, then: Any) -> bool:
    return abs(now - then) < TOGETHER if isinstance(now, datetime) else bool(now == then)
