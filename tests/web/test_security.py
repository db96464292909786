"""What a browser is told to refuse, on every page; and that no page needs what is refused."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import ConnectionHandler
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

import giaoban_web
from giaoban_web.ui import checks
from tests.web.one_scene import *  # noqa: F403  its fixtures
from tests.web.test_matrix import MATRIX, _filled

PACKAGE = Path(giaoban_web.__file__).parent
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
PAGES = sorted(address for (address, method), callers in MATRIX.items() if method == "GET" and {"administrator", "anonymous"} & callers)
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)
FOREIGN = re.compile(r"""(?:src|href|action|content|poster|data)\s*=\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
NUMBERS = re.compile(r"\{\{\s*[\w.]*\b(?:pk|number|start|end|(?!auto_)\w+_id)\s*\}\}")
KILOBYTES = 45


@pytest.fixture
def pages(db, scene):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = scene.session("administrator")
    return lambda address: client.get(_filled(address, scene))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_comes_with_its_refusals_and_holds_nothing_inline_or_foreign(pages, address):
    answer = pages(address)
    policy = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not re.search(r"unsafe-|https?:|\*", answer["Content-Security-Policy"])
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == answer["Cross-Origin-Opener-Policy"] == "same-origin"
    if answer.get("Content-Type", "").startswith("text/html") and not answer.streaming:
        text = answer.content.decode()
        assert INLINE.findall(text) == []
        assert FOREIGN.findall(text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_template_holds_inline_styles_scripts_or_foreign_origins(path):
    text = path.read_text("utf-8")
    assert INLINE.findall(text) == []
    assert FOREIGN.findall(text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_template_turns_escaping_off(path):
    assert not re.search(r"\|\s*safe\b|autoescape off", path.read_text("utf-8")) or path.name == "_field.html"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_number_of_a_row_is_grouped_inside_an_attribute(path):
    """{{ row.pk }} is printed as 1.234 where thousands are grouped: inside an attribute it takes |unlocalize or |stringformat."""
    attributes = re.findall(r'="([^"<>]*\{\{[^"<>]*)"', re.sub(r"\{%.*?%\}", "", path.read_text("utf-8")))
    assert [text for text in attributes if NUMBERS.search(text)] == []


def test_style_and_script_weigh_little():
    assert "{% htmx_script %}" in (PACKAGE / "ui/templates/ui/base.html").read_text("utf-8")
    ours = [path for path in PACKAGE.glob("*/static/**/*") if path.suffix in {".css", ".js"}]
    files = [*ours, Path(finders.find("django_htmx/htmx-2.min.js"))]
    weight = sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)
    assert weight <= KILOBYTES * 1024, f"{weight} bytes compressed"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(db, scene):
    client = Client()
    client.post(reverse("account_login"), {"login": scene.people["clerk"].username, "password": "một mật khẩu dài"})
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
    assert not session["expires"]
    assert settings.CSRF_COOKIE_SAMESITE == "Lax"


def test_a_form_without_its_secret_is_refused_with_a_page_of_ours(db):
    answer = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x", "password": "y"})
    assert answer.status_code == 403
    assert "Trang đã hết hiệu lực" in answer.content.decode()


def test_every_view_asks_for_a_sign_in_unless_it_says_otherwise():
    assert "giaoban_web.ui.middleware.SignInMiddleware" in settings.MIDDLEWARE
    opened = {address for (address, _method), callers in MATRIX.items() if "anonymous" in callers}
    exempt = set(_exempt(get_resolver().url_patterns, ""))
    asking_themselves = {address for address in exempt if address.startswith(("api/", "dhis2/api/"))}  # 401 in JSON, as the matrix proves
    assert exempt - opened - CLOSED - asking_themselves == set()


CLOSED = {f"accounts/{name}/" for name in ("signup", "email", "confirm-email", "password/set", "login/code/confirm")}


def _exempt(patterns, before):
    for pattern in patterns:
        written = before + str(pattern.pattern).removeprefix("^").removesuffix("$")
        if not isinstance(pattern, URLPattern):
            yield from _exempt(pattern.url_patterns, written)
        elif not getattr(pattern.callback, "login_required", True):
            yield written or "/"


def test_a_strange_host_is_refused(db):
    assert Client().get("/", headers={"host": "vidu.vn"}).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize(("pragma", "errors"), [("PRAGMA journal_mode=WAL", []), ("PRAGMA journal_mode=DELETE", ["giaoban.E001"])])
def test_sqlite_writes_ahead_or_the_check_says_so(monkeypatch, tmp_path, pragma, errors):
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "x.sqlite3", "OPTIONS": {"init_command": pragma}}
    handler = ConnectionHandler({"default": database})
    monkeypatch.setattr(checks, "connections", handler)
    assert [error.id for error in checks.sqlite_writes_ahead(["default"])] == errors
    handler["default"].close()


def test_the_settings_of_an_installation_pass_the_check(db):
    call_command("check", databases=["default"], fail_level="WARNING")
