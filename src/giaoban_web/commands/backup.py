"""The command that writes all that an installation is into one file."""

import argparse
import sys

from giaoban.typed import named
from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban backup`."""
    backup = command(
        commands, "backup", "write database, originals, secret key and learned weights into one file, while people work", _backup
    )
    backup.add_argument("file", type=named, metavar="FILE.tar", help="the file to write; what is there is never written over")


def _backup(options: argparse.Namespace) -> int:
    from giaoban_web.installation.backup import backup
    from giaoban_web.installation.readiness import refuse_where_no_log_is

    refuse_where_no_log_is()
    head = backup(options.file)
    print(f"{options.file.stat().st_size:,} byte → {options.file}".replace(",", "."), file=sys.stderr)
    print(head)
    return 0
