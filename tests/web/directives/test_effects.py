"""Whoever declares that places merge sees first which tasks and bodies stay under what is no more."""

from datetime import date

from giaoban_web.bodies.models import Body
from giaoban_web.directives.effects import effects
from giaoban_web.places.effects import What
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.planning import After, Declared, plan

DAY = date(2028, 1, 1)


def told(office, other_town, code, name):
    made = After(code, Kind.TOWN, name, office.town.parent)
    return [
        (each.what, each.count, each.why.code)
        for each in effects(plan(Declared(EventKind.MERGER, DAY, "1", (office.town, other_town), (made,))))
    ]


def test_open_tasks_and_bodies_of_a_place_that_ends_are_counted_and_say_what_is_left_to_do(office, other_town):
    office.issued()
    standing = Body.objects.standing().filter(place=office.town).count()
    expected = [(What.STAYS, 1, "place-tasks-stay"), (What.STAYS, standing, "place-bodies-stay")]
    assert told(office, other_town, "299", "Hợp Nhất") == expected


def test_those_of_a_place_that_takes_the_other_in_simply_go_on(office, other_town):
    office.issued()
    assert told(office, other_town, office.town.code, office.town.name) == []
