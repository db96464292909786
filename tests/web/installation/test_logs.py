"""The server's log says what broke and where, and no word of a record, a person or a password."""

import logging
import sys
from smtplib import SMTPRecipientsRefused, SMTPResponseException

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError

from giaoban_web.installation.logs import WithoutWords

TEXT = "Xã Tân Sơn thu ngân sách"
ROW = f"null value in column\nDETAIL:  Failing row contains (1, {TEXT})."
KEPT = [
    (OperationalError("connection refused\nIs the server running?"), "connection refused"),
    (OSError(28, "No space left on device"), "No space left on device"),
    (SMTPResponseException(535, b"lan@vidu.vn rejected"), "SMTPResponseException: 535"),
]
HIDDEN = [IntegrityError(ROW), ValueError(TEXT), KeyError(TEXT), SMTPRecipientsRefused({"lan@vidu.vn": (550, b"no")})]


def line(error: BaseException) -> str:
    """The line of a log for an error on its way through two others."""
    try:
        try:
            raise error
        except type(error) as inner:
            raise RuntimeError(TEXT) from inner
    except RuntimeError:
        record = logging.LogRecord("giaoban_web.x", logging.ERROR, __file__, 1, "a reader failed", (), sys.exc_info())
    return WithoutWords().format(record)


@pytest.mark.parametrize("error", HIDDEN, ids=lambda error: type(error).__name__)
def test_what_an_error_quotes_is_left_out(error):
    said = line(error)
    assert TEXT not in said and "lan@vidu.vn" not in said and "DETAIL" not in said
    assert type(error).__name__ in said and "RuntimeError" in said and "in line" in said
    assert "ERROR giaoban_web.x: a reader failed" in said


@pytest.mark.parametrize(("error", "said"), KEPT, ids=lambda each: type(each).__name__)
def test_what_is_said_of_the_machine_is_kept(error, said):
    assert said in line(error)
    assert "lan@vidu.vn" not in line(error) and "Is the server" not in line(error)


def test_a_page_that_breaks_is_logged_without_what_was_sent(town, person, sign_in, monkeypatch, caplog):
    def fail(**sent: object) -> None:
        raise ValueError(str(sent))

    monkeypatch.setattr("giaoban_web.accounts.people.actions.add_person", fail)
    client = sign_in(person("administrator", town))
    client.raise_request_exception = False
    sent = {"username": "lan", "name": TEXT, "email": "", "password": "một mật khẩu dài", "role": "clerk", "place": town.pk}
    assert client.post("/people/add/", sent).status_code == 500
    said = "\n".join(WithoutWords().format(record) for record in caplog.records)
    assert "/people/add/" in said and "ValueError" in said
    assert TEXT not in said and "mật khẩu" not in said


def test_the_server_logs_in_that_form():
    console = settings.LOGGING["handlers"]["console"]
    assert settings.LOGGING["formatters"][console["formatter"]]["()"].endswith(WithoutWords.__name__)
