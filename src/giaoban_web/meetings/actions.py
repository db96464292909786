"""Keeping the meetings that confirmed records tell of."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from giaoban_web.history.actions import record
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.search import actions as search


@transaction.atomic
def keep(*, place: Place, title: str, fields: dict[str, Any], by: Any, meeting: Meeting | None = None) -> Meeting:
    """The meeting about `place` that `fields` (`meeting` of the exchange record) tell of, made or brought in line.

    title    what to call it where the record names neither who met nor who was reviewed
    meeting  the one to bring in line; without it the one about the same place on the same day is told more of, else a new one is made
    """
    values = _values(fields, title)
    if meeting is None and (known := _known(place, values["held_on"])):
        meeting, values = known, {name: getattr(known, name) or value for name, value in values.items()}
    kept, wanted = meeting or Meeting(), {"place": place, **values}
    made = kept.pk is None
    if not made and all(getattr(kept, name) == value for name, value in wanted.items()):
        return kept
    for name, value in wanted.items():
        setattr(kept, name, value)
    kept.save()
    record(kept, "meeting added" if made else "meeting changed", by=by, fields=fields)
    search.index(
        kept,
        title=kept.title,
        body=" · ".join(filter(None, [kept.convener, kept.reviewed, kept.chair, *kept.chair_offices])),
        place=place,
        url=kept.get_absolute_url(),
        on=kept.held_on,
    )
    return kept


def drop(meeting: Meeting, *, by: Any) -> None:
    """Take a meeting out again that no record tells of any more; one that has tasks or a notice stays."""
    try:
        with transaction.atomic():
            record(meeting, "meeting dropped", by=by, title=meeting.title)
            search.forget(meeting)
            meeting.delete()
    except ProtectedError:
        return


def _values(fields: dict[str, Any], title: str) -> dict[str, Any]:
    chair = fields.get("chair") or {}
    convener, reviewed = fields.get("convener") or "", fields.get("reviewed") or ""
    return {
        "held_on": date.fromisoformat(fields["date"]) if fields.get("date") else None,
        "mode": fields.get("mode") or "",
        "title": (f"{convener} làm việc với {reviewed}" if convener and reviewed else title)[:300],
        "convener": convener[:300],
        "reviewed": reviewed[:300],
        "chair": (chair.get("name") or "")[:120],
        "chair_offices": list(chair.get("offices") or ()),
    }


def _known(place: Place, held_on: date | None) -> Meeting | None:
    return Meeting.objects.filter(place=place, held_on=held_on).first() if held_on else None
