from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "giaoban_web.search"
