from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "giaoban_web.ledger"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from giaoban_web.ledger import catalogue, posting

        posting.connect()
        post_migrate.connect(catalogue.bring_in, sender=self, dispatch_uid="ledger-catalogue")
