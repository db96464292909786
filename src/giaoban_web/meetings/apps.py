from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "giaoban_web.meetings"
