"""A process that imports a file and says where it is, so that a test can kill it there: python -m tests.web.ledger.killed FILE POINT."""

import json
import os
import sys
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.conf import settings

PLACE, STEWARD = "205", "steward-205"


def main(path: Path, point: str) -> None:
    import django

    settings.DATABASES["default"] = json.loads(os.environ["KILLED_DATABASE"])
    django.setup()
    from giaoban.exchange.formats import rows
    from giaoban_web.accounts.models import User
    from giaoban_web.history import actions as history
    from giaoban_web.ledger import importing
    from giaoban_web.ledger.importing_staging import Staging
    from giaoban_web.places.models import Place

    wait_at(point, "looked-at", Staging, "contradicting")
    wait_at(point, "before", Staging, "name")
    wait_at(point, "within", history, "record")
    wait_at(point, "after", Staging, "end")
    data = path.read_bytes()
    place, steward = Place.objects.get(code=PLACE), User.objects.get(username=STEWARD)
    arriving = importing.Arriving(path.name, place, sha256(data).hexdigest(), date(2020, 1, 1), steward)
    outcome = importing.bring_in(rows(data, "csv"), arriving)
    print("added", outcome.added, flush=True)


def wait_at(wanted: str, point: str, where: object, name: str) -> None:
    """Let the process say that it has come to `point`, just before `name` runs, and wait there to be killed."""
    if wanted != point:
        return

    def wait(*_arguments: object, **_named: object) -> None:
        print(point, flush=True)
        time.sleep(60)

    setattr(where, name, wait)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
