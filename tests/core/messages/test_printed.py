"""Sentences say periods and numbers as the screens do (corpus/printed_periods.tsv): "quý I/2020", "March 2020"."""

import errno
from decimal import Decimal

import pytest

from giaoban.messages import LANGUAGES
from giaoban.messages.printed import Moved, Rough, compared, comparison, heading, in_words
from giaoban.model import Bound, Comparison, Measure, Period, Quantity
from tests.tables import table


def known(text):
    try:
        return Period.parse(text)
    except ValueError:
        return None


@pytest.mark.parametrize("case", [case for case in table("printed_periods.tsv") if known(case["period"])], ids=lambda case: case["period"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_period_stands_by_itself_as_the_corpus_says_and_in_a_sentence_with_its_article(case, language):
    assert heading(known(case["period"]), language) == case[language]
    assert in_words(known(case["period"]), language).removeprefix("the ") == case[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_ends_of_a_span_have_their_article_in_a_sentence_and_none_where_they_stand_by_themselves(language):
    span = Period.parse("2019-H1/2020-M9")
    said = {"vi": "từ 6 tháng đầu năm 2019 đến 9 tháng đầu năm 2020", "en": "from the first half of 2019 to the first 9 months of 2020"}
    assert in_words(span, language) == said[language]
    assert heading(span, language) == said[language].replace("the ", "")


@pytest.mark.parametrize("case", table("printed_comparisons.tsv"), ids=lambda case: case["vi"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_says_which_way_and_against_what(case, language):
    told = Comparison(Measure(case["kind"]), Decimal(case["value"]), case["unit"], Bound(case["bound"]), case["base"] or None)
    assert comparison(told, language) == case[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_span_between_periods_of_two_kinds_is_said_by_its_ends(language):
    said = {"vi": "từ năm 2016 đến tháng 6/2020", "en": "from 2016 to June 2020"}
    assert in_words(Period.parse("2016/2020-06"), language) == said[language]


SAID = [
    (Quantity(Decimal("19200"), "tỷ đồng", Bound.OVER), "trên 19.200 tỷ đồng", "over 19,200 billion dong"),
    (Quantity(Decimal("10"), "%", value_to=Decimal("12.50")), "10–12,50%", "10–12.50%"),
    (Rough(Quantity(Decimal("16681"), "tỷ đồng", Bound.OVER)), "trên khoảng 16.681 tỷ đồng", "over about 16,681 billion dong"),
    (Quantity(Decimal("1.20"), "điểm %", Bound.ABOUT), "khoảng 1,20 điểm %", "about 1.20 percentage points"),
    (Moved(Quantity(Decimal("-4.2"), "%")), "giảm 4,2%", "down 4.2%"),
    (Moved(Quantity(Decimal(-5), "%", value_to=Decimal(-10))), "giảm 5–10%", "down 5–10%"),
    (Moved(Quantity(Decimal(5), "%", value_to=Decimal(10))), "tăng 5–10%", "up 5–10%"),
    (Moved(Quantity(Decimal(-20), "%", Bound.OVER)), "giảm trên 20%", "down over 20%"),
    (Moved(Quantity(Decimal("15.10"), "%", Bound.OVER)), "tăng trên 15,10%", "up over 15.10%"),
    (OSError(errno.ENOENT, "No such file or directory"), "không có tệp hoặc thư mục này", "No such file or directory"),
    (OSError(errno.EPIPE, "Broken pipe"), "Broken pipe", "Broken pipe"),
    (OSError("nothing there"), "nothing there", "nothing there"),
]


@pytest.mark.parametrize("case", table("printed_quantities.tsv"), ids=lambda case: case["vi"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quantity_is_said_as_on_the_screens(case, language):
    upper = Decimal(case["value_to"]) if case["value_to"] else None
    said = Quantity(Decimal(case["value"]), case["unit"], Bound(case["bound"]), upper)
    assert in_words(said, language) == case[language]


@pytest.mark.parametrize(("value", "vietnamese", "english"), SAID, ids=lambda each: each if isinstance(each, str) else "")
def test_a_quantity_keeps_its_digits_its_bound_and_its_unit(value, vietnamese, english):
    assert (in_words(value, "vi"), in_words(value, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("kind", "value", "upper", "base", "vietnamese", "english"),
    [
        (Measure.CHANGE, "-5", "-10", "same_period", "giảm 5–10% so với cùng kỳ", "down 5–10% on the same period"),
        (Measure.CHANGE, "5", "10", None, "tăng 5–10%", "up 5–10%"),
        (Measure.ATTAINMENT, "78", "80", "plan", "đạt 78–80% kế hoạch", "78–80% of the plan"),
    ],
)
def test_a_range_is_compared_with_both_its_ends(kind, value, upper, base, vietnamese, english):
    amount = Quantity(Decimal(value), "%", value_to=Decimal(upper))
    assert [compared(kind, amount, base, language) for language in ("vi", "en")] == [vietnamese, english]
