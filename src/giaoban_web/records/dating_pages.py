"""The page on which a meeting is given its day, with all that is read again by it, before anything is kept."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused
from giaoban_web.errors import status_of
from giaoban_web.records import strokes
from giaoban_web.records.alike import shown
from giaoban_web.records.alike_pages import desk, tell, ticked
from giaoban_web.records.blocks import unpack
from giaoban_web.records.cards import cards, remarked
from giaoban_web.records.dating import COUNTED, Reread, date_meeting, dated, day_of, day_told, rereads, wishes
from giaoban_web.records.desk import find_to_decide
from giaoban_web.records.models import Find, Kind
from giaoban_web.records.queries import finds_of
from giaoban_web.records.recheck import doubts
from giaoban_web.records.standing import standing
from giaoban_web.ui.numbers import whole

WITHOUT_DAY = 422


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: HttpRequest, record_id: int, undated_id: int) -> HttpResponse:
    """The meeting with its day in the year asked for, and what is read otherwise by it; sent, both are kept."""
    find = find_to_decide(request, record_id, undated_id)
    if standing(find).kind != Kind.MEETING:
        raise Http404
    try:
        on = _asked(request, find)
    except Refused as refused:
        return _page(request, find, None, [], refusal=refused, status=WITHOUT_DAY)
    found = rereads(find.record, on)
    if request.method != "POST":
        return _page(request, find, on, found)
    return _kept(request, find, on, found)


def _asked(request: HttpRequest, find: Find) -> date:
    """The day in the year asked for, else the one that the meeting has. Refused where there is none."""
    year, now = whole(request.GET.get("year") or request.POST.get("year")), standing(find).fields
    if year and day_told(find):
        return day_of(find, year)
    if now.get("date"):
        return date.fromisoformat(now["date"])
    raise Refused("year-missing")


def _kept(request: HttpRequest, find: Find, on: date, found: list[Reread]) -> HttpResponse:
    seen = whole(request.POST.get("seen")) or 0
    try:
        done = date_meeting(find=find, on=on, seen=seen, wishes=wishes(found, ticked(request)), by=request.user)
    except Refused as refused:
        fresh = finds_of(find.record).get(pk=find.pk)
        return _page(request, fresh, on, found, refusal=refused, status=status_of(refused))
    strokes.keep(request, find.record_id, filter(None, [done.decision]), done.amendment.changed, done.amendment.number)
    messages.success(request, _("The meeting was held on %(on)s.") % {"on": date_format(on, "SHORT_DATE_FORMAT")})
    if done.amendment.changed or done.amendment.left:
        tell(request, done.amendment)
    return redirect(desk(request, find))


def _page(
    request: HttpRequest, find: Find, on: date | None, found: list[Reread], *, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    record = find.record
    blocks = unpack(record.blocks)
    context = {
        "record": record,
        "card": next(each for each in remarked(record, finds_of(record), blocks) if each.id == find.pk),
        "on": on,
        "doubts": doubts(record, dated(find, on), find) if on else [],
        "rows": [_row(each, blocks) for each in found if not standing(each.find).decided],
        "decided": [_row(each, blocks) for each in found if standing(each.find).decided],
        "seen": standing(find).number,
        "back": f"{desk(request, find)}#find-{find.pk}",
        "refusal": refusal,
    }
    return render(request, "records/day.html", context, status=status)


def _row(each: Reread, blocks: list[Any]) -> dict[str, Any]:
    card = cards(each.find.record, [each.find], blocks)[0]
    changes = [(COUNTED[name], shown(name, each.before[name]), shown(name, each.after[name])) for name in each.after]
    return {"card": card, "changes": changes, "tick": f"{card.id}-{card.now.number}"}
