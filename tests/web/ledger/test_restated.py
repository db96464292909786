"""Figures go over changes of places where that is honest, and are refused where not; a declared change says what becomes of series."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.ledger.crosswalk import Basis
from giaoban.model import Refused
from giaoban_web.ledger import comparison
from giaoban_web.ledger.effects import effects
from giaoban_web.ledger.models import Line
from giaoban_web.ledger.restated import Shown
from giaoban_web.places.actions import declare
from giaoban_web.places.effects import What
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.planning import After, Declared, plan
from giaoban_web.places.queries import at
from tests.web.conftest import make_place
from tests.web.facts import FIGURE

DAY = date(2025, 7, 1)
POVERTY = FIGURE | {"indicator": "tỷ lệ hộ nghèo", "unit": "%"}


@pytest.fixture
def wards(town):
    return [make_place(f"0706{number}", "phường", f"Số {number}", town) for number in range(3)]


@pytest.fixture
def tell(fact, make_record, confirm):
    """tell(place, value, fields) confirms a figure of 2024 about the place."""

    def make(place, value, fields=FIGURE, period="2024"):
        record = make_record(place, None, name=f"{place.pk}{fields['unit']}{period}.txt")
        told = fields | {"value": value, "period": period, "place": None, "comparisons": [], "bound": "exact"}
        confirm(fact(record, "observation", "Tổng giá trị sản xuất", told, verdict=None))

    return make


@pytest.fixture
def change(person, province):
    def happen(kind, places, afters, **rest):
        declared = Declared(kind, DAY, "1/NQ", tuple(places), tuple(afters), **rest)
        wanted = plan(declared)
        declare(declared, seen=wanted.digest, by=person("steward", province))
        return wanted

    return happen


@pytest.fixture
def merge(change, wards, town):
    return lambda: change(EventKind.MERGER, wards[:2], [After("07300", Kind.WARD, "Hợp Nhất", town)])


def line(key="gtsx"):
    return Line.objects.get(indicator__key=key, measure="level")


def cell(clerk, key="gtsx", basis=None):
    compared = comparison.compare(clerk, line(key), [at("07300", DAY)], restate=True, basis=basis)
    return compared.periods[0][1][0]


def test_what_adds_up_is_summed_over_a_merger(tell, merge, wards, clerk):
    tell(wards[0], 100)
    tell(wards[1], 23)
    merge()
    told = cell(clerk)
    assert isinstance(told, Shown)
    assert told.quantity.value == 123
    assert [part.place for part, _share in told.parts] == wards[:2]


def test_a_ratio_is_refused_with_its_reason(tell, merge, wards, clerk):
    tell(wards[0], 1, POVERTY)
    tell(wards[1], 2, POVERTY)
    merge()
    assert cell(clerk, "ho_ngheo").code == "restate-ratio"


def test_what_is_no_ratio_and_not_added_is_not_called_one(tell, merge, wards, town, clerk):
    members = FIGURE | {"indicator": "Tổng số đảng viên", "unit": "đảng viên", "multiplier": "1"}
    tell(wards[0], 112, members)
    tell(wards[1], 98, members)
    wanted = plan(Declared(EventKind.MERGER, DAY, "1/NQ", tuple(wards[:2]), (After("07300", Kind.WARD, "Hợp Nhất", town),)))
    assert [each.why.code for each in effects(wanted)] == ["restate-not-added"]
    merge()
    assert cell(clerk, "dang_vien").code == "restate-not-added"


def test_a_sum_without_one_of_its_parts_is_refused_and_names_it(tell, merge, wards, clerk):
    tell(wards[0], 100)
    merge()
    refused = cell(clerk)
    assert isinstance(refused, Refused)
    assert refused.values["names"] == "phường Số 1"


def test_a_part_is_split_by_the_share_that_was_measured(tell, change, wards, town, clerk):
    tell(wards[0], 100)
    afters = [After("07300", Kind.WARD, "Đông", town, Decimal(40)), After("07301", Kind.WARD, "Tây", town, Decimal(60))]
    change(EventKind.SPLIT, wards[:1], afters)
    assert cell(clerk, basis=Basis.AREA).quantity.value == 40
    assert cell(clerk).code == "restate-no-share"


def test_without_asking_nothing_is_restated(tell, merge, wards, clerk):
    tell(wards[0], 100)
    merge()
    assert comparison.compare(clerk, line(), [at("07300", DAY)]).periods == ()


def test_the_page_shows_a_restated_figure_with_its_parts(tell, merge, wards, clerk, sign_in):
    tell(wards[0], 100)
    tell(wards[1], 23)
    merge()
    page = sign_in(clerk).get("/ledger/indicators/gtsx/compare/?place=07300&restate=on").content.decode()
    assert "123 tỷ đồng" in page
    assert "Phường Số 0" in page


def test_a_preview_says_which_series_are_summed_and_which_do_not_go_on(tell, wards, town):
    tell(wards[0], 100)
    tell(wards[0], 1, POVERTY)
    wanted = plan(Declared(EventKind.MERGER, DAY, "1/NQ", tuple(wards[:2]), (After("07300", Kind.WARD, "Hợp Nhất", town),)))
    told = {each.subject: (each.what, each.count) for each in effects(wanted)}
    assert told == {"Tổng giá trị sản xuất": (What.SUMMED, 1), "Tỷ lệ hộ nghèo": (What.REFUSED, 1)}


def test_a_preview_calls_the_growth_of_a_sum_by_what_it_is(fact, make_record, confirm, wards, town):
    record = make_record(wards[0], None)
    confirm(fact(record, "observation", "Tổng giá trị sản xuất", FIGURE | {"period": "2024", "place": None}, verdict=None))
    wanted = plan(Declared(EventKind.MERGER, DAY, "1/NQ", tuple(wards[:2]), (After("07300", Kind.WARD, "Hợp Nhất", town),)))
    told = {each.subject: each.why for each in effects(wanted)}
    assert set(told) == {"Tổng giá trị sản xuất", (growth := "Tổng giá trị sản xuất (mức tăng, giảm so với cùng kỳ)")}
    assert told[growth].values["indicator"] == growth


def test_a_renamed_place_keeps_its_series(tell, change, wards, town, clerk):
    tell(wards[0], 1, POVERTY)
    change(EventKind.RENAMING, wards[:1], [After("07060", Kind.WARD, "Tên mới", town)])
    compared = comparison.compare(clerk, line("ho_ngheo"), [at("07060", DAY)], restate=True)
    assert compared.periods[0][1][0].value == 1


def test_a_ratio_is_worked_out_anew_from_its_numerator_and_denominator(tell, merge, wards, clerk):
    output, people = FIGURE | {"indicator": "GRDP", "unit": "tỷ đồng"}, FIGURE | {"indicator": "dân số", "unit": "người"}
    a_head = FIGURE | {"indicator": "GRDP bình quân đầu người", "unit": "triệu đồng/người"}
    for ward, billions, heads, rate in ((wards[0], 100, 1000, 100), (wards[1], 500, 3000, 166)):
        tell(ward, billions, output)
        tell(ward, heads, people)
        tell(ward, rate, a_head)
    merge()
    told = cell(clerk, "grdp_pc")
    assert (told.quantity.value, told.quantity.unit) == (Decimal("150.00"), "triệu đồng/người")
    assert [str(part.value) for part, _share in told.parts] == ["100", "500", "1000", "3000"]


def test_a_share_is_worked_out_anew_by_what_it_is_a_share_of(tell, merge, wards, clerk):
    households = FIGURE | {"indicator": "tổng số hộ dân", "unit": "hộ"}
    tell(wards[0], 1, POVERTY)
    tell(wards[1], 2, POVERTY)
    tell(wards[0], 3000, households)
    assert isinstance(_merged(merge, clerk), Refused)
    tell(wards[1], 2000, households)
    told = cell(clerk, "ho_ngheo")
    assert (told.quantity.value, told.quantity.unit) == (Decimal("1.4"), "%")
    assert [str(part.value) for part, _share in told.parts] == ["1", "3000", "2", "2000"]


def _merged(merge, clerk):
    merge()
    return cell(clerk, "ho_ngheo")


@pytest.fixture
def page(sign_in, clerk):
    browser = sign_in(clerk)
    return lambda query="", key="gtsx": browser.get(f"/ledger/indicators/{key}/?{query}")


def test_a_ranking_is_restated_onto_the_places_of_today(tell, merge, wards, page):
    for ward, value in zip(wards, (100, 23, 50), strict=True):
        tell(ward, value)
    merge()
    ranking = page("restate=on").context["rows"]
    assert [(row.rank, row.place.name, row.quantity.value) for row in ranking] == [(1, "Hợp Nhất", 123), (2, "Số 2", 50)]
    text = page("restate=on").content.decode()
    assert "phường Số 0: trên 100" in text or "Phường Số 0: 100 tỷ đồng" in text
    assert [row.place.name for row in page().context["rows"]] == ["Số 0", "Số 2", "Số 1"]


def test_a_place_whose_figures_cannot_be_restated_is_listed_without_a_rank_and_says_why(tell, merge, wards, page):
    for ward, value in zip(wards, (1, 2, 3), strict=True):
        tell(ward, value, POVERTY)
    merge()
    rows = page("restate=on", "ho_ngheo").context["rows"]
    assert [(row.rank, row.place.name) for row in rows] == [(1, "Số 2"), (None, "Hợp Nhất")]
    assert "là tỷ lệ" in page("restate=on", "ho_ngheo").content.decode()


def test_a_restated_ranking_is_drawn_and_taken_away_with_what_it_was_made_of(tell, merge, wards, page, sign_in, clerk):
    for ward, value in zip(wards, (100, 23, 50), strict=True):
        tell(ward, value)
    merge()
    (bars, *_rest) = page("restate=on").context["charts"]
    assert "restate=on" in bars[1]
    assert "Hợp Nhất" in sign_in(clerk).get(bars[1]).content.decode()
    sheet = page("restate=on&export=csv").content.decode("utf-8-sig")
    assert "Hợp Nhất" in sheet
    assert "quy đổi" in sheet
    assert "Số 1: 23 tỷ đồng" in sheet


def test_too_many_figures_to_restate_are_refused_with_the_way_out(tell, wards, page, monkeypatch):
    from giaoban_web.ledger import across_restated

    tell(wards[0], 100)
    tell(wards[1], 100)
    monkeypatch.setattr(across_restated, "MOST", 1)
    assert "Hãy nêu một địa bàn" in page("restate=on").content.decode()
    assert "Hãy nêu một địa bàn" not in page().content.decode()


def test_a_comparison_is_told_as_it_was_known_on_a_day(tell, wards, clerk):
    tell(wards[0], 100)
    assert comparison.compare(clerk, line(), [wards[0]], known_on=date(2020, 1, 1)).periods == ()
    assert len(comparison.compare(clerk, line(), [wards[0]]).periods) == 1


def test_the_page_of_a_merged_place_leads_to_the_figures_of_what_it_came_from(merge, tell, wards, clerk, sign_in):
    merge()
    tell(wards[0], 120)
    made = at("07300", date(2026, 1, 1))
    tell(made, 300, period="2025-Q4")
    page = sign_in(clerk).get("/ledger/places/07300/").content.decode()
    assert "Số liệu trước đó nằm ở:" in page and "chọn “Quy đổi về địa bàn hiện nay”" in page
    assert all(f'href="/ledger/places/{each.code}/?on=2025-06-30"' in page for each in wards[:2])
