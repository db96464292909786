"""An import of a file in a process of its own, which says where it is, so that a test can kill it there."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from tests.web.killing import Say, wait_at

PLACE, STEWARD = "205", "steward-205"


def main(say: Say, path: Path, point: str) -> None:
    """Bring the figures of the file in, and say how many were added."""
    from giaoban.exchange.formats import rows
    from giaoban_web.accounts.models import User
    from giaoban_web.history import actions as history
    from giaoban_web.ledger import importing
    from giaoban_web.ledger.importing_staging import Staging
    from giaoban_web.places.models import Place

    wait_at(say, point, "looked-at", Staging, "contradicting")
    wait_at(say, point, "before", Staging, "name")
    wait_at(say, point, "within", history, "record")
    wait_at(say, point, "after", Staging, "end")
    data = path.read_bytes()
    place, steward = Place.objects.get(code=PLACE), User.objects.get(username=STEWARD)
    arriving = importing.Arriving(path.name, place, sha256(data).hexdigest(), date(2020, 1, 1), steward)
    say(importing.bring_in(rows(data, "csv"), arriving).added)
