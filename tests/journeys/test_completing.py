"""The head of office completes several drafts in one table, with and without scripts; nothing is kept before it is saved."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("scripts", [True, False])
def test_suggestions_are_taken_one_by_one_or_all_and_nothing_is_kept_by_it(enter, scripts):
    page = enter("chanhvanphong", scripts=scripts, at="/directives/complete/")
    hints = page.locator("table.filling .suggestion")
    several = hints.count()
    button = hints.first.get_by_role("button")
    field = page.locator(f'[name="{button.get_attribute("value")}"]').and_(page.locator("input"))
    expect(field).to_have_value("")
    button.click()
    expect(field).not_to_have_value("")
    page.goto("/directives/complete/")
    expect(field).to_have_value("")
    page.get_by_role("button", name=re.compile("Dùng .*gợi ý đang hiện")).click()
    expect(page.get_by_role("status").filter(has_text="chưa có gì được lưu")).to_be_visible()
    expect(hints).to_have_count(0)
    page.goto("/directives/complete/")
    expect(hints).to_have_count(several)
