"""Bodies that a change of places left behind are made anew in one act at what stands there now, with who sits for them."""

from datetime import date

import pytest
from django.urls import reverse

from giaoban_web.accounts.models import User
from giaoban_web.bodies import actions, carrying
from giaoban_web.bodies.models import Body
from giaoban_web.history.queries import verify
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.models import Place
from giaoban_web.places.planning import After
from tests.web.places.declared import DAY, happen, merged, steward, wards

__all__ = ["happen", "steward", "wards"]
pytestmark = pytest.mark.django_db


def sits(name, body, steward):
    user = User.objects.create_user(name, password="một mật khẩu dài", name=name)
    actions.seat(body=body, user=user, since=date(2020, 1, 1), by=steward)


@pytest.fixture
def event(happen, wards, town, steward):
    """Two of three wards merged, each with its committee and chair, the first with an office under its committee."""
    for ward in wards:
        committee = actions.add(place=ward, name=f"UBND phường {ward.name}", also=[f"UBND {ward.name}"], by=steward)
        chair = actions.add(place=ward, name="Chủ tịch UBND phường", is_post=True, superior=committee, by=steward)
        sits(f"van-{ward.code}", committee, steward)
        sits(f"chu-tich-{ward.code}", chair, steward)
    actions.add(place=wards[0], name="Ban Chỉ huy quân sự", superior=Body.objects.get(name="UBND phường Phường 1"), by=steward)
    return merged(happen, wards, town)


def new(name):
    return Body.objects.get(place__name="Hợp Nhất", name=name)


def test_bodies_of_one_name_are_one_at_the_place_that_was_made(event):
    lefts = carrying.left_behind(event, DAY)
    assert [(left.name, len(left.bodies), [goes for _mark, _seat, goes in left.sitting]) for left in lefts] == [
        ("Ban Chỉ huy quân sự", 1, []),
        ("Chủ tịch UBND phường", 2, [False, False]),
        ("UBND phường Hợp Nhất", 2, [True, True]),
    ]


def test_one_act_makes_them_in_their_order_with_who_is_ticked_and_the_old_ones_stay(event, steward, sign_in):
    client, page = sign_in(steward), reverse("places:change", args=[event.pk])
    shown = client.get(page).content.decode()
    assert "Cơ quan chưa sang địa bàn mới" in shown
    lefts = {left.name: left for left in carrying.left_behind(event, DAY)}
    committee, chair, army = (lefts[name] for name in ("UBND phường Hợp Nhất", "Chủ tịch UBND phường", "Ban Chỉ huy quân sự"))
    ticked = [army.mark, committee.mark, committee.sitting[0][0], chair.mark, chair.sitting[1][0]]
    assert f'value="{committee.mark}" checked' in shown and f'value="{chair.sitting[0][0]}">' in shown
    answer = client.post(reverse("bodies:carry", args=[event.pk]), {"body": ticked}, follow=True).content.decode()
    assert "Đã lập 3 cơ quan ở địa bàn mới." in answer and "Cơ quan chưa sang" not in answer
    made = new("UBND phường Hợp Nhất")
    assert {new("Chủ tịch UBND phường").superior, new("Ban Chỉ huy quân sự").superior} == {made}
    assert made.also == ["UBND Hợp Nhất"]
    assert [(str(seat.user), seat.since_on) for seat in made.seats.all()] == [("van-07001", DAY)]
    assert [str(seat.user) for seat in new("Chủ tịch UBND phường").seats.all()] == ["chu-tich-07002"]
    assert Body.objects.get(name="UBND phường Phường 1").retired_on is None
    assert verify() is None


def test_twice_is_once_and_what_stands_there_already_is_not_offered(event, steward):
    actions.add(place=Place.objects.get(name="Hợp Nhất"), name="UBND phường Hợp Nhất", by=steward)
    lefts = carrying.left_behind(event, DAY)
    assert [left.name for left in lefts] == ["Ban Chỉ huy quân sự", "Chủ tịch UBND phường"]
    marks = [left.mark for left in lefts]
    assert [carrying.carry(event, marks, on=DAY, by=steward) for _time in range(2)] == [2, 0]
    assert new("Ban Chỉ huy quân sự").superior == new("UBND phường Hợp Nhất")


def test_a_part_hands_on_no_body_and_a_place_that_stays_itself_keeps_its_own(happen, wards, town, steward):
    for ward in wards[:2]:
        actions.add(place=ward, name=f"UBND phường {ward.name}", by=steward)
    halves = [After("07001", Kind.WARD, "Đông", town), After("07009", Kind.COMMUNE, "Tây", town)]
    assert carrying.left_behind(happen(EventKind.SPLIT, wards[:1], halves), DAY) == []
    taken_in = happen(EventKind.MERGER, wards[1:], [After("07002", Kind.WARD, "Phường 2", town)])
    assert carrying.left_behind(taken_in, DAY) == []


def test_who_keeps_no_bodies_there_makes_none(event, person, other_town, sign_in):
    marks = [left.mark for left in carrying.left_behind(event, DAY)]
    for someone in (person("steward", other_town), person("clerk", event.changes.first().after)):
        assert sign_in(someone).post(reverse("bodies:carry", args=[event.pk]), {"body": marks}).status_code == 403
    assert len(carrying.left_behind(event, DAY)) == len(marks)


def test_a_change_is_undone_once_the_bodies_made_by_it_have_ended(event, steward, sign_in):
    client, undo = sign_in(steward), reverse("places:undo", args=[event.pk])
    carrying.carry(event, [left.mark for left in carrying.left_behind(event, DAY)], on=DAY, by=steward)
    refused = client.post(undo, {"reason": "Khai nhầm"})
    assert refused.status_code == 409 and "Có 3 mục gắn với Phường Hợp Nhất" in refused.content.decode()
    made = Body.objects.filter(place__name="Hợp Nhất")
    for body in made:
        actions.retire(body=body, on=date(2027, 2, 1), by=steward)
    assert client.post(undo, {"reason": "Khai nhầm"}).status_code == 302
    assert all(client.get(body.get_absolute_url()).status_code == 200 for body in made)
    assert verify() is None
