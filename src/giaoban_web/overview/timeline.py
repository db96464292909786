"""Meetings, narrowed by what a person asks for."""

from django.db.models import QuerySet

from giaoban_web.accounts.queries import find_places, under
from giaoban_web.accounts.reach import outermost
from giaoban_web.meetings.models import Meeting
from giaoban_web.overview.forms import MeetingFilter
from giaoban_web.places.models import Place
from giaoban_web.search.models import Entry
from giaoban_web.search.queries import ranked
from giaoban_web.search.query import parse


def narrowed_meetings(meetings: QuerySet[Meeting], form: MeetingFilter) -> QuerySet[Meeting]:
    """Those of `meetings` with the words, the mode and the days that `form` asks for, about places of that name or code or below them."""
    if words := form.value("q"):
        entries = ranked(Entry.objects.filter(subject_type="meetings.meeting"), parse(words))
        meetings = meetings.filter(pk__in=entries.order_by().values("subject_id"))
    if named := form.value("place"):
        paths = find_places(Place.objects.all(), named).values_list("path", flat=True)
        meetings = meetings.filter(under(outermost(paths), "place__path"))
    if mode := form.value("mode"):
        meetings = meetings.filter(mode=mode)
    if since := form.value("since"):
        meetings = meetings.filter(held_on__gte=since)
    if until := form.value("until"):
        meetings = meetings.filter(held_on__lte=until)
    return meetings
