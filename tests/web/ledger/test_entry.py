"""The entry grid: numbers as Vietnam writes them, saved row by row or as one form; what is wrong is said and what was typed stays."""

import re
from datetime import date
from decimal import Decimal

import pytest

from giaoban.model import Bound, Period, Role
from giaoban.reference.indicators import catalogue
from giaoban_web.accounts.models import User
from giaoban_web.ledger import filing, filings
from giaoban_web.ledger.filing_rows import previous, read_seen
from giaoban_web.ledger.forms_entry import RowForm, as_typed
from giaoban_web.ledger.models import Entry, Filing, FilingCell
from tests.web.conftest import make_place

HTMX = {"HX-Request": "true"}
PERIOD = Period.parse("2019")
ROW = {"gtsx-unit": "tỷ đồng", "gtsx-bound": "exact", "gtsx-status": "provisional", "gtsx-seen": "0.0.0-"}


@pytest.fixture
def unit(person, town):
    return person("unit", town)


@pytest.fixture
def browser(sign_in, unit):
    return sign_in(unit)


@pytest.fixture
def heads_browser(sign_in, person, town):
    return sign_in(person("head", town))


def grid(town, **query):
    return f"/ledger/entry/{town.code}/?" + "&".join(f"{name}={value}" for name, value in ({"period": "2019"} | query).items())


def keep(browser, town, **fields):
    sent = {"period": "2019", "row": "gtsx", **ROW} | {f"gtsx-{name}": value for name, value in fields.items()}
    return browser.post(f"/ledger/entry/{town.code}/row/", sent, headers=HTMX)


def test_each_group_of_rows_is_one_press_away(browser, town):
    page = browser.get(grid(town)).content.decode()
    linked, there = (re.findall(pattern, page) for pattern in (r'href="#(group-\d+)"', r'<tr class="group" id="(group-\d+)"'))
    assert len(there) > 5 and linked == there


def test_an_approved_figure_is_shown_as_settled_as_the_ledger_has_it(browser, heads_browser, town, person):
    keep(browser, town, value="19.200")
    for step, by in (("submit", person("unit", town, "khác")), ("approve", person("head", town, "duyệt"))):
        held = Filing.objects.get()
        shown = heads_browser.get(grid(town)).content.decode()
        filing.move(filing=held, step=step, seen=held.version, by=by)
        assert 'data-label="Trạng thái">chính thức' not in shown
    shown = heads_browser.get(grid(town)).content.decode()
    assert shown.count('data-label="Trạng thái">chính thức') == 1
    assert 'data-label="Trạng thái">sơ bộ' not in shown
    held = Filing.objects.get()
    filing.move(filing=held, step="return", seen=held.version, by=person("head", town, "trả"), reason="Nhầm")
    keep(browser, town, value="19.300", seen="1.0.0-")
    for step, name in (("submit", "khác"), ("approve", "duyệt")):
        held = Filing.objects.get()
        filing.move(filing=held, step=step, seen=held.version, by=User.objects.get(username=name))
    assert 'data-label="Trạng thái">điều chỉnh' in heads_browser.get(grid(town)).content.decode()


def test_saving_a_row_says_how_many_are_filled_now(browser, town):
    before = browser.get(grid(town))
    count = before.context["count"]
    assert f"0/{count}" in before.content.decode()
    answer = keep(browser, town, value="19.200").content.decode()
    assert 'id="filled" hx-swap-oob="true"' in answer
    assert f"1/{count}" in answer
    assert "đang nhập" in answer
    assert f"1/{count}" in keep(browser, town, value="mười", seen="1.0.0-").content.decode()


@pytest.mark.parametrize(
    ("text", "value"),
    [("19.200,50", "19200.50"), ("19200", "19200"), ("0,120", "0.120"), ("-3,5", "-3.5"), ("1 234", "1234"), ("", None)],
)
def test_a_number_is_taken_as_vietnam_writes_it_with_its_digits(text, value):
    form = RowForm({**ROW, "gtsx-value": text}, indicator=catalogue()["gtsx"], cells={}, form="grid")
    assert form.is_valid(), form.errors
    assert form.typed()[0].value == (None if value is None else Decimal(value))
    assert value is None or str(form.typed()[0].value) == value


