from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "giaoban_web.ui"

    def ready(self) -> None:
        from giaoban_web.ui import checks  # noqa: F401  registers itself
