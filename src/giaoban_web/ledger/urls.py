"""Addresses of the ledger."""

from django.urls import path

from giaoban_web.ledger import indicator_pages, pages, views

app_name = "ledger"
urlpatterns = [
    path("ledger/", views.catalogue, name="catalogue"),
    path("ledger/indicators/<slug:indicator_key>/", indicator_pages.indicator, name="indicator"),
    path("ledger/indicators/<slug:indicator_key>/compare/", indicator_pages.compare, name="compare"),
    path("ledger/places/<slug:code>/", pages.place, name="place"),
    path("ledger/places/<slug:code>/settle/", pages.settle, name="settle"),
    path("ledger/waiting/", views.waiting, name="waiting"),
    path("ledger/waiting/<int:posting_id>/", views.pick, name="pick"),
    path("ledger/cells/<int:place_id>/<int:line_id>/<int:period_id>/", views.cell, name="cell"),
    path("ledger/cells/<int:place_id>/<int:line_id>/<int:period_id>/choose/", views.choose, name="choose"),
]
