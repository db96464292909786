"""The sign of Giaoban where a browser looks for it by itself: beside a PDF, which cannot name one."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """The way to the picture that every page names, for everybody."""
    return redirect(static("ui/icon.svg"))
