import pytest

from giaoban.documents import from_text
from giaoban.model import Directive, Finding, Found, Meeting, Polarity, Span
from giaoban.reading.paragraphs import paragraphs
from giaoban.reading.pipeline import PIPELINE
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.clauses import goes_on
from giaoban.reading.rules.clauses.judged import without_rest
from giaoban.reading.rules.clauses.nothing import words_of
from giaoban.reading.segments import Segment
from giaoban.reading.signals import Signals
from giaoban.reading.syllables import Syllables, folded
from giaoban.reference.topics import weighed
from tests.core.reading.written import page, within
from tests.tables import table

LEAD = "Sáng 10/3, UBND huyện Tân Sơn tổ chức hội nghị giao ban tháng 2 với các xã. "


def found_in(text, kind):
    read = page(LEAD + text)
    return [(found.what, found.span.of(read.text)) for found in read.all(kind) if within(text, found.span.start, read)]


@pytest.mark.parametrize("case", table("findings.tsv"), ids=lambda case: case["text"])
def test_findings_are_read_as_the_corpus_says(case):
    found = found_in(case["text"], Finding)
    said = {polarity: " | ".join(quote for what, quote in found if what.polarity is polarity) for polarity in Polarity}
    assert (said[Polarity.STRENGTH], said[Polarity.SHORTCOMING]) == (case["strengths"], case["shortcomings"])


def test_a_report_in_parts_is_judged_though_it_tells_of_no_meeting():
    read = PIPELINE.run(
        from_text(
            "UBND HUYỆN YÊN THỦY\nPHÒNG NỘI VỤ\nSố: 12/BC-PNV\nYên Thủy, ngày 20 tháng 12 năm 2019\n\nBÁO CÁO\n"
            "Kết quả công tác năm 2019, phương hướng, nhiệm vụ năm 2020\n\nI. Kết quả đạt được\n\n"
            "1. Kinh tế: sản xuất nông nghiệp phát triển ổn định.\n\n2. Chất lượng giáo dục tiếp tục được nâng lên.\n\n"
            "3. Quốc phòng, an ninh: an ninh trật tự được giữ vững.\n\nII. Tồn tại, hạn chế\n\n"
            "- Tiến độ giải phóng mặt bằng còn chậm.\n\nIII. Phương hướng, nhiệm vụ\n\n1. Tiếp tục rà soát quy hoạch.\n"
        )
    )
    praised = {each.span.of(read.text) for each in read.all(Finding) if each.what.polarity is Polarity.STRENGTH}
    assert {"Chất lượng giáo dục tiếp tục được nâng lên", "sản xuất nông nghiệp phát triển ổn định"} <= praised


def test_what_stands_under_results_of_a_report_is_praised_unless_something_is_blamed():
    read = page(
        "ỦY BAN NHÂN DÂN XÃ TÂN LẬP\nBIÊN BẢN\nHọp giao ban tháng 2, triển khai nhiệm vụ tháng 3 năm 2020\n"
        "Thời gian: 8 giờ ngày 03/3/2020 tại phòng họp UBND xã\nChủ trì: Đ/c Lê Văn Hùng - Chủ tịch UBND xã\n"
        "I. KẾT QUẢ THÁNG 2\n1. Kinh tế: Sản xuất vụ xuân đảm bảo khung thời vụ, gieo cấy 312 ha.\n"
        "2. Văn hóa - xã hội: các trường học thực hiện tốt công tác phòng dịch; trạm y tế tiêm mũi 3 được 1.208 người.\n"
        "II. TỒN TẠI\n- thôn 3 làm thủy lợi chậm.\n- Công tác thu các loại quỹ đạt thấp.\n"
    )
    found = [(each.what.polarity, each.span.of(read.text)) for each in read.all(Finding)]
    assert (Polarity.STRENGTH, "các trường học thực hiện tốt công tác phòng dịch") in found
    assert (Polarity.SHORTCOMING, "Công tác thu các loại quỹ đạt thấp") in found


