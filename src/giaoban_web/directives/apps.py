from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    name = "giaoban_web.directives"

    def ready(self) -> None:
        from giaoban_web.bodies.signals import identified
        from giaoban_web.directives import effects
        from giaoban_web.directives.identified_bodies import name_known
        from giaoban_web.directives.register_repeats import note_repeats
        from giaoban_web.directives.register_words import index_moved
        from giaoban_web.directives.signals import moved
        from giaoban_web.places import effects as place_effects

        place_effects.register(effects.effects)
        identified.connect(name_known, dispatch_uid="directives.identified")
        moved.connect(index_moved, dispatch_uid="directives.index")
        moved.connect(note_repeats, dispatch_uid="directives.repeats")
