"""An entry is part of its write: there is never one without the other."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction

from giaoban_web.accounts.models import User
from giaoban_web.history import actions, queries
from giaoban_web.history.models import Entry, Head
from tests.web.conftest import make_place


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused():
    person = User.objects.create(username="ai-do")
    with pytest.raises(RuntimeError, match="transaction"):
        actions.record(person, "seen", by=person)
    assert not Entry.objects.exists()


def test_an_entry_goes_with_the_write_that_is_undone(log):
    before = queries.head().hash
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        User.objects.create(username="tam-thoi")
        actions.record(log[0].by, "person added", by=None)
        1 / 0  # noqa: B018
    assert not User.objects.filter(username="tam-thoi").exists()
    assert queries.head().hash == before
    assert queries.verify() is None


def test_fractions_and_unknown_people_are_kept_so_that_every_database_gives_them_back_alike(town):
    with transaction.atomic():
        actions.record(town, "x", by=AnonymousUser(), share=0.1 + 0.2, big=10**30, nested={"a": [1.0, None, "\0"]})
    entry = Entry.objects.get(act="x")
    assert entry.by is None
    assert entry.details == {"share": "0.30000000000000004", "big": 10**30, "nested": {"a": ["1.0", None, "\ufffd"]}}
    assert queries.verify() is None


def test_what_json_cannot_say_is_refused_and_nothing_is_written(town):
    with pytest.raises(TypeError), transaction.atomic():
        actions.record(town, "x", by=None, thing=object())
    assert not Entry.objects.filter(act="x").exists()


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_make_one_chain():
    place = make_place("22", "tỉnh", "Quảng Ninh")
    failed: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for step in range(15):
                with transaction.atomic():
                    actions.record(place, name, by=None, step=step)
        except BaseException as error:  # noqa: BLE001
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert [entry.number for entry in Entry.objects.order_by("number")] == list(range(1, 46))
    assert Head.objects.get().number == 45
    assert queries.verify() is None
