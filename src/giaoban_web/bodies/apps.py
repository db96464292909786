from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "giaoban_web.bodies"

    def ready(self) -> None:
        from giaoban_web.bodies import carrying_pages
        from giaoban_web.places import beside

        beside.register(carrying_pages.panel)
