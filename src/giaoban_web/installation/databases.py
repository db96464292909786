"""Databases as Django wants them told, by an address or a file."""

from pathlib import Path
from typing import Any

import dj_database_url

SQLITE: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: what a person was told is kept is kept after a power cut too.
    # 16 MB of pages held: with the usual two, entering figures into a ledger of two million takes a fifth longer.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;",
}


def of_address(address: str) -> dict[str, Any]:
    """postgres://user:password@host/name. A lost connection is found before it is used; who cannot connect is told after 10 s.

    sqlite:///folder/name  is the file of that name, as `of_file` gives it
    """
    told: dict[str, Any] = dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    if "sqlite" in told["ENGINE"]:
        return of_file(Path(told["NAME"]).absolute())
    if "postgresql" in told["ENGINE"]:
        told["OPTIONS"] = {"connect_timeout": 10} | told.get("OPTIONS", {})
    return told


def of_file(path: Path) -> dict[str, Any]:
    """SQLite in a file, with a queue before it for whoever of this process writes."""
    return {"ENGINE": "giaoban_web.installation.sqlite", "NAME": path, "OPTIONS": SQLITE}


def named(where: str) -> dict[str, Any]:
    """The settings of a database, given its address or the path of its file."""
    return of_address(where) if "://" in where else of_file(Path(where).absolute())
