"""Calendars: making and revoking them, and the calendar itself, which opens without a sign-in to whoever has its address."""

from typing import Any

from django.contrib import messages as notes
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import acted_for
from giaoban_web.reminders import actions, calendars, queries
from giaoban_web.reminders.forms import FeedForm

SHOWN_ONCE = "calendar_shown_once"
HEADERS = {"Content-Disposition": 'inline; filename="giaoban.ics"', "X-Robots-Tag": "noindex"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    """Her calendars, and a new one: its address is shown once."""
    own = Body.objects.filter(pk__in=acted_for(request.user, timezone.localdate()))
    form = FeedForm(request.POST if request.method == "POST" else None, bodies=own)
    if form.is_valid():
        _feed, secret = actions.make_feed(owner=request.user, **form.cleaned_data)
        request.session[SHOWN_ONCE] = secret
        return redirect("reminders:feeds")
    address = _shown_once(request)
    context: dict[str, Any] = {
        "form": form,
        "feeds": queries.feeds_of(request.user),
        "bodies": own,
        "address": address,
        "in_place": _in_place(address),
    }
    return render(request, "reminders/feeds.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: HttpRequest, feed_id: int) -> HttpResponse:
    """Takes the address of a calendar of one's own back; somebody else's is not found."""
    actions.revoke_feed(feed=get_object_or_404(queries.feeds_of(request.user), pk=feed_id), by=request.user)
    notes.success(request, _("The calendar no longer opens."))
    return redirect("reminders:feeds")


@login_not_required
@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar under a secret address, in the language of its maker; an answer without a body where the reader has it already."""
    feed = queries.feed_of(secret)
    if feed is None:
        raise Http404
    with translation.override(feed.user.language):
        data = calendars.calendar(feed, request.build_absolute_uri("/").rstrip("/"))
    mark, since = calendars.stamp(feed, data)
    headers = {"ETag": f'"{mark}"', "Last-Modified": http_date(since.timestamp()), **HEADERS}
    answer = HttpResponse(data, content_type="text/calendar; charset=utf-8", headers=headers)
    patch_cache_control(answer, private=True, no_cache=True)
    return get_conditional_response(request, etag=answer["ETag"], last_modified=int(since.timestamp()), response=answer) or answer


def _in_place(address: str) -> str:
    """The address as one that a calendar program opens by itself; "" for none."""
    return f"webcal{address[address.index(':') :]}" if address else ""


def _shown_once(request: HttpRequest) -> str:
    secret = request.session.pop(SHOWN_ONCE, "") if request.method in {"GET", "HEAD"} else ""
    return request.build_absolute_uri(reverse("reminders:calendar", args=[secret])) if secret else ""
