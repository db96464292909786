from collections.abc import Callable

import pytest
from django.db import connection, transaction

from giaoban_web.accounts.models import User
from giaoban_web.history import actions, triggers
from giaoban_web.history.models import Entry
from giaoban_web.places.models import Place


@pytest.fixture
def log(town: Place, person: Callable[..., User]) -> list[Entry]:
    """Five entries about the town, by its clerk."""
    clerk = person("clerk", town)
    with transaction.atomic():
        return [actions.record(town, "place checked", by=clerk, step=step, share="85.7", note="Đông Triều") for step in range(5)]


@pytest.fixture
def off_guard() -> None:
    """The triggers are off: somebody has the rights of the database's owner."""
    triggers.remove(connection)
