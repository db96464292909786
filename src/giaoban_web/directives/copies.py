"""Tasks of the same words that come from the same meeting: the later one is a copy, made a second time of one sentence."""

from typing import Any

from django.db.models import Q

from giaoban.directives.states import State
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.directives.sources import Origin

NEARLY, FEW = 0.75, 5
"""From which share of its words on the shorter of two wordings may be the same task, and words below which nobody can tell."""


class Copies:
    """The tasks that `user` sees of the meeting of which `origin` speaks, or of the same text in another file, by their words.

    Where no meeting is known, those given at the same place on the same day. A part of a task and what was withdrawn are no first one.
    """

    def __init__(self, user: Any, origin: Origin) -> None:
        found = visible_to(user).filter(_given_together(origin), above=None).exclude(state=State.WITHDRAWN)
        self.found = list(found.select_related("find").only("wording", "state", "find__record").order_by("-pk"))
        self.known = {words_of(each.wording): each for each in self.found}

    def first(self, wording: str) -> Directive | None:
        """The earliest one of those words."""
        return self.known.get(words_of(wording))

    def like(self, wording: str, record: int) -> Directive | None:
        """The one from another record whose words are most nearly those, as the news tells a task of the minutes; None where none are."""
        words = frozenset(words_of(wording).split())
        others = (each for each in self.found if each.find is None or each.find.record_id != record)
        shares = [(_shared(words, frozenset(words_of(each.wording).split())), -each.pk, each) for each in others]
        share, _key, nearest = max(shares, default=(0.0, 0, None))
        return nearest if share >= NEARLY else None


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter of two wordings the longer one says, too; nothing where it has only a few words."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= FEW else 0.0


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
