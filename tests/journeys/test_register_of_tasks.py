"""The register in a real browser: many tasks looked at before they are moved, a list kept under a name, the list taken away."""

import csv
import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.journeys.test_directives import in_order


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_what_would_happen_to_many_is_shown_before_anything_does(enter, look, size):
    page = enter("chanhvanphong", size=size, at="/directives/?sort=given")
    words, folded = page.locator("details.on-wide [name=q]"), page.get_by_text("Lọc danh sách")
    expect(words).to_be_visible(visible=size == "wide")
    if size == "phone":
        folded.click()
        expect(words).to_be_visible()
    for box in page.locator("input[name=pick]").all()[:3]:
        box.check()
    page.select_option("#move", "withdraw")
    page.get_by_role("button", name="Xem trước", exact=True).click()
    expect(page.get_by_text("Chưa có gì thay đổi")).to_be_visible()
    look(page, f"bulk-{size}")
    in_order(page)
    expect(page.get_by_role("button", name="Thu hồi")).to_be_visible()
    page.get_by_role("link", name="Không thực hiện").click()
    expect(page.locator("h1")).to_contain_text("Sổ theo dõi nhiệm vụ")


def test_a_list_is_kept_under_a_name_found_again_and_let_go(enter, look):
    page = enter("chanhvanphong", at="/directives/?kind=overdue")
    page.fill("#name", "Việc quá hạn")
    page.get_by_role("button", name="Lưu danh sách").click()
    expect(page.locator("h1")).to_contain_text("Việc quá hạn")
    page.goto("/directives/")
    page.get_by_role("link", name="Việc quá hạn").click()
    expect(page.locator("h1")).to_contain_text("Việc quá hạn")
    page.goto("/directives/views/")
    look(page, "views-kept")
    in_order(page)
    page.get_by_role("button", name="Xóa").click()
    expect(page.get_by_text("Chưa có danh sách nào được lưu")).to_be_visible()


def test_the_list_that_is_taken_away_holds_what_the_page_counts(enter):
    page = enter("chanhvanphong", at="/directives/")
    rows = page.locator("table.register tbody tr")
    shown = len(rows.all())
    taken = {name: _taken(page, name) for name in ("XLSX", "CSV", "PDF")}
    assert len(list(csv.reader(io.StringIO(taken["CSV"].decode("utf-8-sig"))))) == shown + 1
    sheet = load_workbook(io.BytesIO(taken["XLSX"])).active
    assert sheet.title == "BIỂU THEO DÕI NHIỆM VỤ"
    assert any("chờ nghiệm thu" in str(row[0]) for row in sheet.iter_rows(values_only=True))
    assert taken["PDF"].startswith(b"%PDF")


def _taken(page, name):
    with page.expect_download() as saved:
        page.get_by_role("link", name=name, exact=True).click()
    return saved.value.path().read_bytes()
