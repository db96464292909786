"""Changes of places as rows of a sheet."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from giaoban_web.places.models import Change, Event
from giaoban_web.ui.sheets import sheet


def changes_sheet(name: str, form: str, events: QuerySet[Event]) -> HttpResponse:
    """One row for each pair of places."""
    header = [
        _("Day of effect"), _("Kind"), _("Legal act"), _("Code before"), _("Before"), _("Code after"), _("After"), _("In part"),
        _("Share in %"), _("Basis"), _("Source"), _("Not verified"),
    ]  # fmt: skip
    changes = (
        Change.objects.filter(event__in=events.order_by().values("pk"))
        .select_related("event", "before", "after")
        .prefetch_related("shares")
    )
    return sheet(name, form, header, _rows(changes.order_by("event__on", "before__path", "after__path")))


def _rows(changes: QuerySet[Change]) -> Iterator[list[object]]:
    for change in changes:
        event, before, after = change.event, change.before, change.after
        for share in (*change.shares.all(),) or (None,):
            yield [
                event.on, event.get_kind_display(), event.act, before.code, str(before), after.code, str(after),
                _("yes") if change.part else "", share and share.share * 100, share and share.get_basis_display(), event.source,
                event.doubt,
            ]  # fmt: skip
