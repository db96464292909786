from decimal import Decimal

import pytest
from django.utils import translation

from giaoban_web.ui import printed
from tests.tables import table


@pytest.mark.parametrize("case", table("printed_numbers.tsv"), ids=lambda case: case["number"])
def test_a_number_is_printed_as_its_reader_writes_it(case):
    for language in ("vi", "en"):
        with translation.override(language):
            assert printed.number(case["number"]) == case[language]
            assert printed.number(Decimal(case["number"])) == case[language]


@pytest.mark.parametrize("case", table("printed_periods.tsv"), ids=lambda case: case["period"])
def test_a_period_is_said_in_words(case):
    for language in ("vi", "en"):
        with translation.override(language):
            assert printed.period(case["period"]) == case[language]


@pytest.mark.parametrize("case", table("printed_quantities.tsv"), ids=lambda case: case["vi"])
def test_a_quantity_keeps_its_bound_and_unit(case):
    fields = {"value": case["value"], "value_to": case["value_to"] or None, "unit": case["unit"], "bound": case["bound"]}
    for language in ("vi", "en"):
        with translation.override(language):
            assert printed.quantity(fields) == case[language]


@pytest.mark.parametrize(
    ("value", "measure", "vi", "en"),
    [
        (-17, "change", "giảm 17 hộ", "down 17 households"),
        (17, "change", "tăng 17 hộ", "up 17 households"),
        (0, "change", "0 hộ", "0 households"),
        (-17, "level", "-17 hộ", "-17 households"),
    ],
)
def test_a_figure_that_is_a_change_is_told_as_a_rise_or_a_fall(value, measure, vi, en):
    for language, told in (("vi", vi), ("en", en)):
        with translation.override(language):
            assert printed.quantity({"value": value, "unit": "hộ", "bound": "exact", "measure": measure}) == told


@pytest.mark.parametrize("case", table("printed_comparisons.tsv"), ids=lambda case: case["vi"])
def test_a_comparison_says_which_way_and_against_what(case):
    fields = {name: case[name] or None for name in ("kind", "value", "unit", "bound", "base")}
    for language in ("vi", "en"):
        with translation.override(language):
            assert printed.comparison(fields) == case[language]


def test_a_number_of_json_and_its_decimal_are_printed_alike():
    with translation.override("vi"):
        assert printed.number(85.7) == printed.number(Decimal("85.7")) == "85,7"
