"""Who may reach what: every address × method × caller against the table matrix.tsv beside this file.

A row of the table lets the callers it names reach an address by a method. Whatever it does not name must be turned away:
sent to the sign-in page, 401, 403, 404 or 405. An address that is in no row fails; so does a row without an address.

    everyone   whoever asks, signed in or not
    signed-in  whoever is signed in, also without any role
    clerk      with that role on the town to which the objects in the address belong
    clerk*     with that role anywhere: an address that shows or takes only what lies in one's own places
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.template.backends.django import Template
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from giaoban_web.accounts.models import Role
from tests.web.good_input import good_input
from tests.web.one_scene import *  # noqa: F403  its fixtures
from tests.web.scene import Scene

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
PAGES = {"GET", "POST"}
"""What everybody tries everywhere; other methods only where a row names them."""
EVERY_METHOD = ("anonymous", "administrator")
"""Who tries the methods that no row of an address names."""
TURNED_AWAY = {401, 403, 404, 405}
KEY = re.compile(r"\b([a-z]+_id)>")
SEEN_BY_ALL = {"body_id", "ended_id", "proposal_id", "seat_id", "event_id", "release_id", "set_id"}
"""Keys of what everybody may see: bodies and who sits there, what became of places, figures that were released, criteria sets."""
NOTHING = 987_654
STRANGER = "head elsewhere"
CALLERS = ("anonymous", "nobody", *(role.value for role in Role), *(f"{role.value} elsewhere" for role in Role))


@pytest.fixture(scope="module", autouse=True)
def _each_is_shown_a_refusal_once_in_each_part_of_the_site() -> Iterator[None]:
    """What is asked of a refusal is its status: that its page can be drawn is seen once for each caller, and each part of the site."""
    plain, drawn = Template.render, {}

    def render(self: Template, context: Any = None, request: Any = None) -> str:
        if request is None or self.template.name not in REFUSALS:
            return plain(self, context, request)
        shown = self.template.name, request.user.pk, request.path.split("/")[1]
        if shown not in drawn:
            drawn[shown] = plain(self, context, request)
        return drawn[shown]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "render", render)
        yield


def addresses() -> dict[str, URLPattern]:
    """Every address of the resolver, as it is written in urls.py."""
    return dict(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list[Any], before: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        written = before + str(pattern.pattern).removeprefix("^").removesuffix("$")
        if isinstance(pattern, URLPattern):
            yield written or "/", pattern
        else:
            yield from _walk(pattern.url_patterns, written)


def table() -> dict[tuple[str, str], set[str]]:
    """Callers who may reach (address, method)."""
    lines = Path(__file__).with_name("matrix.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:] if line.strip() and not line.startswith("#")]
    return {(address, method): _callers(who) for address, methods, who in rows for method in methods.split()}


def _callers(who: str) -> set[str]:
    named: set[str] = set()
    for word in who.split():
        if word == "everyone":
            named |= set(CALLERS)
        elif word == "signed-in":
            named |= set(CALLERS) - {"anonymous"}
        else:
            role = word.removesuffix("*")
            assert role in CALLERS, f"matrix.tsv names {word}, which is no caller"
            named |= {role, f"{role} elsewhere"} if word.endswith("*") else {role}
    return named


MATRIX = table()
REFUSALS = {"403.html", "404.html"}
CLIENT = Client()
"""Of whoever asks: only her cookies are her own, and the way through the middleware is laid once."""


def test_every_address_is_in_the_matrix_and_every_row_has_its_address():
    known = set(addresses())
    declared = {address for address, _method in MATRIX}
    assert known - declared == set(), "not in matrix.tsv: nobody has said who may reach it"
    assert declared - known == set(), "in matrix.tsv, but there is no such address"


@pytest.mark.django_db
@pytest.mark.parametrize("address", addresses())
def test_an_address_is_reached_by_those_whom_the_matrix_names_and_by_nobody_else(address, scene):
    path, body = _filled(address, scene), good_input(scene, address)
    wrong = []
    for caller in CALLERS:
        for method in METHODS if caller in EVERY_METHOD else _methods(address):
            answer = _ask(scene, caller, method, path, body)
            expected = caller in MATRIX.get((address, method), set())
            if _reached(answer) != expected:
                wrong.append(
                    f"{method} {path} as {caller}: {answer.status_code}, {'should reach it' if expected else 'should be turned away'}"
                )
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("address", [address for address in addresses() if KEY.search(address)])
def test_whoever_may_not_see_a_thing_is_not_told_whether_it_is_there(address, scene):
    """A key that is somebody else's is answered as one that nothing has."""
    keys = set(KEY.findall(address))
    nothing = {} if keys & SEEN_BY_ALL else dict.fromkeys(keys, NOTHING)
    body = good_input(scene, address)
    for method in METHODS:
        if (address, method) in MATRIX:
            answers = [_ask(scene, STRANGER, method, _filled(address, scene, **names), body).status_code for names in ({}, nothing)]
            assert answers[0] == answers[1], f"{method} {address}"


def _methods(address: str) -> list[str]:
    return [method for method in METHODS if method in PAGES or (address, method) in MATRIX]


def _filled(address: str, scene: Scene, **others: Any) -> str:
    """The address with what belongs to the town in the place of its arguments, but for `others`."""
    named = scene.arguments() | others

    def value(match: re.Match[str]) -> str:
        return str(named[match["name"]])

    written = re.sub(r"\(\?P<(?P<name>\w+)>[^()]*\)", value, address)
    return "/" + re.sub(r"<(?:\w+:)?(?P<name>\w+)>", value, written).replace("\\.", ".").lstrip("/")


def _ask(scene: Scene, caller: str, method: str, path: str, body: tuple[str, bytes]) -> HttpResponse:
    """The answer; whatever was done for it is undone, and whatever was counted is forgotten."""
    cache.clear()
    CLIENT.cookies.clear()
    if caller != "anonymous":
        CLIENT.cookies[settings.SESSION_COOKIE_NAME] = scene.session(caller)
    with transaction.atomic():
        answer = CLIENT.generic(method, path, data=body[1] if method != "GET" else b"", content_type=body[0])
        transaction.set_rollback(True)
    return answer


def _reached(answer: HttpResponse) -> bool:
    assert answer.status_code < 500, answer.status_code
    to_sign_in = answer.status_code == 302 and answer["Location"].startswith(reverse("account_login") + "?")
    return answer.status_code not in TURNED_AWAY and not to_sign_in
