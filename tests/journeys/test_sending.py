"""What cannot be sent stays with what was typed, and says why, where it can be seen."""

import pytest
from playwright.sync_api import expect

from tests.journeys.records import put_in
from tests.journeys.test_notice import composed

WORDING = "Rà soát các dự án chậm tiến độ, báo cáo nguyên nhân của từng dự án."


@pytest.fixture
def minutes(tmp_path, request):
    """A record of one figure; each test has its own words, since the same bytes are put in once."""
    path = tmp_path / "bao-cao.txt"
    path.write_text(f"Thu ngân sách thị xã Đông Triều quý I năm 2020 đạt 312 tỷ đồng.\n\nBản dùng cho: {request.node.name}.", "utf-8")
    return path


def test_without_a_connection_a_form_stays_with_what_was_typed(enter):
    page = enter("chuyenvien", at="/directives/draft/")
    page.fill("textarea[name=wording]", WORDING)
    page.context.set_offline(True)
    page.locator("form button.main:visible").last.click()
    expect(page.locator("#trouble")).to_be_visible()
    expect(page.locator("textarea[name=wording]")).to_have_value(WORDING)
    assert page.evaluate("document.getElementById('trouble').getBoundingClientRect().top < innerHeight"), "it is seen from the button, too"
    page.context.set_offline(False)
    expect(page.locator("#trouble")).to_be_hidden()


def test_a_file_that_is_too_large_is_told_before_a_byte_of_it_is_sent(enter, tmp_path):
    large = tmp_path / "lon.txt"
    large.write_bytes(b"x" * (50 * 2**20 + 1))
    page = enter("chuyenvien", at="/records/")
    sent = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.set_input_files("input[type=file]", str(large))
    page.select_option("select[name=place]", index=1)
    page.click("form.drop button")
    assert "50 MB" in page.locator("input[type=file]").evaluate("each => each.validationMessage")
    assert sent == []
    page.set_input_files("input[type=file]", {"name": "nho.txt", "mimeType": "text/plain", "buffer": b"x"})
    assert page.locator("input[type=file]").evaluate("each => each.validationMessage") == ""


def corrected(page, minutes):
    """The first figure of a record by its key, and its form with another name typed, not sent."""
    put_in(page, minutes)
    card = page.locator(".find.o").first
    key = card.get_attribute("id")
    card.locator("[data-act=edit]").click()
    form = page.locator(f"form#{key}")
    form.locator("input[name=indicator]").fill(WORDING)
    return key, form


def near(page, button):
    """How far below what was pressed it is told that it did not arrive, and that it can be read there."""
    expect(page.locator("#trouble")).to_be_in_viewport()
    pressed, told = button.bounding_box(), page.locator("#trouble").bounding_box()
    return told["y"] - pressed["y"] - pressed["height"]


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_find_that_could_not_be_saved_stays_as_it_was_typed_says_so_beside_its_button_and_is_sent_again(enter, minutes, size):
    page = enter("chuyenvien", size=size)
    key, form = corrected(page, minutes)
    for cut, told in ((_offline, "Không kết nối được"), (_broken, "Máy chủ gặp lỗi"), (_unanswered, "Nửa phút chưa thấy")):
        mend = cut(page)
        form.get_by_role("button", name="Lưu").click()
        expect(page.locator("#trouble")).to_contain_text(told)
        assert 0 <= near(page, form.get_by_role("button", name="Lưu")) < 60
        expect(form.locator("input[name=indicator]")).to_have_value(WORDING)
        mend()
    form.get_by_role("button", name="Lưu").click()
    expect(page.locator(f"article#{key}.corrected")).to_contain_text(WORDING)
    expect(page.locator("#trouble")).to_be_hidden()


def _offline(page):
    page.context.set_offline(True)
    return lambda: page.context.set_offline(False)


def _broken(page):
    page.route("**/finds/**", lambda route: route.fulfill(status=502))
    return lambda: page.unroute("**/finds/**")


def _unanswered(page):
    page.route("**/finds/**", lambda route: None)
    page.evaluate("htmx.config.timeout = 500")
    return lambda: (page.unroute("**/finds/**"), page.evaluate("htmx.config.timeout = 30000"))


def _refused(page, status):
    """What is sent to a find is answered as whoever may not do it is, by the server's own page."""

    def answer(route):
        forbidden = route.fetch(url=route.request.url.split("/records/")[0] + "/people/", method="GET")
        assert forbidden.status == 403
        route.fulfill(response=forbidden, status=status)

    page.route("**/finds/**", answer)


@pytest.mark.parametrize(("size", "status"), [("wide", 400), ("phone", 403), ("wide", 409)])
def test_a_correction_that_is_refused_as_a_whole_page_stays_as_it_was_typed_and_says_why_beside_its_button(enter, minutes, size, status):
    page = enter("chuyenvien", size=size)
    key, form = corrected(page, minutes)
    _refused(page, status)
    form.get_by_role("button", name="Lưu").click()
    expect(page.locator("#trouble")).to_contain_text("đề nghị quản trị viên")
    expect(page.locator("#trouble")).to_contain_text("Nội dung đã nhập vẫn còn ở đây")
    expect(page.locator("#trouble")).not_to_contain_text("Tải lại trang")
    assert 0 <= near(page, form.get_by_role("button", name="Lưu")) < 60
    expect(form.locator("input[name=indicator]")).to_have_value(WORDING)
    page.unroute("**/finds/**")
    form.get_by_role("button", name="Lưu").click()
    expect(page.locator(f"article#{key}.corrected")).to_contain_text(WORDING)


