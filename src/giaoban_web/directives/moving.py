"""A move of a task, whoever makes it: allowed or refused by the core's table, added as an event, with its evidence, in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from giaoban.directives import states
from giaoban.directives.states import Standing, Who
from giaoban.model import Refused
from giaoban_web.bodies.models import Body
from giaoban_web.directives import aiming, parts_after, serving_changed
from giaoban_web.directives.actions import draft_part
from giaoban_web.directives.clarities import lacking
from giaoban_web.directives.evidence import Piece, attach
from giaoban_web.directives.models import Directive, Event
from giaoban_web.directives.moving_said import Extra, Part, said_with
from giaoban_web.directives.queries import capacities, visible_to
from giaoban_web.directives.signals import moved
from giaoban_web.directives.terms import refuse_before_given, task_of
from giaoban_web.directives.versions import locked
from giaoban_web.directives.words import DONE, in_words
from giaoban_web.history import actions as history

DATING = frozenset({"issue", "correct"})
"""Moves with which the deadline is said."""


def move(
    *,
    directive: Directive,
    name: str,
    seen: int,
    by: Any,
    said: Mapping[str, Any] | None = None,
    evidence: Sequence[Piece] = (),
    into: Directive | None = None,
    parts: Sequence[Part] = (),
    lead: Body | None = None,
    beneath: str = "",
    on: date | None = None,
) -> Directive:
    """Make one move.

    seen      the version that the person saw; `Conflict` when something happened since
    said      text, reason, percent (0 to 100), until (a day), deadline (a day, with "correct"); with "aim" the key of an indicator,
              direction, value and by_on; with "serve" the key of a criterion, or "none"
    evidence  pieces that come with it: with a report or progress they show what was done, with any other move they are papers to it; what
              is handed down goes out with its papers
    into      with "merge", the task that takes it up; parts: with "cascade", what is handed down
    lead      with "reassign", the body that takes it over
    beneath   with "withdraw" and "merge", what becomes of open parts: a key of `parts_after.OFFERED` (left open)
    on        the day it counts for (today): never later than today

    Refused as `giaoban.directives.states.after` says, in words of the screen, and: `evidence-not-seen`, `cascade-open-below`,
    `body-not-confirmed`, `day-in-future`, `merge-into-itself`, `lead-already`, `lead-accepts-own`, `part-to-itself`,
    `aim-unknown`, `aim-not-there`, `criterion-unknown`, `criterion-served-already`, `criterion-not-served`, `deadline-before-given`,
    `parts-way-unknown`.
    """
    day = on or timezone.localdate()
    with transaction.atomic():
        fresh = locked(directive, seen)
        if day > timezone.localdate():
            raise Refused("day-in-future", on=day)
        who = _capacity(fresh, name, by)
        extra = Extra(evidence, into, parts, lead, beneath)
        words = said_with(fresh, name, said or {}, extra, by)
        after = _after(fresh.standing, states.Event(name, who, day, words))
        _refuse_before_given(fresh, name, day, after.deadline, parts)
        return _made(fresh, name, who, day, words, after, by, extra)


def _after(now: Standing, event: states.Event) -> Standing:
    try:
        return states.after(now, event)
    except Refused as refused:
        raise in_words(refused) from None


def _capacity(directive: Directive, name: str, by: Any) -> Who:
    """The capacity in which she makes it; one that the table does not allow where she has none that it does, so that it says why."""
    known = states.moves().get(name)
    if known is None:
        raise Refused("move-unknown", move=name)
    own = capacities(by, directive)
    if states.answers_own(known, own):
        raise Refused("extension-own")
    fitting = [who for who in Who if who in known.who & own]
    if fitting:
        return fitting[0]
    if not own and not visible_to(by).filter(pk=directive.pk).exists():
        raise Refused("not-allowed-here", place=str(directive.place))
    return next(iter(own), Who.WATCHER)


def _refuse_before_given(directive: Directive, name: str, day: date, deadline: date | None, parts: Sequence[Part]) -> None:
    """No task goes out, and no part is handed down, with a deadline before the day on which it is given."""
    if name in DATING:
        refuse_before_given(deadline, directive.given_on)
    for part in parts:
        refuse_before_given(part.deadline_on, day)


def _made(
    directive: Directive, name: str, who: Who, day: date, words: Mapping[str, str], after: Standing, by: Any, extra: Extra
) -> Directive:
    event = Event.objects.create(
        directive=directive, number=_next_number(directive), move=name, who=who.value, on=day, said=dict(words), by=by
    )
    _write(directive, after)
    if effect := EFFECTS.get(name):
        effect(directive, event, extra)
    directive.version += 1
    directive.moved_at = event.at
    directive.save()
    attach(event, extra.evidence, by)
    told = {"number": event.number, "move": name, "who": who.value, "on": day.isoformat(), "said": dict(words)}
    history.record(directive, DONE[name], by=by, version=directive.version, state=directive.state, **told)
    moved.send(Directive, directive=directive, event=event, by=by)
    return directive


def _next_number(directive: Directive) -> int:
    last = directive.events.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def _write(directive: Directive, now: Standing) -> None:
    """Bring the columns in line with what the core says."""
    directive.state = now.state.value
    directive.deadline_on, directive.asked_until, directive.extended = now.deadline, now.asked, now.extended
    directive.reported_on, directive.done_on = now.reported_on, now.done_on


def _issued(directive: Directive, event: Event, _extra: Extra) -> None:
    directive.issued_on = event.on


def _progressed(directive: Directive, event: Event, _extra: Extra) -> None:
    if "percent" in event.said:
        directive.percent = int(event.said["percent"])


def _reported(directive: Directive, event: Event, extra: Extra) -> None:
    _progressed(directive, event, extra)
    directive.reported_by = event.by


def _reassigned(directive: Directive, event: Event, extra: Extra) -> None:
    """What the old lead had done stays in the history; the new one begins at nothing, and what was handed down is now its own."""
    _pass_on(directive, event, extra)
    directive.lead, directive.percent, directive.reported_by = extra.lead, None, None
    directive.supporting.remove(*directive.supporting.filter(pk=directive.lead_id))
    directive.vague = lacking(task_of(directive))


def _pass_on(directive: Directive, event: Event, extra: Extra) -> None:
    assert extra.lead is not None
    parts_after.pass_on(directive, extra.lead, _made_of(event))


def _made_of(event: Event) -> parts_after.Made:
    """Adds to a part the event that comes of this one of its whole."""

    def made(part: Directive, name: str, words: Mapping[str, str]) -> None:
        after = parts_after.standing_after(part, name, words, event.on)
        _made(part, name, Who.HEAD, event.on, words, after, event.by, Extra())

    return made


def _withdrawn(directive: Directive, event: Event, extra: Extra) -> None:
    if extra.beneath == parts_after.FALL:
        parts_after.fall_away(directive, event.said.get("reason", ""), extra.into, _made_of(event))


def _aimed(directive: Directive, event: Event, _extra: Extra) -> None:
    aiming.write(directive, event)


def _served(directive: Directive, event: Event, _extra: Extra) -> None:
    serving_changed.write(directive, event)


def _merged(directive: Directive, event: Event, extra: Extra) -> None:
    directive.merged_into = extra.into
    _withdrawn(directive, event, extra)
    if extra.beneath == parts_after.PASS_ON and extra.into is not None:
        parts_after.go_over(directive, extra.into, _made_of(event))


def _handed_down(directive: Directive, event: Event, extra: Extra) -> None:
    """A task of its own for each part, issued by the lead of the whole, which also accepts it."""
    for part in extra.parts:
        made = draft_part(
            whole=directive, body=part.body, work=part.work, deadline_on=part.deadline_on or directive.deadline_on, by=event.by
        )
        words = {"lead": part.body.name, "above": str(directive.pk)}
        after = states.after(made.standing, states.Event("hand_down", Who.ISSUER, event.on, words))
        _made(made, "hand_down", Who.ISSUER, event.on, words, after, event.by, Extra(extra.evidence))


EFFECTS: Mapping[str, Callable[[Directive, Event, Extra], None]] = {
    "issue": _issued,
    "hand_down": _issued,
    "progress": _progressed,
    "report": _reported,
    "reassign": _reassigned,
    "withdraw": _withdrawn,
    "merge": _merged,
    "cascade": _handed_down,
    "aim": _aimed,
    "serve": _served,
}
"""What a move writes beside what the core works out."""
