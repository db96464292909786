"""Every write of the web, its entry in the log and its hash are one transaction: an address that is sent to leaves both, or neither."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from giaoban_web.history import queries as history
from giaoban_web.history.models import Head
from tests.web.good_input import good_input
from tests.web.one_scene import *  # noqa: F403  its fixtures
from tests.web.scene import Scene
from tests.web.test_matrix import MATRIX, _filled
from tests.web.whole import snapshot

# What can be sent without anything being decided, and why.
WRITES_NOTHING = {
    "accounts/logout/": "ends a session",
    "accounts/password/reset/": "sends a letter",
    "accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/": "the key of the scene opens nothing",
    "accounts/reauthenticate/": "marks a session",
    "accounts/mfa/authenticate/": "no sign-in has begun",
    "accounts/mfa/reauthenticate/": "marks a session",
    "accounts/mfa/totp/activate/": "asks for the password first",
    "accounts/mfa/recovery-codes/generate/": "asks for the password first",
    "api/records/<int:record_id>/confirmations/undo": "no stroke was made",
    "directives/check/": "judges what is typed",
    "directives/progress/": "whoever sends it leads no task",
    "notices/<int:notice_id>/compare/": "shows what was changed in a document, and keeps nothing of it",
    "records/<int:record_id>/undo-stroke/": "no stroke has been made in this session",
}
pytestmark = pytest.mark.django_db
SENT = sorted((address, callers) for (address, method), callers in MATRIX.items() if method == "POST" and callers)
LOG = {"history.Entry", "history.Head"}


def sender(scene: Scene, address: str, callers: set[str]) -> Callable[[], HttpResponse]:
    """Sends good input as somebody who may: a clerk where a clerk may, else the administrator, else whoever comes first."""
    client = Client(raise_request_exception=False)
    if address != "accounts/login/":
        first = [each for each in ("clerk", "administrator") if each in callers]
        client.cookies[settings.SESSION_COOKIE_NAME] = scene.session(first[0] if first else min(callers))
    content_type, body = good_input(scene, address)
    return lambda: client.generic("POST", _filled(address, scene), data=body, content_type=content_type)


@pytest.mark.parametrize(("address", "callers"), SENT, ids=[address for address, _callers in SENT])
def test_what_is_sent_leaves_a_write_and_its_entry(scene, address, callers):
    send = sender(scene, address, callers)
    before, end = snapshot(), history.head().number
    answer = send()
    assert answer.status_code < 400
    changed = {name for name, rows in snapshot().items() if rows != before[name]} - LOG
    entries = history.head().number - end
    if address in WRITES_NOTHING:
        assert (changed, entries) == (set(), 0)
    else:
        assert entries > 0, f"changed {changed} without an entry"
    assert history.verify() is None


@pytest.mark.parametrize(("address", "callers"), SENT, ids=[address for address, _callers in SENT])
def test_what_is_sent_while_the_log_cannot_be_written_leaves_nothing(scene, address, callers, monkeypatch):
    send = sender(scene, address, callers)
    before = snapshot()

    def fail(*_args: Any, **_rest: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Head, "save", fail)
    answer = send()
    assert snapshot() == before
    assert answer.status_code == 500 or address in WRITES_NOTHING


def test_the_reasons_name_addresses_that_exist():
    assert set(WRITES_NOTHING) <= {address for address, _callers in SENT}
