from decimal import Decimal

import pytest

from giaoban.model import Bound, Comparison, Measure, Quantity
from giaoban.render import words


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (Quantity(Decimal("19200"), "tỷ đồng", Bound.OVER), "trên 19.200 tỷ đồng"),
        (Quantity(Decimal("2572.5"), "tỷ đồng"), "2.572,5 tỷ đồng"),
        (Quantity(Decimal("85.7"), "%"), "85,7%"),
        (Quantity(Decimal("10"), "%", value_to=Decimal("12")), "10–12%"),
        (Quantity(Decimal("1.20"), "điểm %", Bound.ABOUT), "khoảng 1,20 điểm %"),
    ],
)
def test_a_quantity_is_said_as_vietnam_writes_it(quantity, said):
    assert words.quantity(quantity) == said


@pytest.mark.parametrize(
    ("comparison", "said"),
    [
        (Comparison(Measure.CHANGE, Decimal("20.2"), "%", Bound.OVER, "same_period"), "tăng trên 20,2% so với cùng kỳ"),
        (Comparison(Measure.CHANGE, Decimal("-3"), "%"), "giảm 3%"),
        (Comparison(Measure.ATTAINMENT, Decimal("78"), "%", base="plan"), "đạt 78% kế hoạch"),
        (Comparison(Measure.CHANGE, Decimal("2.1"), "lần", base="baseline_year:2015"), "tăng 2,1 lần so với năm 2015"),
    ],
)
def test_a_comparison_is_said_in_words(comparison, said):
    assert words.comparison(comparison) == said


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("ỦY BAN NHÂN DÂN THỊ XÃ ĐÔNG TRIỀU", "ỦY BAN NHÂN DÂN THỊ_XÃ_ĐÔNG_TRIỀU"),
        ("ỦY BAN NHÂN DÂN XÃ BÌNH KHÊ", "ỦY BAN NHÂN DÂN XÃ_BÌNH_KHÊ"),
        ("TỈNH ỦY QUẢNG NINH", "TỈNH ỦY QUẢNG NINH"),
        ("THỊ UỶ ĐÔNG TRIỀU", "THỊ UỶ ĐÔNG TRIỀU"),
        ("BAN QUẢN LÝ KHU KINH TẾ TỈNH QUẢNG NINH VÀ VÙNG PHỤ CẬN", "BAN QUẢN LÝ KHU KINH TẾ TỈNH QUẢNG NINH VÀ VÙNG PHỤ CẬN"),
    ],
)
def test_the_place_of_an_issuing_body_stays_on_one_line(body, lines):
    assert words.issuing(body).replace("\N{NO-BREAK SPACE}", "_") == lines
