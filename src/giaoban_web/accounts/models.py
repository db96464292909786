"""People, their grants, and their keys to the API."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.permissions import ALLOWED
from giaoban_web.accounts.reach import outermost
from giaoban_web.accounts.roles import Role

__all__ = ["Grant", "Role", "Token", "User"]


class User(AbstractUser):
    """A person. What one may do comes from grants, never from a flag on the person.

    remembered  what was asked of the database about this person while one page is shown; None where it is asked anew each time
    """

    remembered: dict[Any, Any] | None = None

    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=2, default="vi")

    class Meta(AbstractUser.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name or self.username

    def paths(self, permission: str) -> list[str]:
        """Paths of the places on which a grant allows `permission`, and of what was made of them; none for a person who has left."""
        if not self.is_active:
            return []
        granted = self.remember("grants", lambda: list(self.grants.values_list("role", "place__path", "place__heirs")))
        return outermost(path for role, own, heirs in granted if role in ALLOWED[permission] for path in (own, *heirs))

    def remember(self, what: Any, ask: Callable[[], Any]) -> Any:
        """The answer of `ask`; while a page is being shown, the one given to `what` before."""
        if self.remembered is None:
            return ask()
        if what not in self.remembered:
            self.remembered[what] = ask()
        return self.remembered[what]

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Whether a grant allows `perm` on the place `obj`, or anywhere when none is named. A superuser flag gives nothing."""
        if perm not in ALLOWED:
            return False
        paths = self.paths(perm)
        return bool(paths) if obj is None else any(obj.path.startswith(path) for path in paths)


class Grant(models.Model):
    """A role on a place and everything below it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("place"))

    class Meta:
        verbose_name = _("grant")
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

    class Meta:
        verbose_name = _("API key")

    def __str__(self) -> str:
        return self.name
