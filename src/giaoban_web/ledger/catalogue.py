"""The indicators that this installation knows: those of the project, and those that a steward added."""

from typing import Any

from giaoban.ledger import Cell
from giaoban.model import Period
from giaoban.reference import indicators
from giaoban.reference.folding import fold
from giaoban.reference.indicators import Catalogue
from giaoban_web.ledger.models import Indicator, Line, ReportingPeriod, Unit, Wording
from giaoban_web.places.models import Place
from giaoban_web.ui.remembering import remember

LONGEST = 220


def bring_in(**_signal: Any) -> None:
    """Have a row for every indicator that comes with Giaoban, named as this version names it. Safe to repeat."""
    there = {row.key: row for row in Indicator.objects.filter(shipped=True)}
    rows = [_row(known, there.get(known.id)) for known in indicators.catalogue().values()]
    Indicator.objects.bulk_create([row for row in rows if row.pk is None])
    Indicator.objects.bulk_update([row for row in rows if row.pk], ["name", "group", "unit", "folded"])


def catalogue() -> Catalogue:
    """Every indicator of this installation by key, those retired left out; the same one again while a page is shown."""
    catalogue: Catalogue = remember("catalogue", _catalogue)
    return catalogue


def _catalogue() -> Catalogue:
    shipped = indicators.catalogue()
    rows = Indicator.objects.filter(retired_at=None).values_list("key", "definition", "shipped")
    kept = [(key, definition, own) for key, definition, own in rows if key in shipped or not own]
    return {key: shipped[key] if own else indicators.indicator(key, definition) for key, definition, own in kept}


def one(key: str) -> Catalogue:
    """The catalogue of that indicator alone, retired or not; empty where there is none."""
    if known := indicators.catalogue().get(key):
        return {key: known}
    row = Indicator.objects.filter(key=key, shipped=False).first()
    return {key: indicators.indicator(key, row.definition)} if row else {}


def learned() -> dict[str, str]:
    """Wordings that people chose an indicator for, each with its key."""
    return dict(Wording.objects.filter(indicator__retired_at=None).values_list("text", "indicator__key"))


def line(cell: Cell) -> Line:
    """The line of a cell, made where it is new."""
    found, _made = Line.objects.get_or_create(
        indicator=Indicator.objects.get(key=cell.indicator), measure=cell.measure.value, base=cell.base, breakdown=cell.breakdown
    )
    return found


def reporting_period(period: Period) -> ReportingPeriod:
    """The row of a period, made where it is new."""
    found, _made = ReportingPeriod.objects.get_or_create(text=period.text, defaults={"start_on": period.start_on, "end_on": period.end_on})
    return found


def unit(name: str) -> Unit:
    """The row of a unit as written, made where it is new."""
    found, _made = Unit.objects.get_or_create(name=name[:60])
    return found


def place_key(place: Place) -> str:
    """How the core names a place: its code and the day from which it is so."""
    return f"{place.code}@{place.valid_from.isoformat()}"


def _row(known: indicators.Indicator, row: Indicator | None) -> Indicator:
    row = row or Indicator(key=known.id, shipped=True)
    row.name, row.group, row.unit, row.folded = known.name, known.group, known.unit, fold(known.name)[:LONGEST]
    return row
