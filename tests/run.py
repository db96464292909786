"""Everything: all tests on SQLite, the journeys in a browser, then the web again on PostgreSQL. Extra arguments go to pytest.

The journeys run by themselves: a browser that shares the machine with other tests is no longer the one a person has.
"""

import os
import subprocess
import sys

SQLITE, POSTGRES = {"GIAOBAN_TEST_DATABASE": "sqlite"}, {"GIAOBAN_TEST_DATABASE": "postgres"}
AT_ONCE = ["-n", "auto", "--dist", "loadfile"]
RUNS = (
    ("SQLite", SQLITE, [*AT_ONCE, "tests", "--ignore=tests/journeys"]),
    ("journeys in a browser", SQLITE, ["tests/journeys"]),
    ("PostgreSQL", POSTGRES, [*AT_ONCE, "tests/web"]),
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
