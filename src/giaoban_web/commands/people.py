"""The command that adds people from a list."""

import argparse
import csv
import sys

from giaoban.model import Refused
from giaoban.typed import named
from giaoban_web.commands.starting import Commands, prepared


def add_commands(commands: Commands) -> None:
    """`giaoban people`."""
    people = prepared(commands, "people", "add the people of a list; prints for each the link by which she sets her password", _people)
    people.add_argument("file", type=named, metavar="FILE.csv", help="with the columns username, name, email, role and place (its code)")
    people.add_argument("--by", required=True, metavar="NAME", help="user name of the administrator in whose name they are added")


def _people(options: argparse.Namespace) -> int:
    from giaoban_web.accounts.listed import add_all, rows_of
    from giaoban_web.accounts.models import User

    by = User.objects.filter(username=options.by, is_active=True).first()
    if by is None:
        raise Refused("import-person-unknown", username=options.by)
    try:
        text = options.file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("people-not-utf8", name=options.file.name) from error
    added = list(add_all(rows_of(text), by))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["username", "name", "link"])
    out.writerows([person.username, person.name, link] for person, link in added)
    return 0
