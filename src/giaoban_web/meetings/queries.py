"""Meetings that a person may see, and those of them that some words name."""

import re
from typing import Any

from django.db.models import Q, QuerySet

from giaoban_web.accounts.queries import find_places, where
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.ui.folding import holding
from giaoban_web.ui.numbers import whole

OFFERED = 100
"""Meetings to choose from at once."""
DAY = re.compile(
    r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>[1-9]\d{3})|(?P<on>\d{1,2})[/.-](?P<of>\d{1,2})", re.ASCII
)


def visible_to(user: Any) -> QuerySet[Meeting]:
    """Meetings about places where `user` may see records."""
    return Meeting.objects.filter(where(user, "records.view")).select_related("place")


def offered(meetings: QuerySet[Meeting], sought: str = "", chosen: Any = None) -> list[Meeting]:
    """Meetings to choose from: those that `sought` names, the latest first; the one `chosen` before is always among them.

    chosen  its key as it was sent, or anything else for none
    """
    key = whole(str(chosen or ""))
    kept = meetings.none() if key is None else meetings.filter(pk=key)
    return list({each.pk: each for each in (*kept, *find(meetings, sought)[:OFFERED])}.values())


def find(meetings: QuerySet[Meeting], sought: str) -> QuerySet[Meeting]:
    """Those held on a day, in a month or a year (12/3/2020, 3/2020, 2020, 12/3), or that have the words in their title, their bodies or the
    name of their place; all of `meetings` where nothing is sought."""
    text = sought.replace("\0", "").strip()
    if not text:
        return meetings
    if day := DAY.fullmatch(text):
        return meetings.filter(_held(day))
    said = holding(text, "title", "convener", "reviewed")
    return meetings.filter(said | Q(place__in=find_places(Place.objects.all(), text)))


def _held(day: re.Match[str]) -> Q:
    told = {"day": day["day"] or day["on"], "month": day["month"] or day["of"], "year": day["year"]}
    return Q(**{f"held_on__{name}": int(value) for name, value in told.items() if value})
