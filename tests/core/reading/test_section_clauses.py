"""Items under a heading that says what they are."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Directive, Finding, Force, Polarity
from giaoban.reading import read
from giaoban.reading.explaining import explain
from tests.core.reading.written import page
from tests.tables import table

FROM = "ỦY BAN NHÂN DÂN XÃ PHÚ LÂM\n\nBÁO CÁO\n\nTình hình kinh tế - xã hội quý I"


@pytest.mark.parametrize("case", table("sections.tsv"), ids=lambda case: f"{case['heading']}: {case['items']}"[:80])
def test_items_under_a_heading_are_read_as_what_it_says(case):
    items = case["items"].replace(" / ", "\n\n")
    read = page("\n\n".join([FROM, case["heading"], items]))
    tasks = [each.span.of(read.text) for each in read.all(Directive)]
    flaws = [each.span.of(read.text) for each in read.all(Finding) if each.what.polarity is Polarity.SHORTCOMING]
    assert (" | ".join(tasks), " | ".join(flaws)) == (case["tasks"], case["shortcomings"])


@pytest.mark.parametrize(("heading", "item"), [
    ("II. NHIỆM VỤ TRỌNG TÂM QUÝ II", "Gieo cấy hết diện tích lúa mùa"), ("* Tồn tại, hạn chế:", "Người đứng đầu thôn ngại va chạm"),
])  # fmt: skip
def test_such_an_item_is_explained_by_its_heading(heading, item):
    told = explain(from_text(f"{FROM}\n\n{heading}\n\n1. {item}.\n"))
    assert [reason.code for each in told for _, why in each.finds for reason in why] == ["headed-item"]


@pytest.mark.parametrize("text", ["Nhiệm vụ trọng tâm:\n\n2)\n\nVăn phòng thông báo.", "Nhiệm vụ trọng tâm:\n\n- 5."])
def test_an_item_of_which_a_scan_left_only_its_mark_is_no_task_and_nothing_breaks(text):
    assert read(from_text(text)).directives == ()


def test_a_committee_plans_and_asks_in_its_report_and_orders_nobody():
    report = ("ỦY BAN NHÂN DÂN\nXÃ PHÚ LÂM\n\nBÁO CÁO\n\nKết quả quý I\n\nII. NHIỆM VỤ QUÝ II\n\n- Gieo cấy hết diện tích lúa mùa.\n\n"
              "III. KIẾN NGHỊ\n\nĐề nghị UBND huyện bố trí vốn cải tạo đê bối.\n")  # fmt: skip
    told = [(each.what.issuer, each.what.force, each.what.assignee) for each in read(from_text(report)).directives]
    assert told == [("UBND xã Phú Lâm", Force.PLAN, None), ("UBND xã Phú Lâm", Force.REQUEST, "UBND huyện")]


@pytest.mark.parametrize("said", ["Có 6/16 khoản thu không đạt tiến độ", "12 hồ sơ xin cấp phép chưa giải quyết"])
def test_a_judgement_begins_at_the_thing_judged_though_its_name_holds_a_verb(said):
    met = "Ngày 9/7/2024, UBND xã Phú Lâm họp giao ban, Chủ tịch UBND xã Lê Văn An chủ trì."
    results = "I. KẾT QUẢ\n\nThu ngân sách đạt 4,6 tỷ đồng, bằng 61% dự toán.\n\nII. TỒN TẠI, HẠN CHẾ"
    flaws = f"- {said}.\n\n- Tiến độ giải ngân chậm.\n\nIII. KẾT LUẬN\n\nChủ tịch UBND xã giao Kế toán tham mưu bố trí đủ vốn đối ứng.\n"
    document = from_text(f"UBND XÃ PHÚ LÂM\n\nBÁO CÁO\n\nKết quả 6 tháng đầu năm 2024\n\n{met}\n\n{results}\n\n{flaws}")
    assert [each.span.of(document.text) for each in read(document).findings] == [said, "Tiến độ giải ngân chậm"]


def test_a_report_asks_others_under_a_heading_of_pleas_and_plans_elsewhere():
    paper = (
        "ỦY BAN NHÂN DÂN\nXÃ PHÚ LÂM\n\nBÁO CÁO\n\nKết quả quý I\n\nII. NHIỆM VỤ QUÝ II\n\n- Gieo cấy hết diện tích lúa mùa.\n\n"
        "III. KIẾN NGHỊ\n\n1. Đối với UBND tỉnh\n\n- Chỉ đạo Sở Tài chính phân bổ vốn ngay từ đầu năm.\n\n"
        "2. Đối với các thôn: hoàn thiện hồ sơ thanh toán trước ngày 15/9.\n"
    )
    told = [found.what for found in page(paper).all(Directive)]
    assert [(each.force, each.assignee) for each in told[-2:]] == [(Force.REQUEST, "UBND tỉnh"), (Force.REQUEST, "các thôn")]
    assert {each.force for each in told[:-2]} == {Force.PLAN} and {each.issuer for each in told} == {"UBND xã Phú Lâm"}


def test_a_report_in_two_columns_is_of_the_office_below_its_committee():
    read = page(
        "UBND HUYỆN KIM LÂM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "  PHÒNG TÀI CHÍNH - KẾ HOẠCH          Độc lập - Tự do - Hạnh phúc\nSố: 37/BC-TCKH\n\n"
        "BÁO CÁO\n\nKết quả 6 tháng đầu năm\n\nII. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n\n1. Hoàn thành quyết toán ngân sách năm 2016.\n"
    )
    assert [each.what.issuer for each in read.all(Directive)] == ["Phòng Tài chính - Kế hoạch"]


def test_what_stands_under_merits_is_praised_and_asked_of_nobody():
    notice = (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO\n\nTHÔNG BÁO\n\nKết luận của Giám đốc Sở tại hội nghị giao ban đầu năm học\n\n"
        "Ngày 06/9/2016, Giám đốc Sở Châu Ngọc Ánh chủ trì hội nghị giao ban với 9 Phòng. Giám đốc Sở kết luận:\n\n"
        "1. Ưu điểm\n\n- Các huyện Lộc Đông, Lộc Tây sửa xong trường lớp trước ngày tựu trường.\n\n"
        "2. Tồn tại\n\n- Báo cáo gửi về Sở không đúng mẫu.\n\n3. Yêu cầu\n\n- Thanh tra Sở thanh tra đột xuất 5 trường có đơn thư.\n"
    )
    read = page(notice)
    judged = [(each.what.polarity, each.span.of(read.text)) for each in read.all(Finding)]
    assert (Polarity.STRENGTH, "Các huyện Lộc Đông, Lộc Tây sửa xong trường lớp trước ngày tựu trường") in judged
    assert [each.span.of(read.text) for each in read.all(Directive)] == ["thanh tra đột xuất 5 trường có đơn thư"]


SUPERVISED = """II. ĐÁNH GIÁ
1. Ưu điểm
UBND xã đã ban hành kịp thời quy chế quản lý; phong trào văn nghệ, thể thao ở các thôn phát triển rộng khắp.
2. Tồn tại, hạn chế
- 02 thôn chưa có nhà văn hóa (Gò Dọi, Mòng); 5 nhà văn hóa xuống cấp, dột nát nhưng chưa được sửa chữa.
- Việc quản lý tài sản lỏng lẻo, 3 thôn không mở sổ theo dõi thu, chi.
- Kinh phí hoạt động được cấp thấp, chỉ 2 triệu đồng/thôn/năm.
3. Nguyên nhân
UBND xã chưa quan tâm bố trí quỹ đất; cán bộ văn hóa kiêm nhiệm nhiều việc.

III. KIẾN NGHỊ
1. Đối với UBND tỉnh: xem xét hỗ trợ kinh phí xây dựng nhà văn hóa cho các thôn đặc biệt khó khăn.
2. Đối với UBND xã
- Bố trí đất, hoàn thành nhà văn hóa 02 thôn Gò Dọi, Mòng trong năm 2027.
- Chấn chỉnh việc quản lý tài sản, yêu cầu các thôn mở sổ theo dõi trước ngày 31/12/2026.
- Nâng mức hỗ trợ hoạt động lên ít nhất 5 triệu đồng/thôn/năm từ năm 2027.
"""


def test_a_flaw_beside_one_that_was_heard_is_read_and_a_task_goes_on_behind_a_stroke_in_its_unit():
    found = read(from_text(SUPERVISED))
    flaws = [SUPERVISED[each.span.start : each.span.end] for each in found.findings if each.what.polarity is Polarity.SHORTCOMING]
    assert flaws[0].startswith("02 thôn chưa có nhà văn hóa")
    tasks = [SUPERVISED[each.span.start : each.span.end] for each in found.directives]
    assert "Nâng mức hỗ trợ hoạt động lên ít nhất 5 triệu đồng/thôn/năm từ năm 2027" in tasks
