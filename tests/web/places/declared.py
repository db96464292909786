"""Changes declared as a steward does, for tests."""

from datetime import date

import pytest

from giaoban_web.places.actions import declare
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.planning import After, Declared, plan
from tests.web.conftest import make_place

DAY = date(2027, 1, 1)
EVE = date(2026, 12, 31)


@pytest.fixture
def district(province):
    return make_place("300", "huyện", "Ba Chẽ", province)


@pytest.fixture
def wards(town):
    return [make_place(f"0700{number}", "phường", f"Phường {number}", town) for number in (1, 2, 3)]


@pytest.fixture
def steward(person, province):
    return person("steward", province)


@pytest.fixture
def happen(steward):
    """happen(kind, places, afters) declares it as the steward who has seen the preview."""

    def do(kind, places, afters=(), by=None, on=DAY, **rest):
        declared = Declared(kind, on, "12/NQ-UBTVQH", tuple(places), tuple(afters), **rest)
        return declare(declared, seen=plan(declared).digest, by=by or steward)

    return do


def merged(happen, wards, town, code="07001", name="Hợp Nhất"):
    return happen(EventKind.MERGER, wards[:2], [After(code, Kind.WARD, name, town)])
