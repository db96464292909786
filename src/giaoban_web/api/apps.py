from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "giaoban_web.api"
