"""The title of a record names what it is about."""

import pytest

from giaoban.documents import from_text
from giaoban.reading import read
from giaoban.reading.engine import Pipeline
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.figures.contexts import opening

TITLES = [
    ("BIÊN BẢN\nHọp giao ban quý I với xã Phú Vân\n\nSáng 5/5/2021, xã họp.", "BIÊN BẢN Họp giao ban quý I với xã Phú Vân"),
    ("UBND PHƯỜNG PHÚ VÂN\n\nBIÊN BẢN GIAO BAN TUẦN 24\n\nSáng 13/6/2022, phường họp.", "BIÊN BẢN GIAO BAN TUẦN 24"),
    ("UBND PHƯỜNG PHÚ VÂN HỌP GIAO BAN\n\nSáng 13/6/2022, phường họp.", "UBND PHƯỜNG PHÚ VÂN HỌP GIAO BAN"),
    (
        (
            "ĐẢNG ỦY XÃ PHÚ VÂN\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-TB/ĐU\n\nTHÔNG BÁO KẾT LUẬN\n\ncủa Ban Thường vụ tại phiên họp tháng 8\n\n"
            "Ngày 31/8/2026, Ban Thường vụ Đảng ủy xã họp."
        ),
        "Thông báo kết luận của Ban Thường vụ tại phiên họp tháng 8",
    ),
    ("Xã Phú Vân họp giao ban quý I\n\nSáng 5/5/2021, xã họp.", "Xã Phú Vân họp giao ban quý I"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_kind_of_paper_alone_is_no_title(text, title):
    assert read(from_text(text)).title == title


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Thu ngân sách 9 tháng vượt tiến độ", "2019-M9"),
        ("Kinh tế chín tháng: nhiều điểm sáng", "2019-M9"),
        ("Sau 9 tháng khởi công trường mới", "2019-Q3"),
        ("Bé 9 tháng tuổi được cứu", "2019-Q3"),
        ("Kinh tế 6 tháng khởi sắc", "2019-Q3"),
    ],
)
def test_months_that_a_title_names_by_their_number_are_reported_on_shortly_after_them(title, own):
    text = f"{title}\n\nNgày 4/10/2019, xã Phú Lâm giao ban quý III, bàn nhiệm vụ quý IV.\n\nKết quả quý III khá."
    assert opening(Pipeline(MEETING).run(from_text(text))).own_period.text == own


REPORT = """UBND XÃ KIM LONG
Kim Long, ngày 18 tháng 9 năm 2025
BÁO CÁO
Kết quả thực hiện nhiệm vụ {reported}, nhiệm vụ công tác {planned}

I. KẾT QUẢ

- Đàn lợn 8.420 con; gia cầm 112 nghìn con. Giao quân 17/17 thanh niên.

- Trong tháng 8 đã tiếp 86 lượt công dân.
"""


@pytest.mark.parametrize(
    ("reported", "planned", "own"),
    [
        ("phát triển kinh tế - xã hội 9 tháng đầu năm", "quý IV năm 2025", "2025-M9"),
        ("9 tháng đầu năm", "quý IV năm 2025", "2025-M9"),
        ("năm 2024", "năm 2025", "2024"),
    ],
)
def test_figures_of_a_report_are_of_the_period_that_it_reports_on(reported, planned, own):
    told = read(from_text(REPORT.format(reported=reported, planned=planned))).observations
    assert [each.what.period for each in told] == [own, own, own, "2025-08"]


def test_the_place_that_a_paper_stands_below_in_capitals_is_called_as_elsewhere():
    told = read(from_text("UBND XÃ ĐẠI HƯNG\n\nBIÊN BẢN\n\nTừ đầu năm đã xảy ra 9 đợt mưa lớn, làm 14 nhà bị tốc mái.\n")).observations
    assert [each.what.place for each in told] == ["xã Đại Hưng", "xã Đại Hưng"]
