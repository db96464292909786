"""What a line of the ledger measures, in words."""

import pytest
from django.utils.translation import override

from giaoban.model import Measure
from giaoban_web.ledger.models import Line
from giaoban_web.ledger.templatetags.ledger import measured

TOLD = [
    (Measure.LEVEL, "", "mức đạt được", "level"),
    (Measure.CHANGE, "same_period", "mức tăng, giảm so với cùng kỳ", "rise or fall on the same period"),
    (Measure.CHANGE, "baseline_year:2015", "mức tăng, giảm so với năm 2015", "rise or fall on 2015"),
    (Measure.CHANGE, "", "mức tăng, giảm", "rise or fall"),
    (Measure.ATTAINMENT, "plan", "so với kế hoạch", "share of plan"),
    (Measure.ATTAINMENT, "same_period", "tỷ lệ so với cùng kỳ", "share of the same period"),
    (Measure.ATTAINMENT, "baseline_year:2015", "tỷ lệ so với năm 2015", "share of 2015"),
]


@pytest.mark.parametrize(("measure", "base", "vietnamese", "english"), TOLD)
def test_a_line_says_what_it_measures_and_against_what(measure, base, vietnamese, english):
    line = Line(measure=measure.value, base=base)
    told = {}
    for language in ("vi", "en"):
        with override(language):
            told[language] = measured(line)
    assert told == {"vi": vietnamese, "en": english}
