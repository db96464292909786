"""Requests as the reference page shows them."""

from django import template

register = template.Library()


@register.filter
def at(request: str, address: str) -> str:
    """The request to this server."""
    return request.replace("ADDRESS", address)
