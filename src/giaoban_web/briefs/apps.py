from django.apps import AppConfig


class BriefsConfig(AppConfig):
    name = "giaoban_web.briefs"
