"""People and their grants."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person. What one may do comes from grants, never from a flag on the person."""

    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=2, default="vi")

    def __str__(self) -> str:
        return self.name or self.username


class Role(models.TextChoices):
    """What a person is in an office; what each role may do stands in `permissions.ALLOWED`."""

    CLERK = "clerk", _("Clerk")
    HEAD = "head", _("Head of office")
    LEADER = "leader", _("Leader")
    UNIT = "unit", _("Unit given tasks")
    STEWARD = "steward", _("Data steward")
    ADMINISTRATOR = "administrator", _("Administrator")


class Grant(models.Model):
    """A role on a place and everything below it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role", "place"], name="grant_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.place}"


class Token(models.Model):
    """A key to the API: acts as its owner. Only the hash of the key is kept; the key is shown once."""

    user = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    name = models.CharField(_("name"), max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    used_at = models.DateTimeField(_("last used"), null=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True)

    def __str__(self) -> str:
        return self.name
