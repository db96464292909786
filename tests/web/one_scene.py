"""One scene for all the tests of a module: what a test does to it is undone after the test.

The tests are marked `django_db`: without a mark pytest-django would make no database for them.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from tests.made import MADE, in_file
from tests.web.conftest import make_person, make_place
from tests.web.scene import Scene

__all__ = ["made_once", "scene"]


@pytest.fixture(scope="module")
def made_once(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Scene]:
    """The scene, everybody signed in; it is gone after the module."""
    with django_db_blocker.unblock(), _undone():
        yield _made()


@contextmanager
def _undone() -> Iterator[None]:
    """What is done within is gone afterwards.

    SQLite reads what tables there are anew after each rollback inside a transaction that made a table, as imports of the scene do: it is
    kept there, and the file replaced in the end.
    """
    if connection.vendor == "sqlite":
        try:
            yield
        finally:
            connection.close()
            in_file(Path(os.environ[MADE]), settings.DATABASES["default"])
    else:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)


def _made() -> Scene:
    province = make_place("22", "tỉnh", "Quảng Ninh")
    towns = [make_place(code, "thị xã", name, province) for code, name in (("205", "Đông Triều"), ("206", "Quảng Yên"))]
    scene = Scene.make(*towns, make_person)
    for caller in scene.people:
        scene.session(caller)
    return scene


@pytest.fixture
def scene(made_once: Scene) -> Iterator[Scene]:
    """The scene as it was made."""
    with transaction.atomic():
        yield made_once
        transaction.set_rollback(True)
