"""A share beside a count is of the total that stands with it, or of a plan."""

from decimal import Decimal

import pytest

from giaoban.ledger.shares_told import is_of_total
from giaoban.model import Comparison, Measure, Quantity


@pytest.mark.parametrize(
    ("words", "value", "unit", "share", "expected"),
    [
        ("có 1.127/1.157 hộ sử dụng nước sạch, đạt 97,4%", "1127", "hộ", "97.4", True),
        ("có 1.127 hộ trên tổng số 1.157 hộ, đạt 97,4%", "1127", "hộ", "97.4", True),
        ("1.127 trong tổng số 1.157 hộ, đạt 97%", "1127", "hộ", "97", True),
        ("có 1.127 hộ trên tổng số 1.157 hộ, đạt 97,4%", "1157", "hộ", "97.4", True),
        ("có 1.127 hộ trên tổng số 1.157 hộ, đạt 88%", "1157", "hộ", "88", False),
        ("tiếp nhận 5.216 hồ sơ (trực tuyến 4.870 hồ sơ, đạt 93,4%)", "5216", "hồ sơ", "93.4", True),
        ("tiếp nhận 642 hồ sơ, đúng hạn và trước hạn 636 hồ sơ, đạt 99%", "636", "hồ sơ", "99", True),
        ("giao 50 căn, đã xóa 41 căn nhà tạm, đạt 82%", "41", "căn", "82", False),
        ("năm 2025, có 1.974 hộ, đạt 97,4%", "1974", "hộ", "97.4", False),
        ("trong số 120 hộ có 90 hộ, đạt 75%", "90", "hộ", "75", True),
        ("trồng 84 ha rừng, kế hoạch 100 ha, đạt 84%", "84", "ha", "84", False),
        ("có 316/417 hộ, đạt 75,8%", "316", "hộ", "75.8", True),
        ("có 316/417 hộ, đạt 75,7%", "316", "hộ", "75.7", True),
        ("có 316/417 hộ, đạt 75,9%", "316", "hộ", "75.9", False),
        ("có 316/417 hộ, đạt 75%", "316", "hộ", "75", True),
        ("có 316/417 hộ, đạt 77%", "316", "hộ", "77", False),
        ("có 313/417 hộ, đạt 76%", "313", "hộ", "76", False),
        ("bàn giao 1,8/2,5 ha, đạt 72%", "1.8", "ha", "72", True),
        ("có 1.127/1.157 hộ, đạt 102,5%", "1127", "hộ", "102.5", False),
        ("có 1.127 hộ, đạt 97,4%", "1127", "hộ", "97.4", False),
        ("giải ngân 22,4/51,7 tỷ đồng, đạt 43,3%", "22.4", "tỷ đồng", "43.3", False),
        ("1/2,3,4 hộ trong 1,157,000 hộ, đạt 97,4%", "1127", "hộ", "97.4", False),
        ("Trong 9 tháng kết nạp 9 đảng viên, đạt 100%", "9", "đảng viên", "100", False),
        ("ngày 12/3, có 0/0 hộ, đạt 97,4%", "1127", "hộ", "97.4", False),
    ],
)
def test_a_share_is_of_the_total_that_it_comes_from(words, value, unit, share, expected):
    told = Comparison(Measure.ATTAINMENT, Decimal(share), "%")
    assert is_of_total(Quantity(Decimal(value), unit), told, words) is expected


@pytest.mark.parametrize(
    "told", [Comparison(Measure.CHANGE, Decimal("97.4"), "%"), Comparison(Measure.ATTAINMENT, Decimal("97.4"), "%", base="plan")]
)
def test_growth_and_what_is_said_to_be_of_the_plan_stay_so(told):
    assert not is_of_total(Quantity(Decimal(1127), "hộ"), told, "có 1.127/1.157 hộ, đạt 97,4%")
