"""The unit's errand in a real browser: figures typed by keyboard, kept without a connection, submitted, approved, locked, shown."""

import pytest
from playwright.sync_api import expect

from tests.journeys.access import examined
from tests.journeys.test_pages import ENGLISH

GRID = "/ledger/entry/205/?period={period}"


def field(page, name):
    return page.locator(f"#entry [name={name}]")


def row(page, key):
    return page.locator(f"tr[data-row={key}]")


def saved(page, key):
    """Wait until the server has what was typed."""
    page.locator(f"tr[data-row={key}]:not(.unsent) .said .chip.good").wait_for()


def test_from_the_keyboard_to_the_page_of_the_place(enter, look):
    page = enter("donvi", at="/ledger/filings/")
    page.fill("[name=code]", "205")
    page.locator("[name=period]").first.fill("năm 2021")
    page.get_by_role("button", name="Nhập số liệu").click()
    field(page, "gtsx-value").click()
    page.keyboard.type("21.350,50")
    page.keyboard.press("Enter")
    saved(page, "gtsx")
    expect(page.locator("#filled")).to_contain_text("đã nhập 1/")
    expect(page.locator("#entry [name$='-value']:not([name=gtsx-value]):focus")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(field(page, "gtsx-target")).to_be_focused()
    page.keyboard.type("22.000")
    page.keyboard.press("Enter")
    saved(page, "gtsx")
    page.reload()
    expect(field(page, "gtsx-value")).to_have_value("21.350,50")
    expect(field(page, "gtsx-target")).to_have_value("22.000")
    look(page, "entry")
    page.get_by_role("button", name="Gửi").click()
    page.get_by_text("đã gửi", exact=True).first.wait_for()

    head = enter("chanhvanphong", at="/ledger/filings/?state=submitted")
    head.get_by_role("link", name="Thị xã Đông Triều").last.click()
    look(head, "entry-approve")
    head.get_by_role("button", name="Duyệt").click()
    head.get_by_role("button", name="Khóa", exact=True).click()
    expect(head.get_by_text("đã khóa", exact=True).first).to_be_attached()
    expect(row(head, "gtsx").get_by_text("chính thức", exact=True).first).to_be_attached()

    page.goto("/ledger/places/205/?period=2021")
    shown = page.locator("tr", has_text="Tổng giá trị sản xuất").first
    expect(shown.get_by_text("21.350,50 tỷ đồng").first).to_be_attached()
    expect(shown.get_by_text("97%").first).to_be_attached()


def test_escape_gives_back_what_was_saved_and_wrong_input_stays_with_its_reason(enter):
    page = enter("donvi", at=GRID.format(period="2022"))
    field(page, "thu_nsnn-value").fill("1.000")
    field(page, "thu_nsnn-value").press("Enter")
    saved(page, "thu_nsnn")
    field(page, "thu_nsnn-value").press_sequentially("5")
    field(page, "thu_nsnn-value").press("Escape")
    expect(field(page, "thu_nsnn-value")).to_have_value("1.000")
    field(page, "thu_nsnn-value").fill("một nghìn")
    field(page, "thu_nsnn-value").press("Enter")
    row(page, "thu_nsnn").get_by_text("không phải là số").wait_for()
    expect(field(page, "thu_nsnn-value")).to_have_value("một nghìn")
    page.reload()
    row(page, "thu_nsnn").get_by_text("không phải là số").wait_for()
    expect(field(page, "thu_nsnn-value")).to_have_value("một nghìn")


def test_nothing_typed_without_a_connection_is_lost(enter, look):
    page = enter("donvi", at=GRID.format(period="2023"))
    page.context.set_offline(True)
    field(page, "ocop-value").fill("41")
    field(page, "ocop-value").press("Enter")
    page.locator("#offline:not([hidden])").wait_for()
    look(page, "entry-offline")
    expect(page.locator("tr.unsent")).to_have_count(1)
    page.context.set_offline(False)
    saved(page, "ocop")
    page.locator("#offline").wait_for(state="hidden")
    page.route("**/row/", lambda route: route.abort())
    field(page, "ocop-value").fill("42")
    field(page, "ocop-value").press("Enter")
    page.locator("#offline:not([hidden])").wait_for()
    page.unroute("**/row/")
    page.reload()
    saved(page, "ocop")
    page.reload()
    expect(field(page, "ocop-value")).to_have_value("42")
    expect(page.locator("tr.unsent")).to_have_count(0)


def test_what_is_typed_after_the_session_ended_waits_for_the_next_sign_in(enter, installation):
    page = enter("donvi", at=GRID.format(period="2024"))
    page.context.clear_cookies(name="sessionid")
    field(page, "ocop-value").fill("43")
    field(page, "ocop-value").press("Enter")
    page.locator("#offline:not([hidden])").wait_for()
    expect(page.locator("tr.unsent")).to_have_count(1)
    page.reload()
    page.fill("input[name=login]", "donvi")
    page.fill("input[name=password]", installation.password)
    page.click("button.main")
    saved(page, "ocop")
    expect(field(page, "ocop-value")).to_have_value("43")


def test_two_people_see_each_others_figure_and_neither_is_lost(enter):
    unit, clerk = enter("donvi"), enter("chuyenvien")
    for page in (unit, clerk):
        page.goto(GRID.format(period="2025"))
    field(unit, "ocop-value").fill("50")
    field(unit, "ocop-value").press("Enter")
    saved(unit, "ocop")
    field(clerk, "ocop-value").fill("60")
    field(clerk, "ocop-value").press("Enter")
    row(clerk, "ocop").get_by_text("50 sản phẩm").wait_for()
    expect(field(clerk, "ocop-value")).to_have_value("60")
    row(clerk, "ocop").get_by_role("button", name="Lưu số của tôi").click()
    saved(clerk, "ocop")
    unit.reload()
    expect(field(unit, "ocop-value")).to_have_value("60")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_grid_works_without_scripts(enter, size):
    year = {"wide": 2016, "phone": 2017}[size]
    page = enter("donvi", scripts=False, size=size, at=GRID.format(period=year))
    page.fill("[name=ocop-value]", "30")
    page.fill("[name=ho_ngheo-value]", "không rõ")
    page.get_by_role("button", name="Lưu nháp").click()
    expect(page.locator("tr[data-row=ho_ngheo]")).to_contain_text("không phải là số")
    expect(page.locator("[name=ho_ngheo-value]")).to_have_value("không rõ")
    page.fill("[name=ho_ngheo-value]", "0,12")
    page.get_by_role("button", name="Gửi").click()
    expect(page.locator("tr[data-row=ocop]").get_by_text("30", exact=True).first).to_be_attached()


def test_on_a_phone_what_holds_nothing_beside_the_figure_stands_back_until_it_is_asked_for(enter):
    page = enter("donvi", scripts=False, size="phone", at=GRID.format(period=2015))
    field(page, "gtsx-value").fill("19.200")
    expect(field(page, "gtsx-target")).to_be_hidden()
    page.get_by_label("Hiện cả mức").check()
    field(page, "gtsx-target").fill("20.000")
    page.get_by_role("button", name="Lưu nháp").click()
    expect(field(page, "gtsx-baseline")).to_be_hidden()
    for name in ("value", "target"):
        expect(field(page, f"gtsx-{name}")).to_be_visible()
    field(page, "gtsx-target").fill("")
    expect(field(page, "gtsx-target")).to_be_visible()
    page.keyboard.type("21.000")
    field(page, "gtsx-value").focus()
    expect(field(page, "gtsx-target")).to_have_value("21.000")


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize(
    ("name", "username", "address"),
    [
        ("filings", "chanhvanphong", "/ledger/filings/"),
        ("grid", "donvi", "/ledger/entry/205/?period=2020-Q1"),
        ("grid-read-only", "lanhdao", "/ledger/entry/205/?period=2021"),
        ("catalogue", "thongke", "/ledger/keeping/"),
        ("catalogue-one", "thongke", "/ledger/keeping/gtsx/"),
        ("catalogue-add", "thongke", "/ledger/keeping/add/"),
    ],
)
def test_a_page_of_filings_or_of_the_catalogue_is_in_order(enter, look, name, username, address, size):
    page = enter(username, size=size, at=address)
    look(page, name)
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    labels = page.locator("h1, h2, label, button, th, legend, summary, nav a, .chip").all_inner_texts()
    assert [label for label in labels if ENGLISH.search(label)] == []
