"""Bringing figures in by the thousand: all of a file in one transaction, or nothing of it.

First every row is looked at and staged, which holds nobody up; then one short transaction enters what is new. A figure is not new when
what stands in its cell says the same, or the newest entry of its cell, role and status does, or an entry from the very same bytes: the same
file twice changes nothing, and neither does what was exported before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from giaoban.exchange.figures import Row
from giaoban.exchange.sheets.figures import GROUPED
from giaoban.model import Quantity, Refused
from giaoban_web.accounts.queries import may
from giaoban_web.history import actions as history
from giaoban_web.ledger import proof
from giaoban_web.ledger.importing_against import MOST_COMPARED, OfFile, against
from giaoban_web.ledger.importing_before import why_doubted
from giaoban_web.ledger.importing_rows import Resolver, Staged, spot
from giaoban_web.ledger.importing_slips import Slips
from giaoban_web.ledger.importing_staging import Staging, batches, ids
from giaoban_web.ledger.models import Source, SourceKind
from giaoban_web.ledger.rows import COLUMNS, address
from giaoban_web.places.models import Place

MOST_SHOWN = 50
"""Figures that are shown as they were understood."""
MOST_TOLD = 200
"""Refused rows of which the address is told; of all others only the number."""
LAST = 10**9
"""Where what is said of the whole file stands among what is said of its rows."""
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file of figures that is to be imported, and who reports it.

    place        the place that reports it: the source belongs there; figures may be of any place where `by` may import
    reported_on  the vintage of those of its figures that do not say their own
    sha256       of the bytes
    """

    name: str
    place: Place
    sha256: str
    reported_on: date
    by: Any
    kind: str = SourceKind.SHEET


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that cannot be entered, with its address in the file."""

    address: str
    why: Refused


@dataclass(frozen=True, slots=True)
class Understood:
    """A figure as it was understood, with its address in the file and the name that its row has there.

    fields  as `giaoban.exchange.figures.row` names them
    """

    address: str
    place: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of an import, or what it would be in a dry run.

    rows      that were looked at
    added     new entries
    withheld  rows that are new and were not entered, since others are refused or to be confirmed
    refused   rows that cannot be entered; `problems` tells the first two hundred
    source    None where nothing was added; of several days of report that of the latest
    doubtful  doubts that are to be confirmed: figures that cannot be, rows named otherwise than the place of their code; `doubts` tells the
              first two hundred
    shown     the first figures as they were understood
    left      addresses of rows that a person left out
    """

    rows: int = 0
    added: int = 0
    refused: int = 0
    problems: tuple[Problem, ...] = ()
    source: Source | None = None
    doubtful: int = 0
    doubts: tuple[Problem, ...] = ()
    shown: tuple[Understood, ...] = ()
    withheld: int = 0
    left: tuple[str, ...] = ()

    @property
    def same(self) -> int:
        """Rows that tell what the ledger says already."""
        return self.rows - self.refused - self.added - self.withheld - len(self.left)


