"""Who is asked for the year of a meeting is shown those that it may be of, the likeliest first."""

from datetime import date

import pytest

from giaoban.model import Span
from giaoban.reading.likely_years import likely_years
from tests.tables import table


@pytest.mark.parametrize("case", table("likely_years.tsv"), ids=lambda case: f"{case['text'][:60]} {case['known on']}")
def test_the_years_offered_are_those_of_the_corpus(case):
    text = case["text"]
    offered = likely_years(text, case["day"], Span(0, text.index(".")), date.fromisoformat(case["known on"]))
    assert ", ".join(f"{each.year} {each.why[0]}" for each in offered) == case["years"]
