"""Paths: where a place lies, as the codes from the root down to it, each followed by "/".

A path names one unit through all its versions (a town stays itself when it becomes a city). Where a code is given again under
the same parent to another unit, the code gets the day in its name: "24/" was Bắc Giang, "24-20250701/" is the new Bắc Ninh.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models.lookups import StartsWith


class PathField(models.CharField):  # type: ignore[type-arg]
    """A path; `path__startswith` uses the index on SQLite too, whose LIKE would not."""


@PathField.register_lookup
class Below(StartsWith):
    """Everything that begins with a path, as a range: "0" is the letter after "/"."""

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Sequence[Any]]:
        if not isinstance(self.rhs, str) or not self.rhs.endswith("/"):
            return self.as_sql(compiler, connection)
        column, parameters = self.process_lhs(compiler, connection)
        return f"({column} >= %s AND {column} < %s)", [*parameters, self.rhs, *parameters, f"{self.rhs[:-1]}0"]


def above(path: str) -> list[str]:
    """The paths of what a place lies in, from the root down.

    >>> above("22/205/07069/")
    ['22/', '22/205/']
    """
    parts = path.split("/")[:-1]
    return ["/".join(parts[:number]) + "/" for number in range(1, len(parts))]


def parent(path: str) -> str:
    """The path of what a place lies in; "" for a root.

    >>> parent("22/205/")
    '22/'
    """
    return path[: path.rstrip("/").rfind("/") + 1]


def segment(code: str, on: date, *, taken: bool) -> str:
    """The part of a path that stands for a unit; with its first day where the path is `taken` by an earlier unit."""
    return f"{code}-{on:%Y%m%d}/" if taken else f"{code}/"