@dataclass(slots=True)
class _Count:
    rows: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)
    doubtful: int = 0
    doubts: list[Problem] = field(default_factory=list)
    shown: list[Understood] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    lines: bool = False
    """Whether rows are named by their line alone."""

    def address(self, at: int) -> str:
        """The address of a row by its spot, as its file names it."""
        return str(at // COLUMNS) if self.lines else address(at)

    def refuse(self, where: str, why: Refused) -> None:
        self.refused += 1
        if len(self.problems) < MOST_TOLD:
            self.problems.append(Problem(where, why))

    def doubt(self, where: str, why: Refused) -> None:
        self.doubtful += 1
        if len(self.doubts) < MOST_TOLD:
            self.doubts.append(Problem(where, why))

    def outcome(self, added: int = 0, withheld: int = 0) -> Outcome:
        doubts = self.doubtful, tuple(sorted(self.doubts, key=lambda each: spot(each.address) // COLUMNS or LAST))
        return Outcome(self.rows, added, self.refused, tuple(self.problems), None, *doubts, tuple(self.shown), withheld, tuple(self.left))


def dry_run(rows: Iterable[Row], arriving: Arriving, progress: Progress | None = None) -> Outcome:
    """What importing the rows would do; nothing is written."""
    staging, resolver, count = _staged(rows, arriving, progress)
    added = _new(staging, resolver, arriving, count)
    staging.end()
    return count.outcome(added)


def bring_in(
    rows: Iterable[Row],
    arriving: Arriving,
    progress: Progress | None = None,
    *,
    without_refused: bool = False,
    confirmed: bool = True,
    leave: frozenset[str] = frozenset(),
) -> Outcome:
    """Enter the rows. With a refused one nothing is entered, unless `without_refused` leaves those out; the outcome tells them.

    progress   is told the number of rows looked at, now and then
    confirmed  whether what is doubtful was seen and is meant; without it nothing is entered where there is a doubt
    leave      addresses of rows that are left out
    """
    staging, resolver, count = _staged(rows, arriving, progress, leave)
    if (not count.refused or without_refused) and (not count.doubtful or confirmed):
        outcome = _entered(staging, resolver, arriving, count, confirmed=confirmed)
    else:
        new = _new(staging, resolver, arriving, count)
        outcome = count.outcome(withheld=new)
    staging.end()
    return outcome


def _staged(
    rows: Iterable[Row], arriving: Arriving, progress: Progress | None, leave: frozenset[str] = frozenset()
) -> tuple[Staging, Resolver, _Count]:
    if not may(arriving.by, "ledger.import", arriving.place):
        raise Refused("not-allowed-here", place=str(arriving.place))
    count = _Count()
    staging, resolver = Staging(connection), Resolver(arriving.by, count.doubt, arriving.place)
    for several in batches(_resolved(rows, resolver, count, leave)):
        staging.add(several)
        if progress:
            progress(count.rows)
    contradicting = staging.contradicting()
    for at in contradicting:
        count.refuse(count.address(at), Refused("figure-told-twice"))
    staging.let_go(contradicting)
    return staging, resolver, count


def _resolved(rows: Iterable[Row], resolver: Resolver, count: _Count, leave: frozenset[str]) -> Iterator[Staged]:
    slips = Slips()
    for where, fields in rows:
        count.rows += 1
        count.lines = where.isdigit()
        if where in leave:
            count.left.append(where)
            continue
        try:
            staged = resolver.staged(fields, where)
        except Refused as refused:
            count.refuse(where, refused)
            continue
        if slip := slips.slip(where, int(staged[0] or 0), fields):
            count.doubt(where, slip)
        if grouped := fields.get(GROUPED):
            count.doubt(where, _comma(grouped, Decimal(fields["value"]), fields.get("unit", "")))
        if len(count.shown) < MOST_SHOWN:
            count.shown.append(Understood(where, " ".join(resolver.titles[int(staged[0] or 0)]), dict(fields)))
        yield staged


def _comma(typed: str, value: Decimal, unit: str) -> Refused:
    """The doubt about a comma that may stand for thousands, with both readings."""
    plain, grouped = (
        Quantity(each.quantize(Decimal(1)) if each == each.to_integral_value() else each.normalize(), unit)
        for each in (value, value * 1000)
    )
    return Refused("import-comma-for-thousands", typed=typed, value=plain, other=grouped)


def _new(staging: Staging, resolver: Resolver, arriving: Arriving, count: _Count) -> int:
    """How many rows would be new entries, with what is doubtful about them; nothing is written."""
    staging.name(ids(resolver.names, make=False))
    new = staging.narrow(arriving.sha256)
    _doubt_by_ledger(staging, resolver, arriving, count)
    return new


def _doubt_by_ledger(staging: Staging, resolver: Resolver, arriving: Arriving, count: _Count) -> bool:
    """Doubt each row that brings back what its cell was told before, as an old file does, and what does not go with what stands."""
    before = count.doubtful
    found = staging.told_before()
    told = why_doubted(key for _spot, key in found[:MOST_TOLD])
    for at, key in found[:MOST_TOLD]:
        count.doubt(count.address(at), told[key])
    count.doubtful += max(0, len(found) - MOST_TOLD)
    left = staging.left(MOST_COMPARED + 1)
    if len(left) > MOST_COMPARED:
        count.doubt("", Refused("import-too-many-to-compare", count=MOST_COMPARED))
    of = OfFile(arriving.name, arriving.sha256, arriving.reported_on)
    for at, why in against(left[:MOST_COMPARED], resolver.names, of, {told for told, _key in found}):
        count.doubt(count.address(at), why)
    return count.doubtful > before


def _entered(staging: Staging, resolver: Resolver, arriving: Arriving, count: _Count, *, confirmed: bool) -> Outcome:
    """The one transaction. Where nothing is new, or there is a new doubt, it leaves no trace, not even of the source."""
    with transaction.atomic():
        mark = transaction.savepoint()
        staging.lock()
        staging.name(ids(resolver.names, make=True))
        new = staging.narrow(arriving.sha256)
        doubted = _doubt_by_ledger(staging, resolver, arriving, count)
        outcome = count.outcome()
        if not new or (doubted and not confirmed):
            transaction.savepoint_rollback(mark)
            return count.outcome(withheld=new)
        transaction.savepoint_commit(mark)
        sources = _sources(staging, resolver, arriving)
        staging.name({"report": [(number, source.pk) for number, source in sources.items()]})
        added = staging.enter()
        source = max(sources.values(), key=lambda each: each.reported_on)
        told = {
            "name": source.name,
            "rows": outcome.rows,
            "added": added,
            "left_out": outcome.refused + len(outcome.left),
            "sha256": source.sha256,
        }
        sealed = proof.of_sources(each.pk for each in sources.values())
        history.record(source, proof.IMPORTED, by=arriving.by, **told, seal=sealed)
    return replace(outcome, added=added, source=source)


def _sources(staging: Staging, resolver: Resolver, arriving: Arriving) -> dict[int, Source]:
    """A source for each day on which new figures were reported, by the numbers of the reports."""
    days = {number: day or arriving.reported_on for day, number in resolver.names.reports.items()}
    wanted = staging.reports()
    made = {day: _source(arriving, day) for day in sorted({days[number] for number in wanted})}
    return {number: made[days[number]] for number in wanted}


def _source(arriving: Arriving, day: date) -> Source:
    return Source.objects.create(
        kind=arriving.kind, name=arriving.name[:255], place=arriving.place, sha256=arriving.sha256, reported_on=day, by=arriving.by
    )
