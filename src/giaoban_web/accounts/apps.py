from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "giaoban_web.accounts"
