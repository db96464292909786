"""What a steward does with a file: bring it, say what its columns mean, have it looked at, have it entered."""

import hashlib
import threading
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from string import digits
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from giaoban.exchange import formats
from giaoban.exchange.figures import Row
from giaoban.exchange.secrecy import refuse_if_secret
from giaoban.exchange.sheets.figures import rows as sheet_rows
from giaoban.exchange.sheets.grid import Grid, address, grids
from giaoban.exchange.sheets.layout import INDICATORS, NAMED, PLACES, SKIPPED, Layout, as_json, from_json, left_out
from giaoban.model import Refused
from giaoban_web.accounts.queries import may, where
from giaoban_web.history import actions as history
from giaoban_web.ledger.importing import Arriving, Outcome, Problem, bring_in, dry_run
from giaoban_web.ledger.importing_kept import kept as kept_why
from giaoban_web.ledger.importing_layouts import forget, guessed, kept, layout_of, remember
from giaoban_web.ledger.importing_models import Upload, UploadState
from giaoban_web.ledger.importing_naming import Naming
from giaoban_web.ledger.models import SourceKind
from giaoban_web.places.models import Place

AT_ONCE = 300_000
"""Files up to so many bytes are looked at while the browser waits; larger ones in a thread."""
STALE = timedelta(minutes=10)
LOST = {"code": "import-lost", "values": {}}


def uploads(user: Any) -> QuerySet[Upload]:
    """Files brought for places where `user` may import."""
    return Upload.objects.filter(where(user, "ledger.import")).defer("data").select_related("place", "by")


def arrive(*, data: bytes, name: str, place: Place, reported_on: date, by: Any) -> Upload:
    """Take a file in and, where its form needs no laying out, look at it. Refused before anything is kept: a secret, no figures."""
    _refuse_unless(by, place)
    form = formats.told_by(data, name)
    refuse_if_secret(data, form)
    chosen, layout = ("", {}) if form else _guessed(data, place)
    with transaction.atomic():
        upload = Upload.objects.create(
            place=place,
            by=by,
            name=name[:255],
            data=data,
            sha256=hashlib.sha256(data).hexdigest(),
            form=form or "",
            sheet=chosen,
            layout=layout,
            reported_on=reported_on,
            state=UploadState.WORKING if form else UploadState.LAYING_OUT,
        )
        history.record(upload, "file brought", by=by, name=upload.name, sha256=upload.sha256)
        if form:
            _work(upload, by, enter=False)
    return upload


def lay_out(*, upload: Upload, sheet: str, layout: Layout, by: Any) -> None:
    """Keep what the columns of this file mean, and look at its figures."""
    _refuse_unless(by, upload.place)
    grid = grid_of(upload, sheet)
    with transaction.atomic():
        fresh = _idle(upload)
        fresh.sheet, fresh.layout, fresh.state, fresh.refusal = grid.name, as_json(layout), UploadState.WORKING, None
        fresh.seen_at = timezone.now()
        fresh.save()
        history.record(fresh, "columns laid out", by=by, sheet=fresh.sheet, layout=fresh.layout)
        _work(fresh, by, enter=False)


def guess_anew(*, upload: Upload, by: Any) -> None:
    """Forget what was remembered of sheets with the headings of this one, and guess them anew."""
    _refuse_unless(by, upload.place)
    grid = grid_of(upload)
    with transaction.atomic():
        fresh = _idle(upload)
        if before := kept(grid, upload.place):
            forget(before, by=by)
        fresh.layout, fresh.state, fresh.refusal, fresh.outcome = as_json(guessed(grid)), UploadState.LAYING_OUT, None, {}
        fresh.save()
        history.record(fresh, "columns guessed anew", by=by, sheet=grid.name)


def enter(*, upload: Upload, without_refused: bool, by: Any, confirmed: bool = False, leave: Collection[str] = ()) -> None:
    """Enter the figures of a file that was looked at: all of them, or none. Refused while what is doubtful is not `confirmed`.

    leave  addresses of doubtful cells that are left out
    """
    _refuse_unless(by, upload.place)
    with transaction.atomic():
        fresh = _idle(upload)
        if fresh.state != UploadState.LOOKED_AT:
            raise Refused("import-not-looked-at")
        if fresh.outcome.get("doubtful") and not confirmed:
            raise Refused("import-doubts-not-confirmed", count=fresh.outcome["doubtful"])
        fresh.state, fresh.seen_at, fresh.rows_read = UploadState.WORKING, timezone.now(), 0
        fresh.save()
        _work(fresh, by, enter=True, without_refused=without_refused, confirmed=confirmed, leave=frozenset(leave))


def grid_of(upload: Upload, sheet: str = "") -> Grid:
    """The sheet of that name, else the one that was chosen, else the first."""
    found = grids(bytes(upload.data))
    return next((each for wanted in (sheet, upload.sheet) for each in found if each.name == wanted), found[0])


def lost(upload: Upload) -> bool:
    """Whether the server stopped while it looked at this file."""
    return upload.state == UploadState.WORKING and timezone.now() - upload.seen_at > STALE


def _guessed(data: bytes, place: Place) -> tuple[str, dict[str, Any]]:
    """The first sheet with figures, and what it means. Refused where none has."""
    refused = Refused("sheet-empty")
    for grid in grids(data):
        try:
            return grid.name, as_json(layout_of(grid, place))
        except Refused as why:
            refused = why
    raise refused


