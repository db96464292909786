"""A sparkline keeps within its box and says nothing of a single value."""

import re

from hypothesis import given
from hypothesis import strategies as st

from giaoban.render.sparkline import HEIGHT, WIDTH, sparkline


@given(st.lists(st.floats(-1e12, 1e12), min_size=2, max_size=30))
def test_every_point_lies_in_the_box(values):
    points = re.search(r'points="([^"]*)"', sparkline(values)).group(1).split()
    assert len(points) == len(values)
    for point in points:
        x, y = map(float, point.split(","))
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


def test_one_value_makes_no_line():
    assert sparkline([5.0]) == ""
