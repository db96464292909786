"""What stands in a frame on a scan is looked at by itself: straight or aslant, without the frame; letters and tables are no frames."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from giaoban.documents import read
from giaoban.documents.pdf.frames import framed
from giaoban.model import Refused
from tests.core.documents.made import REPORT, picture, scan_of, stamped

DOTS = 150
"""To the inch: A4 in the size of the pictures that the tests make."""
DARK = 100


def opened(png):
    return Image.open(BytesIO(png))


@pytest.mark.parametrize("degrees", [0, 4, -12, 20])
def test_the_words_of_a_stamp_stand_level_and_without_their_frame(degrees):
    (found,) = framed(stamped("TUYỆT MẬT", degrees), DOTS)
    left, top, right, bottom = opened(found).point(lambda shade: 255 if shade < DARK else 0).getbbox()
    assert right - left > 3 * (bottom - top)
    assert bottom - top < 60


def test_plain_text_has_no_frame():
    assert list(framed(picture(), DOTS)) == []


def test_a_table_is_no_stamp():
    page = opened(picture(("",)))
    draw = ImageDraw.Draw(page)
    for row in range(12):
        draw.rectangle((90, 300 + 50 * row, 1100, 350 + 50 * row), outline=0, width=3)
    file = BytesIO()
    page.save(file, "PNG")
    assert list(framed(file.getvalue(), DOTS)) == []


def test_an_empty_page_and_a_black_one_have_no_frame():
    for shade in (0, 255):
        file = BytesIO()
        Image.new("L", (200, 300), shade).save(file, "PNG")
        assert list(framed(file.getvalue(), DOTS)) == []


def test_a_stamp_that_only_shows_by_itself_refuses_the_scan():
    page = stamped("MẬT")

    def ocr(png, number, pages):
        return "\n".join(REPORT) if opened(png).width > 1000 else "MẠT"

    with pytest.raises(Refused, match="state-secret"):
        read(scan_of([page]), "a.pdf", ocr)
    assert read(scan_of([picture()]), "a.pdf", ocr)
