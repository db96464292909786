"""The papers of the register: one value, drawn as PDF and as a workbook, nothing in it taken for markup or a formula."""

import io
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from giaoban.render.register_paper import Column, Paper
from giaoban.render.register_pdf import pdf_of
from giaoban.render.register_xlsx import xlsx_of

COLUMNS = [
    Column("TT", 3, number=True),
    Column("Cơ quan", 20),
    Column("Đúng hạn", 8, "Đã hoàn thành", number=True),
    Column("Quá hạn", 8, "Đã hoàn thành", number=True),
    Column("Trong hạn", 8, "Chưa hoàn thành", number=True),
]


def paper(rows: int = 2, total: bool = True) -> Paper:
    listed = [(number, "Phòng #strong[Một]", 1, 2, Decimal("98.6")) for number in range(1, rows + 1)]
    above = (None, "Tổng cộng", 3, 4, None) if total else None
    return Paper("Tỉnh Thử", "TỔNG HỢP", ["Đến ngày 1/7/2020"], ["Tổng số 7"], COLUMNS, listed, above, "Cách tính")


def text_of(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def test_headings_that_lie_together_are_said_once():
    assert paper().headings() == [("TT", 1), ("Cơ quan", 1), ("Đã hoàn thành", 2), ("Chưa hoàn thành", 1)]


def test_a_pdf_says_its_words_as_they_are_and_repeats_its_headings():
    pages = text_of(pdf_of(paper(rows=120), str))
    assert len(pages) > 1
    assert "#strong[Một]" in pages[0]
    assert all("Đã hoàn thành" in page for page in pages)
    assert "Tổng cộng" in pages[0]


@pytest.mark.parametrize("total", [True, False])
def test_a_workbook_holds_the_same_rows_with_real_numbers(total):
    page = load_workbook(io.BytesIO(xlsx_of(paper(total=total)))).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    listed = [row for row in rows if row[1] == "Phòng #strong[Một]"]
    assert [row[:4] for row in listed] == [[1, "Phòng #strong[Một]", 1, 2], [2, "Phòng #strong[Một]", 1, 2]]
    assert any(row[1] == "Tổng cộng" for row in rows) is total
    assert page.page_setup.orientation == "landscape"


def test_a_workbook_of_many_rows_is_not_searched_for_its_last_row_at_each(monkeypatch):
    asked, last_row = [], Worksheet.max_row.fget
    monkeypatch.setattr(Worksheet, "max_row", property(lambda page: asked.append(page) or last_row(page)))
    few, many = ([xlsx_of(paper(rows=rows)), len(asked)][1] for rows in (2, 200))
    assert many == 2 * few


def test_a_day_is_a_day_in_a_workbook_and_a_formula_is_words():
    plain = Paper("", "BIỂU", [], [], [Column("Ngày", 9), Column("Nội dung", 20)], [(date(2020, 3, 12), "=1+1")])
    page = load_workbook(io.BytesIO(xlsx_of(plain))).active
    ((day, words),) = [row for row in page.iter_rows() if row[0].is_date]
    assert (day.value.date(), words.value, words.data_type) == (date(2020, 3, 12), "=1+1", "s")


def test_a_row_of_a_workbook_is_as_high_as_what_is_wrapped_in_it_needs():
    long = (1, "Phòng Tài nguyên và Môi trường thị xã Đông Triều", 1, 2, None)
    columns = [*COLUMNS, Column("Tỷ lệ hoàn thành trên số đến hạn (%)", 8, number=True)]
    made = Paper("Tỉnh Thử", "TỔNG HỢP", [], ["Tổng số 7. " * 30], columns, [(*long, 3), (2, "Phòng Một", 1, 2, None, 3)], None, "")
    page = load_workbook(io.BytesIO(xlsx_of(made))).active
    heights = {str(row[1].value or row[0].value)[:9]: page.row_dimensions[row[0].row].height for row in page.iter_rows()}
    assert heights["Phòng Tài"] >= 3 * 15 and heights["Phòng Một"] is None
    assert heights["Tổng số 7"] > 3 * 15
    heading = next(cell.row for (cell, *_others) in page.iter_rows() if cell.value == "TT")
    assert page.row_dimensions[heading].height + page.row_dimensions[heading + 1].height >= 5 * 15


def test_a_workbook_prints_the_columns_that_paper_has_room_for():
    columns = [*COLUMNS, Column("Địa chỉ", 30, printed=False)]
    rows = [(1, "Phòng Một", 1, 2, None, "https://example.org/1")]
    page = load_workbook(io.BytesIO(xlsx_of(Paper("Tỉnh Thử", "TỔNG HỢP", [], [], columns, rows, None, "Cách tính")))).active
    assert page.print_area.split("!")[-1].replace("$", "") == f"A1:E{page.max_row}"
    assert "A2:E2" in {str(each) for each in page.merged_cells.ranges}
    assert [cell.value for row in page.iter_rows() for cell in row if cell.value and str(cell.value).startswith("https")]


@pytest.mark.parametrize(("foot", "below"), [("Cách tính", 2), ("", 0)])
def test_a_workbook_prints_to_its_foot_or_else_to_its_last_row(foot, below):
    page = load_workbook(
        io.BytesIO(xlsx_of(Paper("Tỉnh Thử", "TỔNG HỢP", [], [], COLUMNS, [(1, "Phòng Một", 1, 2, None)], None, foot)))
    ).active
    last = next(row[0].row for row in page.iter_rows() if row[1].value == "Phòng Một") + below
    assert page.print_area.split("!")[-1].replace("$", "") == f"A1:E{last}"


def test_the_upper_line_of_headings_is_as_high_as_what_is_wrapped_over_its_columns_needs():
    group = "Nhiệm vụ đã hoàn thành trong kỳ báo cáo"
    columns = [Column("TT", 3), Column("Đúng hạn", 8, group), Column("Quá hạn", 8, group), Column("Tỷ lệ hoàn thành trên tổng số (%)", 9)]
    page = load_workbook(io.BytesIO(xlsx_of(Paper("Tỉnh Thử", "TỔNG HỢP", [], [], columns, [], None, "")))).active
    upper = next(cell.row for (cell, *_others) in page.iter_rows() if cell.value == "TT")
    heights = [page.row_dimensions[upper + line].height for line in (0, 1)]
    assert heights == [3 * 15, 15]
