from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "giaoban_web.ui"
