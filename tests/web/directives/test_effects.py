"""Whoever declares that places merge sees first which tasks and bodies stay under what is no more."""

import re
from datetime import date, timedelta

from django.utils import timezone

from giaoban_web.bodies.models import Body
from giaoban_web.briefs import brief_tasks
from giaoban_web.directives.effects import effects
from giaoban_web.directives.register import Asker, narrowed
from giaoban_web.directives.register_forms import RegisterFilter
from giaoban_web.places.actions import declare, undo
from giaoban_web.places.effects import What
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.models import Place
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


def test_the_register_and_the_briefs_of_a_place_hold_the_tasks_of_what_went_wholly_into_it(office, other_town, sign_in):
    task = office.issued()
    today, province = timezone.localdate(), office.town.parent
    made = After("299", Kind.TOWN, "Hợp Nhất", province)
    declared = Declared(EventKind.MERGER, today, "1", (office.town, other_town), (made,))
    steward, head = make_person("steward", province, "steward-above"), make_person("head", province, "head-above")
    event = declare(declared, seen=plan(declared).digest, by=steward)
    new = Place.objects.get(code="299")

    def listed(**asked):
        return set(narrowed(Asker(head), RegisterFilter(asked)).values_list("pk", flat=True))

    assert listed(place="hợp nhất") == listed(place="299") == listed(place="205") == {task.pk} and listed(place="206") == set()
    assert listed(place="299", on=f"{today - timedelta(days=1):%d/%m/%Y}") == set(), "before it was made it held nothing"
    assert [each.key for each in brief_tasks.of_place(head, new, today)] == [str(task.pk)]
    for address in ("/places/299/", "/ledger/places/299/"):
        assert "Thị xã Đông Triều</a>, " in sign_in(head).get(address).content.decode(), "what is empty says where to look"
    assert "nay là:" in sign_in(office.clerk).get("/").content.decode(), "her role ended with the town"
    assert "nay là:" not in sign_in(head).get("/").content.decode()
    undo(event, reason="khai nhầm ngày", by=steward)
    assert listed(place="299") == set()


def test_of_what_was_parted_the_tasks_stay_with_their_old_name(office, sign_in):
    office.issued()
    today, province = timezone.localdate(), office.town.parent
    parts = (After("298", Kind.TOWN, "Phần Một", province), After("299", Kind.TOWN, "Phần Hai", province))
    declared = Declared(EventKind.SPLIT, today, "1", (office.town,), parts)
    declare(declared, seen=plan(declared).digest, by=make_person("steward", province, "steward-above"))
    asker = Asker(make_person("head", province, "head-above"))
    assert [narrowed(asker, RegisterFilter({"place": code})).count() for code in ("298", "299", "205")] == [0, 0, 1]
