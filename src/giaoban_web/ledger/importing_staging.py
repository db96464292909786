"""The table in which the rows of an import wait, and the one statement that enters those that are new.

The table is private to the connection and no part of the ledger: staging holds nobody up. Lines, periods and units are staged by numbers
of their own, so that nothing is written before the import is sure to be wanted.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from giaoban.model import Period
from giaoban_web.ledger import catalogue
from giaoban_web.ledger import importing_sql as sql
from giaoban_web.ledger import read_models_marks as marks
from giaoban_web.ledger.importing_rows import Names, Staged
from giaoban_web.ledger.models import Indicator, Line, ReportingPeriod, Source, Unit
from giaoban_web.ledger.queries import standing_keys

FIELDS, MARKS = ", ".join(sql.FIELDS), ", ".join(["%s"] * len(sql.FIELDS))
AT_ONCE = 20_000


class Staging:
    """The waiting rows of one import on one connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._vendor = connection.vendor
        self._first = "0"
        for statement in (*sql.DROP, sql.STAGED.format(serial=sql.SERIAL[self._vendor]), sql.NAMES):
            self._run(statement)

    def add(self, rows: Iterable[Staged]) -> None:
        """Take rows in: by COPY where the database has it, else many at once."""
        with self._connection.cursor() as cursor:
            if self._vendor == "postgresql":
                with cursor.copy(sql.COPY.format(fields=FIELDS)) as copy:
                    for row in rows:
                        copy.write_row(row)
            else:
                cursor.execute(sql.TOGETHER)
                try:
                    cursor.executemany(sql.INSERT.format(fields=FIELDS, marks=MARKS), rows)
                finally:
                    cursor.execute(sql.DONE)

    def contradicting(self) -> list[int]:
        """Spots of rows that tell another figure of what a row before them told; rows that tell the same again are let go."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql.SEVERAL)
            if cursor.fetchone() is None:
                return []
            cursor.execute(sql.REPEATED.format(told=sql.TOLD))
            cursor.execute(sql.CONTRADICTING.format(told=sql.TOLD))
            return [spot for (spot,) in cursor.fetchall()]

    def let_go(self, spots: Iterable[int]) -> None:
        """Take the rows of these spots out."""
        with self._connection.cursor() as cursor:
            cursor.executemany("DELETE FROM giaoban_staged WHERE spot = %s", [(spot,) for spot in spots])

    def name(self, ids: Mapping[str, Iterable[tuple[int, int | None]]]) -> None:
        """Say which id each number of a line, period, unit or report stands for; None for what the ledger does not have yet."""
        rows = [(kind, number, key) for kind, pairs in ids.items() for number, key in pairs]
        with self._connection.cursor() as cursor:
            cursor.executemany("DELETE FROM giaoban_names WHERE kind = %s", [(kind,) for kind in ids])
            cursor.executemany("INSERT INTO giaoban_names (kind, number, id) VALUES (%s, %s, %s)", rows)
            if self._vendor == "postgresql":
                cursor.execute("ANALYZE giaoban_staged, giaoban_names")

    def lock(self) -> None:
        """Keep everybody else from entering figures of these places until the transaction ends."""
        if self._vendor == "postgresql":
            self._run(sql.LOCK_PLACES)

    def narrow(self, sha256: str) -> int:
        """Let everything go but what is new; gives how many rows that is. Wants their names."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql.ANY_THERE.format(named=sql.NAMED))
            self._first = sql.FIRST if cursor.fetchone()[0] else "0"
            if self._first != "0":
                self._let_go_what_is_told(cursor, sha256)
                self._let_go_what_stands(cursor)
            cursor.execute(sql.COUNT)
            return int(cursor.fetchone()[0])

    def told_before(self) -> list[tuple[int, tuple[int, ...]]]:
        """Spots of rows left by `narrow` whose figure their cell had before, and has not any more; each with the key of that entry."""
        if self._first == "0":
            return []
        with self._connection.cursor() as cursor:
            cursor.execute(sql.TOLD_BEFORE.format(named=sql.NAMED, same=sql.SAME.format(null_safe=sql.NULL_SAFE[self._vendor])))
            return [(spot, tuple(key)) for spot, *key in cursor.fetchall()]

    def left(self, most: int) -> list[tuple[Any, ...]]:
        """The first rows that are left, as `importing_against` takes them."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql.LEFT, [most])
            return list(cursor.fetchall())

    def reports(self) -> set[int]:
        """Numbers of the reports whose rows are left."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql.REPORTS)
            return {number for (number,) in cursor.fetchall()}

    def enter(self) -> int:
        """Enter what `narrow` left, numbered within its cells; gives how many. Wants the lock, and the sources of its reports named."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql.ENTER.format(named=sql.NAMED, first=self._first))
            entered = int(cursor.rowcount)
            marks.staged(cursor)
            return entered

    def end(self) -> None:
        """Let everything go."""
        for statement in sql.DROP:
            self._run(statement)

    def _let_go_what_is_told(self, cursor: Any, sha256: str) -> None:
        """Rows that the newest entry of their cell tells, or an entry of the very same bytes."""
        same = sql.SAME.format(null_safe=sql.NULL_SAFE[self._vendor])
        cursor.execute(sql.TOLD_BY_NEWEST.format(named=sql.NAMED, there=sql.THERE.format(join=""), same=same))
        if Source.objects.filter(sha256=sha256).exists():
            of_file = sql.THERE.format(join="JOIN ledger_source o ON o.id = e.source_id")
            cursor.execute(sql.TOLD_BY_FILE.format(named=sql.NAMED, there=of_file, same=same), [sha256])

    def _let_go_what_stands(self, cursor: Any) -> None:
        """Rows that tell what stands already, although a later entry of their cell tells something else."""
        same = sql.SAME.format(null_safe=sql.NULL_SAFE[self._vendor])
        cursor.execute(sql.TOLD_AT_ALL.format(named=sql.NAMED, same=same))
        told = [(seq, tuple(key)) for seq, *key in cursor.fetchall()]
        stand = standing_keys({key for _seq, key in told})
        cursor.executemany("DELETE FROM giaoban_staged WHERE seq = %s", [(seq,) for seq, key in told if key in stand])

    def _run(self, statement: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(statement)


def ids(names: Names, *, make: bool) -> dict[str, list[tuple[int, int | None]]]:
    """The id of each name by the number it is staged under; `make` those that are new, else they have none."""
    return {
        "line": _lines(names, make=make),
        "period": _by_text(ReportingPeriod, "text", names.periods, make=make),
        "unit": _by_text(Unit, "name", names.units, make=make),
    }


def _lines(names: Names, *, make: bool) -> list[tuple[int, int | None]]:
    there = {
        (line.indicator.key, line.measure, line.base, line.breakdown): line.pk
        for line in Line.objects.filter(indicator__key__in={key[0] for key in names.lines}).select_related("indicator")
    }
    if make:
        keys = dict(Indicator.objects.values_list("key", "pk"))
        new = [full for full in names.lines if full not in there]
        made = [Line.objects.create(indicator_id=keys[key], measure=measure, base=base, breakdown=part) for key, measure, base, part in new]
        there |= dict(zip(new, (line.pk for line in made), strict=True))
    return [(number, there.get(full)) for full, number in names.lines.items()]


def _by_text(model: Any, field: str, numbers: dict[str, int], *, make: bool) -> list[tuple[int, int | None]]:
    there = dict(model.objects.filter(**{f"{field}__in": list(numbers)}).values_list(field, "pk"))
    if make:
        there |= {text: _made(model, text).pk for text in numbers if text not in there}
    return [(number, there.get(text)) for text, number in numbers.items()]


def _made(model: Any, text: str) -> Any:
    return catalogue.unit(text) if model is Unit else catalogue.reporting_period(Period.parse(text))


def batches(rows: Iterator[Staged]) -> Iterator[list[Staged]]:
    """Rows, so many at once."""
    while several := list(islice(rows, AT_ONCE)):
        yield several
