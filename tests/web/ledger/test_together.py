"""Several people enter figures of one cell at the same moment: nothing is lost, nothing has the number of another."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection, transaction

from giaoban.ledger import Cell, Status
from giaoban.model import Period, Quantity, Role
from giaoban_web.ledger import catalogue, packed
from giaoban_web.ledger.entering import enter
from giaoban_web.ledger.models import Entry, Source, Stale
from giaoban_web.places.models import Place

THREADS, EACH = 8, 5
FIRST = 100
"""The smallest figure: as many digits as the largest, so that the one that came last stands."""
CELL = Cell("thu_nsnn", "", Period.parse("2019"))


def enter_some(place: int, source: int, number: int, start: Barrier) -> None:
    """EACH entries into the one cell, and a look at its read model in between, over a connection of this thread's own."""
    try:
        start.wait()
        for step in range(EACH):
            with transaction.atomic():
                figure = Quantity(Decimal(FIRST + EACH * number + step), "tỷ đồng")
                enter(
                    cell=CELL, place=Place.objects.get(pk=place), quantity=figure, role=Role.ACTUAL, status=Status.PROVISIONAL,
                    source=Source.objects.get(pk=source),
                )  # fmt: skip
            packed.series(place)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_eight_threads_enter_into_one_cell_and_every_entry_has_its_own_number(town, person):
    catalogue.bring_in()
    by = person("steward", town)
    source = Source.objects.create(kind="form", name="x", place=town, reported_on=date(2020, 1, 1), by=by)
    start = Barrier(THREADS)
    with ThreadPoolExecutor(THREADS) as pool:
        for each in [pool.submit(enter_some, town.pk, source.pk, number, start) for number in range(THREADS)]:
            each.result()
    entries = list(Entry.objects.order_by("number"))
    assert [entry.number for entry in entries] == list(range(THREADS * EACH))
    assert sorted(entry.amount for entry in entries) == list(range(FIRST, FIRST + THREADS * EACH))
    (series,) = packed.series(town.pk).values()
    assert series.number.tolist() == [THREADS * EACH - 1]
    assert not Stale.objects.filter(kind=Stale.Kind.SERIES).exists()
