"""The same move for many tasks: first which of them can make it and why the others cannot, then those that can, each with its own event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban.directives import states
from giaoban.directives.states import State, Who
from giaoban.model import Refused
from giaoban_web.accounts.queries import granted_paths
from giaoban_web.bodies.gone import Gone
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.proposing import refuse_unconfirmed
from giaoban_web.directives import actions, terms
from giaoban_web.directives.gone_bodies import GIVING, gone_in, named
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.parts_after import OFFERED, open_beneath
from giaoban_web.directives.queries import Acting, acting, capacities_of
from giaoban_web.directives.terms import refuse_before_given
from giaoban_web.directives.words import MOVES as WORDS
from giaoban_web.errors import Conflict

MOST = 500
GIVE_LEAD, COMPLETE = "give_lead", "complete"
REASON = frozenset({"withdraw", "return", "refuse_extension"})
"""Moves that need a reason; it is the same for all that are moved together."""
MOVES: Mapping[str, Any] = {
    name: WORDS[name] for name in ("issue", "acknowledge", "start", "return", "grant_extension", "refuse_extension", "withdraw")
} | {GIVE_LEAD: _("Give drafts a lead")}
"""What may be done with many tasks at once; drafts are completed on a page of their own.

Accepting is not among them: whoever accepts looks at each piece of evidence."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes, or became, of one task: `refused` says why not; None where it can be moved, or was.

    gone    whom it names and who is no more by its last day, where the move would give it out
    beneath how many parts handed down from it are open, where the move would end it
    """

    task: Directive
    refused: Refused | None = None
    gone: Sequence[Gone] = ()
    beneath: int = 0

    @property
    def conflict(self) -> bool:
        return isinstance(self.refused, Conflict)


def offered(tasks: Iterable[Directive], user: Any, *, more: bool = False) -> dict[str, Any]:
    """The moves that `user` may make of one of the tasks at least; with `more` beside them, also those open to her anywhere."""
    one, drafting = acting(user), tuple(granted_paths(user, "directives.draft"))
    found = _open_to(one, drafting) if more else set()
    for task in tasks:
        found |= {move.name for move in states.allowed(task.standing, capacities_of(one, task))}
        found |= set() if _why_no_lead(task, drafting) else {GIVE_LEAD}
    known = {name: words for name, words in MOVES.items() if name in found}
    return known | ({COMPLETE: _("Complete drafts")} if GIVE_LEAD in found else {})


def _open_to(one: Acting, drafting: Sequence[str]) -> set[str]:
    """What there may be for her to move among tasks that nobody has looked at."""
    parts = frozenset(Who) - {Who.HEAD} if one.own else frozenset()
    parts |= {Who.HEAD, Who.ACCEPTOR} if one.issuing else frozenset()
    return {name for name, move in states.moves().items() if move.who & parts} | ({GIVE_LEAD} if drafting else set())


def preview(tasks: Iterable[Directive], name: str, user: Any) -> list[Fate]:
    """For each task whether `user` may make the move now; nothing is written, and the queries do not grow with the tasks."""
    one, drafting = acting(user), tuple(granted_paths(user, "directives.draft"))
    fates = [Fate(task, _why_no_lead(task, drafting) if name == GIVE_LEAD else _why_not(task, name, one)) for task in tasks]
    if name in OFFERED:
        open_parts = open_beneath(each.task for each in fates if not each.refused)
        return [replace(each, beneath=len(open_parts.get(each.task.pk, ()))) for each in fates]
    if name not in GIVING:
        return fates
    gone = gone_in((each.task for each in fates if not each.refused), timezone.localdate())
    return [replace(each, gone=gone.get(each.task.pk, ())) for each in fates]


def move_all(seen: Mapping[int, int], tasks: Iterable[Directive], name: str, said: Mapping[str, Any], by: Any) -> list[Fate]:
    """Make the move for each task on its own, so that one that is refused holds up no other.

    seen  for each key the version that the person saw
    said  reason, or with "give_lead" the lead; `beneath` as `moving.move` takes it

    A part comes before its whole, which would take it along.
    """
    made = [_moved(task, seen[task.pk], name, said, by) for task in sorted(tasks, key=lambda task: -task.pk)]
    return made[::-1]


def _moved(task: Directive, seen: int, name: str, said: Mapping[str, Any], by: Any) -> Fate:
    try:
        if name == GIVE_LEAD:
            return Fate(give_lead(task, said["lead"], seen, by))
        words = {key: value for key, value in said.items() if key != "beneath"}
        return Fate(move(directive=task, name=name, seen=seen, by=by, said=words, beneath=said.get("beneath", "")))
    except Conflict as changed:
        return Fate(task, Conflict("task-changed-among-many", **changed.values))
    except Refused as refused:
        return Fate(task, refused)


def give_lead(task: Directive, lead: Body, seen: int, by: Any) -> Directive:
    """A draft with another lead and all its other terms."""
    return actions.change(directive=task, terms=terms.of(task, lead=lead), seen=seen, by=by)


def _why_no_lead(task: Directive, drafting: Sequence[str]) -> Refused | None:
    if task.state != State.DRAFT:
        return Refused("task-not-draft")
    return None if task.place.path.startswith(tuple(drafting)) else Refused("not-allowed-here", place=str(task.place))


def _why_not(task: Directive, name: str, one: Acting) -> Refused | None:
    """What the move would be refused for, with all said that can still be said."""
    own = capacities_of(one, task)
    known = states.moves()[name]
    who = next((each for each in Who if each in known.who & own), next(iter(own), Who.WATCHER))
    words = dict.fromkeys(known.needs, "…")
    if "lead" in known.needs:
        words["lead"] = task.lead.name if task.lead else ""
    try:
        if name == "issue":
            refuse_unconfirmed(named(task))
            refuse_before_given(task.first_deadline_on, task.given_on)
        states.after(task.standing, states.Event(name, who, timezone.localdate(), words))
    except Refused as refused:
        return refused
    return None
