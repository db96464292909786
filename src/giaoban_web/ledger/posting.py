"""From a confirmed figure of a record to its cells in the ledger; what cannot go there says why and waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from giaoban.documents.quotes import Quote, quote
from giaoban.ledger import ByPerson, Cell, Status
from giaoban.ledger.conversion import unit_for
from giaoban.ledger.matching import Match, Matcher
from giaoban.ledger.observed import NO_DAY, entries
from giaoban.ledger.others import meant
from giaoban.model import Bound, Comparison, Measure, Observation, Quantity, Refused, Role
from giaoban_web.ledger import catalogue, proof
from giaoban_web.ledger.entering import enter, withdraw
from giaoban_web.ledger.models import Indicator, Posting, PostingState, Source, SourceKind
from giaoban_web.ledger.rows import decimal
from giaoban_web.places.models import Place
from giaoban_web.places.queries import match as place_named
from giaoban_web.records.digits import as_said
from giaoban_web.records.matching import spoken_of_on
from giaoban_web.records.models import STANDING, Decision, Find, Kind, Record
from giaoban_web.records.signals import decided

OF_OTHERS = "figure-of-others"
MENDABLE = frozenset({"indicator-unsure", OF_OTHERS, "unit-not-of-indicator", "figure-without-period"})
"""Why a figure waits for somebody: she picks its indicator, or corrects its unit or period."""


@dataclass(frozen=True, slots=True)
class Part:
    """One cell that a figure fills: itself, or one of its comparisons."""

    cell: Cell
    quantity: Quantity
    role: Role
    status: Status


def connect() -> None:
    """Listen from now on; called once, when the app is ready."""
    decided.connect(_decided, dispatch_uid="ledger-posting")


def ranked(fields: dict[str, Any], matcher: Matcher | None = None) -> Sequence[Match]:
    """The indicators that a figure's name may mean, the likeliest first; who asks of many figures brings the `matcher`."""
    return (matcher or matcher_now()).match(fields["indicator"], fields.get("unit") or "", Measure(fields["measure"]))


def matcher_now() -> Matcher:
    """Matches names by the indicators and learned wordings that there are at this moment."""
    return Matcher(catalogue.catalogue(), catalogue.learned())


def post(find: Find, decision: Decision, *, by: Any, chosen: Indicator | None = None) -> Posting:
    """Enter what a confirmed figure says; or say why it waits. What it entered before no longer counts. The caller writes the log.

    chosen  the indicator that a person picked for it
    """
    posting = Posting.objects.filter(find=find).first() or Posting()
    posting.find = find
    _take_back(posting, by)
    posting.decision, posting.place = decision, decision.place or find.record.place
    posting.entries, posting.why, posting.indicator = [], {}, chosen
    try:
        sentence = quote(find.record.text, decision.start, decision.end)
        key = chosen.key if chosen else _sure(decision.fields, sentence)
        _refuse_unplaced(decision.fields, find.record)
        _refuse_unit(key, decision.fields)
        filled = parts(key, said(posting), posting.place, str(sentence))
        posting.indicator = Indicator.objects.get(key=key)
        source = source_of(find.record, by)
        posting.entries = [_entered(part, posting.place, source, find) for part in filled]
        posting.state = PostingState.POSTED
    except Refused as refused:
        posting.state = PostingState.WAITING if refused.code in MENDABLE else PostingState.LEFT_OUT
        posting.why = {"code": refused.code, **{name: str(value) for name, value in refused.values.items()}}
    posting.save()
    return posting


def source_of(record: Record, by: Any) -> Source:
    """The source that stands for a record, made with its first figure."""
    reported_on = spoken_of_on(record) or timezone.localdate(record.put_in_at)
    found, _made = Source.objects.get_or_create(
        record=record,
        defaults={
            "kind": SourceKind.RECORD,
            "name": str(record)[:255],
            "place": record.place,
            "sha256": record.sha256,
            "reported_on": reported_on,
            "by": by,
        },
    )
    return found


