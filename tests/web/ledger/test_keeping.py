"""The catalogue as a steward keeps it: added, changed, retired, its wordings; what came with Giaoban is only retired."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.model import Period, Refused, Role
from giaoban_web.errors import Conflict
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.ledger import catalogue, filing, keeping
from giaoban_web.ledger.importing import Arriving, bring_in
from giaoban_web.ledger.keeping_forms import IndicatorForm
from giaoban_web.ledger.models import Indicator, Posting, Wording
from giaoban_web.ledger.posting import ranked
from tests.web.facts import FIGURE

BUSES = {"name": "Số lượt xe buýt", "group": "Giao thông", "units": ["lượt"], "aggregation": "sum", "frequency": "month"}
SENT = {"name": "Số lượt xe buýt", "group": "Giao thông", "units": "lượt; nghìn lượt", "nature": "flow", "direction": "higher",
        "aggregation": "sum", "frequency": "month"}  # fmt: skip


@pytest.fixture
def browser(sign_in, steward):
    return sign_in(steward)


@pytest.fixture
def buses(steward):
    return keeping.add_indicator(definition=BUSES, by=steward)


def test_an_added_indicator_is_known_to_the_core_and_matched_by_its_name(buses):
    known = catalogue.catalogue()[buses.key]
    assert (known.name, known.unit, known.aggregation) == ("Số lượt xe buýt", "lượt", "sum")
    assert ranked(FIGURE | {"indicator": "số lượt xe buýt", "unit": "lượt"})[0].indicator == buses.key


def test_an_added_indicator_never_has_the_key_of_one_that_comes_with_giaoban(buses, steward):
    assert buses.key == "own-so-luot-xe-buyt"
    keeping.change_indicator(row=buses, definition=BUSES | {"name": "Lượt xe buýt"}, seen=keeping.mark(buses), by=steward)
    assert keeping.add_indicator(definition=BUSES, by=steward).key == "own-so-luot-xe-buyt-2"
    assert not any(key.startswith(keeping.OWN) for key in Indicator.objects.filter(shipped=True).values_list("key", flat=True))


def test_a_name_that_is_taken_is_refused(steward):
    with pytest.raises(Refused, match="indicator-name-taken"):
        keeping.add_indicator(definition=BUSES | {"name": "tổng giá trị  sản xuất".replace("  ", " ")}, by=steward)


def test_a_change_is_kept_with_what_was_before_and_a_second_at_once_is_told(buses, steward):
    seen = keeping.mark(buses)
    keeping.change_indicator(row=buses, definition=BUSES | {"group": "Đô thị"}, seen=seen, by=steward)
    assert Indicator.objects.get(pk=buses.pk).group == "Đô thị"
    assert LogEntry.objects.get(act="indicator changed").details["before"] == {"group": "Giao thông"}
    with pytest.raises(Conflict, match="indicator-changed-meanwhile"):
        keeping.change_indicator(row=buses, definition=BUSES | {"group": "Khác"}, seen=seen, by=steward)


def test_what_came_with_giaoban_is_retired_and_offered_again_but_not_changed(steward, figure, confirm):
    row = Indicator.objects.get(key="gtsx")
    with pytest.raises(Refused, match="indicator-shipped"):
        keeping.change_indicator(row=row, definition=BUSES, seen=keeping.mark(row), by=steward)
    keeping.retire(row=row, retired=True, reason="Thay bằng GRDP", by=steward)
    assert "gtsx" not in catalogue.catalogue()
    confirm(figure(comparisons=[]))
    assert Posting.objects.get().indicator is None
    keeping.retire(row=Indicator.objects.get(key="gtsx"), retired=False, reason="Vẫn giao", by=steward)
    assert "gtsx" in catalogue.catalogue()


def test_units_that_figures_of_the_ledger_are_in_are_kept(buses, steward, town):
    typed = [filing.Typed(Role.ACTUAL, Decimal(12), "lượt")]
    (cell,) = filing.draft(place=town, period=Period.parse("2020-01"), indicator=buses.key, typed=typed, seen={}, by=steward)
    filing.move(filing=cell.filing, step="submit", seen=0, by=steward)
    with pytest.raises(Refused, match="indicator-unit-in-use"):
        keeping.change_indicator(row=buses, definition=BUSES | {"units": ["tấn"]}, seen=keeping.mark(buses), by=steward)
    keeping.change_indicator(row=buses, definition=BUSES | {"units": ["nghìn lượt", "lượt"]}, seen=keeping.mark(buses), by=steward)


def test_a_wording_taught_is_matched_and_forgotten_it_is_not(steward):
    row = Indicator.objects.get(key="ocop")
    fields = FIGURE | {"indicator": "hàng đặc sản gắn sao", "unit": "sản phẩm"}
    assert not any(match.sure for match in ranked(fields))
    wording = keeping.add_wording(row=row, text="hàng  đặc sản gắn sao", by=steward)
    assert (ranked(fields)[0].indicator, ranked(fields)[0].sure) == ("ocop", True)
    keeping.remove_wording(wording=wording, by=steward)
    assert not any(match.sure for match in ranked(fields))
    assert [each.act for each in LogEntry.objects.filter(act__startswith="wording").order_by("number")] == [
        "wording added",
        "wording removed",
    ]
    assert history.verify() is None


@pytest.mark.parametrize("text", ["Tổng giá trị sản xuất", "chuyến xe buýt"])
def test_words_that_name_an_indicator_already_are_refused(text, buses, steward):
    keeping.add_wording(row=buses, text="chuyến xe buýt", by=steward)
    with pytest.raises(Refused, match="wording-taken"):
        keeping.add_wording(row=Indicator.objects.get(key="ocop"), text=text, by=steward)


@pytest.mark.parametrize("role", ["clerk", "head", "leader", "unit", "administrator"])
def test_nobody_but_a_steward_keeps_the_catalogue(role, person, town):
    with pytest.raises(Refused, match="not-allowed-here"):
        keeping.add_indicator(definition=BUSES, by=person(role, town, "khac"))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"units": " ; "}, "units"),
        ({"aggregation": "weighted_mean"}, "weight"),
        ({"nature": "ratio", "aggregation": "sum"}, "aggregation"),
        ({"name": ""}, "name"),
    ],
)
def test_a_definition_that_cannot_be_is_told_at_its_field(db, changed, field):
    assert list(IndicatorForm(SENT | changed).errors) == [field]


def test_a_steward_adds_changes_and_teaches_on_the_pages(browser):
    page = browser.post("/ledger/keeping/add/", SENT, follow=True).content.decode()
    assert "lượt; nghìn lượt" in page
    row = Indicator.objects.get(shipped=False)
    form = browser.get(f"/ledger/keeping/{row.key}/edit/").context["form"]
    sent = {**SENT, "source": "Quyết định 12/QĐ-UBND", "seen": form["seen"].value()}
    assert "Quyết định 12/QĐ-UBND" in browser.post(f"/ledger/keeping/{row.key}/edit/", sent, follow=True).content.decode()
    assert browser.post(f"/ledger/keeping/{row.key}/edit/", sent).status_code == 409
    browser.post(f"/ledger/keeping/{row.key}/wordings/", {"text": "chuyến xe buýt"})
    answer = browser.post(f"/ledger/keeping/{row.key}/wordings/", {"text": "Chuyến xe buýt"})
    assert answer.status_code == 409
    assert 'value="Chuyến xe buýt"' in answer.content.decode()
    assert Wording.objects.get().text == "chuyến xe buýt"
    listed = browser.get("/ledger/keeping/?origin=own").content.decode()
    assert "Số lượt xe buýt" in listed
    assert "Tổng giá trị sản xuất" not in listed
    assert "own-so-luot-xe-buyt" in browser.get("/ledger/keeping/?export=csv").content.decode("utf-8-sig")


def test_an_indicator_is_not_retired_without_a_reason(browser):
    assert browser.post("/ledger/keeping/gtsx/retire/", {"retired": "1", "reason": ""}).status_code == 422
    assert Indicator.objects.get(key="gtsx").retired_at is None


def test_what_came_with_giaoban_has_no_form(browser):
    assert browser.get("/ledger/keeping/gtsx/edit/").status_code == 409


WORKED = {"name": "Thu ngân sách bình quân đầu người", "group": "Tài chính", "units": "triệu đồng/người", "nature": "ratio",
          "aggregation": "none", "numerator": "thu_nsnn", "denominator": "dan_so"}  # fmt: skip


def test_an_indicator_made_of_two_others_is_worked_out_from_their_figures(browser, steward, town):
    page = browser.post("/ledger/keeping/add/", SENT | WORKED | {"breakdowns": ["sex"], "low": "0"}, follow=True).content.decode()
    assert "Thu ngân sách nhà nước trên địa bàn (triệu đồng) / Dân số trung bình (người)" in page
    assert "giới tính" in page
    row = Indicator.objects.get(shipped=False)
    known = catalogue.catalogue()[row.key]
    assert (known.breakdowns, known.low, known.formula.scale) == (("sex",), 0, 1)
    form = browser.get(f"/ledger/keeping/{row.key}/edit/").context["form"]
    assert (form["numerator"].value(), form["denominator"].value(), form["breakdowns"].value()) == ("thu_nsnn", "dan_so", ["sex"])
    told = {"place": town.code, "period": "2019"}
    money, people = (
        {"indicator": "thu_nsnn", "value": "2572", "unit": "tỷ đồng"},
        {"indicator": "dan_so", "value": "180000", "unit": "người"},
    )
    bring_in([("2", told | money), ("3", told | people)], Arriving("a.csv", town, "a" * 64, date(2020, 1, 10), steward))
    assert "14,29 triệu đồng/người" in browser.get(f"/ledger/places/{town.code}/").content.decode()


@pytest.mark.django_db
def test_a_percentage_of_two_like_things_is_a_hundred_times_their_ratio():
    form = IndicatorForm(SENT | WORKED | {"units": "%", "numerator": "so_ho", "denominator": "so_ho"})
    assert form.is_valid(), form.errors
    assert form.definition()["formula"]["scale"] == 100


@pytest.mark.django_db
@pytest.mark.parametrize(("changed", "field"), [({"denominator": ""}, "denominator"), ({"low": "5", "high": "5"}, "high")])
def test_half_a_formula_and_limits_that_leave_nothing_are_told(changed, field):
    assert list(IndicatorForm(SENT | WORKED | changed).errors) == [field]
