"""Addresses of the ledger."""

from django.urls import path, re_path

from giaoban_web.ledger import (
    catalogue_pages,
    entry_pages,
    export_pages,
    export_pages_open,
    filing_pages,
    import_pages,
    indicator_pages,
    pages,
    views,
)

app_name = "ledger"
urlpatterns = [
    path("ledger/", views.catalogue, name="catalogue"),
    path("ledger/indicators/<slug:indicator_key>/", indicator_pages.indicator, name="indicator"),
    path("ledger/indicators/<slug:indicator_key>/compare/", indicator_pages.compare, name="compare"),
    re_path(r"^ledger/indicators/(?P<indicator_key>[-\w]+)/charts/(?P<chart_name>bars|map|spread)/$", indicator_pages.chart, name="chart"),
    path("ledger/places/<slug:code>/", pages.place, name="place"),
    path("ledger/places/<slug:code>/settle/", pages.settle, name="settle"),
    path("ledger/waiting/", views.waiting, name="waiting"),
    path("ledger/waiting/<int:posting_id>/", views.pick, name="pick"),
    path("ledger/cells/<int:place_id>/<int:line_id>/<int:period_id>/", views.cell, name="cell"),
    path("ledger/cells/<int:place_id>/<int:line_id>/<int:period_id>/choose/", views.choose, name="choose"),
    path("ledger/filings/", filing_pages.all_filings, name="filings"),
    path("ledger/filings/begin/", filing_pages.begin, name="begin"),
    re_path(r"^ledger/filings/(?P<filing_id>\d+)/(?P<step>approve|return|lock|unlock)/$", filing_pages.move, name="move"),
    path("ledger/entry/<slug:code>/", entry_pages.entry, name="entry"),
    path("ledger/entry/<slug:code>/row/", entry_pages.row, name="entry_row"),
    path("ledger/imports/", import_pages.all_imports, name="imports"),
    path("ledger/imports/<int:upload_id>/", import_pages.one_import, name="import"),
    path("ledger/imports/<int:upload_id>/layout/", import_pages.lay_out, name="import_layout"),
    path("ledger/imports/<int:upload_id>/forget/", import_pages.forget, name="import_forget"),
    path("ledger/imports/<int:upload_id>/enter/", import_pages.enter, name="import_enter"),
    path("ledger/imports/<int:entered_id>/take-back/", import_pages.take_back, name="import_take_back"),
    path("ledger/export/", export_pages.export, name="export"),
    path("ledger/keeping/", catalogue_pages.all_indicators, name="keeping"),
    path("ledger/keeping/add/", catalogue_pages.add, name="keep_add"),
    path("ledger/keeping/<slug:indicator_key>/", catalogue_pages.one, name="kept"),
    path("ledger/keeping/<slug:own_key>/edit/", catalogue_pages.edit, name="keep_edit"),
    path("ledger/keeping/<slug:indicator_key>/retire/", catalogue_pages.retire, name="retire"),
    path("ledger/keeping/<slug:indicator_key>/wordings/", catalogue_pages.add_wording, name="learn"),
    path("ledger/keeping/wordings/<int:wording_id>/remove/", catalogue_pages.remove_wording, name="unlearn"),
    path("ledger/releases/", export_pages_open.releases, name="releases"),
    path("ledger/releases/preview/", export_pages_open.preview, name="preview_release"),
    path("ledger/releases/<int:release_id>/take-back/", export_pages_open.take_back, name="take_back"),
    path("open/", export_pages_open.open_data, name="open_data"),
    path("open/releases.json", export_pages_open.open_list, name="open_list"),
    path("open/<int:release_id>/", export_pages_open.open_release, name="open_release"),
]
