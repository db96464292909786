"""Roles that a change of places left behind are handed on in one act, by whoever administers what stands there now."""

import pytest
from django.urls import reverse
from django.utils import timezone

from giaoban_web.accounts.models import Grant
from giaoban_web.accounts.queries import may
from giaoban_web.places import handing_on
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.models import Place
from giaoban_web.places.planning import After
from giaoban_web.reminders.models import Message
from giaoban_web.reminders.words import told
from tests.web.places.declared import DAY, merged

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(happen, wards, town, person):
    """Two of three wards merged, with people on each, and one on the town above."""
    for role, place in (("clerk", wards[0]), ("head", wards[1]), ("clerk", wards[2]), ("leader", town)):
        person(role, place)
    return merged(happen, wards, town)


@pytest.fixture
def administrator(person, province):
    return person("administrator", province)


def test_only_roles_on_what_ended_whole_are_left_behind(event):
    assert [(left.grant.role, left.after.name) for left in handing_on.left_behind(event, DAY)] == [
        ("clerk", "Hợp Nhất"),
        ("head", "Hợp Nhất"),
    ]


def test_a_part_hands_nothing_on(happen, wards, town, person):
    person("clerk", wards[0])
    halves = [After("07001", Kind.WARD, "Đông", town), After("07009", Kind.COMMUNE, "Tây", town)]
    assert handing_on.left_behind(happen(EventKind.SPLIT, wards[:1], halves), DAY) == []


def test_one_act_hands_them_on_and_nothing_is_left(event, administrator, sign_in):
    client, page = sign_in(administrator), reverse("places:change", args=[event.pk])
    shown = client.get(page).content.decode()
    assert "Vai trò chưa sang địa bàn mới" in shown
    marks = [left.mark for left in handing_on.left_behind(event, timezone.localdate())]
    assert all(f'value="{mark}" checked' in shown for mark in marks)
    answer = client.post(reverse("places:hand_on", args=[event.pk]), {"role": marks}, follow=True).content.decode()
    assert "Đã cấp 2 vai trò ở địa bàn mới." in answer and "Vai trò chưa sang" not in answer
    new = Place.objects.get(name="Hợp Nhất")
    assert may(Grant.objects.get(place=new, role="clerk").user, "records.decide", new)


def test_a_steward_sees_how_many_they_are_and_whom_to_ask_and_cannot(event, administrator, steward, sign_in):
    client = sign_in(steward)
    shown = client.get(reverse("places:change", args=[event.pk])).content.decode()
    assert "2 vai trò chưa sang địa bàn hiện nay." in shown and str(administrator) in shown and 'name="role"' not in shown
    assert client.post(reverse("places:hand_on", args=[event.pk]), {"role": "1-1"}).status_code == 403


def test_a_stranger_hands_nothing_on(event, person, other_town, sign_in):
    stranger = person("administrator", other_town)
    marks = [left.mark for left in handing_on.left_behind(event, DAY)]
    assert sign_in(stranger).post(reverse("places:hand_on", args=[event.pk]), {"role": marks}).status_code == 403
    assert len(handing_on.left_behind(event, DAY)) == 2


def test_administrators_are_told_of_what_others_declared(administrator, event):
    (message,) = Message.objects.filter(user=administrator)
    assert (message.code, message.values["count"], message.url) == ("told-roles-left", 2, reverse("places:change", args=[event.pk]))
    assert "địa bàn từ 01/01/2027: 2 vai trò" in told(message, "vi")
