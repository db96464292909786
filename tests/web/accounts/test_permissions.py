"""What one may do comes from grants: on the place and below it, nowhere else, and never from a flag."""

import pytest
from django.contrib.auth.models import AnonymousUser

from giaoban_web.accounts import queries
from giaoban_web.accounts.models import Role, User
from giaoban_web.accounts.permissions import ALLOWED
from giaoban_web.places.models import Place
from tests.web.conftest import make_place


@pytest.mark.parametrize("permission", ALLOWED)
@pytest.mark.parametrize("role", Role)
def test_a_role_holds_on_its_place_and_below_and_nowhere_else(person, province, town, other_town, role, permission):
    someone = person(role, town)
    ward = make_place("07069", "phường", "Mạo Khê", town)
    expected = role in ALLOWED[permission]
    assert [queries.may(someone, permission, place) for place in (town, ward, other_town, province)] == [expected, expected, False, False]
    assert queries.may(someone, permission, None) is expected
    seen = Place.objects.filter(queries.under(queries.granted_paths(someone, permission), "path"))
    assert set(seen) == ({town, ward} if expected else set())


def test_a_code_that_begins_like_another_gives_nothing_there(person, province):
    short, long = make_place("20", "thị xã", "Ngắn", province), make_place("205", "thị xã", "Dài", province)
    assert not queries.may(person("head", short), "records.view", long)


def test_who_is_not_signed_in_has_left_or_has_no_grant_may_do_nothing(person, town):
    gone = person("administrator", town)
    gone.is_active = False
    for nobody in (AnonymousUser(), gone, User.objects.create_user("trong"), None):
        assert not any(queries.may(nobody, permission, place) for permission in ALLOWED for place in (town, None))


def test_a_superuser_flag_gives_nothing(db):
    flagged = User.objects.create_superuser("co", password="x")
    assert not any(flagged.has_perm(permission) for permission in ALLOWED)


def test_a_permission_that_is_not_in_the_table_is_nobodys(person, town):
    administrator = person("administrator", town)
    assert not administrator.has_perm("records.shred", town)
    with pytest.raises(KeyError):
        queries.granted_paths(administrator, "records.shred")


def test_roles_on_a_place_and_below_it_reach_as_far_as_the_one_above(person, province, town):
    someone = person("head", province)
    someone.grants.create(role="head", place=town)
    Place.objects.filter(pk=province.pk).update(heirs=["22/205/07069/", "24/"])
    assert queries.granted_paths(someone, "records.view") == ["22/", "24/"]


def test_an_administrator_manages_whose_every_role_lies_within_her_places_and_at_the_root_who_has_none(person, province, town, other_town):
    of_town, at_root = person("administrator", town), person("administrator", province)
    within, beyond, both, roleless = (
        person("clerk", place, name) for place, name in ((town, "a"), (other_town, "b"), (town, "c"), (town, "d"))
    )
    both.grants.create(role="clerk", place=other_town)
    roleless.grants.all().delete()
    people = (within, beyond, both, roleless, at_root)
    assert [queries.may_manage(of_town, each) for each in people] == [True, False, False, False, False]
    assert [queries.may_manage(at_root, each) for each in people] == [True] * 5
    assert not any(queries.may_manage(within, each) for each in people)
    assert set(queries.people_of(of_town)) == {of_town, within, both}
