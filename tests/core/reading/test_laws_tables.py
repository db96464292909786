"""What holds for tables of any shape."""

import sys

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from giaoban.documents.pieces import Piece, joined
from giaoban.model import BlockKind, Document, Reading
from giaoban.reading import read
from giaoban.reading.rules.figures.tables.numbers import told

LOOSE = settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
HEADS = (
    "", "TT", "STT", "Chỉ tiêu", "Nội dung", "Xã", "Tháng", "Năm", "ĐVT", "Đơn vị", "Kế hoạch năm 2025", "Thực hiện 6 tháng", "Năm 2024",
    "Ước TH", "So với KH (%)", "So với cùng kỳ (%)", "Tăng, giảm", "6T/6T", "Tỷ lệ (%)", "Số hộ", "Hộ nghèo", "Ghi chú", "2021", "2022",
    "Giảm so với năm 99999", "2025/2024", "Giai đoạn 2030-2020", "Toàn tỉnh", "Xã An Hòa", "(1)", "5=4/3", "Sản lượng (tấn)", "(%)", "()",
)  # fmt: skip
NAMES = (
    "Thu ngân sách", "- Trong đó: thuế", "Trong đó:", "Xã An Hòa", "Tổng cộng", "Giảm tỷ lệ hộ nghèo", "Quý I", "2022", "3", "Tỷ lệ nữ (%)",
    "+ Lúa", "I. Kinh tế", "6 tháng", "Số người", "", "-", "/", "a\u0301",
)  # fmt: skip
INSIDE = (
    "", "-", "1", "I", "1.1", "tỷ đồng", "%", '"', "Tr.đ", "1.250", "12,5", "(3,4)", "-7", "85%", "0912345678", "12/6/2025", "1.2.3",
    "92 (*)", "trên 120", "1 200", "…", "0", "00", "9" * 40, "²", "٣", "１２", "100", "95,5", "2025",
)  # fmt: skip
ANY = st.tuples(st.sampled_from((*HEADS, *NAMES, *INSIDE)) | st.text(max_size=12), st.integers(1, 4))


def narrow(texts: tuple[str, ...]) -> st.SearchStrategy[tuple[str, int]]:
    return st.tuples(st.sampled_from(texts), st.just(1))


@st.composite
def in_columns(draw: st.DrawFn) -> list[list[tuple[str, int]]]:
    """A table with a row of headings and rows of names and numbers below it."""
    width = draw(st.integers(1, 6))
    first, named = narrow(("TT", "ĐVT", "")), narrow(("Chỉ tiêu", "Nội dung", "Xã", "Tháng", "Năm", ""))
    rows = st.tuples(narrow(("1", "1.1", "I", "-", "ha", "%", '"', "")), narrow(NAMES), *[narrow(INSIDE)] * width).map(list)
    head = draw(st.tuples(first, named, *[narrow(HEADS)] * width).map(list))
    return [head, *draw(st.lists(rows, min_size=1, max_size=10))]


ROWS = st.lists(st.lists(ANY, min_size=1, max_size=9), min_size=1, max_size=14) | in_columns()
GAPS = st.lists(
    st.sampled_from(["", "Biểu 1. Kết quả 6 tháng đầu năm 2025", "ĐVT: triệu đồng", "Huyện Bình Sơn họp giao ban."]), max_size=3
)


def document_of(rows: list[list[tuple[str, int]]], above: list[str]) -> Document:
    pieces = [Piece(text) for text in above]
    pieces += [Piece("", BlockKind.ROW, None, None, *map(tuple, zip(*row, strict=True))) for row in rows]
    text, blocks, _ = joined(pieces)
    return Document(text, blocks, "", "", "", "")


def figures(reading: Reading) -> list:
    return [found for found in reading.observations if found.rule.startswith("table_figures")]


@LOOSE
@given(ROWS, GAPS)
@example([[("", 1), ("", 1), ("5=4/3", 1), ("5=4/3", 1)], [("1", 1), ("Thu ngân sách", 1), ("", 1), ("", 1)]], [])
def test_no_table_raises_and_every_figure_is_a_number_in_a_cell_of_a_row(rows, above):
    document = document_of(rows, above)
    for found in figures(read(document)):
        block = document.block_at(found.span.start)
        assert any(cell.covers(found.span) for cell in block.cells)
        number = told(found.span.of(document.text).strip())
        assert number is not None
        assert found.what.indicator.strip()
        assert found.what.quantity.unit


@LOOSE
@given(ROWS, GAPS)
def test_a_cell_gives_one_figure_at_most_and_figures_come_in_the_order_of_the_text(rows, above):
    spans = [found.span for found in figures(read(document_of(rows, above)))]
    assert spans == sorted(set(spans))


@LOOSE
@given(ROWS, GAPS)
def test_a_table_is_read_the_same_each_time_and_by_rules_alone(rows, above):
    document = document_of(rows, above)
    assert figures(read(document)) == figures(read(document)) == figures(read(document, fast=True))


def test_the_work_grows_with_the_rows_and_no_faster():
    """Counted in calls, which do not depend on the machine."""
    head = [("TT", 1), ("Chỉ tiêu", 1), ("ĐVT", 1), ("Kế hoạch năm 2025", 1), ("Thực hiện 6 tháng", 1), ("So với KH (%)", 1)]
    row = [("1", 1), ("Thu ngân sách", 1), ("tỷ đồng", 1), ("1.200", 1), ("600", 1), ("50", 1)]
    small, large = (_calls(document_of([head, *[row] * count], [])) for count in (50, 500))
    assert large < 12 * small


def _calls(document: Document) -> int:
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += 1

    read(document)
    sys.setprofile(counted)
    try:
        assert figures(read(document))
    finally:
        sys.setprofile(None)
    return count
