"""Whether anybody can sign in here at all."""

from django import template

from giaoban_web.accounts.models import User

register = template.Library()


@register.simple_tag
def nobody_yet() -> bool:
    """Whether the installation has no person, so that whoever keeps the server has to make the first one."""
    return not User.objects.exists()
