"""Everything of another database taken over into this one, which is empty, and proved to be the same.

Row by row through the models, so that it goes from SQLite to PostgreSQL and back; in one transaction, so that all of it is there or
nothing. Keys, numbers and moments stay as they are: the chain of the log would not hold otherwise.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connections, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import load_backend

from giaoban.model import Refused
from giaoban_web.installation import databases
from giaoban_web.installation.sameness import Digest

OLD, NEW = "old", "default"
AT_ONCE, FILES_AT_ONCE = 500, 8
"""Rows held at a time; fewer where they hold files."""
LAST = "ledger.Entry"
"""Looked at by the database as it comes in, so what it names must be there before."""
EMPTY = ("accounts.User", "places.Place", "history.Entry")
"""Where nothing stands in these, nobody has used the installation yet."""
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """How many tables and rows were taken over."""

    tables: int
    rows: int


def move(where: str, progress: Progress = lambda table, rows: None) -> Moved:
    """Take over everything from the database at an address or in a file, and prove it. Refused where this one is not empty.

    While it runs, whoever wants to write into an old database of SQLite waits. Nothing is changed there.
    """
    _refuse_unless_empty()
    _open(where)
    try:
        with transaction.atomic(using=OLD), transaction.atomic(using=NEW):
            _as_of_one_moment()
            _refuse_unless_alike()
            _refuse_unless_empty()
            _clear()
            counts = [_taken(model, progress) for model in _ordered()]
            _numbers_go_on()
    finally:
        _close()
    return Moved(len(counts), sum(counts))


def _open(where: str) -> None:
    if "://" not in where and not Path(where).is_file():
        raise Refused("file-not-opened", name=where, why="không có tệp · no such file")
    told = connections.configure_settings({NEW: connections.settings[NEW], OLD: databases.named(where)})[OLD]
    connections[OLD] = load_backend(told["ENGINE"]).DatabaseWrapper(told, OLD)


def _close() -> None:
    connections[OLD].close()
    del connections[OLD]


def _as_of_one_moment() -> None:
    if connections[OLD].vendor == "postgresql":
        with connections[OLD].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _refuse_unless_alike() -> None:
    """Both must be of this version of the program: else a column would be missing in one of them."""
    old, new = (set(MigrationRecorder(connections[each]).applied_migrations()) for each in (OLD, NEW))
    if old != new:
        raise Refused("move-other-version")


def _refuse_unless_empty() -> None:
    for label in EMPTY:
        if apps.get_model(label)._base_manager.using(NEW).exists():
            raise Refused("move-not-empty")


def _ordered() -> list[type[models.Model]]:
    return sorted(apps.get_models(include_auto_created=True), key=lambda model: model._meta.label == LAST)


def _clear() -> None:
    """Take away what a new database is given by the program itself; the old one has it too."""
    for model in reversed(_ordered()):
        rows = model._base_manager.using(NEW)
        if rows.exists():
            rows.all()._raw_delete(NEW)


def _taken(model: type[models.Model], progress: Progress) -> int:
    """Take over the rows of one model; gives how many. Refused where they are not the same afterwards."""
    read = Digest()
    fields = _fields(model)
    for rows in _some(model, OLD):
        for row in rows:
            read.add(row)
        _write(model, fields, rows)
    kept = Digest()
    for rows in _some(model, NEW):
        for row in rows:
            kept.add(row)
    if read != kept:
        raise Refused("move-not-same", table=model._meta.db_table)
    progress(model._meta.db_table, read.rows)
    return read.rows


def _fields(model: type[models.Model]) -> list[Any]:
    """The columns to write; those that the database computes itself are left out."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def _some(model: type[models.Model], alias: str) -> Iterator[list[Sequence[Any]]]:
    fields = _fields(model)
    at_once = FILES_AT_ONCE if any(isinstance(field, models.BinaryField) for field in fields) else AT_ONCE
    rows = model._base_manager.using(alias).order_by("pk").values_list(*(field.attname for field in fields))
    some: list[Sequence[Any]] = []
    for row in rows.iterator(at_once):
        some.append(row)
        if len(some) == at_once:
            yield some
            some = []
    if some:
        yield some


def _write(model: type[models.Model], fields: Sequence[Any], rows: Sequence[Sequence[Any]]) -> None:
    connection = connections[NEW]
    quote = connection.ops.quote_name
    columns, marks = ", ".join(quote(str(field.column)) for field in fields), ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608
    made = [[field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)] for row in rows]
    try:
        with connection.cursor() as cursor:
            cursor.executemany(statement, made)
    except (DatabaseError, ValueError) as error:
        raise Refused("move-row-refused", table=model._meta.db_table, why=type(error).__name__) from error


def _numbers_go_on() -> None:
    """New rows get numbers after those that were taken over."""
    connection = connections[NEW]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _ordered()):
            cursor.execute(statement)
