"""What a change of places does to what is filed under them: other apps say it here, the preview shows it.

effects.register(function)   function(plan) gives one `Effect` for each series or kind of thing it concerns
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from giaoban_web.places.planning import Plan


class What(models.TextChoices):
    """What becomes of a series: it goes on as it is, is summed, is split by shares, stays under what was, or cannot be carried over."""

    GOES_ON = "goes_on", _("goes on")
    SUMMED = "summed", _("is summed")
    SPLIT = "split", _("is split by shares")
    STAYS = "stays", _("stays filed there")
    REFUSED = "refused", _("does not go on")


@dataclass(frozen=True, slots=True)
class Effect:
    """One line of a preview.

    subject  what is concerned, in the reader's language: the name of an indicator, "roles"
    count    how many figures, records, roles …
    why      a refusal that says why it cannot go on, or what to do
    """

    subject: Any
    what: What
    count: int
    why: Any = None


Tell = Callable[[Plan], Iterable[Effect]]
_told: list[Tell] = []


def register(tell: Tell) -> None:
    """From now on previews ask `tell` as well; twice the same is once."""
    if tell not in _told:
        _told.append(tell)


def effects_of(plan: Plan) -> list[Effect]:
    """Every effect that an app tells of, in the order in which they registered."""
    return [effect for tell in _told for effect in tell(plan)]
