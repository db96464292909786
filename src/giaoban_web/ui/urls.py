"""The language switch."""

from django.urls import path

from giaoban_web.ui import views

app_name = "ui"
urlpatterns = [path("language/", views.language, name="language")]
