"""What the ledger's checks say of the figures of a record before they are confirmed: what does not fit, and what follows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from giaoban.documents.quotes import quote
from giaoban.ledger import Discrepancy, InDocument, Severity, check
from giaoban.ledger import Entry as CoreEntry
from giaoban.ledger.conversion import unit_among, unit_for
from giaoban.ledger.facts import Facts
from giaoban.ledger.matching import Matcher
from giaoban.ledger.observed import unmatched
from giaoban.ledger.others import meant
from giaoban.model import Measure, Refused, Span
from giaoban.reference.dimensions import dimension
from giaoban.reference.indicators import Catalogue
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.posting import parts, ranked
from giaoban_web.ledger.sentences import sentences_in
from giaoban_web.ledger.surroundings import around, counts, family
from giaoban_web.places.models import Place
from giaoban_web.records.actions import Change
from giaoban_web.records.digits import as_said
from giaoban_web.records.matching import place_of, setting
from giaoban_web.records.models import Kind, Record
from giaoban_web.records.remarks import Remark
from giaoban_web.records.signals import doubted

TOLD = {"fraction", "growth"}
"""Checks whose implications a clerk is told: 85,7% is 18 of 21; 19.200 after 15,1% more is about 16.681."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """A figure of a record as it would be entered.

    named    id of the indicator whose name it carries, also where its unit makes that doubtful; empty where there is none
    entries  of the figure and its comparisons
    """

    find: int
    named: str
    place: Place
    entries: tuple[CoreEntry, ...]

    @property
    def indicator(self) -> str:
        return self.entries[0].cell.indicator


def connect() -> None:
    """Listen from now on; called once, when the app is ready."""
    doubted.connect(_remarks, dispatch_uid="ledger-doubts")


def _remarks(record: Record, changes: Mapping[int, Change], **_signal: Any) -> dict[int, list[Remark]]:
    known = catalogue.catalogue()
    figures = list(_supposed(record, changes, known))
    if not figures:
        return {}
    found = defaultdict(list)
    for each in figures:
        found[each.find] += [Remark(refused, doubtful=True) for refused in _unit_doubts(each, known)]
    for find, remark in _of_checks(figures, _facts(record, figures, known)):
        found[find].append(remark)
    return dict(found)


def _supposed(record: Record, changes: Mapping[int, Change], known: Catalogue) -> Iterator[Supposed]:
    """The figures of a record that are not rejected, as `changes` have them; those without a period only for what their text says."""
    told, matcher = setting(record), Matcher(known, catalogue.learned())
    on = told.on or timezone.localdate(record.put_in_at)
    places: dict[str | None, Place] = {}
    for find, change in changes.items():
        if change.kind != Kind.OBSERVATION:
            continue
        span = Span(change.start, change.end)
        fields = as_said(change.fields, record.text, span.start, span.end)
        written = fields.get("place")
        if written not in places:
            places[written] = place_of(record, change.kind, fields, told)
        found, sentence = ranked(fields, matcher), quote(record.text, span.start, span.end)
        key = meant(fields["indicator"], found, known, sentence) or unmatched(fields["indicator"])
        named = found[0].indicator if found and (found[0].sure or "name" in found[0].reasons) else ""
        source = InDocument(record.sha256, span)
        entries = (
            CoreEntry(each.cell, each.quantity, source, on, each.role, each.status, number=-find, wording=fields["indicator"])
            for each in parts(key, fields, places[written], str(sentence))
        )
        yield Supposed(find, named, places[written], tuple(entries))


def _unit_doubts(figure: Supposed, known: Catalogue) -> Iterator[Refused]:
    """A level in a unit that its indicator is not measured in, unless it counts what that is a share of (4.127 hộ sử dụng điện), or
    something else usually goes by the name in that unit: 2,4 tỷ đồng nợ xấu."""
    own, indicator = figure.entries[0], known.get(figure.named)
    if indicator is None or own.cell.measure is not Measure.LEVEL or unit_for(own.quantity.unit, indicator) is not None:
        return
    counted = dimension(own.quantity.unit)
    if unit_among(own.quantity.unit, indicator.units_other) is None and (counted is None or counted.what != indicator.share_of):
        yield Refused("unit-not-of-indicator", unit=own.quantity.unit or "—", indicator=indicator.name, units=", ".join(indicator.units))


def _facts(record: Record, figures: list[Supposed], known: Catalogue) -> Facts:
    """The figures of the record beside what the ledger has from other sources of the same and related indicators."""
    places = {each.place.pk: each.place for each in figures}.values()
    keys = family({each.indicator for each in figures} & set(known), known)
    entries = [entry for each in figures for entry in each.entries]
    on = max(entry.reported_on for entry in entries)
    return Facts(
        [*around(places, keys, without=Q(source__record=record)), *entries],
        known,
        counts=counts(places, on, [known[key] for key in keys]),
        sentences=sentences_in({record.sha256: record.text}, entries),
    )


def _of_checks(figures: list[Supposed], facts: Facts) -> Iterator[tuple[int, Remark]]:
    """Each thing found with the finds it is about; what merely follows goes with the figure it follows from."""
    owner = {id(entry): each.find for each in figures for entry in each.entries}
    told: set[tuple[int, str, str]] = set()
    for found in check(facts):
        doubtful = found.severity is not Severity.IMPLICATION
        if not doubtful and found.check not in TOLD:
            continue
        inputs = found.inputs if doubtful else found.inputs[:1]
        for find in dict.fromkeys(owner[id(entry)] for entry in inputs if id(entry) in owner):
            if (key := (find, found.code, str(found.values))) not in told:
                told.add(key)
                yield find, Remark(_said(found), doubtful)


def _said(found: Discrepancy) -> Refused:
    return Refused(found.code, **found.values)
