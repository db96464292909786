"""The command that looks an installation over."""

import argparse

from giaoban import __version__, compiled, messages
from giaoban_web.commands.starting import Commands, prepared


def add_commands(commands: Commands) -> None:
    """`giaoban doctor`."""
    about = "look over database, disk, clock, address, mail server, reminders and the reading of scans of this installation"
    doctor = prepared(commands, "doctor", about, _look)
    doctor.add_argument("--mail", default="", metavar="ADDRESS", help="send a letter there, to try the mail server")


def _look(options: argparse.Namespace) -> int:
    from giaoban_web.installation.doctor import State, looked

    print(f"{State.WELL} giaoban {__version__}{' (compiled)' if compiled.used() else ''}")
    wrong = 0
    for told in looked(options.mail):
        wrong += told.state is State.WRONG
        print(f"{told.state} {' · '.join(messages.say(told.said, language) for language in ('vi', 'en'))}", flush=True)
    return 1 if wrong else 0
