"""A task in a real browser: made of what was confirmed, issued, taken on, reported with a file, opened and accepted; another returned."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.access import examined
from tests.journeys.records import settled
from tests.journeys.test_pages import ENGLISH


def make(page, words):
    """From the list of a meeting's directives to the form of a task of one of them."""
    page.goto("/meetings/2/?kind=directive")
    page.locator("tr", has_text=words).get_by_role("link", name="Lập nhiệm vụ").click()


def press(page, name):
    """The move of that name, opened where it has fields."""
    page.locator(f"#move-{name} > summary").click()
    return page.locator(f"#move-{name}")


def in_order(page):
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    labels = page.locator("h1, h2, label, button, th, legend, summary, nav a, .chip").all_inner_texts()
    assert [label for label in labels if ENGLISH.search(label)] == []


def test_from_a_confirmed_directive_to_accepted_evidence_and_another_returned(enter, look, tmp_path):
    clerk = enter("chuyenvien")
    make(clerk, "Đưa công nghệ thông tin vào trường học")
    expect(clerk.locator("[name=lead]")).to_have_value("UBND thị xã Đông Triều · thị xã Đông Triều")
    clerk.fill("[name=product]", "Danh sách trường có phòng học thông minh")
    clerk.locator("#judged .clarities li", has_text="Sản phẩm").locator(".good").wait_for()
    settled(clerk)
    clerk.locator("[data-take=deadline_on]").click()
    expect(clerk.locator("[name=deadline_on]")).to_have_value(re.compile(r"^\d\d/\d\d/\d{4}$"))
    clerk.locator("#judged .clarities li", has_text="Thời gian").locator(".good").wait_for()
    settled(clerk)
    look(clerk, "task-draft")
    in_order(clerk)
    clerk.locator(".acts button.main").click()
    expect(clerk.get_by_text("Đã lưu dự thảo").first).to_be_attached()
    task = clerk.url

    head = enter("chanhvanphong", at=task)
    head.locator(".moves").get_by_role("button", name="Giao nhiệm vụ").click()
    expect(head.get_by_text("đã giao", exact=True).first).to_be_attached()

    unit = enter("donvi", size="phone", at=task)
    unit.locator(".moves").get_by_role("button", name="Tiếp nhận").click()
    report = press(unit, "report")
    report.locator("[name=text]").fill("Đã trang bị cho 12 trường.")
    (tmp_path / "danh-sach.txt").write_text("Danh sách 12 trường có phòng học thông minh.", "utf-8")
    report.locator("[name=files]").set_input_files(tmp_path / "danh-sach.txt")
    look(unit, "task-report")
    report.get_by_role("button", name="Gửi").click()
    expect(unit.get_by_text("đã báo cáo, chờ nghiệm thu", exact=True).first).to_be_attached()
    in_order(unit)

    head.goto(task)
    with head.expect_download() as saved:
        head.locator(".pieces").get_by_role("button", name="Mở").click()
    expect(head.locator(".to-open")).to_have_count(0)
    assert "12 trường" in saved.value.path().read_text("utf-8")
    expect(head.locator(".pieces").get_by_text("đã mở xem", exact=True)).to_be_visible()
    look(head, "task-accept")
    press(head, "accept").get_by_role("button", name="Gửi").click()
    expect(head.get_by_text("đã nghiệm thu", exact=True).first).to_be_attached()
    in_order(head)


def cramped(page):
    """What is marked red and touches what stands above it."""
    script = "boxes => boxes.filter(b => { const above = b.previousElementSibling, r = b.getBoundingClientRect(); return r.height && above"
    script += " && above.getBoundingClientRect().height && r.top - above.getBoundingClientRect().bottom < 6 }).map(b => b.innerText)"
    return page.locator("main .warn, main .field.wrong").evaluate_all(script)


