"""A brief on the scene's town, composed when its task had been overdue for years; and what is sent to its addresses."""

from datetime import date
from typing import Any

from giaoban_web.accounts.models import User
from giaoban_web.briefs.brief_composing import compose
from giaoban_web.briefs.brief_gathering import About
from giaoban_web.briefs.models import Brief
from giaoban_web.places.models import Place

MEETING = "Giao ban quý III/2020"


def make(town: Place, clerk: User) -> Brief:
    about = About(town, meeting=MEETING, meeting_on=date(2020, 10, 15))
    return compose(about=about, on=date(2020, 10, 12), by=clerk)


def arguments(town: Place) -> dict[str, Any]:
    """What stands in the addresses of briefs."""
    return {"brief_id": Brief.objects.get(place=town).pk, "question_number": 1}


def sent(town: Place) -> dict[str, dict[str, Any]]:
    """What is sent to each address."""
    return {
        "briefs/compose/": {"place": town.code, "body": "", "meeting": MEETING, "meeting_on": "", "on": "13/10/2020"},
        "briefs/many/": {"place": town.pk, "meeting": "Giao ban tuần", "meeting_on": "", "on": "13/10/2020"},
        "briefs/<int:brief_id>/questions/<int:question_number>/": {"state": "answered", "note": "Đã giải ngân 80%.", "seen": 0},
    }
