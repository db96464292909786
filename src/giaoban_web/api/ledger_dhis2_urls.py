"""Where programs written for DHIS2 find its API: under dhis2/, because their libraries put api/ behind the address they are given."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from giaoban_web.api.ledger_dhis2 import api

patterns, kind, namespace = api.urls
kept = [pattern for pattern in patterns if pattern.name != "api-root"]
for pattern in kept:
    pattern.callback = login_not_required(pattern.callback)  # it asks for a key itself, and answers in JSON

urlpatterns = [path("", (kept, kind, namespace))]
