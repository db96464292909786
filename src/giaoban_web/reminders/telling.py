"""What people are told as soon as something happens to a task, in the transaction of the event itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from giaoban.directives.digest import one_line
from giaoban.directives.states import Who
from giaoban.messages import table
from giaoban_web.directives.models import Directive, Event
from giaoban_web.reminders.models import Message
from giaoban_web.reminders.recipients import Directory, People, around
from giaoban_web.ui.below import bare

GIVEN = {Who.LEAD: "told-issued", Who.SUPPORT: "told-issued-support", Who.WATCHER: "told-issued-watcher"}
TOLD: Mapping[str, Mapping[Who, str]] = {
    "issue": GIVEN,
    "hand_down": GIVEN,
    "reassign": GIVEN,
    "report": {Who.ACCEPTOR: "told-reported"},
    "accept": {Who.LEAD: "told-accepted"},
    "return": {Who.LEAD: "told-returned"},
    "reopen": {Who.LEAD: "told-reopened"},
    "ask_extension": {Who.ISSUER: "told-asked", Who.HEAD: "told-asked"},
    "grant_extension": {Who.LEAD: "told-granted"},
    "refuse_extension": {Who.LEAD: "told-refused"},
    "withdraw": {Who.LEAD: "told-withdrawn", Who.SUPPORT: "told-withdrawn"},
    "fall_away": {Who.LEAD: "told-fell-away", Who.SUPPORT: "told-fell-away"},
    "merge": {Who.LEAD: "told-merged", Who.SUPPORT: "told-merged"},
    "correct": {Who.LEAD: "told-corrected", Who.SUPPORT: "told-corrected"},
    "aim": {Who.LEAD: "told-aimed", Who.SUPPORT: "told-aimed"},
    "serve": {Who.LEAD: "told-serves", Who.SUPPORT: "told-serves"},
}
"""Who is told of a move, in which words; whoever is several of them is told once, in the words of the first."""


REPORTED, ASKED = "told-reported", "told-asked"
ANSWERED: Mapping[str, tuple[str, ...]] = {
    "accept": (REPORTED,),
    "return": (REPORTED,),
    "grant_extension": (ASKED,),
    "refuse_extension": (ASKED,),
    "reassign": (ASKED,),
    "withdraw": (REPORTED, ASKED),
    "fall_away": (REPORTED, ASKED),
    "merge": (REPORTED, ASKED),
}
"""Which messages ask for nothing any more after a move: whoever answered, everybody else need not."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The bodies of a task by capacity, with who is told for them."""

    task: Directive
    supporting: tuple[int, ...]
    directory: Directory

    def people(self, who: Who) -> People:
        return PEOPLE[who](self)


PEOPLE: Mapping[Who, Callable[[Parties], People]] = {
    Who.LEAD: lambda of: of.directory.people(of.task.lead_id),
    Who.SUPPORT: lambda of: frozenset().union(*(of.directory.people(each) for each in of.supporting)),
    Who.WATCHER: lambda of: of.directory.people(of.task.watcher_id),
    Who.ISSUER: lambda of: of.directory.people(of.task.issuer_body_id),
    Who.HEAD: lambda of: of.directory.of_office(of.task.place.path),
    Who.ACCEPTOR: lambda of: of.people(Who.HEAD) if of.task.acceptor_id is None else of.directory.people(of.task.acceptor_id),
}


def tell(*, directive: Directive, event: Event, by: Any, **_rest: Any) -> None:
    """Write a message to everybody concerned but the one who did it. What was never issued was never theirs: nobody is told of it.

    What was asked for by an earlier message and is answered by this move counts as read; so does, for the one who did it, whatever she was
    told of the task before.
    """
    Message.objects.filter(directive=directive, user_id=by.pk, read_at=None).update(read_at=event.at)
    for code in ANSWERED.get(event.move, ()):
        Message.objects.filter(directive=directive, code__startswith=code, read_at=None).update(read_at=event.at)
    wanted = TOLD.get(event.move)
    if not wanted or directive.issued_on is None:
        return
    codes = {user: code for user, code in _told(directive, event, wanted) if user != by.pk}
    values = values_of(directive, event)
    if event.move == "merge" and directive.merged_into:
        _tell_who_takes_up(directive, directive.merged_into, event, values, {*codes, by.pk})
    Message.objects.bulk_create(
        [
            Message(
                user_id=user,
                key=f"{directive.pk}/{event.number}",
                directive=directive,
                code=_dated(code, values),
                values=values,
                made_at=event.at,
            )
            for user, code in codes.items()
        ],
        ignore_conflicts=True,
    )


def _tell_who_takes_up(taken: Directive, into: Directive, event: Event, values: Mapping[str, Any], but: set[int]) -> None:
    """Tell whoever leads the task that took another up, but those who know."""
    people = around({into.lead_id} - {None}, into.place.path, event.on).people(into.lead_id)
    about = {
        "directive": into,
        "code": "told-took-up",
        "values": values | {"taken": str(taken.pk), "lead_into": str(into.lead or "")},
        "made_at": event.at,
    }
    made = [Message(user_id=user, key=f"{taken.pk}/{event.number}/into", **about) for user in sorted(people - but)]
    Message.objects.bulk_create(made, ignore_conflicts=True)


def say(key: str, code: str, told: Mapping[int, Mapping[str, Any]], url: str) -> None:
    """Tell people, each with values of her own, of something that has a page; nobody twice under one key."""
    now = timezone.now()
    page = bare(url)
    made = [Message(user_id=user, key=key, code=code, values=dict(values), url=page, made_at=now) for user, values in sorted(told.items())]
    Message.objects.bulk_create(made, ignore_conflicts=True)


def settle(key: str) -> None:
    """Whatever was told under a key that begins so asks for nothing any more: it counts as read."""
    Message.objects.filter(key__startswith=key, read_at=None).update(read_at=timezone.now())


def values_of(directive: Directive, event: Event) -> dict[str, Any]:
    """What the sentence of an event may name."""
    said = {name: str(event.said[name]) for name in ("reason", "until", "into", "aim") if event.said.get(name)}
    day = directive.deadline_on.isoformat() if directive.deadline_on else None
    told = {"by": str(event.by), "lead": str(directive.lead or ""), "wording": one_line(str(directive)), "deadline": day}
    return told | {name: one_line(text) for name, text in said.items()}


def _dated(code: str, values: Mapping[str, Any]) -> str:
    """The sentence for a task without deadline, where it is one and there is such a sentence."""
    undated = f"{code}-undated"
    return undated if values["deadline"] is None and undated in table() else code


def _told(directive: Directive, event: Event, wanted: Mapping[Who, str]) -> Iterator[tuple[int, str]]:
    """People with the code of their sentence, those of the first capacity last, so that theirs stands."""
    supporting = tuple(directive.supporting.values_list("pk", flat=True)) if Who.SUPPORT in wanted else ()
    bodies = {directive.lead_id, directive.watcher_id, directive.acceptor_id, directive.issuer_body_id, *supporting} - {None}
    parties = Parties(directive, supporting, around(bodies, directive.place.path, event.on))
    for who in reversed(list(wanted)):
        for user in sorted(parties.people(who)):
            yield user, wanted[who]
