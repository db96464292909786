"""Addresses of the criteria sets."""

from django.urls import path

from giaoban_web.criteria import views

app_name = "criteria"
urlpatterns = [
    path("criteria/", views.all_sets, name="sets"),
    path("criteria/options/", views.options, name="options"),
    path("criteria/<slug:set_id>/", views.one_set, name="set"),
]
