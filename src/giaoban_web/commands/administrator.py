"""The command that makes the first administrator."""

import argparse
import os

from giaoban.model import Refused
from giaoban_web.commands.starting import Commands, prepared


def add_commands(commands: Commands) -> None:
    """`giaoban administrator`."""
    person = prepared(commands, "administrator", "make the first administrator of an installation", _administrator)
    person.add_argument("username")
    person.add_argument("--name", help="the name that others read; the user name if left out")
    person.add_argument("place", help="code of the place that this person administers, with everything below it")


def _administrator(options: argparse.Namespace) -> int:
    from django.conf import settings

    from giaoban_web.accounts import actions
    from giaoban_web.places.models import Place

    place = Place.objects.filter(code=options.place, valid_to=None).first() or Place.objects.filter(code=options.place).last()
    if place is None:
        raise Refused("administrator-place-unknown", place=options.place)
    password = os.environ.get("GIAOBAN_PASSWORD") or _asked()
    actions.make_administrator(username=options.username, name=options.name or options.username, password=password, place=place)
    print(
        f"Đã lập quản trị viên {options.username} của {place}; đăng nhập tại {settings.ADDRESS}{settings.BELOW}/"
        f" · {options.username} administers {place} and signs in at {settings.ADDRESS}{settings.BELOW}/"
    )
    return 0


def _asked() -> str:
    from getpass import getpass

    try:
        return getpass("Mật khẩu · Password: ")
    except EOFError:
        raise Refused("administrator-password-missing") from None
