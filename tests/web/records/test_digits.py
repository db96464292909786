"""A number is shown with the digits its sentence prints, wherever a page shows it, and is kept as a number."""

from decimal import Decimal

import pytest
from django.urls import reverse

from giaoban_web.ledger.models import Entry
from giaoban_web.records.actions import decide
from giaoban_web.records.digits import as_said
from giaoban_web.records.models import Verdict
from tests.web.facts import *  # noqa: F403  its fixtures
from tests.web.facts import FIGURE

WORDS = "Tỷ lệ hộ nghèo năm 2019 còn 0,10%"
SENTENCE = f"{WORDS}, so với cùng kỳ giảm 0,50%."
POOR = FIGURE | {
    "indicator": "tỷ lệ hộ nghèo", "value": 0.1, "unit": "%", "bound": "exact",
    "comparisons": [{"kind": "change", "value": -0.5, "unit": "%", "bound": "exact", "base": "same_period"}],
}  # fmt: skip
CASES = [
    ("còn 0,10%", 0.1, "0.10"),
    ("đạt 1.250,0 tỷ đồng", 1250, "1250.0"),
    ("đạt 19.200 tỷ đồng", 19200, "19200"),
    ("giảm 2,0%", -2, "-2.0"),
    ("đạt 394 tỷ 581 triệu", 394.581, "394.581"),
    ("sửa thành số khác", 7.0, "7"),
]


@pytest.mark.parametrize(("words", "value", "said"), CASES)
def test_a_number_has_the_digits_of_its_words_or_else_as_few_as_it_can_have(words, value, said):
    told = as_said({"value": value, "value_to": None}, words, 0, len(words))
    assert str(told["value"]) == said and told["value_to"] is None


def test_a_comparison_has_the_digits_of_the_sentence():
    start = SENTENCE.index(WORDS)
    told = as_said(POOR, f"Mở đầu.\n{SENTENCE}", start + 8, start + 8 + len(WORDS))
    assert (told["value"], told["comparisons"][0]["value"]) == (Decimal("0.10"), Decimal("-0.50"))
    assert str(told["comparisons"][0]["value"]) == "-0.50"


def test_no_sentence_is_sought_for_a_figure_that_compares_with_nothing(monkeypatch):
    monkeypatch.delattr("giaoban_web.records.digits.quote")
    assert str(as_said(POOR | {"comparisons": []}, WORDS, 0, len(WORDS))["value"]) == "0.10"


def test_every_page_shows_what_the_record_says_and_the_find_keeps_the_number(make_record, fact, town, meeting, clerk, sign_in):
    find = fact(make_record(town, meeting, text=f"Kết quả của thị xã.\n{SENTENCE}"), "observation", WORDS, POOR, verdict=None)
    decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    find.refresh_from_db()
    assert find.standing.fields["value"] == 0.1
    level = Entry.objects.get(line__measure="level")
    assert (level.value, level.digits) == (Decimal("0.1"), 2)
    browser = sign_in(clerk)
    for address in (
        reverse("records:confirm", args=[find.record_id]), meeting.get_absolute_url(), "/places/205/", "/search/?q=ho+ngheo", "/",
    ):  # fmt: skip
        shown = browser.get(address).content.decode()
        assert "0,10%" in shown.replace(SENTENCE, "").replace(WORDS, ""), address
