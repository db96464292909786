"""The tables of the suite: the migrations make them once in a run, and each worker has a copy.

The folder GIAOBAN_TEST_MADE holds what was made; whoever comes first makes it, and the others wait for it.
"""

import fcntl
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.databases import use
from tests.postgres import Cluster

MADE, IN_FILE = "GIAOBAN_TEST_MADE", "made.sqlite3"


def in_file(made: Path, database: dict[str, Any]) -> None:
    """Tables in the file of this database of SQLite, to which the connection goes."""
    tables, making = made / IN_FILE, made / "making.sqlite3"
    with alone(made):
        if not tables.exists():
            _migrated(database | {"NAME": str(making)})
            making.rename(tables)
    shutil.copyfile(tables, database["NAME"])
    use(database)


def in_cluster(made: Path, cluster: Cluster) -> None:
    """Tables in this cluster, which is started, and to which the connection goes."""
    with alone(made):
        first, done = Cluster(cluster.programs, made), made / "postgres.done"
        if not done.exists():
            first.start()
            try:
                _migrated(first.reached)
            finally:
                first.stop()
            done.touch()
    subprocess.run(["cp", "-a", f"{first.data}/.", cluster.data], check=True)
    cluster.start()
    use(cluster.reached)


def _migrated(database: dict[str, Any]) -> None:
    from django.core.management import call_command
    from django.db import connection

    use(database)
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else makes anything there meanwhile."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