def test_what_a_sentence_lists_as_flaws_is_blamed_under_results_and_harm_that_did_not_happen_is_praised():
    read = page(
        "VIỆN KIỂM SÁT NHÂN DÂN TỈNH PHÚ THỌ\nTHÔNG BÁO\nKết luận của Viện trưởng tại Hội nghị giao ban công tác quý I/2023\n"
        "Ngày 04/4/2023, Viện kiểm sát nhân dân tỉnh tổ chức Hội nghị giao ban quý I. Đồng chí Viện trưởng kết luận:\n"
        "I. VỀ KẾT QUẢ CÔNG TÁC QUÝ I\nHai cấp kiểm sát đã bám sát chỉ thị, hoàn thành cơ bản các chỉ tiêu. "
        "Không có trường hợp đình chỉ do không phạm tội.\n"
        "Bên cạnh đó còn những hạn chế: tỷ lệ án trả hồ sơ để điều tra bổ sung 3,6%, cao hơn cùng kỳ; chất lượng báo cáo chưa đạt.\n"
    )
    found = {each.span.of(read.text): each.what.polarity for each in read.all(Finding)}
    assert found["Không có trường hợp đình chỉ do không phạm tội"] is Polarity.STRENGTH
    assert found["tỷ lệ án trả hồ sơ để điều tra bổ sung 3,6%, cao hơn cùng kỳ"] is Polarity.SHORTCOMING


def test_what_departments_report_in_minutes_is_no_task_and_what_the_chair_concludes_is():
    read = page(
        "TRUNG TÂM Y TẾ HUYỆN TÂN SƠN\nBIÊN BẢN GIAO BAN TUẦN 20\nThời gian: 7 giờ 30, thứ Hai ngày 13/5/2024\n"
        "Chủ trì: Bác sĩ Lê Thị Hạnh - Giám đốc Trung tâm\nI. Nội dung\n1. Phòng Kế hoạch báo cáo hoạt động tuần 19\n"
        "- Khám 812 lượt.\n2. Phòng Điều dưỡng: kiểm tra 5 khoa, nhắc nhở khoa Nhi quên bàn giao sổ trực.\n"
        "3. Khoa Dược: xin mua thêm 2 tủ lạnh.\nII. Kết luận của Giám đốc\n1. Thay 3 đèn hành lang.\n"
        "2. Khoa Sản tổ chức họp kiểm điểm, gửi biên bản trước thứ Sáu.\n3. Các khoa chuẩn bị phương án trực lễ.\n"
    )
    found = [(each.what.assignee, each.what.force.value, each.what.deadline) for each in read.all(Directive)]
    assert ("Phòng Điều dưỡng", "order", None) not in found
    assert found[-3:] == [("Khoa Sản", "order", None), ("Khoa Sản", "order", "2024-05-17"), ("Các khoa", "order", None)]
    assert read.all(Meeting)[0].what.convener == "TRUNG TÂM Y TẾ HUYỆN TÂN SƠN"


def test_what_others_propose_begins_behind_their_proposing_and_what_somebody_owns_up_to_is_a_shortcoming():
    read = page(
        "Ngày 22/9/2022, Ban Thường vụ Tỉnh ủy Lâm Hòa họp phiên thường kỳ. Đồng chí Vũ Đức Khang, Bí thư Tỉnh ủy chủ trì.\n\n"
        "Tại phiên họp, các đại biểu đề xuất tăng phụ cấp cho cán bộ một cửa, sớm ban hành bảng giá đất mới. "
        "Phó Giám đốc Sở Giao thông vận tải Ngô Văn Bảy nhận khuyết điểm trong việc chậm bàn giao mặt bằng tuyến đường ven sông. "
        "Cục kiến nghị Quốc hội sửa Luật Hải quan. Nhà trường mong huyện sửa cổng.\n\n"
        "Bí thư Tỉnh ủy Vũ Đức Khang yêu cầu các Chi cục tăng ca ngày cao điểm, không để hàng ùn ứ. "
        "Riêng Chi cục Bến Lội phải luân phiên công chức kiểm hóa ngay trong tháng 7.\n"
    )
    asked = {each.span.of(read.text): (each.what.issuer, each.what.force.value, each.what.assignee) for each in read.all(Directive)}
    assert asked["tăng phụ cấp cho cán bộ một cửa"] == ("các đại biểu", "request", None)
    assert asked["sửa Luật Hải quan"] == ("Cục", "request", "Quốc hội")
    assert asked["sửa cổng"] == ("Nhà trường", "request", "huyện")
    assert asked["tăng ca ngày cao điểm"] == ("Bí thư Tỉnh ủy", "order", "các Chi cục")
    assert asked["luân phiên công chức kiểm hóa ngay trong tháng 7"] == ("Bí thư Tỉnh ủy", "order", "Chi cục Bến Lội")
    assert [each.span.of(read.text) for each in read.all(Finding)] == ["chậm bàn giao mặt bằng tuyến đường ven sông"]


