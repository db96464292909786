"""A setting that cannot be meant stops the program with a sentence, before anything is touched."""

import runpy
from pathlib import Path

import pytest

from giaoban import messages
from giaoban.model import Refused
from giaoban_web import settings

WRONG = {
    "DATABASE_URL": "postgres://giaoban:bi-mat@host:cong/giaoban",
    "GIAOBAN_KEEP_MESSAGES": "lâu",
    "GIAOBAN_TICK_AT": "25:00",
    "GIAOBAN_CLARITIES": "person,colour",
    "GIAOBAN_SMTP": "mail.vidu.vn:cong",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_setting_that_cannot_be_meant_is_named_with_the_way_to_write_it_and_without_a_password(name, monkeypatch):
    monkeypatch.setenv(name, WRONG[name])
    with pytest.raises(Refused, match="setting-unreadable") as refused:
        runpy.run_path(str(Path(settings.__file__)))
    for language in messages.LANGUAGES:
        said = messages.say(refused.value, language)
        assert name in said and "bi-mat" not in said


def test_a_form_sent_by_another_port_than_that_of_https_is_of_this_house(monkeypatch):
    for name, text in {"HTTPS": "1", "HOSTS": "example", "ADDRESS": "https://example:8443/giaoban"}.items():
        monkeypatch.setenv(f"GIAOBAN_{name}", text)
    read = runpy.run_path(str(Path(settings.__file__)))
    assert {"https://example", "https://example:8443"} <= set(read["CSRF_TRUSTED_ORIGINS"])


def test_settings_are_read_as_they_are_written(monkeypatch):
    for name, text in {"KEEP_MESSAGES": "-", "TICK_AT": "-", "CLARITIES": "person, time", "SMTP": "mail.vidu.vn"}.items():
        monkeypatch.setenv(f"GIAOBAN_{name}", text)
    read = runpy.run_path(str(Path(settings.__file__)))
    assert (read["KEEP_MESSAGES"], read["TICK_AT"], read["CLARITIES"]) == (None, "-", ["person", "time"])
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == ("mail.vidu.vn", 25)
