"""A real Giaoban with demo data, started as a user starts it, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.made import MADE, alone

HERE, PAGES, LOGIN = Path(__file__).parent, "test_pages.py", "/accounts/login/"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What is looked for, in this order: the one without windows takes half the time."""
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENSHOTS = os.environ.get("GIAOBAN_SCREENSHOTS")
"""The folder for pictures, for whoever wants to look at them: no test does."""
PATIENCE = 30_000
"""Milliseconds in which a page comes to what is expected of it: a machine with much to do takes long."""
PICTURES = 3
"""Times a picture is asked for."""
SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@dataclass(frozen=True)
class Installation:
    """A running server: its address, its folder, the password of the demo people."""

    address: str
    var: Path
    password: str


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The journeys of a file stay together, in their order; looks at single pages go to whoever is free."""
    for item in items:
        if item.path.parent == HERE and item.path.name != PAGES:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def environment_of(var: Path) -> dict[str, str]:
    """What a server in that folder is started with."""
    kept = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    return kept | {
        "GIAOBAN_VAR": str(var),
        "GIAOBAN_TICK_AT": "-",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A server of each worker's own. Its demo is made once for all of them (GIAOBAN_TEST_MADE), and each has a copy."""
    from giaoban_web.demo import PASSWORD

    var, made = tmp_path_factory.mktemp("var"), Path(os.environ[MADE])
    with alone(made):
        if not (made / "demo").exists():
            (made / "demo making").mkdir(exist_ok=True)
            _stop(_serving(made / "demo making")[0])
            (made / "demo making").rename(made / "demo")
    shutil.copytree(made / "demo", var, dirs_exist_ok=True)
    server, address = _serving(var)
    yield Installation(address, var, PASSWORD)
    _stop(server)


def _serving(var: Path) -> tuple[subprocess.Popen[str], str]:
    """A server with the demo in that folder, and its address, once it listens."""
    port = free_port()
    command = [sys.executable, "-m", "giaoban_web.cli", "serve", "--demo", "--port", str(port)]
    server = subprocess.Popen(command, env=environment_of(var), cwd=var, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert server.stdout is not None
    said: list[str] = []
    for line in server.stdout:
        said.append(line)
        if f"http://127.0.0.1:{port}/" in line:
            return server, f"http://127.0.0.1:{port}"
    return pytest.fail("the server did not start:\n" + "".join(said))


def _stop(server: subprocess.Popen[str]) -> None:
    server.terminate()
    server.wait(60)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is absent: apt install chromium-headless-shell, or chromium")
    from playwright.sync_api import Locator, Page, expect, sync_playwright

    # Playwright's loop lives on in this process; the tests of the web that follow in it use the database all the same.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=PATIENCE)
    for of in (Locator, Page):
        for act in ("click", "press"):
            setattr(of, act, _patient(getattr(of, act)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def _patient(act: Callable[..., None]) -> Callable[..., None]:
    """An act that is over once the page to which it led stands with its scripts: nobody uses a page that is still coming."""

    def acting(there: Any, *args: Any, **told: Any) -> None:
        act(there, *args, **told)
        getattr(there, "page", there).wait_for_load_state()

    return acting


@pytest.fixture(scope="session")
def signed_in() -> dict[str, Any]:
    """The cookies of each person who has signed in before: a password is weighed slowly on purpose, once for each is enough."""
    return {}


@pytest.fixture
def enter(browser: Any, installation: Installation, signed_in: dict[str, Any]) -> Iterator[Callable[..., Any]]:
    """enter("chuyenvien", size="phone") gives the first page of a demo person, or that `at` an address; what the browser complains of
    fails the test."""
    contexts, complaints = [], []

    def sign_in(username: str, *, size: str = "wide", scripts: bool = True, at: str = "/") -> Any:
        told = {"viewport": SIZES[size], "base_url": installation.address, "java_script_enabled": scripts, "locale": "vi-VN"}
        context = browser.new_context(**told, storage_state=signed_in.get(username))
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if "Content Security Policy" in message.text else None)
        page.goto(at if username in signed_in else LOGIN)
        if LOGIN in page.url:
            page.fill("input[name=login]", username)
            page.fill("input[name=password]", installation.password)
            page.click("button.main")
            page.wait_for_url(lambda address: LOGIN not in address)
            signed_in[username] = context.storage_state()
            if at != "/":
                page.goto(at)
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Callable[..., None]:
    """look(page, "confirm") keeps a picture of the page for people to look at, where they named a folder (GIAOBAN_SCREENSHOTS)."""

    def keep(page: Any, name: str) -> None:
        if SCREENSHOTS:
            Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
            _photograph(page, Path(SCREENSHOTS, f"{name}-{page.viewport_size['width']}.png"))

    return keep


def _photograph(page: Any, path: Path) -> None:
    """Now and then a browser that has just started, on a machine with much to do, cannot take the picture: it is asked three times."""
    from playwright.sync_api import Error

    for asked in range(1, PICTURES + 1):
        try:
            page.screenshot(path=path, full_page=True)
            return
        except Error:
            if asked == PICTURES:
                raise
            page.wait_for_timeout(1000)
