"""The installed command `giaoban`: the core's commands, and those of an installation.

Nothing of Django is loaded until one runs that needs it, so that `giaoban read` starts at once.
"""

import sys
from collections.abc import Sequence

from giaoban.usage import stopped

try:
    from giaoban import cli
except KeyboardInterrupt:
    sys.exit(stopped())

OWN = {
    "read": "read",
    "serve": "serve", "manage": "serve", "load": "load", "import": "import_", "export": "export", "rebuild": "rebuild", "learn": "learn",
    "prepare": "prepare", "backup": "backup", "move": "move", "people": "people",
    "doctor": "doctor", "tick": "tick", "verify": "verify", "administrator": "administrator",
}  # fmt: skip
COMMANDS = {**cli.COMMANDS, **{name: f"giaoban_web.commands.{module}" for name, module in OWN.items()}}
"""The module of each command: `read` of an installation reads scans, too."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    return cli.main(arguments, COMMANDS)


if __name__ == "__main__":
    sys.exit(main())
