"""The commands that start Giaoban and those of Django."""

import argparse
import os

from giaoban.typed import at_least_one, port
from giaoban_web.commands.starting import Commands, command


def add_commands(commands: Commands) -> None:
    """`giaoban serve` and `giaoban manage`."""
    serve = command(commands, "serve", "prepare the database and serve Giaoban", _serve)
    serve.add_argument("--port", type=port, default=os.environ.get("PORT", "8000"))
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--threads", type=at_least_one, default=8)
    serve.add_argument("--demo", action="store_true", help="with demo people, places and records")
    manage = command(commands, "manage", "run a management command of Django", _manage, django=False)
    manage.add_argument("rest", nargs=argparse.REMAINDER)


def _serve(options: argparse.Namespace) -> int:
    from giaoban_web import serve

    return serve.run(host=options.host, port=options.port, threads=options.threads, demo=options.demo)


def _manage(options: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban_web.settings")
    execute_from_command_line(["giaoban manage", *options.rest])
    return 0
