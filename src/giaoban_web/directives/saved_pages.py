"""Saved views: keep the list that is shown, call it otherwise, let it go."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.model import Refused
from giaoban_web.directives import saved
from giaoban_web.directives.models import SavedView
from giaoban_web.directives.register_forms import ViewForm


@require_http_methods(["GET", "HEAD", "POST"])
def views(request: HttpRequest) -> HttpResponse:
    """All of one's own; a list that is sent is kept."""
    if request.method != "POST":
        return _shown(request, ViewForm())
    form = ViewForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    try:
        view = saved.save(user=request.user, name=form.cleaned_data["name"], query=request.POST.get("query", ""))
    except Refused as refusal:
        return _shown(request, form, status=409, refusal=refusal)
    messages.success(request, _("The view “%(name)s” was saved.") % {"name": view.name})
    return redirect(_address(view))


def _of_own(page: Callable[[HttpRequest, SavedView], HttpResponse]) -> Callable[[HttpRequest, int], HttpResponse]:
    """A page of a view of one's own: one that was let go meanwhile, or is somebody else's, is answered with those that there are."""

    @wraps(page)
    def answered(request: HttpRequest, view_id: int) -> HttpResponse:
        own = saved.views_of(request.user).filter(pk=view_id).first()
        if own is None:
            return _shown(request, ViewForm(request.POST or None), status=404, refusal=Refused("view-not-there"))
        return page(request, own)

    return answered


@require_safe
@_of_own
def view(_request: HttpRequest, own: SavedView) -> HttpResponse:
    """Lead on to the list as it is now."""
    return redirect(_address(own))


@require_POST
@_of_own
def rename(request: HttpRequest, own: SavedView) -> HttpResponse:
    """Another name for a view of one's own; what was typed stays where it cannot be had."""
    form = ViewForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422, renamed=own.pk)
    try:
        saved.rename(view=own, name=form.cleaned_data["name"], by=request.user)
    except Refused as refusal:
        return _shown(request, form, status=409, renamed=own.pk, refusal=refusal)
    messages.success(request, _("The view was renamed."))
    return redirect("directives:views")


@require_POST
@_of_own
def delete(request: HttpRequest, own: SavedView) -> HttpResponse:
    """Lets a view of one's own go."""
    saved.delete(view=own, by=request.user)
    messages.success(request, _("The view was deleted. The tasks are untouched."))
    return redirect("directives:views")


def _address(kept: SavedView) -> str:
    return f"{reverse('directives:list')}?{kept.query}"


def _shown(request: HttpRequest, form: ViewForm, status: int = 200, **told: Any) -> HttpResponse:
    """`renamed` is the key of the view for which a name was typed; `refusal` says why something could not be done."""
    context = {"form": form, "views": saved.views_of(request.user), "query": request.POST.get("query", ""), **told}
    return render(request, "directives/views.html", context, status=status)
