from django.apps import AppConfig


class CriteriaConfig(AppConfig):
    name = "giaoban_web.criteria"
