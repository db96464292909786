"""What the fields of a PDF's form were filled in with stands in the text, where the field stands."""

import pytest

from giaoban.documents import read
from giaoban.model import Refused
from tests.core.documents.made import pdf_of_form

BESIDE = b"/Rect[208 694 420 712]"


def utf16(text: str) -> bytes:
    return f"<FEFF{text.encode('utf-16-be').hex()}>".encode()


def field(value: str, box: bytes = BESIDE, keys: bytes = b"/FT/Tx") -> bytes:
    return b"%b%b/T(a)/V%b" % (keys, box, utf16(value))


def test_a_value_stands_behind_the_words_beside_its_field():
    text = read(pdf_of_form(field("2.572 tỷ đồng, tăng 20,2%.")), "a.pdf").text
    assert text == "Thu ngan sach nam 2019 dat 2.572 tỷ đồng, tăng 20,2%."


def test_lines_of_a_value_stand_one_below_the_other_and_below_what_is_above_them():
    below = field("Thành lập mới 140 doanh nghiệp.\nHộ nghèo còn 0,12%.", b"/Rect[50 620 500 660]")
    text = read(pdf_of_form(below), "a.pdf").text
    assert text.index("Thu ngan") < text.index("Thành lập mới 140 doanh nghiệp.") < text.index("Hộ nghèo còn 0,12%.")


def test_a_choice_is_read_and_a_box_that_was_ticked_is_not():
    chosen = field("Đã hoàn thành", keys=b"/FT/Ch/Ff 131072/Opt[%b]" % utf16("Đã hoàn thành"))
    ticked = b"/FT/Btn/Rect[430 694 440 712]/T(b)/V/Yes/AS/Yes"
    assert read(pdf_of_form(chosen, ticked), "a.pdf").text == "Thu ngan sach nam 2019 dat Đã hoàn thành"


@pytest.mark.parametrize("keys", [b"/FT/Tx/F 2", b"/FT/Tx/F 32", b"/FT/Tx/Ff 8192"], ids=("hidden", "not shown", "password"))
def test_what_nobody_sees_on_the_page_is_not_read(keys):
    assert read(pdf_of_form(field("2.572", keys=keys)), "a.pdf").text == "Thu ngan sach nam 2019 dat"


@pytest.mark.parametrize("keys", [b"/FT/Tx", b"/FT/Tx/F 2"], ids=("seen", "hidden"))
def test_a_mark_of_secrecy_in_a_field_is_found_seen_or_not(keys):
    with pytest.raises(Refused, match="state-secret"):
        read(pdf_of_form(field("MẬT", keys=keys)), "a.pdf")


def test_an_empty_field_and_one_without_room_change_nothing():
    assert read(pdf_of_form(field("")), "a.pdf").text == "Thu ngan sach nam 2019 dat"
    assert "2.572" in read(pdf_of_form(field("2.572", b"/Rect[230 700 230 700]")), "a.pdf").text
