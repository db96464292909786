"""The command that loads places, or the demo around them."""

import argparse

from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban load`."""
    load = command(commands, "load", "load places or the demo into the database", _load)
    load.add_argument("what", choices=["places", "demo"])


def _load(options: argparse.Namespace) -> int:
    from giaoban_web import serve
    from giaoban_web.places import actions, table

    serve.prepare()
    if options.what == "demo":
        from giaoban_web import demo

        demo.load()
    else:
        actions.load(table.table("dong_trieu"))
    return 0
