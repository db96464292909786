"""Whether a task was asked before, and what came of it then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import lazystr
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giaoban.directives.counting import kind
from giaoban.directives.repetition.repetition import Earlier
from giaoban.directives.states import State
from giaoban_web.directives import positions
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.directives.words import KINDS
from giaoban_web.places.models import Place

MOST, DRAFTS = 1_500, 200
"""So many of the newest earlier ones are compared, of the lead and of the place each, and so many drafts: more would make whoever types
wait."""
OFTEN = 3
"""So many surely ask the same that no more are looked for by way of them."""
ORDINALS = {
    2: gettext_lazy("second"), 3: gettext_lazy("third"), 4: gettext_lazy("fourth"), 5: gettext_lazy("fifth"),
    6: gettext_lazy("sixth"), 7: gettext_lazy("seventh"), 8: gettext_lazy("eighth"), 9: gettext_lazy("ninth"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EarlierOne:
    """A task that asks the same or may ask it, and in words what came of it."""

    directive: Directive
    outcome: Any


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """The earlier ones that surely ask the same, oldest first; `limited` where there were more to compare than were compared.

    perhaps those that may ask the same: whoever reads them decides, and they are not counted
    drafts  those, surely the same or perhaps, that nobody has issued yet: they stand there, and nobody was asked by them
    """

    found: Sequence[EarlierOne] = ()
    limited: bool = False
    drafts: Sequence[Directive] = ()
    perhaps: Sequence[EarlierOne] = ()

    def __bool__(self) -> bool:
        return bool(self.found or self.perhaps or self.drafts)

    @property
    def heading(self) -> Any:
        """The strongest of what may be said of it."""
        if self.drafts and not self.found and not self.perhaps:
            return _("Drafted already")
        return _("Perhaps asked before") if self.perhaps and not self.found else _("Asked before")

    @property
    def time(self) -> Any:
        """Which time it is asked now: "third"."""
        number = len(self.found) + 1
        return ORDINALS.get(number, lazystr(str(number)))

    @property
    def days(self) -> str:
        """ "03/2019, 11/2019": the months in which it was asked."""
        return ", ".join(each.directive.given_on.strftime("%m/%Y") for each in self.found)


def asked_before(user: Any, directive: Directive, on: date) -> AskedBefore:
    """Those among the newest earlier ones to the same lead or at the same place, as far as `user` may see them, as they stand on a day.

    directive  may be one that is not kept yet, and whose place or lead is not chosen. A part is asked with its whole, and is compared with
               nothing.
    """
    if directive.above_id or not directive.wording.strip():
        return AskedBefore()
    seen = visible_to(user)
    near = _near(directive)
    earlier = _earlier(seen, directive)
    newest = [list(earlier.exclude(state=State.DRAFT).filter(its)[:MOST]) for its in near]
    drafts = list(earlier.filter(reduce(or_, near), state=State.DRAFT)[:DRAFTS]) if near else []
    wordings = dict(pair for part in (*newest, drafts) for pair in part)
    (sure,) = _sure([directive.wording], wordings)
    found = Directive.objects.filter(pk__in=sure).select_related("lead", "meeting")
    ordered = list(found.order_by("given_on", "pk"))
    issued = [EarlierOne(each, _outcome(each, on)) for each in ordered if each.state != State.DRAFT]
    return AskedBefore(
        [each for each in issued if sure[each.directive.pk]],
        any(len(part) == MOST for part in newest),
        [each for each in ordered if each.state == State.DRAFT],
        [each for each in issued if not sure[each.directive.pk]],
    )


def months_asked(user: Any, place: Place, before: date, wordings: Sequence[str]) -> list[str]:
    """For each wording when the same was asked at the place, as "05/2026, 08/2026": of the newest tasks given before a day that `user` may
    see, drafts left out.
    """
    earlier = visible_to(user).filter(above=None, place=place, given_on__lt=before).exclude(state=State.DRAFT).order_by("-given_on", "-pk")
    told = {key: (wording, day) for key, wording, day in earlier.values_list("pk", "wording", "given_on")[:MOST]}
    sure = _sure(wordings, {key: wording for key, (wording, _day) in told.items()})
    return [", ".join(f"{day:%m/%Y}" for day in sorted(told[key][1] for key, its in each.items() if its)) for each in sure]


def _sure(asked: Sequence[str], wordings: Mapping[int, str]) -> list[dict[int, bool]]:
    """For each that is asked the keys of those of `wordings` that ask the same or may, and whether they surely do.

    What was asked the same as a sure one is sure, too, as briefs count it: in May, in August in other words, and now. Where it was asked
    often already, it is not looked for.
    """
    keys, earlier = list(wordings), Earlier(wordings.values())
    found = [{keys[each.at]: each.repeat.sure for each in its} for its in earlier.asked_all(asked, positions.known)]
    firsts = [[key for key, sure in each.items() if sure] for each in found]
    near = dict.fromkeys(key for first in firsts if len(first) <= OFTEN for key in first)
    alike = dict(zip(near, earlier.asked_all([wordings[key] for key in near], positions.known), strict=True))
    for each, first in zip(found, firsts, strict=True):
        if len(first) <= OFTEN:
            each |= {keys[its.at]: True for key in first for its in alike[key] if its.repeat.sure}
    return found


def _near(directive: Directive) -> list[Q]:
    """Where those lie that it may repeat: at its place, and with its lead, as far as these are known."""
    return [Q(**{name: key}) for name, key in (("place", directive.place_id), ("lead", directive.lead_id)) if key]


def _earlier(seen: QuerySet[Directive], directive: Directive) -> QuerySet[Directive, tuple[int, str]]:
    """Keys and wordings of those given before it, among those `seen`, the newest first; a part is left to its whole."""
    found = seen.filter(above=None).exclude(pk=directive.pk)
    days = {"given_on__lt": directive.given_on} if directive.given_on else {"given_on__isnull": False}
    return found.filter(**days).order_by("-given_on", "-pk").values_list("pk", "wording")


def _outcome(directive: Directive, on: date) -> Any:
    """Done on time, overdue …; of what is not counted, its state."""
    counted = kind(directive.standing, on)
    return KINDS[counted] if counted else directive.get_state_display()
