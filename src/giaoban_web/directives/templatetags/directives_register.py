"""Words and numbers that the pages of the register need."""

from decimal import Decimal
from typing import Any

from django import template

from giaoban.directives.counting import Count, Kind
from giaoban.directives.outcomes import Outcome
from giaoban.directives.scoreboard import Row
from giaoban.model import Refused
from giaoban_web.directives import register_days
from giaoban_web.directives.exports import FORMS
from giaoban_web.directives.words import in_words
from giaoban_web.ui.lists import Listing
from giaoban_web.ui.templatetags.ui import number, say

register = template.Library()
AMONG_MANY = {"move-not-from-here": "move-not-from-here-among-many"}
TONES = {Kind.ON_TIME: " good", Kind.LATE: " good", Kind.OVERDUE: " late", Kind.UNDATED: " bad"}


@register.filter
def of(count: Count, kind: str) -> int:
    """The number of tasks of that kind in a count."""
    return count.of(Kind(kind))


@register.filter
def rate(percent: Decimal | None) -> str:
    """ "50%"; a dash where nothing is counted."""
    return number(percent) + ("" if percent is None else "%")


@register.filter
def ended(row: Row, outcome: str) -> int:
    """The number of shares with that outcome in a row of the scoreboard."""
    return row.outcomes.get(Outcome(outcome), 0)


register.filter("ahead", register_days.ahead)
register.filter("as_of", register_days.as_of)


@register.filter
def tone(kind: Kind | None) -> str:
    """The class of a chip for a task of that kind."""
    return TONES.get(kind, "") if kind else ""


@register.simple_tag
def why(refused: Refused) -> str:
    """Why a task is not moved, with states, moves and capacities in the reader's words; among many, what else to do is asked of none."""
    told = in_words(refused)
    return say(Refused(AMONG_MANY.get(told.code, told.code), **told.values))


@register.inclusion_tag("directives/_away.html")
def take_away(listing: Listing) -> dict[str, Any]:
    """Links to the whole list in the form offices use: XLSX, CSV, PDF."""
    return {"forms": [{"name": form.upper(), "address": listing.address(export=form)} for form in FORMS]}
