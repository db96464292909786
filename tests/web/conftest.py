"""What the tests of the web share: places, people of each role, a record that has been read."""

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from giaoban.reference.folding import fold
from giaoban_web.accounts.models import Grant, Role, User
from giaoban_web.history import actions as history
from giaoban_web.history import rows
from giaoban_web.history.models import Entry
from giaoban_web.places.models import Place

PASSWORD = "một mật khẩu dài"


def make_place(code: str, kind: str, name: str, parent: Place | None = None, valid_from: date = date(2015, 3, 11)) -> Place:
    path = f"{parent.path if parent else ''}{code}/"
    return Place.objects.create(
        code=code, kind=kind, name=name, parent=parent, path=path, valid_from=valid_from, folded=fold(f"{kind} {name}")
    )


@pytest.fixture
def province(db: None) -> Place:
    return make_place("22", "tỉnh", "Quảng Ninh")


@pytest.fixture
def town(province: Place) -> Place:
    return make_place("205", "thị xã", "Đông Triều", province)


@pytest.fixture
def other_town(province: Place) -> Place:
    return make_place("206", "thị xã", "Quảng Yên", province)


def make_person(role: Role | str, place: Place, username: str = "") -> User:
    user = User.objects.create_user(username or f"{role}-{place.code}", password=PASSWORD, name=f"Người thử {role}")
    Grant.objects.create(user=user, role=role, place=place)
    return user


def log_rows() -> None:
    """Give what tests made by hand (roles, meetings) the entries that the program would have written."""
    for label in rows.LOGGED:
        told = Entry.objects.filter(subject_type=label).values_list("subject_id", flat=True)
        with transaction.atomic():
            for made in apps.get_model(label).objects.exclude(pk__in=[int(each) for each in told]):
                history.record(made, "made by a test", by=None)


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """person("clerk", place) makes a person with that role there."""
    return make_person


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    def enter(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return enter
