"""Saved views: keep the list that is shown, call it otherwise, let it go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

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
    view = saved.save(user=request.user, name=form.cleaned_data["name"], query=request.POST.get("query", ""))
    messages.success(request, _("The view “%(name)s” was saved.") % {"name": view.name})
    return redirect(_address(view))


@require_safe
def view(request: HttpRequest, view_id: int) -> HttpResponse:
    """Lead on to the list as it is now."""
    return redirect(_address(_own(request, view_id)))


@require_POST
def rename(request: HttpRequest, view_id: int) -> HttpResponse:
    """Another name for a view of one's own; somebody else's is not found."""
    form = ViewForm(request.POST)
    own = _own(request, view_id)
    if not form.is_valid():
        return _shown(request, form, status=422)
    saved.rename(view=own, name=form.cleaned_data["name"], by=request.user)
    messages.success(request, _("The view was renamed."))
    return redirect("directives:views")


@require_POST
def delete(request: HttpRequest, view_id: int) -> HttpResponse:
    """Lets a view of one's own go; somebody else's is not found."""
    saved.delete(view=_own(request, view_id), by=request.user)
    messages.success(request, _("The view was deleted. The tasks are untouched."))
    return redirect("directives:views")


def _own(request: HttpRequest, view_id: int) -> SavedView:
    return get_object_or_404(saved.views_of(request.user), pk=view_id)


def _address(kept: SavedView) -> str:
    return f"{reverse('directives:list')}?{kept.query}"


def _shown(request: HttpRequest, form: ViewForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "views": saved.views_of(request.user), "query": request.POST.get("query", "")}
    return render(request, "directives/views.html", context, status=status)
