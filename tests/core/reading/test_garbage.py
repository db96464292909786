"""Reading leaves no garbage in circles, so that none need be searched for while it reads."""

import gc

import pytest

from giaoban import documents, reading
from giaoban.reading.garbage import unsearched

TEXT = """Huyện ủy Hòa Bình họp giao ban tháng 6

Sáng 12/6/2024, Ban Thường vụ Huyện ủy Hòa Bình họp giao ban. Đồng chí Trần Văn An, Bí thư Huyện ủy, chủ trì.
Sáu tháng đầu năm, thu ngân sách đạt 125 tỷ đồng, tăng 8,5% so với cùng kỳ, đạt 54% dự toán.
Tiến độ giải ngân vốn đầu tư công còn chậm.
Bí thư Huyện ủy yêu cầu Phòng Tài chính rà soát các dự án, báo cáo trước ngày 30/6.
"""


@pytest.mark.parametrize("fast", [False, True])
def test_a_reading_leaves_nothing_that_refers_to_itself(fast):
    document = documents.from_text(TEXT)
    reading.read(document, fast=fast)  # tables and patterns are made once
    gc.collect()
    gc.disable()
    try:
        assert reading.read(document, fast=fast).observations
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("switched", [False, True])
def test_the_search_for_garbage_is_as_it_was_after_a_reading(switched):
    if not switched:
        gc.disable()
    try:
        reading.read(documents.from_text(TEXT))
        assert gc.isenabled() is switched
    finally:
        gc.enable()


def test_the_search_for_garbage_goes_on_after_an_error():
    with pytest.raises(ZeroDivisionError), unsearched():
        1 / 0  # noqa: B018
    assert gc.isenabled()
