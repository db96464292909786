"""Bodies and posts, and who sits there: found by any of their names, kept by who may, never lost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban.model import Refused, Topic
from giaoban_web.accounts.models import Role, User
from giaoban_web.bodies import actions, queries
from giaoban_web.bodies.models import Body
from giaoban_web.history import queries as history

pytestmark = pytest.mark.django_db
SINCE = date(2020, 1, 1)


@pytest.fixture
def steward(person, town):
    return person(Role.STEWARD, town)


@pytest.fixture
def council(steward, town):
    return actions.add(place=town, name="UBND thị xã Đông Triều", also=["TX Đông Triều"], topics=["land"], by=steward)


@pytest.fixture
def chairman(steward, town, council):
    return actions.add(place=town, name="Chủ tịch UBND thị xã", is_post=True, superior=council, by=steward)


@pytest.fixture
def somebody(db):
    return User.objects.create_user("somebody", password="một mật khẩu dài", name="Lê Văn Ai")


@pytest.mark.parametrize(
    "written", ["UBND thị xã Đông Triều", "Ủy ban nhân dân thị xã Đông Triều", "ubnd thi xa dong trieu", "TX Đông Triều", "U.B.N.D"]
)
def test_a_body_is_found_by_any_of_its_names_accents_and_abbreviations_aside(council, town, written):
    assert queries.match(written, town) == (council if written != "U.B.N.D" else None)


def test_of_two_of_the_same_name_the_one_nearest_to_the_place_is_meant(steward, person, town, province):
    above = person(Role.STEWARD, province)
    near, far = (actions.add(place=place, name="Phòng Kinh tế", by=above) for place in (town, province))
    assert (queries.match("Phòng Kinh tế", town), queries.match("Phòng Kinh tế", province)) == (near, far)
    assert queries.match("Phòng Kinh tế") is None


def test_whoever_holds_a_post_acts_for_its_body_and_whoever_sits_in_the_body_for_its_posts(steward, council, chairman, somebody):
    actions.seat(body=chairman, user=somebody, since=SINCE, by=steward)
    assert queries.acted_for(somebody, date(2020, 6, 1)) == {council.pk, chairman.pk}
    assert queries.acted_for(somebody, date(2019, 6, 1)) == frozenset()


def test_a_seat_ends_on_a_day_and_what_never_began_is_taken_away(steward, council, somebody):
    seat = actions.seat(body=council, user=somebody, since=SINCE, by=steward)
    actions.unseat(seat=seat, until=date(2020, 7, 1), by=steward)
    assert queries.acted_for(somebody, date(2020, 6, 30)) and not queries.acted_for(somebody, date(2020, 7, 1))
    again = actions.seat(body=council, user=somebody, since=date(2020, 8, 1), by=steward)
    assert actions.unseat(seat=again, until=date(2020, 8, 1), by=steward) is None


def test_a_person_who_left_acts_for_nothing(steward, council, somebody):
    actions.seat(body=council, user=somebody, since=SINCE, by=steward)
    somebody.is_active = False
    assert queries.acted_for(somebody, SINCE) == frozenset()


def test_nothing_stands_above_itself(steward, council, chairman):
    with pytest.raises(Refused, match="body-above-itself"):
        actions.change(body=council, name=council.name, also=[], superior=chairman, topics=[], by=steward)


def test_a_name_is_given_once_at_a_place_until_its_body_ends(steward, town, council):
    with pytest.raises(Refused, match="body-known"):
        actions.add(place=town, name=council.name, by=steward)
    actions.retire(body=council, on=date(2025, 7, 1), by=steward)
    assert actions.add(place=town, name=council.name, by=steward).pk != council.pk


def test_only_who_keeps_bodies_there_changes_them(person, town, other_town, council):
    for role, place in ((Role.CLERK, town), (Role.STEWARD, other_town)):
        with pytest.raises(Refused, match="not-allowed-here"):
            actions.add(place=town, name="Phòng Mới", by=person(role, place))


def test_the_body_that_leads_in_a_field_is_known_at_the_place_and_below(council, town):
    assert queries.leading(Topic.LAND, town) == council
    assert queries.by_topic(town) == {Topic.LAND: council.name}


def test_the_page_seats_a_person_and_refuses_one_whom_nobody_knows_without_losing_what_was_typed(sign_in, steward, council, somebody):
    browser = sign_in(steward)
    answer = browser.post(f"/bodies/{council.pk}/seats/", {"person": "khong-co", "since": "1/1/2020"})
    assert answer.status_code == 422 and b'value="khong-co"' in answer.content
    assert browser.post(f"/bodies/{council.pk}/seats/", {"person": "somebody", "since": "1/1/2020"}).status_code == 302
    assert council.seats.get().user == somebody
    assert history.verify() is None


def test_a_new_body_is_put_under_one_that_is_named_and_a_wrong_name_offers_the_likely_ones(sign_in, steward, council, town):
    browser, told = sign_in(steward), {"name": "Phòng Kinh tế", "place": town.pk, "superior": "UBND thị xã"}
    answer = browser.post("/bodies/add/", told)
    assert answer.status_code == 422 and "UBND thị xã Đông Triều · thị xã Đông Triều" in answer.content.decode()
    assert browser.post("/bodies/add/", told | {"superior": "UBND thị xã Đông Triều"}).status_code == 302
    assert Body.objects.get(name="Phòng Kinh tế").superior == council


def test_the_list_asks_the_database_no_more_often_for_more_rows(sign_in, steward, town, council, django_assert_num_queries):
    browser = sign_in(steward)
    actions.add(place=town, name="Phòng số 0", superior=council, by=steward)
    with CaptureQueriesContext(connection) as few:
        browser.get("/bodies/?q=phong")
    for number in range(1, 20):
        actions.add(place=town, name=f"Phòng số {number}", superior=council, by=steward)
    with django_assert_num_queries(len(few)):
        assert browser.get("/bodies/?q=phong").status_code == 200
