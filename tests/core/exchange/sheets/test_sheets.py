"""A sheet as an office keeps it: its headings are understood, its figures told with their addresses, nothing passed over silently."""

import io
import json
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from giaoban.exchange.sheets.figures import labels, rows
from giaoban.exchange.sheets.grid import grids
from giaoban.exchange.sheets.layout import INDICATORS, NAMED, PLACES, as_json, fingerprint, from_json, guess, left_out, remembered
from giaoban.exchange.sheets.periods import timed
from giaoban.ledger.matching import Matcher
from giaoban.model import Refused
from giaoban.reading.rules.figures.tables.numbers import told
from giaoban.reference.indicators import catalogue
from tests.core.exchange.sheets.books import OFFICE, book
from tests.tables import table

MATCHER = Matcher(catalogue())


def indicator(name, unit):
    found = MATCHER.match(name, unit)
    return found[0].indicator if found and found[0].sure else ""


def read(data):
    (grid,) = grids(data)
    layout = guess(grid, indicator)
    return grid, layout, dict(rows(grid, layout, lambda label: ""))


@pytest.mark.parametrize("case", table("sheet_numbers.tsv"), ids=lambda case: case["text"])
def test_a_number_is_read_as_it_is_typed(case):
    if case["value"] == "wrong":
        with pytest.raises(ValueError, match=r"\d|\w"):
            told(case["text"])
        return
    found = told(case["text"])
    assert ("" if found is None else str(found.value)) == case["value"]
    assert found is None or (found.bound.value, "%" if found.percent else "") == (case["bound"], case["percent"])


@pytest.mark.parametrize("case", table("sheet_headings.tsv"), ids=lambda case: case["heading"])
def test_a_heading_tells_its_period_role_and_status(case):
    found = timed(case["heading"], case["year"])
    said = found.period.text if found.period else ""
    assert (said, found.role.value, found.status.value, found.rest) == (case["period"], case["role"], case["status"], case["rest"])


def test_an_office_sheet_is_understood_with_its_merged_headings():
    _grid, layout, _found = read(OFFICE)
    assert (layout.header, layout.rows, layout.unit) == ((3, 4), PLACES, "tỷ đồng")
    told_of = {number: (each.what, each.indicator, each.period, each.role) for number, each in layout.columns.items()}
    assert told_of[2][0] == "labels"
    assert told_of[3] == ("figures", "gtsx", "2020-Q1", "actual")
    assert told_of[4] == ("figures", "gtsx", "2020-Q2", "target")
    assert told_of[5][0] == "figures"
    assert told_of[5][2] == "2020-H1"
    assert layout.columns[5].unit == "%"
    assert {told_of[1][0], told_of[6][0]} == {"skipped"}


def test_figures_come_with_their_addresses_as_printed():
    _grid, _layout, found = read(OFFICE)
    assert {address: (fields["value"], fields["bound"]) for address, fields in found.items() if address[0] in "CD"} == {
        "C5": ("1200.50", "exact"),
        "D5": ("1300", "exact"),
        "C6": ("85.7", "over"),
        "C8": ("chưa rõ", "exact"),
        "D8": ("12.5", "exact"),
        "D9": ("1", "exact"),
    }
    assert (found["E5"]["value"], found["E6"]["value"]) == ("0.12", "1.25")
    assert found["C5"]["place"] == "Phường Mạo Khê"
    assert (found["C5"]["unit"], found["E5"]["unit"]) == ("tỷ đồng", "%")


def test_a_number_of_three_decimals_is_not_taken_for_thousands_and_a_text_with_a_full_stop_is():
    _grid, _layout, found = read(book([["Địa phương", "GTSX năm 2020 (tỷ đồng)"], ["Xã An Sinh", 1.234], ["Xã Bình Dương", "1.234"]]))
    assert [fields["value"] for fields in found.values()] == ["1.234", "1234"]


