"""Figures filed under places of the register, restated onto other days."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.ledger.crosswalk import Basis
from giaoban.ledger.restating import restate
from giaoban.model import Quantity, Refused
from giaoban_web.places.models import Place
from giaoban_web.places.queries import at, children, crosswalk

pytestmark = pytest.mark.django_db
SEED, NOW = date(2020, 3, 12), date(2025, 8, 1)


def people(number):
    return Quantity(Decimal(number), "người")


@pytest.fixture
def communes(register):
    """A figure of each of the 21 communes and wards of the day of the review: 1, 2, 3 …"""
    below = list(children(at("205", SEED), SEED))
    assert len(below) == 21
    return {place.pk: people(number) for number, place in enumerate(below, 1)}


def test_twenty_one_communes_make_three_of_the_five_wards_exactly(communes):
    walk = crosswalk([at("205", SEED), *Place.objects.on(NOW)])
    for code, members in (("07069", "07069 07105 07117 07123"), ("07081", "07078 07081 07096"), ("07114", "07108 07111 07114 07129")):
        found = restate(at(code, NOW).pk, communes, walk, indicator="dân số")
        assert found.quantity.value == sum(communes[at(each, SEED).pk].value for each in members.split())
        assert found.basis is None


@pytest.mark.parametrize("code", ["07090", "07093"])
def test_the_two_wards_that_share_a_split_one_are_refused_by_name(communes, code):
    walk = crosswalk([at("205", SEED), *Place.objects.on(NOW)])
    with pytest.raises(Refused) as refused:
        restate(at(code, NOW).pk, communes, walk, indicator="dân số", basis=Basis.AREA)
    assert refused.value.code == "restate-no-share"
    assert Place.objects.get(pk=refused.value.values["place"]).name == "Đức Chính"


def test_the_town_is_split_by_area_and_its_wards_make_it_again(register):
    town, walk = at("205", date(2024, 12, 1)), crosswalk([at("205", SEED)])
    wards = {
        ward.pk: restate(ward.pk, {town.pk: people(248_896)}, walk, indicator="dân số", basis=Basis.AREA)
        for ward in children(at("22", NOW), NOW)
    }
    assert {found.basis for found in wards.values()} == {Basis.AREA}
    assert sum(found.quantity.value for found in wards.values()) == 248_896
    back = restate(at("205", SEED).pk, {key: found.quantity for key, found in wards.items()}, walk, indicator="dân số")
    assert back.quantity.value == 248_896


def test_a_town_that_becomes_a_city_keeps_its_figures_ratios_too(register):
    town, city = at("205", SEED), at("205", date(2024, 12, 1))
    rate = Quantity(Decimal("0.12"), "%")
    assert restate(city.pk, {town.pk: rate}, crosswalk([city]), indicator="tỷ lệ hộ nghèo", additive=False).quantity == rate


def test_a_crosswalk_takes_a_few_queries_however_many_places(register, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        crosswalk(Place.objects.on(NOW))
