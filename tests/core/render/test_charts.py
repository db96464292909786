"""Charts are drawn without a browser, may stand in a page under its policy, and say what they show."""

import pytest

from giaoban.model import Bound
from giaoban.render import charts
from giaoban.render.charts import Point, Words

WORDS = Words("tỷ đồng", "Tổng giá trị sản xuất của hai thị xã")
POINTS = [
    Point("2018", 16681, "Đông Triều", "16.681"),
    Point("2019", 19200, "Đông Triều", "trên 19.200", Bound.OVER),
    Point("2019", 15200.5, "Quảng Yên", "15.200,5"),
]
SQUARE = {"type": "Polygon", "coordinates": [[[106, 21], [107, 21], [107, 22], [106, 22], [106, 21]]]}
DRAWN = {
    "lines": lambda: charts.lines(POINTS, ["2018", "2019"], WORDS, breaks=["2019"]),
    "bars": lambda: charts.bars(POINTS, WORDS),
    "distribution": lambda: charts.distribution([point.value for point in POINTS], WORDS, mean=17000),
    "shapes": lambda: charts.shapes([{"type": "Feature", "geometry": SQUARE, "properties": {"value": 5, "label": "5"}}], WORDS),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_chart_carries_no_script_no_style_and_no_foreign_address(kind):
    svg = DRAWN[kind]()
    assert svg.startswith("<svg")
    assert "<script" not in svg
    assert "style=" not in svg
    assert "<style" not in svg
    assert "http" not in svg.replace("http://www.w3.org/", "")
    assert DRAWN[kind]() == svg


def test_numbers_on_the_axis_are_grouped_as_the_reader_writes_them():
    assert "18.000" in charts.lines(POINTS, ["2018", "2019"], WORDS)
    assert "18,000" in charts.lines(POINTS, ["2018", "2019"], Words("billion dong", "x", ",", "."))


def test_series_are_named_and_the_values_of_bars_stand_beside_them():
    assert "Quảng Yên" in charts.lines(POINTS, ["2018", "2019"], WORDS)
    assert "trên 19.200" in charts.bars(POINTS, WORDS)


def test_a_bound_has_a_shape_of_its_own():
    exact = charts.lines([Point("2019", 1, "a", "1"), Point("2020", 2, "a", "2")], ["2019", "2020"], WORDS)
    over = charts.lines([Point("2019", 1, "a", "1"), Point("2020", 2, "a", "2", Bound.OVER)], ["2019", "2020"], WORDS)
    assert exact != over


def test_a_line_joins_only_what_is_of_one_run():
    def joined(*runs):
        points = [Point(str(2018 + at), 5 + at, "a", "5", run=run) for at, run in enumerate(runs)]
        return charts.lines(points, ["2018", "2019", "2020"], WORDS).count('roledescription="line mark"')

    assert joined("year", "year", "year") == 1
    assert joined("year", "quarter", "year") == 2


def test_a_single_value_has_a_scale_to_be_read_by():
    drawn = charts.lines([Point("2021", 0.9, "Đông Triều", "0,9")], ["2021"], WORDS)
    assert ">0,8<" in drawn and ">0,0<" in drawn
