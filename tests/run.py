"""Everything: all tests on SQLite, then those in a browser, and beside them the web again on PostgreSQL. Extra arguments go to pytest.

What goes in a browser has a run of its own, each worker with a server and a browser; the journeys of a file stay in their order. While
they wait for a page, the tests on PostgreSQL go on, which give way to them; those are told when both are over.
What no database can change (who may reach what, modules, languages, templates, what is seen in a picture, the demo, lessons, how often a
page asks, and whatever asks none) runs on SQLite alone; so do tests of pages that ask nothing that others do not ask (`asked`). The tables
are made once for all of them (`made`).
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from typing import IO

SQLITE, POSTGRES = {"GIAOBAN_TEST_DATABASE": "sqlite"}, {"GIAOBAN_TEST_DATABASE": "postgres", "GIAOBAN_TEST_ONLY": "database"}
AT_ONCE = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
"""Files in their order: those with one long test would come last otherwise, and those without a database go on while tables are made."""
ONCE = (
    "installation/test_backup.py",
    "test_matrix.py",
    "test_languages.py",
    "test_security.py",
    "test_modules.py",
    "test_size.py",
    "directives/test_task_matrix.py",
    "records/test_ocr.py",
    "accounts/test_no_english.py",
    "demo",
    "learning",
    "ui",
)
GIVING_WAY = 5
"""How far what runs beside gives way (`nice`)."""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="giaoban-made-") as made:
        os.environ["GIAOBAN_TEST_MADE"] = made
        return _all()


def _all() -> int:
    status = _run("SQLite", SQLITE, [*AT_ONCE, "tests", "--ignore=tests/journeys"])
    with tempfile.TemporaryFile() as said:
        beside = _started(POSTGRES, [*AT_ONCE, "tests/web", *(f"--ignore=tests/web/{name}" for name in ONCE)], said)
        try:
            status |= _run("in a browser", SQLITE, ["-n", "auto", "--dist", "loadgroup", "tests/journeys"])
            status |= beside.wait()
        finally:
            beside.terminate()
        said.seek(0)
        print("\n=== PostgreSQL ===", flush=True)
        sys.stdout.buffer.write(said.read())
    return status


def _run(name: str, environment: Mapping[str, str], arguments: list[str]) -> int:
    print(f"\n=== {name} ===", flush=True)
    return subprocess.run(_command(arguments), env=os.environ | environment, check=False).returncode


def _started(environment: Mapping[str, str], arguments: list[str], said: IO[bytes]) -> subprocess.Popen[bytes]:
    command = ["nice", "-n", str(GIVING_WAY), *_command(arguments)]
    return subprocess.Popen(command, env=os.environ | environment, stdout=said, stderr=subprocess.STDOUT)


def _command(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "pytest", "-q", *arguments, *sys.argv[1:]]


if __name__ == "__main__":
    sys.exit(main())
