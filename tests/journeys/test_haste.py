"""Keys pressed in haste on the confirming screen, over a slow line: nothing is decided unseen, nothing typed astray."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.records import put_in

NOW = re.compile(r"\bnow\b")
LINES = [
    "Thu ngân sách quý I năm 2020 đạt {} tỷ đồng.",
    "Diện tích rừng trồng mới năm 2019 đạt {} ha.",
    "Năm 2019 có {} doanh nghiệp thành lập mới.",
]


@pytest.fixture
def page(enter, tmp_path, request):
    """The screen of a record of six figures, of which none is decided."""
    path = tmp_path / "bao-cao.txt"
    lines = [line.format(number) for number in (312, 457) for line in LINES]
    path.write_text("\n\n".join(["Báo cáo thị xã Đông Triều", *lines, f"Bản dùng cho: {request.node.name}."]), "utf-8")
    page = enter("chuyenvien")
    put_in(page, path)
    page.locator(".find.o").first.focus()
    return page


class Slow:
    """A line on which the answers to what is sent wait until they are let go."""

    def __init__(self, page):
        self.held, self.slow = [], True
        page.route(
            "**/finds/**", lambda route: self.held.append(route) if self.slow and route.request.method == "POST" else route.continue_()
        )

    def let_go(self):
        self.slow = False
        for each in reversed(self.held):
            each.continue_()


def done(page):
    return page.locator(".find.o.done")


def test_a_key_that_is_held_down_confirms_one_find(page):
    for _repeat in range(6):
        page.keyboard.down("Enter")
        page.wait_for_timeout(100)
    page.keyboard.up("Enter")
    expect(done(page)).to_have_count(1)
    expect(page.locator(".find.now:not(.done, .came)")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(done(page)).to_have_count(2)


def test_keys_pressed_while_the_answer_is_on_its_way_send_nothing_more_and_the_next_find_is_looked_at_first(page):
    line = Slow(page)
    with page.expect_request("**/confirm/*"):
        page.keyboard.press("Enter")
    for key in ("Enter", "x", "e"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert len(line.held) == 1
    expect(page.locator("form.editing")).to_have_count(0)
    page.evaluate("""() => document.addEventListener("htmx:afterSettle", () => setTimeout(() => {
        document.body.dataset.came = document.querySelectorAll(".find.now.came").length;
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    }, 40), { once: true })""")
    line.let_go()
    expect(page.locator("body")).to_have_attribute("data-came", "1")
    expect(page.locator(".find.now:not(.done, .came)")).to_have_count(1)
    expect(done(page)).to_have_count(1)


def test_whoever_has_gone_on_to_another_find_types_there_undisturbed(page):
    line = Slow(page)
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    page.keyboard.press("e")
    field = page.locator("form.editing input[name=indicator]")
    expect(field).to_be_focused()
    field.fill("")
    page.keyboard.type("thu")
    line.let_go()
    expect(done(page)).to_have_count(1)
    page.keyboard.type(" xuất khẩu")
    expect(field).to_have_value("thu xuất khẩu")
    expect(page.locator(".find.o.rejected")).to_have_count(0)


def test_of_two_finds_confirmed_at_once_both_are_marked_and_the_keys_go_on_from_the_second(page):
    line = Slow(page)
    cards = page.locator(".find.o")
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(cards.nth(1)).to_have_class(NOW)
    page.wait_for_timeout(200)
    line.let_go()
    expect(done(page)).to_have_count(2)
    expect(page.locator("#text mark.o.done")).to_have_count(2)
    expect(cards.nth(2)).to_have_class(NOW)
