"""The command that brings figures in from a file."""

import argparse
import hashlib
import sys
from datetime import date
from typing import Any

from giaoban import messages
from giaoban.exchange.formats import READABLE
from giaoban.model import Refused
from giaoban.typed import day, named
from giaoban_web.commands.starting import Commands, prepared

SHOWN = 20
_LEAVE_OUT = (
    " Sửa các dòng nêu trên, hoặc thêm --without-refused để bỏ chúng ra. · Put those rows right, or leave them out with --without-refused."
)


def add_commands(commands: Commands) -> None:
    """`giaoban import`."""
    bring = prepared(commands, "import", "enter the figures of a file: all of them, or none", _import)
    bring.add_argument("file", type=named, metavar="FILE", help="XLSX, CSV, JSON, SDMX-CSV, DHIS2 or Parquet; or a sheet laid out before")
    bring.add_argument("--by", required=True, metavar="USERNAME", help="the data steward who enters them")
    bring.add_argument("--place", required=True, metavar="CODE", help="the place that reports them")
    bring.add_argument("--format", dest="form", choices=READABLE, help="the form of FILE, where its bytes do not tell it")
    bring.add_argument("--reported-on", type=day, metavar="DAY", help="the day of their report (12/03/2020, 2020-03-12); today if left out")
    bring.add_argument("--dry-run", action="store_true", help="only say what would be entered")
    bring.add_argument("--confirmed", action="store_true", help="enter although there is something to confirm, once it has been read")
    bring.add_argument("--without-refused", action="store_true", help="leave out what cannot be entered instead of entering nothing")


def _import(options: argparse.Namespace) -> int:
    from django.utils import timezone

    from giaoban_web.ledger.importing import Arriving, bring_in, dry_run
    from giaoban_web.ledger.imports import rows_in

    data = options.file.read_bytes()
    on = options.reported_on or timezone.localdate()
    by, place = _person(options.by), _place(options.place, on)
    arriving = Arriving(options.file.name, place, hashlib.sha256(data).hexdigest(), on, by)
    rows = rows_in(data, options.form, arriving)
    if options.dry_run:
        outcome = dry_run(rows, arriving, _count)
    else:
        outcome = bring_in(rows, arriving, _count, without_refused=options.without_refused, confirmed=options.confirmed)
    for each in (*outcome.problems[:SHOWN], *outcome.doubts[:SHOWN]):
        print(f"  {each.address}: {messages.say(each.why, 'vi')} · {messages.say(each.why, 'en')}", file=sys.stderr)
    print(
        f"{outcome.rows} số liệu: {outcome.added} mới, {outcome.same} đã có, {outcome.refused} không nhập được"
        f" · {outcome.rows} figures: {outcome.added} new, {outcome.same} known, {outcome.refused} refused"
    )
    if outcome.withheld:
        print(
            f"Chưa nhập số nào: {outcome.withheld} số liệu mới còn chờ."
            f" · Nothing was entered: {outcome.withheld} new figures wait."
            f"{_LEAVE_OUT if outcome.refused and not options.without_refused else ''}",
            file=sys.stderr,
        )
    if outcome.doubtful:
        print(
            f"{outcome.doubtful} điểm cần xác nhận bằng --confirmed · {outcome.doubtful} points to be confirmed with --confirmed",
            file=sys.stderr,
        )
    return 1 if (outcome.refused and not options.without_refused) or (outcome.doubtful and not options.confirmed) else 0


def _person(username: str) -> Any:
    from giaoban_web.accounts.models import User

    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise Refused("import-person-unknown", username=username)
    return found


def _place(code: str, on: date) -> Any:
    """The place that has the code on the day of the report, else the last that had it."""
    from giaoban_web.places.queries import at, of_code

    found = at(code, on) or of_code(code).last()
    if found is None:
        raise Refused("place-code-unknown", place=code)
    return found


def _count(rows: int) -> None:
    print(f"{rows:,} dòng · rows".replace(",", "."), file=sys.stderr, flush=True)
