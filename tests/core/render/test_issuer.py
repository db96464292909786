import pytest

from giaoban.render.issuer import issuing


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("ỦY BAN NHÂN DÂN THỊ XÃ ĐÔNG TRIỀU", "ỦY_BAN NHÂN_DÂN THỊ_XÃ_ĐÔNG_TRIỀU"),
        ("ỦY BAN NHÂN DÂN XÃ BÌNH KHÊ", "ỦY_BAN NHÂN_DÂN XÃ_BÌNH_KHÊ"),
        ("TỈNH ỦY QUẢNG NINH", "TỈNH_ỦY QUẢNG NINH"),
        ("THỊ UỶ ĐÔNG TRIỀU", "THỊ_UỶ ĐÔNG TRIỀU"),
        ("BAN QUẢN LÝ KHU KINH TẾ TỈNH QUẢNG NINH VÀ VÙNG PHỤ CẬN", "BAN QUẢN_LÝ KHU KINH TẾ TỈNH QUẢNG NINH VÀ VÙNG PHỤ CẬN"),
        ("BAN THƯỜNG VỤ ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH", "BAN THƯỜNG_VỤ ĐẢNG_ỦY ỦY_BAN NHÂN_DÂN TỈNH"),
        ("ĐẢNG BỘ TỈNH LẠNG SƠN", "ĐẢNG_BỘ TỈNH_LẠNG_SƠN"),
        ("ĐẢNG UỶ XÃ ĐỒNG ĐĂNG", "ĐẢNG_UỶ XÃ_ĐỒNG_ĐĂNG"),
    ],
)
def test_the_place_of_an_issuing_body_stays_on_one_line(body, lines):
    assert issuing(body).replace("\N{NO-BREAK SPACE}", "_") == lines
