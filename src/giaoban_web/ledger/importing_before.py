"""Rows of a file that tell what the ledger was told before and has otherwise since: an old file, or a figure that came back."""

from collections.abc import Iterable

from django.db.models import Q

from giaoban.model import Refused
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import standing_in
from giaoban_web.ledger.rows import period_named, quantity, with_related

Key = tuple[int, ...]


def why_doubted(keys: Iterable[Key]) -> dict[Key, Refused]:
    """Why each of these entries is not to be told again without a question, by its key (place, line, period, number)."""
    wanted = list(keys)
    if not wanted:
        return {}
    cells = Q()
    for place, line, period in {key[:3] for key in wanted}:
        cells |= Q(place=place, line=line, period=period)
    entries = {each.pk: each for each in with_related(Entry.objects.filter(cells))}
    stand = {(*each.entry.pk[:3], each.entry.role): each.entry for each in standing_in(Entry.objects.filter(cells))}
    return {key: _why(entries[key], stand.get((*key[:3], entries[key].role))) for key in wanted}


def _why(before: Entry, now: Entry | None) -> Refused:
    told = {
        "indicator": before.line.indicator.name,
        "place": before.place.title,
        "period": period_named(before.period.text),
        "value": quantity(before),
    }
    if now is None:
        return Refused("import-taken-back-before", **told)
    return Refused("import-told-before", **told, now=quantity(now), on=now.source.reported_on)
