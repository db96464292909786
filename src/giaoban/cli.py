"""The command line of the core: what `giaoban.commands` has. Nothing else of the core opens files."""

import argparse
import errno
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import ModuleType

from giaoban import __version__, compiled
from giaoban.kept import KEPT
from giaoban.usage import Parser, ending_in_order, say_no_more, speak_unicode, stopped

OK = 0
NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""How a system says that what is printed cannot be kept."""
VERSION = "--version"
COMMANDS = {name: f"giaoban.commands.{name}" for name in ("read", "check", "clarity", "asked", "notice", "brief")}
"""The module of each command."""


def main(arguments: Sequence[str] | None = None, commands: Mapping[str, str] = COMMANDS) -> int:
    """Run the command line; returns the exit status.

    commands  the module of each command
    """
    speak_unicode()
    with ending_in_order():
        return _done(sys.argv[1:] if arguments is None else arguments, commands)


def _done(said: Sequence[str], commands: Mapping[str, str]) -> int:
    status: int
    try:
        options = understood(said, commands)
        status = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        say_no_more()
        return OK
    except KeyboardInterrupt:
        return stopped()
    except OSError as error:
        if error.filename is not None or error.errno not in NO_ROOM:
            raise
        from giaoban.commands.files import STDOUT, unwritten

        return unwritten(STDOUT, error)
    KEPT.write()
    return status


def understood(said: Sequence[str], commands: Mapping[str, str] = COMMANDS) -> argparse.Namespace:
    """What a command line asks for: `run` is the function that does it. Whatever it does not understand ends the program."""
    parser: argparse.ArgumentParser = Parser(prog="giaoban", description="From the record of a review meeting to what came of it.")
    parser.add_argument(VERSION, action="version", version=f"giaoban {__version__}{' (compiled)' if compiled.used() else ''}")
    added = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in loaded(commands, said):
        module.add_commands(added)
    return parser.parse_args(said)


def loaded(modules: Mapping[str, str], arguments: Sequence[str]) -> list[ModuleType]:
    """The modules that a command line needs: that of its command, none to tell the version, else all: so a command starts at once.

    modules    the module of each command
    arguments  the words of the command line, the command first
    """
    command = arguments[0] if arguments else ""
    names = {VERSION: (), **{known: (module,) for known, module in modules.items()}}.get(command, dict.fromkeys(modules.values()))
    with KEPT.while_loading():
        return [import_module(name) for name in names]
