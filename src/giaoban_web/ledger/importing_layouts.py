"""What the headings of a kind of sheet mean in a place: guessed, remembered once such a sheet was entered, forgotten when asked."""

from typing import Any

from giaoban.exchange.sheets.grid import Grid
from giaoban.exchange.sheets.layout import Layout, as_json, fingerprint, from_json, guess, remembered
from giaoban.ledger.matching import Matcher
from giaoban_web.history import actions as history
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.importing_models import SheetLayout
from giaoban_web.places.models import Place


def layout_of(grid: Grid, place: Place) -> Layout:
    """What was said of a sheet with these headings here, else what they probably mean."""
    fresh = guessed(grid)
    before = _kept(grid, fresh, place)
    return remembered(from_json(before.layout), fresh) if before else fresh


def guessed(grid: Grid) -> Layout:
    """What the headings probably mean, whatever was said of such a sheet before. Refused where the sheet has no figures."""
    matcher = Matcher(catalogue.catalogue(), catalogue.learned())
    return guess(grid, lambda name, unit: _sure(matcher, name, unit))


def kept(grid: Grid, place: Place) -> SheetLayout | None:
    """What is remembered of sheets with these headings in that place."""
    return _kept(grid, guess(grid, lambda _name, _unit: ""), place)


def remember(grid: Grid, layout: Layout, place: Place, *, name: str, by: Any) -> None:
    """Keep what the columns of the file `name` meant for the next one with the same headings."""
    told = as_json(layout)
    row, _made = SheetLayout.objects.update_or_create(
        place=place, fingerprint=fingerprint(grid, layout.header), defaults={"layout": told, "by": by}
    )
    history.record(row, "layout kept", by=by, name=name, layout=told)


def forget(row: SheetLayout, *, by: Any) -> None:
    """Guess sheets with these headings anew from now on; the log keeps what was remembered."""
    history.record(row, "layout forgotten", by=by, layout=row.layout)
    row.delete()


def _kept(grid: Grid, fresh: Layout, place: Place) -> SheetLayout | None:
    return SheetLayout.objects.filter(place=place, fingerprint=fingerprint(grid, fresh.header)).select_related("by").first()


def _sure(matcher: Matcher, name: str, unit: str) -> str:
    found = matcher.match(name, unit)
    return found[0].indicator if found and found[0].sure else ""
