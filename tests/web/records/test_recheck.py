"""What is doubtful about an edited find is told before it is saved."""

import pytest

from giaoban_web.records.recheck import doubts
from tests.web.records.conftest import TEXT

FIGURE = {"indicator": "Thu", "value": 2572, "value_to": None, "unit": "tỷ đồng", "measure": "level", "bound": "exact", "role": "actual",
          "period": "2019", "place": None, "comparisons": []}  # fmt: skip
SHARE = {**FIGURE, "value": 0.12, "unit": "%"}
DIRECTIVE = {"issuer": None, "assignee": None, "force": "order", "deadline": None, "topic": "other"}


@pytest.mark.parametrize(
    ("kind", "quote", "fields", "said"),
    [
        ("observation", "đạt 2.572 tỷ đồng", FIGURE, []),
        ("observation", "đạt 2.572 tỷ đồng", {**FIGURE, "value": 2752}, ["number-not-in-quote"]),
        ("observation", "còn 0,12%", SHARE, []),
        ("observation", "còn 0,12%", {**SHARE, "value": 0.12, "value_to": 0.1}, ["range-upside-down"]),
        ("observation", "còn 0,12%", {**SHARE, "value": 120}, ["number-not-in-quote", "share-above-hundred"]),
        (
            "observation",
            "đạt 2.572 tỷ đồng",
            {**FIGURE, "comparisons": [{"kind": "change", "value": -120, "unit": "%"}]},
            ["growth-below-nothing"],
        ),
        ("observation", "đạt 2.572 tỷ đồng", {**FIGURE, "place": "huyện Ở Đâu"}, ["place-not-in-register"]),
        ("observation", "đạt 2.572 tỷ đồng", {**FIGURE, "place": "thị xã Đông Triều"}, []),
        ("directive", "xử lý nước thải", DIRECTIVE, []),
    ],
)
def test_a_find_is_doubted_for_what_is_wrong_with_it(record, kind, quote, fields, said):
    start = TEXT.index(quote)
    assert [refused.code for refused in doubts(record, kind, start, start + len(quote), fields)] == said


def test_a_deadline_before_the_meeting_and_a_result_after_it_are_doubted(record):
    from datetime import date

    record.published_on = date(2020, 3, 12)
    assert [each.code for each in doubts(record, "directive", 0, 5, {**DIRECTIVE, "deadline": "2019-06-30"})] == ["deadline-before-meeting"]
    start = TEXT.index("đạt 2.572")
    assert [each.code for each in doubts(record, "observation", start, start + 17, {**FIGURE, "period": "2021"})] == [
        "period-after-meeting"
    ]
