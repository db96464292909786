"""Addresses of the overview."""

from django.urls import path

from giaoban_web.overview import register, views

app_name = "overview"
urlpatterns = [
    path("", views.home, name="home"),
    path("places/", register.places, name="places"),
    path("places/<slug:code>/", views.place, name="place"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings/<int:meeting_id>/", views.meeting, name="meeting"),
    path("search/", views.search, name="search"),
]
