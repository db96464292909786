from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "giaoban_web.bodies"
