"""Orders in so many words."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Directive, Force, Meeting
from giaoban.reading.explaining import explain
from tests.core.reading.written import page
from tests.tables import table

ORDER = "Yêu cầu Phòng Nội vụ kiểm tra, báo cáo trước ngày 15/4/2020."
HELD = "Ngày 28/5/2020, UBND tỉnh Vĩnh Hà tổ chức họp giao ban tháng 5. Chủ tịch UBND tỉnh Trần Văn Nam chủ trì cuộc họp."


@pytest.mark.parametrize("case", table("outright.tsv"), ids=lambda case: case["text"][:60])
def test_plain_orders_are_read_as_the_corpus_says(case):
    read = page(f"{HELD}\n\n{case['text']}")
    found = [each for each in read.all(Directive) if each.span.start >= read.text.index(case["text"])]
    assert " | ".join(each.span.of(read.text) for each in found) == case["tasks"]
    assert " | ".join(each.what.assignee or "" for each in found) == case["assignees"]


def test_a_plain_order_is_explained_as_one():
    told = explain(from_text(f"{HELD}\n\nYêu cầu Sở Xây dựng sơn lại cổng chợ.\n"))
    reasons = [reason.code for each in told for find, why in each.finds if isinstance(find.what, Directive) for reason in why]
    assert reasons == ["ordered-outright"]


def test_a_report_without_a_meeting_orders_and_begs_in_so_many_words():
    read = page(f"UBND XÃ AN LỘC\n\nBÁO CÁO\nTình hình quý I năm 2020\n\nXã trồng 12 ha rừng.\n\n{ORDER}")
    assert not read.all(Meeting)
    assert [(each.what.force, each.what.assignee, each.what.deadline) for each in read.all(Directive)] == [
        (Force.ORDER, "Phòng Nội vụ", "2020-04-15")
    ]


def test_a_text_that_is_neither_of_a_meeting_nor_a_report_orders_nothing():
    assert not page(f"Vườn hồng vào vụ\n\n{ORDER}").all(Directive)
