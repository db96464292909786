"""The installed command `giaoban`: the core's commands, and those that need the database.

Django is loaded only by the commands that need it, so that `giaoban read` starts at once.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from giaoban import __version__, cli, messages
from giaoban.model import Refused
from giaoban_web.records.ocr import ocr


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="giaoban", description="From the record of a review meeting to what came of it.")
    parser.add_argument("--version", action="version", version=f"giaoban {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    cli.add_commands(commands, ocr)
    _add_serve(commands)
    _add_simple(commands, "load", "load places or the demo into the database", _load).add_argument("what", choices=["places", "demo"])
    verify = _add_simple(commands, "verify", "prove that the log is whole and unchanged", _verify)
    verify.add_argument(
        "--anchor", default="", metavar="NUMBER:HASH", help="what an earlier run printed: that entry must still be the same"
    )
    person = _add_simple(commands, "administrator", "make the first administrator of an installation", _administrator)
    person.add_argument("username")
    person.add_argument("place", help="code of the place that this person administers, with everything below it")
    manage = _add_simple(commands, "manage", "run a management command of Django", _manage)
    manage.add_argument("rest", nargs=argparse.REMAINDER)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _add_simple(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, about: str, run: object
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=about)
    command.set_defaults(run=run)
    return command


def _add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    serve = _add_simple(commands, "serve", "prepare the database and serve Giaoban", _serve)
    serve.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--threads", type=int, default=8)
    serve.add_argument("--demo", action="store_true", help="with demo people, places and records")


def _django() -> None:
    import django

    from giaoban_web.ui import translations

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban_web.settings")
    translations.compile_all()
    django.setup()


def _serve(options: argparse.Namespace) -> int:
    _django()
    from giaoban_web import serve

    return serve.run(host=options.host, port=options.port, threads=options.threads, demo=options.demo)


def _load(options: argparse.Namespace) -> int:
    _django()
    from giaoban_web import serve

    serve.prepare()
    if options.what == "demo":
        from giaoban_web import demo

        demo.load()
    else:
        from giaoban_web.places import actions, table

        actions.load(table.rows("dong_trieu"), changes=table.changes("dong_trieu"))
    return 0


def _verify(options: argparse.Namespace) -> int:
    _django()
    from giaoban_web.history import queries

    broken = queries.verify(options.anchor)
    if broken:
        return _refused(Refused(broken.why, number=broken.number))
    end = queries.head()
    print(f"Nhật ký nguyên vẹn: {end.number} mục · The log is whole: {end.number} entries\n{end.number}:{end.hash}")
    return 0


def _refused(refused: Refused) -> int:
    """Say a refusal in both languages; gives the exit status."""
    print(f"{messages.say(refused, 'vi')}\n{messages.say(refused, 'en')}", file=sys.stderr)
    return 1


def _administrator(options: argparse.Namespace) -> int:
    _django()
    from getpass import getpass

    from giaoban_web.accounts import actions
    from giaoban_web.places.models import Place

    place = Place.objects.filter(code=options.place, valid_to=None).first() or Place.objects.filter(code=options.place).last()
    if place is None:
        print(f"Không có địa bàn mã {options.place} · No place has the code {options.place}", file=sys.stderr)
        return 1
    password = os.environ.get("GIAOBAN_PASSWORD") or getpass("Mật khẩu · Password: ")
    try:
        actions.make_administrator(username=options.username, name=options.username, password=password, place=place)
    except Refused as refused:
        return _refused(refused)
    return 0


def _manage(options: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban_web.settings")
    execute_from_command_line(["giaoban", *options.rest])
    return 0


if __name__ == "__main__":
    sys.exit(main())
