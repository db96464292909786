"""The log."""

from django.urls import path

from giaoban_web.history import views

app_name = "history"
urlpatterns = [path("history/", views.entries, name="list")]
