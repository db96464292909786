"""Tasks of all confirmed directives of a record in one go, in a real browser; and a form that is sent again after "back"."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.journeys.records import put_in, settled
from tests.journeys.test_directives import in_order

FROM_RECORD = re.compile(r"/directives/from-record/\d+/$")
RECORD = "Tỉnh ủy làm việc với thị xã Đông Triều về nhiệm vụ năm 2020"
MINUTES = (
    "Thông báo kết luận cuộc họp về quản lý chợ",
    "Ngày 20/8/2020, Chủ tịch UBND tỉnh chủ trì cuộc họp với UBND thị xã Đông Triều.",
    "Chủ tịch UBND tỉnh yêu cầu UBND thị xã Đông Triều lập phương án di dời chợ tạm trước ngày 30/11/2020.",
    "UBND thị xã Đông Triều rà soát các hộ kinh doanh chưa đăng ký trước ngày 15/10/2020.",
    "UBND thị xã Đông Triều công khai giá thuê điểm kinh doanh trong tháng 9/2020.",
)


def at_record(page):
    """From the record to the page of its directives. It is searched for: others may have put in more than a page of the list holds."""
    page.goto(f"/records/?q={RECORD}")
    page.get_by_role("link", name=RECORD).first.click()
    page.get_by_role("link", name=re.compile("^Lập nhiệm vụ")).first.click()
    page.wait_for_url(FROM_RECORD)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_page_of_all_directives_of_a_record_is_in_order(enter, look, size):
    page = enter("chuyenvien", size=size)
    at_record(page)
    look(page, f"making-{size}")
    in_order(page)


@pytest.fixture
def minutes(tmp_path):
    """Minutes of their own: whoever makes tasks of all their directives takes none from the demo."""
    path = tmp_path / "bien-ban.txt"
    path.write_text("\n\n".join(MINUTES), "utf-8")
    return path


def confirmed(page):
    """All finds of the record in sight, one after the other."""
    while page.locator(".find:not(.done)").count():
        card = page.locator(".find:not(.done)").first
        mark = card.get_attribute("id")
        card.locator("[data-act=confirm]").click()
        page.locator(f"#{mark}.done").wait_for()
        settled(page)


def test_one_row_is_left_with_its_reason_and_nothing_that_was_typed_is_lost(enter, look, minutes):
    page = enter("chuyenvien")
    put_in(page, minutes)
    confirmed(page)
    page.get_by_role("link", name=re.compile("^Lập nhiệm vụ")).first.click()
    page.wait_for_url(FROM_RECORD)
    rows = page.locator("tr:has(input[name^=take_])")
    expect(rows).to_have_count(3)
    for row in rows.all():
        row.locator("input[name^=lead_]").fill("UBND thị xã Đông Triều · thị xã Đông Triều")
    rows.first.locator("input[name^=lead_]").fill("Phòng Không Có")
    page.get_by_role("button", name="Lập dự thảo các dòng đã đánh dấu").click()
    expect(rows).to_have_count(1)
    expect(rows.locator(".errors")).to_contain_text("Phòng Không Có")
    expect(rows.locator("input[name^=lead_]")).to_have_value("Phòng Không Có")
    look(page, "making-left")
    in_order(page)
    rows.locator("input[name^=lead_]").fill("UBND thị xã Đông Triều")
    page.get_by_role("button", name="Lập dự thảo các dòng đã đánh dấu").click()
    expect(page.get_by_text("Mọi yêu cầu đã xác nhận đều có nhiệm vụ.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Nhiệm vụ số")).first.click()
    expect(page.locator("h1.task-title")).to_be_visible()


def test_back_and_save_again_makes_no_second_draft(enter):
    page = enter("chuyenvien", at="/directives/draft/")
    page.locator("select[name=place]").select_option(index=1)
    page.fill("textarea[name=wording]", "Văn phòng lập danh mục hồ sơ lưu trữ trước ngày 30/6/2027.")
    page.get_by_role("button", name="Lưu nháp").last.click()
    page.wait_for_url(re.compile(r"/directives/\d+/$"))
    first = page.url
    page.go_back()
    expect(page.locator("textarea[name=wording]")).to_have_value(re.compile("danh mục hồ sơ"))
    page.get_by_role("button", name="Lưu nháp").last.click()
    expect(page.get_by_text("không lập thêm lần nữa").first).to_be_attached()
    assert page.url == first


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_names_that_can_be_proposed_stand_apart_line_by_line(enter, size):
    page = enter("chuyenvien", at="/directives/draft/", size=size)
    page.locator("select[name=place]").select_option(index=1)
    for field, name in (("lead", "Phòng Không Có Thứ Nhất"), ("watcher", "Ban Không Có Thứ Hai"), ("acceptor", "Tổ Không Có Thứ Ba")):
        page.fill(f"input[name={field}]", name)
    page.get_by_role("button", name="Kiểm tra lại").click()
    lines = page.locator(".note .acts")
    expect(lines).to_have_count(4)
    expect(lines.first).to_contain_text("Cả 3 tên")
    boxes = [line.bounding_box() for line in lines.all()]
    assert all(below["y"] - above["y"] - above["height"] >= 4 for above, below in pairwise(boxes))
