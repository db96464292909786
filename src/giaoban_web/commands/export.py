"""The command that writes figures for other systems."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from giaoban.commands.files import write_whole
from giaoban.exchange.formats import FORMATS
from giaoban.model import Period, Refused
from giaoban.typed import day, named
from giaoban_web.commands.starting import Commands, prepared


def add_commands(commands: Commands) -> None:
    """`giaoban export`."""
    export = prepared(commands, "export", "write what stands in the ledger for other systems", _export)
    export.add_argument("file", type=named, metavar="OUT", help="the file to write; - for the standard output")
    export.add_argument("--format", dest="form", choices=list(FORMATS), default="csv")
    export.add_argument("--place", default="", help="code of a place: it and everything below it")
    export.add_argument("--indicator", default="", help="key of an indicator")
    export.add_argument("--period", default="", help="2019, 2020-Q1, 2020-M9 …")
    export.add_argument("--known-on", type=day, metavar="DAY", help="as it was known at the end of that day (12/03/2020, 2020-03-12)")


def _refuse_unknown(options: argparse.Namespace) -> None:
    """Refused where a place, an indicator or a period is named that there is not: an empty file would hide the slip."""
    from giaoban_web.ledger.models import Indicator
    from giaoban_web.places.queries import of_code

    if options.place and not of_code(options.place).exists():
        raise Refused("place-code-unknown", place=options.place)
    if options.indicator and not Indicator.objects.filter(key=options.indicator).exists():
        raise Refused("export-indicator-unknown", indicator=options.indicator)
    if options.period:
        try:
            Period.parse(options.period)
        except ValueError:
            raise Refused("export-period-unknown", period=options.period) from None


def _export(options: argparse.Namespace) -> int:
    from giaoban_web.ledger.exporting import Selection, standing, written
    from giaoban_web.ledger.models import Entry

    _refuse_unknown(options)
    selection = Selection(options.place, options.indicator, options.period, options.known_on)
    _form, pieces = written(standing(selection.of(Entry.objects.all()), selection.known_on, options.form), options.form)
    if str(options.file) == "-":
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        return 0
    size = _kept(options.file, pieces)
    print(f"{size:,} byte → {options.file}".replace(",", "."), file=sys.stderr)
    return 0


def _kept(path: Path, pieces: Iterable[bytes]) -> int:
    try:
        return write_whole(path, pieces)
    except OSError as error:
        raise Refused("file-not-written", name=path, why=error) from error