@pytest.mark.parametrize("text", ["mười", "1,2,3,4", "12a", "∞", "1,1234567", "1" * 19])
def test_what_is_no_number_of_the_ledger_is_wrong(text):
    assert RowForm({**ROW, "gtsx-value": text}, indicator=catalogue()["gtsx"], cells={}, form="grid").errors


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("trên 19.200 tỷ đồng", "19200", Bound.OVER),
        ("khoảng 85,70", "85.70", Bound.ABOUT),
        ("Gần 5 Tỷ đồng", "5", Bound.UNDER),
        ("7,5 tỷ đồng", "7.5", Bound.EXACT),
        ("19,200.5", "19200.5", Bound.EXACT),
    ],
)
def test_unit_and_bound_may_be_typed_beside_the_number(text, value, bound):
    sent = {"gtsx-value": text, "gtsx-target": "20.000 tỷ đồng", "gtsx-note": "trên 5", **ROW}
    form = RowForm(sent, indicator=catalogue()["gtsx"], cells={}, form="grid")
    assert form.is_valid(), form.errors
    reached, target, _baseline = form.typed()
    assert (str(reached.value), reached.bound, reached.note) == (value, bound, "trên 5")
    assert (target.value, target.bound) == (Decimal(20000), Bound.EXACT)


@pytest.mark.parametrize("text", ["5 triệu đồng", "1e9", "1.2345,5", "trên", "5 trên"])
def test_what_stands_beside_a_number_and_is_neither_its_unit_nor_its_bound_is_wrong(text):
    assert not RowForm({"gtsx-value": text, **ROW}, indicator=catalogue()["gtsx"], cells={}, form="grid").is_valid()


def test_a_stored_number_is_shown_with_its_digits():
    assert [as_typed(text) for text in ("19200.50", "-0.120", "")] == ["19.200,50", "-0,120", ""]


@pytest.mark.parametrize(
    ("period", "told"), [("2020-M9", "2020-H1"), ("2020-H1", "2020-Q1"), ("2020-M8", "2020-M7"), ("2020-Q2", "2020-Q1"), ("2020", "2019")]
)
def test_beside_a_cumulative_period_stands_the_one_told_before_it(period, told):
    assert str(previous(Period.parse(period))) == told


def test_the_grid_shows_what_stood_in_earlier_periods_and_what_the_ledger_has(browser, figure, confirm, town):
    confirm(figure(period="2018", value=16700, comparisons=[], bound="exact"))
    confirm(figure(comparisons=[]))
    page = browser.get(grid(town)).content.decode()
    assert "trong sổ: trên 19.200 tỷ đồng" in page
    assert page.count("16.700 tỷ đồng") == 2  # the period before a year is the year before


def test_a_row_is_saved_and_says_so(browser, town):
    answer = keep(browser, town, value="19.200,50", bound="over", note="theo phòng Kinh tế")
    assert (answer.status_code, answer["X-Row"]) == (200, "gtsx")
    assert "đã lưu" in answer.content.decode()
    cell = FilingCell.objects.get()
    assert (cell.value, cell.bound, cell.note) == ("19200.50", Bound.OVER, "theo phòng Kinh tế")
    assert 'value="19.200,50"' in browser.get(grid(town)).content.decode()


def test_wrong_input_is_told_in_its_row_and_nothing_is_saved(browser, town):
    answer = keep(browser, town, value="mười chín nghìn")
    assert answer.status_code == 422
    assert "không phải là số" in answer.content.decode()
    assert not FilingCell.objects.exists()


