"""Which numbers of a wording are to be reached, and which only name something or say when."""

import pytest

from giaoban.directives.amounts import amount_named

REACHED = [
    "vận động 5 hộ",
    "đạt 95%",
    "ở 18/21 xã",
    "trồng 30ha rừng",
    "5-7 hộ",
    "trước 15 hộ",
    "đường thôn 2 dài 400m",
    "đạt 95%, trong tháng",
]
NAMES = [
    "Khu 5 rà soát",
    "sửa cầu thôn 2",
    "chi bộ 3 sinh hoạt",
    "kế hoạch giai đoạn 2021-2025",
    "kế hoạch giai đoạn 2021 - 2025",
    "lồng ghép Chương trình 135",
    "phủ sóng 4G",
    "theo Nghị quyết số 06-NQ/TU",
    "xong trước 15/8",
    "xong đến 15/8/2026",
    "xong trong 15 ngày",
    "xong trong 15 NGÀY",
    "theo kế hoạch “5 xã, 3 phường”",
    "sửa mái trường",
]


@pytest.mark.parametrize("wording", REACHED)
def test_what_can_be_counted_or_reached_is_an_amount(wording):
    assert amount_named(wording) is True


@pytest.mark.parametrize("wording", NAMES)
def test_a_number_that_is_part_of_a_name_or_a_day_is_none(wording):
    assert amount_named(wording) is False
