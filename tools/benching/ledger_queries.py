"""What is measured of a ledger: the read models, a default table of the same figures, pages."""

from typing import Any

import numpy as np
from django.db import connection

from benching.ledger_made import Made

PLAIN = (
    "CREATE TEMPORARY TABLE plain (id INTEGER PRIMARY KEY, place_id bigint, line_id bigint, period_id bigint, value decimal)",
    "INSERT INTO plain (place_id, line_id, period_id, value) SELECT place_id, line_id, period_id, amount FROM ledger_entry",
    "CREATE INDEX plain_place ON plain (place_id)",
    "CREATE INDEX plain_line ON plain (line_id)",
    "CREATE INDEX plain_period ON plain (period_id)",
)
BY_PROVINCE = """
SELECT p.parent_id, e.period_id, sum(e.value) FROM plain e JOIN places_place p ON p.id = e.place_id
WHERE e.line_id = %s GROUP BY p.parent_id, e.period_id
"""


class Table:
    """The same figures as a model without further thought keeps them: a row with a key of its own, an index for each relation."""

    def __init__(self, made: Made) -> None:
        self._made = made
        with connection.cursor() as cursor:
            for statement in PLAIN:
                cursor.execute(statement)

    def roll_up(self, line: int) -> np.ndarray:
        with connection.cursor() as cursor:
            cursor.execute(BY_PROVINCE, [self._made.lines[line]])
            sums = {(place, period): float(value) for place, period, value in cursor.fetchall()}
        return np.array([[sums[place, period] for period in self._made.periods] for place in self._made.provinces])


def roll_up(made: Made, line: int) -> np.ndarray:
    """One indicator, communes rolled up to provinces, every month: a row for each province."""
    from giaoban_web.ledger import rollups
    from giaoban_web.ledger.models import Line

    found = rollups.roll_ups(Line.objects.select_related("indicator").get(pk=made.lines[line]))
    columns = [found[period] for period in made.periods]
    return np.stack([records["amount"] for records in columns], axis=1)


def portrait(made: Made, place: int) -> np.ndarray:
    """Every figure of one place: a row for each line."""
    from giaoban_web.ledger import packed

    found = packed.series(made.places[place])
    return np.stack([found[line].values for line in made.lines])


def across(made: Made, line: int, month: int) -> np.ndarray:
    """One indicator in one month, of every place."""
    from giaoban_web.ledger import packed

    return packed.cut(made.lines[line], made.periods[month]).values


def cell(made: Made, place: int) -> list[Any]:
    """The entries of one cell."""
    from giaoban_web.ledger.models import Entry

    return list(Entry.objects.filter(place=made.places[place], line=made.lines[0], period=made.periods[-1]))


def bytes_each(made: Made) -> float:
    """Bytes on the disk for each entry, with its index."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('ledger_entry')")
        else:
            cursor.execute("SELECT sum(pgsize) FROM dbstat WHERE name IN ('ledger_entry', 'ledger_entry_across')")
        return float(cursor.fetchone()[0]) / made.amounts.size


def national_client(made: Made) -> Any:
    """Somebody with a role on every province, signed in."""
    from django.test import Client

    from giaoban_web.accounts.models import Grant, User

    person, new = User.objects.get_or_create(username="nation", defaults={"name": "Người cả nước"})
    if new:
        Grant.objects.bulk_create(Grant(user=person, role="steward", place_id=place) for place in made.provinces)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
