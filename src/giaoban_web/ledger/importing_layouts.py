"""What the headings of a kind of sheet mean in a place: guessed, remembered once such a sheet was entered, forgotten when asked."""

from typing import Any

from giaoban.exchange.sheets.grid import Grid
from giaoban.exchange.sheets.layout import Layout, as_json, fingerprint, from_json, guess, headed, remembered
from giaoban.ledger.matching import Matcher
from giaoban_web.history import actions as history
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.importing_models import SheetLayout
from giaoban_web.places.models import Place

MOVED = "moved"
"""By how many rows a person moved the first and the last row of the headings from where they were guessed."""


def layout_of(grid: Grid, place: Place) -> Layout:
    """What was said of a sheet with these headings here, else what they probably mean."""
    fresh = guessed(grid)
    before = _kept(grid, fresh, place)
    if before is None:
        return fresh
    told = dict(before.layout)
    above, below = told.pop(MOVED, (0, 0))
    first, last = fresh.header
    return remembered(from_json(told), headed(grid, fresh, (first + above, last + below)) if above or below else fresh)


def guessed(grid: Grid) -> Layout:
    """What the headings probably mean, whatever was said of such a sheet before. Refused where the sheet has no figures."""
    matcher = Matcher(catalogue.catalogue(), catalogue.learned())
    return guess(grid, lambda name, unit: _sure(matcher, name, unit))


def kept(grid: Grid, place: Place) -> SheetLayout | None:
    """What is remembered of sheets with these headings in that place."""
    return _kept(grid, _as_guessed(grid), place)


def remember(grid: Grid, layout: Layout, place: Place, *, name: str, by: Any) -> None:
    """Keep what the columns of the file `name` meant for the next one with the same headings, and by how many rows these were moved."""
    first, last = _as_guessed(grid).header
    told = as_json(layout) | {MOVED: [layout.header[0] - first, layout.header[1] - last]}
    row, _made = SheetLayout.objects.update_or_create(
        place=place, fingerprint=fingerprint(grid, (first, last)), defaults={"layout": told, "by": by}
    )
    history.record(row, "layout kept", by=by, name=name, layout=told)


def forget(row: SheetLayout, *, by: Any) -> None:
    """Guess sheets with these headings anew from now on; the log keeps what was remembered."""
    history.record(row, "layout forgotten", by=by, layout=row.layout)
    row.delete()


def _as_guessed(grid: Grid) -> Layout:
    """The guess without indicators, which no heading rows depend on."""
    return guess(grid, lambda _name, _unit: "")


def _kept(grid: Grid, fresh: Layout, place: Place) -> SheetLayout | None:
    return SheetLayout.objects.filter(place=place, fingerprint=fingerprint(grid, fresh.header)).select_related("by").first()


def _sure(matcher: Matcher, name: str, unit: str) -> str:
    found = matcher.match(name, unit)
    return found[0].indicator if found and found[0].sure else ""