def test_who_owns_a_flaw_and_promises_is_read_as_both_and_what_is_only_what_for_begins_with_its_deed():
    read = page(
        "Sáng 5/4/2011, Bộ Giao thông vận tải tổ chức giao ban quý I. Thứ trưởng Nguyễn Trọng Bình chủ trì.\n\n"
        "Đại diện Sở Giao thông vận tải Hòa Lạc đề nghị Bộ ứng 50 tỷ đồng để chi trả cho dân trước tháng 6. "
        "Giám đốc Sở Công Thương Lê Văn Tám cho rằng chợ quê còn vắng, hứa sẽ mở ba phiên chợ trong tháng 11. "
        "Giám đốc Sở Nông nghiệp Trương Văn Út thừa nhận việc quản lý thương lái còn lỏng, cam kết công khai danh sách doanh nghiệp.\n\n"
        "Thứ trưởng cũng đồng ý ứng vốn cho Hòa Lạc và giao Vụ Kế hoạch đầu tư làm thủ tục trong tuần.\n"
    )
    asked = {each.span.of(read.text): (each.what.issuer, each.what.force.value, each.what.assignee) for each in read.all(Directive)}
    assert asked["ứng 50 tỷ đồng để chi trả cho dân trước tháng 6"][1:] == ("request", "Bộ")
    assert asked["mở ba phiên chợ trong tháng 11"] == ("Giám đốc Sở Công Thương Lê Văn Tám", "plan", "Giám đốc Sở Công Thương Lê Văn Tám")
    assert asked["công khai danh sách doanh nghiệp"][1] == "plan"
    assert asked["làm thủ tục trong tuần"] == ("Thứ trưởng", "order", "Vụ Kế hoạch đầu tư")
    assert "việc quản lý thương lái còn lỏng" in [each.span.of(read.text) for each in read.all(Finding)]


def test_work_for_a_time_is_listed_behind_its_colon_and_places_named_together_are_blamed_together():
    read = page(
        "Ngày 10/3/2020, Chi bộ Kho bạc Nhà nước huyện An Sơn họp thường kỳ. Bí thư Chi bộ Hà Thị Nguyệt chủ trì.\n\n"
        "Tuy nhiên, ba xã Bình Hòa, Bình Minh, Bình An vẫn chưa có chuyển biến từ năm ngoái.\n\n"
        "Kết luận, Bí thư Chi bộ nêu các việc phải làm trong tháng 4: phân lịch đối chiếu theo tuần; thay đọc tài liệu bằng trao đổi "
        "tình huống; giao đồng chí Bính kèm cặp một quần chúng ưu tú; kiểm điểm đồng chí đi muộn tại kỳ họp sau.\n"
    )
    asked = {each.span.of(read.text): (each.what.assignee, each.what.deadline) for each in read.all(Directive)}
    assert asked["phân lịch đối chiếu theo tuần"] == (None, "2020-04")
    assert asked["kèm cặp một quần chúng ưu tú"] == ("đồng chí Bính", "2020-04")
    assert [each.span.of(read.text) for each in read.all(Finding)] == [
        "ba xã Bình Hòa, Bình Minh, Bình An vẫn chưa có chuyển biến từ năm ngoái"
    ]


def test_a_judgement_leaves_out_the_few_words_left_of_the_one_before_a_semicolon():
    said = page(LEAD + "Huyện còn đọc báo cáo là chính; giải phóng mặt bằng đường Đông Thành kéo dài 3 năm chưa xong")
    told = list(paragraphs([found.what for found in said.all(Signals)], ("met", "bodies 2"), len(said.document.blocks)))[-1]
    first = next(at for at, part in enumerate(told.parts) if "đọc" in part.words)
    kept = without_rest(told, Segment(first, len(told.parts), "H", 0.6))
    assert words_of(told, kept)[:4] == ("giải", "phóng", "mặt", "bằng")


@pytest.mark.parametrize("case", table("directives.tsv"), ids=lambda case: case["text"])
def test_directives_are_read_as_the_corpus_says(case):
    found = found_in(case["text"], Directive)
    assert " | ".join(quote for _, quote in found) == case["directives"]
    for what, _ in found:
        said = (what.issuer or "", what.force.value, what.assignee or "", what.deadline or "")
        assert said == (case["issuer"], case["force"], case["assignee"], case["deadline"])