def test_hidden_rows_and_formulas_that_were_never_worked_out_are_told():
    (grid,) = grids(OFFICE)
    assert (grid.hidden, grid.unworked) == ((7,), ("C9",))


def test_a_row_that_a_person_leaves_out_and_a_label_that_she_names_are_followed():
    grid, layout, _found = read(OFFICE)
    told_by_person = from_json(as_json(layout) | {"labels": {"tong so": "", "xa an sinh": "07093"}})
    found = dict(rows(grid, told_by_person, lambda label: "07090"))
    assert "D9" not in found
    assert (found["C5"]["place"], found["C6"]["place"]) == ("07090", "07093")
    assert "Tổng số" in labels(grid, layout)


def test_a_sheet_with_an_indicator_in_each_row_is_understood_too():
    data = book(
        [
            ["Chỉ tiêu", "ĐVT", "Năm 2019", "Ước TH năm 2020"],
            ["Tổng giá trị sản xuất", "tỷ đồng", "16.681", 19200],
            ["Tỷ lệ hộ nghèo", "%", "0,2", "0,12"],
        ]
    )
    _grid, layout, found = read(data)
    assert layout.rows == INDICATORS
    assert (found["C2"]["value"], found["C2"]["unit"], found["C2"]["period"]) == ("16681", "tỷ đồng", "2019")
    assert (found["D3"]["value"], found["D3"]["period"], found["D3"]["status"]) == ("0.12", "2020", "estimate")


def test_next_quarters_sheet_is_known_again_and_keeps_its_own_periods():
    def quarter(number):
        return book([["Địa phương", f"GTSX quý {number} năm 2020 (tỷ đồng)"], ["Xã An Sinh", 5]])

    (first,), (second,) = grids(quarter("I")), grids(quarter("II"))
    one, two = guess(first, indicator), guess(second, indicator)
    assert fingerprint(first, one.header) == fingerprint(second, two.header)
    corrected = from_json(as_json(one) | {"labels": {"xa an sinh": "07093"}, "unit": "triệu đồng"})
    kept = remembered(corrected, two)
    assert (kept.columns[2].period, kept.labels, kept.unit) == ("2020-Q2", {"xa an sinh": "07093"}, "triệu đồng")


def test_a_period_said_by_hand_is_that_of_the_next_heading_though_its_column_holds_few_numbers():
    def year(said, cell):
        return book(
            [["Địa phương", f"Thu ngân sách năm {said} (tỷ đồng)", f"Kết quả năm {said}"], ["Xã An Sinh", 5, 7], ["Xã Ẩn", 6, cell]]
        )

    (first,), (second,) = grids(year(2023, 8)), grids(year(2024, "chưa có báo cáo"))
    one, two = guess(first, indicator), guess(second, indicator)
    unread = from_json(as_json(two) | {"columns": as_json(two)["columns"] | {"3": {"what": "skipped", "heading": two.columns[3].heading}}})
    assert remembered(one, unread).columns[3].period == "2024"


#: Two years below one heading over both; in the second a word, a sign that there is none, an error and a formula never worked out.
MERGED = book(
    [
        ["TT", "Địa bàn", "Thu ngân sách nhà nước (tỷ đồng)", None, "Ghi chú"],
        [None, None, "Năm 2023", "Năm 2024", None],
        [1, "Phường Mạo Khê", "1.234,5", "1.301,75", "soát lần 2"],
        [2, "Xã An Sinh", "45,2", "mười hai", 2],
        [3, "Phường Hoàng Quế", 60, "=C5*1.1", "chờ"],
        [4, "Xã Bình Dương", 12, "13", "chờ"],
        [5, "Phường Yên Thọ", "33,3", "-", "chờ"],
        [6, "Xã Việt Dân", 3, "chưa rõ", "chờ"],
        [None, "Tổng cộng", 9, "#DIV/0!", None],
    ],
    merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
)


