"""What is drawn of an indicator, in a real browser: by a request of its own, with and without scripts, on a screen and on paper."""

import pytest

INDICATOR = "/ledger/indicators/gtsx/?period=2019"


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_a_chart_comes_into_the_page_in_the_letters_of_the_page(enter, look, size):
    page = enter("lanhdao", size=size, at=INDICATOR)
    chart = page.locator(".drawing svg").first
    chart.wait_for()
    assert "Be Vietnam Pro" in chart.inner_html()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    look(page, "indicator")


def test_without_scripts_a_chart_is_a_picture(enter, look):
    page = enter("lanhdao", scripts=False, at=INDICATOR)
    picture = page.locator(".drawing img").first
    picture.wait_for()
    address = picture.get_attribute("src")
    answer = page.request.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert picture.bounding_box()["height"] > 40
    look(page, "indicator-plain")
