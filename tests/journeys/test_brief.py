"""The way of a brief in a real browser: the leader composes it, reads it, notes answers at the meeting, composes the next one."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.journeys.access import examined
from tests.journeys.test_pages import ENGLISH

MEETING = "Giao ban quý III/2020"
BRIEF = re.compile(r"/briefs/\d+/$")
ANSWER = "Trình phương án trước 30/8."


def composed(page, on="15/07/2020"):
    """A brief on the town of the demo; gives its address."""
    page.goto("/briefs/compose/?place=205")
    page.fill("[name=meeting]", MEETING)
    page.fill("[name=meeting_on]", "20/07/2020")
    page.fill("[name=on]", on)
    page.locator("main form button.main").click()
    page.wait_for_url(BRIEF)
    return page.url


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "without scripts"])
def test_a_leader_composes_reads_and_notes_and_the_next_brief_tells(enter, look, scripts):
    page = enter("lanhdao", size="phone", scripts=scripts)
    address = composed(page)
    first = page.locator(".brief > .brief-part").first
    expect(first).to_contain_text("Nội dung nên hỏi")
    expect(page.locator(".brief-annexes table").first).to_be_hidden()
    page.locator(".brief-annexes summary").first.click()
    expect(page.locator(".brief-annexes table").first).to_be_visible()
    look(page, f"brief-{scripts}")

    page.locator(".brief-meeting summary").click()
    page.fill("#note-1", ANSWER)
    page.locator("#asked-1 button[value=answered]").click()
    expect(page.locator("#asked-1")).to_contain_text("đã được trả lời")

    page.get_by_text("Mang theo, trình chiếu, so sánh").click()
    page.get_by_role("link", name="Có gì thay đổi từ báo cáo này").click()
    page.fill("[name=on]", "01/09/2020")
    page.locator("main form button.main").click()
    expect(page.locator("main")).to_contain_text("So với báo cáo ngày 15/07/2020")
    expect(page.locator("main")).to_contain_text(ANSWER)
    assert page.url != address


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "without scripts"])
def test_on_a_phone_a_brief_opens_with_what_is_to_be_read_and_what_is_done_with_it_is_a_fold_away(enter, scripts):
    phone = enter("lanhdao", size="phone", scripts=scripts)
    address = composed(phone)
    acts = phone.locator(".brief-acts .button")
    expect(acts.filter(visible=True)).to_have_count(0)
    expect(phone.locator(".brief > .brief-part li").first).to_be_in_viewport()
    phone.locator(".brief-acts > summary").press("Enter")
    expect(acts.filter(visible=True)).to_have_count(5)
    wide = enter("lanhdao", scripts=scripts, at=address)
    expect(wide.locator(".brief-acts .button").filter(visible=True)).to_have_count(5)
    expect(wide.locator(".brief-acts > summary")).to_be_hidden()


def test_a_number_leads_to_the_sentence_it_was_read_from(enter):
    page = enter("chanhvanphong")
    composed(page)
    page.locator(".brief > .brief-part li", has_text="Tổng giá trị sản xuất").locator("a.brief-source").first.click()
    expect(page).to_have_url(re.compile("/records/.*#find-"))
    expect(page.locator(f"#{page.url.partition('#')[2]}")).to_have_count(1)


def test_a_brief_printed_by_the_browser_holds_its_annexes(enter):
    page = enter("lanhdao")
    composed(page)
    folded = page.locator(".brief-annexes table")
    assert not any(each.is_visible() for each in folded.all())
    page.emulate_media(media="print")
    assert folded.count() and all(each.is_visible() for each in folded.all())
    expect(page.locator("#at-meeting")).to_be_hidden()


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_every_page_of_a_brief_is_in_order(enter, look, size):
    page = enter("chuyenvien", size=size)
    address = composed(page)
    for name, path in {"brief": address, "screen": f"{address}screen/", "briefs": "/briefs/", "compose": "/briefs/compose/"}.items():
        page.goto(path)
        for summary in page.locator("summary").filter(visible=True).all():
            summary.click()
        look(page, f"brief-page-{name}")
        found = examined(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name
        labels = page.locator("h1, h2, h3, label, button, th, legend, summary, dt, .chip").all_inner_texts()
        assert [label for label in labels if ENGLISH.search(label)] == []


@pytest.mark.parametrize(("paper", "starts"), [("PDF", b"%PDF"), ("DOCX", b"PK")])
def test_a_brief_is_taken_along(enter, paper, starts):
    page = enter("lanhdao")
    composed(page)
    link = page.get_by_role("link", name=paper, exact=True).first.get_attribute("href")
    assert page.request.get(link).body().startswith(starts)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_that_a_brief_was_altered_stays_in_sight_on_the_screen_to_its_last_question(enter, installation, look, size):
    page = enter("lanhdao", size=size)
    address = composed(page)
    with closing(sqlite3.connect(installation.var / "giaoban.sqlite3", timeout=30)) as database, database:
        database.execute("UPDATE briefs_brief SET sha256 = ? WHERE id = ?", ("0" * 64, address.rstrip("/").split("/")[-1]))
    page.goto(f"{address}screen/")
    page.keyboard.press("End")
    last = page.locator(".slide").last
    expect(last).to_be_in_viewport()
    warning = page.get_by_role("alert")
    expect(warning).to_be_in_viewport(ratio=1)
    look(page, "brief-altered")
    edge, heading = warning.bounding_box(), last.locator("h2").bounding_box()
    assert heading["y"] >= edge["y"] + edge["height"]
