"""Everything: all tests on SQLite, then those that touch the database again on PostgreSQL. Extra arguments go to pytest."""

import os
import subprocess
import sys

RUNS = (
    ("SQLite", {"GIAOBAN_TEST_DATABASE": "sqlite"}, ["tests"]),
    ("PostgreSQL", {"GIAOBAN_TEST_DATABASE": "postgres"}, ["tests/web"]),
)


def main() -> int:
    status = 0
    for name, environment, paths in RUNS:
        print(f"\n=== {name} ===", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", *paths, *sys.argv[1:]]
        status |= subprocess.run(command, env=os.environ | environment, check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
