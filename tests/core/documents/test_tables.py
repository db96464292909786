"""Where the cells of a table stand: every cell in its column, in each format."""

import pytest

from giaoban.documents import from_text, read
from giaoban.model import BlockKind, Document
from tests.core.documents.made import Pages, page, word

ROWS = (("Xã", "Số hộ", "Hộ nghèo"), ("An Hòa", "2.415", "35"), ("Bình Lâm", "1.870", "22"), ("Tân Lập", "980", "17"))


def rows(document: Document) -> list[list[str]]:
    return [[cell.of(document.text).strip() for cell in block.cells] for block in document.blocks if block.kind is BlockKind.ROW]


def web(table: str) -> Document:
    return read(page(f"<p>Báo cáo của Ủy ban nhân dân xã về kết quả rà soát.</p><table>{table}</table>"), "a.html")


def drawn(*lines: tuple[float, tuple[tuple[float, str], ...]]) -> Document:
    """A page with words at places: lines by their distance from the top, words by that from the left."""
    document = Pages()
    document.add_page()
    for y, words in lines:
        for x, text in words:
            document.text(x, y, text)
    return read(bytes(document.output()), "a.pdf")


def test_a_cell_of_a_web_page_over_several_columns_stands_in_each_and_below_one_over_several_rows_its_column_is_empty():
    table = (
        '<tr><th rowspan="2">Chỉ tiêu</th><th colspan="2">Năm 2025</th></tr><tr><th>Kế hoạch</th><th>Thực hiện</th></tr>'
        "<tr><td>Thu phí</td><td>120</td><td>131</td></tr>"
        '<tr><td rowspan="2">Dân số</td><td>60</td><td>61</td></tr><tr><td>70</td><td>71</td></tr>'
    )
    assert rows(web(table)) == [
        ["Chỉ tiêu", "Năm 2025", "Năm 2025"],
        ["", "Kế hoạch", "Thực hiện"],
        ["Thu phí", "120", "131"],
        ["Dân số", "60", "61"],
        ["", "70", "71"],
    ]


def test_rows_that_a_cell_reaches_over_end_with_their_table():
    first = '<tr><td rowspan="9">Xã</td><td>Số hộ</td></tr>'
    document = web(f"{first}</table><table><tr><td>An Hòa</td><td>2.415</td></tr>")
    assert rows(document) == [["Xã", "Số hộ"], ["An Hòa", "2.415"]]


@pytest.mark.parametrize("reach", ["0", "-1", "nhiều", "9" * 5_000, "²"])
def test_a_reach_that_makes_no_sense_is_one_cell_or_the_most_that_is_allowed(reach):
    table = rows(web(f'<tr><td colspan="{reach}" rowspan="{reach}">Xã</td><td>Số hộ</td></tr>'))
    assert set(table[0]) == {"Xã", "Số hộ"}
    assert len(table[0]) <= 65


def test_cells_that_push_each_other_aside_swell_a_table_no_further_than_its_widest_row():
    table = rows(web('<tr><td colspan="64" rowspan="64">Xã</td><td>Số hộ</td></tr>' * 60))
    assert max(len(row) for row in table) < 512


def test_a_table_whose_cells_reach_over_more_than_a_page_has_is_not_handed_on(monkeypatch):
    monkeypatch.setattr("trafilatura.bare_extraction", None)
    assert rows(web('<tr><td colspan="1000" rowspan="60000">Xã</td><td>Số hộ</td></tr>' * 60))


def test_the_whole_table_belongs_to_the_article_when_a_row_of_it_does():
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    assert rows(web(body)) == [list(row) for row in ROWS]


