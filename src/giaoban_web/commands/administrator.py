"""The command that makes the first administrator."""

import argparse
import os
import sys

from giaoban_web.commands.starting import Commands, prepared


def add_commands(commands: Commands) -> None:
    """`giaoban administrator`."""
    person = prepared(commands, "administrator", "make the first administrator of an installation", _administrator)
    person.add_argument("username")
    person.add_argument("place", help="code of the place that this person administers, with everything below it")


def _administrator(options: argparse.Namespace) -> int:
    from getpass import getpass

    from giaoban_web.accounts import actions
    from giaoban_web.places.models import Place

    place = Place.objects.filter(code=options.place, valid_to=None).first() or Place.objects.filter(code=options.place).last()
    if place is None:
        print(f"Không có địa bàn mã {options.place} · No place has the code {options.place}", file=sys.stderr)
        return 1
    password = os.environ.get("GIAOBAN_PASSWORD") or getpass("Mật khẩu · Password: ")
    actions.make_administrator(username=options.username, name=options.username, password=password, place=place)
    return 0
