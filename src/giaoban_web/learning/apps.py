from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "giaoban_web.learning"
