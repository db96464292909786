"""What is taken away: the form offices use, with the same numbers as the page."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from giaoban_web.directives import exports
from giaoban_web.directives.evidence import Piece
from giaoban_web.directives.moving import move

LINK = Piece("Báo cáo", url="https://example.org/bao-cao")


@pytest.fixture
def client(office, sign_in):
    """The head of an office with an overdue task, one that was reported, and one that begins like a formula."""
    office.issued(deadline_on=timezone.localdate() - timedelta(days=3), supporting=[office.finance])
    move(directive=office.issued(), name="report", seen=1, by=office.people["lead"], said={"text": "Đã rà soát 12 hồ sơ"}, evidence=[LINK])
    office.issued(work="=1+1", lead=office.finance, deadline_on=None)
    return sign_in(office.head)


def cells(answer):
    page = load_workbook(io.BytesIO(answer.content)).active
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_a_workbook_has_the_columns_of_the_form_and_real_dates(client):
    rows = cells(client.get("/directives/?export=xlsx"))
    head = next(number for number, row in enumerate(rows) if row[0] == "TT")
    assert rows[head][:6] == ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Ngày giao", "Thời hạn"]
    assert [row[0] for row in rows[head + 1 :]] == [1, 2, 3]
    assert {row[4].date() for row in rows[head + 1 :]} == {date(2020, 3, 12)}
    assert "Đã rà soát 12 hồ sơ" in {row[7] for row in rows[head + 1 :]}
    assert any("Tổng số 3 nhiệm vụ" in str(row[0]) for row in rows[:head])


def test_how_far_a_task_was_is_not_said_of_one_that_is_reported_as_done_and_again_once_it_is_returned(office, sign_in):
    lead, client = office.people["lead"], sign_in(office.head)

    def said():
        rows = cells(client.get("/directives/?export=xlsx"))
        return rows[-1][7], "65%" in client.get("/directives/").content.decode()

    task = move(directive=office.issued(), name="progress", seen=1, by=lead, said={"text": "Còn 4 hộ", "percent": "65"})
    assert said() == ("65%: Còn 4 hộ", True)
    task = move(directive=task, name="report", seen=2, by=lead, said={"text": "Đã xong"}, evidence=[LINK])
    assert said() == ("Đã xong", False)
    move(directive=task, name="return", seen=3, by=office.head, said={"reason": "Thiếu chữ ký"})
    assert said()[1]


def test_a_deadline_on_no_day_is_written_as_worded(client, office):
    office.issued(deadline="trước Đại hội", deadline_on=None)
    assert "trước Đại hội" in [row[5] for row in cells(client.get("/directives/?export=xlsx"))]


def test_the_head_of_a_workbook_says_how_many_rows_no_count_holds_as_the_page_does(client, office):
    assert not any("không tính" in str(row[0]) for row in cells(client.get("/directives/?export=xlsx")))
    for _each in range(2):
        office.drafted()
    rows = cells(client.get("/directives/?export=xlsx"))
    head = next(number for number, row in enumerate(rows) if row[0] == "TT")
    assert len(rows[head + 1 :]) == 5
    (said,) = [str(row[0]) for row in rows[:head] if "dự thảo" in str(row[0])]
    assert said.startswith("2 dự thảo") and said.rstrip(".") in client.get("/directives/").content.decode()


def test_what_begins_like_a_formula_stays_text(client):
    page = load_workbook(io.BytesIO(client.get("/directives/?export=xlsx").content)).active
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cell.data_type == "s"


def test_csv_has_a_row_for_each_task_of_the_list(client):
    rows = list(csv.reader(io.StringIO(client.get("/directives/?export=csv&kind=undated").content.decode("utf-8-sig"))))
    assert [len(rows), rows[1][1], rows[1][2]] == [2, "'=1+1", "Phòng Tài chính"]


def test_the_summary_has_a_row_for_each_lead_below_all_of_them(client):
    rows = cells(client.get("/directives/by-lead/?export=xlsx"))
    first = next(number for number, row in enumerate(rows) if row[1] == "Tổng cộng")
    assert [row[1:4] for row in rows[first : first + 3]] == [["Tổng cộng", 3, 0], ["Phòng Kinh tế", 2, 0], ["Phòng Tài chính", 1, 0]]
    assert "Số đến hạn" in [row[-3] for row in rows[:first]] and [row[-3:] for row in rows[first : first + 3]] == [
        [2, 0, 0],
        [2, 0, 0],
        [0, None, 0],
    ]


@pytest.mark.parametrize("address", ["/directives/?export=pdf", "/directives/by-lead/?export=pdf"])
def test_a_pdf_is_a_pdf(client, address):
    answer = client.get(address)
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_what_a_form_cannot_hold_is_refused_and_not_cut(client, monkeypatch):
    monkeypatch.setitem(exports.MOST, "pdf", 2)
    assert client.get("/directives/?export=pdf").status_code == 409
    assert client.get("/directives/?export=pdf&kind=undated").status_code == 200


def test_the_queries_of_an_export_do_not_grow_with_its_rows(client, office, django_assert_max_num_queries):
    for _each in range(10):
        office.issued(supporting=[office.finance])
    with django_assert_max_num_queries(16):
        client.get("/directives/?export=csv")


def test_a_sheet_of_one_place_names_it_and_not_its_code_alone(client, office):
    said = [str(row[0]) for row in cells(client.get(f"/directives/?export=xlsx&place={office.town.code}"))]
    assert f"Địa bàn: {office.town} ({office.town.code})" in said
