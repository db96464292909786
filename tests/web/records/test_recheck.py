"""What is doubtful about an edited find is told before it is saved."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban_web.records.actions import Change
from giaoban_web.records.digits import stands_in
from giaoban_web.records.recheck import doubts
from tests.web.records.conftest import TEXT

FIGURE = {"indicator": "Thu", "value": 2572, "value_to": None, "unit": "tỷ đồng", "measure": "level", "bound": "exact", "role": "actual",
          "period": "2019", "place": None, "comparisons": []}  # fmt: skip
SHARE = {**FIGURE, "value": 0.12, "unit": "%"}
MEETING = {"mode": None, "convener": None, "reviewed": None, "chair": None}
DIRECTIVE = {"issuer": None, "assignee": None, "force": "order", "deadline": None, "topic": "other"}


@pytest.mark.parametrize(
    ("kind", "quote", "fields", "said"),
    [
        ("observation", "đạt 2.572 tỷ đồng", FIGURE, []),
        ("observation", "đạt 2.572 tỷ đồng", {**FIGURE, "value": 2752}, ["number-not-in-quote"]),
        ("observation", "còn 0,12%", SHARE, []),
        ("observation", "còn 0,12%", {**SHARE, "value": 0.12, "value_to": 0.1}, ["number-not-in-quote", "range-upside-down"]),
        ("observation", "còn 0,12%", {**SHARE, "measure": "change", "value": -0.12, "value_to": -10}, ["number-not-in-quote"]),
        (
            "observation",
            "còn 0,12%",
            {**SHARE, "measure": "change", "value": -10, "value_to": -0.12},
            ["number-not-in-quote", "range-upside-down"],
        ),
        ("observation", "còn 0,12%", {**SHARE, "value": 120}, ["number-not-in-quote", "share-above-hundred"]),
        (
            "observation",
            "đạt 2.572 tỷ đồng",
            {**FIGURE, "comparisons": [{"kind": "change", "value": -120, "unit": "%"}]},
            ["comparison-not-nearby", "growth-below-nothing"],
        ),
        ("observation", "đạt 2.572 tỷ đồng", {**FIGURE, "comparisons": [{"kind": "change", "value": 20.2, "unit": "%"}]}, []),
        (
            "observation",
            "còn 0,12%",
            {**SHARE, "value": 90, "comparisons": [{"kind": "change", "value": -20.2, "unit": "%"}]},
            ["number-not-in-quote", "earlier-above-hundred"],
        ),
        ("observation", "còn 0,12%", {**SHARE, "measure": "change", "value": -100}, ["number-not-in-quote", "growth-below-nothing"]),
        ("meeting", "Sáng 12/3/2020", {**MEETING, "date": "2020-03-12"}, []),
        ("meeting", "Sáng 12/3/2020", {**MEETING, "date": "2999-03-12"}, ["meeting-after-record"]),
        ("meeting", "Sáng 12/3/2020", {**MEETING, "date": None}, []),
        ("observation", "đạt 2.572 tỷ đồng", {**FIGURE, "place": "huyện Ở Đâu"}, ["place-not-in-register"]),
        ("observation", "đạt 2.572 tỷ đồng", {**FIGURE, "place": "thị xã Đông Triều"}, []),
        ("directive", "xử lý nước thải", DIRECTIVE, []),
    ],
)
def test_a_find_is_doubted_for_what_is_wrong_with_it(record, kind, quote, fields, said):
    start = TEXT.index(quote)
    assert [refused.code for refused in doubts(record, Change(kind, start, start + len(quote), fields))] == said


def test_a_deadline_before_the_meeting_and_a_result_after_it_are_doubted(record):
    record.published_on = date(2020, 3, 12)
    assert [each.code for each in doubts(record, Change("directive", 0, 5, {**DIRECTIVE, "deadline": "2019-06-30"}))] == [
        "deadline-before-meeting"
    ]
    start = TEXT.index("đạt 2.572")
    assert [each.code for each in doubts(record, Change("observation", start, start + 17, {**FIGURE, "period": "2021"}))] == [
        "period-after-meeting"
    ]


def test_words_that_leave_what_was_read_are_doubted_and_so_is_a_second_find_of_the_same(record, figure):
    start = TEXT.index("Tỷ lệ hộ nghèo")
    away = Change("observation", start, start + 24, {**FIGURE, "value": 0.12, "unit": "%"})
    assert "words-moved-away" in [each.code for each in doubts(record, away, figure)]
    same = Change(figure.kind, figure.start, figure.end, figure.fields)
    assert [each.code for each in doubts(record, same)] == ["find-there-already"]
    assert doubts(record, same, figure) == []


@pytest.mark.parametrize(
    ("value", "words", "stands"),
    [
        ("19200.5", "đạt 19.200,5 tỷ đồng", True),
        ("19200.5", "reached 19,200.5 billion", True),
        ("394.581", "394 tỷ 581 triệu đồng", True),
        ("394581", "394 tỷ 581 triệu đồng", True),
        ("2.05", "2 tỷ 50 triệu đồng", True),
        ("1200", "1 triệu 200 nghìn đồng", True),
        ("-3", "giảm 3%", True),
        ("120", "ngày 12/3/2020", False),
        ("2752", "2.572", False),
        ("5", "", False),
    ],
)
def test_a_number_stands_in_words_as_it_is_printed(value, words, stands):
    assert stands_in(Decimal(value), words) is stands
