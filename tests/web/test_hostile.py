"""Whatever stands in a field, an address answers: what it cannot take it refuses, and never fails.

Every address is asked with what it asks for, its fields replaced one at a time. The ordinary run asks each once or twice, and what once
failed; `make fuzz` asks everything.
"""

import json
import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.web.good_input import JSON, fields
from tests.web.one_scene import *  # noqa: F403  its fixtures
from tests.web.scene import Scene
from tests.web.test_matrix import MATRIX, _filled

pytestmark = pytest.mark.django_db
ALL = os.environ.get("GIAOBAN_EXAMPLES") == "chance"
FEW = 1
TYPED = [
    "9" * 30, "9" * 3_000, "-1", "0", "1e999", "NaN", "\0", "²", "٣", "9999-12-31", "0001-01-01", "31/12/9999", "29/2/2023",
    "\u202eabc\u200b",
    "😀" * 50, "=1+1", "../../etc/passwd", "%s{0}", "[]", "null", "(((", "\\", "'", "0." + "0" * 60 + "1", "\ufffe\uffff",
]  # fmt: skip
SENT = [*TYPED, "x" * 60_000, ""]
"""Too long for an address."""
WRITTEN = [None, [], {}, [None], {"a": {}}, True, -1, 1.5, 1e300, 10**40, "\0", "\ud800", "x" * 60_000, "9999-12-31"]
FAILED = [
    ("briefs/compose/", "body", "9" * 3_000),
    ("briefs/compose/", "body", "²"),
    ("directives/", "at", "9" * 30),
    ("directives/", "body", "9" * 30),
    ("notices/", "meeting", "9" * 30),
]
"""What once failed, in addresses; then in forms, and in JSON."""
FAILED_SENT = [
    ("bodies/add/", "superior", "x" * 60_000),
    ("bodies/<int:body_id>/edit/", "superior", "x" * 60_000),
    ("bodies/<int:proposal_id>/same/", "known", "x" * 60_000),
    ("briefs/compose/", "body", "x" * 60_000),
]
FAILED_WRITTEN = [
    ("api/finds/", {"kind": []}),
    ("api/finds/", {"kind": {}}),
    ("api/tasks/", {"place": "\ud800"}),
    ("api/tasks/", {"wording": "\ud800"}),
    ("api/tasks/<int:directive_id>/moves", {"reason": "\ud800"}),
    ("api/tasks/of-record/<int:record_id>", {"finds": [{"find": 10**29}]}),
    ("api/records/<int:record_id>/amendments", {"fields": {"place": "\ud800"}}),
]
ASKED = sorted({address for (address, method), callers in MATRIX.items() if method == "GET" and callers})
POSTED = sorted({address for (address, method), callers in MATRIX.items() if method == "POST" and callers})


@pytest.mark.parametrize("address", ASKED)
def test_a_page_answers_whatever_stands_in_its_address(scene, address, monkeypatch):
    names = sorted(_names_asked_for(monkeypatch, lambda: answer(scene, address, "GET", _filled(address, scene))))
    alone = [{name: value} for name in names for value in TYPED] if ALL else []
    assert [asked for asked in [dict.fromkeys(names, "9" * 30), *alone] if _ask(scene, address, asked) >= 500] == []


@pytest.mark.parametrize(("address", "name", "value"), FAILED)
def test_what_once_failed_in_an_address_is_answered(scene, address, name, value):
    assert _ask(scene, address, {name: value}) < 500


@pytest.mark.parametrize("address", POSTED)
def test_a_form_is_answered_whatever_stands_in_a_field(scene, address, monkeypatch):
    path, (kind, data) = _filled(address, scene), fields(scene, address)
    if kind == JSON:
        changed = list(_changed(data))
    else:
        names = set(data) | _names_asked_for(monkeypatch, lambda: answer(scene, address, "POST", path, (kind, _form(data))))
        changed = [(f"{name}={value[:40]}", data | {name: value}) for name in sorted(names) for value in SENT]
    some = changed if ALL else changed[7 :: max(1, len(changed) // FEW)]
    assert [where for where, sent in some if _send(scene, address, sent) >= 500] == []


@pytest.mark.parametrize(("address", "name", "value"), FAILED_SENT)
def test_what_once_failed_in_a_form_is_answered(scene, address, name, value):
    assert _send(scene, address, fields(scene, address)[1] | {name: value}) < 500


@pytest.mark.parametrize(("address", "changed"), FAILED_WRITTEN)
def test_what_once_failed_in_a_body_is_not_understood(scene, address, changed):
    assert 400 <= _send(scene, address, fields(scene, address)[1] | changed) < 500


@pytest.mark.parametrize("body", [b"[" * 100_000, b"\xff\xfe", b'"\\ud800"', b"null", b"[]", b"1", b'{"find": 1e999}'])
@pytest.mark.parametrize("address", [each for each in POSTED if each.startswith(("api/finds/", "api/tasks/", "api/records/<"))])
def test_a_body_that_is_no_object_is_not_understood(scene, address, body):
    told = answer(scene, address, "POST", _filled(address, scene), ("application/json", body))
    assert 200 <= told.status_code < 500


def answer(scene: Scene, address: str, method: str, path: str, sent: tuple[str, bytes] = (MULTIPART_CONTENT, b"")) -> Any:
    """What somebody who may is told; what was done for it is undone."""
    client = Client(raise_request_exception=False)
    callers = MATRIX[address, method]
    client.cookies[settings.SESSION_COOKIE_NAME] = scene.session(next((each for each in MOST if each in callers), min(callers)))
    cache.clear()
    with transaction.atomic():
        told = client.generic(method, path, data=sent[1], content_type=sent[0])
        if told.streaming:
            b"".join(told.streaming_content)
        transaction.set_rollback(True)
    return told


MOST = ("clerk", "steward", "administrator", "head", "leader")
"""Who may do most comes first."""


def _names_asked_for(monkeypatch: pytest.MonkeyPatch, ask: Any) -> set[str]:
    """The names of all fields that the program looks for while it answers."""
    names: set[str] = set()
    with monkeypatch.context() as patched:
        for method in ("get", "getlist", "__getitem__"):
            patched.setattr(QueryDict, method, _noting(getattr(QueryDict, method), names))
        ask()
    return names


def _noting(plain: Any, names: set[str]) -> Any:
    def noted(self: QueryDict, name: str, *rest: Any, **named: Any) -> Any:
        names.add(name)
        return plain(self, name, *rest, **named)

    return noted


def _ask(scene: Scene, address: str, asked: dict[str, str]) -> int:
    return int(answer(scene, address, "GET", f"{_filled(address, scene)}?{urlencode(asked)}").status_code)


def _send(scene: Scene, address: str, data: Any) -> int:
    kind, _data = fields(scene, address)
    body = json.dumps(data).encode() if kind == JSON else _form(data)
    return int(answer(scene, address, "POST", _filled(address, scene), (kind, body)).status_code)


def _changed(data: Any, way: str = "") -> Iterator[tuple[str, Any]]:
    """Plain data, each of its parts in turn replaced by each of `WRITTEN`."""
    parts: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, part in parts:
        replaced = [(f"{way}.{name}={each!r:.30}", each) for each in WRITTEN] + list(_changed(part, f"{way}.{name}"))
        for where, each in replaced:
            yield where, data | {name: each} if isinstance(data, dict) else [*data[:name], each, *data[name + 1 :]]


def _form(data: dict[str, Any]) -> bytes:
    for file in data.values():
        if isinstance(file, SimpleUploadedFile):
            file.seek(0)
    return encode_multipart(BOUNDARY, data)
