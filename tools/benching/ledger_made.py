"""A ledger of national size made by chance, the same for the same seed: provinces, communes, indicators, months, one figure a cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

COMMUNES, PROVINCES, MONTHS = 10_600, 63, 120
INDICATORS = 8
FIELDS = ("place_id", "line_id", "period_id", "number", "amount", "digits", "unit_id", "bound", "role", "status", "source_id", "spot")
FIRST = 2011
AT_ONCE = 200


@dataclass(frozen=True)
class Made:
    """What was made.

    amounts  by line, commune and month
    above    the number of the province of each commune
    """

    amounts: np.ndarray
    above: np.ndarray
    places: list[int]
    provinces: list[int]
    lines: list[int]
    periods: list[int]


def sizes(observations: int) -> tuple[int, int, int]:
    """(indicators, communes, months) of a ledger of about so many observations: fewer communes first, then fewer months."""
    indicators = INDICATORS
    communes = min(COMMUNES, max(PROVINCES, observations // (indicators * MONTHS)))
    return indicators, communes, max(1, min(MONTHS, observations // (indicators * communes)))


def make(observations: int, seed: int = 2020) -> Made:
    """Make places, indicators, periods and entries in the database that is set up, and give what they are."""
    amounts, above = _by_chance(observations, seed)
    provinces, places = _places(above)
    made = Made(amounts, above, places, provinces, _lines(amounts.shape[0]), _periods(amounts.shape[2]))
    _enter(made)
    return made


def again(observations: int, seed: int = 2020) -> Made:
    """What `make` made in this database before."""
    from giaoban_web.ledger.models import Line, ReportingPeriod
    from giaoban_web.places.models import Place

    amounts, above = _by_chance(observations, seed)
    tops, below = (list(Place.objects.filter(kind=kind).order_by("pk").values_list("pk", flat=True)) for kind in ("tỉnh", "xã"))
    lines, periods = (list(model.objects.order_by("pk").values_list("pk", flat=True)) for model in (Line, ReportingPeriod))
    return Made(amounts, above, below, tops, lines, periods)


def _by_chance(observations: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Amounts by line, commune and month; and the number of the province of each commune."""
    indicators, communes, months = sizes(observations)
    chance = np.random.default_rng(seed)
    level = chance.lognormal(8, 1.5, (indicators, communes, 1))
    amounts = (level * chance.normal(1, 0.05, (indicators, communes, months))).clip(1).astype(np.int64)
    return amounts, np.sort(np.arange(communes) % PROVINCES)


def _places(above: np.ndarray) -> tuple[list[int], list[int]]:
    from giaoban_web.places.models import Place

    since = date(2004, 1, 1)
    tops = [
        Place(code=f"{each:02}", kind="tỉnh", name=f"Tỉnh thử {each}", path=f"{each:02}/", valid_from=since) for each in range(PROVINCES)
    ]
    Place.objects.bulk_create(tops)
    below = [
        Place(code=f"{number:05}", kind="xã", name=f"Xã thử {number}", parent=tops[top], path=f"{top:02}/{number:05}/", valid_from=since)
        for number, top in enumerate(above.tolist())
    ]
    Place.objects.bulk_create(below, 500)
    return [each.pk for each in tops], [each.pk for each in below]


def _lines(count: int) -> list[int]:
    """Lines of indicators that add up over places and are tied to no other, so that numbers made by chance contradict nothing."""
    from giaoban.reference.indicators import Aggregation
    from giaoban_web.ledger.catalogue import catalogue
    from giaoban_web.ledger.models import Indicator, Line

    alone = [key for key, known in catalogue().items() if known.aggregation is Aggregation.SUM and not (known.parts or known.at_most)]
    rows = Indicator.objects.in_bulk(alone, field_name="key")
    return [Line.objects.create(indicator=rows[key]).pk for key in alone[:count]]


def _periods(count: int) -> list[int]:
    from giaoban.model import Period
    from giaoban_web.ledger.catalogue import reporting_period

    return [reporting_period(Period.parse(f"{FIRST + month // 12}-{month % 12 + 1:02}")).pk for month in range(count)]


def _enter(made: Made) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        source, units = _source(made.places[0]), _units(made.lines)
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY ledger_entry ({', '.join(FIELDS)}) FROM STDIN") as copy:
                for row in _rows(made, source, units):
                    copy.write_row(row)
            return
        cursor.execute("PRAGMA cache_size = -400000")
        cursor.cursor.connection.executemany(
            f"INSERT INTO ledger_entry ({', '.join(FIELDS)}) VALUES ({', '.join('?' * len(FIELDS))})",  # noqa: S608
            _rows(made, source, units),
        )


def _rows(made: Made, source: int, units: list[int]) -> Iterator[tuple[Any, ...]]:
    """Rows in the order in which SQLite keeps them."""
    for number, place in enumerate(made.places):
        for line, unit, amounts in zip(made.lines, units, made.amounts[:, number].tolist(), strict=True):
            for period, amount in zip(made.periods, amounts, strict=True):
                yield place, line, period, 0, amount, 0, unit, 0, 0, 0, source, 0


def _source(place: int) -> int:
    from giaoban_web.accounts.models import User
    from giaoban_web.ledger.models import Source

    person = User.objects.create_user("maker", password=None, name="Người lập")
    return Source.objects.create(kind="form", name="Số thử", place_id=place, reported_on=date(2025, 1, 1), by=person).pk


def _units(lines: list[int]) -> list[int]:
    from giaoban_web.ledger.catalogue import catalogue, unit
    from giaoban_web.ledger.models import Line

    known, rows = catalogue(), Line.objects.select_related("indicator").in_bulk(lines)
    return [unit(known[rows[line].indicator.key].units[0]).pk for line in lines]
