"""A meeting is called by what met, whatever paper tells of it."""

import pytest

from giaoban_web.meetings.naming import title_of

SENTENCE = "Ngày 16/6, đồng chí Trần Văn Khải đã chủ trì cuộc họp về cấp nước mùa khô."
CHAIR = {"chair": {"name": "Trần Văn Khải", "offices": []}}


@pytest.mark.parametrize(
    ("paper", "sentence", "fields", "title"),
    [
        ("Thông báo kết luận của Chủ tịch xã tại cuộc họp giao ban tháng 6", "", {}, "Cuộc họp giao ban tháng 6"),
        ("Biên bản họp giao ban tuần 24", "", {}, "Họp giao ban tuần 24"),
        ("Báo cáo kết quả buổi làm việc với xã An Sinh (lần 2)", "", {}, "Buổi làm việc với xã An Sinh"),
        ("Thông báo kết luận của Phó Chủ tịch", SENTENCE, {}, "Cuộc họp về cấp nước mùa khô"),
        ("THÔNG BÁO KẾT LUẬN TẠI CUỘC HỌP GIAO BAN", SENTENCE, {}, "Cuộc họp về cấp nước mùa khô"),
        ("tb214.docx", SENTENCE, {}, "Cuộc họp về cấp nước mùa khô"),
        ("Thông báo kết luận", "Ngày 16/6 tại cuộc họp.", {"reviewed": "UBND xã An Sinh"}, "Buổi làm việc với UBND xã An Sinh"),
        ("Thông báo kết luận", "Ngày 16/6.", {"convener": "UBND tỉnh"}, "Cuộc họp của UBND tỉnh"),
        ("Thông báo kết luận", "Ngày 16/6.", CHAIR, "Cuộc họp do đồng chí Trần Văn Khải chủ trì"),
        ("Thông báo kết luận", "Ngày 16/6.", {}, "Thông báo kết luận"),
        (
            "Thông báo kết luận buổi làm việc với UBND TP. Cẩm Lý ngày 12.3.2020. Nội dung:",
            "",
            {},
            "Buổi làm việc với UBND TP. Cẩm Lý ngày 12.3.2020",
        ),
        ("Báo cáo thực hiện Nghị quyết Hội nghị lần thứ sáu", SENTENCE, {}, "Cuộc họp về cấp nước mùa khô"),
        ("Báo cáo chuẩn bị kỳ họp thứ 10", "", CHAIR, "Cuộc họp do đồng chí Trần Văn Khải chủ trì"),
        ("Thị xã họp giao ban công tác tháng 3.2013", SENTENCE, CHAIR, "Thị xã họp giao ban công tác tháng 3.2013"),
        ("TP. Cẩm Lý họp về cấp nước", SENTENCE, CHAIR, "TP. Cẩm Lý họp về cấp nước"),
        ("Thường trực Thị ủy dự hội nghị sơ kết ở xã", SENTENCE, CHAIR, "Thường trực Thị ủy dự hội nghị sơ kết ở xã"),
    ],
)
def test_a_meeting_is_called_by_what_met_else_by_who_else_by_its_paper(paper, sentence, fields, title):
    assert title_of(paper, sentence, fields) == title


def test_what_is_called_at_endless_length_is_called_otherwise():
    assert title_of(f"Thông báo tại cuộc họp {'rất dài ' * 60}", "", CHAIR) == "Cuộc họp do đồng chí Trần Văn Khải chủ trì"
