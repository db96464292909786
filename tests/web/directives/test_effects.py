"""Whoever declares that places merge sees first which tasks and bodies stay under what is no more."""

import re
from datetime import date

from django.utils import timezone

from giaoban_web.bodies.models import Body
from giaoban_web.directives.effects import effects
from giaoban_web.places.actions import declare
from giaoban_web.places.effects import What
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.planning import After, Declared, plan
from tests.web.conftest import make_person

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


def test_the_page_of_what_it_became_says_where_tasks_of_a_merged_place_are_still_to_be_done(office, other_town, sign_in):
    office.issued()
    made = After("299", Kind.TOWN, "Hợp Nhất", office.town.parent)
    declared = Declared(EventKind.MERGER, timezone.localdate(), "1", (office.town, other_town), (made,))
    steward = make_person("steward", office.town.parent, "steward-above")
    declare(declared, seen=plan(declared).digest, by=steward)
    head = make_person("head", office.town.parent, "head-above")
    page = sign_in(head).get("/places/299/").content.decode()
    link = re.search(r'<a href="([^"]+)">Thị xã Đông Triều \(1\)</a>', page)
    assert "còn lưu ở địa bàn cũ" in page and "Quảng Yên (" not in page
    led_to = sign_in(head).get(link[1].replace("&amp;", "&"))
    assert "rà soát các hồ sơ" in led_to.content.decode().lower() and not led_to.context["form"].errors
    stranger = make_person("head", other_town, "head-beside")
    assert "còn lưu ở địa bàn cũ" not in sign_in(stranger).get("/places/299/").content.decode()
