from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "giaoban_web.accounts"

    def ready(self) -> None:
        from giaoban_web.accounts import signs

        signs.connect()
