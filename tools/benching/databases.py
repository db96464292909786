"""A bench on SQLite and on PostgreSQL, each in a process and on a database of its own that is thrown away afterwards."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


def on_both(bench: str, arguments: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The name of each database and what `bench`, called `--here ARGUMENTS` for it, prints last, as JSON; SQLite alone without PostgreSQL.

    bench  the file to run; the packages of the tests and of Giaoban are on its path
    """
    from tests.postgres import Cluster, binaries

    with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder:
        yield "SQLite", _run(bench, arguments, folder, {})
        programs = binaries()
        if programs is None:
            print("PostgreSQL: not found, not measured")
            return
        cluster = Cluster(programs, Path(folder))
        cluster.start()
        try:
            socket = str(cluster.socket).replace("/", "%2F")
            address = f"postgres://giaoban@{socket}:{cluster.PORT}/postgres"
            yield "PostgreSQL", _run(bench, arguments, folder, {"DATABASE_URL": address})
        finally:
            cluster.stop()


def _run(bench: str, arguments: Sequence[str], folder: str, environment: dict[str, str]) -> Any:
    settings = {"DJANGO_SETTINGS_MODULE": "giaoban_web.settings", "GIAOBAN_VAR": f"{folder}/var", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    command = [sys.executable, bench, "--here", *arguments]
    done = subprocess.run(command, env=os.environ | settings | environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])
