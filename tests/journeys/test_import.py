"""The steward's errand with a spreadsheet in a real browser: laid out, looked at by cell, entered; the same again changes nothing."""

import pytest
from playwright.sync_api import expect

from tests.core.exchange.sheets.books import book
from tests.journeys.access import examined
from tests.journeys.test_pages import ENGLISH

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YEARS = {"wide": 2017, "phone": 2018}


def sheet(year):
    """As communes report to their town: a title with the period, two rows of headings, a cell that is no number, a row to be left out."""
    return book(
        [
            [f"BIỂU TỔNG HỢP CHỈ TIÊU KINH TẾ NĂM {year}"],
            ["STT", "Địa phương", "Thu ngân sách nhà nước (tỷ đồng)", None, "Ghi chú"],
            [None, None, f"Kế hoạch năm {year}", f"Thực hiện năm {year}", None],
            [1, "Phường Mạo Khê", 300, "310,50", "đã soát"],
            [2, "Xã An Sinh", 12, "chưa rõ", None],
            [3, "Xã Bình Dương", 9, 10, None],
            [None, "Tổng số", 321, 320, None],
        ],
        merged=["A2:A3", "B2:B3", "C2:D2"],
    )


def put_in(page, year):
    page.goto("/ledger/imports/")
    page.set_input_files("input[name=file]", {"name": f"thu-{year}.xlsx", "mimeType": XLSX, "buffer": sheet(year)})
    page.select_option(
        "select[name=place]", label=page.locator("select[name=place] option", has_text="Đông Triều · 205").first.inner_text()
    )
    page.fill("input[name=reported_on]", f"10/01/{year + 1}")
    page.get_by_role("button", name="Xem tệp").click()


def counts(page):
    """The figures of what was looked at, by their titles."""
    titles, values = (page.locator(f"section[aria-labelledby=found] .facts {part}").all_inner_texts() for part in ("dt", "dd"))
    return dict(zip(titles, values, strict=True))


def in_order(page):
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    labels = page.locator("h1, h2, h3, label, button, th, legend, summary, dt, .chip").all_inner_texts()
    assert [label for label in labels if ENGLISH.search(label)] == []


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_sheet_is_laid_out_looked_at_entered_and_the_same_again_changes_nothing(enter, look, size):
    year = YEARS[size]
    page = enter("thongke", size=size)
    put_in(page, year)
    expect(page.get_by_role("heading", name=f"thu-{year}.xlsx").first).to_be_attached()
    look(page, "import-layout")
    in_order(page)
    total = page.get_by_label("Tổng số")
    if total.is_visible():
        total.fill("-")
    page.get_by_role("button", name="Kiểm tra số liệu").click()

    expect(page.locator("section[aria-labelledby=found] .facts")).to_be_visible()
    look(page, "import-looked-at")
    in_order(page)
    found = {"Số liệu trong tệp": "6", "Sẽ nhập": "5", "Đã có trong sổ": "0", "Không nhập được": "1"}
    assert counts(page) == found
    problem = page.locator("section[aria-labelledby=found] tr", has_text="D5")
    assert "“chưa rõ” không đọc được là số liệu" in problem.inner_text()
    page.get_by_role("checkbox").check()
    page.locator("section[aria-labelledby=found] button.main").click()
    expect(page.get_by_text("Đã đưa 5 số liệu vào sổ.").first).to_be_attached()

    page.goto(f"/ledger/places/205/?period={year}")
    row = page.locator("#together tr", has_text="Thu ngân sách nhà nước")
    assert "320,5 tỷ đồng" in row.inner_text()
    assert "2/21 xã, phường" in row.inner_text()
    look(page, "place-together")
    in_order(page)
    row.get_by_role("link", name="2/21 xã, phường").click()
    expect(page.get_by_role("link", name="Phường Mạo Khê").first).to_be_attached()

    put_in(page, year)
    page.get_by_role("button", name="Kiểm tra số liệu").click()
    expect(page.get_by_text("Trong tệp không có gì mới so với sổ.").first).to_be_attached()
    assert counts(page) == found | {"Sẽ nhập": "0", "Đã có trong sổ": "5"}
    look(page, "import-again")
