"""The bodies of the demo, kept by its steward through the same actions as anywhere else."""

import tomllib
from datetime import date
from importlib.resources import files

from giaoban_web.accounts.models import User
from giaoban_web.bodies import actions
from giaoban_web.bodies.models import Body
from giaoban_web.demo.people import MEETING_ON
from giaoban_web.places.queries import at

SINCE = date(2019, 1, 1)


def load(steward: User) -> None:
    """Every body that is not there yet, from the top down, with who sits there."""
    rows = tomllib.loads(files("giaoban_web.demo").joinpath("bodies.toml").read_text("utf-8"))["body"]
    for row in rows:
        place = at(row["place"], MEETING_ON)
        if place is None:
            raise LookupError(row["place"])
        if Body.objects.filter(place=place, name=row["name"]).exists():
            continue
        superior = Body.objects.get(name=row["under"]) if "under" in row else None
        told = {"also": row.get("also", []), "is_post": row.get("post", False), "topics": row.get("topics", [])}
        made = actions.add(place=place, name=row["name"], superior=superior, by=steward, **told)
        for username in row.get("seats", []):
            actions.seat(body=made, user=User.objects.get(username=username), since=SINCE, by=steward)
