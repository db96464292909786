"""Addresses of records."""

from django.urls import path, re_path

from giaoban_web.records import alike_pages, dating_pages, desk, editing, filing_pages, setting_aside_pages, story_pages, views

app_name = "records"
urlpatterns = [
    path("records/", views.records, name="list"),
    path("records/put-in/", views.put_in, name="put_in"),
    path("records/intake/<int:intake_id>/", views.intake_of, name="intake"),
    path("records/<int:record_id>/", desk.confirm, name="confirm"),
    path("records/<int:record_id>/place/", filing_pages.place, name="place"),
    path("records/<int:record_id>/set-aside/", setting_aside_pages.set_aside, name="set_aside"),
    path("records/<int:aside_id>/use-again/", setting_aside_pages.use_again, name="use_again"),
    path("records/<int:record_id>/original/", views.original, name="original"),
    re_path(r"^records/(?P<record_id>\d+)/export\.(?P<form>json|xlsx|csv)$", views.export, name="export"),
    path("records/<int:record_id>/confirm-above/", desk.confirm_above, name="confirm_above"),
    path("records/<int:record_id>/undo-stroke/", desk.undo_stroke, name="undo_stroke"),
    path("records/<int:record_id>/add/<slug:kind>/", editing.add, name="add"),
    path("records/<int:record_id>/finds/<int:find_id>/", desk.one, name="find"),
    path("records/<int:record_id>/finds/<int:find_id>/story/", story_pages.story, name="story"),
    path("records/<int:record_id>/finds/<int:find_id>/edit/", editing.edit, name="edit"),
    path("records/<int:record_id>/finds/<int:undated_id>/day/", dating_pages.day, name="day"),
    path("records/<int:record_id>/finds/<int:corrected_id>/same/<slug:name>/", alike_pages.alike, name="alike"),
    re_path(r"^records/(?P<record_id>\d+)/finds/(?P<find_id>\d+)/(?P<act>confirm|reject|undo)/$", desk.decide, name="decide"),
]
