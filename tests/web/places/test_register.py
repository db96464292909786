from datetime import date

import pytest

from giaoban_web.history.models import Entry
from giaoban_web.places.actions import load
from giaoban_web.places.models import Change, Kind, Place
from giaoban_web.places.queries import above, at, children, later
from giaoban_web.places.table import table

pytestmark = pytest.mark.django_db
SEED = date(2020, 3, 12)


def counted(on):
    below = children(at("205", on), on)
    return below.filter(kind=Kind.COMMUNE).count(), below.filter(kind=Kind.WARD).count()


@pytest.mark.parametrize(
    ("on", "communes", "wards"),
    [(date(2019, 6, 30), 15, 6), (SEED, 11, 10), (date(2024, 10, 31), 11, 10), (date(2024, 11, 1), 6, 13), (date(2025, 6, 30), 6, 13)],
)
def test_the_town_has_the_communes_and_wards_of_the_day(register, on, communes, wards):
    assert counted(on) == (communes, wards)


def test_from_july_2025_the_town_is_gone_and_five_wards_lie_below_the_province(register):
    on = date(2025, 7, 1)
    assert at("205", on) is None
    assert sorted(place.name for place in children(at("22", on), on)) == ["An Sinh", "Bình Khê", "Hoàng Quế", "Mạo Khê", "Đông Triều"]


def test_a_code_given_again_is_another_place(register):
    assert str(at("07093", SEED)) == "phường Đức Chính"
    assert str(at("07093", date(2025, 7, 1))) == "phường Đông Triều"


def test_loading_twice_changes_nothing_and_writes_nothing_to_the_log(register):
    before = Place.objects.count(), Change.objects.count(), Entry.objects.count()
    assert load(table("dong_trieu")).touched == 0
    assert (Place.objects.count(), Change.objects.count(), Entry.objects.count()) == before


def test_a_load_stands_in_the_log_of_each_root_it_touched(register):
    (entry,) = Entry.objects.filter(act="places loaded")
    assert (entry.within, entry.details["places"], entry.details["places_added"]) == ("22/", Place.objects.count(), Place.objects.count())


def test_the_later_life_of_the_town_runs_to_the_five_wards(register):
    steps = [(change.on, str(change.after)) for change in later(at("205", SEED))]
    assert steps[0] == (date(2024, 11, 1), "thành phố Đông Triều")
    assert [name for _, name in steps[1:]] == [
        "phường Mạo Khê", "phường Bình Khê", "phường An Sinh", "phường Đông Triều", "phường Hoàng Quế",
    ]  # fmt: skip


def test_the_later_life_of_a_commune_follows_two_mergers(register):
    assert [str(change.after) for change in later(at("07087", SEED))] == ["xã Việt Dân", "phường An Sinh"]


def test_above_a_ward_stand_the_province_and_the_town_of_the_day(register):
    ward = at("07069", SEED)
    assert [str(place) for place in above(ward, SEED)] == ["tỉnh Quảng Ninh", "thị xã Đông Triều"]
    assert [str(place) for place in above(ward, date(2024, 12, 1))] == ["tỉnh Quảng Ninh", "thành phố Đông Triều"]
