"""The entry grid beyond one number for a whole: parts of an indicator, another currency, ranges."""

from decimal import Decimal

import pytest

from giaoban.model import Period, Role
from giaoban.reference.indicators import catalogue
from giaoban_web.ledger import filing, filings
from giaoban_web.ledger.filing_parts import parts, units
from giaoban_web.ledger.forms_entry import RowForm, as_typed
from giaoban_web.ledger.models import Entry, Filing, FilingCell, Line

HTMX = {"HX-Request": "true"}
ROW = {"unit": "người", "bound": "exact", "status": "provisional", "seen": "0.0.0-"}
WOMEN = "viec_lam:sex=female"


@pytest.fixture
def browser(sign_in, person, town):
    return sign_in(person("unit", town))


@pytest.fixture
def keep(browser, town):
    def make(row, **fields):
        sent = {"period": "2019", "row": row} | {f"{row}-{name}": value for name, value in (ROW | fields).items()}
        return browser.post(f"/ledger/entry/{town.code}/row/", sent, headers=HTMX)

    return make


@pytest.fixture
def page(browser, town):
    return lambda rows="": browser.get(f"/ledger/entry/{town.code}/?period=2019&rows={rows}").content.decode()


def settle(town, person):
    for step, by in (("submit", person("unit", town, "gửi")), ("approve", person("head", town, "duyệt"))):
        held = Filing.objects.get()
        filing.move(filing=held, step=step, seen=held.version, by=by)


def test_parts_have_rows_of_their_own_where_they_are_asked_for(page):
    assert f'data-row="{WOMEN}"' not in page()
    with_parts = page("parts")
    assert with_parts.index('data-row="viec_lam"') < with_parts.index(f'data-row="{WOMEN}"')
    assert "(Số lao động có việc làm mới)" in with_parts or 'class="part">nữ' in with_parts


def test_a_part_that_was_typed_is_shown_from_then_on(keep, page):
    assert keep(WOMEN, value="120").status_code == 200
    assert (FilingCell.objects.get().breakdown, FilingCell.objects.get().value) == ("sex=female", "120")
    assert f'data-row="{WOMEN}"' in page()


def test_a_whole_and_its_part_are_typed_one_beside_the_other_and_entered_in_their_cells(keep, town, person):
    keep("viec_lam", value="210")
    keep(WOMEN, value="120", target="100")
    settle(town, person)
    told = Entry.objects.filter(status=0, role=0).values_list("line__breakdown", "amount")
    assert sorted(told) == [("", 210), ("sex=female", 120)]


def test_only_wholes_are_counted_as_filled(keep, browser, town, page):
    keep(WOMEN, value="120")
    assert browser.get(f"/ledger/entry/{town.code}/?period=2019").context["filled"] == 0
    keep("viec_lam", value="210")
    assert browser.get(f"/ledger/entry/{town.code}/?period=2019&rows=parts").context["filled"] == 1
    assert [each.filled for each in filings.visible_to(FilingCell.objects.first().by)] == [1]


def test_parts_that_are_more_than_their_whole_are_doubted_at_the_part(keep):
    keep("viec_lam", value="100")
    assert "remarks" not in keep(WOMEN, value="20").content.decode()
    assert "remarks" in keep(WOMEN, value="120", seen="1.0.0-").content.decode()


def test_a_row_that_no_indicator_has_is_not_found(keep):
    for row in ("viec_lam:sex=other", "viec_lam:", "khong_co:sex=female", "gtsx:sex=female"):
        assert keep(row, value="1").status_code == 404


def test_dollars_have_a_row_of_their_own_with_their_own_units(keep, page, town, person):
    known = catalogue()["grdp_pc"]
    assert parts(known) == ["unit=USD/person"]
    assert (units(known, ""), units(known, "unit=USD/person")) == (("triệu đồng/người",), ("USD/người",))
    assert "tính bằng USD/người" in page("all")
    keep("grdp_pc", value="110", unit="triệu đồng/người")
    assert keep("grdp_pc:unit=USD/person", value="4.700", unit="USD/người").status_code == 200
    settle(town, person)
    assert sorted(Line.objects.values_list("breakdown", flat=True)) == ["", "unit=USD/person"]


def test_the_dead_of_accidents_are_counted_in_people():
    known = catalogue()["tai_nan_gt"]
    assert parts(known) == ["outcome=injured", "outcome=killed"]
    assert (units(known, ""), units(known, "outcome=killed")) == (("vụ",), ("người",))


def typed_in(text):
    fields = ROW | {"unit": "tỷ đồng", "value": text}
    return RowForm({f"gtsx-{name}": value for name, value in fields.items()}, indicator=catalogue()["gtsx"], cells={}, form="grid")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("10–12", 10, 12), ("10-12,5", 10, "12.5"), ("1.000 - 1.200", 1000, 1200), ("-3 – -1", -3, -1), ("-3", -3, None)],
)
def test_a_range_is_typed_with_a_dash(text, low, high):
    form = typed_in(text)
    assert form.is_valid(), form.errors
    assert (form.typed()[0].value, form.typed()[0].value_to) == (Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize("text", ["12–10", "10–10", "10–", "–", "10–12–14", "10–mười"])
def test_what_is_no_range_is_told(text):
    assert typed_in(text).errors


def test_a_range_is_kept_shown_and_entered_as_a_range(keep, page, town, person):
    assert keep("gtsx", value="19.000–19.200", unit="tỷ đồng", target="19.500 - 20.000").status_code == 200
    assert 'value="19.000–19.200"' in page()
    assert as_typed("10", "12.50") == "10–12,50"
    settle(town, person)
    told = {entry.role: (str(entry.value), str(entry.value_to)) for entry in Entry.objects.filter(status__in=[0, 1])}
    assert told[0] == ("19000", "19200")
    assert told[1] == ("19500", "20000")


def test_a_range_that_only_changes_its_upper_end_is_a_change(keep, town):
    keep("gtsx", value="19.000–19.200", unit="tỷ đồng")
    keep("gtsx", value="19.000–19.300", unit="tỷ đồng", seen="1.0.0-")
    assert [(cell.value, cell.value_to, cell.number) for cell in FilingCell.objects.filter(role=Role.ACTUAL)] == [("19000", "19300", 2)]
    assert filings.of_place(town, Period.parse("2019")).cells.count() == 1