def test_a_column_of_figures_with_a_few_words_in_it_is_understood_as_its_neighbour_is():
    _grid, layout, found = read(MERGED)
    first, second = layout.columns[3], layout.columns[4]
    assert (first.what, second.what, second.period) == ("figures", "figures", "2024")
    assert (first.indicator, first.unit) == (second.indicator, second.unit)
    assert {address: fields["value"] for address, fields in found.items() if address in {"D3", "D4", "D9"}} == {
        "D3": "1301.75",
        "D4": "mười hai",
        "D9": "#DIV/0!",
    }


def test_a_column_that_holds_numbers_and_enters_nothing_is_named_but_not_the_one_that_counts_the_rows():
    grid, layout, _found = read(MERGED)
    assert left_out(grid, layout) == [5]


def test_a_csv_with_semicolons_is_a_sheet_too():
    _grid, layout, found = read("Địa phương;Tổng giá trị sản xuất năm 2020 (tỷ đồng)\nXã An Sinh;1.200,5\n".encode())
    assert (layout.columns[2].indicator, found["B2"]["value"]) == ("gtsx", "1200.5")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet-empty"),
        (b"PK\x03\x04", "archive-broken"),
        (b"\xff\xfe", "figures-not-utf8"),
        ("chỉ có chữ\nkhông có số".encode(), "sheet-no-figures"),
        (b"xa;5\nxa b;6", "sheet-no-headings"),
    ],
)
def test_what_is_no_sheet_of_figures_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        read(data)
    assert refused.value.code == code


def test_a_workbook_that_would_swell_beyond_measure_is_refused_before_it_is_unpacked():
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 2**25)
    with pytest.raises(Refused, match="archive-swells"):
        grids(file.getvalue())


@pytest.mark.parametrize("markup", [b'<mergeCell ref="A1:XFD1048576"/>', b'<x:mergeCell xmlns:x="urn:x" ref="B2:XFD1000"/>'])
def test_a_workbook_that_merges_a_whole_sheet_is_refused_before_a_cell_of_it_is_made(markup):
    file, made = io.BytesIO(), io.BytesIO()
    Workbook().save(file)
    with ZipFile(file) as whole, ZipFile(made, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, whole.read(name).replace(b"</sheetData>", b"</sheetData><mergeCells>" + markup + b"</mergeCells>"))
    with pytest.raises(Refused, match="sheet-too-large"):
        grids(made.getvalue())


def test_the_cells_of_a_workbook_are_counted_before_a_library_reads_them(monkeypatch):
    made, file = Workbook(), io.BytesIO()
    for _row in range(5):
        made.active.append(["xã", 1])
    made.save(file)
    monkeypatch.setattr("giaoban.exchange.sheets.grid.LARGEST", 9)
    monkeypatch.setattr("giaoban.exchange.sheets.grid.load_workbook", None)
    with pytest.raises(Refused, match="sheet-too-large"):
        grids(file.getvalue())


@given(st.lists(st.lists(st.sampled_from(["", "5", "xã", "2020", "Quý I", "-", "%", "1.2.3"]), max_size=4), max_size=6))
def test_no_sheet_breaks_the_guessing(cells):
    try:
        grid, layout, found = read("\n".join(";".join(row) for row in cells).encode())
    except Refused:
        return
    assert from_json(json.loads(json.dumps(as_json(layout)))) == layout
    assert all(int(address.strip("ABCD")) in grid.rows for address in found)


def test_a_period_of_a_row_that_is_not_understood_whole_stays_as_it_was_typed():
    sheet = [["Địa bàn", "Kỳ", "Tỷ lệ hộ nghèo (%)"], ["Xã An Sinh", "quý IX/2020", 1], ["Xã An Sinh", "ước năm 2020", 2]]
    _grid, _layout, found = read(book(sheet))
    assert [row["period"] for row in found.values()] == ["quý IX/2020", "2020"]


