from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "giaoban_web.directives"
