"""A page asks once what its reader may do; the next page, and whatever writes, asks anew."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giaoban.directives.states import State
from giaoban_web.accounts.models import Grant, Role
from giaoban_web.directives import move_pages
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Indicator
from giaoban_web.ui.remembering import remember, showing
from tests.web.directives.conftest import office

__all__ = ["office"]


def asked(client, address, of, sent=None):
    """How often a page, or what is sent and refused, asks the database first of all for rows of a table."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address) if sent is None else client.post(address, sent)
        assert answer.status_code == (200 if sent is None else 409)
    return sum(f'FROM "{of}"' in each["sql"].split(" WHERE ")[0] for each in captured)


@pytest.mark.parametrize("table", ["accounts_grant", "bodies_seat"])
def test_the_page_of_a_task_asks_once_for_roles_and_seats(office, sign_in, table):
    task = office.issued()
    assert asked(sign_in(office.head), task.get_absolute_url(), table) <= 2


@pytest.mark.parametrize("table", ["accounts_grant", "bodies_seat"])
def test_a_move_that_is_refused_asks_for_roles_and_seats_before_while_and_after(office, sign_in, table):
    task = office.issued()
    assert asked(sign_in(office.head), f"/directives/{task.pk}/move/issue/", table, {"seen": task.version}) <= 4


def test_a_move_is_not_made_by_a_role_that_was_taken_away_after_its_form_was_read(office, sign_in, monkeypatch):
    task, client, read = office.drafted(), sign_in(office.head), move_pages._form

    def meanwhile(*given):
        form = read(*given)
        Grant.objects.filter(user=office.head).delete()
        return form

    monkeypatch.setattr(move_pages, "_form", meanwhile)
    assert client.post(f"/directives/{task.pk}/move/issue/", {"seen": task.version}).status_code == 404
    task.refresh_from_db()
    assert task.state == State.DRAFT


def test_a_role_that_is_taken_away_is_gone_on_the_next_page(office, sign_in):
    task, client = office.issued(), sign_in(office.head)
    assert client.get(task.get_absolute_url()).status_code == 200
    Grant.objects.filter(user=office.head).delete()
    assert client.get(task.get_absolute_url()).status_code == 404


def test_what_is_asked_about_a_person_outside_a_page_is_never_old(office, town):
    assert office.head.has_perm("directives.draft", town)
    Grant.objects.filter(user=office.head).update(role=Role.UNIT)
    assert not office.head.has_perm("directives.draft", town)


def test_the_next_page_knows_an_indicator_that_was_retired_meanwhile(office):
    known = len(catalogue.catalogue())
    Indicator.objects.filter(pk=Indicator.objects.first().pk).update(retired_at=timezone.now())
    assert len(catalogue.catalogue()) == known - 1
    with showing():
        Indicator.objects.filter(pk=Indicator.objects.last().pk).update(retired_at=timezone.now())
        assert len(catalogue.catalogue()) == known - 2


def test_what_is_remembered_ends_with_the_page():
    asked = []
    with showing():
        assert [remember("x", lambda: asked.append(1) or len(asked)) for _time in range(3)] == [1, 1, 1]
    with showing():
        assert remember("x", lambda: "anew") == "anew"
    assert [remember("x", lambda: asked.append(1) or len(asked)) for _time in range(2)] == [2, 3]
