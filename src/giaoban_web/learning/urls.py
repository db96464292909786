"""Where learning stands."""

from django.urls import path

from giaoban_web.learning import views

app_name = "learning"
urlpatterns = [
    path("learning/", views.state, name="state"),
    path("learning/back/", views.back, name="back"),
]
