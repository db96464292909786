"""Tasks of all confirmed directives of a record in one go: what each would be, and making those that a person chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from giaoban.directives.clarity import Degree
from giaoban.directives.task import Task
from giaoban.model import Force, Refused, Topic
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions, sources
from giaoban_web.directives.clarities import verdicts
from giaoban_web.directives.copies import Copies
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.directives.sources import Bodies, Origin
from giaoban_web.directives.supporters_told import MOST
from giaoban_web.directives.terms import Terms
from giaoban_web.directives.words import CLARITIES
from giaoban_web.records.models import Find, Record

PLAIN = ("issuer", "issuer_body", "given_on", "deadline", "deadline_on")
"""What a task takes over from its find as it is."""
HELPING = tuple(f"supporting_{number}" for number in range(MOST))


@dataclass(frozen=True, slots=True)
class Offer:
    """A confirmed directive of a record.

    seen     the decision that stands: whoever makes a task of it names the one she saw
    made     the task that was made of it, None while there is none; shown: whether the reader may open that
    lacking  names of the clarities that the task would lack with the lead that is read or suggested
    same     a task of the same meeting with the same words, made of another find or file: this one would be its copy
    like     one made of another record of the meeting in nearly the same words: it may be the same task, told otherwise
    """

    origin: Origin
    find: Find
    seen: int
    made: Directive | None
    shown: bool
    lacking: Sequence[Any]
    same: Directive | None = None
    like: Directive | None = None

    @property
    def lead(self) -> Body | None:
        """The body of that name, else the one that the words may mean."""
        return self.origin.initial["lead"] or self.origin.suggested

    @property
    def supporting(self) -> list[Body]:
        """Those named to help."""
        return _supporting(self.origin, self.lead)

    @property
    def last_day(self) -> date | None:
        """That of its task, else the one that was read; None where there is none."""
        return self.made.deadline_on or self.made.first_deadline_on if self.made else self.origin.initial["deadline_on"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A directive of which a task is to be made: its lead, None for none yet, and the decision that was seen (None: whichever stands)."""

    lead: Body | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one that was chosen: its task, or why there is none."""

    find: int
    made: Directive | None = None
    refused: Refused | None = None


def offers(user: Any, record: Record) -> list[Offer]:
    """Every confirmed directive of a record in the order of its text, in a number of queries that does not grow with them."""
    bodies, found = Bodies(), list(_confirmed(record))
    made = [find.directive.pk for find in found if hasattr(find, "directive")]
    seen = set(visible_to(user).filter(pk__in=made).values_list("pk", flat=True)) if made else set()
    origins = [sources.of_find(find, bodies) for find in found]
    copies = Copies(user, origins[0]) if origins else None
    return [_offer(find, origin, seen, copies) for find, origin in zip(found, origins, strict=True)]


@transaction.atomic
def make_all(record: Record, chosen: Mapping[int, Chosen], by: Any) -> list[Outcome]:
    """A draft of each that was chosen, in one transaction; one that cannot be made holds up no other and says why.

    chosen  by the key of its find. Refused of one: `find-not-confirmed`, `find-changed-meanwhile`, and whatever `actions.draft` refuses.
    """
    bodies, known = Bodies(), {find.pk: find for find in _confirmed(record).filter(pk__in=list(chosen))}
    return [_outcome(key, known.get(key), each, bodies, by) for key, each in chosen.items()]


def undecided(record: Record) -> int:
    """The number of directives in the record that nobody has confirmed or rejected yet."""
    return Find.objects.undecided().filter(record=record, kind="directive").count()


def _confirmed(record: Record) -> Any:
    return sources.confirmed(Find.objects.filter(record=record)).order_by("standing__start", "pk")


def _offer(find: Find, origin: Origin, seen: set[int], copies: Copies | None) -> Offer:
    made = getattr(find, "directive", None)
    lead = origin.initial["lead"] or origin.suggested
    lacking = [CLARITIES[each.clarity] for each in verdicts(_task(origin, lead)) if each.degree is not Degree.CLEAR]
    same = copies.first(origin.wording) if copies and made is None else None
    like = copies.like(origin.wording, find.record_id) if copies and made is None and same is None else None
    return Offer(origin, find, find.standing_id, made, made is not None and made.pk in seen, lacking, same, like)


def _task(origin: Origin, lead: Body | None) -> Task:
    day = origin.initial["deadline_on"]
    told = {"deadline": day.isoformat() if day else None, "topic": Topic(origin.initial["topic"])}
    return Task(origin.wording, lead=lead.name if lead else origin.assignee or None, **told)


def _outcome(key: int, find: Find | None, chosen: Chosen, bodies: Bodies, by: Any) -> Outcome:
    try:
        if find is None:
            raise Refused("find-not-confirmed")
        if chosen.seen not in (None, find.standing_id):
            raise Refused("find-changed-meanwhile")
        return Outcome(key, _made(sources.of_find(find, bodies), chosen.lead, by))
    except Refused as refused:
        return Outcome(key, refused=refused)


def _made(origin: Origin, lead: Body | None, by: Any) -> Directive:
    said = origin.initial
    plain = {name: said[name] for name in PLAIN} | {"supporting": _supporting(origin, lead)}
    terms = Terms(topic=Topic(said["topic"]), force=Force(said["force"]), lead=lead, **plain)
    told = {"place": origin.place, "wording": origin.wording, "find": origin.find, "meeting": origin.meeting}
    return actions.draft(**told, terms=terms, by=by)


def _supporting(origin: Origin, lead: Body | None) -> list[Body]:
    return [each for name in HELPING if (each := origin.initial.get(name)) and each != lead]
