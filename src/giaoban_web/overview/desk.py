"""The desk: what awaits a person, by what that person may do."""

from typing import Any

from django.http import QueryDict
from django.utils import timezone

from giaoban_web.accounts.queries import granted_paths, may
from giaoban_web.bodies.queries import acted_for, proposed_to
from giaoban_web.briefs import notices
from giaoban_web.briefs.brief_queries import latest_of
from giaoban_web.directives import register_remembered as remembered
from giaoban_web.directives.mine import waiting as tasks_waiting
from giaoban_web.directives.register import Asker, narrowed
from giaoban_web.directives.register_forms import RegisterFilter
from giaoban_web.directives.register_pages import addresses
from giaoban_web.ledger import filings
from giaoban_web.ledger.models import PostingState
from giaoban_web.ledger.queries import postings_for
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.overview import queries
from giaoban_web.overview.one_sentence import together
from giaoban_web.overview.starting import steps
from giaoban_web.overview.told_again import counted_once, once
from giaoban_web.places import queries as places
from giaoban_web.places.models import Place
from giaoban_web.places.tree import became, standing_of
from giaoban_web.records.models import Kind

FEW = 5
FIGURES = 6
BRIEFS = 3


def desk(user: Any) -> dict[str, Any]:
    """For a template: what waits for the person's decision, the latest meetings, the latest facts, the person's places.

    Panels that the person's roles have no use for are None.
    """
    facts = queries.facts(user)
    waiting, filed = queries.awaiting(user), filings.awaiting(user)
    approvals, drafts = notices.to_approve(user), notices.own_drafts(user)
    proposed = list(proposed_to(user)) if granted_paths(user, "bodies.keep") else []
    latest = facts.order_by("-standing__at", "-pk")
    shortcomings = facts.filter(standing__kind=Kind.SHORTCOMING).order_by("-about", "record", "standing__start")
    directives = facts.filter(standing__kind=Kind.DIRECTIVE).order_by("-about", "record", "standing__start")
    newest = queries.newest(facts)
    return {
        "steps": steps(user) if newest is None else [],
        "may_decide": bool(granted_paths(user, "records.decide")),
        "may_put_in": bool(granted_paths(user, "records.put_in")),
        "tasks": tasks_waiting(user, timezone.localdate()),
        "standing": _standing(user),
        "approvals": list(approvals[:FEW]),
        "approvals_total": approvals.count(),
        "notices": list(drafts[:FEW]),
        "notices_total": drafts.count(),
        "briefs": latest_of(user, BRIEFS),
        "waiting": list(waiting[:FEW]),
        "waiting_total": waiting.count(),
        "unnamed": _unnamed(user),
        "proposed": list(proposed[:FEW]),
        "proposed_total": len(proposed),
        "filings": list(filed[:FEW]),
        "filings_total": filed.count(),
        "meetings": counted_once(queries.latest_of(meetings_visible_to(user), FEW), facts),
        "figures": queries.with_quotes(queries.first(latest.filter(standing__kind=Kind.OBSERVATION), FIGURES)),
        "shortcomings": together(once(queries.with_quotes(queries.first(shortcomings, FEW)))),
        "directives": queries.with_quotes(queries.first(directives, FEW)),
        "seated": bool(acted_for(user, timezone.localdate())),
        "granted": (granted := list(queries.places_granted(user))),
        "ended": _ended(user, granted),
        "known": queries.places_known(queries.facts_by_place(user), FEW),
        "newest": newest,
    }


def _standing(user: Any) -> dict[str, Any] | None:
    """How all tasks stand that the person sees, for who prepares or leads meetings; None for others and where there is none."""
    if not granted_paths(user, "briefs.view"):
        return None
    form = RegisterFilter(QueryDict())
    counted = remembered.counted(narrowed(Asker(user), form), form, user)
    return {"counted": counted, "on": form.day, "links": addresses({})} if counted.count.all else None


def _ended(user: Any, granted: list[Place]) -> list[tuple[Place, list[Place]]]:
    """Places of the person that are no more, each with those of what stands there now to which her roles do not reach."""
    fates = places.fates([each for each in granted if each.valid_to and each.valid_to <= timezone.localdate()])
    today = {each: standing_of(became(fates[each.pk])) for each in granted if each.pk in fates}
    return [(each, lost) for each, now in today.items() if (lost := [one for one in now if not may(user, "records.view", one)])]


def _unnamed(user: Any) -> int:
    """How many confirmed figures wait to be told which indicator or period they are of, for who may tell it."""
    if not granted_paths(user, "ledger.decide"):
        return 0
    return postings_for(user).filter(state=PostingState.WAITING).order_by().count()
