"""Where the words of a limit without a day begin and end, and on which day a length of time is over."""

from datetime import date

import pytest

from giaoban.directives.limits_undated import MOST, ended, undated

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


WEDNESDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 7, day) for day in (1, 3, 4, 5))
ENDS = [
    ("trong vòng 1 ngày", WEDNESDAY, date(2026, 7, 2)),
    ("trong 15 ngày kể từ nay", WEDNESDAY, date(2026, 7, 16)),
    ("Trong vòng BA TUẦN", WEDNESDAY, date(2026, 7, 22)),
    ("trong vòng hai tuần từ hôm nay", WEDNESDAY, date(2026, 7, 15)),
    ("trong thời hạn 6 THÁNG", WEDNESDAY, date(2027, 1, 1)),
    ("trong vòng 2 tháng", date(2026, 12, 31), date(2027, 2, 28)),
    ("trong vòng 2 tháng", date(2027, 12, 31), date(2028, 2, 29)),
    ("trong vòng mười tháng", date(2026, 2, 28), date(2026, 12, 28)),
    ("trong vòng 12 tháng", date(2026, 1, 31), date(2027, 1, 31)),
    (f"trong vòng {MOST} ngày", WEDNESDAY, date(2027, 7, 2)),
    (f"trong vòng {MOST + 1} ngày", WEDNESDAY, None),
    ("trong vòng 15 ngày kể từ ngày nhận được đơn", WEDNESDAY, None),
    ("trước Đại hội", WEDNESDAY, None),
]
WORKING = [
    (1, WEDNESDAY, date(2026, 7, 2)),
    (2, WEDNESDAY, FRIDAY),
    (3, WEDNESDAY, date(2026, 7, 6)),
    (5, WEDNESDAY, date(2026, 7, 8)),
    (7, WEDNESDAY, date(2026, 7, 10)),
    (8, WEDNESDAY, date(2026, 7, 13)),
    (1, FRIDAY, date(2026, 7, 6)),
    (5, FRIDAY, date(2026, 7, 10)),
    (1, SATURDAY, date(2026, 7, 6)),
    (5, SATURDAY, date(2026, 7, 10)),
    (6, SATURDAY, date(2026, 7, 13)),
    (10, SUNDAY, date(2026, 7, 17)),
]


@pytest.mark.parametrize(("words", "on", "last"), ENDS)
def test_a_length_of_time_is_over_on_a_day_of_the_calendar(words, on, last):
    assert ended(words, on) == last


@pytest.mark.parametrize(("many", "on", "last"), WORKING)
def test_days_of_rest_are_no_working_days_whatever_day_they_are_counted_from(many, on, last):
    assert ended(f"trong vòng {many} ngày làm việc", on) == last
