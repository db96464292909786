from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "giaoban_web.places"
