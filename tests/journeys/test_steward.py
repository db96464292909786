"""The steward's errand in a real browser: a merger declared, looked at, applied, undone; the register as of a day."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_merger_is_declared_previewed_applied_and_undone(enter, look, size):
    page = enter("thongke", size=size, at="/places/")
    page.get_by_role("link", name="Khai báo thay đổi").click()
    page.get_by_role("link", name=re.compile("Sáp nhập")).click()
    page.fill("input[name=places]", "07069, 07114")
    page.fill("input[name=code]", "07114")
    page.select_option("select[name=kind_after]", "phường")
    page.fill("input[name=name]", "Mạo Khê - Hoàng Quế")
    page.fill("input[name=on]", "01/01/2030")
    page.fill("input[name=act]", "15/NQ-UBTVQH, bản thử")
    page.get_by_role("button", name="Xem sẽ đổi những gì").click()

    preview = page.locator(".preview")
    assert "Phường Mạo Khê - Hoàng Quế" in preview.inner_text()
    assert "Chưa có gì được ghi" in preview.inner_text()
    look(page, "places-preview")
    shared = page.url
    page.goto("/places/?on=2030-06-01")
    expect(page.get_by_role("link", name="Phường Mạo Khê - Hoàng Quế")).to_have_count(0)

    page.goto(shared)
    page.get_by_role("button", name="Áp dụng").click()
    expect(page.get_by_text("Đã áp dụng thay đổi.").first).to_be_attached()
    change = page.url
    page.goto("/places/?on=2030-06-01")
    expect(page.get_by_role("link", name="Phường Mạo Khê - Hoàng Quế").first).to_be_attached()
    page.goto("/search/?q=phuong+hoang+que")
    expect(page.get_by_text("từ 01/01/2030").first).to_be_attached()

    page.goto(change)
    page.fill("input[name=reason]", "Khai thử")
    page.get_by_role("button", name="Hoàn tác", exact=True).click()
    expect(page.get_by_text("Đã hoàn tác thay đổi.").first).to_be_attached()
    look(page, "places-undone")
    page.goto("/places/?on=2030-06-01")
    expect(page.get_by_role("link", name="Phường Mạo Khê - Hoàng Quế")).to_have_count(0)
    expect(page.get_by_role("link", name="Phường Mạo Khê", exact=True).first).to_be_attached()


def test_without_scripts_a_split_with_its_shares_is_declared_and_undone(enter):
    page = enter("thongke", scripts=False, at="/places/changes/declare/split/?places=07081")
    rows = (("07081", "Bình Khê", "60,5"), ("07082", "Tràng Lương", "39,5"))
    for number, (code, name, share) in enumerate(rows, 1):
        page.fill(f"input[name=code_{number}]", code)
        page.fill(f"input[name=name_{number}]", name)
        page.fill(f"input[name=share_{number}]", share)
    page.fill("input[name=on]", "01/01/2031")
    page.fill("input[name=act]", "16/NQ-UBTVQH, bản thử")
    page.get_by_role("button", name="Xem sẽ đổi những gì").click()
    assert "60,5% (diện tích)" in page.locator(".preview").inner_text()
    page.get_by_role("button", name="Áp dụng").click()
    expect(page.get_by_text("39,5% (diện tích)").first).to_be_attached()
    page.fill("input[name=reason]", "Khai thử")
    page.get_by_role("button", name="Hoàn tác", exact=True).click()
    expect(page.get_by_text("Đã hoàn tác thay đổi.").first).to_be_attached()


def test_who_keeps_no_places_is_offered_no_editor(enter):
    page = enter("lanhdao", at="/places/")
    expect(page.get_by_role("link", name="Khai báo thay đổi")).to_have_count(0)
    assert page.goto("/places/changes/declare/").status == 403


def test_an_old_name_leads_to_what_became_of_it(enter):
    page = enter("chuyenvien", at="/places/?on=2025-08-01&q=thi+xa+dong+trieu")
    page.locator(".elsewhen").get_by_role("link", name="Phường An Sinh").first.click()
    expect(page.get_by_role("heading", name="Phường An Sinh").first).to_be_attached()
    expect(page.get_by_text("Mã 07090 qua các thời kỳ").first).to_be_attached()
