"""A session that ends in the midst of a form takes nothing that was typed with it."""

import re

from playwright.sync_api import expect

WORDING = "Rà soát các dự án chậm tiến độ, báo cáo nguyên nhân của từng dự án."

BACK = re.compile(r"^[^?]*/directives/(draft|2)/$")
"""Where a sign-in leads back to: the page of the sign-in names it in its address, too."""


def sign_in(page, password):
    page.fill("input[name=login]", "chuyenvien")
    page.fill("input[name=password]", password)
    page.click("form button.main")
    page.wait_for_url(BACK)


def typed(page, cookies):
    """The form with words in it, after these cookies were lost."""
    page.goto("/directives/draft/")
    page.fill("textarea[name=wording]", WORDING)
    page.context.clear_cookies(name=cookies)


def test_what_was_typed_is_in_the_form_again_after_signing_in(enter, installation):
    page = enter("chuyenvien")
    typed(page, "sessionid")
    page.locator("form button.main:visible").last.click()
    page.wait_for_url("**/accounts/login/**")
    sign_in(page, installation.password)
    expect(page.locator("textarea[name=wording]")).to_have_value(WORDING)
    expect(page.locator("#trouble")).to_contain_text("Phiên làm việc đã hết trước khi gửi")
    page.goto("/directives/draft/")
    expect(page.locator("textarea[name=wording]")).to_have_value("")


def test_the_page_of_a_form_grown_old_leads_back_to_it_with_what_was_typed(enter, installation):
    page = enter("chuyenvien")
    typed(page, re.compile("."))
    page.locator("form button.main:visible").last.click()
    page.locator("#kept a").click()
    sign_in(page, installation.password)
    expect(page.locator("textarea[name=wording]")).to_have_value(WORDING)


def test_a_report_of_a_unit_is_in_its_fold_again_and_asks_for_its_file_once_more(enter, installation):
    page = enter("donvi", size="phone", at="/directives/2/")
    page.locator("#move-progress > summary").click()
    page.fill("#move-progress textarea", WORDING)
    page.context.clear_cookies(name="sessionid")
    page.locator("#move-progress button").last.click()
    page.wait_for_url("**/accounts/login/**")
    page.fill("input[name=login]", "donvi")
    page.fill("input[name=password]", installation.password)
    page.click("form button.main")
    page.wait_for_url(BACK)
    expect(page.locator("#move-progress textarea")).to_be_visible()
    expect(page.locator("#move-progress textarea")).to_have_value(WORDING)
    expect(page.locator("#trouble")).to_contain_text("chọn lại tệp nếu có")


def test_another_person_in_the_same_tab_does_not_find_it(enter, installation):
    page = enter("chuyenvien")
    typed(page, "sessionid")
    page.locator("form button.main:visible").last.click()
    page.wait_for_url("**/accounts/login/**")
    page.fill("input[name=login]", "chanhvanphong")
    page.fill("input[name=password]", installation.password)
    page.click("form button.main")
    page.wait_for_url(BACK)
    expect(page.locator("textarea[name=wording]")).to_have_value("")
    assert page.evaluate("sessionStorage.getItem('kept')") is None


def test_a_form_goes_through_after_signing_in_again_in_another_tab(enter, installation):
    page = enter("chuyenvien")
    typed(page, "sessionid")
    other = page.context.new_page()
    other.goto("/accounts/login/?next=/directives/draft/")
    sign_in(other, installation.password)
    page.locator("select[name=place]").select_option(index=1)
    page.locator("form button.main:visible").last.click()
    page.wait_for_url(re.compile(r"/directives/\d+/"))
