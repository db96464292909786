"""Below a path of a host that it shares, every way on a page stays below it."""

import re

import pytest
from django.test import Client
from django.urls import clear_script_prefix, set_script_prefix

from giaoban_web.reminders.models import Message
from giaoban_web.ui.way_back import nearest
from tests.web.one_scene import *  # noqa: F403  its fixtures

pytestmark = pytest.mark.django_db
PAGES = ("/", "/records/", "/directives/", "/directives/mine/", "/ledger/", "/places/", "/people/", "/log/", "/messages/", "/accounts/me/")
WAYS = re.compile(r"""(?:href|action|src|hx-get|hx-post)="(/[^"]*)\"""")
BELOW = "/giaoban"


@pytest.fixture
def below(settings):
    """As the server has it: its way into the program, unlike that of the tests, says the path once for every request."""
    settings.FORCE_SCRIPT_NAME, settings.STATIC_URL = BELOW, f"{BELOW}/static/"
    set_script_prefix(BELOW)
    yield settings
    clear_script_prefix()


def test_no_page_leads_out_of_the_path(scene, below):
    client = Client()
    client.cookies["sessionid"] = scene.session("administrator")
    seen, out = 0, {}
    for page in PAGES:
        answer = client.get(page)
        ways = WAYS.findall(answer.content.decode()) if answer.status_code == 200 else []
        seen += bool(ways)
        if bad := [way for way in ways if not way.startswith(f"{BELOW}/")]:
            out[page] = bad
    assert seen > 5 and out == {}


def test_who_is_not_signed_in_is_led_to_the_door_and_back_below_the_path(db, below):
    answer = Client().get("/records/")
    assert answer["Location"] == f"{BELOW}/accounts/login/?next={BELOW}/records/"


def test_what_is_found_leads_below_the_path_though_it_was_stored_before(scene, below):
    client = Client()
    client.cookies["sessionid"] = scene.session("clerk")
    ways = WAYS.findall(client.get("/search/", {"q": "thu ngân sách"}).content.decode())
    assert any(way.startswith(f"{BELOW}/records/") for way in ways) and all(way.startswith(f"{BELOW}/") for way in ways)


@pytest.mark.parametrize("kept", ["/places/changes/1/", f"{BELOW}/places/changes/1/"])
def test_a_message_leads_below_the_path_whatever_the_path_was_when_it_was_kept(below, kept):
    assert Message(url=kept).way == f"{BELOW}/places/changes/1/"


def test_the_way_back_stays_below_the_path(db, below):
    assert nearest(f"{BELOW}/notices/1/issue/") == f"{BELOW}/notices/1/"
    assert nearest(f"{BELOW}/none/") == f"{BELOW}/"


def test_the_step_of_a_page_is_marked_below_the_path_too(scene, below):
    client = Client()
    client.cookies["sessionid"] = scene.session("administrator")
    page = client.get("/records/").content.decode()
    assert re.findall(r'<li><a href="([^"]*)" aria-current="page">', page) == [f"{BELOW}/records/"]
