"""Bodies that a change left behind: at places that became another whole, where nothing of that name stands now, with who sits for them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from giaoban.reference.body_names import at_place
from giaoban_web.bodies import actions
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.bodies.queries import people_of
from giaoban_web.places import queries
from giaoban_web.places.models import Event, Place


@dataclass(frozen=True, slots=True)
class Left:
    """What several bodies of one name, each at a place that merged, would be at the place that was made of these.

    bodies  those that stand there still; the first gives the name
    also    their other names, with that of the new place
    seats   who sits for them, each person once
    """

    name: str
    also: Sequence[str]
    after: Place
    bodies: Sequence[Body]
    seats: Sequence[Seat]

    @property
    def mark(self) -> str:
        """How a form names it."""
        return f"{self.bodies[0].pk}-{self.after.pk}"

    @property
    def sitting(self) -> list[tuple[str, Seat, bool]]:
        """Each seat with its mark, and whether it goes on unless somebody says otherwise: a post that several held is one person's now."""
        return [(f"{self.mark}-{seat.pk}", seat, not self.bodies[0].is_post or len(self.seats) == 1) for seat in self.seats]


def left_behind(event: Event, on: date) -> list[Left]:
    """Each body to be made anew by `event`; none once it was undone or what it made ended. What went over in part hands nothing on."""
    found: dict[tuple[int, str, bool], list[Body]] = {}
    links = [link for link in queries.ends(event) if not (link.part or link.after.withdrawn or _ended(link.after, on))]
    links = [link for link in links if link.before.path != link.after.path]
    held = _standing({link.before.path for link in links} | {link.after.path for link in links})
    for link in links:
        known = {(_called(body, link.after), body.is_post) for body in held if body.place.path == link.after.path}
        for body in held:
            key = (_called(body, link.before), body.is_post)
            if body.place.path == link.before.path and key not in known and not body.proposed_by_id:
                found.setdefault((link.after.pk, *key), []).append(body)
    afters = {link.after.pk: link.after for link in links}
    before = {link.before.path: link.before for link in links}
    seats = list(people_of([body.pk for body in held], on))
    return [_left(bodies, before, afters[key[0]], seats) for key, bodies in found.items()]


@transaction.atomic
def carry(event: Event, marks: Iterable[str], *, on: date, by: Any) -> int:
    """Make each body that is named by its mark, seat there whoever is; gives how many bodies. Refused as `actions.add`. Twice is once."""
    chosen = set(marks)
    wanted = [left for left in left_behind(event, on) if left.mark in chosen]
    made: dict[int, Body] = {}
    for left in sorted(wanted, key=lambda each: _depth(each.bodies[0])):
        new = _made(left, made, by)
        made |= {body.pk: new for body in left.bodies}
        for mark, seat, _goes in left.sitting:
            if mark in chosen:
                actions.seat(body=new, user=seat.user, since=max(event.on, seat.since_on), by=by)
    return len(wanted)


def _made(left: Left, made: dict[int, Body], by: Any) -> Body:
    """Also called as any of them was, with the new name of the place; leading where one of them led; under what their superior became."""
    topics, first = dict.fromkeys(topic for body in left.bodies for topic in body.topics), left.bodies[0]
    above = _superior(first, left, made)
    return actions.add(
        place=left.after, name=left.name, by=by, also=left.also, is_post=first.is_post, superior=above, topics=[*topics]
    )  # fmt: skip


def _superior(body: Body, left: Left, made: dict[int, Body]) -> Body | None:
    above = body.superior
    if above is None or above.pk in made:
        return made.get(above.pk) if above else None
    if above.place.valid_to is None and not above.retired_on:
        return above
    there = [each for each in _standing({left.after.path}) if _called(each, left.after) == _called(above, above.place)]
    return there[0] if len(there) == 1 else None


def _left(bodies: Sequence[Body], before: Mapping[str, Place], after: Place, seats: Sequence[Seat]) -> Left:
    keys = {body.pk for body in bodies}
    sitting = {seat.user_id: seat for seat in seats if seat.body_id in keys}
    name, *also = dict.fromkeys(renamed(name, before[each.place.path], after) for each in bodies for name in (each.name, *each.also))
    return Left(name, also, after, bodies, [*sitting.values()])


def renamed(name: str, before: Place, after: Place) -> str:
    """The name with what it says of its place put right: "UBND phường Mạo Khê" becomes "UBND phường Bình Khê"."""
    for old, new in ((f"{before.kind} {before.name}", f"{after.kind} {after.name}"), (before.name, after.name)):
        if found := re.search(rf"(?<!\w){re.escape(old)}$", name, flags=re.IGNORECASE):
            return name[: found.start()] + new
    return name


def _standing(paths: Iterable[str]) -> list[Body]:
    return list(Body.objects.standing().filter(place__path__in=paths).select_related("place", "superior__place"))


def _called(body: Body, place: Place) -> str:
    return at_place(body.name, place.kind, place.name)


def _depth(body: Body) -> int:
    return sum(1 for _each in _above(body))


def _above(body: Body) -> Iterator[Body]:
    while body.superior is not None:
        body = body.superior
        yield body


def _ended(place: Place, on: date) -> bool:
    return place.valid_to is not None and place.valid_to <= on
