"""One's own tasks: for a unit the first page of the day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from giaoban_web.bodies.keepers import place_of
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import acted_for
from giaoban_web.directives.counts import counted
from giaoban_web.directives.mine import waiting
from giaoban_web.directives.queries import led_by
from giaoban_web.directives.register_pages import addresses

SHOWN = 25


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """One's own day, for whoever signed in: what the bodies where one sits lead, and what waits for one's answer."""
    on = timezone.localdate()
    own = acted_for(request.user, on)
    context = {
        "on": on,
        "bodies": Body.objects.filter(pk__in=own),
        "at": None if own else place_of(request.user),
        "counted": counted(led_by(request.user, on), on) if own else None,
        "links": addresses({"part": "lead"}),
        "waiting": waiting(request.user, on, SHOWN),
    }
    return render(request, "directives/mine.html", context)