@pytest.mark.parametrize("case", table("topics.tsv"), ids=lambda case: case["text"])
def test_topics_are_weighed_as_the_corpus_says(case):
    sums = weighed([folded(word) for word in case["text"].replace(",", " ").split()])
    assert (max(sums, key=lambda topic: sums[topic]).value if sums else "other") == case["topic"]


def test_what_is_asked_next_has_issuer_and_assignee_of_what_was_asked_before():
    found = found_in(
        "Bí thư Huyện ủy yêu cầu Sở Xây dựng tăng cường kiểm tra các công trình. Cùng với đó, cần công khai kết quả xử lý", Directive
    )
    assert [(what.issuer, what.assignee) for what, _ in found] == [("Bí thư Huyện ủy", "Sở Xây dựng")] * len(found)
    assert len(found) == 2


def test_of_several_bodies_asked_in_one_sentence_each_has_its_own_task():
    found = found_in(
        "Chủ tịch UBND huyện yêu cầu Phòng Nội vụ rà soát biên chế; Phòng Kinh tế khẩn trương tháo gỡ khó khăn về vật liệu san lấp",
        Directive,
    )
    assert [(what.assignee, quote) for what, quote in found] == [
        ("Phòng Nội vụ", "rà soát biên chế"),
        ("Phòng Kinh tế", "khẩn trương tháo gỡ khó khăn về vật liệu san lấp"),
    ]


def test_a_text_far_from_the_state_has_no_findings_and_no_directives():
    read = page("Đội chủ nhà cần tập trung phòng ngự, phải nâng cao thể lực. Hàng công thi đấu chưa hiệu quả, còn nhiều hạn chế")
    assert not read.all(Clause)


@pytest.mark.parametrize(("parted_by", "rest"), [
    (" Sở Tài nguyên và Môi trường ", True), (", riêng Phòng Kinh tế báo cáo ", False), (f" {'của các xã ' * 6}", False),
])  # fmt: skip
def test_a_time_is_the_rest_of_a_directive_from_which_only_a_name_parts_it(parted_by, rest):
    read = page(f"Các xã gửi hồ sơ{parted_by}trước 30/6")
    line = next(each.what for each in read.all(Syllables) if "gửi" in each.what.words)
    words, at = line.words, line.words.index("gửi")
    last = Found(Clause(None, line, at, tuple(words[at : at + 3])), Span(line.starts[at], line.ends[at + 2]), confidence=0.5)
    when = words.index("trước")
    made = Found(Clause(None, line, when, tuple(words[when:])), Span(line.starts[when], line.ends[-1]), confidence=0.5)
    assert goes_on(read, last, made) is rest


def test_what_is_asked_in_so_many_words_is_no_judgement():
    text = (
        "Bí thư Huyện ủy phê bình hai xã có tỷ lệ thu thấp; yêu cầu Chi cục Thuế khu vực phân loại nợ, "
        "kiên quyết cưỡng chế các doanh nghiệp chây ỳ"
    )
    assert [said for _, said in found_in(text, Directive)] == ["phân loại nợ", "kiên quyết cưỡng chế các doanh nghiệp chây ỳ"]
    assert not any("yêu cầu" in said or "cưỡng chế" in said for _, said in found_in(text, Finding))


