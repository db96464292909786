"""What headings say of the figures under them, and periods that headings name in capitals."""

import pytest

from giaoban.documents import from_text
from giaoban.reading import read
from tests.core.reading.written import DATED

AIMS = """Đảng bộ huyện Bình Sơn trước nhiệm kỳ mới

{dated}

{heading}

{below}

1. Tổng sản lượng lương thực bình quân hằng năm: 27.000 tấn.

2. Tổng đàn bò: 4.300 con.
"""


@pytest.mark.parametrize(
    ("heading", "below", "role"),
    [
        ("CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2020-2025", "I. Về kinh tế (9 chỉ tiêu)", "target"),
        ("II. MỤC TIÊU ĐẾN NĂM 2025", "1. Về kinh tế", "target"),
        ("CÁC CHỈ TIÊU CHỦ YẾU", "I. KẾT QUẢ THỰC HIỆN", "actual"),
        ("KẾT QUẢ ĐẠT ĐƯỢC", "I. Về kinh tế", "actual"),
    ],
)
def test_an_aim_set_by_a_heading_holds_under_the_headings_below_it_until_one_reports(heading, below, role):
    document = from_text(AIMS.format(dated=DATED, heading=heading, below=below))
    assert [found.what.role for found in read(document).observations][-1] == role


def test_a_heading_in_capitals_names_the_period_of_what_follows():
    document = from_text(f"Báo cáo của huyện\n\n{DATED}\n\nI. KẾT QUẢ 9 THÁNG ĐẦU NĂM 2019\n\nThu ngân sách đạt 41 tỷ đồng.\n")
    assert [found.what.period for found in read(document).observations] == ["2019-M9"]


PLANNED = """Báo cáo năm 2019

{dated}

I. KẾT QUẢ NĂM 2019

Thu ngân sách đạt 58 tỷ đồng.

II. PHƯƠNG HƯỚNG NĂM 2020

Thu ngân sách 62 tỷ đồng.

1. Văn hóa

Giảm 200 hộ nghèo.

III. KIẾN NGHỊ

Hỗ trợ 3 tỷ đồng.
"""


def test_the_period_that_a_heading_names_holds_under_the_headings_below_it():
    periods = [found.what.period for found in read(from_text(PLANNED.format(dated=DATED))).observations]
    assert periods[:3] == ["2019", "2020", "2020"]
    assert periods[3] != "2020"


def test_a_school_year_that_is_summed_up_is_the_period_of_its_figures():
    text = f"Trường tổng kết năm học\n\n{DATED}\n\nTrường tổng kết năm học 2018 - 2019. Tỷ lệ học sinh giỏi đạt 38,2%.\n"
    assert [found.what.period for found in read(from_text(text)).observations] == ["2018/2019"]