def test_another_persons_figure_comes_back_beside_ones_own_and_is_not_overwritten(browser, town, clerk):
    typed = [filing.Typed(Role.ACTUAL, Decimal(18000), "tỷ đồng")]
    filing.draft(place=town, period=PERIOD, indicator="gtsx", typed=typed, seen={}, by=clerk)
    answer = keep(browser, town, value="19.200")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "18.000 tỷ đồng" in page
    assert FilingCell.objects.get().value == "18000"
    seen = page.split('name="gtsx-seen" value="')[1].split('"')[0]
    assert read_seen(seen)[Role.ACTUAL] == 1
    assert keep(browser, town, value="19.200", seen=seen).status_code == 200
    assert FilingCell.objects.get().value == "19200"


def test_a_doubt_is_told_at_once_and_does_not_hold_the_figure_up(browser, town):
    answer = browser.post(
        f"/ledger/entry/{town.code}/row/",
        {"period": "2019", "row": "ho_ngheo", "ho_ngheo-value": "112", "ho_ngheo-unit": "%", "ho_ngheo-bound": "exact",
         "ho_ngheo-status": "provisional"},
        headers=HTMX,
    )  # fmt: skip
    assert answer.status_code == 200
    assert "nghi ngờ" in answer.content.decode()
    assert FilingCell.objects.get().value == "112"


def test_the_whole_form_keeps_the_right_rows_and_gives_the_wrong_ones_back(browser, town):
    sent = {"period": "2019", **ROW, "gtsx-value": "19.200", "dan_so-value": "nhiều", "dan_so-unit": "người", "dan_so-bound": "exact",
            "dan_so-status": "provisional", "act": "submit"}  # fmt: skip
    answer = browser.post(f"/ledger/entry/{town.code}/", sent)
    assert answer.status_code == 422
    assert 'value="nhiều"' in answer.content.decode()
    assert [cell.value for cell in FilingCell.objects.all()] == ["19200"]
    assert Filing.objects.get().state == "draft"


def test_of_many_rows_those_that_are_wrong_are_one_press_away(browser, town):
    sent = {"period": "2019", "gtsx-value": "mười", **ROW, "ho_ngheo-value": "ít", "ho_ngheo-bound": "exact", "ho_ngheo-unit": "%"}
    page = browser.post(
        f"/ledger/entry/{town.code}/", sent | {"ho_ngheo-status": "provisional", "ho_ngheo-seen": "0.0.0-"}
    ).content.decode()
    assert re.findall(r'<a href="#(in_\w+-value)">', page) == ["in_gtsx-value", "in_ho_ngheo-value"]
    assert all(f'id="{there}"' in page for there in ("in_gtsx-value", "in_ho_ngheo-value"))


def test_the_list_without_any_filing_says_how_to_begin_one_and_narrows_nothing(browser, town):
    page = browser.get("/ledger/filings/").content.decode()
    assert "Chưa có biểu nào. Chọn địa bàn và kỳ ở trên rồi nhập số liệu." in page
    assert "Lọc danh sách" not in page
    assert "Không có biểu nào phù hợp." in browser.get("/ledger/filings/?state=locked").content.decode()


def test_a_row_that_was_not_touched_never_conflicts(browser, town, clerk):
    page = browser.get(grid(town)).content.decode()
    seen = page.split('name="gtsx-seen" value="')[1].split('"')[0]
    typed = [filing.Typed(Role.ACTUAL, Decimal(18000), "tỷ đồng")]
    filing.draft(place=town, period=PERIOD, indicator="gtsx", typed=typed, seen={}, by=clerk)
    assert keep(browser, town, value="", target="", baseline="", note="", seen=seen).status_code == 200
    assert FilingCell.objects.get().value == "18000"


def test_the_form_submits_and_a_head_approves_and_locks(browser, heads_browser, town):
    sent = {
        "period": "2019",
        **ROW,
        "gtsx-value": "19.200",
        "gtsx-target": "20.000",
        "basis": "Nghị quyết 05",
        "version": "0",
        "act": "submit",
    }
    assert "Đã gửi" in browser.post(f"/ledger/entry/{town.code}/", sent, follow=True).content.decode()
    held = filings.of_place(town, PERIOD)
    assert (held.state, held.basis) == ("submitted", "Nghị quyết 05")
    page = heads_browser.get(grid(town)).content.decode()
    assert "Duyệt" in page
    assert 'name="gtsx-value"' not in page
    for version, step in ((1, "approve"), (2, "lock")):
        assert heads_browser.post(f"/ledger/filings/{held.pk}/{step}/", {"version": version}).status_code == 302
    assert filings.of_place(town, PERIOD).state == "locked"
    assert Entry.objects.filter(role=1).count() == 2
    assert keep(browser, town, value="19.300").status_code == 409


