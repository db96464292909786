"""A stamp in red is read by itself, level and without the line of print that it was pressed over; print and pencil are no stamp."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageDraw

from giaoban.documents import read
from giaoban.documents.pdf.inks import stamps
from giaoban.model import Refused
from tests.core.documents.made import REPORT, overprinted, picture, scan_of

DOTS = 150
"""To the inch: A4 in the size of the pictures that the tests make."""
DARK = 100
FLAT = 2.5
"""How many times longer than high the words are, marks and all, when they stand level; at 15 degrees it is 1.7."""
DEGREES = [0, 8, -15]


def opened(png):
    return Image.open(BytesIO(png))


def darkness(image):
    """Where the dark dots of a picture are: left, top, right, bottom."""
    return image.convert("L").point(lambda shade: 255 if shade < DARK else 0).getbbox()


@pytest.mark.parametrize("frame", [False, True], ids=("bare", "framed"))
@pytest.mark.parametrize("degrees", DEGREES)
def test_red_words_over_print_stand_alone_and_level(degrees, frame):
    seen = [darkness(opened(each)) for each in stamps(opened(overprinted("TỐI MẬT", degrees, frame=frame)), DOTS)]
    assert any(FLAT * (bottom - top) < right - left < 250 for left, top, right, bottom in filter(None, seen))


def test_where_print_crosses_a_red_letter_the_letter_stays_whole():
    block = Image.new("RGB", (300, 120), "white")
    draw = ImageDraw.Draw(block)
    draw.rectangle((20, 20, 280, 100), fill="#c01828")
    draw.line((0, 60, 299, 60), fill="black", width=3)
    (found,) = stamps(block, DOTS)
    inside = opened(found).crop((60, 50, 240, 100))
    assert ImageChops.invert(inside).getextrema() == (255, 255)


@pytest.mark.parametrize("ink", ["black", "#303030", "#1030a0", "#a0a0a0"])
def test_print_and_other_inks_are_no_red_stamp(ink):
    assert list(stamps(opened(overprinted("TỐI MẬT", ink=ink)), DOTS)) == []


def test_red_that_is_larger_than_a_stamp_or_smaller_than_a_word_is_left():
    page = opened(picture()).convert("RGB")
    ImageDraw.Draw(page).rectangle((50, 700, 1200, 1500), fill="red")
    ImageDraw.Draw(page).rectangle((50, 50, 58, 90), fill="red")
    assert list(stamps(page, DOTS)) == []


def test_a_red_stamp_that_shows_only_without_the_print_refuses_the_scan():
    def ocr(png, number, pages):
        return "\n".join(REPORT) if opened(png).width > 1000 else "TỔI MẬT"

    with pytest.raises(Refused, match="state-secret"):
        read(scan_of([overprinted("TỐI MẬT", 8)]), "a.pdf", ocr)
    assert read(scan_of([overprinted("TỐI MẬT", 8, ink="black")]), "a.pdf", ocr)
