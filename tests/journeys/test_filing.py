"""A record of a ward that was put in under the town: the clerk is told, and files it where it belongs."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_criteria import in_order

TEXT = """ỦY BAN NHÂN DÂN
PHƯỜNG MẠO KHÊ

BIÊN BẢN
Họp giao ban tháng 4 năm 2020

Ngày 28/4/2020, UBND phường họp giao ban. Đồng chí Phạm Thị Mẫu, Chủ tịch UBND phường, chủ trì cuộc họp.
Chủ tịch UBND phường yêu cầu Công an phường mở đợt cao điểm xử lý vi phạm trật tự trước ngày 20/5/2020.
Bản dùng cho: {size}.
"""


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_clerk_is_told_that_a_record_names_another_place_and_files_it_there(enter, look, size):
    page = enter("chuyenvien", size=size, at="/records/")
    page.set_input_files("input[name=files]", {"name": "bb.txt", "mimeType": "text/plain", "buffer": TEXT.format(size=size).encode()})
    expect(page.locator("select[name=place]")).to_have_value("")
    town = page.locator("select[name=place] option", has_text="thị xã Đông Triều").first.get_attribute("value")
    page.select_option("select[name=place]", town)
    page.click("form.drop button")
    told = page.locator(".warn", has_text="phường Mạo Khê")
    expect(told).to_be_visible()
    in_order(page)
    look(page, "filed-against-head")
    told.get_by_role("link", name="Xếp vào địa bàn khác").click()
    expect(page.locator("select[name=place] option:checked")).to_contain_text("phường Mạo Khê")
    in_order(page)
    look(page, "file-elsewhere")
    page.get_by_role("button", name="Xếp vào đó").click()
    expect(page.locator(".head")).to_contain_text("phường Mạo Khê")
    expect(page.locator(".warn:visible")).to_have_count(0)
