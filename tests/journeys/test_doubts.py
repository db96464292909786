"""While a clerk confirms, what the checks doubt and what follows stand beside the find, and a correction is saved only knowingly."""

import pytest

from tests.journeys.access import examined

BODY = (
    "Kết luận buổi làm việc với thị xã Đông Triều ngày 20/01/2020.\n"
    "Năm 2018, thu ngân sách nhà nước trên địa bàn thị xã đạt 1.900 tỷ đồng.\n"
    "Năm 2019, thu ngân sách nhà nước trên địa bàn thị xã đạt 2.572 tỷ đồng, tăng 20,2% so với cùng kỳ."
)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_figure_that_its_own_growth_contradicts_is_doubted_on_its_card_and_in_its_form(enter, look, tmp_path, size):
    page = enter("chuyenvien", size=size)
    path = tmp_path / "ket-luan.txt"
    path.write_text(f"{BODY}\nBản dùng cho màn hình {size}.", "utf-8")
    page.goto("/records/")
    page.set_input_files("input[name=files]", path)
    town = page.locator("select[name=place] option", has_text="thị xã Đông Triều").first.get_attribute("value")
    page.select_option("select[name=place]", town)
    page.click("form.drop button")
    figure = page.locator(".find.o", has=page.locator(".value", has_text="2.572 tỷ đồng"))
    figure.locator(".doubtful").first.wait_for()
    look(page, "doubts")
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    figure.get_by_role("link", name="Sửa").click()
    form = page.locator("form.editing")
    form.get_by_role("button", name="Lưu").click()
    page.locator("form.editing .summary").get_by_text("1.900").wait_for()
    page.locator("form.editing").get_by_role("button", name="Vẫn lưu").click()
    page.locator(".find.o.corrected", has=page.locator(".value", has_text="2.572 tỷ đồng")).wait_for()
