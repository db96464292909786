"""One file with all that an installation is: the database with every original, the secret key, the learned weights, the end of the log.

The database is copied as of one moment while people go on working. The file is whole or not there, and only its owner may read it.
"""

import fcntl
import io
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from giaoban.model import Refused
from giaoban_web.history import queries

SQLITE, POSTGRES, HEAD = "giaoban.sqlite3", "giaoban.dump", "head"
SCRATCH, UNFINISHED = ".giaoban-backup-", "unfinished"
BESIDE = ("secret_key", "weights")
"""What lies in GIAOBAN_VAR and is kept with the database."""


def backup(file: Path) -> str:
    """Write the backup; gives the end of the log in it, "NUMBER:HASH". Refused where the file is there already."""
    if file.exists():
        raise Refused("backup-exists", name=str(file))
    try:
        with _scratch(file.parent) as scratch:
            name, head = COPIES[connection.vendor](scratch)
            unfinished = scratch / UNFINISHED
            with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                _pack(out, scratch / name, head)
                out.flush()
                os.fsync(out.fileno())
            unfinished.replace(file)
    except (OSError, sqlite3.Error, subprocess.CalledProcessError) as error:
        raise Refused("backup-failed", why=error if isinstance(error, OSError) else _said(error)) from error
    return head


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder of its own in `folder`, gone afterwards. A backup that is killed leaves its own, with a whole copy in it: the next one takes
    that away, unless somebody still works in it.
    """
    with ExitStack() as kept:
        with _locked(folder, fcntl.LOCK_EX):
            for left in folder.glob(f"{SCRATCH}*"):
                with _locked(left, fcntl.LOCK_EX | fcntl.LOCK_NB) as abandoned:
                    if abandoned:
                        shutil.rmtree(left, ignore_errors=True)
            scratch = Path(kept.enter_context(tempfile.TemporaryDirectory(dir=folder, prefix=SCRATCH)))
            kept.enter_context(_locked(scratch, fcntl.LOCK_SH))
        yield scratch


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[bool]:
    """Whether the lock was given: a folder of somebody else, or a disk that knows no locks, gives none. It ends with the process."""
    with ExitStack() as opened:
        given = False
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            opened.callback(os.close, handle)
            fcntl.flock(handle, how)
            given = True
        yield given


def _pack(out: Any, database: Path, head: str) -> None:
    with tarfile.open(fileobj=out, mode="w") as tar:
        tar.add(database, database.name, filter=_private)
        for name in BESIDE:
            if (path := Path(settings.VAR) / name).exists():
                tar.add(path, name, filter=_private)
        told = tarfile.TarInfo(HEAD)
        told.size, told.mode = len(head) + 1, 0o600
        tar.addfile(told, io.BytesIO(f"{head}\n".encode()))


def _private(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """What comes out again, too, only its owner may read."""
    entry.mode &= 0o700
    return entry


def _sqlite(folder: Path) -> tuple[str, str]:
    """By SQLite itself, in one step over a connection of its own: one that is writing would be waited for without end."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as now, closing(sqlite3.connect(folder / SQLITE)) as copy:
        now.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        found = copy.execute("SELECT number, hash FROM history_head WHERE id = 1").fetchone()
    return SQLITE, ":".join(map(str, found or (0, "")))


def _postgres(folder: Path) -> tuple[str, str]:
    """Dumps with pg_dump from the same snapshot in which the end of the log is read."""
    with _one_moment() as snapshot:
        head = str(queries.head())
        dump = ["pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={folder / POSTGRES}"]
        subprocess.run(dump, check=True, env=os.environ | _reached(), capture_output=True, text=True)
    return POSTGRES, head


@contextmanager
def _one_moment() -> Iterator[str]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def _reached() -> dict[str, str]:
    """How pg_dump reaches the database: by its environment, so that no list of processes shows the password."""
    told = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    return {name: str(told[key]) for name, key in names.items() if told[key]}


def _said(error: Exception) -> str:
    return str(getattr(error, "stderr", "") or error).strip()


COPIES = {"sqlite": _sqlite, "postgresql": _postgres}
