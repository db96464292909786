"""The end of a body: said in error it is corrected, with the seats that ended with it; never without a reason."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.bodies import actions, proposing
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.history import queries as history
from tests.web.directives.conftest import office

__all__ = ["office"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def sent(client, body, **told):
    return client.post(f"/bodies/{body.pk}/end/correct/", {"on": "", "reason": "Bấm nhầm"} | told)


def test_a_body_ended_in_error_stands_again_and_who_sat_there_sits_there(office, sign_in):
    body, client = office.economy, sign_in(office.steward)
    seat = body.seats.get()
    actions.retire(body=body, on=TODAY, by=office.steward)
    assert "Chỉnh lại ngày kết thúc" in client.get(body.get_absolute_url()).content.decode()
    assert sent(client, body).status_code == 302
    assert (Body.objects.get(pk=body.pk).retired_on, Seat.objects.get(pk=seat.pk).until_on) == (None, None)
    (told,) = history.about(body).filter(act="end of a body corrected")
    assert (told.details["reason"], told.details["before"]) == ("Bấm nhầm", TODAY.isoformat())
    assert "Chỉnh lại ngày kết thúc" not in client.get(body.get_absolute_url()).content.decode()
    assert history.verify() is None


def test_an_end_on_a_wrong_day_moves_to_the_right_one_and_can_be_corrected_again(office):
    body, seat = office.economy, office.economy.seats.get()
    actions.retire(body=body, on=TODAY, by=office.steward)
    for day in (TODAY - timedelta(days=30), TODAY - timedelta(days=3), None):
        actions.correct_end(body=body, on=day, reason="Theo quyết định", by=office.steward)
        assert (Body.objects.get(pk=body.pk).retired_on, Seat.objects.get(pk=seat.pk).until_on) == (day, day)


def test_a_seat_that_had_ended_before_stays_ended(office):
    body, seat = office.economy, office.economy.seats.get()
    actions.unseat(seat=seat, until=TODAY, by=office.steward)
    actions.retire(body=body, on=TODAY, by=office.steward)
    actions.correct_end(body=body, on=None, reason="Bấm nhầm", by=office.steward)
    assert Seat.objects.get(pk=seat.pk).until_on == TODAY


def test_a_seat_does_not_end_before_it_began(office):
    seat = office.economy.seats.get()
    actions.retire(body=office.economy, on=TODAY, by=office.steward)
    actions.correct_end(body=office.economy, on=date(2001, 1, 1), reason="Theo quyết định", by=office.steward)
    assert Seat.objects.get(pk=seat.pk).until_on == TODAY


def test_no_end_is_corrected_without_a_reason_and_what_was_typed_stays(office, sign_in):
    actions.retire(body=office.economy, on=TODAY, by=office.steward)
    answer = sent(sign_in(office.steward), office.economy, on="1/2/2026", reason=" ")
    assert answer.status_code == 422
    assert 'value="1/2/2026"' in answer.content.decode()
    assert Body.objects.get(pk=office.economy.pk).retired_on == TODAY


def test_a_body_whose_name_was_given_anew_does_not_stand_again(office, sign_in):
    actions.retire(body=office.economy, on=TODAY, by=office.steward)
    actions.add(place=office.town, name=office.economy.name, by=office.steward)
    assert sent(sign_in(office.steward), office.economy).status_code == 409
    assert sent(sign_in(office.steward), office.economy, on="1/2/2026").status_code == 302


def test_what_stands_or_was_another_body_by_another_name_has_no_end_to_correct(office):
    waiting = proposing.propose(place=office.town, name="Phòng KT", by=office.clerk)
    proposing.identify(body=waiting, known=office.economy, by=office.steward)
    for body in (waiting, office.economy):
        with pytest.raises(Refused, match="body-not-ended"):
            actions.correct_end(body=body, on=None, reason="Bấm nhầm", by=office.steward)


def test_only_who_keeps_bodies_there_corrects_an_end(office, sign_in):
    actions.retire(body=office.economy, on=TODAY, by=office.steward)
    assert sent(sign_in(office.clerk), office.economy).status_code == 403
    assert "Chỉnh lại ngày kết thúc" not in sign_in(office.clerk).get(office.economy.get_absolute_url()).content.decode()
