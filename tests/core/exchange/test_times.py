"""Periods of other systems are ours to the day, or none."""

import pytest

from giaoban.exchange.times import from_sdmx, sdmx
from giaoban.model import Period

SAME = [
    ("2020-H2", "2020-S2"),
    ("2020-M9", "2020-01-01/P9M"),
    ("2016/2020", "2016-01-01/P5Y"),
    ("2019-07/2020-06", "2019-07-01/P1Y"),
    ("2020-03-05/2020-04-09", "2020-03-05/P36D"),
]
WRONG = [
    "2020-W05",
    "2020-03-05/P1M",
    "2020-03-05/P0D",
    "2020-03-05/P999999999999D",
    "2020-01-01/P0M",
    "2020-13-01/P1M",
    "2020-01-01/P99999999M",
]


@pytest.mark.parametrize(("ours", "theirs"), SAME)
def test_a_period_goes_out_and_comes_back(ours, theirs):
    assert sdmx(Period.parse(ours)) == theirs
    back = from_sdmx(theirs)
    assert (back.start_on, back.end_on) == (Period.parse(ours).start_on, Period.parse(ours).end_on)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_period_of_ours_is_none_nearby(text):
    with pytest.raises(ValueError):
        from_sdmx(text)
