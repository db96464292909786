"""Where roles go on when places change, and what a preview says of them."""

import pytest

from giaoban_web.accounts.queries import granted_paths, may, places_of, under
from giaoban_web.places.actions import undo
from giaoban_web.places.effects import What
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.models import Place
from giaoban_web.places.planning import After, Declared, plan
from giaoban_web.places.queries import at
from giaoban_web.places.roles import effects
from tests.web.places.declared import DAY, merged

pytestmark = pytest.mark.django_db


def told(wards, town):
    wanted = plan(Declared(EventKind.MERGER, DAY, "1", tuple(wards[:2]), (After("07001", Kind.WARD, "Hợp Nhất", town),)))
    return [(each.what, each.count) for each in effects(wanted)]


def test_roles_on_what_merges_are_counted_apart_from_those_above(wards, town, person):
    assert told(wards, town) == []
    person("clerk", town)
    assert told(wards, town) == []
    person("clerk", wards[0])
    person("head", wards[1])
    person("head", wards[2])
    assert told(wards, town) == [(What.REFUSED, 2)]


def test_a_role_on_the_only_source_goes_on(wards, town, person):
    person("clerk", wards[0])
    wanted = plan(Declared(EventKind.RENAMING, DAY, "1", (wards[0],), (After("07001", Kind.WARD, "Khác", town),)))
    assert [(each.what, each.count) for each in effects(wanted)] == [(What.GOES_ON, 1)]


def test_a_role_granted_after_the_change_on_the_old_place_goes_on_as_well(happen, register, person):
    town = Place.objects.filter(code="205").latest("valid_from")
    clerk = person("clerk", town)
    wards = Place.objects.on(DAY).filter(kind=Kind.WARD)
    assert wards.count() == 5
    assert all(may(clerk, "records.decide", ward) for ward in wards)
    assert not may(clerk, "records.decide", at("22", DAY))
    assert set(places_of(clerk, "records.decide").filter(valid_to=None)) == set(wards)


def test_roles_of_a_merger_end_with_its_undoing(happen, wards, town, person):
    clerk = person("clerk", town)
    event = happen(EventKind.ABOLITION, [town])
    assert len(clerk.paths("records.view")) == 4
    undo(event, reason="khai nhầm", by=event.by)
    assert clerk.paths("records.view") == [town.path]


def test_a_role_that_goes_on_in_a_thousand_places_still_answers(town, wards, person):
    Place.objects.filter(pk=town.pk).update(heirs=[f"9{number:04}/" for number in range(1500)])
    clerk = person("clerk", town)
    paths = granted_paths(clerk, "records.view")
    assert len(paths) == 1501
    assert set(Place.objects.filter(under(paths, "path"))) == {town, *wards}


def test_a_place_made_of_one_inside_and_one_outside_is_reached_by_neither_alone(happen, wards, town, person):
    merged(happen, wards, town)
    assert [may(person("clerk", ward), "records.view", at("07001", DAY)) for ward in wards[:2]] == [False, False]
