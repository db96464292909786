"""Addresses of what happens to places."""

from django.urls import path

from giaoban_web.places import views

app_name = "places"
urlpatterns = [
    path("places/changes/", views.changes, name="changes"),
    path("places/changes/declare/", views.declare_which, name="declare_which"),
    path("places/changes/declare/<slug:change_kind>/", views.declare, name="declare"),
    path("places/changes/<int:event_id>/", views.change, name="change"),
    path("places/changes/<int:event_id>/undo/", views.undo, name="undo"),
    path("places/changes/<int:merger_id>/roles/", views.hand_on, name="hand_on"),
]
