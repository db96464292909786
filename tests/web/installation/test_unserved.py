"""Where the database does not serve, people, programs and a monitor are told what is wrong, and nothing is half done."""

import shutil
from collections import namedtuple

import psycopg
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from giaoban.messages import table
from giaoban_web.errors import SIGNS, trouble
from giaoban_web.installation import health, readiness

SAID = [
    ("database is locked", "database-busy"),
    ("database or disk is full", "database-full"),
    ('could not extend file "base/5/1259": No space left on device', "database-full"),
    ("attempt to write a readonly database", "database-read-only"),
    ("cannot execute INSERT in a read-only transaction", "database-read-only"),
    ("unable to open database file", "database-away"),
    ('connection failed: connection to server at "127.0.0.1", port 5432 failed: Connection refused', "database-away"),
    ("server closed the connection unexpectedly", "database-away"),
    ("terminating connection due to administrator command", "database-away"),
    ("FATAL:  the database system is starting up", "database-away"),
    ("database disk image is malformed", "database-damaged"),
    ("file is not a database", "database-damaged"),
    ("no such table: places_place", ""),
]


@pytest.mark.parametrize(("said", "code"), SAID)
def test_what_a_database_says_is_told_apart(said, code):
    assert trouble(OperationalError(said)) == code
    assert trouble(ValueError(said)) == ""


@pytest.mark.parametrize(("free", "code"), [(4096, "database-full"), (10**9, "database-read-only"), (None, "database-read-only")])
def test_a_file_on_a_disk_without_room_cannot_be_opened_and_is_not_said_to_be_only_readable(free, code, monkeypatch):
    """SQLite tells of the disk then, not of the room: the file that it works with beside the database cannot be made."""

    def usage(_folder):
        if free is None:
            raise FileNotFoundError
        return namedtuple("Usage", "free")(free)

    monkeypatch.setattr(connection, "vendor", "sqlite")
    monkeypatch.setattr(shutil, "disk_usage", usage)
    assert trouble(OperationalError("disk I/O error")) == code
    assert trouble(OperationalError("attempt to write a readonly database")) == "database-read-only"


def test_there_is_a_sentence_for_each():
    assert set(SIGNS) <= set(table())
    assert trouble(InterfaceError("the connection is closed")) == "database-away"
    assert issubclass(psycopg.errors.ReadOnlySqlTransaction, psycopg.DatabaseError)


@pytest.fixture
def gone(monkeypatch):
    """A database that can no longer be reached, from the first question of a request on."""

    def fail(*_args: object) -> None:
        raise OperationalError("connection failed: Connection refused")

    monkeypatch.setattr(SessionStore, "load", fail)


def asked(address, **headers):
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "0123456789abcdef0123456789abcdef"
    return client.get(address, headers=headers)


def test_a_page_says_so_before_any_view_is_reached(db, gone):
    answer = asked("/")
    assert answer.status_code == 503 and answer["Retry-After"] == "10"
    said = answer.content.decode()
    assert "Hiện không kết nối được cơ sở dữ liệu" in said and 'lang="vi"' in said


def test_the_page_is_in_the_language_of_the_browser_s_own_choice(db, gone):
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"], client.cookies["django_language"] = "0123456789abcdef0123456789abcdef", "en"
    assert "The database cannot be reached now" in client.get("/").content.decode()


def test_a_program_is_told_so_as_json(db, gone):
    answer = asked("/api/places")
    assert (answer.status_code, answer.json()["code"]) == (503, "database-away")


def test_what_is_sent_to_a_full_disk_is_refused_in_words(town, person, sign_in, monkeypatch):
    def full(*_args: object, **_named: object) -> None:
        raise OperationalError("database or disk is full")

    client = sign_in(person("administrator", town))
    monkeypatch.setattr("giaoban_web.accounts.people.actions.add_person", full)
    sent = {"username": "moi", "name": "Mới", "email": "", "password": "một mật khẩu dài", "role": "clerk", "place": town.pk}
    answer = client.post("/people/add/", sent)
    assert answer.status_code == 503 and "Ổ đĩa máy chủ đã đầy" in answer.content.decode()


def test_a_monitor_is_told_that_all_is_well_without_signing_in(db):
    answer = Client().get("/health/")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]


def test_a_monitor_is_told_what_is_wrong(db, monkeypatch):
    def away(*_args: object, **_named: object) -> None:
        raise OperationalError("connection refused: connection failed")

    with monkeypatch.context() as patched:
        patched.setitem(health.READ_ONLY, connection.vendor, lambda: True)
        assert Client().get("/health/").content == b"database-read-only\n"
        patched.setattr(health.shutil, "disk_usage", lambda path: namedtuple("Usage", "free")(1_000))
        assert Client().get("/health/").content == b"disk-nearly-full\n"
        patched.setattr(health.Head.objects, "filter", away)
        answer = Client().get("/health/")
    assert (answer.status_code, answer.content) == (503, b"database-away\n")


def test_an_operator_is_told_of_a_clock_that_is_behind_the_log(town, person, sign_in, monkeypatch):
    client = sign_in(person("administrator", town))
    client.post("/language/", {"language": "en"})
    assert list(readiness.doubts()) == []
    at = readiness.Entry.objects.latest("number").at
    monkeypatch.setattr(readiness.timezone, "now", lambda: at.replace(year=at.year - 1))
    assert [doubt.code for doubt in readiness.doubts()] == ["clock-behind"]
