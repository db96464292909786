"""What journeys through records share."""

from pathlib import Path

from playwright.sync_api import Page, expect


def put_in(page: Page, path: Path) -> None:
    """Put a file in for the town of Đông Triều, and wait for the page of its record to be ready."""
    page.goto("/records/")
    page.set_input_files("input[name=files]", path)
    town = page.locator("select[name=place] option", has_text="thị xã Đông Triều").first.get_attribute("value")
    page.select_option("select[name=place]", town)
    page.click("form.drop button")
    page.locator("#text").wait_for()
    page.wait_for_load_state()


def settled(page: Page) -> None:
    """Wait until htmx has put in what it fetched, and the find that came forward was there to be seen: what is pressed before that falls
    on a page that is being changed."""
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .find.came")).to_have_count(0)