def test_a_notice_of_conclusions_keeps_whole_what_is_asked_and_charges_whom_it_names_last():
    read = page(
        "ỦY BAN NHÂN DÂN\nTỈNH NAM TRẠCH\nSố: 96/TB-UBND\nNam Trạch, ngày 08 tháng 8 năm 2024\n\nTHÔNG BÁO\n"
        "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp giao ban ngày 05/8/2024\n\n"
        "Ngày 05/8/2024, đồng chí Phạm Quốc Thịnh, Chủ tịch UBND tỉnh chủ trì họp giao ban. Chủ tịch UBND tỉnh kết luận như sau:\n\n"
        "1. Về phòng, chống bão: giao Ban Chỉ huy PCTT và TKCN tỉnh tổ chức trực ban 24/24 giờ; các địa phương ven biển kêu gọi tàu thuyền "
        "vào nơi trú tránh an toàn.\n\n"
        "2. Giao Sở Giáo dục và Đào tạo hoàn thiện dự thảo; Văn phòng UBND tỉnh thẩm tra, trình UBND tỉnh tại phiên họp tháng 8.\n\n"
        "3. Cục Hải quan tăng cường chống thất thu qua trị giá, mã số; phối hợp với Bộ đội Biên phòng, Công an tỉnh kiểm soát đường mòn.\n"
        "\n4. Phê bình Chủ tịch UBND huyện Gio An, Giám đốc Ban QLDA Giao thông để chậm tiến độ giải ngân kéo dài.\n"
    )
    told = [(each.what.assignee, each.span.of(read.text)) for each in read.all(Directive)]
    assert ("các địa phương ven biển", "kêu gọi tàu thuyền vào nơi trú tránh an toàn") in told
    assert ("Văn phòng UBND tỉnh", "thẩm tra, trình UBND tỉnh tại phiên họp tháng 8") in told
    assert ("Cục Hải quan", "phối hợp với Bộ đội Biên phòng, Công an tỉnh kiểm soát đường mòn") in told
    assert not any("chậm tiến độ" in said for _, said in told)
    assert any(each.what.polarity is Polarity.SHORTCOMING and "chậm tiến độ" in each.span.of(read.text) for each in read.all(Finding))


def test_in_minutes_of_a_desk_what_units_report_is_no_task_and_flaws_are_blamed():
    read = page(
        "CÔNG AN TỈNH HÀ NAM\nPHÒNG CẢNH SÁT GIAO THÔNG\nSố: 45/BB-PCSGT\n\nBIÊN BẢN\nHọp giao ban công tác tuần 12/2022\n\n"
        "Hôm nay, hồi 8h00 ngày 25/3/2022, tại Hội trường Phòng CSGT.\nChủ trì: Đ/c Thượng tá Lương Văn Tính - Trưởng phòng.\n"
        "NỘI DUNG\nI. Các đội báo cáo\n1. Trạm CSGT Phố Cà: xử lý 27 xe quá tải; đề nghị sửa chữa cân tải trọng bị hỏng.\n"
        "2. Đội Đăng ký: đăng ký mới 214 ô tô.\nII. Kết luận của đ/c Trưởng phòng\n"
        "1. Tồn tại: thông tin báo cáo của Đội 2, Đội 3 còn chậm.\n2. Nhiệm vụ tuần tới:\n"
        "- Đội Hậu cần liên hệ sửa cân tải trọng, xong trước 5/4.\n"
        "- Một số chốt buông lỏng kiểm soát, để xảy ra 5 vụ gây rối.\n"
    )
    told = [(each.what.assignee, each.span.of(read.text)) for each in read.all(Directive)]
    assert ("Đội Hậu cần", "liên hệ sửa cân tải trọng, xong trước 5/4") in told
    assert [said for _, said in told if "quá tải" in said or "báo cáo của Đội 2" in said or "để xảy ra" in said] == []


def test_a_notice_is_of_the_office_that_its_head_names_without_a_name():
    text = (
        "KẾT LUẬN\ncủa Chủ tịch UBND thành phố tại hội nghị đối thoại ngày 14/6/2019\n"
        "1. Về đề nghị của Công ty Hải Long: giao Phòng Quản lý đô thị cấp phép đấu nối trước 30/6.\n"
        "2. Công ty Minh Phát xin hoàn thuế: đề nghị Chi cục Thuế hướng dẫn doanh nghiệp làm hồ sơ.\n"
    )
    assert {each.what.issuer for each in PIPELINE.run(from_text(text)).all(Directive)} == {"Chủ tịch UBND thành phố"}


def test_whom_a_plea_is_to_by_his_kind_alone_acts_and_is_no_part_of_it():
    text = (
        "BIÊN BẢN HỌP GIAO BAN\nThời gian: 8 giờ ngày 04/3/2020\nChủ trì: ông Đỗ Văn Sơn - Chủ tịch UBND xã\n"
        "I. Ý kiến\n- Đ/c Lan (Hội Phụ nữ): kiến nghị huyện cấp thêm 20 thùng rác cho tuyến chợ.\n"
    )
    found = PIPELINE.run(from_text(text)).all(Directive)
    assert [(each.what.assignee, each.span.of(text)) for each in found] == [("huyện", "cấp thêm 20 thùng rác cho tuyến chợ")]
