"""What is wrong in many finds of a record, and a year that it does not tell, put right once: by keys, without scripts, on a phone."""

import pytest
from playwright.sync_api import expect

from tests.journeys.records import put_in

TEXT = """Xã Mường Lát giao ban công tác

Sáng 12/3, UBND xã Mường Lát tổ chức hội nghị giao ban. Đồng chí Hà Văn Tiến, Chủ tịch UBND xã, chủ trì hội nghị.

Trong tháng 2, xã thu ngân sách đạt 1.250 triệu đồng. Đàn trâu của xã có 410 con. Đàn lợn của xã có 8.300 con.

Chủ tịch UBND xã yêu cầu Công an xã báo cáo kết quả trước 30/6.
"""


@pytest.fixture
def minutes(tmp_path, request):
    """Minutes that tell no year; each test has its own words, since the same bytes are put in once."""
    path = tmp_path / "giao-ban.txt"
    path.write_text(f"{TEXT}\nBản dùng cho: {request.node.name}.\n", "utf-8")
    return path


def test_a_place_is_put_right_once_by_keys(enter, minutes, look):
    page = enter("chuyenvien")
    put_in(page, minutes)
    figure = page.locator(".find.o").first
    key = figure.get_attribute("id")
    figure.focus()
    page.keyboard.press("e")
    place = page.locator(f"form#{key} input[name=place]")
    place.fill("thị xã Đông Triều")
    place.press("Enter")
    saved = page.locator(f"article#{key}.corrected")
    saved.or_(page.locator(f"form#{key} button[name=anyway]")).first.wait_for()
    if page.locator(f"form#{key} button[name=anyway]").count():
        page.locator(f"form#{key} button[name=anyway]").click()
    expect(saved.locator("[data-act=same]").first).to_be_visible()
    page.keyboard.press("s")
    page.locator(".changes").wait_for()
    look(page, "alike")
    page.keyboard.press("Enter")
    expect(page.locator(".find.o.amended")).to_have_count(2)
    expect(page.get_by_role("button", name="Hoàn tác cả 2 mục")).to_be_in_viewport()


def test_letters_typed_as_soon_as_a_form_is_there_go_into_one_field(enter, minutes):
    page = enter("chuyenvien")
    put_in(page, minutes)
    page.evaluate("""() => document.addEventListener("htmx:afterSwap",
        () => setTimeout(() => { document.body.dataset.held = document.activeElement.name || "none" }), { once: true })""")
    page.locator(".find.o").first.focus()
    page.keyboard.press("e")
    expect(page.locator("body")).to_have_attribute("data-held", "indicator")


@pytest.mark.parametrize(("size", "scripts"), [("wide", True), ("phone", True), ("wide", False)], ids=["wide", "phone", "without scripts"])
def test_the_year_of_the_meeting_is_given_and_the_deadline_follows(enter, minutes, look, size, scripts):
    page = enter("chuyenvien", size=size, scripts=scripts)
    put_in(page, minutes)
    meeting = page.locator(".find.m")
    expect(meeting).to_contain_text("12/3, chưa rõ năm")
    meeting.locator("input[name=year]").fill("2020")
    meeting.get_by_role("button", name="Xem").click()
    expect(page.locator(".changes")).to_contain_text("30/06/2020")
    look(page, "day")
    page.get_by_role("button", name="Ghi ngày 12/03/2020").click()
    expect(page.locator(".find.d", has_text="trước 30/6")).to_contain_text("30/06/2020")
    page.get_by_role("button", name="Hoàn tác").first.click()
    expect(page.locator(".find.d", has_text="trước 30/6")).to_contain_text("chưa có thời hạn")
    expect(page.locator(".find.m")).to_contain_text("12/3, chưa rõ năm")


def test_on_a_phone_a_card_shows_its_sentence_and_on_a_wide_screen_the_text_does(enter, minutes):
    page = enter("chuyenvien", size="phone")
    put_in(page, minutes)
    sentence = page.locator(".find.o .sentence").first
    expect(sentence).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(sentence).to_be_hidden()


def test_a_key_decides_nothing_about_a_card_out_of_sight(enter, minutes):
    page = enter("chuyenvien", size="phone")
    put_in(page, minutes)
    page.evaluate("window.scrollTo(0, 0)")
    card = page.locator(".find.now")
    expect(card).not_to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(card).to_be_in_viewport()
    expect(page.locator(".find.done")).to_have_count(0)


def test_a_button_of_a_card_half_out_of_sight_on_a_phone_does_what_it_says_at_the_first_touch(enter, minutes):
    page = enter("chuyenvien", size="phone")
    put_in(page, minutes)
    button = page.locator(".find.o [data-act=edit]").first
    button.evaluate("each => scrollTo(0, scrollY + each.closest('.find').getBoundingClientRect().top + 90)")
    button.click()
    page.locator("form input[name=place]").wait_for(timeout=8000)
