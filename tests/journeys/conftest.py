"""A real Giaoban with demo data, started as a user starts it, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENSHOTS = Path(os.environ.get("GIAOBAN_SCREENSHOTS", "test-results/screenshots"))
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


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    from giaoban_web.demo import PASSWORD

    var, port = tmp_path_factory.mktemp("var"), free_port()
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {
        "GIAOBAN_VAR": str(var),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "giaoban_web.cli", "serve", "--demo", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, cwd=var, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert server.stdout is not None
    said: list[str] = []
    for line in server.stdout:
        said.append(line)
        if f"http://127.0.0.1:{port}/" in line:
            break
    else:
        pytest.fail("the server did not start:\n" + "".join(said))
    yield Installation(f"http://127.0.0.1:{port}", var, PASSWORD)
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest):
    if CHROMIUM is None:
        request.config.stash.setdefault(ABSENT, set()).add("Chromium (apt install chromium): the journeys in a browser")
        pytest.skip("Chromium is absent")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


ABSENT: pytest.StashKey[set[str]] = pytest.StashKey()
