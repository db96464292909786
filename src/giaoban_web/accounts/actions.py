"""What is done about people, their roles and their keys. Each is one transaction with its entry in the log."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.translation import get_language, override
from django.utils.translation import gettext_noop as _

from giaoban import messages
from giaoban.model import Refused
from giaoban_web.accounts import queries
from giaoban_web.accounts.models import Grant, Role, Token, User
from giaoban_web.history import actions as history

STAMP_EVERY = timedelta(minutes=10)


@transaction.atomic
def add_person(*, username: str, name: str, email: str, password: str, role: str, place: Any, by: User) -> User:
    """A new person with a first role on `place`; without a password, one who has to set it by a link."""
    if User.objects.filter(username__iexact=username).exists():
        raise Refused("username-taken", username=username)
    _email_is_free(email)
    person = User(username=username, name=name, email=email)
    if password:
        _validate(password, person)
    person.set_password(password or None)
    person.save()
    history.record(person, "person added", by=by, within=place, username=username)
    grant(person=person, role=role, place=place, by=by)
    return person


@transaction.atomic
def make_administrator(*, username: str, name: str, password: str, place: Any) -> User:
    """The first person of an installation, whom nobody can have added: administers `place` and everything below it."""
    if User.objects.filter(username__iexact=username).exists():
        raise Refused("username-taken", username=username)
    person = User(username=username, name=name)
    _validate(password, person)
    person.set_password(password)
    person.save()
    given = Grant.objects.create(user=person, role=Role.ADMINISTRATOR, place=place)
    history.record(person, "person added", by=None, within=place, username=username)
    history.record(given, "role granted", by=None, person=person.pk, role=given.role)
    return person


@transaction.atomic
def edit_person(*, person: User, name: str, email: str, by: User) -> None:
    """Another name or address; what they were stays in the log."""
    _manages(by, person)
    _email_is_free(email, but_for=person)
    before = {"name_before": person.name, "email_before": person.email}
    person.name, person.email = name, email
    person.save(update_fields=["name", "email"])
    history.record(person, "person changed", by=by, **before)


@transaction.atomic
def deactivate(*, person: User, by: User) -> None:
    """Close the person's way in; what they did stays theirs. Nobody locks themselves out."""
    _manages(by, person)
    if person == by:
        raise Refused("own-account")
    User.objects.filter(pk=person.pk).update(is_active=False)
    history.record(person, "person deactivated", by=by)


@transaction.atomic
def activate(*, person: User, by: User) -> None:
    """Let a person in again, with the roles that still stand."""
    _manages(by, person)
    User.objects.filter(pk=person.pk).update(is_active=True)
    history.record(person, "person activated", by=by)


@transaction.atomic
def grant(*, person: User, role: str, place: Any, by: User) -> Grant:
    """Give `person` a role on `place` and all below it, within what `by` manages. Given twice, it stands once."""
    if not queries.may(by, "accounts.manage", place):
        raise PermissionDenied
    given, new = Grant.objects.get_or_create(user=person, role=Role(role).value, place=place)
    if new:
        history.record(given, "role granted", by=by, person=person.pk, role=given.role)
    return given


@transaction.atomic
def revoke(*, given: Grant, by: User) -> None:
    """Take a role away. Nobody takes their own administration away."""
    if not queries.may(by, "accounts.manage", given.place):
        raise PermissionDenied
    if given.user == by and given.role == Role.ADMINISTRATOR:
        raise Refused("own-account")
    history.record(given, "role revoked", by=by, person=given.user_id, role=given.role)
    given.delete()


@transaction.atomic
def link_made(*, person: User, by: User) -> None:
    """Note that `by` had a link made with which `person` sets a password."""
    _manages(by, person)
    history.record(person, "password link made", by=by)


@transaction.atomic
def take_second_factor_off(*, person: User, by: User) -> None:
    """Let `person`, who has lost phone and recovery codes, sign in by the password alone, and set up a second factor anew."""
    _manages(by, person)
    if person == by:
        raise Refused("own-second-factor")
    Authenticator.objects.filter(user=person).delete()
    history.record(person, _("second factor taken off"), by=by)


@transaction.atomic
def make_token(*, owner: User, name: str) -> tuple[Token, str]:
    """A key to the API that acts as `owner`, and the key itself, which is kept nowhere."""
    key = f"gb_{secrets.token_urlsafe(32)}"
    token = Token.objects.create(user=owner, name=name, digest=queries.digest(key))
    history.record(token, "token made", by=owner, name=name)
    return token, key


@transaction.atomic
def revoke_token(*, token: Token, by: User) -> None:
    """Make a key worthless at once; only its owner does."""
    if token.user_id != by.pk:
        raise PermissionDenied
    if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        history.record(token, "token revoked", by=by, name=token.name)


def authenticate_token(key: str) -> User | None:
    """Whoever made the key, with the moment of use noted (to ten minutes, so that reading does not write each time)."""
    token = queries.token_of(key)
    if token is None:
        return None
    now = timezone.now()
    if token.used_at is None or now - token.used_at > STAMP_EVERY:
        Token.objects.filter(pk=token.pk).update(used_at=now)
    return token.user


@transaction.atomic
def choose_language(*, person: User, language: str) -> None:
    """Keep the language in which `person` wants to read."""
    User.objects.filter(pk=person.pk).update(language=language)
    history.record(person, "language chosen", by=person, language=language)


def _manages(by: User, person: User) -> None:
    if not queries.may_manage(by, person):
        raise PermissionDenied


def _email_is_free(email: str, but_for: User | None = None) -> None:
    others = User.objects.exclude(pk=but_for.pk) if but_for else User.objects
    if email and others.filter(email__iexact=email).exists():
        raise Refused("email-taken", email=email)


def _validate(password: str, person: User) -> None:
    """Django says what is wrong in the language of the moment: it is asked in each, since nobody knows yet who will read it."""
    told = {language: why for language in messages.LANGUAGES if (why := _wrong(password, person, language))}
    if told:
        raise Refused("password-weak", why=lazystr(_Said(told)))


def _wrong(password: str, person: User, language: str) -> str:
    with override(language):
        try:
            validate_password(password, person)
        except ValidationError as error:
            return " ".join(error.messages)
    return ""


class _Said:
    """What is wrong, in the language in which it is told in the end."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self._told = told

    def __str__(self) -> str:
        return self._told.get((get_language() or "")[:2], self._told["vi"])
