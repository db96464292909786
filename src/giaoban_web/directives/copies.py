"""Tasks of the same words that come from the same meeting: the later one is a copy, made a second time of one sentence."""

from typing import Any

from django.db.models import Q, QuerySet

from giaoban.directives.states import State
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.directives.sources import Origin


class Copies:
    """The tasks that `user` sees of the meeting of which `origin` speaks, or of the same text in another file, by their words.

    Where no meeting is known, those given at the same place on the same day. A part of a task and what was withdrawn are no first one.
    """

    def __init__(self, user: Any, origin: Origin) -> None:
        found = visible_to(user).filter(_given_together(origin), above=None).exclude(state=State.WITHDRAWN)
        self.known = _by_words(found)

    def first(self, wording: str) -> Directive | None:
        """The earliest one of those words."""
        return self.known.get(words_of(wording))


def first_of(user: Any, directive: Directive) -> Directive | None:
    """The earlier task of which `directive` is a copy; None for one that was made first, and for a part."""
    if directive.above_id:
        return None
    said = {"given_on": directive.given_on}
    origin = Origin(place=directive.place, meeting=directive.meeting, find=directive.find, initial=said)
    first = Copies(user, origin).first(directive.wording)
    return first if first and first.pk < directive.pk else None


def words_of(wording: str) -> str:
    """The words by which two wordings are one: however they are spaced, begun and ended."""
    return " ".join(wording.split()).strip(" .;,-").casefold()


def _given_together(origin: Origin) -> Q:
    given_on = origin.initial.get("given_on")
    together = Q(pk__in=[])
    if origin.meeting:
        together |= Q(meeting=origin.meeting)
    elif given_on:
        together |= Q(meeting=None, place=origin.place, given_on=given_on)
    text = origin.find.record.words if origin.find else ""
    return together | Q(find__record__words=text) if text else together


def _by_words(found: QuerySet[Directive]) -> dict[str, Directive]:
    newest_first = found.only("wording", "state").order_by("-pk")
    return {words_of(each.wording): each for each in newest_first}
