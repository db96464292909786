"""Tasks of all confirmed directives of a record: look, untick, choose leads, make; what cannot be made stays with its reason."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.bodies.gone import each_once
from giaoban_web.directives import adding_bodies, making
from giaoban_web.directives.asked import months_asked
from giaoban_web.directives.body_fields import offered
from giaoban_web.directives.forms_making import MakingForm
from giaoban_web.places.models import Place
from giaoban_web.records.models import Record
from giaoban_web.records.queries import visible_to as records_visible_to


@require_http_methods(["GET", "HEAD", "POST"])
def from_record(request: HttpRequest, record_id: int) -> HttpResponse:
    """One row for each confirmed directive; those ticked are made in one transaction."""
    found = records_visible_to(request.user).select_related("place", "meeting__place")
    record = get_object_or_404(found, pk=record_id)
    if not may(request.user, "directives.draft", record.place):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, record, MakingForm(offers=making.offers(request.user, record)))
    return _sent(request, record)


def _sent(request: HttpRequest, record: Record) -> HttpResponse:
    form = MakingForm(request.POST, offers=making.offers(request.user, record))
    form.is_valid()
    if adding_bodies.ADDING in request.POST:
        data, refusal = adding_bodies.add_asked(request, form, _near(record), form.read())
        again = MakingForm(data, offers=making.offers(request.user, record))
        return _page(request, record, again, status=409 if refusal else 200, refusal=refusal)
    chosen, wrong = form.chosen(), form.wrong()
    if not chosen and not wrong and not form.gone():
        return _page(request, record, form, status=422, refusal=Refused("nothing-chosen"))
    outcomes = making.make_all(record, chosen, request.user)
    made = sum(each.made is not None for each in outcomes)
    if made:
        said = ngettext("%(count)s draft was made.", "%(count)s drafts were made.", made) % {"count": made}
        messages.success(request, said)
    refused = {each.find: each.refused for each in outcomes if each.refused}
    gone = form.gone()
    if not refused and not wrong and not gone:
        return redirect(request.path)
    left = MakingForm(request.POST, offers=making.offers(request.user, record))
    told = {"refused": refused, "refusal": Refused("find-not-confirmed") if gone else None}
    return _page(request, record, left, status=422 if wrong else 409, **told)


def _page(request: HttpRequest, record: Record, form: MakingForm, status: int = 200, **told: Any) -> HttpResponse:
    rows = list(form.rows(told.pop("refused", {}), timezone.localdate(), _asked(request, record, form)))
    context = {
        "record": record,
        "rows": rows,
        "gone": each_once(each.gone for each in rows),
        "alike": form["alike"] if form.several else None,
        "open": sum(each.take is not None for each in rows),
        "left": sum(each.refused is not None or bool(each.lead and each.lead.errors) for each in rows) if status != 200 else 0,
        "drafts": sum(each.offer.made is not None and each.offer.made.state == "draft" for each in rows),
        "undecided": making.undecided(record),
        "offered": offered(_near(record)),
        "form_sent": form.is_bound,
        "nobody_known": all(each.offer.lead is None for each in rows),
        "missing": adding_bodies.missing(request.user, form, near := _near(record), form.read()),
        "near": near,
        **told,
    }
    return render(request, "directives/from_record.html", context, status=status)


def _asked(request: HttpRequest, record: Record, form: MakingForm) -> dict[int, str]:
    """When the same as each directive without a task was asked before, by the key of its find."""
    day = record.meeting.held_on if record.meeting else record.published_on
    if day is None or not form.open:
        return {}
    months = months_asked(request.user, record.place, day, [each.origin.wording for each in form.open])
    return {each.find.pk: told for each, told in zip(form.open, months, strict=True)}


def _near(record: Record) -> Place:
    """Where a body is looked for first: at the place that the meeting reviewed."""
    return record.meeting.place if record.meeting else record.place
