"""Rows that the end of a page breaks are one row again; days that the end of a cell's line breaks are days."""

import pytest
import typst

from giaoban.documents import read
from giaoban.documents.pdf.broken_rows import mended
from giaoban.documents.pieces import Piece
from giaoban.model import BlockKind
from tests.core.documents.made import font

HEAD = ("TT", "Nội dung", "Chủ trì")
BEGUN = ("1", "Rà soát quỹ đất của", "Phòng Kinh tế")
REST = ("", "các thôn, xóm", "")
NEXT = ("2", "Thu nợ thuế", "Đội thuế")


def row(cells, page):
    return Piece("", BlockKind.ROW, page, 1, tuple(cells), (1,) * len(cells), ((),) * len(cells))


def cells(*pieces):
    return [piece.cells for piece in mended(pieces)]


@pytest.mark.parametrize("again", [(), (HEAD,)], ids=["no headings", "headings again"])
def test_a_row_goes_on_over_the_end_of_a_page(again):
    told = cells(row(HEAD, 1), row(BEGUN, 1), *(row(head, 2) for head in again), row(REST, 2), row(NEXT, 2))
    assert told == [HEAD, ("1", "Rà soát quỹ đất của các thôn, xóm", "Phòng Kinh tế"), *again, NEXT]


@pytest.mark.parametrize(
    "rest",
    [
        ("", "Trong đó: đất lúa", ""),
        ("2", "các thôn", ""),
        ("", "các thôn", "", ""),
        ("", "12,5", ""),
    ],
)
def test_a_row_of_its_own_stays_one(rest):
    assert cells(row(BEGUN, 1), row(rest, 2)) == [BEGUN, rest]


def test_only_a_row_on_the_next_page_goes_on():
    assert cells(row(BEGUN, 1), row(REST, 1)) == [BEGUN, REST]
    assert cells(row(BEGUN, 1), row(REST, 3)) == [BEGUN, REST]
    assert cells(row(BEGUN, 1), Piece("Ghi chú", None, 1, 2), row(REST, 2)) == [BEGUN, (), REST]
    assert cells(row(("1", "Rà soát quỹ đất.", "Phòng Kinh tế"), 1), row(REST, 2))[1] == REST


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Trước 30/10/202 2", "Trước 30/10/2022"),
        ("15-9-20 25", "15-9-2025"),
        ("1.7.2 025", "1.7.2025"),
        ("30/10/2022 12", "30/10/2022 12"),
        ("5/3 2 xã", "5/3 2 xã"),
        ("30/10/20 2", "30/10/20 2"),
        ("1.2.3 456", "1.2.3 456"),
        ("1.2.2 456", "1.2.2 456"),
    ],
)
def test_a_day_that_a_narrow_cell_breaks_is_whole(broken, whole):
    assert cells(row(("1", "Rà soát", broken), 1)) == [("1", "Rà soát", whole)]


def test_a_pdf_whose_row_breaks_at_the_end_of_a_page_has_it_whole():
    filling = "#v(22.6cm)"
    words = "Kiểm tra việc chấp hành kỷ luật hành chính tại bộ phận một cửa của các xã và thị trấn trong toàn huyện suốt năm nay"
    table = f"#table(columns: (1cm, 3cm, 4cm), [TT], [Nội dung], [Chủ trì], [1], [{words}], [Phòng Nội vụ], [2], [Thu nợ thuế], [Đội thuế])"
    setting = '#set page(paper: "a4", margin: 2cm)\n#set text(font: "Be Vietnam Pro", size: 10pt)\n'
    made = typst.compile(f"{setting}{filling}\n{table}".encode(), font_paths=[font().rpartition("/")[0]])
    blocks = read(made, "a.pdf").blocks
    document = read(made, "a.pdf")
    assert {block.page for block in blocks} == {1, 2}
    assert f"1 | {words} | Phòng Nội vụ" in [block.span.of(document.text) for block in blocks]