def _idle(upload: Upload) -> Upload:
    """The upload, locked. Refused while it is being looked at, and once it is in the ledger."""
    fresh = Upload.objects.select_for_update().get(pk=upload.pk)
    if fresh.state == UploadState.WORKING and not lost(fresh):
        raise Refused("import-under-way")
    if fresh.state in (UploadState.ENTERED, UploadState.TAKEN_BACK):
        raise Refused("import-done")
    return fresh


def _refuse_unless(by: Any, place: Place) -> None:
    if not may(by, "ledger.import", place):
        raise Refused("not-allowed-here", place=str(place))


def _work(upload: Upload, by: Any, **options: Any) -> None:
    """Look at the file: a small one at once, in the transaction of what asked for it, a large one in a thread when that is done."""
    if len(upload.data) <= AT_ONCE:
        _keep(upload, _looked_at(upload, by, **options))
    else:
        thread = threading.Thread(target=_in_thread, args=(upload, by), kwargs=options, daemon=True)
        transaction.on_commit(thread.start)


def _in_thread(upload: Upload, by: Any, **options: Any) -> None:
    found: dict[str, Any] = {"state": UploadState.REFUSED, "refusal": {"code": "import-failed", "values": {}}}
    try:
        found = _looked_at(upload, by, **options)
    finally:
        _keep(upload, found)
        connection.close()


def _keep(upload: Upload, found: dict[str, Any]) -> None:
    Upload.objects.filter(pk=upload.pk).update(**found)


def _looked_at(
    upload: Upload, by: Any, *, enter: bool, without_refused: bool = False, confirmed: bool = False, leave: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """What came of looking at every row, and of entering them where that is wanted, as fields of the upload."""
    arriving = Arriving(upload.name, upload.place, upload.sha256, upload.reported_on, by, SourceKind.SHEET)
    try:
        if enter:
            wanted = {"without_refused": without_refused, "confirmed": confirmed}
            outcome = bring_in(_rows(upload), arriving, _counting(upload), leave=leave, **wanted)
        else:
            outcome = dry_run(_rows(upload), arriving, _counting(upload))
    except Refused as refused:
        values = {name: str(value) for name, value in refused.values.items()}
        return {"state": UploadState.REFUSED, "refusal": {"code": refused.code, "values": values}}
    entered = enter and (without_refused or not outcome.refused) and (confirmed or not outcome.doubtful)
    state = UploadState.ENTERED if entered else UploadState.LOOKED_AT
    if entered and not upload.form:
        remember(grid_of(upload), from_json(upload.layout), upload.place, name=upload.name, by=by)
    return {"state": state, "refusal": None, "outcome": _told(outcome, upload), "source": outcome.source}


def rows_in(data: bytes, form: str | None, arriving: Arriving) -> Iterator[Row]:
    """The rows of a file that nobody looks at on a page. Refused for a secret, and for a sheet that was never laid out for the place."""
    known = form or formats.told_by(data, arriving.name)
    refuse_if_secret(data, known)
    if known:
        return formats.rows(data, known)
    for grid in grids(data):
        if kept(grid, arriving.place):
            layout = layout_of(grid, arriving.place)
            layout = replace(layout, place=layout.place or arriving.place.code)
            return _rows_of(grid, layout, arriving.place, arriving.reported_on)
    raise Refused("import-not-laid-out")


def _rows(upload: Upload) -> Iterator[Row]:
    if upload.form:
        return formats.rows(bytes(upload.data), upload.form)
    layout = from_json(upload.layout)
    layout = replace(layout, place=layout.place or upload.place.code)
    return _rows_of(grid_of(upload), layout, upload.place, upload.reported_on)


def _rows_of(grid: Grid, layout: Layout, within: Place, on: date) -> Iterator[Row]:
    named = any(each.what == NAMED for each in layout.columns.values())
    return sheet_rows(grid, layout, Naming(layout.rows, within, on), Naming(INDICATORS if named else PLACES, within, on))


def _counting(upload: Upload) -> Any:
    def count(rows: int) -> None:
        Upload.objects.filter(pk=upload.pk).update(rows_read=rows, seen_at=timezone.now())

    return count


def _told(outcome: Outcome, upload: Upload) -> dict[str, Any]:
    """The outcome as plain JSON values, with what of a sheet was passed over."""
    counted = {
        "rows": outcome.rows,
        "added": outcome.added + outcome.withheld,
        "same": outcome.same,
        "refused": outcome.refused,
        "left": list(outcome.left),
        "problems": list(map(_problem, outcome.problems)),
        "doubtful": outcome.doubtful,
        "doubts": list(map(_problem, outcome.doubts)),
        "shown": [{"address": each.address, "title": each.place, **each.fields} for each in outcome.shown],
    }
    if upload.form:
        return counted
    grid, layout = grid_of(upload), from_json(upload.layout)
    spare = [address(0, number)[:-1] for number in left_out(grid, layout)]
    used = {address(0, number)[:-1] for number, each in layout.columns.items() if each.what != SKIPPED}
    unworked = [each for each in grid.unworked if each.rstrip(digits) in used]
    return counted | {"hidden": list(grid.hidden), "unworked": unworked, "left_out": spare}


def _problem(each: Problem) -> dict[str, Any]:
    """A refused or doubtful row as plain JSON values; `importing_kept.again` gives its reason back."""
    return {"address": each.address, **kept_why(each.why)}
