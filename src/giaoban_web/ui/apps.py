from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "giaoban_web.ui"

    def ready(self) -> None:
        from giaoban_web.ui import checks, folding  # noqa: F401  checks register themselves

        folding.register()
