"""Which lines of a page belong together, by where they begin and end."""

from itertools import repeat

import pytest

from giaoban.documents.pdf.columns import Flow
from giaoban.documents.pdf.lines import Line, Part
from giaoban.documents.pdf.paragraphs import Placed, pieces

LEFT, RIGHT, SIZE = 80.0, 520.0, 12.0
MIDDLE = (LEFT + RIGHT) / 2


def flow(*told) -> Flow:
    """Lines of running text, each with how wide it is; all but those as wide as the page stand in the middle."""
    lines = [
        Line(1, number, (Part(words, MIDDLE - width / 2, MIDDLE + width / 2, 100 + 16 * number, SIZE),))
        for number, (words, width) in enumerate(told, 1)
    ]
    return Flow(lines, LEFT, RIGHT)


def texts(*told) -> list[str]:
    return [piece.text for piece in pieces([flow(*told)])]


BODY = (
    ("Các xã đã giải ngân xong vốn của năm trước và lập xong danh mục", RIGHT - LEFT),
    ("công trình của năm nay theo thứ tự ưu tiên", 440),
)


@pytest.mark.parametrize(
    ("heading", "width"), [("NHIỆM VỤ TRỌNG TÂM", 150), ("II. Nhiệm vụ trọng tâm", 150), ("Phần II", 60), ("2.1. Về thu ngân sách", 140)]
)
def test_a_heading_in_the_middle_does_not_go_on_with_a_paragraph_that_ends_without_a_stop(heading, width):
    assert texts(*BODY, (heading, width)) == [" ".join(words for words, _width in BODY), heading]


@pytest.mark.parametrize(
    "title",
    [
        ("Kết luận của đồng chí Chủ tịch tại cuộc họp giao ban công tác tháng 9", "và nhiệm vụ trọng tâm tháng 10"),
        ("Kết luận của đồng chí Chủ tịch tại cuộc họp giao ban công tác của xã", "Tân Lập tháng 9"),
        ("VỀ VIỆC RÀ SOÁT DANH MỤC CÔNG TRÌNH ĐẦU TƯ CÔNG CỦA XÃ NĂM 2026", "VÀ NĂM 2027"),
    ],
)
def test_the_last_line_of_a_title_as_wide_as_the_page_stays_with_it(title):
    assert texts((title[0], RIGHT - LEFT), (title[1], 120)) == [" ".join(title)]


def test_lines_that_begin_where_others_do_are_no_centred_ones_however_many_there_are():
    lines = flow(*repeat(("Xã Tân Lập", 120), 3), ("Xã Tân Hòa", 240)).lines
    for count, centred in ((3, True), (4, False)):
        starts = sorted([line.left for line in lines[:3]] + [lines[0].left] * (count - 3))
        assert Placed(lines[0], Flow(lines, LEFT, RIGHT), 16.0, starts).is_centred is centred
