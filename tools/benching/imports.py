"""How fast figures come in, on SQLite and PostgreSQL, beside bulk_create of such rows: `python tools/benching/imports.py [ROWS] [ROUNDS]`.

CSV and XLSX are read, looked at and entered; the best of the rounds is told. Each database is made for it in a folder of its own and
thrown away. Times are processor time, which others on the machine do not change: of this process, and for PostgreSQL also of the process
that serves it, although both work at once. What PostgreSQL writes in the background is not in it.
"""

import hashlib
import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SIZE, ROUNDS, PLACES, MONTHS = 100_000, 3, 100, 50
WAYS = ("csv", "xlsx", "bulk_create")
"""Each enters figures of places of its own in every round, so that none finds the ledger fuller than another did."""


def main(rows: int, rounds: int) -> None:
    """Both databases, the figures of both printed."""
    sys.path.insert(0, str(ROOT))
    from tools.benching.databases import on_both

    for name, seconds in on_both(__file__, (str(rows), str(rounds))):
        print(said(name, rows, rounds, seconds))


def said(name: str, rows: int, rounds: int, seconds: dict[str, float]) -> str:
    """The line of one database, for the seconds that `rows` took each way."""
    csv, xlsx, again, marks, theirs = (rows / seconds[each] for each in ("csv", "xlsx", "again", "marks", "bulk_create"))
    return (
        f"{name}, best of {rounds}: CSV {csv:,.0f} rows/s, XLSX {xlsx:,.0f} (looked through for marks of secrecy before, {marks:,.0f}), "
        f"the same CSV again {again:,.0f}, bulk_create {theirs:,.0f}; CSV {csv / theirs:.1f} and XLSX {xlsx / theirs:.1f} times as fast"
    )


def _here(rows: int, rounds: int) -> dict[str, float]:
    """Seconds for importing the rows as CSV and as XLSX, for importing the CSV again, and for as many by bulk_create: of each the least."""
    import django

    django.setup()
    from django.core.management import call_command

    from giaoban_web.ledger.models import Entry

    call_command("migrate", verbosity=0)
    people = _people(rounds * len(WAYS) * PLACES)
    each = [_round(rows, at * len(WAYS) * PLACES, people) for at in range(rounds)]
    if Entry.objects.count() != rounds * (2 * rows + _few(rows)):
        raise RuntimeError("not every row was entered")
    return {way: min(seconds[way] for seconds in each) for way in each[0]}


def _round(rows: int, places: int, people: tuple[Any, Any]) -> dict[str, float]:
    from giaoban.exchange.formats import rows as read
    from giaoban.exchange.secrecy import refuse_if_secret
    from giaoban_web.ledger.importing import Arriving, bring_in

    place, steward = people
    csv, other, few = (made(many, places + at * PLACES) for at, many in enumerate((rows, rows, _few(rows))))
    book = workbook(other)

    def enter(data: bytes, form: str) -> None:
        bring_in(read(data, form), Arriving("bench", place, hashlib.sha256(data).hexdigest(), date(2026, 1, 1), steward))

    return {
        "csv": _timed(lambda: enter(csv, "csv")),
        "again": _timed(lambda: enter(csv, "csv")),
        "xlsx": _timed(lambda: enter(book, "xlsx")),
        "marks": _timed(lambda: refuse_if_secret(book, "xlsx")),
        "bulk_create": _timed(lambda: _bulk_create(few, place, steward)) * rows / _few(rows),
    }


def _few(rows: int) -> int:
    return max(1, rows // 10)


def _timed(run: Callable[[], object]) -> float:
    started = _processor_time()
    run()
    return _processor_time() - started


def _processor_time() -> float:
    """Seconds that this process has worked, and the one that serves it where that is another on this machine."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return time.process_time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (server,) = cursor.fetchone()
    worked = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()[11:13]
    return time.process_time() + sum(map(int, worked)) / os.sysconf("SC_CLK_TCK")


def _people(places: int) -> tuple[Any, Any]:
    from giaoban_web.accounts.models import Grant, User
    from giaoban_web.places.models import Place

    since = date(1, 1, 1)
    top = Place.objects.create(code="99", kind="tỉnh", name="Tỉnh thử", path="99/", valid_from=since, folded="tinh thu")
    Place.objects.bulk_create(
        Place(code=f"{at:05}", kind="xã", name=f"Xã thử {at}", parent=top, path=f"99/{at:05}/", valid_from=since, folded=f"xa thu {at}")
        for at in range(places)
    )
    steward = User.objects.create_user("bench", password=None, name="Bench")
    Grant.objects.create(user=steward, role="steward", place=top)
    return top, steward


def made(rows: int, first: int) -> bytes:
    """CSV of one indicator by parts, months and places from the number `first`: each row a cell of its own."""
    lines = ["indicator,place,period,value,unit,breakdown,bound,status"]
    for at in range(rows):
        month, rest = at % MONTHS, at // MONTHS
        place, part = rest % PLACES, rest // PLACES
        lines.append(f"gtsx,{first + place:05},{2000 + month // 12}-{month % 12 + 1:02},{at % 9973}.5,tỷ đồng,sector=s{part},exact,final")
    return "\n".join(lines).encode()


def workbook(csv: bytes) -> bytes:
    """The same rows as a workbook, its values numbers."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet()
    heading, *rows = (line.split(",") for line in csv.decode().split("\n"))
    value = heading.index("value")
    page.append(heading)
    for row in rows:
        page.append([float(text) if at == value else text for at, text in enumerate(row)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _bulk_create(data: bytes, place: Any, steward: Any) -> None:
    """What a plain program does: every figure checked, its rows of reference remembered, 1,000 entries at a time, doubles left alone."""
    from django.db import transaction

    from giaoban.exchange.formats import read
    from giaoban_web.ledger.models import Entry, Source

    with transaction.atomic():
        source = Source.objects.create(kind="sheet", name="plain", place=place, sha256="", reported_on=date(2026, 1, 1), by=steward)
        entries = list(_entries((line.told for line in read(data, "csv")), source))
        Entry.objects.bulk_create(entries, batch_size=1_000, ignore_conflicts=True)


def _entries(figures: Iterable[Any], source: Any) -> Iterator[Any]:
    """An entry of each figure, not saved yet."""
    from giaoban_web.ledger import catalogue
    from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
    from giaoban_web.ledger.models import Entry
    from giaoban_web.ledger.rows import amounts
    from giaoban_web.places.models import Place

    place_of, period_of, unit_of = (
        cache(lambda code: Place.objects.get(code=code)),
        cache(catalogue.reporting_period),
        cache(catalogue.unit),
    )
    lines: dict[tuple[str, str], Any] = {}
    for figure in figures:
        cell, (amount, amount_to, digits) = figure.cell, amounts(figure.quantity)
        if (key := (cell.indicator, cell.breakdown)) not in lines:
            lines[key] = catalogue.line(cell)
        yield Entry(
            place=place_of(figure.place_code),
            line=lines[key],
            period=period_of(cell.period),
            number=0,
            amount=amount,
            amount_to=amount_to,
            digits=digits,
            unit=unit_of(figure.quantity.unit),
            bound=BOUNDS.index(figure.quantity.bound),
            role=ROLES.index(figure.role),
            status=STATUSES.index(figure.status),
            source=source,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        print(json.dumps(_here(*map(int, sys.argv[2:4]))))
    else:
        asked = [int(each) for each in sys.argv[1:3]]
        main(*asked, *(SIZE, ROUNDS)[len(asked) :])
