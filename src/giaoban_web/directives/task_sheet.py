"""Everything that the page of one task shows, in a number of queries that does not grow with its events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from giaoban.directives.cascading import roll_up
from giaoban.directives.counting import Kind, due_soon, kind
from giaoban.directives.states import ENDED, State, Who, moves
from giaoban.model import Force, Topic
from giaoban_web.accounts.queries import may
from giaoban_web.bodies.proposing import unconfirmed
from giaoban_web.bodies.queries import unheld
from giaoban_web.criteria.fields import offer
from giaoban_web.directives.aim_figures import AimFigures, about, aim_figures
from giaoban_web.directives.asked import asked_before
from giaoban_web.directives.body_fields import offered
from giaoban_web.directives.copies import first_of
from giaoban_web.directives.events_told import deadlines_of, history_of, last_words
from giaoban_web.directives.evidence import ROUND, WORK, pieces_now, unseen
from giaoban_web.directives.figure_fields import LISTED, figures_of
from giaoban_web.directives.forms import words_of
from giaoban_web.directives.forms_moves import MoveForm
from giaoban_web.directives.gone_bodies import GIVING, gone_in, named
from giaoban_web.directives.models import Directive, Evidence
from giaoban_web.directives.parts_after import OFFERED, open_beneath
from giaoban_web.directives.queries import capacities, drafted_at, live_of, may_draft, moves_for, visible_to
from giaoban_web.directives.serving_changed import key_served
from giaoban_web.directives.sharpening import clarity_rows
from giaoban_web.directives.source_since import source_since
from giaoban_web.directives.task_numbers import near
from giaoban_web.directives.terms import task_of
from giaoban_web.directives.words import CAPACITIES, DONE, KINDS
from giaoban_web.ledger.models import Entry
from giaoban_web.records.models import Record
from giaoban_web.records.queries import visible_to as records_visible_to
from giaoban_web.records.words import FORCES, TOPICS

RECORDS = 30
NEXT = ("accept", "return", "grant_extension", "refuse_extension", "issue", "acknowledge", "start", "report", "progress")
"""Moves by which a task goes on, in the order in which they are waited for."""
TONES = {Kind.ON_TIME: "good", Kind.LATE: "bad", Kind.OVERDUE: "late", Kind.UNDATED: "bad"}
"""The colour of each kind; in time and waiting have none."""


@dataclass(frozen=True, slots=True)
class PieceTold:
    """A piece of evidence: whether it counts for the report that stands, whether the reader opened it, and who else did.

    attached  in words, to which move it belongs; "" for one that shows what was done
    """

    piece: Evidence
    counts: bool
    attached: Any
    opened: bool
    by: Sequence[str]


def sheet(user: Any, directive: Directive, on: date) -> dict[str, Any]:
    """For a template. `directive` comes from `queries.whole`."""
    events = list(directive.events.select_related("by"))
    evidence = list(_evidence(directive))
    told = history_of(events, evidence)
    aims = aim_figures(user, directive, list(directive.aims.select_related("indicator")))
    pieces = _pieces(user, directive, evidence, [event.number for event in events if event.move in ROUND])
    drafted_on, changed_at = drafted_at(directive)
    rows = clarity_rows(task_of(directive), about(directive), on=on, issuer=directive.issuer)
    return {
        "directive": directive,
        **standing(directive, on),
        "history": list(reversed(told)),
        "last_words": last_words(directive, told),
        "drafted_on": drafted_on,
        "source_since": source_since(directive, changed_at),
        "deadlines": deadlines_of(directive, told),
        "pieces": pieces,
        "unopened": [each for each in pieces if each.counts and not each.opened],
        **_parts(user, directive, on),
        **_seen_beside(user, directive),
        "taken_up": visible_to(user).filter(merged_into=directive).order_by("pk"),
        "above_ended": directive.above is not None and directive.above.state in ENDED,
        "aims": aims,
        "rows": rows,
        "lacking": sum(not each.clear for each in rows),
        "before": asked_before(user, directive, on),
        "copy_of": first_of(user, directive),
        "sentence": directive.find and may(user, "records.view", directive.find.record.place),
        "may_edit": may_draft(user, directive),
        "own": [CAPACITIES[who] for who in Who if who in capacities(user, directive)],
        "forms": (forms := move_forms(user, directive, aims)),
        "gone": gone_in([directive], on)[directive.pk] if (giving := GIVING & {each.move.name for each in forms}) else (),
        "unheld": unheld([directive.lead], on) if giving else (),
        "unwatching": unheld([directive.watcher], on) if giving or directive.state not in ENDED else (),
        "unaccepting": unheld([directive.acceptor], on) if giving or directive.state == State.REPORTED else (),
        "unconfirmed": unconfirmed(named(directive)) if "issue" in giving else (),
        "may_withdraw": any(each.move.name == "withdraw" for each in forms),
        "withdrawable": directive.state in moves()["withdraw"].start,
        "offered": offered(about(directive)) if any(each.move.name == "cascade" for each in forms) else (),
        "answered": [words_of(each) for each in directive.shortcomings.select_related("record", "standing")],
        "topic": TOPICS[Topic(directive.topic)],
        "force": FORCES[Force(directive.force)],
    }


def standing(directive: Directive, on: date) -> dict[str, Any]:
    """How it is counted on a day, in words, and the days that are left: below nothing when it is overdue.

    That it has no deadline is said beside its lead.
    """
    counted = kind(directive.standing, on)
    open_still = counted in {Kind.IN_TIME, Kind.OVERDUE} and directive.state != State.REPORTED
    days = (directive.deadline_on - on).days if directive.deadline_on and open_still else None
    return {
        "counted": KINDS[counted] if counted and counted is not Kind.UNDATED and not (open_still and counted is Kind.OVERDUE) else "",
        "waits": counted is Kind.WAITING,
        "tone": TONES.get(counted, "") if counted else "",
        "days": days,
        "late_by": -days if days is not None and days < 0 else None,
        "soon": due_soon(directive.standing, on),
    }


def move_forms(user: Any, directive: Directive, aims: Sequence[AimFigures] = ()) -> list[MoveForm]:
    """A form for each move that `user` may make now: what is waited for first, and the first of those marked as the next step."""
    names = sorted((move.name for move, _who in moves_for(user, directive)), key=_waited_for)
    since = [entry for each in aims for entry in each.since]
    searched = [] if since or not {*names} & {*WORK} else figures_of(user, directive, LISTED)
    forms = [move_form(user, directive, name, aims, searched=searched) for name in names]
    if names and names[0] in NEXT:
        forms[0].leading = True
    return forms


def _waited_for(name: str) -> int:
    return NEXT.index(name) if name in NEXT else len(NEXT)


def move_form(
    user: Any,
    directive: Directive,
    name: str,
    aims: Sequence[AimFigures] = (),
    data: Any = None,
    files: Any = None,
    searched: Sequence[Entry] | None = None,
) -> MoveForm:
    """The form of one move, filled in with `data` where some was sent.

    searched  the figures that it lists to be found by typing; without it, all of them that can be found
    """
    offered: dict[str, Any] = {}
    if name in WORK:
        since = [entry for each in aims for entry in each.since]
        offered |= {"figures": since, "searched": () if since else figures_of(user, directive) if searched is None else searched}
        offered |= {"records": _records(user, directive)}
    if name == "report":
        offered["held"] = pieces_now(directive).exists()
    if name == "merge":
        offered["tasks"] = live_of(user).exclude(pk=directive.pk)
        offered["near"] = near(directive, offered["tasks"])
    if name in OFFERED:
        offered["open_parts"] = len(open_beneath([directive])[directive.pk])
    if name == "serve":
        offered |= {"serves": (serves := key_served(directive)), "criteria": offer("", directive.given_on or timezone.localdate(), serves)}
    return MoveForm(data, files, move=moves()[name], seen=directive.version, **offered)


def _records(user: Any, directive: Directive) -> QuerySet[Record]:
    """Records put in since it was given, that may show that it was done."""
    found = records_visible_to(user).filter(place__path__startswith=directive.place.path)
    if directive.given_on:
        found = found.filter(put_in_at__date__gte=directive.given_on)
    newest = found.order_by("-pk").values("pk")[:RECORDS]
    return Record.objects.filter(pk__in=list(newest.values_list("pk", flat=True))).defer("text", "blocks")


def _evidence(directive: Directive) -> QuerySet[Evidence]:
    related = ("by", "event", "file", "record")
    return directive.evidence.select_related(*related).defer("file__data", "record__text", "record__blocks").prefetch_related("looks__by")


def _pieces(user: Any, directive: Directive, evidence: Iterable[Evidence], rounds: Sequence[int]) -> list[PieceTold]:
    last = max(rounds, default=0)
    told = [
        PieceTold(
            piece,
            piece.event.number > last and piece.event.move in WORK,
            "" if piece.event.move in WORK else gettext(DONE[piece.event.move]),
            any(each.by_id == user.pk for each in piece.looks.all()),
            [str(each.by) for each in piece.looks.all()],
        )
        for piece in evidence
    ]
    return sorted(told, key=lambda each: not each.counts)


def to_open(user: Any, directive: Directive) -> list[PieceTold]:
    """The pieces of the report that stands at which `user` has not looked."""
    left = {each.pk for each in unseen(directive, user)}
    return [
        PieceTold(piece, True, "", False, [str(each.by) for each in piece.looks.all()])
        for piece in _evidence(directive)
        if piece.pk in left
    ]


def _seen_beside(user: Any, directive: Directive) -> dict[str, bool]:
    """Of the whole and of the task that took it up, whether the reader may open it: a party to one is not always a party to the other."""
    beside = {"above_seen": directive.above_id, "merged_seen": directive.merged_into_id}
    wanted = [key for key in beside.values() if key]
    seen = set(visible_to(user).filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    return {name: key in seen for name, key in beside.items()}


def _parts(user: Any, directive: Directive, on: date) -> dict[str, Any]:
    """What was handed down, each with how it is counted and what was handed down from it in its turn; and all of it rolled up."""
    below = list(directive.below.select_related("lead", "place"))
    if not below:
        return {"parts": [], "rolled": None}
    seen, deeper = set(visible_to(user).filter(above=directive).values_list("pk", flat=True)), _beneath(below)
    parts = [(part, part.pk in seen, standing(part, on), roll_up((each.standing for each in deeper[part.pk]), on)) for part in below]
    return {"parts": parts, "rolled": roll_up((part.standing for part in below), on)}


def _beneath(below: Sequence[Directive]) -> Mapping[int, list[Directive]]:
    """By the key of each part everything handed down from it, over as many levels as there are; a query for each level."""
    found: dict[int, list[Directive]] = {part.pk: [] for part in below}
    top = {part.pk: part.pk for part in below}
    while top:
        level = list(Directive.objects.filter(above__in=top))
        top = {each.pk: top[each.above_id] for each in level if each.above_id}
        for each in level:
            found[top[each.pk]].append(each)
    return found
