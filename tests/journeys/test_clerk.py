"""The clerk's errand in a real browser: from the file to the page of the town."""

import re

import docx
import pytest
from playwright.sync_api import expect

from tests.journeys.access import examined
from tests.journeys.records import put_in, settled

TITLE = "Thông báo kết luận buổi làm việc với thị xã Đông Triều"
BODY = (
    "Ngày 15/6/2020, Ban Thường vụ Tỉnh ủy làm việc với Ban Thường vụ Thị ủy Đông Triều.",
    "Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy, chủ trì buổi làm việc.",
    "Trong 5 tháng đầu năm 2020, thu ngân sách của thị xã đạt 1.040,5 tỷ đồng, tăng 6,3% so với cùng kỳ. Tỷ lệ hộ nghèo còn 0,1%.",
    "Công tác quản lý đất đai ở một số phường còn lỏng lẻo.",
    "Bí thư Tỉnh ủy yêu cầu thị xã hoàn thành hồ sơ đề nghị công nhận đô thị loại III trước ngày 30/9/2020.",
)
MISSED = "hồ sơ đề nghị công nhận đô thị loại III"


@pytest.fixture
def notice(tmp_path, request):
    """A notice as a Word document; each test has its own words, since the same bytes are put in once."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for paragraph in (*BODY, f"Bản dùng cho: {request.node.name}."):
        document.add_paragraph(paragraph)
    path = tmp_path / "thong-bao.docx"
    document.save(path)
    return path


def press(page, key, wanted):
    """Press a key on the find that is chosen, and wait for what shall come of it."""
    page.keyboard.press(key)
    page.locator(wanted).wait_for()
    settled(page)


def test_from_the_file_to_the_page_of_the_town_by_keyboard(enter, notice, look):
    page = enter("chuyenvien")
    put_in(page, notice)
    expect(page.locator("#text").get_by_text("1.040,5 tỷ đồng").first).to_be_attached()
    figure = page.locator(".find.o", has_text="1.040,5 tỷ đồng").first
    key = figure.get_attribute("id")

    page.locator(".find.m [data-act=confirm]").click()
    page.locator(".find.m.done").wait_for()
    settled(page)
    figure.focus()
    press(page, "Enter", f"#{key}.done")
    expect(page.locator(f"mark[data-find='{key.removeprefix('find-')}'].done").first).to_be_attached()

    page.locator(f"#{key}").focus()
    press(page, "u", f"#{key}.now:not(.done)")
    press(page, "x", f"#{key}.rejected")
    page.locator(f"#{key}").focus()
    press(page, "u", f"#{key}.now:not(.done)")

    press(page, "x", f"#{key}.rejected")
    page.locator(f".find.now:not(#{key})").wait_for()
    press(page, "u", f"#{key}.now:not(.done)")

    press(page, "e", f"form#{key}")
    form = page.locator(f"form#{key}")
    form.locator("input[name=indicator]").fill("Thu ngân sách nhà nước trên địa bàn")
    form.get_by_role("button", name="Lưu").click()
    page.locator(f"article#{key}.corrected").wait_for()
    look(page, "confirm")

    page.goto("/places/205/?on=15/06/2020")
    expect(page.locator("tr", has_text="Thu ngân sách nhà nước trên địa bàn").get_by_text("1.040,5 tỷ đồng").first).to_be_attached()
    page.locator(f"a[href$='#{key}']").first.click()
    page.locator(f"#{key}.now").wait_for()


def test_who_comes_back_to_a_record_finds_decided_what_was_decided_in_place(enter, notice):
    page = enter("chuyenvien")
    put_in(page, notice)
    page.locator(".find.m [data-act=confirm]").click()
    page.locator(".find.m.done").wait_for()
    settled(page)
    page.goto("/meetings/")
    page.go_back()
    page.locator(".find.m.done").wait_for()


def test_j_and_k_move_through_the_finds(enter, notice):
    page = enter("chuyenvien")
    put_in(page, notice)
    keys = [each.get_attribute("id") for each in page.locator(".find").all()]
    page.locator("h1").click()
    first = page.locator(".find.now").get_attribute("id")
    page.keyboard.press("j")
    expect(page.locator(".find.now")).to_have_attribute("id", keys[keys.index(first) + 1])
    page.keyboard.press("k")
    expect(page.locator(".find.now")).to_have_attribute("id", first)
    page.keyboard.press("J")  # as with caps lock on
    expect(page.locator(".find.now")).to_have_attribute("id", keys[keys.index(first) + 1])


def test_what_was_missed_is_added_by_selecting_words(enter, notice):
    page = enter("chuyenvien")
    put_in(page, notice)
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
                return;
            }
        }""",
        MISSED,
    )
    page.locator("#adding a.add.d").click()
    expect(page.locator("textarea[name=quote]")).to_have_value(MISSED)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator(".find.d.done", has_text=MISSED).first).to_be_attached()


def test_sure_finds_are_confirmed_in_one_stroke_and_taken_back(enter, notice):
    page = enter("chuyenvien")
    put_in(page, notice)
    page.get_by_text("Xác nhận theo độ tin cậy").click()
    lowest = page.locator("#sure-form li button").last
    count = int(re.search(r"\d+", lowest.inner_text())[0])
    assert count > 0
    lowest.click()
    expect(page.locator(".find.confirmed")).to_have_count(count)
    expect(page.locator("#stroke li")).to_have_count(count)
    assert examined(page).violations_count == 0, examined(page).generate_report()
    page.get_by_role("button", name=re.compile("Hoàn tác .* mục")).click()
    expect(page.locator(".find.confirmed")).to_have_count(0)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_everything_works_without_scripts(enter, notice, size):
    page = enter("chuyenvien", scripts=False, size=size)
    put_in(page, notice)
    figure = page.locator(".find.o", has_text="1.040,5 tỷ đồng").first
    key = figure.get_attribute("id")
    figure.get_by_role("button", name="Xác nhận").click()
    expect(page.locator(f"#{key}.confirmed").first).to_be_attached()
    other = page.locator(".find.o", has_text="0,1%").first
    other_key = other.get_attribute("id")
    other.get_by_role("link", name="Sửa").click()
    page.fill("input[name=indicator]", "Tỷ lệ hộ nghèo theo chuẩn đa chiều")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(f"article#{other_key}")).to_contain_text("Tỷ lệ hộ nghèo theo chuẩn đa chiều")


def test_the_second_person_is_shown_the_first_ones_change(enter, notice):
    clerk = enter("chuyenvien")
    put_in(clerk, notice)
    head = enter("chanhvanphong", at=clerk.url)
    key = clerk.locator(".find.o", has_text="1.040,5 tỷ đồng").first.get_attribute("id")
    head.locator(f"#{key} [data-act=reject]").click()
    head.locator(f"#{key}.rejected").wait_for()
    settled(head)
    clerk.locator(f"#{key} [data-act=edit]").click()
    clerk.locator(f"form#{key} input[name=indicator]").wait_for()
    settled(clerk)
    head.locator(f"#{key}").focus()
    press(head, "u", f"#{key}:not(.done)")
    clerk.locator(f"form#{key} input[name=indicator]").fill("Thu ngân sách thị xã")
    clerk.locator(f"form#{key}").get_by_role("button", name="Lưu").click()
    warning = clerk.locator(f"form#{key} [role=alert]")
    expect(warning).to_contain_text("Đỗ Văn Chánh")
    expect(clerk.locator(f"form#{key} input[name=indicator]")).to_have_value("Thu ngân sách thị xã")
