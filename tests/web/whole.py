"""All that the database holds, to prove that something changed nothing."""

from typing import Any

from django.apps import apps


def snapshot() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, but those of sessions and of the framework itself."""
    models = [model for model in apps.get_models() if model._meta.app_config.name.startswith("giaoban_web.")]
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in models}
