"""The command that brings an installation up to this version, without serving it."""

import argparse

from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban prepare`."""
    command(commands, "prepare", "bring database and static files up to this version, as `giaoban serve` does before it serves", _prepare)


def _prepare(_options: argparse.Namespace) -> int:
    from giaoban_web import serve

    serve.prepare()
    return 0
