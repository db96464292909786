from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "giaoban_web.ledger"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from giaoban_web.ledger import catalogue, doubting, effects, posting
        from giaoban_web.places import effects as place_effects

        posting.connect()
        doubting.connect()
        place_effects.register(effects.effects)
        post_migrate.connect(catalogue.bring_in, sender=self, dispatch_uid="ledger-catalogue")
