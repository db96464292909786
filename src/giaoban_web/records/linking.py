"""Which meeting a record tells of; what was filed by that meeting follows when it changes."""

from dataclasses import dataclass
from typing import Any

from giaoban_web.history import queries as log
from giaoban_web.meetings import actions as meetings
from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.naming import title_of
from giaoban_web.places.models import Place
from giaoban_web.records.indexing import index_fact, index_record
from giaoban_web.records.matching import place_of, setting
from giaoban_web.records.models import STANDING, Decision, Find, Kind, Record
from giaoban_web.records.signals import decided


@dataclass(frozen=True, slots=True)
class Linked:
    """What changed when a record was linked to its meeting.

    moved     how many facts went to another place
    left      key of the meeting of which the record tells no more; it stays while it has tasks or a notice
    followed  what came of that by find, as whoever follows decisions tells it
    """

    moved: int
    left: int | None
    followed: dict[str, Any]

    @property
    def details(self) -> dict[str, Any]:
        """For the log: `handed_back` reads them."""
        return {"moved": self.moved} | ({"left": self.left} if self.left else {}) | ({"figures": self.followed} if self.followed else {})


def link(record: Record, *, by: Any) -> Linked:
    """Bring the record's meeting in line with the last confirmed find that tells of one.

    A find that stands again after it was rejected tells of the meeting that it told of then.
    """
    record.refresh_from_db(fields=["meeting"])
    told = _told(record)
    known = record.meeting or (_handed_back(told.find) if told else None)
    record.meeting = _kept(record, told, known, by) if told else None
    record.save(update_fields=["meeting"])
    if known and known != record.meeting and not known.records.exists():
        meetings.drop(known, by=by)
    index_record(record)
    moved, followed = _moved(record, by)
    return Linked(moved, known.pk if known and not record.meeting else None, followed)


def _handed_back(find: Find) -> Meeting | None:
    """The meeting of which its record told no more when the find was rejected, where it was kept."""
    left = [entry.details["left"] for entry in log.about(find) if "left" in entry.details]
    return Meeting.objects.filter(pk=left[-1]).first() if left else None


def _told(record: Record) -> Decision | None:
    standing = record.finds.filter(standing__verdict__in=STANDING, standing__kind=Kind.MEETING)
    last = standing.select_related("standing__place").order_by("-standing__at", "-standing").first()
    return last.standing if last else None


def _kept(record: Record, told: Decision, known: Meeting | None, by: Any) -> Meeting:
    place = told.place or record.place
    own = known if known and _is_its_own(known, record, place, told.fields.get("date")) else None
    title = title_of(str(record), record.text[told.start : told.end], told.fields)
    return meetings.keep(place=place, title=title, fields=told.fields, by=by, meeting=own)


def _is_its_own(known: Meeting, record: Record, place: Place, held_on: str | None) -> bool:
    """Whether no other record tells of the meeting, and no other meeting is the one meant now."""
    twin = held_on and Meeting.objects.filter(place=place, held_on=held_on).exclude(pk=known.pk).exists()
    return not twin and not known.records.exclude(pk=record.pk).exists()


def _moved(record: Record, by: Any) -> tuple[int, dict[str, Any]]:
    """File the confirmed facts anew by the record's setting; gives how many changed their place, and what came of that by find."""
    around, count, followed = setting(record), 0, {}
    for find in record.finds.facts().exclude(standing__kind=Kind.MEETING).select_related("standing__place"):
        decision = find.standing
        place = place_of(record, decision.kind, decision.fields, around)
        if place != decision.place:
            decision.place, count = place, count + 1
            decision.save(update_fields=["place"])
            find.record = record
            told = dict(named for _receiver, named in decided.send(Decision, find=find, decision=decision, by=by))
            followed |= {str(find.pk): told} if any(told.values()) else {}
        index_fact(find, decision, around)
    return count, followed