@pytest.mark.parametrize(("cells", "what"), [
    (("Phường Mạo Khê", "Phường Đông Triều", "Toàn tỉnh"), "labels"),
    (("Mạo Khê", "TP. Hạ Long", "UBND xã An Sinh"), "labels"),
    (("Triệu USD", "Triệu USD", "Tỷ đồng"), "units"),
    (("ha", "Người", "Nghìn tấn"), "units"),
])  # fmt: skip
def test_a_column_of_bodies_is_not_taken_for_one_of_units_and_an_empty_one_names_nothing(cells, what):
    sheet = [
        ["STT", "Đơn vị", "Chỉ tiêu", "Kết quả 9 tháng năm 2020", "Ghi chú"],
        *([at, cell, "", at + 20, ""] for at, cell in enumerate(cells)),
    ]
    layout = guess(grids(book(sheet))[0], indicator)
    assert (layout.columns[2].what, layout.columns[5].what) == (what, "skipped")


LONG = [["Địa bàn", "Chỉ tiêu", "Kỳ", "Giá trị", "Đơn vị"], ["Xã An Sinh", "Tỷ lệ hộ nghèo", "năm 2020", "0,1", "%"],
        ["Xã An Sinh", "Chỉ tiêu lạ", "năm 2020", 5, "ha"], ["Xã Bình Dương", "Tỷ lệ hộ nghèo", "quý I/2020", "0,3", "%"]]  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (1, 0, 2, 3, 4)])
def test_a_sheet_that_names_place_and_indicator_in_every_row_is_understood_in_either_order(order):
    (grid,) = grids(book([[row[at] for at in order] for row in LONG]))
    layout = guess(grid, indicator)
    found = dict(rows(grid, layout, lambda label: "", lambda name: indicator(name, "")))
    told_of = {at: (row["place"], row["indicator"], row["period"], row["value"], row["unit"]) for at, row in found.items()}
    assert layout.rows == PLACES
    assert told_of == {
        "D2": ("Xã An Sinh", "ho_ngheo", "2020", "0.1", "%"),
        "D3": ("Xã An Sinh", "Chỉ tiêu lạ", "2020", "5", "ha"),
        "D4": ("Xã Bình Dương", "ho_ngheo", "2020-Q1", "0.3", "%"),
    }
    said = from_json(as_json(layout) | {"named": {"chi tieu la": "gtsx", "ty le ho ngheo": ""}})
    corrected = dict(rows(grid, said, lambda label: "", lambda name: indicator(name, "")))
    assert {at: row["indicator"] for at, row in corrected.items()} == {"D3": "gtsx"}
    assert labels(grid, layout, NAMED) == ["Tỷ lệ hộ nghèo", "Chỉ tiêu lạ"]


def test_codes_of_places_beside_their_names_are_no_figures():
    named = [["Mã", "Địa bàn", "Tỷ lệ hộ nghèo (%)"], ["07069", "Phường Mạo Khê", 0.21], ["07081", "Phường Bình Khê", 0.35]]
    grid, layout, found = read(book(named))
    assert [each.what for _number, each in sorted(layout.columns.items())] == ["skipped", "labels", "figures"]
    assert left_out(grid, layout) == []
    assert len(found) == 2


@pytest.mark.parametrize(
    ("heading", "codes", "beside"),
    [
        ("Mã", ("7069", "7090"), ["7069", "7090"]),
        ("Mã", ("1", "2"), [None, None]),
        ("Mã xã", ("1", "2"), ["1", "2"]),
        ("Mã ĐVHC", ("07069", ""), ["07069", None]),
    ],
)
def test_the_code_beside_a_name_comes_with_its_row_where_it_is_sure_that_it_is_one_of_places(heading, codes, beside):
    named = [[heading, "Địa bàn", "Tỷ lệ hộ nghèo (%)"], [codes[0], "Phường Mạo Khê", 0.21], [codes[1], "Phường Bình Khê", 0.35]]
    grid, layout, _found = read(book(named))
    known = {"Phường Mạo Khê": "07069"}
    found = dict(rows(grid, layout, lambda label: known.get(label, "")))
    assert [row.get("code_beside") for row in found.values()] == beside
    assert [row["place"] for row in found.values()] == ["07069", beside[1] or "Phường Bình Khê"]


