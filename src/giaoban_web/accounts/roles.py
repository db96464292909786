"""What a person is in an office."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What each role may do stands in `permissions.ALLOWED`."""

    CLERK = "clerk", _("Clerk")
    HEAD = "head", _("Head of office")
    LEADER = "leader", _("Leader")
    UNIT = "unit", _("Unit given tasks")
    STEWARD = "steward", _("Data steward")
    ADMINISTRATOR = "administrator", _("Administrator")
