"""Figures in tables: the rows of a document whose blocks know their cells."""

import pytest

from giaoban.documents import from_text
from giaoban.model import Block, BlockKind, Comparison, Measure, Observation, Role, Span
from giaoban.reading import read
from giaoban.reading.rules.figures.tables.grid import Row, Table
from giaoban.reading.rules.figures.tables.headings import Column, columns
from tests.tables import table as table_of

HEADING = "Chỉ tiêu\tĐVT\tKế hoạch năm 2020\tThực hiện năm 2019\tSo với cùng kỳ (%)"
ROWS = ("Thu ngân sách\ttỷ đồng\t2.700\t2.572\t20,2", "Diện tích lúa\tha\t310,5\t300\t-1,5")


def table(*lines: str) -> list[Observation]:
    document = from_text("Số liệu huyện Bình Sơn\n\n" + "\n".join(lines) + "\n\nHuyện Bình Sơn báo cáo.\n")
    assert [block.kind for block in document.blocks].count(BlockKind.ROW) == sum("\t" in line for line in lines)
    return [found.what for found in read(document).observations]


def said(observation: Observation) -> tuple[str, str, str, Role, str | None]:
    quantity = observation.quantity
    return observation.indicator, str(quantity.value), quantity.unit, observation.role, observation.period


def test_a_row_is_named_by_its_first_cell_and_its_columns_say_role_and_period():
    assert [said(each) for each in table(HEADING, *ROWS)] == [
        ("Thu ngân sách", "2700", "tỷ đồng", Role.TARGET, "2020"),
        ("Thu ngân sách", "2572", "tỷ đồng", Role.ACTUAL, "2019"),
        ("Diện tích lúa", "310.5", "ha", Role.TARGET, "2020"),
        ("Diện tích lúa", "300", "ha", Role.ACTUAL, "2019"),
    ]


def test_a_column_that_compares_belongs_to_the_figure_reached():
    reached = [each.comparisons for each in table(HEADING, ROWS[1])]
    assert [[(each.kind, str(each.value), each.base) for each in found] for found in reached] == [
        [],
        [(Measure.CHANGE, "-1.5", "same_period")],
    ]
    assert all(isinstance(each, Comparison) for found in reached for each in found)


def test_a_unit_may_stand_over_the_table_or_in_brackets():
    over = table("Đơn vị tính: triệu đồng", "Nội dung\tThực hiện năm 2019", "Thu phí\t1.250", "Tỷ lệ hộ nghèo (%)\t2,5")
    assert [said(each)[:3] for each in over] == [("Thu phí", "1250", "triệu đồng"), ("Tỷ lệ hộ nghèo", "2.5", "%")]


def test_a_figure_without_a_unit_or_a_heading_is_left_out():
    assert table("Nội dung\tThực hiện năm 2019", "Thu phí\t1.250") == []
    assert table("Thu phí\t1.250") == []


@pytest.mark.parametrize("case", table_of("tables_headings.tsv"), ids=lambda case: case["heading"])
def test_a_heading_says_what_its_column_holds(case):
    said = column(case["heading"].split(" · "), case["below"])
    marks = [name for name in ("same", "moves", "falls") if getattr(said, name)]
    told = (said.holds, said.name, said.unit, said.role, said.period.text if said.period else "", said.against or "", " ".join(marks))
    assert told == tuple(case[key] for key in ("holds", "name", "unit", "role", "period", "against", "marks"))


def column(parts: list[str], below: str) -> Column:
    """The second column of a table of 2025 with these headings one below the other."""
    block = Block(BlockKind.ROW, Span(0, 3), 1, cells=(Span(0, 1), Span(2, 3)))
    heads = [Row(block, ("" if at else "Chỉ tiêu", part)) for at, part in enumerate(parts)]
    return columns(Table(heads, rows=[Row(block, ("Thu ngân sách", below))] * 2), "2025")[1]
