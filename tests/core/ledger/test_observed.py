"""What the observations of a record enter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from giaoban import flow
from giaoban.documents.quotes import Quote
from giaoban.ledger import Severity, Status
from giaoban.ledger.observed import NO_DAY, entries, reported
from giaoban.model import Bound, Comparison, Found, Measure, Meeting, Observation, Quantity, Reading, Role, Span
from giaoban.reference.axes import sector
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import ON, quantity, text

KNOWN = catalogue()


def observed(name: str, value: str, unit: str, *comparisons: Comparison, **more) -> Observation:
    return Observation(name, quantity(value, unit), comparisons=comparisons, **({"period": "2019", "place": "TX Đông Triều"} | more))


def read(*observations: Observation) -> Reading:
    found = tuple(Found(each, Span(100 * place, 100 * place + 40)) for place, each in enumerate(observations))
    return Reading(published_on=ON, observations=found)


def test_a_figure_and_its_comparisons_are_entries_of_cells_of_their_own_with_one_source():
    grew = Comparison(Measure.CHANGE, Decimal("20.2"), "%", Bound.OVER, "same_period")
    reached = Comparison(Measure.ATTAINMENT, Decimal(104), "%")
    made = entries(observed("Thu NSNN", "2572", "tỷ đồng", grew, reached), text(), indicator="thu_nsnn", place="p", on=ON)
    assert [(each.cell.measure, each.cell.base) for each in made] == [
        (Measure.LEVEL, ""),
        (Measure.CHANGE, "same_period"),
        (Measure.ATTAINMENT, "plan"),
    ]
    assert made[1].quantity == Quantity(Decimal("20.2"), "%", Bound.OVER)
    assert {each.source for each in made} == {text()}
    assert {each.wording for each in made} == {"Thu NSNN"}


def test_a_change_has_the_base_it_was_told_with_and_a_share_of_no_named_plan_is_of_the_plan():
    compared = [
        Comparison(kind, Decimal(5), "%", Bound.EXACT, base) for kind in (Measure.CHANGE, Measure.ATTAINMENT) for base in (None, "plan")
    ]
    made = entries(observed("Thu NSNN", "2572", "tỷ đồng", *compared), text(), indicator="thu_nsnn", place="p", on=ON)
    assert [each.cell.base for each in made] == ["", "", "plan", "plan", "plan"]


def test_a_figure_without_a_period_has_a_cell_without_one():
    assert entries(observed("Thu NSNN", "1", "tỷ đồng", period=None), text(), indicator="thu_nsnn", place="p", on=ON)[0].cell.period is None


def test_a_share_of_a_total_that_its_sentence_names_is_of_no_plan():
    share = observed("giao thông nông thôn", "1127", "hộ", Comparison(Measure.ATTAINMENT, Decimal("97.4"), "%"))
    bases = [
        entries(share, text(), indicator="?x", place="p", on=ON, words=words)[1].cell.base for words in ("", "có 1.127/1.157 hộ, đạt 97,4%")
    ]
    assert bases == ["plan", ""]


@pytest.mark.parametrize(
    ("value", "unit", "measure", "breakdown"),
    [
        ("4700", "USD/người", Measure.LEVEL, "unit=USD/person"),
        ("110", "triệu đồng/người", Measure.LEVEL, ""),
        ("110", "", Measure.LEVEL, ""),
        ("300", "USD/người", Measure.CHANGE, ""),
    ],
)
def test_a_level_in_a_unit_that_does_not_convert_is_of_a_part_of_its_own(value, unit, measure, breakdown):
    made = entries(
        observed("GRDP/người", value, unit, measure=measure), text(), indicator="grdp_pc", place="p", on=ON, known=KNOWN["grdp_pc"]
    )
    assert made[0].cell.breakdown == breakdown


def test_the_growth_of_a_share_of_a_plan_stays_growth():
    what = observed("tỷ lệ giải ngân vốn đầu tư công", "3", "điểm %", measure=Measure.CHANGE)
    cell = entries(what, text(), indicator="giai_ngan", place="p", on=ON, known=KNOWN["giai_ngan"])[0].cell
    assert cell.measure is Measure.CHANGE


def test_a_record_is_of_the_day_it_was_published_else_of_its_meeting_else_of_no_day():
    held = Found(Meeting(date(2020, 3, 10)), Span(0, 5))
    told = read(observed("Thu NSNN", "1", "tỷ đồng"))
    readings = told, replace(told, meeting=held), replace(told, published_on=None, meeting=held), replace(told, published_on=None)
    days = [reported(each, "a", KNOWN)[0].reported_on for each in readings]
    assert days == [ON, ON, date(2020, 3, 10), NO_DAY]


def test_growth_of_a_sector_at_another_place_or_time_is_no_part_of_this_output():
    whole = observed("tăng trưởng GRDP", "8", "%", measure=Measure.CHANGE)
    for more, key in (({}, "grdp_growth"), ({"period": "2018"}, "?dich vu"), ({"place": "Hạ Long"}, "?dich vu")):
        made = reported(read(whole, observed("dịch vụ", "7", "%", measure=Measure.CHANGE, **more)), "a", KNOWN)
        assert made[1].cell.indicator == key


def test_a_share_of_plan_that_stands_alone_is_against_the_plan():
    what = observed("thu ngân sách", "78", "%", measure=Measure.ATTAINMENT)
    assert entries(what, text(), indicator="thu_nsnn", place="p", on=ON)[0].cell.base == "plan"


@pytest.mark.parametrize(
    ("said", "role", "status"),
    [
        (Role.ACTUAL, Role.ACTUAL, Status.PROVISIONAL),
        (Role.ESTIMATE, Role.ACTUAL, Status.ESTIMATE),
        (Role.TARGET, Role.TARGET, Status.PROVISIONAL),
        (Role.BASELINE, Role.BASELINE, Status.PROVISIONAL),
    ],
)
def test_that_a_figure_is_an_estimate_becomes_its_status(said, role, status):
    made = entries(observed("Thu NSNN", "1", "tỷ đồng", role=said), text(), indicator="thu_nsnn", place="p", on=ON)[0]
    assert (made.role, made.status) == (role, status)


def test_growth_told_by_an_indicator_of_its_own_is_its_level():
    what = observed("tăng trưởng GRDP", "7.5", "%", measure=Measure.CHANGE)
    own = entries(what, text(), indicator="grdp_growth", place="p", on=ON, known=KNOWN["grdp_growth"])
    assert own[0].cell.measure is Measure.LEVEL
    other = entries(what, text(), indicator="grdp", place="p", on=ON, known=KNOWN["grdp"])
    assert other[0].cell.measure is Measure.CHANGE


def test_a_share_of_a_plan_told_by_an_indicator_of_its_own_is_its_level():
    what = observed("tỷ lệ giải ngân vốn đầu tư công", "92.6", "%", measure=Measure.ATTAINMENT)
    cells = [entries(what, text(), indicator=key, place="p", on=ON, known=KNOWN[key])[0].cell for key in ("giai_ngan", "von_giai_ngan")]
    assert [(each.measure, each.base) for each in cells] == [(Measure.LEVEL, ""), (Measure.ATTAINMENT, "plan")]


def test_the_part_that_a_name_says_is_the_breakdown():
    made = entries(
        observed("số người chết do tai nạn giao thông", "9", "người"),
        text(),
        indicator="tai_nan_gt",
        place="p",
        on=ON,
        known=KNOWN["tai_nan_gt"],
    )
    assert made[0].cell.breakdown == "outcome=killed"


def test_a_record_is_matched_where_its_names_are_sure_and_keeps_the_others_apart():
    made = reported(read(observed("Thu NSNN trên địa bàn", "1", "tỷ đồng"), observed("đàn ong", "900", "con", place=None)), "a", KNOWN)
    assert [each.cell.indicator for each in made] == ["thu_nsnn", "?dan ong"]
    assert [each.cell.place for each in made] == ["thị xã đông triều", ""]
    assert made[0].reported_on == date(2020, 3, 12)
    assert not made[1].cell.known


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Khu vực công nghiệp - xây dựng", "industry"),
        ("dịch vụ", "services"),
        ("thương mại, dịch vụ", "services"),
        ("nông, lâm nghiệp và thủy sản", "agriculture"),
        ("giá trị tăng thêm ngành nông nghiệp", "agriculture"),
        ("thuế sản phẩm trừ trợ cấp", "product_taxes"),
        ("sản xuất công nghiệp", None),
        ("công nghiệp", None),
        ("dịch vụ công trực tuyến", None),
        ("", None),
    ],
)
def test_a_bare_sector_is_known_and_what_says_more_is_none(name, part):
    assert sector(name) == part


def rates(total: str):
    told = (("tăng trưởng GRDP", total), ("nông, lâm nghiệp và thủy sản", "3.1"), ("công nghiệp - xây dựng", "9.4"), ("dịch vụ", "7.2"))
    return read(*(observed(name, value, "%", measure=Measure.CHANGE) for name, value in told))


def test_growth_of_the_output_of_a_sector_stays_with_its_output():
    grew = Comparison(Measure.CHANGE, Decimal("7.2"), "%", Bound.EXACT, "same_period")
    rate = observed("tăng trưởng GRDP", "8", "%", measure=Measure.CHANGE)
    made = reported(read(rate, observed("dịch vụ", "500", "tỷ đồng", grew)), "a", KNOWN)
    assert [each.cell.indicator for each in made] == ["grdp_growth", "?dich vu", "?dich vu"]


def test_growth_of_sectors_is_compared_with_that_of_output():
    doubts = [each for each in flow.check("a", rates("9.9")) if each.severity is Severity.DOUBT]
    assert [each.check for each in doubts] == ["mean"]
    assert flow.check("a", rates("7.7")) == ()


def test_those_that_a_sentence_says_were_given_something_are_kept_apart_from_all_there_are():
    given = read(observed("hộ nghèo", "45", "hộ"))
    spans = [each.span for each in given.observations]
    told = {words: {spans[0]: Quote(words, "45 hộ nghèo", ".")} for words in ("Xã còn ", "Xã tặng quà cho ")}
    keys = [reported(given, "a", KNOWN, sentences)[0].cell.indicator for sentences in told.values()]
    assert keys == ["so_ho_ngheo", "?ho ngheo"]
