"""The command that takes over everything of another database: from SQLite to PostgreSQL, or back."""

import argparse
import sys

from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban move`."""
    move = command(commands, "move", "take over everything of another database into this one, which is empty, and prove it", _move)
    move.add_argument("old", metavar="OLD", help="file of an SQLite database, or postgres://user:password@host/name")


def _move(options: argparse.Namespace) -> int:
    from giaoban_web import serve
    from giaoban_web.commands.verify import prove
    from giaoban_web.installation.moving import move

    serve.prepare()
    moved = move(options.old, _say)
    print(
        f"Đã chuyển {moved.rows} dòng của {moved.tables} bảng, giống hệt · {moved.rows} rows of {moved.tables} tables taken over, the same"
    )
    return prove()


def _say(table: str, rows: int) -> None:
    print(f"{table}: {rows:,}".replace(",", "."), file=sys.stderr, flush=True)
