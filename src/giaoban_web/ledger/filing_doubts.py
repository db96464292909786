"""What the checks find doubtful of figures that are being typed: told at once, never in the way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.utils import timezone

from giaoban.ledger import ByPerson, Severity, Status, check
from giaoban.ledger import Entry as CoreEntry
from giaoban.ledger.facts import Facts
from giaoban.model import Refused, Role
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.filing_entries import cell_named, filled, quantity
from giaoban_web.ledger.filing_parts import read_key, row_key
from giaoban_web.ledger.models import Filing, FilingCell, SourceKind
from giaoban_web.ledger.surroundings import around, counts, family


def doubts(filing: Filing, keys: Iterable[str] | None = None) -> dict[str, list[Refused]]:
    """Doubts by row (`row_key`), of those named or of all that were typed."""
    asked = None if keys is None else set(keys)
    known = catalogue.catalogue()
    every = filled(filing.cells.select_related("indicator", "by"))
    wanted = {_key(each) for each in every} if asked is None else asked
    related = family({read_key(each)[0] for each in wanted} & set(known), known)
    typed = [(_key(each), _entry(each, filing)) for each in every if each.indicator.key in related]
    if not typed:
        return {}
    own = Q(source__kind=SourceKind.FORM, place=filing.place, period=filing.period)
    entries = [*around([filing.place], related, without=own), *(entry for _key, entry in typed)]
    facts = Facts(entries, known, counts=counts([filing.place], filing.period.end_on, [known[key] for key in related]))
    found: dict[str, list[Refused]] = defaultdict(list)
    for key, said in _of_checks(facts, {id(entry): key for key, entry in typed}):
        if key in wanted and str(said.args) not in {str(each.args) for each in found[key]}:
            found[key].append(said)
    return dict(found)


def _of_checks(facts: Facts, owner: dict[int, str]) -> Iterator[tuple[str, Refused]]:
    for found in check(facts):
        if found.severity is not Severity.IMPLICATION:
            for key in {owner[id(entry)] for entry in found.inputs if id(entry) in owner}:
                yield key, Refused(found.code, **found.values)


def _key(cell: FilingCell) -> str:
    return row_key(cell.indicator.key, cell.breakdown)


def _entry(cell: FilingCell, filing: Filing) -> CoreEntry:
    return CoreEntry(
        cell_named(cell, filing),
        quantity(cell),
        ByPerson(str(cell.by)),
        timezone.localdate(),
        role=Role(cell.role),
        status=Status(cell.status),
        number=cell.pk,
    )
