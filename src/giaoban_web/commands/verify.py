"""The command that proves the log, and that every entry of the ledger has what it names."""

import argparse

from giaoban.model import Refused
from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban verify`."""
    verify = command(
        commands, "verify", "prove that the log is whole and unchanged, and that no entry of the ledger lacks what it names", _verify
    )
    verify.add_argument(
        "--anchor", default="", metavar="NUMBER:HASH", help="what an earlier run printed: that entry must still be the same"
    )


def _verify(options: argparse.Namespace) -> int:
    from django.db import connection

    from giaoban_web.history import queries
    from giaoban_web.ledger import relations

    broken = queries.verify(options.anchor)
    if broken:
        raise Refused(broken.why, number=broken.number)
    if missing := relations.missing(connection):
        raise Refused("entries-without", columns=", ".join(missing))
    end = queries.head()
    print(f"Nhật ký nguyên vẹn: {end.number} mục · The log is whole: {end.number} entries\n{end.number}:{end.hash}")
    return 0
