"""A workbook or a file of text as a grid: what each cell shows, what is hidden, merged, empty or too much."""

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from giaoban.exchange.sheets import grid
from giaoban.exchange.sheets.grid import grids
from giaoban.model import Refused


def saved(fill) -> bytes:
    """The bytes of a workbook whose first sheet `fill` has written."""
    workbook, file = Workbook(), io.BytesIO()
    fill(workbook.active)
    workbook.save(file)
    return file.getvalue()


def shown(fill):
    (found,) = grids(saved(fill))
    return found


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.285, "0.0%", "28,5%"),
        (0.07, "0%", "7%"),
        (1234.5, "#,##0.00", "1234,50"),
        (1234.5678, "#,##0.00", "1234,5678"),
        (1234, "#,##0", "1234"),
        (1234.5, "#,##0.00;[Red]-#,##0.00", "1234,50"),
        (1234500, "#,##0.00,", "1234500"),
        (1.5, '0.00" ha"', "1,5"),
        (4.35 * 100, "General", "435"),
        (4.35 * 100, "0.0", "435,0"),
        (-0.1 - 0.2, "General", "-0,3"),
        (1e15 / 3, "General", "333333333333333"),
        (1e22, "General", "10000000000000000000000"),
        (1.5e-7, "General", "0,00000015"),
        (1234.5, "General", "1234,5"),
        (5, "General", "5"),
        (True, "General", "True"),
        (date(2020, 3, 12), "dd/mm/yyyy", "2020-03-12"),
        (
            datetime(2020, 3, 12),  # noqa: DTZ001
            "dd/mm/yyyy",
            "2020-03-12",
        ),
        (
            datetime(2020, 3, 12, 7, 30),  # noqa: DTZ001
            "dd/mm/yyyy hh:mm",
            "2020-03-12T07:30:00",
        ),
        ("  xã \n An  Trường ", "General", "xã An Trường"),
        ("1.234", "General", "1.234"),
        ("", "General", None),
        ("   ", "General", None),
        (None, "General", None),
    ],
)
def test_a_cell_is_told_as_it_shows(value, form, text):
    def fill(page):
        page["A1"] = "x"
        page["B2"].value, page["B2"].number_format = value, form

    assert shown(fill).rows.get(2, {}).get(2) == text


def test_only_what_is_hidden_is_left_out():
    def fill(page):
        for row in (("Xã", "Thu", "Chi", "Nợ"), ("A", 1, 2, 3), ("B", 4, 5, 6), (None, None, None, None), ("C", 7, 8, 9)):
            page.append(row)
        page.column_dimensions["B"].width = 30
        page.column_dimensions["C"].hidden = True
        for at in (3, 4):
            page.row_dimensions[at].hidden = True
        page.row_dimensions[5].height = 30

    found = shown(fill)
    assert (list(found.rows), found.hidden, found.unseen) == ([1, 2, 5], (3,), {3})


def test_a_sheet_that_is_hidden_is_not_there_and_an_empty_one_neither():
    def fill(page):
        page.append(["Xã", "Thu"])
        for name, state in (("nháp", "hidden"), ("trống", "visible"), ("kín", "veryHidden")):
            other = page.parent.create_sheet(name)
            other.sheet_state = state
            if name != "trống":
                other.append(["Xã", "Chi"])

    assert [each.name for each in grids(saved(fill))] == ["Sheet"]


def test_a_merged_cell_is_told_wherever_it_reaches_but_where_it_stands_itself():
    def fill(page):
        page["B1"], page["A3"] = "Năm 2019", "Xã"
        page.merge_cells("B1:C2")
        page.merge_cells("E1:F1")

    found = shown(fill)
    assert (found.rows, found.merged) == (
        {1: {2: "Năm 2019"}, 3: {1: "Xã"}},
        {1: {3: "Năm 2019"}, 2: {2: "Năm 2019", 3: "Năm 2019"}},
    )
    assert found.heading(2) == {2: "Năm 2019", 3: "Năm 2019"}


def test_formulas_that_were_never_worked_out_are_named_and_no_other_empty_cell():
    def fill(page):
        page.append(["Xã", "Thu", None, "=1+1"])
        page.append([None, "=B1", 5, None])

    assert shown(fill).unworked == ("D1", "B2")


def test_a_file_of_text_has_no_empty_cells_and_no_empty_rows():
    (found,) = grids("Xã; Thu ;\n;;\n\nA;;5\n".encode())
    assert found.rows == {1: {1: "Xã", 2: "Thu"}, 4: {1: "A", 3: "5"}}


@pytest.mark.parametrize(("cells", "refused"), [(12, False), (11, True)])
@pytest.mark.parametrize("data", [b"a;b;c\n1;2;3\n4;5;6\n7;8;9\n", saved(lambda page: [page.append((1, 2, 3)) for _ in range(4)])])
def test_a_sheet_of_more_cells_than_are_laid_out_by_hand_is_refused(monkeypatch, cells, refused, data):
    monkeypatch.setattr(grid, "LARGEST", cells)
    if refused:
        with pytest.raises(Refused, match="sheet-too-large"):
            grids(data)
    else:
        assert len(grids(data)[0].rows) == 4


def test_cells_far_from_each_other_are_counted_with_all_between_them(monkeypatch):
    monkeypatch.setattr(grid, "LARGEST", 50)

    def fill(page):
        page["A1"], page["J6"] = "x", "y"

    with pytest.raises(Refused, match="sheet-too-large"):
        grids(saved(fill))
