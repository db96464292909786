"""What stands before a name that only tells whose office somebody holds."""

import pytest

from giaoban.reading.rules.figures.whereabouts.apart import apart, of_office


@pytest.mark.parametrize("said", ["chủ nhiệm ủy ban", "tổ trưởng tổ", "trưởng khoa", "chi cục trưởng", "tỉnh ủy viên", "lãnh đạo"])
def test_the_place_of_an_office_is_whose_office_it_is(said):
    assert of_office(said.split())


@pytest.mark.parametrize("said", ["tỉnh ủy", "kết quả kiểm toán tại", "sư đoàn bộ binh"])
def test_a_body_or_a_deed_is_no_office(said):
    assert not of_office(said.split())


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Ngày 7/8, tại Hà Nội, Tổng cục Thống kê họp báo", True),
        ("Ngày 7/8, tại Hà Nội, các doanh nghiệp gặp nhau", True),
        ("Năm 2019, tại Hà Nội, xảy ra 320 vụ cháy", False),
    ],
)
def test_people_met_in_a_town_where_the_text_says_who(text, only):
    start = text.index("Hà Nội")
    assert apart(text, start, start + len("Hà Nội")) == only
