"""One scene for all the tests of a module: what a test does to it is undone after the test.

The tests are marked `django_db`: without a mark pytest-django would make no database for them.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.web.conftest import make_person, make_place
from tests.web.scene import Scene

__all__ = ["made_once", "scene"]


@pytest.fixture(scope="module")
def made_once(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Scene]:
    """The scene, everybody signed in; it is gone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        province = make_place("22", "tỉnh", "Quảng Ninh")
        towns = [make_place(code, "thị xã", name, province) for code, name in (("205", "Đông Triều"), ("206", "Quảng Yên"))]
        scene = Scene.make(*towns, make_person)
        for caller in scene.people:
            scene.session(caller)
        yield scene
        transaction.set_rollback(True)


@pytest.fixture
def scene(made_once: Scene) -> Iterator[Scene]:
    """The scene as it was made."""
    with transaction.atomic():
        yield made_once
        transaction.set_rollback(True)
