"""What programs that look at every page may look at: calendars alone, which Google fetches only where this file lets it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

WORDS = "User-agent: *\nAllow: /calendar/\nDisallow: /\n"


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """/robots.txt: what crawlers may fetch."""
    return HttpResponse(WORDS, content_type="text/plain; charset=utf-8")
