"""All addresses."""

from django.urls import include, path

from giaoban_web.installation.health import health
from giaoban_web.ui.icon import icon
from giaoban_web.ui.robots import robots

urlpatterns = [
    path("robots.txt", robots),
    path("favicon.ico", icon),
    path("health/", health),
    path("accounts/", include("giaoban_web.accounts.door")),
    path("", include("giaoban_web.accounts.urls")),
    path("", include("giaoban_web.history.urls")),
    path("", include("giaoban_web.records.urls")),
    path("", include("giaoban_web.learning.urls")),
    path("", include("giaoban_web.ledger.urls")),
    path("", include("giaoban_web.places.urls")),
    path("", include("giaoban_web.bodies.urls")),
    path("", include("giaoban_web.criteria.urls")),
    path("", include("giaoban_web.directives.urls")),
    path("", include("giaoban_web.reminders.urls")),
    path("", include("giaoban_web.briefs.urls")),
    path("", include("giaoban_web.overview.urls")),
    path("api/", include("giaoban_web.api.urls")),
    path("dhis2/api/", include("giaoban_web.api.ledger_dhis2_urls")),
]

handler500 = "giaoban_web.api.errors.failed"
handler404 = "giaoban_web.api.errors.no_such_address"
