"""All addresses."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("accounts/mfa/", include("allauth.mfa.urls")),
    path("", include("giaoban_web.ui.urls")),
    path("", include("giaoban_web.accounts.urls")),
    path("", include("giaoban_web.history.urls")),
    path("", include("giaoban_web.records.urls")),
    path("", include("giaoban_web.overview.urls")),
    path("api/", include("giaoban_web.api.urls")),
]
