import pytest

from giaoban_web.places.actions import load
from giaoban_web.places.table import table
from tests.web.places.declared import *  # noqa: F403  its fixtures


@pytest.fixture
def register(db):
    """Quảng Ninh with Đông Triều, as they come with the program."""
    return load(table("dong_trieu"))
