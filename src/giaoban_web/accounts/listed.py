"""People of a list, added all at once or not at all, each with a link by which she sets her password."""

import csv
from collections.abc import Iterable, Mapping
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from giaoban.model import Refused
from giaoban_web.accounts import actions
from giaoban_web.accounts.models import Grant, Role, User

COLUMNS = ("username", "name", "email", "role", "place")


def rows_of(text: str) -> list[Mapping[str, str]]:
    """The rows of a list in CSV under the headings `COLUMNS`, parted by commas or semicolons. Refused without them."""
    first = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if first.count(";") > first.count(",") else ",")
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise Refused("people-columns-missing", columns=", ".join(missing))
    return [{name: (row[name] or "").strip() for name in COLUMNS} for row in rows if any(row.values())]


@transaction.atomic
def add_all(rows: Iterable[Mapping[str, str]], by: User) -> list[tuple[User, str]]:
    """Add them, each with a role on the place of a code; gives each with her link. Refused with the first bad line."""
    return [_added(row, line, by) for line, row in enumerate(rows, 2)]


def _added(row: Mapping[str, str], line: int, by: User) -> tuple[User, str]:
    try:
        if not (row["username"] and row["name"]):
            raise Refused("people-name-missing")
        if row["email"]:
            validate_email(row["email"])
        person = actions.add_person(
            username=row["username"],
            name=row["name"],
            email=row["email"],
            password="",
            role=_role(row["role"]),
            place=_place(row["place"]),
            by=by,
        )
    except Refused as why:
        raise Refused("people-line", line=line, why=why) from why
    except ValidationError as why:
        raise Refused("people-line", line=line, why=row["email"]) from why
    except PermissionDenied as why:
        raise Refused("people-line", line=line, why=f"{by}: {row['place']}") from why
    return person, link(person)


def _role(said: str) -> str:
    if said not in Role.values:
        raise Refused("people-role-unknown", role=said, roles=", ".join(Role.values))
    return said


def _place(code: str) -> Any:
    """The place that has the code now."""
    places = Grant._meta.get_field("place").related_model._default_manager
    last = places.filter(code=code).order_by("valid_from").last()
    if last is None:
        raise Refused("place-code-unknown", place=code)
    if last.valid_to:
        raise Refused("place-code-ended", place=code, was=str(last), on=last.valid_to)
    return last


def link(person: User) -> str:
    """Where she sets her password, once, within three days."""
    key = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return f"{settings.ADDRESS}{reverse('account_reset_password_from_key', kwargs=key)}"
