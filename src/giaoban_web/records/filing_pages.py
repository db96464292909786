"""The page on which a record is filed under another place."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused
from giaoban_web.records import filing
from giaoban_web.records.choosing import choice
from giaoban_web.records.desk import record_to_decide
from giaoban_web.records.models import Record
from giaoban_web.records.queries import places_to_file_under
from giaoban_web.records.refiling import refile
from giaoban_web.ui.numbers import whole


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, record_id: int) -> HttpResponse:
    """What speaks against its place, and the places to choose among, the proposed one chosen."""
    record = record_to_decide(request, record_id)
    places = places_to_file_under(request.user)
    if not places.exists():
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, record)
    asked = whole(request.POST.get("place"))
    chosen = None if asked is None else places.filter(pk=asked).first()
    if chosen is None:
        return _page(request, record, Refused("no-place-chosen"), 422)
    try:
        moved = refile(record=record, place=chosen, by=request.user)
    except Refused as refused:
        return _page(request, record, refused, 409)
    said = ngettext("%(count)d confirmed fact moved with it.", "%(count)d confirmed facts moved with it.", moved) % {"count": moved}
    messages.success(request, f"{_('The record is filed under %(place)s.') % {'place': chosen}} {said}")
    return redirect("records:confirm", record.pk)


def _page(request: HttpRequest, record: Record, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    proposed = filing.proposed(request.user, record)
    context = {
        "record": record,
        "doubts": filing.doubts(record),
        "proposed": proposed,
        **choice(request, str((proposed or record.place).pk)),
        "refusal": refusal,
    }
    return render(request, "records/place.html", context, status=status)
