"""Letters of a PDF that were set apart are read as words; what only stands side by side is not put together."""

import pytest

from giaoban.documents import read
from giaoban.model import Refused
from tests.core.documents.made import REPORT, Pages

HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def spaced(lines, points, size=11):
    document = Pages()
    document.add_page()
    document.set_font("BeVietnamPro", size=size)
    document.set_char_spacing(points)
    for line in lines:
        document.multi_cell(0, 8, line, new_x="LMARGIN", new_y="NEXT", align="L")
    return bytes(document.output())


def turned(lines, points, quarters):
    document = Pages()
    document.add_page()
    document.set_font("BeVietnamPro", size=11)
    document.set_char_spacing(points)
    with document.rotation(90 * quarters, 105, 150):
        for at, line in enumerate(lines):
            document.text(20, 110 + 8 * at, line)
    return bytes(document.output())


def placed(row, pitch):
    """Each sign of a row by itself, so many points from the left edge of one to that of the next."""
    document = Pages()
    document.add_page()
    document.multi_cell(0, 8, REPORT[0], new_x="LMARGIN", new_y="NEXT")
    for at, sign in enumerate(row):
        document.text(30 + at * pitch / 72 * 25.4, 60, sign)
    return bytes(document.output())


@pytest.mark.parametrize("size", [11, 14])
@pytest.mark.parametrize("points", [0, 0.5, 1, 1.5, 2, 3, 5])
def test_words_and_numbers_set_apart_are_read_as_they_are_written(points, size):
    text = read(spaced((HEAD, *REPORT), points, size), "a.pdf").text
    assert " ".join(text.split()) == " ".join((HEAD, *REPORT))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_words_set_apart_on_their_side_are_read_as_they_are_written(quarters):
    text = read(turned((HEAD, REPORT[2]), 4, quarters), "a.pdf").text
    assert " ".join(text.split()) == f"{HEAD} {REPORT[2]}"


def test_a_mark_of_secrecy_set_apart_is_one():
    with pytest.raises(Refused, match="state-secret"):
        read(spaced(("TỐI MẬT", *REPORT), 4), "a.pdf")


@pytest.mark.parametrize("row", ["12345", "HKMQR"])
@pytest.mark.parametrize("pitch", [12, 20, 40])
def test_signs_that_make_no_syllable_stay_by_themselves(row, pitch):
    assert " ".join(row) in read(placed(row, pitch), "a.pdf").text.replace(" | ", " ")


def test_letters_far_apart_stay_by_themselves_whatever_they_make():
    assert "t h u" in read(placed("thu", 30), "a.pdf").text.replace(" | ", " ")
