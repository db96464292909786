"""Numbers and periods are taken as people write them."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from giaoban.model import Refused
from giaoban_web.records.fields import NumberField, PeriodField
from giaoban_web.records.spans import locate
from giaoban_web.ui import printed

VIETNAMESE = [
    ("19.200", 19200),
    ("2.572,5", 2572.5),
    ("85,7", 85.7),
    ("85.7", 85.7),
    ("-3,5", -3.5),
    ("−3", -3),
    ("1 234", 1234),
    ("", None),
]
ENGLISH = [("19,200", 19200), ("2,572.5", 2572.5), ("85.7", 85.7)]
PERIODS = ["2019", "2020-03", "2020-03-12", "2020-Q1", "2020-Q4", "2020-H1", "2020-H2", "2020-M9", "2016/2020"]


@pytest.mark.parametrize(("language", "text", "number"), [*(("vi", *case) for case in VIETNAMESE), *(("en", *case) for case in ENGLISH)])
def test_a_number_is_read_as_its_language_writes_it(language, text, number):
    with translation.override(language):
        assert NumberField(required=False).clean(text) == number


@pytest.mark.parametrize("text", ["hai", "1,2,3", "--1", "NaN", "Infinity", "1e5x"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValidationError):
        NumberField().clean(text)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("period", PERIODS)
def test_a_period_shown_can_be_typed_back(language, period):
    with translation.override(language):
        assert PeriodField(required=False).clean(printed.period(period)) == period
        assert PeriodField(required=False).clean(period) == period


@pytest.mark.parametrize("text", ["31/02/2020", "quý V/2020", "tháng sau", "2020/2016"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValidationError):
        PeriodField().clean(text)


@pytest.mark.parametrize(
    ("words", "hints", "span"),
    [
        ("hai", {}, (4, 7)),
        ("một", {"start": 8}, (8, 11)),
        ("một", {"nth": 2}, (8, 11)),
        ("  hai  ", {}, (4, 7)),
        ("hai", {"start": 0}, (4, 7)),
        ("một", {"start": 0, "nth": 2}, (8, 11)),
        ("một", {"start": 4, "end": 11}, (8, 11)),
        ("hai", {"nth": 7}, (4, 7)),
    ],
)
def test_words_are_found_again_in_the_text(words, hints, span):
    assert locate("một hai một", words, **hints) == span


@pytest.mark.parametrize(
    ("words", "hints"),
    [("ba", {}), ("", {}), ("một", {}), ("một", {"nth": 3}), ("một", {"start": 0, "nth": 3}), ("một", {"start": 1, "end": 5})],
)
def test_words_that_cannot_be_placed_are_refused(words, hints):
    with pytest.raises(Refused):
        locate("một hai một", words, **hints)
