"""The catalogue in English: its names are shown, found and taken back in the reader's language, and in their own."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from giaoban.reference.folding import fold
from giaoban_web.ledger.indicator_fields import IndicatorField, said
from giaoban_web.ledger.models import Indicator


@pytest.fixture
def browser(person, town, sign_in):
    clerk = person("steward", town)
    clerk.language = "en"
    clerk.save()
    return sign_in(clerk)


@pytest.mark.parametrize("name", ["catalogue", "keeping"])
@pytest.mark.parametrize("words", ["poverty rate", "ho ngheo", "Hộ nghèo"])
def test_an_indicator_is_listed_and_found_by_either_name(browser, name, words):
    page = browser.get(reverse(f"ledger:{name}"), {"q": words}).content.decode()
    assert "Poverty rate of households" in page
    assert "Society" in page
    assert "Gross output" not in page


def test_the_page_of_an_indicator_and_the_grid_name_it_in_english_with_its_definition(browser, town):
    page = browser.get("/ledger/indicators/ho_ngheo/").content.decode()
    assert "<h1>Poverty rate of households</h1>" in page
    assert "Poor households / all households" in page
    grid = browser.get(f"/ledger/entry/{town.code}/?period=2020").content.decode()
    assert "Gross output of industry" in grid and "Giá trị sản xuất" not in grid


@pytest.mark.parametrize(
    "text", ["Poverty rate of households (%)", "poverty RATE of households", "Tỷ lệ hộ nghèo", "ho_ngheo", "near-poverty"]
)
def test_a_field_takes_either_name_back(db, text):
    with translation.override("en"):
        found = IndicatorField().clean(text)
        assert found.key == ("ho_can_ngheo" if text == "near-poverty" else "ho_ngheo")
        assert IndicatorField().clean(said(found)) == found
        assert IndicatorField().clean(found.name) == found


def test_what_a_steward_added_keeps_the_name_it_was_given(db):
    own = Indicator.objects.create(key="cay_xanh", name="Số cây xanh", group="Của mình", folded="so cay xanh", definition={})
    with translation.override("en"):
        assert str(own) == "Số cây xanh"
        assert str(Indicator.objects.get(key="ho_ngheo")) == "Poverty rate of households"
    with translation.override("vi"):
        assert str(Indicator.objects.get(key="ho_ngheo")) == "Tỷ lệ hộ nghèo"


def listed(browser, **query):
    page = browser.get(reverse("ledger:catalogue"), query).content.decode().partition("<tbody>")[2]
    return re.findall(r'/">([^<]+)</a>', page.partition("</tbody>")[0])


def test_the_catalogue_is_sorted_by_the_names_that_are_shown(browser, sign_in, person, town):
    shown = listed(browser, sort="name")
    assert shown == sorted(shown, key=fold) and "Average population" in shown
    own = sign_in(person("clerk", town))
    shown = listed(own, sort="name")
    assert shown == sorted(shown, key=fold) and "Dân số trung bình" in shown
    groups = list(dict.fromkeys(re.findall(r'data-label="Nhóm">([^<]+)', own.get(reverse("ledger:catalogue")).content.decode())))
    assert groups.index("Đầu tư") < groups.index("Giáo dục")
    assert listed(own, sort="-name", page=1) != shown
