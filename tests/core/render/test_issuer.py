import pytest

from giaoban.render.issuer import issuing


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("ỦY BAN NHÂN DÂN THỊ XÃ ĐÔNG TRIỀU", "ỦY BAN NHÂN DÂN THỊ_XÃ_ĐÔNG_TRIỀU"),
        ("ỦY BAN NHÂN DÂN XÃ BÌNH KHÊ", "ỦY BAN NHÂN DÂN XÃ_BÌNH_KHÊ"),
        ("TỈNH ỦY QUẢNG NINH", "TỈNH ỦY QUẢNG NINH"),
        ("THỊ UỶ ĐÔNG TRIỀU", "THỊ UỶ ĐÔNG TRIỀU"),
        ("BAN QUẢN LÝ KHU KINH TẾ TỈNH QUẢNG NINH VÀ VÙNG PHỤ CẬN", "BAN QUẢN LÝ KHU KINH TẾ TỈNH QUẢNG NINH VÀ VÙNG PHỤ CẬN"),
    ],
)
def test_the_place_of_an_issuing_body_stays_on_one_line(body, lines):
    assert issuing(body).replace("\N{NO-BREAK SPACE}", "_") == lines
