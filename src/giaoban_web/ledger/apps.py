from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "giaoban_web.ledger"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from giaoban_web.history import printed
        from giaoban_web.ledger import catalogue, doubting, effects, importing_told, posting
        from giaoban_web.places import effects as place_effects

        posting.connect()
        doubting.connect()
        printed.TOLD["layout"] = importing_told.layout
        place_effects.register(effects.effects)
        post_migrate.connect(catalogue.bring_in, sender=self, dispatch_uid="ledger-catalogue")
