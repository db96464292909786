"""On the page of a change of places: its bodies made anew at what stands there now, by whoever keeps bodies there."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.bodies import carrying
from giaoban_web.places import queries
from giaoban_web.places.models import Event

KEEP = "bodies.keep"


def panel(request: HttpRequest, event: Event) -> SafeString | None:
    """The bodies left behind that the reader may make anew; nothing where there are none, or the change was undone."""
    if not may(request.user, KEEP, None) or event.undoes_id or Event.objects.filter(undoes=event).exists():
        return None
    lefts = [left for left in carrying.left_behind(event, localdate()) if may(request.user, KEEP, left.after)]
    return render_to_string("bodies/_carrying.html", {"event": event, "lefts": lefts}, request) if lefts else None


@permission_required(KEEP, raise_exception=True)
@require_POST
def carry(request: HttpRequest, merger_id: int) -> HttpResponse:
    """Makes the ticked bodies anew at what stands there now, and seats those people there who are ticked."""
    event = get_object_or_404(Event, pk=merger_id)
    if not any(may(request.user, KEEP, link.after) for link in queries.ends(event)):
        raise PermissionDenied
    try:
        count = carrying.carry(event, request.POST.getlist("body"), on=localdate(), by=request.user)
    except Refused as refusal:
        messages.warning(request, say(refusal, get_language() or "vi"))
        return redirect("places:change", event.pk)
    if count:
        said = ngettext("%(count)s body was made anew at the new place.", "%(count)s bodies were made anew at the new place.", count)
        messages.success(request, said % {"count": count})
    else:
        messages.warning(request, _("No body was made: tick those that go on."))
    return redirect("places:change", event.pk)
