"""A title says the kind of its paper in small letters, and changes nothing that may be a name."""

import pytest

from giaoban_web.records.titles import in_small_letters


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("THÔNG BÁO Kết luận của đồng chí Trần Văn Bình", "Thông báo kết luận của đồng chí Trần Văn Bình"),
        ("BÁO CÁO UBND xã An Sinh về kết quả tháng 5", "Báo cáo UBND xã An Sinh về kết quả tháng 5"),
        ("BIÊN BẢN Công an xã họp giao ban", "Biên bản Công an xã họp giao ban"),
        ("THÔNG BÁO KẾT LUẬN CỦA ĐỒNG CHÍ BÍ THƯ", "THÔNG BÁO KẾT LUẬN CỦA ĐỒNG CHÍ BÍ THƯ"),
        ("THÔNG BÁO", "THÔNG BÁO"),
        ("Thường trực Thị ủy làm việc với xã", "Thường trực Thị ủy làm việc với xã"),
        ("", ""),
    ],
)
def test_the_kind_is_said_in_small_letters(printed, said):
    assert in_small_letters(printed) == said
