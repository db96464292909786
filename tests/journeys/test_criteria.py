"""The criterion that a task serves, chosen in a real browser with scripts and without; and which place of a name a brief is meant for."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.access import examined


def in_order(page):
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(
    ("scripts", "number", "name"),
    [(True, "17.1a", "Hộ dùng nước hợp vệ sinh"), (False, "17.6", "Hộ có nhà tiêu, nhà tắm, bể nước hợp vệ sinh")],
    ids=["scripts", "no scripts"],
)
def test_a_clerk_finds_a_criterion_by_words_and_comes_from_the_task_to_its_set(enter, look, scripts, number, name):
    page = enter("chuyenvien", scripts=scripts, at="/directives/7/edit/")
    page.fill("#id_serves_like", "nuoc hop ve sinh 1980")
    page.press("#id_serves_like", "Enter")
    expect(page).to_have_url(re.compile("/edit/"))
    offered = page.locator(f"#id_serves option[value='vn-ntm-xa-2016/{number}']")
    expect(offered).to_be_attached()
    expect(page.locator("#id_serves option[value='vn-ntm-xa-2016/10.1']")).not_to_be_attached()
    expect(page.locator("#serves-found")).to_contain_text("trong danh sách dưới đây")
    page.select_option("#id_serves", f"vn-ntm-xa-2016/{number}")
    page.locator(".acts button.main").click()
    link = page.get_by_role("link", name=f"{number} {name}")
    expect(link).to_be_visible()
    if scripts:
        in_order(page)
        look(page, "task-of-a-criterion")
    link.click()
    expect(page.locator("h1")).to_have_text("Xã nông thôn mới 2016–2020")


def test_the_register_and_the_place_lead_to_the_tasks_of_a_criterion(enter):
    page = enter("chanhvanphong", at="/places/205/")
    served = page.locator("section", has=page.get_by_role("heading", name="Nhiệm vụ theo tiêu chí"))
    served.get_by_role("link", name="2 nhiệm vụ").click()
    expect(page.locator("table.register tbody tr")).to_have_count(2)
    expect(page.locator(".narrowed")).to_contain_text("17.2")


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_leader_is_asked_which_place_of_the_name_is_meant(enter, look, size):
    page = enter("lanhdao", size=size, at="/briefs/compose/")
    page.fill("[name=place]", "dong trieu")
    page.locator("main form button.main").click()
    expect(page.locator(".bearer")).to_have_count(3)
    expect(page.locator(".bearer").first).to_contain_text("Thị xã Đông Triều mã 205")
    expect(page.locator(".bearer input:checked")).to_have_count(0)
    in_order(page)
    look(page, "which-place")
