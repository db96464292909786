"""Everything: all tests on SQLite, the journeys in a browser, then the web again on PostgreSQL. Extra arguments go to pytest.

The journeys run by themselves: a browser that shares the machine with other tests is no longer the one a person has; only the looks at
single pages go side by side. What no database can change (who may reach what, languages, templates, the demo) runs on SQLite alone.
"""

import os
import subprocess
import sys

SQLITE, POSTGRES = {"GIAOBAN_TEST_DATABASE": "sqlite"}, {"GIAOBAN_TEST_DATABASE": "postgres"}
AT_ONCE = ["-n", "auto", "--dist", "loadfile"]
PAGES = "tests/journeys/test_pages.py"
ONCE = ("test_matrix.py", "test_languages.py", "test_security.py", "directives/test_task_matrix.py", "demo", "ui")
RUNS = (
    ("SQLite", SQLITE, [*AT_ONCE, "tests", "--ignore=tests/journeys"]),
    ("pages in a browser", SQLITE, ["-n", "auto", PAGES]),
    ("journeys in a browser", SQLITE, ["tests/journeys", f"--ignore={PAGES}"]),
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
