"""The installed command `giaoban`: the core's commands, and those of an installation.

Nothing of Django is loaded until one runs that needs it, so that `giaoban read` starts at once.
"""

import argparse
import sys
from collections.abc import Sequence

from giaoban import __version__, cli, compiled
from giaoban_web.records.ocr import ocr

OWN = {
    "serve": "serve", "manage": "serve", "load": "load", "import": "import_", "export": "export", "rebuild": "rebuild", "learn": "learn",
    "prepare": "prepare", "backup": "backup", "move": "move", "people": "people",
    "tick": "tick", "verify": "verify", "administrator": "administrator",
}  # fmt: skip
COMMANDS = {**cli.COMMANDS, **{name: f"giaoban_web.commands.{module}" for name, module in OWN.items()}}
"""The module of each command beside `read`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    said = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="giaoban", description="From the record of a review meeting to what came of it.")
    parser.add_argument("--version", action="version", version=f"giaoban {__version__}{' (compiled)' if compiled.used() else ''}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    cli.add_read(commands, ocr)
    for module in cli.loaded(COMMANDS, said):
        module.add_commands(commands)
    options = parser.parse_args(said)
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
