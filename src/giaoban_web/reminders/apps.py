from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "giaoban_web.reminders"

    def ready(self) -> None:
        from giaoban_web.bodies.signals import seated, unseated
        from giaoban_web.directives.signals import moved
        from giaoban_web.places.signals import changed
        from giaoban_web.reminders.places_told import tell_left_behind
        from giaoban_web.reminders.seats_told import tell_seated, tell_unseated
        from giaoban_web.reminders.telling import tell

        moved.connect(tell, dispatch_uid="reminders.tell")
        seated.connect(tell_seated, dispatch_uid="reminders.seated")
        changed.connect(tell_left_behind, dispatch_uid="reminders.left_behind")
        unseated.connect(tell_unseated, dispatch_uid="reminders.unseated")
