"""Workbooks made for the tests."""

import io

from openpyxl import Workbook


def book(rows, merged=(), hidden=(), formats=None, title="Biểu 1", others=None, unseen=()):
    """The bytes of a workbook of one sheet, or of that and `others`, rows by title."""
    made = Workbook()
    page = made.active
    page.title = title
    for row in rows:
        page.append(row)
    for area in merged:
        page.merge_cells(area)
    for number in hidden:
        page.row_dimensions[number].hidden = True
    for letters in unseen:
        page.column_dimensions[letters].hidden = True
    for address, number_format in (formats or {}).items():
        page[address].number_format = number_format
    for name, cells in (others or {}).items():
        other = made.create_sheet(name)
        for row in cells:
            other.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


#: A sheet as an office keeps it: a title with period and unit, two rows of headings with merged cells, numbers as text, a hidden row.
OFFICE = book(
    [
        ["BIỂU TỔNG HỢP CHỈ TIÊU KINH TẾ NĂM 2020"],
        ["Đơn vị tính: tỷ đồng"],
        ["STT", "Địa phương", "Tổng giá trị sản xuất", None, "Tỷ lệ hộ nghèo (%)", "Ghi chú"],
        [None, None, "Thực hiện quý I", "KH quý II", "6 tháng đầu năm", None],
        [1, "Phường Mạo Khê", "1.200,50", 1300, 0.0012, "đã soát"],
        [2, "Xã An Sinh", "trên 85,7", "-", 1.25, None],
        [3, "Xã Ẩn", 5, 6, 7, None],
        [4, "Xã Bình Dương", "chưa rõ", 12.5, "…", None],
        [None, "Tổng số", "=SUM(C5:C6)", 1, None, None],
    ],
    merged=["A3:A4", "B3:B4", "C3:D3", "A1:F1"],
    hidden=[7],
    formats={"E5": "0.00%"},
)
