"""A new office: everybody finds at the desk what is still to be done before anything can be confirmed, and by whom."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from giaoban_web.bodies import actions as bodies
from giaoban_web.overview.starting import steps

pytestmark = pytest.mark.django_db


def names(user):
    return [(each.name, each.done) for each in steps(user)]


def test_where_nobody_has_an_account_the_door_says_what_to_run(person, province):
    door = reverse("account_login")
    assert "giaoban administrator TÊN MÃ-ĐỊA-BÀN" in Client().get(door).content.decode()
    person("clerk", province)
    assert "giaoban administrator" not in Client().get(door).content.decode()


def test_an_administrator_is_led_from_people_to_bodies_to_who_sits_there(person, town):
    administrator = person("administrator", town)
    assert names(administrator) == [
        ("Thêm người dùng", False),
        ("Thêm cơ quan, chức danh", False),
        ("Phân công người phụ trách từng cơ quan", False),
    ]
    clerk = person("clerk", town)
    body = bodies.add(place=town, name="Phòng Kinh tế", by=administrator)
    assert [done for _name, done in names(administrator)] == [True, True, False]
    bodies.seat(body=body, user=clerk, since=timezone.localdate(), by=administrator)
    assert all(done for _name, done in names(administrator))
    assert names(clerk) == [("Đưa bản ghi đầu tiên vào", False), ("Xác nhận những gì đọc được", False)]


def test_the_desk_tells_the_steps_until_something_is_confirmed(person, town, sign_in, known):
    shown = sign_in(person("administrator", town)).get("/").content.decode()
    assert "Bắt đầu" not in shown


def test_who_only_reads_is_told_who_puts_records_in(person, town, sign_in):
    shown = sign_in(person("leader", town)).get("/").content.decode()
    assert "Bắt đầu" not in shown and "Chuyên viên tổng hợp đưa bản ghi vào" in shown
    assert "Thêm người dùng" in sign_in(person("administrator", town)).get("/").content.decode()
