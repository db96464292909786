"""What the commands of the apps share: how one is declared, how Django is started for it, how a refusal is said."""

import argparse
import errno
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from giaoban import messages
from giaoban.commands.files import cut_short
from giaoban.model import Refused

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS))
"""What a system says where nothing can be written, whatever the file is called."""
Commands = Any
Run = Callable[[argparse.Namespace], int]


def command(commands: Commands, name: str, about: str, run: Run, *, django: bool = True) -> argparse.ArgumentParser:
    """The parser of `giaoban NAME`; a refusal is said in both languages and gives the status 1.

    django  start Django before it runs: only for those that need it, so that the others start at once
    """
    parser: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    parser.set_defaults(run=_guarded(run, django=django))
    return parser


def prepared(commands: Commands, name: str, about: str, run: Run) -> argparse.ArgumentParser:
    """As `command`, for one that works with the database and leaves its tables as they are: refused unless they are of this version."""

    def ready(options: argparse.Namespace) -> int:
        from giaoban_web.installation.readiness import refuse_unless_prepared

        refuse_unless_prepared()
        return run(options)

    return command(commands, name, about, ready)


def start_django() -> None:
    """Make the models and the words of every language ready."""
    import django

    from giaoban_web.ui import translations

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban_web.settings")
    translations.compile_all()
    django.setup()


def say_refusal(refused: Refused) -> int:
    """Say a refusal in both languages; gives the exit status."""
    for language in messages.LANGUAGES:
        with _spoken(language):
            print(messages.say(refused, language), file=sys.stderr)
    return 1


def _spoken(language: str) -> AbstractContextManager[None]:
    """While Django is started its words, too, are of that language."""
    from django.apps import apps
    from django.utils.translation import override

    return override(language) if apps.ready else nullcontext()


def _guarded(run: Run, *, django: bool) -> Run:
    def guarded(options: argparse.Namespace) -> int:
        try:
            if django:
                start_django()
            with cut_short():
                return run(options)
            return 0
        except Refused as refused:
            return say_refusal(refused)
        except OSError as error:
            written = error.filename is None or error.errno in NO_ROOM
            code, name = "file-not-written" if written else "file-not-opened", error.filename or "stdout"
            return say_refusal(Refused(code, name=str(name), why=error))
        except Exception as error:
            if code := _trouble(error):
                return say_refusal(Refused(code))
            raise

    return guarded


def _trouble(error: Exception) -> str:
    """The code of the message for a database that does not serve; empty for what is not of a database."""
    if "django.db" not in sys.modules:
        return ""
    from giaoban_web.errors import trouble

    return trouble(error)