def test_a_step_on_an_old_page_is_refused_with_who_was_first(browser, heads_browser, town):
    keep(browser, town, value="19.200")
    browser.post(f"/ledger/entry/{town.code}/", {"period": "2019", "version": "0", "act": "submit"})
    held = filings.of_place(town, PERIOD)
    answer = heads_browser.post(f"/ledger/filings/{held.pk}/approve/", {"version": 0})
    assert answer.status_code == 409
    assert "Người thử unit" in answer.content.decode()


def test_the_list_says_how_far_each_is_and_is_taken_away(browser, town):
    keep(browser, town, value="19.200")
    page = browser.get("/ledger/filings/?state=draft&place=dong trieu&period=2019").content.decode()
    count = len(browser.get(grid(town)).context["groups"]) and browser.get(grid(town)).context["count"]
    assert f"1/{count}" in page
    rows = browser.get("/ledger/filings/?export=csv").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith(f"205,thị xã Đông Triều,năm 2019,đang nhập,1,{count},")
    assert "thị xã" not in browser.get("/ledger/filings/?state=locked").content.decode().split("<tbody>")[-1].split("</main>")[0]


def test_entering_figures_begins_with_a_place_and_a_period(browser, town):
    answer = browser.get("/ledger/filings/begin/?code=205&period=quý I/2020")
    assert answer["Location"] == "/ledger/entry/205/?period=2020-Q1"
    assert browser.get("/ledger/filings/begin/?code=205&period=hôm nào", follow=True).status_code == 422


def test_a_place_to_enter_figures_for_is_named_in_any_letters_and_told_apart_by_its_code(browser, town):
    def begun(name):
        return browser.get("/ledger/filings/begin/", {"code": name, "period": "quý I/2020"}, follow=True)

    for name in ("đông triều", "Thị xã Đông Triều", "dong trieu"):
        assert begun(name).redirect_chain[-1][0].startswith("/ledger/entry/205/"), name
    for code in ("08001", "08002"):
        make_place(code, "phường", "Kim Sơn", town)
    several, unknown = begun("Kim Sơn"), begun("Hạ Lĩnh")
    assert (several.status_code, unknown.status_code) == (422, 422)
    assert "phường Kim Sơn (08001) · phường Kim Sơn (08002). Hãy ghi mã." in several.content.decode()
    assert "không nhập số liệu cho địa bàn nào tên “Hạ Lĩnh”" in unknown.content.decode() and 'value="Hạ Lĩnh"' in unknown.content.decode()


def test_the_grid_asks_as_little_of_the_database_for_many_figures_as_for_few(browser, town, unit, django_assert_max_num_queries):
    for key, known in list(catalogue().items())[:40]:
        typed = [filing.Typed(Role.ACTUAL, Decimal(5), known.unit)]
        filing.draft(place=town, period=PERIOD, indicator=key, typed=typed, seen={}, by=unit)
    with django_assert_max_num_queries(26):
        assert browser.get(grid(town, rows="all")).status_code == 200


def test_a_period_that_is_none_is_not_found(browser, town):
    assert browser.get(grid(town, period="2020-Q7")).status_code == 404


def test_the_grid_of_a_place_that_is_no_more_opens_with_its_last_quarter_and_of_later_ones_only_to_read(browser, town):
    town.valid_to = date(2019, 7, 1)
    town.save()
    assert browser.get(f"/ledger/entry/{town.code}/").context["period"] == "2019-Q2"
    assert "gtsx-value" not in browser.get(grid(town, period="2020")).content.decode()
