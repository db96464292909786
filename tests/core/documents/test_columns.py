"""Three columns of a PDF; two: test_pdf.py."""

from collections.abc import Sequence

import pytest

from giaoban.documents import read
from tests.core.documents.made import Pages
from tests.core.documents.test_pdf import LONG, said


def three_columns(columns: Sequence[Sequence[str]], above: str, gap: float) -> bytes:
    """A page with a line over its whole width and three columns below it, so many millimetres apart."""
    document = Pages()
    document.set_font("BeVietnamPro", size=9)
    document.add_page()
    document.multi_cell(0, 7, above, new_x="LMARGIN", new_y="NEXT")
    top, width = document.get_y() + 4, (165 - 2 * gap) / 3
    for number, column in enumerate(columns):
        document.set_xy(25 + number * (width + gap), top)
        for paragraph in column:
            document.set_x(25 + number * (width + gap))
            document.multi_cell(width, 5, paragraph, align="J")
            document.ln(0)
    return bytes(document.output())


@pytest.mark.parametrize("gap", [5, 6, 9])
def test_three_columns_are_read_one_after_the_other(gap):
    columns, above = (
        [LONG[:4], LONG[4:8], LONG[8:12]],
        "Bản tin giao ban của Ủy ban nhân dân thị xã Đông Triều trong quý đầu của năm nay, số ra",
    )
    document = read(three_columns(columns, above, gap), "a.pdf")
    assert said(document) == [above, *LONG[:12]]
