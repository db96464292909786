"""How fast figures come in, on SQLite and PostgreSQL, beside bulk_create of such rows: `python tools/benching/imports.py [ROWS]`.

Each database is made for it in a folder of its own and thrown away. Times are of processor time for SQLite, whose work is all in this
process, and of the clock for PostgreSQL, whose work is in another: read its ratio, not its rate, on a busy machine.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SIZE, PLACES, MONTHS = 100_000, 100, 50


def main(rows: int) -> None:
    """Both databases, each in a process of its own, the figures of both printed."""
    sys.path.insert(0, str(ROOT))
    from tests.postgres import Cluster, binaries

    with tempfile.TemporaryDirectory(prefix="giaoban-bench-") as folder:
        _measured("SQLite", rows, folder, {})
        programs = binaries()
        if programs is None:
            print("PostgreSQL: not found, not measured")
            return
        cluster = Cluster(programs, Path(folder))
        cluster.start()
        try:
            socket = str(cluster.socket).replace("/", "%2F")
            _measured("PostgreSQL", rows, folder, {"DATABASE_URL": f"postgres://giaoban@{socket}:{cluster.PORT}/postgres"})
        finally:
            cluster.stop()


def _measured(name: str, rows: int, folder: str, environment: dict[str, str]) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "giaoban_web.settings", "GIAOBAN_VAR": f"{folder}/var", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    words = [sys.executable, __file__, "--here", str(rows)]
    done = subprocess.run(words, env=os.environ | settings | environment, check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    ours, theirs, again = rows / told["import"], told["few"] / told["bulk_create"], rows / told["again"]
    print(
        f"{name}: import {ours:,.0f} rows/s, the same file again {again:,.0f}, bulk_create {theirs:,.0f}; {ours / theirs:.1f} times as fast"
    )


def _here(rows: int) -> dict[str, float]:
    """Seconds for importing the rows, for importing them again, and for a part of them by bulk_create."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from giaoban.exchange.formats import rows as read
    from giaoban_web.ledger.importing import Arriving, bring_in
    from giaoban_web.ledger.models import Entry

    call_command("migrate", verbosity=0)
    place, steward = _people()
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    few = max(1, rows // 10)
    data, other = _csv(rows, 2000), _csv(few, 1000)
    arriving = Arriving("bench.csv", place, hashlib.sha256(data).hexdigest(), date(2026, 1, 1), steward)
    seconds = {
        "import": _timed(clock, lambda: bring_in(read(data, "csv"), arriving)),
        "again": _timed(clock, lambda: bring_in(read(data, "csv"), arriving)),
        "bulk_create": _timed(clock, lambda: _bulk_create(other, place, steward)),
        "few": float(few),
    }
    if Entry.objects.count() != rows + few:
        raise RuntimeError("not every row was entered")
    return seconds


def _timed(clock: Callable[[], float], run: Callable[[], object]) -> float:
    started = clock()
    run()
    return clock() - started


def _people() -> tuple[Any, Any]:
    from giaoban_web.accounts.models import Grant, User
    from giaoban_web.places.models import Place

    since = date(1, 1, 1)
    top = Place.objects.create(code="99", kind="tỉnh", name="Tỉnh thử", path="99/", valid_from=since, folded="tinh thu")
    Place.objects.bulk_create(
        Place(code=f"{at:05}", kind="xã", name=f"Xã thử {at}", parent=top, path=f"99/{at:05}/", valid_from=since, folded=f"xa thu {at}")
        for at in range(PLACES)
    )
    steward = User.objects.create_user("bench", password=None, name="Bench")
    Grant.objects.create(user=steward, role="steward", place=top)
    return top, steward


def _csv(rows: int, first: int) -> bytes:
    """Rows of one indicator by parts, places and months: each a cell of its own."""
    lines = ["indicator,place,period,value,unit,breakdown,bound,status"]
    for at in range(rows):
        month, rest = at % MONTHS, at // MONTHS
        place, part = rest % PLACES, rest // PLACES
        lines.append(f"gtsx,{place:05},{first + month // 12}-{month % 12 + 1:02},{at % 9973}.5,tỷ đồng,sector=s{part},exact,final")
    return "\n".join(lines).encode()


def _bulk_create(data: bytes, place: Any, steward: Any) -> None:
    """What a plain program does: every figure checked, its rows of reference remembered, 1,000 entries at a time, doubles left alone."""
    from django.db import transaction

    from giaoban.exchange.formats import read
    from giaoban_web.ledger import catalogue
    from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
    from giaoban_web.ledger.models import Entry, Source
    from giaoban_web.ledger.rows import amounts
    from giaoban_web.places.models import Place

    known: dict[Any, Any] = {}

    def once(key: Any, make: Callable[[], Any]) -> Any:
        if key not in known:
            known[key] = make()
        return known[key]

    with transaction.atomic():
        source = Source.objects.create(kind="sheet", name="plain", place=place, sha256="", reported_on=date(2026, 1, 1), by=steward)
        entries = []
        for line in read(data, "csv"):
            figure = line.told
            cell, (amount, amount_to, digits) = figure.cell, amounts(figure.quantity)
            entries.append(
                Entry(
                    place=once(figure.place_code, lambda code=figure.place_code: Place.objects.get(code=code)),
                    line=once((cell.indicator, cell.breakdown), lambda cell=cell: catalogue.line(cell)),
                    period=once(cell.period, lambda cell=cell: catalogue.reporting_period(cell.period)),
                    number=0,
                    amount=amount,
                    amount_to=amount_to,
                    digits=digits,
                    unit=once(figure.quantity.unit, lambda name=figure.quantity.unit: catalogue.unit(name)),
                    bound=BOUNDS.index(figure.quantity.bound),
                    role=ROLES.index(figure.role),
                    status=STATUSES.index(figure.status),
                    source=source,
                )
            )
        Entry.objects.bulk_create(entries, batch_size=1_000, ignore_conflicts=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        print(json.dumps(_here(int(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
