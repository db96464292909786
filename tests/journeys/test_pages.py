"""Every page, wide and on a phone: axe finds nothing wrong, nothing runs over the edge, no English on a Vietnamese screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.access import examined

PAGES = {
    "desk": ("chuyenvien", "/"),
    "records": ("chuyenvien", "/records/"),
    "confirm": ("chuyenvien", "/records/1/"),
    "confirm-read-only": ("lanhdao", "/records/1/"),
    "edit": ("chuyenvien", "/records/1/finds/3/edit/"),
    "add": ("chuyenvien", "/records/1/add/observation/"),
    "meetings": ("lanhdao", "/meetings/"),
    "meeting": ("lanhdao", "/meetings/1/"),
    "places": ("donvi", "/places/"),
    "place": ("donvi", "/places/205/"),
    "place-today": ("thongke", "/places/07090/"),
    "changes": ("donvi", "/places/changes/"),
    "change": ("donvi", "/places/changes/14/"),
    "declare": ("thongke", "/places/changes/declare/"),
    "declare-split": ("thongke", "/places/changes/declare/split/?places=07081"),
    "declare-preview": ("thongke", "/places/changes/declare/renaming/?places=07081&name=X&on=2030-01-01&act=1"),
    "search": ("thongke", "/search/?q=dong+trieu"),
    "me": ("donvi", "/accounts/me/"),
    "messages": ("donvi", "/messages/"),
    "letter-of-the-day": ("donvi", "/messages/preferences/"),
    "calendar": ("donvi", "/calendar/"),
    "days-of-reminding": ("chanhvanphong", "/bodies/8/reminders/"),
    "register": ("chanhvanphong", "/directives/"),
    "register-narrowed": ("donvi", "/directives/?kind=overdue&body=1&lacking=1"),
    "by-lead": ("lanhdao", "/directives/by-lead/"),
    "my-tasks": ("donvi", "/directives/mine/"),
    "progress-of-many": ("donvi", "/directives/progress/"),
    "bodies-added": ("quantri", "/bodies/add/"),
    "story": ("lanhdao", "/records/1/finds/3/story/"),
    "scoreboard": ("lanhdao", "/directives/scoreboard/"),
    "move-many": ("chanhvanphong", "/directives/bulk/?move=withdraw&all=1"),
    "saved-views": ("chuyenvien", "/directives/views/"),
    "people": ("quantri", "/people/"),
    "history": ("quantri", "/history/"),
    "learning": ("thongke", "/learning/"),
    "criteria": ("donvi", "/criteria/"),
    "criteria-found": ("donvi", "/criteria/?q=nuoc+sach"),
    "criteria-of-a-set": ("donvi", "/criteria/vn-ntm-xa-2022/"),
    "compose-a-brief": ("lanhdao", "/briefs/compose/"),
    "briefs-of-many": ("lanhdao", "/briefs/many/"),
    "drafts-of-many": ("chanhvanphong", "/directives/complete/"),
    "api": ("chuyenvien", "/api/"),
    "not-found": ("chuyenvien", "/khong-co/"),
}
IN_ENGLISH = {"api"}
CUT_OFF = "[...document.querySelectorAll('.scroll')].filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.innerText)"
"""Tables of which a column is out of sight."""
ENGLISH = re.compile(r"\b(the|and|of|records|confirm|edit|save|cancel|search|sign|page)\b", re.IGNORECASE)


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_in_order_and_without_english(enter, look, name, size):
    username, address = PAGES[name]
    page = enter(username, size=size, at=address)
    look(page, name)
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert size == "phone" or page.evaluate(CUT_OFF) == []
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    labels = page.locator("h1, h2, label, button, th, legend, summary, nav a, .chip").all_inner_texts()
    assert name in IN_ENGLISH or [label for label in labels if ENGLISH.search(label)] == []


def test_what_is_long_on_the_page_of_a_place_is_folded_on_a_phone_and_stands_open_on_a_wide_page(enter):
    phone, wide = enter("donvi", size="phone", scripts=False), enter("donvi")
    for page in (phone, wide):
        page.goto("/places/205/")
    told = phone.locator("details.fold", has_text="Nhiệm vụ được giao")
    expect(told.locator("table")).to_be_hidden()
    assert phone.evaluate("document.documentElement.scrollHeight") < 5_000
    told.locator("summary").click()
    expect(told.locator("table")).to_be_visible()
    expect(wide.locator("details.fold", has_text="Nhiệm vụ được giao").locator("table")).to_be_visible()


@pytest.mark.parametrize("address", ["/meetings/", "/briefs/", "/notices/", "/records/"])
def test_on_a_phone_a_list_is_not_behind_what_narrows_it(enter, address):
    phone, wide = enter("chuyenvien", size="phone", at=address), enter("chuyenvien", at=address)
    folded = phone.locator("form.filters [name=q], form.filters [name=place]").first
    expect(folded).to_be_hidden()
    phone.get_by_text("Lọc danh sách").press("Enter")
    expect(folded).to_be_visible()
    phone.locator("form.filters").get_by_role("button", name="Lọc").click()
    expect(phone).to_have_url(re.compile(r"\?"))
    expect(folded).to_be_visible()
    expect(wide.locator("form.filters [name=q], form.filters [name=place]").first).to_be_visible()
    expect(wide.get_by_text("Lọc danh sách")).to_be_hidden()


FIGURES = "/ledger/places/205/", "/ledger/indicators/gtsx/"


@pytest.mark.parametrize(
    ("who", "address"),
    [("quantri", "/people/"), ("quantri", "/history/"), ("thongke", "/bodies/")]
    + [
        ("chuyenvien", each)
        for each in ("/places/", "/places/205/", "/places/changes/", "/meetings/2/", "/messages/", "/directives/scoreboard/", *FIGURES)
    ]
    + [("thongke", each) for each in ("/ledger/", "/ledger/keeping/")],
)
def test_on_a_phone_no_list_and_no_figures_are_behind_what_chooses_among_them(enter, who, address):
    phone, wide = enter(who, size="phone", at=address), enter(who, at=address)
    folds = "details.on-wide form.filters"
    expect(phone.locator(folds)).to_have_count(1)
    expect(phone.locator(folds)).to_be_hidden()
    phone.get_by_text("Chọn nội dung hiển thị" if address in FIGURES else "Lọc danh sách").press("Enter")
    expect(phone.locator(f"{folds} button")).to_be_in_viewport()
    expect(wide.locator(f"{folds} button")).to_be_visible()


A4 = {"width": 718, "height": 1047}
"""What a sheet with margins of a centimetre has room for."""


LONG = (
    "directives/",
    "directives/2/",
    "directives/scoreboard/",
    "meetings/",
    "meetings/2/",
    "places/",
    "places/205/",
    "ledger/",
    "records/",
    "bodies/",
)


@pytest.mark.parametrize("address", [*(f"/{each}" for each in LONG), *FIGURES, "/search/?q=dong+trieu"])
def test_a_page_printed_on_a4_cuts_nothing_off(enter, address):
    page = enter("chuyenvien", at=address)
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    cut = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.ariaLabel)"
    assert page.locator("html, .scroll").evaluate_all(cut) == []


def test_the_sign_in_page_is_in_order(browser, installation):
    page = browser.new_page(base_url=installation.address)
    page.goto("/accounts/login/")
    found = examined(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()


def test_the_language_switch_turns_every_page_to_english(enter):
    page = enter("thongke")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/records/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Records").first).to_be_attached()
    page.locator("button[name=language][value=vi]").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def test_search_without_accents_finds_the_town(enter):
    page = enter("lanhdao")
    page.fill("#seek", "dong trieu")
    page.press("#seek", "Enter")
    expect(page.get_by_text("Đông Triều").first).to_be_attached()
