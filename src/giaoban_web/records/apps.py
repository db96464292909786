from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "giaoban_web.records"
