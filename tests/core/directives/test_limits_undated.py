"""Where the words of a limit without a day begin and end."""

import pytest

from giaoban.directives.limits_undated import undated

LIMITS = [
    ("Trước mùa mưa bão rà soát các điểm có nguy cơ sạt lở", "Trước mùa mưa bão"),
    ("sửa xong cầu trước Đại hội Đảng bộ huyện nhiệm kỳ 2025 - 2030 và báo cáo", "trước Đại hội Đảng bộ huyện nhiệm kỳ 2025 - 2030"),
    ("trồng cây trước Tết Nguyên đán năm 2026 tại các trường", "trước Tết Nguyên đán năm 2026"),
    ("trước năm học mới sửa lại mái trường", "trước năm học mới"),
    ("gửi dự thảo trước kỳ họp thứ ba", "trước kỳ họp thứ ba"),
    ("báo cáo trước thềm Đại hội", "trước thềm Đại hội"),
    ("trả lời cử tri trong vòng 15 ngày kể từ ngày nhận được đơn, báo cáo huyện", "trong vòng 15 ngày kể từ ngày nhận được đơn"),
    ("trong 5 ngày làm việc trả lời hộ dân", "trong 5 ngày làm việc"),
    ("trong 10 ngày kể từ hôm nay dọn xong bãi rác", "trong 10 ngày kể từ hôm nay"),
    ("trong thời hạn 3 tháng từ khi ký sửa xong kè", "trong thời hạn 3 tháng từ khi ký"),
]
NONE = [
    "báo cáo trước kỳ họp",
    "giải trình trước kỳ họp",
    "báo cáo trước Đại hội",
    "cách ly trong 14 ngày",
    "trực trong 7 ngày nghỉ Tết",
    "hội nghị trong hai ngày 12 và 13/3",
    "ra quân trong 10 ngày đầu tháng 6/2021",
]


@pytest.mark.parametrize(("wording", "limit"), LIMITS)
def test_a_limit_ends_where_what_is_to_be_done_begins(wording, limit):
    assert undated(wording) == limit


@pytest.mark.parametrize("wording", NONE)
def test_how_long_something_lasts_and_before_whom_it_is_said_are_no_limits(wording):
    assert undated(wording) == ""
