"""An installation looked over: each thing is told as it stands, and what is wrong gives the status 1."""

import subprocess

import pytest

from giaoban.messages import say
from giaoban_web import cli
from giaoban_web.installation import doctor
from giaoban_web.installation.doctor import State, looked

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(settings):
    settings.ADDRESS, settings.BELOW, settings.HTTPS, settings.ALLOWED_HOSTS = "https://example.vn", "", True, ["example.vn"]
    return settings


def codes(state, **told):
    return {each.said.code for each in looked(**told) if each.state is state}


def test_an_installation_without_a_flaw_has_nothing_wrong(address, capsys):
    assert codes(State.WRONG) == set()
    assert {"doctor-database", "doctor-clock", "doctor-address"} <= codes(State.WELL)
    assert cli.main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("✓ giaoban ") and any("Đồng hồ:" in line and "The clock says" in line for line in lines)


def test_a_mail_server_that_is_away_is_wrong_and_says_why(address, capsys):
    address.EMAIL_HOST, address.EMAIL_PORT, address.EMAIL_BACKEND = "127.0.0.1", 9, "django.core.mail.backends.smtp.EmailBackend"
    assert codes(State.WRONG) == {"doctor-mail-away"}
    assert cli.main(["doctor", "--mail", "ai@vidu.vn"]) == 1
    assert "ConnectionRefusedError" in capsys.readouterr().out


def test_a_letter_is_sent_to_try_it(address, mailoutbox):
    address.EMAIL_HOST, address.EMAIL_BACKEND = "mail.vidu.vn", "django.core.mail.backends.locmem.EmailBackend"
    assert "doctor-mail-sent" in codes(State.WELL, mail_to="ai@vidu.vn")
    assert [each.to for each in mailoutbox] == [["ai@vidu.vn"]]


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"ALLOWED_HOSTS": ["localhost"]}, "doctor-address-unknown"), ({"HTTPS": False}, "doctor-address-https")],
)
def test_an_address_that_leads_nowhere_is_wrong(address, changes, code):
    for name, value in changes.items():
        setattr(address, name, value)
    assert codes(State.WRONG) == {code}


def test_a_disk_that_is_nearly_full_is_wrong_and_scans_that_are_not_read_are_to_be_looked_at(address, monkeypatch):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _folder: type("Usage", (), {"free": 1000})())
    monkeypatch.setattr(doctor, "available", lambda: False)
    assert codes(State.WRONG) == {"doctor-disk"}
    assert "doctor-no-scans" in codes(State.LOOK)


@pytest.mark.parametrize(
    ("said", "code"), [("pg_dump (PostgreSQL) 9.6", "doctor-old-dump"), ("", "doctor-old-dump"), (None, "doctor-no-dump")]
)
def test_a_server_without_its_own_pg_dump_cannot_be_backed_up(monkeypatch, said, code):
    def run(*_arguments, **_options):
        if said is None:
            raise FileNotFoundError
        return subprocess.CompletedProcess([], 0, said)

    info = type("Info", (), {"server_version": 150_004})
    cursor = type("Cursor", (), {"connection": type("Connection", (), {"info": info})})
    monkeypatch.setattr(doctor, "connection", type("Database", (), {"cursor": staticmethod(lambda: cursor)}))
    monkeypatch.setattr(doctor.subprocess, "run", run)
    told = doctor._dump()
    assert (told.state, told.said.code) == (State.WRONG, code) and "postgresql-client-15" in say(told.said, "vi")
