"""The installed command `giaoban`: the core's commands, and those of an installation.

Nothing of Django is loaded until one runs that needs it, so that `giaoban read` starts at once.
"""

import argparse
import os
import sys
from collections.abc import Sequence

# The matrices of reading are small: a file is read by one core, several files by as many processes.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from giaoban import __version__, cli
from giaoban_web.commands import administrator, export, import_, learn, load, rebuild, serve, tick, verify
from giaoban_web.records.ocr import ocr

COMMANDS = (serve, load, import_, export, rebuild, learn, tick, verify, administrator)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="giaoban", description="From the record of a review meeting to what came of it.")
    parser.add_argument("--version", action="version", version=f"giaoban {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    cli.add_commands(commands, ocr)
    for module in COMMANDS:
        module.add_commands(commands)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
