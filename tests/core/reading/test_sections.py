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
