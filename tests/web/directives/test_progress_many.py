"""A unit reports the progress of many tasks at once: on one page, or by a sheet that fills the page."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from giaoban_web.directives.models import Directive
from tests.core.exchange.sheets.books import book

PAGE = reverse("directives:progress_many")


@pytest.fixture
def lead(office, sign_in):
    return sign_in(office.people["lead"])


def sent(*tasks, **fields):
    return {"row": [f"{task.pk}:{task.version}" for task in tasks], **fields}


def brought(client, rows, name="bao-cao.xlsx", data=None):
    data = data or book(rows)
    return client.post(PAGE, {"sheet": "1", "file": SimpleUploadedFile(name, data)}).content.decode()


def test_a_unit_reports_on_several_tasks_at_once_and_rows_left_empty_stay(office, lead):
    first, second, third = (office.issued() for _ in range(3))
    fields = {f"text_{first.pk}": "Đã khảo sát", f"percent_{first.pk}": "40 %", f"text_{second.pk}": "Đang lấy ý kiến"}
    page = lead.post(PAGE, sent(first, second, third, **fields), follow=True).content.decode()
    assert "Đã báo cáo tiến độ 2 nhiệm vụ." in page
    states = [Directive.objects.get(pk=each.pk) for each in (first, second, third)]
    assert [(each.state, each.percent) for each in states] == [("in_progress", 40), ("in_progress", None), ("issued", None)]
    assert first.events.last().said == {"text": "Đã khảo sát", "percent": "40"}


def test_a_row_that_is_refused_says_why_keeps_its_words_and_holds_up_no_other(office, lead):
    first, second = office.issued(), office.issued()
    fields = {f"text_{first.pk}": "Xong phần một", f"percent_{first.pk}": "140", f"text_{second.pk}": "Đang làm"}
    answer = lead.post(PAGE, sent(first, second, **fields))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Còn 1 nhiệm vụ chưa báo cáo được" in page and "Đã báo cáo tiến độ 1 nhiệm vụ." in page
    assert "Xong phần một</textarea>" in page and 'value="140"' in page
    assert first.events.count() == 1 and second.events.count() == 2


def test_a_task_that_somebody_moved_meanwhile_is_left_with_what_was_typed(office, lead):
    task = office.issued()
    seen = sent(task, **{f"text_{task.pk}": "Đang làm"})
    lead.post(PAGE, seen)
    page = lead.post(PAGE, seen)
    assert page.status_code == 422 and "Đang làm</textarea>" in page.content.decode()
    assert task.events.count() == 2


def test_nothing_filled_in_is_said_so(office, lead):
    answer = lead.post(PAGE, sent(office.issued()))
    assert answer.status_code == 422 and "Chưa điền dòng nào" in answer.content.decode()


def test_only_tasks_on_which_she_may_report_are_there(office, lead, sign_in):
    task = office.issued()
    assert f'name="text_{task.pk}"' in lead.get(PAGE).content.decode()
    outsider = sign_in(office.people["outsider"])
    assert "Không có nhiệm vụ nào chờ bạn báo cáo tiến độ." in outsider.get(PAGE).content.decode()
    outsider.post(PAGE, sent(task, **{f"text_{task.pk}": "x"}))
    assert task.events.count() == 1


def test_the_sheet_that_is_given_out_comes_back_filled_in_and_only_fills_the_form(office, lead):
    first, second = office.issued(), office.issued()
    file = load_workbook(io.BytesIO(lead.get(PAGE, {"export": "xlsx"}).content))
    rows = [list(row) for row in file.active.iter_rows(values_only=True)]
    assert rows[0] == ["Số nhiệm vụ", "Nội dung nhiệm vụ", "Thời hạn", "Tiến độ đã báo cáo (%)", "Tiến độ mới (%)", "Kết quả, khó khăn"]
    assert {row[0] for row in rows[1:]} == {first.pk, second.pk}
    for row in rows[1:]:
        row[4:] = (60, f"Đã xong {row[0]}")
    page = brought(lead, rows)
    assert f"Đã xong {first.pk}</textarea>" in page and f"Đã xong {second.pk}</textarea>" in page and 'value="60"' in page
    assert "chưa báo cáo nào được ghi" in page
    assert first.events.count() == second.events.count() == 1


def test_a_sheet_of_ones_own_is_understood_by_its_headings_and_rows_that_name_no_open_task_are_told(office, lead):
    task = office.issued()
    rows = [["BÁO CÁO TUẦN"], ["STT", "Số nhiệm vụ", "Kết quả thực hiện"], [1, task.pk, "Đã trình"], [2, 99999, "Lạ"], [3, task.pk + 1, ""]]
    page = brought(lead, rows)
    assert "Đã trình</textarea>" in page and "dòng 4 (99999)" in page and "dòng 5" not in page


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (book([["Tên", "Kết quả"], ["a", "b"]]), "không có dòng tiêu đề nêu số nhiệm vụ"),
        (b"PK\x03\x04hong", "Không mở được bảng tính"),
        (book([["TUYỆT MẬT"], ["Số nhiệm vụ", "Kết quả"], [1, "b"]]), "mật"),
    ],
)
def test_a_sheet_that_cannot_be_used_says_why(office, lead, data, told):
    office.issued()
    assert told in brought(lead, [], data=data)


def test_no_sheet_is_said_so(office, lead):
    office.issued()
    assert "Chưa chọn bảng" in lead.post(PAGE, {"sheet": "1"}).content.decode()
