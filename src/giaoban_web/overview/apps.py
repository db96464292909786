from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "giaoban_web.overview"
