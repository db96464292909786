"""What becomes of the parts that were handed down when their whole changes hands, is withdrawn or goes up into another task."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from django.utils.translation import gettext_lazy as _

from giaoban.directives.cascading import roll_up, why_not_report
from giaoban.directives.states import Event, Standing, Who, after
from giaoban.model import Refused
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import OPEN, Directive

FALL, KEEP, PASS_ON = "withdraw", "keep", "pass_on"
WAYS: Mapping[str, Any] = {
    FALL: _("withdraw them with it"),
    PASS_ON: _("let them go over to the task that takes it up"),
    KEEP: _("leave them open"),
}
OFFERED: Mapping[str, Sequence[str]] = {"withdraw": (FALL, KEEP), "merge": (PASS_ON, FALL, KEEP)}
"""What may become of open parts with each move that ends their whole, the usual first."""


class Made(Protocol):
    """Adds the event of a part, with what it writes."""

    def __call__(self, part: Directive, name: str, words: Mapping[str, str]) -> None: ...


def open_beneath(wholes: Iterable[Directive]) -> Mapping[int, list[Directive]]:
    """By the key of each task everything still open that was handed down from it, over as many levels as there are, the deepest last."""
    found: dict[int, list[Directive]] = {task.pk: [] for task in wholes}
    tops = {pk: {pk} for pk in found}
    while tops:
        level = list(Directive.objects.filter(above__in=tops).select_related("lead", "place").order_by("pk"))
        for part in level:
            for top in tops[part.above_id or 0] if part.state in OPEN else ():
                found[top].append(part)
        tops = {part.pk: tops[part.above_id or 0] for part in level}
    return found


def refuse_while_open_below(whole: Directive, on: date) -> None:
    """No whole is reported while a part is open."""
    if why := why_not_report(roll_up((part.standing for part in whole.below.all()), on)):
        raise why


def said_of(name: str, way: str, whole: Directive) -> dict[str, str]:
    """What the event says of the open parts; nothing where there are none. Refused for a way that the move does not have."""
    ways = OFFERED.get(name, ())
    if way not in ("", *ways):
        raise Refused("parts-way-unknown", way=way, ways=", ".join(ways) or "—")
    count = len(open_beneath([whole])[whole.pk]) if ways else 0
    return {"beneath": f"{way or KEEP} {count}"} if count else {}


def fall_away(whole: Directive, reason: str, but_for: Directive | None, made: Made) -> None:
    """Withdraw every open part, over all levels; not what takes the whole up, nor what that is a part of."""
    kept = _line_above(but_for)
    for part in _held(reversed(open_beneath([whole])[whole.pk])):
        if part.pk not in kept:
            made(part, "fall_away", {"above": str(whole.pk)} | ({"reason": reason} if reason else {}))


def go_over(whole: Directive, into: Directive, made: Made) -> None:
    """Hang the open parts right below under the task that takes the whole up."""
    kept = _line_above(into)
    for part in _held(whole.below.all()):
        if part.pk not in kept:
            part.above = into
            _given_by(part, whole.lead_id, into.lead)
            made(part, "pass_on", {"above": str(into.pk), "over": into.lead.name if into.lead else "—"})


def pass_on(whole: Directive, lead: Body, made: Made) -> None:
    """The new lead gives and accepts the parts that the old one did, so that somebody who has the whole can; not a part that it leads."""
    for part in _held(whole.below.all()):
        _given_by(part, whole.lead_id, lead)
        made(part, "pass_on", {"above": str(whole.pk), "over": lead.name})


def standing_after(part: Directive, name: str, words: Mapping[str, str], on: date) -> Standing:
    """The standing of a part after what a move of its whole does to it."""
    return after(part.standing, Event(name, Who.HEAD, on, words))


def _given_by(part: Directive, before: int | None, lead: Body | None) -> None:
    if part.issuer_body_id == before:
        part.issuer_body, part.issuer = lead, lead.name if lead else part.issuer
    if part.acceptor_id == before:
        part.acceptor = None if lead is None or part.lead_id == lead.pk else lead


def _held(parts: Iterable[Directive]) -> Iterator[Directive]:
    """Those of the parts that are open, in their order, as they are now and held until the transaction ends."""
    keys = [part.pk for part in parts]
    rows = Directive.objects.select_for_update(of=("self",)).select_related("lead", "place").order_by("pk")
    now = {part.pk: part for part in rows.filter(pk__in=keys, state__in=OPEN)}
    return (now[key] for key in keys if key in now)


def _line_above(task: Directive | None) -> set[int]:
    """The task and all that it is a part of."""
    found: set[int] = set()
    while task is not None and task.pk not in found:
        found.add(task.pk)
        task = task.above
    return found
