"""Whoever has to ask for a body, or for a person to sit there, is told whom, by name."""

from datetime import date

import pytest

from giaoban_web.accounts.models import Role
from giaoban_web.bodies import actions
from giaoban_web.bodies.keepers import keepers
from giaoban_web.places.kinds import EventKind
from giaoban_web.places.models import Place
from tests.web.directives.conftest import office
from tests.web.places.declared import DAY, happen, steward, wards

__all__ = ["happen", "office", "steward", "wards"]
pytestmark = pytest.mark.django_db


def test_a_task_for_which_nobody_sits_names_who_can_seat_a_person(office, sign_in):
    seat = office.economy.seats.get()
    actions.unseat(seat=seat, until=date(2020, 2, 1), by=office.steward)
    page = sign_in(office.head).get(f"/directives/{office.drafted().pk}/").content.decode()
    assert f"Người quản lý danh mục cơ quan ở đó: {office.steward}." in page


def test_where_nobody_keeps_bodies_it_is_said_who_can_give_the_role(office, sign_in):
    seat = office.economy.seats.get()
    actions.unseat(seat=seat, until=date(2020, 2, 1), by=office.steward)
    office.steward.grants.all().delete()
    page = sign_in(office.head).get(office.economy.get_absolute_url()).content.decode()
    assert "Chưa ai quản lý danh mục cơ quan ở thị xã Đông Triều" in page and "giaoban administrator" in page


def test_a_unit_that_sits_nowhere_is_told_whom_to_ask(office, person, sign_in):
    page = sign_in(person(Role.UNIT, office.town)).get("/directives/mine/").content.decode()
    assert f"Người quản lý danh mục cơ quan ở đó: {office.steward}." in page


def test_a_keeper_of_a_town_that_is_no_more_is_named_where_the_role_goes_on(happen, office, wards):
    happen(EventKind.ABOLITION, [office.town])
    today = Place.objects.on(DAY).get(code=wards[0].code)
    assert str(office.steward) in keepers(today)
