"""What each cell of a sheet becomes: whose figure, of what, when, in which unit; and what stands between the cells of a file."""

import pytest

from giaoban.exchange.sheets.figures import labels, rows
from giaoban.exchange.sheets.grid import Grid, grids
from giaoban.exchange.sheets.layout import FIGURES, INDICATORS, LABELS, NAMED, PERIODS, PLACES, SKIPPED, UNITS, Column, Layout

PLACE_COLUMNS = {1: Column(LABELS), 2: Column(NAMED), 3: Column(FIGURES, "a", "thu", "2019", "tỷ đồng"), 4: Column(SKIPPED)}
BY_PLACE = Layout((1, 2), PLACES, PLACE_COLUMNS, {"xa b": "22B", "xa c": ""}, named={"so ho": "so_ho", "bo": ""})
WIDE = {1: Column(LABELS), 2: Column(UNITS), 3: Column(PERIODS), 4: Column(FIGURES, role="target", status="final"), 5: Column(FIGURES)}
BY_INDICATOR = Layout((1, 1), INDICATORS, WIDE, {"thu": "thu_nsnn"}, period="2018", unit="tỷ đồng", place="205")
KNOWN = {"Xã A": "22A", "Thu phí": "thu_phi"}


def told(cells, layout, *asked):
    """The fields asked for of each figure, by its address."""
    grid = Grid("", dict(cells))
    found = rows(grid, layout, lambda label: KNOWN.get(label, ""), lambda name: KNOWN.get(name, ""))
    return " ".join(f"{where}:{','.join(fields.get(each, '-') for each in asked)}" for where, fields in found)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({3: {1: "Xã A", 3: "5"}}, "C3:22A,Xã A,thu,5"),
        ({3: {1: "Xã B", 3: "5"}}, "C3:22B,Xã B,thu,5"),
        ({3: {1: "Xã C", 3: "5"}}, ""),
        ({3: {1: "Xã D", 3: "5"}}, "C3:Xã D,Xã D,thu,5"),
        ({2: {1: "Xã A", 3: "5"}, 3: {1: "Xã A", 3: "6"}}, "C3:22A,Xã A,thu,6"),
        ({3: {3: "5"}, 4: {1: "Xã A", 3: "6"}}, "C4:22A,Xã A,thu,6"),
        ({3: {1: "Xã A", 4: "5"}}, ""),
        ({3: {1: "Xã A", 3: "-"}}, ""),
        ({3: {1: "Xã A", 2: "Số hộ", 3: "5"}}, "C3:22A,Xã A,so_ho,5"),
        ({3: {1: "Xã A", 2: "Bò", 3: "5"}}, ""),
        ({3: {1: "Xã A", 2: "Thu phí", 3: "5"}}, "C3:22A,Xã A,thu_phi,5"),
        ({3: {1: "Xã A", 2: "Chi", 3: "5"}}, "C3:22A,Xã A,Chi,5"),
        ({4: {1: "Xã A", 3: "5"}, 3: {1: "Xã B", 3: "6"}}, "C3:22B,Xã B,thu,6 C4:22A,Xã A,thu,5"),
        ({3: {1: "Xã A", 3: "năm"}}, "C3:22A,Xã A,thu,năm"),
        ({3: {1: "Xã A", 3: "1.234,50"}}, "C3:22A,Xã A,thu,1234.50"),
    ],
)
def test_a_figure_is_of_the_place_and_the_indicator_that_its_row_names(cells, said):
    assert told(cells, BY_PLACE, "place", "place_name", "indicator", "value") == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({1: "Thu", 4: "5"}, "D2:thu_nsnn,205,-,2018,tỷ đồng,target,final"),
        ({1: "Thu", 5: "5"}, "E2:thu_nsnn,205,-,2018,tỷ đồng,actual,provisional"),
        ({1: "Thu phí", 5: "5"}, "E2:thu_phi,205,-,2018,tỷ đồng,actual,provisional"),
        ({1: "Chi", 5: "5"}, "E2:Chi,205,-,2018,tỷ đồng,actual,provisional"),
        ({1: "Thu", 2: "triệu đồng", 5: "5"}, "E2:thu_nsnn,205,-,2018,triệu đồng,actual,provisional"),
        ({1: "Thu", 5: "5%"}, "E2:thu_nsnn,205,-,2018,%,actual,provisional"),
        ({1: "Thu", 2: "triệu đồng", 5: "5%"}, "E2:thu_nsnn,205,-,2018,triệu đồng,actual,provisional"),
        ({1: "Thu", 3: "quý II/2020", 5: "5"}, "E2:thu_nsnn,205,-,2020-Q2,tỷ đồng,actual,provisional"),
        ({1: "Thu", 3: "quý IX/2020", 5: "5"}, "E2:thu_nsnn,205,-,quý IX/2020,tỷ đồng,actual,provisional"),
        ({1: "Thu", 3: "bữa nọ", 5: "5"}, "E2:thu_nsnn,205,-,bữa nọ,tỷ đồng,actual,provisional"),
    ],
)
def test_what_a_row_does_not_say_its_column_says_and_then_the_sheet(row, said):
    assert told({2: row}, BY_INDICATOR, "indicator", "place", "place_name", "period", "unit", "role", "status") == said


def test_the_labels_are_those_of_rows_that_hold_a_figure_each_once():
    cells = {4: {1: "Xã A", 3: "5"}, 2: {1: "Xã", 3: "6"}, 5: {1: "Xã B", 3: "7"}, 6: {1: "Xã E"}, 7: {3: "8"}, 8: {1: "Xã A", 3: "9"}}
    assert labels(Grid("", cells), BY_PLACE) == ["Xã A", "Xã B"]


TITLED = "Biểu số 2, kèm theo Báo cáo số 15, ngày 3/1/2020\n\n"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Xã;Thu, năm 2019\nAn Trường;15,5\nTân Hòa;1,25\n", ["Thu, năm 2019", "15,5", "1,25"]),
        ("Xã, phường;Thu năm 2019\nAn Trường, Đông Triều;15,5\nTân Hòa, Đông Triều;1,25\n", ["Thu năm 2019", "15,5", "1,25"]),
        (f"{TITLED}Xã;Thu\nA;15,5\nB;1,25\n", ["Thu", "15,5", "1,25"]),
        ("Xã\tThu, chi; còn\nA\t15,5; 3\nB\t1,25; 4\n", ["Thu, chi; còn", "15,5; 3", "1,25; 4"]),
        ('Xã,Thu\n"A; B",15.5\nC;D,1.25\n', ["Thu", "15.5", "1.25"]),
        ('Xã,Thu\nA,"15,5"\nB,"1,25"\n', ["Thu", "15,5", "1,25"]),
        ("Xã;Thu\n" + "".join(f"Xã {at}, huyện {at};{at},5\n" for at in range(400)), ["Thu", *(f"{at},5" for at in range(400))]),
    ],
)
def test_what_stands_between_the_cells_is_what_gives_the_lines_equally_many(text, second):
    (grid,) = grids(text.encode())
    assert [row[2] for row in grid.rows.values() if 2 in row and row.keys() <= {1, 2}] == second
