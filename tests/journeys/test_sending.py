"""What cannot be sent stays with what was typed, and says why, where it can be seen."""

WORDING = "Rà soát các dự án chậm tiến độ, báo cáo nguyên nhân của từng dự án."


def test_without_a_connection_a_form_stays_with_what_was_typed(enter):
    page = enter("chuyenvien", at="/directives/draft/")
    page.fill("textarea[name=wording]", WORDING)
    page.context.set_offline(True)
    page.locator("form button.main:visible").last.click()
    page.wait_for_selector("#trouble:visible")
    assert page.input_value("textarea[name=wording]") == WORDING
    assert page.evaluate("document.getElementById('trouble').getBoundingClientRect().top < innerHeight"), "it is seen from the button, too"
    page.context.set_offline(False)
    page.wait_for_selector("#trouble", state="hidden")


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