def test_a_column_whose_heading_names_only_a_period_holds_figures_where_half_of_it_are_numbers():
    rows = [["Chỉ tiêu", "Ước TH 6 tháng đầu năm 2020"], ["Tỷ lệ hộ nghèo", "0,10"], ["Tổng giá trị sản xuất", "đang soát"]]
    assert read(book(rows))[1].columns[2].what == "figures"
    assert read(book([*rows, ["Lạ", "đang soát"]]))[1].columns[2].what == "skipped"


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("So KH (%)", "skipped"),
        ("So với cùng kỳ (%)", "skipped"),
        ("% so kế hoạch năm 2020", "skipped"),
        ("TH/KH (%)", "skipped"),
        ("Tỷ lệ thực hiện so với kế hoạch (%)", "skipped"),
        ("Tăng, giảm (%)", "skipped"),
        ("Đạt (%)", "skipped"),
        ("Thực hiện · % đạt", "skipped"),
        ("Tỷ lệ hoàn thành (%)", "skipped"),
        ("Đạt chuẩn", "figures"),
        ("Kế hoạch năm 2020", "figures"),
        ("Tỷ lệ hộ nghèo (%)", "figures"),
        ("Số thôn đạt chuẩn", "figures"),
        ("Số kế hoạch", "figures"),
        ("SỐ KH NĂM 2020", "figures"),
        (normalize("NFD", "Số dự toán"), "figures"),
    ],
)
def test_a_column_that_only_compares_is_no_level_and_is_left_out_with_a_word_about_it(heading, what):
    grid, layout, _found = read(book([["Chỉ tiêu", "Năm 2020", heading], ["Tổng giá trị sản xuất", 100, "51,5"], ["Thu ngân sách", 7, 98]]))
    assert layout.columns[3].what == what
    assert (left_out(grid, layout) == [3]) == (what == "skipped")


@pytest.mark.parametrize(
    ("above", "below", "what"),
    [
        ("Tổng giá trị sản xuất (tỷ đồng)", "% so KH", "skipped"),
        ("Tổng giá trị sản xuất (tỷ đồng)", "So với cùng kỳ (%)", "skipped"),
        ("Tổng giá trị sản xuất (tỷ đồng)", "Đạt (%)", "skipped"),
        ("Tổng giá trị sản xuất (tỷ đồng)", "Đạt", "figures"),
        ("Tổng giá trị sản xuất (tỷ đồng)", "TH 2020", "figures"),
        ("Tỷ lệ hộ nghèo (%)", "Đạt (%)", "figures"),
        ("Tỷ lệ hộ nghèo (%)", "So với kế hoạch", "skipped"),
    ],
)
def test_a_column_that_only_compares_is_left_out_under_the_name_of_an_indicator_too(above, below, what):
    rows = [["Địa bàn", above, above], ["Địa bàn", "KH 2020", below], ["Phường Mạo Khê", 100, "51,5"], ["Phường Bình Khê", 7, 98]]
    _grid, layout, _found = read(book(rows))
    assert (layout.columns[2].what, layout.columns[3].what) == ("figures", what)


def test_a_hidden_column_is_left_out_with_a_word_about_it():
    rows = [["Chỉ tiêu", "Quý I/2020", "Quý II/2020", "Quý III/2020", "Ghi chú"], ["Tổng giá trị sản xuất", 100, 51, 7, "lạ"]]
    grid, layout, found = read(book(rows, unseen=("B", "C", "E")))
    assert [layout.columns[number].what for number in (2, 3, 4)] == ["skipped", "skipped", "figures"]
    assert (left_out(grid, layout), list(found)) == ([2, 3], ["D2"])


