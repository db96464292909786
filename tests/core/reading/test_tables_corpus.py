"""Whole tables, set as DOCX, HTML and PDF, give the figures that corpus/tables.tsv says: nothing else, and nothing less."""

from collections import Counter
from functools import cache

import pytest

from giaoban.cli import main
from giaoban.documents import read as document_of
from giaoban.model import Document, Force, Found, Observation, Reading, Role
from giaoban.reading import read
from tests.core.documents.made import word
from tests.core.reading import tabled
from tests.tables import table

SET = {
    "docx": tabled.word,
    "html": tabled.web,
    "pdf": tabled.pdf,
    "pasted": tabled.pasted,
    "pdf without lines": lambda name: tabled.pdf(name, ruled=False),
}
AT_LEAST = {"docx": (0.95, 0.95), "html": (0.95, 0.95), "pasted": (0.95, 0.95), "pdf": (0.85, 0.85), "pdf without lines": (0.95, 0.8)}
"""Precision and recall: of a table without lines rather nothing is said than something wrong."""
NONE = ""


@cache
def told(form: str, name: str) -> tuple[Document, Reading]:
    document = document_of(SET[form](name), name)
    return document, read(document)


def said(document: Document, found: Found[Observation]) -> tuple[str, ...]:
    what = found.what
    compared = "; ".join(f"{each.kind} {each.value} {each.unit} {each.base}" for each in what.comparisons)
    number, unit = what.quantity.value, what.quantity.unit
    place, period = what.place or NONE, what.period or NONE
    return (found.span.of(document.text), what.indicator, str(number), unit, what.measure, what.role, period, place, compared)


def expected(name: str) -> list[tuple[str, ...]]:
    return [tuple(value for key, value in row.items() if key != "table") for row in table("tables.tsv") if row["table"] == name]


def read_from(form: str, name: str) -> list[tuple[str, ...]]:
    document, reading = told(form, name)
    return [said(document, found) for found in reading.observations]


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
@pytest.mark.parametrize("name", tabled.names())
def test_a_table_gives_its_figures_in_their_order(form, name):
    assert read_from(form, name) == expected(name)


@pytest.mark.parametrize("form", SET)
def test_of_the_figures_of_all_tables_enough_are_read_and_enough_of_those_read_are_right(form):
    right = asked = given = 0
    for name in tabled.names():
        found, wanted = Counter(read_from(form, name)), Counter(expected(name))
        right, asked, given = right + (found & wanted).total(), asked + wanted.total(), given + found.total()
    precision, recall = right / given, right / asked
    print(f"{form}: {asked} figures in {len(tabled.names())} tables, precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= AT_LEAST[form][0]
    assert recall >= AT_LEAST[form][1]


@pytest.mark.parametrize("name", tabled.names())
def test_the_span_of_a_figure_is_its_number(name):
    document, reading = told("docx", name)
    for found in reading.observations:
        assert found.rule == "table_figures@1"
        assert found.span.of(document.text)[-1].isdigit() or found.span.of(document.text)[-1] in "%)"


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
@pytest.mark.parametrize("name", tabled.names())
def test_a_table_judges_nobody_and_gives_out_the_tasks_that_its_headings_say_it_does(form, name):
    document, reading = told(form, name)
    tasks = [(each.span.of(document.text), each.what.assignee or NONE, each.what.deadline or NONE) for each in reading.directives]
    assert not reading.findings
    assert tasks == [(row["wording"], row["lead"], row["deadline"]) for row in table("task_tables.tsv") if row["table"] == name]
    assert {each.rule for each in reading.directives} <= {"tabled_tasks@1"}


MINUTES = "Ngày 05/7/2022, đồng chí Trần Quốc Bảo, Chủ tịch UBND xã chủ trì họp giao ban. Chủ tịch UBND xã yêu cầu các đơn vị thực hiện:"
LOOSE = (("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành"),
         ("1", "Rà soát quỹ đất công ích", "Phòng Kinh tế", "Các thôn", "Tháng 8/2022"))  # fmt: skip


@pytest.mark.parametrize("fast", [True, False])
def test_tasks_of_a_table_are_given_by_whoever_asked_above_it_and_its_headings_ask_nothing(fast):
    def build(document):
        made = document.add_table(2, len(LOOSE[0]))
        for row, cells in zip(made.rows, LOOSE, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    found = read(document_of(word(build, (MINUTES,)), "a.docx"), fast=fast).directives
    (task,) = [each.what for each in found if each.rule == "tabled_tasks@1"]
    assert (task.issuer, task.force, task.assignee, task.deadline) == ("Chủ tịch UBND xã", Force.ORDER, "Phòng Kinh tế", "2022-08")
    assert {each.rule for each in found[1:]} <= {"tabled_tasks@1"}


def test_an_explanation_names_the_rule_and_the_headings_of_row_and_column(tmp_path, capsys):
    file = tmp_path / "bieu.docx"
    file.write_bytes(tabled.word("chi_tieu"))
    assert main(["read", str(file), "--explain", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "table_figures@1" in told
    assert "read in a table: row “Tổng giá trị sản xuất”, column “Kế hoạch năm 2025”" in told
    assert "says what the columns of a table hold" in told
    assert "its headings tell of no number what it counts" in told


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
def test_a_table_goes_on_over_pages_whether_or_not_its_headings_come_back(stroke, repeated):
    document = document_of(tabled.long_pdf(100, stroke, repeated), "a.pdf")
    found = read(document).observations
    assert len({block.page for block in document.blocks}) > 2
    assert [int(each.what.quantity.value) for each in found[::2]] == list(range(1001, 1101))
    assert {(each.what.role, each.what.period) for each in found[1::2]} == {(Role.ACTUAL, "2025-H1")}
