"""The way of a notice in a real browser: the clerk drafts, moves and edits, the head of office approves and issues; its tasks are live."""

import io
import re

import docx
import pytest
from playwright.sync_api import expect

from tests.journeys.access import examined
from tests.journeys.test_pages import ENGLISH

MEETING = "Ban Thường vụ Tỉnh ủy Quảng Ninh làm việc với Ban Thường vụ Thị ủy Đông Triều"
HEADING = {
    "body": "TỈNH UỶ QUẢNG NINH",
    "place": "Quảng Ninh",
    "authority": "T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG",
    "signer": "Đỗ Văn Chánh",
    "recipients": "Thường trực Tỉnh uỷ\nBan Thường vụ Thị uỷ Đông Triều",
}
TASK = "Thu hút các dự án hạ tầng"


def composed(page):
    """A new notice of the meeting; gives its address."""
    page.goto("/meetings/")
    page.get_by_role("link", name=MEETING).click()
    page.get_by_role("link", name="Soạn thông báo").click()
    page.locator("main form button.main").click()
    page.wait_for_url(re.compile(r"/notices/\d+/"))
    return page.url.partition("#")[0]


def bottom(each):
    box = each.bounding_box()
    return box["y"] + box["height"]


def headed(page, address):
    page.goto(f"{address}heading/")
    for name, value in HEADING.items():
        page.fill(f"[name={name}]", value)
    page.locator("main form button.main").click()
    page.wait_for_url(re.compile(rf"^{re.escape(address)}(#|$)"))


def paragraph(page, words):
    return page.locator(".paras .para", has_text=words)


def marks(page):
    """The paragraphs that can be moved, as they stand."""
    return page.locator(".para[data-mark]").evaluate_all("all => all.map(each => each.dataset.mark)")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "without scripts"])
def test_a_notice_goes_from_the_draft_to_live_tasks(enter, look, scripts):
    clerk = enter("chuyenvien", scripts=scripts)
    address = composed(clerk)
    headed(clerk, address)

    task = paragraph(clerk, TASK)
    with clerk.expect_navigation():
        task.locator("button[value=down]").click()
    task = paragraph(clerk, TASK)
    task.locator("summary").click()
    task.locator("textarea").fill(f"{TASK} giao thông và đô thị.")
    task.get_by_role("button", name="Lưu").click()
    expect(paragraph(clerk, TASK)).to_contain_text("chưa nêu tên cơ quan chủ trì")
    expect(clerk.locator(".paper")).to_contain_text(f"{TASK} giao thông và đô thị.")
    look(clerk, f"notice-draft-{scripts}")

    clerk.get_by_role("link", name="Các bản").click()
    expect(clerk.locator(".changes ins").first).to_be_attached()
    clerk.goto(address)
    clerk.get_by_role("button", name="Trình duyệt").click()
    expect(clerk.locator("textarea[name=text]")).to_have_count(0)

    head = enter("chanhvanphong", size="phone", scripts=scripts, at="/notices/?state=submitted")
    head.locator(f"a[href='{address.removeprefix(head.url.split('/notices/')[0])}']").click()
    head.get_by_role("button", name="Duyệt thông báo").click()
    head.get_by_role("link", name="Ban hành").click()
    expect(head.get_by_text(TASK).first).to_be_visible()
    look(head, f"notice-asked-{scripts}")
    number = 40 + scripts
    head.fill("[name=number]", str(number))
    head.fill("[name=on]", "16/03/2020")
    head.set_viewport_size({"width": 1280, "height": 900})
    button = head.get_by_role("button", name="Ban hành")
    assert bottom(button) == pytest.approx(bottom(head.locator("[name=number]")), abs=1), "the button stands in line with its fields"
    button.click()
    expect(head.locator("h1")).to_contain_text(f"Thông báo số {number}-TB/TU")
    look(head, f"notice-issued-{scripts}")

    paper = head.request.get(head.get_by_role("link", name=re.compile("PDF như đã ban hành")).get_attribute("href"))
    assert paper.body().startswith(b"%PDF")
    head.goto("/directives/?state=issued")
    expect(head.get_by_text(TASK).first).to_be_attached()


def test_a_paragraph_is_drawn_to_another_place_and_moved_by_keys(enter):
    page = enter("chuyenvien")
    page.set_viewport_size({"width": 1280, "height": 4000})
    composed(page)
    before = marks(page)
    shortcoming, task = page.locator(".para.shortcoming").first, paragraph(page, TASK)
    moved, over = task.get_attribute("data-mark"), shortcoming.get_attribute("data-mark")
    with page.expect_navigation():
        task.locator(".grip").drag_to(shortcoming)
    after = marks(page)
    assert after.index(moved) + 1 == after.index(over)
    assert sorted(after) == sorted(before)

    page.locator(f".para[data-mark='{moved}'] button[value=up]").focus()
    with page.expect_navigation():
        page.keyboard.press("Alt+ArrowDown")
    again = marks(page)
    assert again.index(moved) == after.index(moved) + 1
    expect(page.locator(f".para[data-mark='{moved}'] button").first).to_be_focused()


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_every_page_of_a_notice_is_in_order(enter, look, size):
    page = enter("chuyenvien", size=size)
    address = composed(page)
    headed(page, address)
    page.goto(address)
    paragraph(page, TASK).locator("summary").click()
    for name, path in {"notice": "", "notices": None, "heading": "heading/", "history": "history/", "compare": "compare/"}.items():
        if path != "":
            page.goto("/notices/" if path is None else f"{address}{path}")
        look(page, f"notice-{name}")
        found = examined(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name
        labels = page.locator("h1, h2, h3, label, button, th, legend, summary, dt, .chip").all_inner_texts()
        assert [label for label in labels if ENGLISH.search(label)] == []


def test_an_edited_document_is_brought_back_and_taken_over_by_choice(enter, look, tmp_path):
    page = enter("chuyenvien", size="phone")
    address = composed(page)
    data = page.request.get(page.get_by_role("link", name="DOCX", exact=True).first.get_attribute("href")).body()
    document = docx.Document(io.BytesIO(data))
    task = next(each for each in document.paragraphs if TASK in each.text)
    task.runs[0].text = task.text.replace("Thu hút", "Tập trung thu hút")
    document.save(tmp_path / "sua.docx")
    page.goto(f"{address}compare/")
    page.set_input_files("input[name=document]", tmp_path / "sua.docx")
    page.get_by_role("button", name="Xem nội dung đã sửa").click()
    expect(page.locator(".changes li")).to_have_count(1)
    look(page, "notice-brought-back")
    page.get_by_role("button", name="Đưa các mục được chọn vào").click()
    expect(paragraph(page, "Tập trung thu hút")).to_have_count(1)