def test_a_report_without_enough_to_show_is_returned_with_a_reason(enter):
    clerk, head, unit = enter("chuyenvien"), enter("chanhvanphong", scripts=False), enter("donvi", scripts=False)
    make(clerk, "Giữ vai trò địa phương điển hình")
    clerk.locator(".acts button.main").click()
    clerk.wait_for_url(re.compile(r"/directives/\d+/$"))
    task = clerk.url
    for page, name in ((head, "Giao nhiệm vụ"), (unit, "Bắt đầu thực hiện")):
        page.goto(task)
        page.locator(".moves").get_by_role("button", name=name).click()
        expect(page.get_by_text("Đã thực hiện:").first).to_be_attached()
    report = press(unit, "report")
    report.get_by_role("button", name="Gửi").click()
    expect(unit.locator("#move-report .field.wrong")).to_be_attached()
    assert cramped(unit) == []
    report = unit.locator("#move-report")
    report.locator("[name=text]").fill("Đã làm.")
    report.get_by_role("button", name="Gửi").click()
    expect(unit.locator("#move-report").get_by_text("Báo cáo phải có ít nhất một minh chứng").first).to_be_attached()
    assert unit.locator("#move-report [name=text]").input_value() == "Đã làm."
    unit.locator("#move-report [name=link]").fill("https://example.org/bao-cao")
    unit.locator("#move-report").get_by_role("button", name="Gửi").click()
    head.goto(task)
    returned = press(head, "return")
    returned.locator("[name=reason]").fill("Chưa có số liệu từng xã.")
    returned.get_by_role("button", name="Gửi").click()
    expect(head.get_by_text("bị trả lại", exact=True).first).to_be_attached()
    unit.goto(task)
    expect(unit.get_by_text("Chưa có số liệu từng xã.").first).to_be_attached()


def test_the_second_of_two_people_keeps_her_words_and_sees_what_the_first_did(enter, look):
    first, second = enter("donvi"), enter("chanhvanphong")
    for page in (first, second):
        page.goto("/directives/2/")
    progress = press(first, "progress")
    progress.locator("[name=text]").fill("Đã nghiệm thu bước khảo sát.")
    progress.get_by_role("button", name="Gửi").click()
    correct = press(second, "correct")
    correct.locator("[name=reason]").fill("Theo văn bản mới của tỉnh.")
    correct.get_by_role("button", name="Gửi").click()
    expect(second.get_by_role("heading", name="Có người vừa cập nhật trước bạn").first).to_be_attached()
    expect(second.get_by_text("Đã nghiệm thu bước khảo sát.").first).to_be_attached()
    assert second.locator("[name=reason]").input_value() == "Theo văn bản mới của tỉnh."
    look(second, "task-conflict")
    in_order(second)
    second.get_by_role("button", name="Gửi lại").click()
    expect(second.get_by_text("Theo văn bản mới của tỉnh.").first).to_be_attached()


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("address", ["/directives/1/", "/directives/2/", "/directives/draft/"])
def test_the_pages_of_a_task_are_in_order(enter, look, address, size):
    page = enter("chanhvanphong", size=size, at=address)
    look(page, f"task{address.replace('/', '-')}")
    in_order(page)


def test_looking_for_a_place_keeps_what_is_typed_in_the_form_of_a_task(enter):
    page = enter("chuyenvien", at="/directives/draft/")
    page.fill("textarea[name=wording]", "Lập phương án thu gom rác.")
    page.fill("#place_like", "mao khe")
    page.press("#place_like", "Enter")
    page.locator("select[name=place] option", has_text="Mạo Khê").first.wait_for(state="attached")
    assert page.input_value("textarea[name=wording]") == "Lập phương án thu gom rác."


def test_what_was_asked_before_stands_apart_from_what_is_lacking(enter):
    page = enter("chuyenvien", at="/directives/draft/")
    page.locator("select[name=place]").select_option(index=1)
    page.fill("[name=lead]", "UBND thị xã Đông Triều · thị xã Đông Triều")
    page.fill("textarea[name=wording]", "Lập phương án thu gom nước thải Cụm công nghiệp Kim Sen.")
    page.locator("#judged .asked.note").wait_for()
    settled(page)
    between = """judged => judged.querySelector(".asked.note").getBoundingClientRect().top
        - [...judged.querySelectorAll(".clarities li")].at(-1).getBoundingClientRect().bottom"""
    assert page.locator("#judged").evaluate(between) >= 8
