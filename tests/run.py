"""Everything: all tests on SQLite, those in a browser, then the web again on PostgreSQL. Extra arguments go to pytest.

What goes in a browser runs by itself, each worker with a server and a browser of its own; the journeys of a file stay in their order.
What no database can change (who may reach what, modules, languages, templates, the demo, lessons, how often a page asks) runs on SQLite
alone.
"""

import os
import subprocess
import sys

SQLITE, POSTGRES = {"GIAOBAN_TEST_DATABASE": "sqlite"}, {"GIAOBAN_TEST_DATABASE": "postgres"}
AT_ONCE = ["-n", "auto", "--dist", "loadfile"]
ONCE = (
    "installation/test_backup.py",
    "test_matrix.py",
    "test_languages.py",
    "test_security.py",
    "test_modules.py",
    "test_size.py",
    "directives/test_task_matrix.py",
    "demo",
    "learning",
    "ui",
)
RUNS = (
    ("SQLite", SQLITE, [*AT_ONCE, "tests", "--ignore=tests/journeys"]),
    ("in a browser", SQLITE, ["-n", "auto", "--dist", "loadgroup", "tests/journeys"]),
    ("PostgreSQL", POSTGRES, [*AT_ONCE, "tests/web", *(f"--ignore=tests/web/{name}" for name in ONCE)]),
)


def main() -> int:
    status = 0
    for name, environment, arguments in RUNS:
        print(f"\n=== {name} ===", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", *arguments, *sys.argv[1:]]
        status |= subprocess.run(command, env=os.environ | environment, check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
