from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "giaoban_web.places"

    def ready(self) -> None:
        from giaoban_web.places import effects, roles

        effects.register(roles.effects)
