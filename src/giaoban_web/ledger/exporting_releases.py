"""Releasing figures to the public, and taking a release back."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from giaoban.exchange.figures import Figure
from giaoban.model import Refused
from giaoban_web.accounts.queries import may, where
from giaoban_web.history import actions as history
from giaoban_web.ledger.exporting import Selection, standing
from giaoban_web.ledger.exporting_models import Release
from giaoban_web.ledger.exporting_parts import packed
from giaoban_web.ledger.models import Indicator
from giaoban_web.ledger.queries import visible_to
from giaoban_web.places.models import Place

MOST = 200_000
"""The most figures of one release."""


def released() -> QuerySet[Release]:
    """Released figures that were not taken back: everybody may see them."""
    return every_release().filter(taken_back_at=None)


def every_release() -> QuerySet[Release]:
    """Released figures and those that were taken back: that these were there once, everybody may know."""
    return Release.objects.defer("data").select_related("place", "indicator")


def releases(user: Any) -> QuerySet[Release]:
    """Releases, also those taken back, of places whose ledger `user` keeps."""
    return Release.objects.filter(where(user, "ledger.keep")).defer("data").select_related("place", "indicator", "by")


def chosen(place: Place, selection: Selection, by: Any) -> list[Figure]:
    """What stands now of the selection at a place and all below it. Refused for nothing, and for more than 200,000 figures."""
    _refuse_unless(by, place)
    told = list(standing(selection.of(visible_to(by).filter(place__path__startswith=place.path))))
    if not told:
        raise Refused("figures-none")
    if len(told) > MOST:
        raise Refused("release-too-large", count=len(told), limit=MOST)
    return told


def release(
    *, title: str, place: Place, indicator: Indicator | None, period: str, licence: str, by: Any, seen: str | None = None
) -> Release:
    """Let everybody see what is `chosen`. Refused where that is no longer what was shown: `seen` is the digest of what was."""
    told = chosen(place, selection(indicator, period), by)
    kept = {"count": len(told), **packed(told)}
    if seen is not None and seen != kept["sha256"]:
        raise Refused("release-not-as-shown")
    with transaction.atomic():  # only now: nobody waits for the writing of 200,000 lines
        made = Release.objects.create(title=title, place=place, indicator=indicator, period=period, licence=licence, by=by, **kept)
        history.record(made, "figures released", by=by, title=title, licence=licence, count=made.count, sha256=made.sha256)
    return made


@transaction.atomic
def take_back(*, release: Release, reason: str, by: Any) -> None:
    """Let nobody see a release any more; whoever took its figures away has them. Refused without a reason."""
    _refuse_unless(by, release.place)
    if not reason.strip():
        raise Refused("reason-missing")
    fresh = Release.objects.select_for_update().get(pk=release.pk)
    if fresh.taken_back_at:
        raise Refused("release-taken-back")
    fresh.taken_back_at, fresh.taken_back_why = timezone.now(), reason.strip()[:500]
    fresh.save(update_fields=["taken_back_at", "taken_back_why"])
    history.record(fresh, "release taken back", by=by, reason=fresh.taken_back_why)


def selection(indicator: Indicator | None, period: str) -> Selection:
    """What is asked for by an indicator, or none for all, and a period in the exchange form, or none."""
    return Selection(indicator=indicator.key if indicator else "", period=period)


def _refuse_unless(by: Any, place: Place) -> None:
    if not may(by, "ledger.keep", place):
        raise Refused("not-allowed-here", place=str(place))
