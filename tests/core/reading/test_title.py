"""The title of a record names what it is about."""

import pytest

from giaoban.documents import from_text
from giaoban.reading import read

TITLES = [
    ("BIÊN BẢN\nHọp giao ban quý I với xã Phú Vân\n\nSáng 5/5/2021, xã họp.", "BIÊN BẢN Họp giao ban quý I với xã Phú Vân"),
    ("Xã Phú Vân họp giao ban quý I\n\nSáng 5/5/2021, xã họp.", "Xã Phú Vân họp giao ban quý I"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_kind_of_paper_alone_is_no_title(text, title):
    assert read(from_text(text)).title == title
