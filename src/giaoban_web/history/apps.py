from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "giaoban_web.history"
