"""Whoever writes into SQLite waits in a queue: nobody is passed by, however many write without a pause."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.db import ConnectionHandler, OperationalError, transaction

from giaoban_web.installation.databases import named, of_file
from giaoban_web.installation.sqlite.turns import Turns

PEOPLE, TIMES = 8, 40


def in_a_row(turns, order, number):
    assert turns.take(20)
    order.append(number)
    turns.leave()


def all_wait(turns, count):
    until = time.monotonic() + 20
    while len(turns._waiting) < count and time.monotonic() < until:
        time.sleep(0.001)
    assert len(turns._waiting) == count


def test_turns_come_in_the_order_in_which_they_were_asked_for():
    turns, order = Turns(), []
    assert turns.take(0)
    with ThreadPoolExecutor(PEOPLE) as pool:
        for number in range(PEOPLE):
            pool.submit(in_a_row, turns, order, number)
            all_wait(turns, number + 1)
        turns.leave()
    assert order == list(range(PEOPLE))


def test_whoever_waits_too_long_leaves_the_queue_and_holds_nobody_up():
    turns = Turns()
    assert turns.take(0)
    assert not turns.take(0.01)
    assert not turns._waiting
    turns.leave()
    assert turns.take(0)


@pytest.fixture
def file(tmp_path, monkeypatch, django_db_blocker):
    """Connections to a file of its own: one for each thread."""
    handler = ConnectionHandler({"default": of_file(tmp_path / "x.sqlite3")})
    monkeypatch.setattr(transaction, "connections", handler)
    with django_db_blocker.unblock():
        run(handler, "CREATE TABLE said (words text)")
        yield handler
        handler["default"].close()


def run(file, statement):
    with file["default"].cursor() as cursor:
        return cursor.execute(statement).fetchall()


def write(file, start, wrote):
    """Write again and again without a pause; of each time keep when it was asked for and when it came."""
    try:
        start.wait(60)
        for _each in range(TIMES):
            asked = time.monotonic()
            with transaction.atomic():
                wrote.append((asked, time.monotonic()))
                run(file, "INSERT INTO said VALUES ('one')")
                time.sleep(0.003)
    finally:
        file["default"].close()


def passed_by(one, wrote):
    """How many asked later and yet came before."""
    return sum(asked > one[0] and came < one[1] for asked, came in wrote)


def test_of_eight_who_write_without_a_pause_nobody_is_passed_by_again_and_again(file):
    start, wrote = threading.Barrier(PEOPLE), []
    with ThreadPoolExecutor(PEOPLE) as pool:
        for each in [pool.submit(write, file, start, wrote) for _each in range(PEOPLE)]:
            each.result()
    assert max(passed_by(each, wrote) for each in wrote) <= 2 * PEOPLE
    assert run(file, "SELECT count(*) FROM said") == [(PEOPLE * TIMES,)]


def kept(file):
    pass


def broken_off(file):
    raise ValueError


def closed(file):
    file["default"].close()


@pytest.mark.parametrize("end", [kept, broken_off, closed])
def test_the_turn_is_given_back_however_a_transaction_ends(file, end):
    with suppress(ValueError), transaction.atomic():
        run(file, "INSERT INTO said VALUES ('one')")
        end(file)
    turns = file["default"].turns
    assert turns.take(0)
    turns.leave()
    assert run(file, "SELECT * FROM said") == ([("one",)] if end is kept else [])


@pytest.mark.parametrize("statement", ["INSERT INTO said VALUES ('one')", "UPDATE said SET words = 'two'", "delete from said"])
def test_a_statement_outside_of_a_transaction_waits_for_its_turn_and_whoever_reads_for_nobody(file, statement):
    turns = file["default"].turns
    assert turns.take(0)
    with pytest.raises(OperationalError, match="database is locked"), file["default"].patience(0.05):
        run(file, statement)
    assert run(file, "PRAGMA busy_timeout") == [(20_000,)], "afterwards it waits as usual"
    assert run(file, "SELECT * FROM said") == []
    turns.leave()
    run(file, statement)
    assert turns.take(0), "the statement has given its turn back"
    turns.leave()


@pytest.mark.parametrize("address", ["{}", "sqlite:///{}"])
def test_there_is_a_queue_before_a_file_however_it_is_told(tmp_path, address):
    path = tmp_path / "x.sqlite3"
    assert named(address.format(path)) == of_file(path)
