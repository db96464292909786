"""On which days a body is reminded of its tasks."""

from django.contrib import messages as notes
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giaoban_web.bodies.queries import visible_to
from giaoban_web.reminders import actions, queries
from giaoban_web.reminders.forms import LadderForm
from giaoban_web.reminders.rungs import rungs_of


@require_http_methods(["GET", "HEAD", "POST"])
def ladder(request: HttpRequest, body_id: int) -> HttpResponse:
    """Everybody may read who is reminded of its tasks when; who keeps it changes its own days."""
    body = get_object_or_404(visible_to(request.user), pk=body_id)
    keeps, days = queries.keeps_ladder(request.user, body), queries.days_of(body)
    if request.method == "POST" and not keeps:
        raise PermissionDenied
    form = LadderForm(request.POST if request.method == "POST" else None, initial={"days": list(days)})
    if form.is_valid():
        actions.keep_ladder(body=body, days=form.cleaned_data["days"], by=request.user)
        notes.success(request, _("It was kept."))
        return redirect("reminders:ladder", body.pk)
    told = {"own": days, "usual": ", ".join(f"{day:+d}" if day else "0" for day in queries.usual_days()), "rungs": rungs_of(days)}
    context = {"body": body, "form": form, "keeps": keeps, **told}
    return render(request, "reminders/ladder.html", context, status=422 if form.errors else 200)
