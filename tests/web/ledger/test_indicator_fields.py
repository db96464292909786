"""An indicator is named by typing: what is meant is found, what is doubtful is told with the likely ones."""

import pytest
from django.core.exceptions import ValidationError

from giaoban_web.ledger import catalogue
from giaoban_web.ledger.indicator_fields import IndicatorField, said
from giaoban_web.ledger.models import Indicator

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known(db):
    catalogue.bring_in()


@pytest.mark.parametrize("typed", ["gtsx", "Tổng giá trị sản xuất", "tong gia tri san xuat", "  TỔNG GIÁ TRỊ SẢN XUẤT "])
def test_an_indicator_is_found_by_its_name_whatever_the_capitals_and_accents_or_by_its_key(typed):
    assert IndicatorField().clean(typed).key == "gtsx"


def test_what_the_list_offers_is_taken_as_it_stands():
    for indicator in Indicator.objects.filter(retired_at=None):
        assert IndicatorField().clean(said(indicator)) == indicator


def test_words_that_one_has_alone_are_enough_and_words_of_several_are_told_with_them():
    Indicator.objects.create(key="ho_a", name="Số hồ chứa có quy trình vận hành", group="Nước", folded="")
    assert IndicatorField().clean("hồ chứa vận hành").key == "ho_a"
    Indicator.objects.create(key="ho_b", name="Số hồ chứa vận hành an toàn", group="Nước", folded="")
    with pytest.raises(ValidationError) as several:
        IndicatorField().clean("hồ chứa vận hành")
    assert several.value.code == "several" and "an toàn" in several.value.messages[0]
    with pytest.raises(ValidationError) as unknown:
        IndicatorField().clean("không ai biết 🙂")
    assert unknown.value.code == "unknown"


def test_pieces_of_words_and_numbers_of_the_database_name_nothing():
    its = Indicator.objects.get(key="gtsx")
    assert IndicatorField().clean("tổng giá trị sản x") == its
    for typed in ("ổng giá trị sản xuất", str(its.pk), "%", "()"):
        with pytest.raises(ValidationError):
            IndicatorField().clean(typed)


def test_of_two_that_are_called_the_same_the_one_that_is_not_retired_is_meant():
    its = Indicator.objects.get(key="gtsx")
    old = Indicator.objects.create(
        key="gtsx_cu", name=its.name, unit=its.unit, group=its.group, folded="", retired_at="2020-01-01T00:00:00Z"
    )
    field = IndicatorField(among=Indicator.objects.all())
    assert [field.clean(typed) for typed in (said(its), its.name, "gtsx_cu")] == [its, its, old]


def test_a_retired_indicator_is_not_taken(db):
    Indicator.objects.filter(key="gtsx").update(retired_at="2020-01-01T00:00:00Z")
    with pytest.raises(ValidationError):
        IndicatorField().clean("gtsx")
