"""The API and its reference page."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.http import require_safe

from giaoban import __version__
from giaoban_web.api import (
    amendments,
    briefs,
    criteria,
    days,
    directives,
    directives_drafts,
    directives_of_records,
    errors,
    filters,
    finds,
    ledger,
    meetings,
    places,
    records,
    search,
    strokes,
)
from giaoban_web.api.auth import AUTH
from giaoban_web.api.described import DescribedAPI, WholeTexts
from giaoban_web.api.views import reference

api = DescribedAPI(
    title="Giaoban",
    version=__version__,
    description="What the pages show, for other systems, with the same permissions; numbers, spans and names as in the exchange record.",
    docs_url=None,
    urls_namespace="api",
    auth=AUTH,
    parser=WholeTexts(),
)
errors.install(api)
for prefix, router in (
    ("/records/", records.router),
    ("/records/", amendments.router),
    ("/records/", days.router),
    ("/records/", strokes.router),
    ("/finds/", finds.router),
    ("/finds/", amendments.of_finds),
    ("/places/", places.router),
    ("/place-changes/", places.events),
    ("/meetings/", meetings.router),
    ("/search/", search.router),
    ("/ledger/", ledger.router),
    ("/tasks/", directives.router),
    ("/tasks", directives_of_records.router),
    ("/tasks", directives_drafts.router),
    ("/bodies/", directives.body_router),
    ("/briefs/", briefs.router),
    ("/criteria/", criteria.router),
):
    api.add_router(prefix, router)
filters.install(api)

patterns, kind, namespace = api.urls
for pattern in patterns:
    if pattern.name == "openapi-json":
        pattern.callback = require_safe(pattern.callback)
    pattern.callback = login_not_required(
        errors.with_methods_told(pattern.callback)
    )  # the API asks for a key or a session itself, and answers in JSON

urlpatterns = [
    path("", reference, {"api": api}, name="api-reference"),
    path("", (patterns, kind, namespace)),
]
