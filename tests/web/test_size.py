"""A page asks the database as often, and stays as short, however much there is: every address that is looked at, small and at size."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.many import multiply
from tests.web.one_scene import *  # noqa: F403  its fixtures
from tests.web.scene import Scene
from tests.web.test_matrix import CALLERS, CLIENT, MATRIX, _filled, addresses

MORE = 12
"""Queries that a page may ask beyond those of the small scene: what it had nothing to ask about there."""
LONGEST, GROWN = 80_000, 20_000
"""Bytes of a page; one that is longer from the beginning may grow by so many."""
LOOKED_AT = [address for address in addresses() if "GET" in {method for known, method in MATRIX if known == address}]
LEADING_AWAY = ("accounts/", "api/openapi.json", "calendar/<slug:secret>.ics", "robots.txt", "favicon.ico", "dhis2/")


@pytest.mark.django_db
def test_no_page_asks_more_or_grows_without_end_when_there_is_a_hundred_times_as_much(scene: Scene):
    wanted = [(address, caller) for address in LOOKED_AT if not address.startswith(LEADING_AWAY) and (caller := _caller(address))]
    paths = {address: _filled(address, scene) for address, _caller in wanted}
    for address, caller in wanted:
        _asked(scene, paths[address], caller)  # what is made once, is made now
    small = {address: _asked(scene, paths[address], caller) for address, caller in wanted}
    multiply(scene)
    wrong = []
    for address, caller in wanted:
        before, now = small[address], _asked(scene, paths[address], caller)
        if now["queries"] > before["queries"] + MORE:
            now = _asked(scene, paths[address], caller)  # what is made once for each thing, is made now
        assert now["status"] == before["status"], address
        if now["queries"] > before["queries"] + MORE:
            wrong.append(f"{address}: {before['queries']} queries, at size {now['queries']}")
        if now["bytes"] > max(LONGEST, before["bytes"] + GROWN):
            wrong.append(f"{address}: {before['bytes']} bytes, at size {now['bytes']}")
    assert not wrong, "\n".join(wrong)


def _caller(address: str) -> str | None:
    """The one who sees most of those who may look there."""
    there = MATRIX[address, "GET"]
    return next((each for each in ("head", "clerk", "steward", "administrator") if each in there and each in CALLERS), None)


def _asked(scene: Scene, path: str, caller: str) -> dict[str, Any]:
    CLIENT.cookies.clear()
    CLIENT.cookies[settings.SESSION_COOKIE_NAME] = scene.session(caller)
    with CaptureQueriesContext(connection) as captured:
        answer = CLIENT.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return {"status": answer.status_code, "queries": len(captured), "bytes": len(body)}
