"""What a steward does with the catalogue: add an indicator, change what a steward added, retire, teach and unteach wordings.

The catalogue is one for the installation: whoever keeps a ledger anywhere keeps it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from giaoban.ledger.conversion import unit_for
from giaoban.model import Measure, Refused
from giaoban.reference import indicators
from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import may
from giaoban_web.errors import Conflict
from giaoban_web.history import actions as history
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Entry, Indicator, Unit, Wording

OWN = "own-"
"""Before the keys of what a steward adds, so that none is ever that of a later version of Giaoban."""
LONGEST_KEY = 50


@transaction.atomic
def add_indicator(*, definition: Mapping[str, Any], by: Any) -> Indicator:
    """A new indicator, with everything the core knows of one. Refused where its name is taken."""
    _refuse_unless_keeper(by)
    _refuse_taken(str(definition["name"]))
    row = Indicator(key=_key(str(definition["name"])))
    _define(row, definition)
    history.record(row, "indicator added", by=by, key=row.key, **row.definition)
    return row


@transaction.atomic
def change_indicator(*, row: Indicator, definition: Mapping[str, Any], seen: str, by: Any) -> Indicator:
    """Another definition of what a steward added; the old one stays in the log.

    seen  `mark` of the definition as the person saw it; `Conflict` where somebody changed it in between

    Refused for what came with Giaoban, for a name that is taken, and for units that entries of the ledger are in and would no longer fit.
    """
    _refuse_unless_keeper(by)
    fresh = Indicator.objects.select_for_update().get(pk=row.pk)
    if fresh.shipped:
        raise Refused("indicator-shipped", name=fresh.name)
    if mark(fresh) != seen:
        raise Conflict("indicator-changed-meanwhile", name=fresh.name)
    _refuse_taken(str(definition["name"]), but_for=fresh)
    _refuse_misfit(fresh, definition)
    before = {name: value for name, value in fresh.definition.items() if definition.get(name) != value}
    _define(fresh, definition)
    changed = {name: value for name, value in fresh.definition.items() if name in before or name not in row.definition}
    history.record(fresh, "indicator changed", by=by, key=fresh.key, before=before, after=changed)
    return fresh


@transaction.atomic
def retire(*, row: Indicator, retired: bool, reason: str, by: Any) -> None:
    """No longer offer an indicator, or offer it again; its figures stay in the ledger. Refused without a reason."""
    _refuse_unless_keeper(by)
    if not reason.strip():
        raise Refused("reason-missing")
    fresh = Indicator.objects.select_for_update().get(pk=row.pk)
    if (fresh.retired_at is not None) == retired:
        raise Refused("indicator-so-already", name=fresh.name)
    fresh.retired_at = timezone.now() if retired else None
    fresh.save(update_fields=["retired_at"])
    history.record(fresh, "indicator retired" if retired else "indicator offered again", by=by, key=fresh.key, reason=reason.strip())


@transaction.atomic
def add_wording(*, row: Indicator, text: str, by: Any) -> Wording:
    """Another way in which an indicator is written. Refused where the words name an indicator already."""
    _refuse_unless_keeper(by)
    folded = fold(" ".join(text.split()))[:300]
    for known in catalogue.catalogue().values():
        if folded in {fold(name) for name in known.names}:
            raise Refused("wording-taken", text=text, name=known.name)
    if taken := Wording.objects.filter(folded=folded).select_related("indicator").first():
        raise Refused("wording-taken", text=text, name=taken.indicator.name)
    wording = Wording.objects.create(indicator=row, text=" ".join(text.split())[:300], folded=folded, by=by)
    history.record(wording, "wording added", by=by, text=wording.text, indicator=row.key)
    return wording


@transaction.atomic
def remove_wording(*, wording: Wording, by: Any) -> None:
    """Forget a wording: figures written so wait for their indicator again; what was entered stays."""
    _refuse_unless_keeper(by)
    history.record(wording, "wording removed", by=by, text=wording.text, indicator=wording.indicator.key)
    wording.delete()


def mark(row: Indicator) -> str:
    """Names the definition of an indicator as it is."""
    return hashlib.sha256(json.dumps(row.definition, sort_keys=True).encode()).hexdigest()[:16]


def _define(row: Indicator, definition: Mapping[str, Any]) -> None:
    known = indicators.indicator(row.key, definition)
    row.definition = dict(definition)
    row.name, row.group, row.unit = known.name, known.group, known.unit
    row.folded = fold(known.name)[: catalogue.LONGEST]
    row.save()


def _key(name: str) -> str:
    stem = OWN + re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:LONGEST_KEY]
    taken = set(Indicator.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for number in range(1, len(taken) + 2) if (key := stem if number == 1 else f"{stem}-{number}") not in taken)


def _refuse_taken(name: str, but_for: Indicator | None = None) -> None:
    others = Indicator.objects.filter(folded=fold(name)[: catalogue.LONGEST])
    if others.exclude(pk=but_for.pk if but_for else None).exists():
        raise Refused("indicator-name-taken", name=name)


def _refuse_misfit(row: Indicator, definition: Mapping[str, Any]) -> None:
    wanted = indicators.indicator(row.key, definition)
    used = Unit.objects.filter(pk__in=Entry.objects.filter(line__indicator=row, line__measure=Measure.LEVEL.value).values("unit"))
    for unit in used:
        if unit_for(unit.name, wanted) is None:
            raise Refused("indicator-unit-in-use", name=row.name, unit=unit.name)


def _refuse_unless_keeper(by: Any) -> None:
    if not may(by, "ledger.keep", None):
        raise Refused("not-allowed-here", place="—")