def test_a_row_of_a_word_table_that_begins_or_ends_late_keeps_its_columns():
    def build(document):
        table = document.add_table(2, 3)
        for row, texts in zip(table.rows, (("Chỉ tiêu", "Kế hoạch", "Thực hiện"), ("Thu phí", "120", "131")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        row = table.rows[1]._tr
        row.remove(row.tc_lst[2])
        row.get_or_add_trPr()._add_gridAfter().val = 1

    assert rows(read(word(build, ()), "a.docx")) == [["Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["Thu phí", "120", ""]]


def test_a_heading_over_a_whole_table_is_a_row_of_it():
    def build(document):
        table = document.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "I. Kinh tế"
        table.cell(1, 0).text, table.cell(1, 1).text = "Thu phí", "120"

    assert rows(read(word(build, ()), "a.docx")) == [["I. Kinh tế", "I. Kinh tế"], ["Thu phí", "120"]]


def test_a_table_without_lines_in_a_pdf_is_put_into_columns_with_its_empty_cells():
    document = drawn(
        (40, ((25, "Chỉ tiêu"), (90, "Đơn vị"), (120, "Kế hoạch"), (150, "Thực hiện"))),
        (50, ((25, "Thu phí, lệ phí"), (90, "tỷ đồng"), (122, "120,5"), (152, "131"))),
        (60, ((25, "Dân số"), (90, "người"), (152, "9.310"))),
        (70, ((25, "Số hộ"), (122, "2.400"), (152, "2.415"))),
        (80, ((25, "Doanh nghiệp"), (90, "đơn vị"), (122, "12"), (152, "14"))),
    )
    assert rows(document) == [
        ["Chỉ tiêu", "Đơn vị", "Kế hoạch", "Thực hiện"],
        ["Thu phí, lệ phí", "tỷ đồng", "120,5", "131"],
        ["Dân số", "người", "", "9.310"],
        ["Số hộ", "", "2.400", "2.415"],
        ["Doanh nghiệp", "đơn vị", "12", "14"],
    ]


def test_a_heading_between_the_columns_that_it_stands_over_belongs_to_both():
    numbers = tuple((60 + 10 * at, ((25, name), (92, str(90 + at)), (122, str(95 + at)))) for at, name in enumerate(("Thu", "Chi", "Vốn")))
    document = drawn((40, ((25, "Chỉ tiêu"), (98, "Năm 2025"))), (50, ((88, "Kế hoạch"), (117, "Thực hiện"))), *numbers)
    assert rows(document)[:2] == [["Chỉ tiêu", "Năm 2025", "Năm 2025"], ["", "Kế hoạch", "Thực hiện"]]


def test_where_nobody_can_tell_over_which_columns_a_heading_reaches_no_table_is_made():
    numbers = tuple(
        (60 + 10 * at, ((25, name), (88, str(90 + at)), (120, str(95 + at)), (152, str(97 + at))))
        for at, name in enumerate(("Thu", "Chi", "Vốn"))
    )
    document = drawn(
        (45, ((118, "Năm 2025"),)), (48, ((25, "Chỉ tiêu"),)), (51, ((85, "Quý I"), (117, "Quý II"), (149, "Quý III"))), *numbers
    )
    assert all(len(row) < 4 or "Năm 2025" not in row for row in rows(document))


def test_running_text_with_numbers_is_no_table():
    lines = tuple(
        (40 + 6 * at, ((25, f"Phường {at} thu được {at}20 triệu đồng, tăng {at},5% so với cùng kỳ năm trước"),)) for at in range(1, 9)
    )
    assert rows(drawn(*lines)) == []


def test_a_table_pasted_from_a_sheet_keeps_its_empty_cells():
    document = from_text("Số liệu xã An Hòa\n\nTT\tChỉ tiêu\tKế hoạch\tThực hiện\n\tThu phí\t\t131\n2\tDân số\t9.000\t\n\nXã báo cáo.\n")
    assert rows(document) == [["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["", "Thu phí", "", "131"], ["2", "Dân số", "9.000", ""]]


@pytest.mark.parametrize("lines", ["1.\tThu gom rác\n2.\tTrồng 120 cây", "UBND XÃ\t\tCỘNG HÒA\nSố: 15\t\tĐộc lập"])
def test_tabs_that_only_set_words_apart_leave_no_empty_cells(lines):
    assert all("" not in row for row in rows(from_text(lines)))
