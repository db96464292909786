"""What the event of a move says beside what was typed: the new lead, how much evidence, what took it up. Refused where that is lacking."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from giaoban.directives import states
from giaoban.model import Refused
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.proposing import refuse_unconfirmed
from giaoban_web.directives import aiming, parts_after, serving_changed
from giaoban_web.directives.evidence import Piece, pieces_now, unseen
from giaoban_web.directives.gone_bodies import named
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to

Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """What a lead hands down to a body below it: the part of the work, and by when (the whole's deadline where None)."""

    body: Body
    work: str = ""
    deadline_on: date | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """What comes with a move beside words."""

    evidence: Sequence[Piece] = ()
    into: Directive | None = None
    parts: Sequence[Part] = ()
    lead: Body | None = None
    beneath: str = ""


def said_with(directive: Directive, name: str, said: Mapping[str, Any], extra: Extra, by: Any) -> Words:
    """Everything that the event of a move says, as text; refused where the move needs more than words and lacks it."""
    words = {key: str(value).strip() for key, value in said.items() if value not in (None, "")}
    _refuse_percent(words.get("percent"))
    if add := ADDED.get(name):
        words |= add(directive, words, extra, by)
    if name in parts_after.OFFERED or extra.beneath:
        words |= parts_after.said_of(name, extra.beneath, directive)
    return words


def _issued(directive: Directive, _words: Words, _extra: Extra, _by: Any) -> Words:
    refuse_unconfirmed(named(directive))
    return {"lead": directive.lead.name} if directive.lead else {}


def _reassigned(directive: Directive, _words: Words, extra: Extra, _by: Any) -> Words:
    return {} if extra.lead is None else {"lead": _new_lead(directive, extra.lead).name}


def _reported(directive: Directive, _words: Words, extra: Extra, _by: Any) -> Words:
    parts_after.refuse_while_open_below(directive, timezone.localdate())
    return {"evidence": str(len(extra.evidence) + pieces_now(directive).count() or "")}


def _accepted(directive: Directive, _words: Words, _extra: Extra, by: Any) -> Words:
    if left := unseen(directive, by):
        raise Refused("evidence-not-seen", pieces=", ".join(each.label for each in left))
    return {"seen": str(pieces_now(directive).count() or "")}


def _merged(directive: Directive, _words: Words, extra: Extra, by: Any) -> Words:
    return {} if extra.into is None else {"into": str(_taking(directive, extra.into, by).pk)}


def _handed_down(directive: Directive, _words: Words, extra: Extra, _by: Any) -> Words:
    _refuse_part_to_itself(directive, extra.parts)
    refuse_unconfirmed(part.body for part in extra.parts)
    return {"below": ", ".join(part.body.name for part in extra.parts)}


ADDED: Mapping[str, Callable[[Directive, Words, Extra, Any], Words]] = {
    "issue": _issued,
    "reassign": _reassigned,
    "report": _reported,
    "accept": _accepted,
    "merge": _merged,
    "cascade": _handed_down,
    "aim": lambda directive, words, _extra, _by: aiming.named(directive, words),
    "serve": lambda directive, words, _extra, _by: serving_changed.named(directive, words),
}
"""What each move adds to the words that were typed."""


def _refuse_part_to_itself(directive: Directive, parts: Sequence[Part]) -> None:
    for part in parts:
        if part.body.pk == directive.lead_id:
            raise Refused("part-to-itself", body=part.body.name)


def _refuse_percent(text: str | None) -> None:
    if text is not None and not (text.isdecimal() and int(text) <= 100):
        raise Refused("percent-outside", text=text)


def _taking(directive: Directive, into: Directive, by: Any) -> Directive:
    if into.pk == directive.pk or into.state in states.ENDED:
        raise Refused("merge-into-itself")
    if not visible_to(by).filter(pk=into.pk).exists():
        raise Refused("not-allowed-here", place=str(into.place))
    return into


def _new_lead(directive: Directive, lead: Body) -> Body:
    refuse_unconfirmed((lead,))
    if lead.pk == directive.acceptor_id:
        raise Refused("lead-accepts-own", body=lead.name)
    if lead.pk == directive.lead_id:
        raise Refused("lead-already", body=lead.name)
    return lead
