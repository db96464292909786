"""What is decided about a proposed body: it is one, or it is one that is known."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from giaoban.model import Refused
from giaoban_web.bodies import proposing, queries
from giaoban_web.bodies.forms import KnownForm
from giaoban_web.bodies.views import kept, page


@require_POST
def confirm(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """A proposed body is one, for whoever keeps bodies of its place; refused where it has been decided meanwhile.

    From the list of those that wait it leads back there.
    """
    found = kept(request, proposal_id)
    try:
        proposing.confirm(body=found, by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, refusal=refusal)
    if request.POST.get("back") == "list":
        messages.success(
            request, _("“%(body)s” is confirmed: tasks can go out to it. Who sits there is said on its page.") % {"body": found}
        )
        return redirect(f"{reverse('bodies:list')}?kind=proposed")
    messages.success(request, _("It is confirmed: tasks can go out to it. Say who sits there."))
    return redirect(found)


@require_POST
def same(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Says that a proposed body is one that is known already, by another name."""
    found = kept(request, proposal_id)
    form = KnownForm(request.POST, bodies=queries.confirmed(request.user).exclude(pk=found.pk), near=found.place)
    if not form.is_valid():
        return page(request, found, status=422, knowing=form)
    try:
        known = proposing.identify(body=found, known=form.cleaned_data["known"], by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, knowing=form, refusal=refusal)
    messages.success(request, _("Its name is kept as another name of this body, and drafts that named it name this one."))
    return redirect(known)
