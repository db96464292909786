"""Output a head in đồng and in dollars: both stand, each is shown, drawn and taken away by itself, and neither is added to the other."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from giaoban.exchange.figures import row as leaving
from giaoban.exchange.formats import READABLE, read
from giaoban_web.ledger import across, comparison, entering
from giaoban_web.ledger.exporting import Selection, selected, written
from giaoban_web.ledger.importing import Arriving, bring_in
from giaoban_web.ledger.models import Entry, Indicator, Line, ReportingPeriod, Source, SourceKind, Unit
from giaoban_web.ledger.queries import standing_in
from tests.web.conftest import make_place
from tests.web.ledger.rolled import of_period

ROW = {"indicator": "grdp_pc", "place": "205", "period": "2019", "status": "final"}
DONG, USD = {"value": "110.5", "unit": "triệu đồng/người"}, {"value": "4700", "unit": "USD/người"}


@pytest.fixture
def browser(sign_in, steward):
    return sign_in(steward)


@pytest.fixture
def bring(steward, town):
    def enter(*rows, file="a"):
        arriving = Arriving(f"{file}.csv", town, file * 64, date(2020, 1, 10), steward)
        return bring_in([(str(at), ROW | each) for at, each in enumerate(rows, 2)], arriving)

    return enter


def lines():
    return sorted(Line.objects.filter(indicator__key="grdp_pc").values_list("breakdown", flat=True))


def test_both_currencies_of_one_place_and_period_stand(bring):
    assert bring(DONG, USD).added == 2
    assert lines() == ["", "unit=USD/person"]
    assert [str(each.entry.value) for each in standing_in(Entry.objects.order_by("line"))] == ["110.5", "4700"]


def test_two_units_that_convert_share_a_line_and_the_later_one_stands(bring):
    bring(DONG)
    bring({"value": "111000", "unit": "nghìn đồng/người", "status": "revised"}, file="b")
    assert lines() == [""]
    assert [str(each.entry.value) for each in standing_in(Entry.objects.all())] == ["111000"]


def test_what_a_file_says_of_the_part_does_not_put_dollars_among_dong(bring):
    bring(USD | {"breakdown": ""}, DONG | {"breakdown": "unit=USD/person"})
    assert lines() == ["", "unit=USD/person"]


def test_a_level_in_a_unit_that_its_indicator_is_not_told_in_is_refused_with_its_units(bring):
    outcome = bring(DONG | {"unit": "con"})
    assert (outcome.added, outcome.refused) == (0, 1)
    assert (outcome.problems[0].why.code, outcome.problems[0].why.values["units"]) == (
        "unit-not-of-indicator",
        "triệu đồng/người, USD/người",
    )


def test_a_figure_typed_or_read_in_dollars_goes_to_the_line_of_dollars(town, steward):
    from django.db import transaction

    from giaoban.ledger import Cell, Status
    from giaoban.model import Period, Quantity, Role
    from giaoban_web.ledger.rows import decimal

    source = Source.objects.create(kind=SourceKind.FORM, name="form", place=town, reported_on=date(2020, 1, 1), by=steward)
    cell = Cell("grdp_pc", "205", Period.parse("2019"))
    with transaction.atomic():
        for value, unit in (("4700", "USD/người"), ("110", "triệu đồng/người")):
            told = Quantity(decimal(value), unit)
            entering.enter(cell=cell, place=town, quantity=told, role=Role.ACTUAL, status=Status.FINAL, source=source)
    assert lines() == ["", "unit=USD/person"]


def test_the_page_of_the_place_shows_both_and_compares_each_with_its_own_past(bring, browser):
    bring(DONG, USD, DONG | {"period": "2018", "value": "100"}, USD | {"period": "2018", "value": "4000"})
    page = browser.get("/ledger/places/205/").content.decode()
    assert page.count("GRDP bình quân đầu người</a>") == 2
    assert "tính bằng USD/người" in page
    assert "tăng 10,5%" in page
    assert "tăng 17,5%" in page


def test_the_page_of_the_indicator_ranks_one_currency_at_a_time(bring, browser, steward, town):
    make_place("07090", "phường", "Mạo Khê", town)
    bring(DONG, USD | {"place": "07090"})
    of_dollars = Line.objects.get(breakdown="unit=USD/person")
    page = browser.get(f"/ledger/indicators/grdp_pc/?line={of_dollars.pk}").content.decode()
    assert "4.700 USD/người" in page
    assert "110,5 triệu đồng/người" not in page
    rows = across.ranked(across.seen_by(steward), of_dollars, ReportingPeriod.objects.get())
    assert (len(rows), rows.unit) == (1, "USD/người")


def test_dollars_are_put_together_with_dollars_alone(bring, town):
    wards = [make_place(f"0709{number}", "phường", f"Số {number}", town) for number in range(2)]
    bring(
        *({"indicator": "tai_nan_gt", "place": each.code, "value": str(3 + at), "unit": "vụ"} for at, each in enumerate(wards)),
        *({"indicator": "tai_nan_gt", "place": each.code, "value": str(1 + at), "unit": "người"} for at, each in enumerate(wards)),
    )
    found = {line.breakdown: of_period(line, ReportingPeriod.objects.get()) for line in Line.objects.all()}
    sums = {part: {(str(each.quantity.value), each.quantity.unit) for each in rows if each.quantity} for part, rows in found.items()}
    assert sums == {"": {("7", "vụ")}, "unit=person": {("3", "người")}}


@pytest.mark.parametrize("form", READABLE)
def test_both_go_out_and_come_in_again_without_changing_anything(bring, steward, town, form):
    bring(DONG, USD)
    before = sorted((leaving(each)["breakdown"], leaving(each)["value"]) for each in selected(steward, Selection()))
    _known, pieces = written(selected(steward, Selection()), form)
    data = b"".join(pieces)
    told = list(read(data, form))
    assert len(told) == 2
    again = bring_in([(each.address, leaving(each.told)) for each in told], Arriving("b", town, "b" * 64, date(2020, 2, 1), steward))
    assert (again.added, again.refused) == (0, 0)
    assert sorted((leaving(each)["breakdown"], leaving(each)["value"]) for each in selected(steward, Selection())) == before


def test_the_chart_of_a_comparison_says_what_it_leaves_out(bring, browser, town, steward):
    """Only what came into a line before its units were told apart can be so."""
    ward = make_place("07090", "phường", "Mạo Khê", town)
    bring(DONG, DONG | {"period": "2018"}, DONG | {"place": "07090"})
    odd = Entry.objects.get(place=ward)
    told = {"place": ward, "line": odd.line, "period": ReportingPeriod.objects.get(text="2018"), "number": 0, "source": odd.source}
    Entry.objects.create(**told, amount=9, unit=Unit.objects.create(name="con"))
    address = "/ledger/indicators/grdp_pc/compare/?place=205&place=07090"
    page = browser.get(address).content.decode()
    assert "không quy đổi được" in page
    assert "Mạo Khê, năm 2018: 9 con" in " ".join(page.split())
    sheet = load_workbook(io.BytesIO(b"".join(browser.get(address + "&export=xlsx")))).active
    assert sheet["B1"].value == "Thị xã Đông Triều (triệu đồng/người)"
    assert "9 con" in [each.value for row in sheet.rows for each in row]


def test_a_chart_draws_figures_of_units_that_convert_in_one_of_them(bring, steward, town):
    ward = make_place("07090", "phường", "Mạo Khê", town)
    bring(DONG, {"value": "95000", "unit": "nghìn đồng/người", "place": "07090"})
    line = Line.objects.get()
    drawn, left_out = comparison.chart(line, comparison.compare(steward, line, [town, ward]))
    assert left_out == ()
    assert "Mạo Khê" in drawn


def test_the_parts_of_an_indicator_follow_its_whole_and_say_which_they_are(bring, browser):
    jobs = {"indicator": "viec_lam", "unit": "người"}
    bring(jobs | {"value": "90", "breakdown": "sex=male"}, jobs | {"value": "210"}, jobs | {"value": "120", "breakdown": "sex=female"})
    page = browser.get("/ledger/places/205/").content.decode()
    whole, women, men = (page.index(f">{value} người<") for value in ("210", "120", "90"))
    assert whole < women < men
    assert '<span class="part">nữ</span>' in page
    assert Indicator.objects.get(key="viec_lam").name in page
