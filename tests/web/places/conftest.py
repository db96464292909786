import pytest

from giaoban_web.places.actions import load
from giaoban_web.places.table import changes, rows


@pytest.fixture
def register(db):
    """Quảng Ninh with Đông Triều, as they come with the program."""
    load(rows("dong_trieu"), changes=changes("dong_trieu"))
