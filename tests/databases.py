"""Which database Django's connection goes to, said after the settings were read."""

from typing import Any

from django.conf import settings


def use(database: dict[str, Any]) -> None:
    """Let the connection go to this one; one that is open already stays open for nobody."""
    from django.db import connections

    settings.DATABASES["default"] = database
    connections.settings = connections.configure_settings({"default": database})
    if hasattr(connections._connections, "default"):
        del connections["default"]