def _decided(find: Find, decision: Decision, by: Any, **_signal: Any) -> tuple[str, dict[str, Any]]:
    posting = Posting.objects.filter(find=find).first()
    if decision.kind == Kind.OBSERVATION and decision.verdict in STANDING:
        kept = posting.indicator if posting and posting.decision.fields.get("indicator") == decision.fields.get("indicator") else None
        return "ledger", told(post(find, decision, by=by, chosen=kept))
    if posting is None:
        return "ledger", {}
    _take_back(posting, by)
    posting.decision, posting.entries, posting.state = decision, [], PostingState.LEFT_OUT
    posting.why = {"code": "figure-not-confirmed"}
    posting.save()
    return "ledger", told(posting)


def said(posting: Posting) -> dict[str, Any]:
    """What its figure says, the numbers with the digits that the record prints."""
    decision = posting.decision
    return as_said(decision.fields, posting.find.record.text, decision.start, decision.end)


def told(posting: Posting) -> dict[str, Any]:
    """What the log says of a posting."""
    return {"state": str(posting.state), **proof.told(posting.entries), "why": posting.why.get("code", "")}


def _take_back(posting: Posting, by: Any) -> None:
    withdraw(posting.entries, by=by, reason="figure-decided-anew")


def _sure(fields: dict[str, Any], sentence: Quote) -> str:
    """The indicator that the name means without doubt; Refused where it is not sure, or `sentence` tells what those counted received."""
    found = ranked(fields)
    if not found or not found[0].sure:
        raise Refused("indicator-unsure", name=fields["indicator"])
    key = meant(fields["indicator"], found, catalogue.catalogue(), sentence)
    if not key:
        raise Refused(OF_OTHERS, name=fields["indicator"])
    return key


def parts(key: str, fields: dict[str, Any], place: Place, words: str = "") -> list[Part]:
    """The cells of a figure and of its comparisons under the indicator `key`; their period is None where the figure says none.

    words  of the sentence that tells them
    """
    known = catalogue.catalogue().get(key)
    told = entries(_observation(fields), ByPerson(""), indicator=key, place=catalogue.place_key(place), on=NO_DAY, known=known, words=words)
    return [Part(each.cell, each.quantity, each.role, each.status) for each in told]


def _refuse_unit(key: str, fields: dict[str, Any]) -> None:
    """Refused where a level is told in a unit that its indicator has not: 52.000 con is no population."""
    known = catalogue.catalogue().get(key)
    unit = fields.get("unit") or ""
    if known and fields["measure"] == Measure.LEVEL and unit_for(unit, known) is None:
        raise Refused("unit-not-of-indicator", unit=unit or "–", indicator=known.name, units=", ".join(known.units))


def _refuse_unplaced(fields: dict[str, Any], record: Record) -> None:
    """Refused where a figure says no period, or speaks of what is no place of the register."""
    if not fields.get("period"):
        raise Refused("figure-without-period", name=fields["indicator"])
    written = fields.get("place")
    if written and place_named(written, record.place, spoken_of_on(record)) is None:
        raise Refused("figure-of-no-place", place=written)


def _observation(fields: dict[str, Any]) -> Observation:
    compared = (
        Comparison(
            Measure(each["kind"]), decimal(each["value"]), each.get("unit") or "", Bound(each.get("bound") or Bound.EXACT), each.get("base")
        )
        for each in fields.get("comparisons") or ()
    )
    measure, role = Measure(fields["measure"]), Role(fields["role"])
    return Observation(fields["indicator"], _quantity(fields), measure, role, fields.get("period"), fields.get("place"), tuple(compared))


def _quantity(fields: dict[str, Any]) -> Quantity:
    upper = fields.get("value_to")
    return Quantity(
        decimal(fields["value"]),
        fields.get("unit") or "",
        Bound(fields.get("bound") or Bound.EXACT),
        None if upper is None else decimal(upper),
    )


def _entered(part: Part, place: Place, source: Source, find: Find) -> list[int]:
    key = enter(cell=part.cell, place=place, quantity=part.quantity, role=part.role, status=part.status, source=source, spot=find.pk)
    return list(key)