def test_rows_under_a_heading_that_says_indicator_are_indicators_though_none_is_known():
    _grid, layout, _found = read(book([["Chỉ tiêu", "Năm 2020"], ["Một chỉ tiêu lạ", 5], ["Một chỉ tiêu khác", 7]]))
    assert layout.rows == INDICATORS
    _grid, layout, _found = read(
        book([["Xã, phường", "Chỉ tiêu", "Năm 2020"], ["Xã An Sinh", "Một chỉ tiêu lạ", 5], ["Xã Tràng An", "Lạ", 7]])
    )
    assert (layout.rows, layout.columns[1].what, layout.columns[2].what) == (PLACES, "labels", NAMED)


#: A row that numbers the columns, titles of groups of rows, names of who made it: nothing of it is a heading or a row to be named.
GROUPED_ROWS = [
    ["TT", "Tên xã, phường", "Thu NSNN (triệu đồng)", None, "Tỷ lệ hộ nghèo (%)"],
    [None, None, "KH năm 2021", "TH 9 tháng", "Năm 2020"],
    ["A", "B", 1, 2, "3=2/1"],
    ["I", "KHỐI PHƯỜNG", None, None, None],
    [1, "P. Mạo Khê", "12 500", "9.800,5", 0.32],
    ["II", "KHỐI XÃ", None, None, None],
    [2, "Xã An Sinh", 1250, 900, 1.2],
]


@pytest.mark.parametrize("counted", [["A", "B", 1, 2, "3=2/1"], [1, 2, 3, 4, 5], ["(1)", "(2)", "(3)", "(4)", "(5)=(4)/(3)"], None])
@pytest.mark.parametrize("group", [["I", "KHỐI PHƯỜNG"], [None, "KHỐI PHƯỜNG"], ["Khối phường"], None])
def test_numbers_of_columns_and_titles_of_groups_are_no_headings(counted, group):
    rows_of = [["KẾT QUẢ NĂM 2021"], *GROUPED_ROWS[:2], *filter(None, [counted, group]), *GROUPED_ROWS[4:]]
    (grid,) = grids(book(rows_of, merged=["A1:E1", "A2:A3", "B2:B3", "C2:D2"]))
    layout = guess(grid, indicator)
    assert layout.header == (2, 4 if counted else 3)
    assert [each.heading for each in layout.columns.values()] == [
        "TT",
        "Tên xã, phường",
        "Thu NSNN (triệu đồng) · KH năm 2021",
        "Thu NSNN (triệu đồng) · TH 9 tháng",
        "Tỷ lệ hộ nghèo (%) · Năm 2020",
    ]
    assert [layout.columns[number].indicator for number in (3, 4, 5)] == ["thu_nsnn", "thu_nsnn", "ho_ngheo"]
    assert labels(grid, layout) == ["P. Mạo Khê", "Xã An Sinh"]


def test_a_title_over_all_columns_of_a_group_is_no_heading_and_a_unit_over_them_is():
    below = [["1", "Xã An Sinh", 5, 6]]
    above = [["TT", "Địa phương", "Thu ngân sách năm 2020", "Thu ngân sách năm 2021"]]
    for title, told_unit in (("CÁC XÃ MIỀN NÚI", ""), ("Đơn vị tính: tỷ đồng", "tỷ đồng")):
        (grid,) = grids(book([*above, [title], *below], merged=["A2:D2"]))
        assert guess(grid, indicator).columns[3].unit == told_unit
        assert guess(grid, indicator).header[1] == (2 if told_unit else 1)


def test_a_comma_that_may_stand_for_thousands_is_told_once_for_its_column():
    def told_of(*cells):
        data = book([["Địa phương", "GTSX năm 2020 (tỷ đồng)"], *([f"Xã {at}", cell] for at, cell in enumerate(cells))])
        return {where: fields["grouped"] for where, fields in read(data)[2].items() if "grouped" in fields}

    assert told_of(8200, "7,400", "trên 5,100") == {"B3": "7,400"}
    for cells in ((8200, "7,4"), ("7,400", "12,5"), ("0,125", "1,250"), (8200, "7.400"), ("chưa rõ, 7,400", 3)):
        assert told_of(*cells) == {}, cells
