import pytest

from giaoban.model import Period
from tests.tables import table

CASES = table("period_forms.tsv")


@pytest.mark.parametrize("case", [case for case in CASES if case["start_on"]], ids=lambda case: case["text"])
def test_a_period_spans_the_days_it_says(case):
    period = Period.parse(case["text"])
    assert (period.start_on.isoformat(), period.end_on.isoformat(), str(period)) == (case["start_on"], case["end_on"], case["text"])


@pytest.mark.parametrize("case", [case for case in CASES if not case["start_on"]], ids=lambda case: case["text"])
def test_what_is_no_period_is_refused(case):
    with pytest.raises(ValueError):
        Period.parse(case["text"])
