"""What happens at the door and is told by signals: a failed sign-in, a wrong code, a second factor set up or taken away."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_login_failed
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils.crypto import salted_hmac

from giaoban_web.history import actions as history

IDENTIFIERS = ("username", "email", "login")


def connect() -> None:
    """Listen from now on; called once, when the app is ready."""
    user_login_failed.connect(_failed, dispatch_uid="log-failed")
    authentication_failed.connect(_code_refused, dispatch_uid="log-code-refused")
    post_save.connect(_factor_added, sender=Authenticator, dispatch_uid="log-factor-added")
    post_delete.connect(_factor_removed, sender=Authenticator, dispatch_uid="log-factor-removed")


def _failed(sender: Any, credentials: dict[str, Any], **_rest: Any) -> None:
    """What was typed may be a password in the wrong field: only a keyed hash of it is kept."""
    typed = next((str(credentials[name]) for name in IDENTIFIERS if credentials.get(name)), "")
    people = get_user_model()
    with transaction.atomic():
        subject = people.objects.filter(username=typed).first() or people()
        history.record(subject, "sign-in failed", by=None, typed=_unreadable(typed))


def _unreadable(typed: str) -> str:
    return salted_hmac("sign-in failed", typed, algorithm="sha256").hexdigest()


def _code_refused(sender: Any, user: Any, **_rest: Any) -> None:
    """Who sends a code of the second factor knows the password already: whose account it is may want to know."""
    history.record(user, "second factor failed", by=None)


def _factor_added(sender: Any, instance: Authenticator, created: bool, **_rest: Any) -> None:
    if created:
        history.record(instance.user, "second factor added", by=instance.user, type=instance.type)


def _factor_removed(sender: Any, instance: Authenticator, **_rest: Any) -> None:
    history.record(instance.user, "second factor removed", by=instance.user, type=instance.type)
