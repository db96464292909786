"""Addresses within this site as they are stored: without the path below which a proxy serves it, which may change."""

from django.conf import settings
from django.urls import get_script_prefix


def bare(url: str) -> str:
    """The address as it is stored: without the path below which Giaoban is served."""
    return url.removeprefix(get_script_prefix().rstrip("/"))


def below(url: str) -> str:
    """A stored address as it leads somewhere now."""
    return f"{settings.FORCE_SCRIPT_NAME or ''}{url}"