@pytest.mark.parametrize("back", ["link", "history"])
def test_a_report_that_is_refused_as_a_whole_page_is_in_its_fold_again(enter, back):
    page = enter("donvi", at="/directives/2/", size="phone")
    page.locator("#move-progress > summary").click()
    page.fill("#move-progress textarea", WORDING)
    page.route("**/move/**", lambda route: route.continue_(url=route.request.url.split("/directives/")[0] + "/bodies/add/"))
    page.locator("#move-progress form > button").click()
    expect(page.locator("main h1")).to_have_text("Bạn không có quyền thực hiện việc này")
    expect(page.locator("#kept")).to_be_visible()
    page.unroute("**/move/**")
    if back == "link":
        page.locator("#kept a").click()
    else:
        page.go_back()
    expect(page.locator("#move-progress textarea")).to_be_visible()
    expect(page.locator("#move-progress textarea")).to_have_value(WORDING)
    expect(page.locator("#trouble")).to_contain_text("chưa được chấp nhận")


def test_a_decision_by_key_that_does_not_arrive_is_told_in_its_card_and_the_key_sends_it_again(enter, minutes):
    page = enter("chuyenvien")
    put_in(page, minutes)
    card = page.locator(".find.o").first
    card.focus()
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    expect(card.locator("#trouble")).to_be_visible()
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator(".find.o.done")).to_have_count(1)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_report_of_progress_that_cannot_be_sent_says_so_beside_its_button_and_is_sent_again(enter, size):
    page = enter("donvi", at="/directives/2/", size=size)
    page.locator("#move-progress > summary").click()
    page.fill("#move-progress textarea", f"{WORDING} {size}")
    page.context.set_offline(True)
    button = page.locator("#move-progress form > button")
    button.click()
    assert 0 <= near(page, button) < 60
    page.context.set_offline(False)
    expect(page.locator("#trouble")).to_be_hidden()
    button.click()
    expect(page.locator("main")).to_contain_text(f"{WORDING} {size}")


def test_a_report_to_which_no_answer_came_is_in_its_fold_again_when_its_page_is_come_back_to(enter):
    page = enter("donvi", at="/directives/2/", size="phone")
    page.locator("#move-progress > summary").click()
    page.fill("#move-progress textarea", WORDING)
    page.route("**/move/**", lambda route: route.abort())
    page.locator("#move-progress form > button").click()
    page.wait_for_url("chrome-error://**")
    page.go_back()
    expect(page.locator("#trouble")).to_contain_text("Chưa nhận được trả lời")
    expect(page.locator("#move-progress textarea")).to_be_visible()
    expect(page.locator("#move-progress textarea")).to_have_value(WORDING)
    page.goto("/directives/2/")
    expect(page.locator("#move-progress textarea")).to_have_value("")


def test_a_form_that_is_pressed_twice_is_sent_once(enter):
    page = enter("donvi", at="/directives/2/")
    page.locator("#move-progress > summary").click()
    page.fill("#move-progress textarea", "Đã gửi hai lần liền nhau.")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/move/**", hold)
    button = page.locator("#move-progress form > button")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    with page.expect_request("**/move/**"):
        page.mouse.click(*middle)
    page.mouse.click(*middle)
    page.wait_for_timeout(300)
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("main")).to_contain_text("Đã gửi hai lần liền nhau.")
    expect(page.get_by_role("heading", name="Có người vừa cập nhật trước bạn")).to_have_count(0)


def test_what_is_typed_into_one_paragraph_of_a_notice_is_still_there_when_another_is_moved(enter):
    page = enter("chuyenvien")
    composed(page)
    paragraphs = page.locator(".para[data-mark]:has(textarea[rows='4'])")
    first, second = (paragraphs.nth(at).get_attribute("id") for at in (0, 1))
    page.locator(f"#{first} summary").click()
    page.fill(f"#{first} textarea", WORDING)
    with page.expect_navigation():
        page.locator(f"#{second} button[value=down]").click()
    expect(page.locator("#trouble")).to_contain_text("chưa được lưu")
    expect(page.locator(f"#{first} textarea")).to_be_visible()
    expect(page.locator(f"#{first} textarea")).to_have_value(WORDING)
    page.locator(f"#{first}").get_by_role("button", name="Lưu").click()
    expect(page.locator(".paper")).to_contain_text(WORDING)
    expect(page.locator("#trouble")).to_be_hidden()


def test_what_is_typed_into_the_form_of_a_find_is_still_there_when_others_were_confirmed_in_one_stroke(enter, minutes):
    page = enter("chuyenvien")
    put_in(page, minutes)
    figure = page.locator(".find.o").first
    key = figure.get_attribute("id")
    figure.locator("[data-act=edit]").click()
    page.fill(f"form#{key} input[name=indicator]", WORDING)
    page.get_by_text("Xác nhận theo độ tin cậy").click()
    with page.expect_navigation():
        page.locator("#sure-form li button").first.click()
    expect(page.locator("#trouble")).to_contain_text("chưa được lưu")
    expect(page.locator(f"form#{key} input[name=indicator]")).to_have_value(WORDING)


def test_what_is_typed_into_a_notice_without_a_connection_stays_and_is_saved_by_pressing_again(enter):
    page = enter("chuyenvien")
    composed(page)
    paragraph = page.locator(".para[data-mark]:has(textarea[rows='4'])").first
    paragraph.locator("summary").click()
    paragraph.locator("textarea").fill(WORDING)
    button = paragraph.get_by_role("button", name="Lưu")
    page.context.set_offline(True)
    button.click()
    assert 0 <= near(page, button) < 60
    page.context.set_offline(False)
    expect(page.locator("#trouble")).to_be_hidden()
    button.click()
    expect(page.locator(".paper")).to_contain_text(WORDING)
