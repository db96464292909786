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
        ("II. CHỈ TIÊU NĂM 2020", "1. Về kinh tế", "target"),
        ("II. KẾT QUẢ CHỈ TIÊU NĂM 2020", "1. Về kinh tế", "actual"),
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


ORDERS = """Họp giao ban tháng 3

{dated}

{opening}

{first}

{second}

Dịp này, huyện trao 9 giấy khen.
"""


@pytest.mark.parametrize(
    ("opening", "first", "second", "roles"),
    [
        ("Bí thư Huyện ủy yêu cầu:", "Thứ nhất, Ban Tổ chức kết nạp 140 đảng viên.", "Thứ hai, Mặt trận thu 2 tỷ đồng.", "t t a"),
        ("Chủ tịch huyện chỉ đạo các xã thực hiện:", "- Trồng xong 40 ha rừng.", "- Trồng 2 km đường hoa.", "t t a"),
        ("Các xã đã thực hiện yêu cầu:", "- Trồng xong 40 ha rừng.", "- Trồng 2 km đường hoa.", "a a a"),
        ("Kết quả giao ban tháng 2:", "- Trồng xong 40 ha rừng.", "- Trồng 2 km đường hoa.", "a a a"),
        ("Bí thư Huyện ủy yêu cầu:", "- Xóa tình trạng 11 chi bộ chưa có nhà.", "- Thu quỹ, còn thiếu 4 triệu đồng.", "a a a"),
    ],
)
def test_what_a_list_of_orders_tells_is_aimed_at_until_the_list_ends(opening, first, second, roles):
    document = from_text(ORDERS.format(dated=DATED, opening=opening, first=first, second=second))
    assert " ".join(found.what.role[0] for found in read(document).observations) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Huyện đặt chỉ tiêu gieo 300 ha. Cụ thể, lúa 200 ha, ngô 100 ha", "t t t"),
        ("Huyện đã gieo 300 ha. Cụ thể, lúa 200 ha, ngô 100 ha", "a a a"),
        ("Thu đạt 80 tỷ đồng, bằng 90% chỉ tiêu (89 tỷ đồng). Trong đó, thuế 60 tỷ đồng", "a t a"),
        ("Theo báo cáo 2 tháng đầu năm và nhiệm vụ 6 tháng cuối năm, thu ngân sách đạt 20 tỷ đồng", "a"),
        ("6 tháng cuối năm 2020, thu ngân sách đạt 90 tỷ đồng", "t"),
        ("Năm 2021, huyện kết nạp 170 đảng viên. Dịp này, huyện tặng cờ cho 12 tập thể", "t a"),
        ("Dự báo tháng 4 có thể có 65 ha lúa thiếu nước", "e"),
    ],
)
def test_a_time_to_come_makes_an_aim_of_what_it_is_the_time_of(text, roles):
    document = from_text(f"Tin hoạt động\n\n{DATED}\n\n{text}.\n")
    assert " ".join(found.what.role[0] for found in read(document).observations) == roles
