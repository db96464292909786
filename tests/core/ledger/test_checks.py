"""Each check: what it finds, what it leaves alone, what it says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from giaoban import messages
from giaoban.ledger import Facts, Severity, Status, check
from giaoban.ledger.checks.fraction import common_count, wholes
from giaoban.ledger.checks.limits import limits_of
from giaoban.ledger.intervals import INFINITE, Interval, printed
from giaoban.model import Bound, Measure, Role
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import attained, entry, growth, quantity, text
from tests.tables import table

LATER = date(2020, 6, 1)


def found(*entries, name: str = "", **around):
    """(code, severity) of what is found, of one check where it is named."""
    return [(each.code, each.severity) for each in check(Facts(entries, **around)) if not name or each.check == name]


def only(*entries, name: str, **around):
    several = [each for each in check(Facts(entries, **around)) if each.check == name]
    assert len(several) == 1
    return several[0]


@pytest.mark.parametrize("case", table("fractions.tsv"), ids=lambda case: f"{case['share']} of {case['count']}")
def test_a_percentage_is_the_numbers_of_units_that_the_corpus_says(case):
    can = wholes(printed(quantity(case["share"], "%")), int(case["count"]))
    assert " ".join(map(str, can)) == case["units"]


def test_two_percentages_of_one_text_name_their_common_number_of_units():
    shares = [printed(quantity(share, "%")) for share in ("85.7", "76.2")]
    assert common_count(shares) == 21
    assert common_count(shares[:1]) is None, "one percentage may be 6 of 7 by chance"
    assert common_count([printed(quantity(share, "%")) for share in ("85", "76")]) is None, "rounded to whole percents, much fits by chance"


def test_the_common_number_is_told_for_each_percentage_of_the_text():
    entries = [entry("nhat_the_hoa", "85.7", "%", source=text(0)), entry("bi_thu_ngoai", "76.2", "%", source=text(20))]
    said = [each.say("en") for each in check(Facts(entries))]
    assert any("18 of 21" in each for each in said)
    assert any("16 of 21" in each for each in said)
    apart = [entries[0], replace(entries[1], source=text(20, "b"))]
    assert check(Facts(apart)) == (), "another text"


def test_one_percentage_told_twice_is_still_one():
    assert found(entry("nhat_the_hoa", "85.7", "%", source=text(0)), entry("bi_thu_ngoai", "85.7", "%", source=text(20))) == []


def test_a_percentage_without_a_known_name_is_of_the_same_units_only_right_after_one_that_has():
    known = entry("nhat_the_hoa", "85.7", "%", source=text(0))
    after, far = (entry("?nguoi dia phuong", "76.2", "%", source=text(start)) for start in (40, 400))
    assert [code for code, _severity in found(known, after)] == ["fraction-common"] * 2
    assert found(known, far) == []
    assert found(known, replace(after, source=text(40, "b"))) == []


def test_a_percentage_is_checked_against_the_units_that_are_known():
    share = entry("nhat_the_hoa", "85.7", "%")
    assert found(share, counts={("p", "commune"): 21}) == [("fraction-of-known", Severity.IMPLICATION)]
    wrong = only(share, name="fraction", counts={("p", "commune"): 22})
    assert wrong.severity is Severity.CONTRADICTION
    assert "18/22 là 81,8%, 19/22 là 86,4%" in wrong.say()
    assert found(entry("grdp_growth", "7.52", "%"), counts={("p", "commune"): 22}) == []


@pytest.mark.parametrize("unit", ["%", "hộ", "nghìn hộ", "tỷ đồng", "người", "nghìn người", ""])
@pytest.mark.parametrize("key", ["ho_ngheo", "gtsx", "bi_thu_ngoai", "dan_so"])
@pytest.mark.parametrize("measure", [Measure.LEVEL, Measure.CHANGE])
def test_what_is_sure_among_millions_of_rows_breaks_no_limit_and_the_rest_is_only_what_may(key, unit, measure):
    bounds = limits_of(catalogue().get(key), measure, unit)
    for amount in (-20_000, -100, -1, 0, 5, 100, 101, 150_000):
        for digits in range(5) if bounds else ():
            broken = list(bounds.broken(Decimal(amount).scaleb(-digits)))
            low, high = bounds.sure()[digits]
            assert (low <= amount <= high) is (not broken and not (bounds.whole and digits > bounds.tens)), (amount, digits)


def test_a_share_may_be_the_whole_and_no_more():
    bounds = limits_of(catalogue()["ho_ngheo"], Measure.LEVEL, "%")
    assert [list(bounds.broken(Decimal(value))) for value in ("100", "150")] == [[], [("limit-too-high", {"high": 100})]]


@pytest.mark.parametrize("case", table("implied.tsv"), ids=lambda case: " ".join(case.values()))
def test_a_figure_and_its_growth_imply_what_the_corpus_says(case):
    key = {"%": "ho_ngheo", "doanh nghiệp": "dn_moi", "triệu đồng/người/năm": "tnbqdn"}.get(case["unit"], "thu_nsnn")
    level = entry(key, case["value"], case["unit"], bound=Bound(case["bound"]))
    moved = growth(key, case["change"], case["change_unit"], bound=Bound(case["change_bound"]))
    several = [each for each in check(Facts([level, moved])) if each.check == "growth"]
    if not case["before"]:
        assert several == []
        return
    implied = several[0].expected
    assert str(implied.value) == case["before"]
    wanted = Interval(Decimal(case["low"]), Decimal(case["high"] or INFINITE))
    assert wanted.low <= implied.open.low <= implied.open.high <= wanted.high


def test_what_there_was_before_is_told_of_the_year_before_and_with_its_bound():
    told = only(entry("gtsx", "19200", bound=Bound.OVER), growth("gtsx", "15.1"), name="growth")
    assert told.severity is Severity.IMPLICATION
    assert told.say("vi") == "“Tổng giá trị sản xuất”: trên 19.200 tỷ đồng, tăng 15,1% thì năm 2018 là trên khoảng 16.681 tỷ đồng."
    assert "over about 16,681" in told.say("en")
    assert str(told.cell.period) == "2018"


def test_growth_is_compared_with_what_the_ledger_has_of_the_year_before():
    level, moved = entry("thu_nsnn", "2572"), growth("thu_nsnn", "20.2")
    assert found(level, moved, entry("thu_nsnn", "2140", period="2018")) == []
    assert found(level, moved, entry("thu_nsnn", "2.14", "nghìn tỷ đồng", "2018")) == []
    wrong = only(level, moved, entry("thu_nsnn", "1590", period="2018"), name="growth")
    assert (wrong.code, wrong.severity) == ("growth-contradicts-ledger", Severity.CONTRADICTION)
    assert found(level, moved, entry("thu_nsnn", "2150", period="2018"), name="growth") == [("growth-contradicts-ledger", Severity.DOUBT)]
    three_percent = found(level, moved, entry("thu_nsnn", "2210", period="2018"), name="growth")
    assert three_percent == [("growth-contradicts-ledger", Severity.CONTRADICTION)]


def test_a_fall_by_more_than_so_much_came_from_so_much_or_more():
    level, fell = entry("thu_nsnn", "2572"), growth("thu_nsnn", "-20", bound=Bound.OVER)
    assert only(level, fell, name="growth").say("vi").endswith("giảm trên 20% thì năm 2018 là trên khoảng 3.215 tỷ đồng.")
    assert found(level, fell, entry("thu_nsnn", "3500", period="2018")) == []
    assert found(level, fell, entry("thu_nsnn", "2600", period="2018"), name="growth") == [
        ("growth-contradicts-ledger", Severity.CONTRADICTION)
    ]


def test_growth_in_a_smaller_unit_is_as_rough_as_it_was_printed():
    level, moved = entry("thu_nsnn", "100"), growth("thu_nsnn", "1500", "triệu đồng")
    assert found(level, moved, entry("thu_nsnn", "98", period="2018"), name="growth") == []
    assert found(level, moved, entry("thu_nsnn", "80", period="2018"), name="growth") == [
        ("growth-contradicts-ledger", Severity.CONTRADICTION)
    ]


@pytest.mark.parametrize(("change", "bound"), [("-100", Bound.EXACT), ("-100", Bound.AT_LEAST), ("-120", Bound.EXACT)])
def test_a_fall_that_leaves_nothing_says_nothing_of_the_year_before(change, bound):
    assert found(entry("thu_nsnn", "2572"), growth("thu_nsnn", change, bound=bound), name="growth") == []


def test_growth_at_constant_prices_is_only_a_doubt():
    several = (entry("gtsx", "19200", bound=Bound.OVER), growth("gtsx", "15.1"), entry("gtsx", "15900", period="2018"))
    assert ("growth-at-constant-prices", Severity.DOUBT) in found(*several)


@pytest.mark.parametrize(
    ("base", "period", "before"),
    [
        ("same_period", "2020-M9", "2019-M9"),
        ("previous_year", "2020", "2019"),
        ("previous_period", "2020-Q1", "2019-Q4"),
        ("baseline_year:2015", "2020", "2015"),
    ],
)
def test_the_time_before_is_that_of_the_base(base, period, before):
    told = only(entry("thu_nsnn", "100", period=period), growth("thu_nsnn", "5", base=base, period=period), name="growth")
    assert str(told.cell.period) == before


def test_what_follows_from_a_figure_is_told_in_the_unit_that_the_figure_was_printed_in():
    level, moved = entry("thu_nsnn", "310", "triệu đồng"), growth("thu_nsnn", "4.0")
    assert "310 triệu đồng, tăng 4,0% thì năm 2018 là khoảng 298,1 triệu đồng" in only(level, moved, name="growth").say("vi")
    share = attained("thu_nsnn", "80")
    assert "khoảng 387,5 triệu đồng" in only(level, share, name="attainment").say("vi")


def test_a_base_that_does_not_say_the_time_names_none():
    for base, period in (("", "2020"), ("previous_year", "2020-M9"), ("baseline_year:2015", "2020-Q1")):
        told = only(entry("thu_nsnn", "100", period=period), growth("thu_nsnn", "5", base=base, period=period), name="growth")
        assert (told.cell, told.code) == (None, "growth-implies-before")


def test_a_planned_growth_is_compared_with_what_it_starts_from_and_only_doubted():
    target, planned = (
        entry("thu_nsnn", "2900", period="2020", role=Role.TARGET),
        growth("thu_nsnn", "12.8", period="2020", role=Role.TARGET),
    )
    assert found(target, planned, entry("thu_nsnn", "2572")) == []
    assert found(target, planned, entry("thu_nsnn", "2000"), name="growth") == [("growth-contradicts-ledger", Severity.DOUBT)]


def test_a_target_above_the_plan_is_not_compared_with_itself():
    target, above = entry("thu_nsnn", "3800", role=Role.TARGET), growth("thu_nsnn", "11.7", base="plan", role=Role.TARGET)
    assert found(target, above, name="growth") == [("growth-implies-plan", Severity.IMPLICATION)]


def test_an_earlier_level_that_a_report_names_counts_where_the_ledger_has_none():
    level, moved, named = entry("thu_nsnn", "120"), growth("thu_nsnn", "20"), entry("thu_nsnn", "90", period="2018", role=Role.BASELINE)
    assert found(level, moved, named, name="growth") == [("growth-contradicts-ledger", Severity.CONTRADICTION)]
    assert found(level, moved, named, entry("thu_nsnn", "100", period="2018")) == []


def test_growth_told_by_an_indicator_of_its_own_is_growth_of_the_other():
    level, rate = entry("grdp", "110"), entry("grdp_growth", "10", "%")
    assert ("growth-implies", Severity.IMPLICATION) in found(level, rate)


def test_each_comparison_goes_with_the_figure_it_was_told_of():
    first, second = entry("thu_nsnn", "100", source=text(0)), entry("thu_nsnn", "300", source=text(50), number=1)
    rate = growth("thu_nsnn", "25", source=text(0))
    assert only(first, second, rate, name="growth").expected.value == 80


def test_a_share_of_plan_says_the_plan_or_is_compared_with_it():
    level, share = entry("thu_nsnn", "780"), attained("thu_nsnn", "78")
    assert only(level, share, name="attainment").expected.value == 1000
    assert found(level, share, entry("thu_nsnn", "1000", role=Role.TARGET)) == []
    assert found(level, share, entry("thu_nsnn", "900", role=Role.TARGET), name="attainment") == [
        ("attainment-contradicts", Severity.DOUBT)
    ]


def test_a_share_of_an_earlier_level_says_nothing_of_the_plan():
    level, share = entry("thu_nsnn", "780"), attained("thu_nsnn", "120", base="same_period")
    assert found(level, share, entry("thu_nsnn", "1000", role=Role.TARGET)) == []


def test_a_plan_of_which_nothing_was_reached_says_nothing():
    assert found(entry("thu_nsnn", "0"), attained("thu_nsnn", "0")) == []


def test_growth_against_the_plan_says_the_plan():
    several = (entry("thu_nsnn", "104"), growth("thu_nsnn", "4", base="plan"))
    told = only(*several, name="growth")
    assert (told.code, told.expected.value) == ("growth-implies-plan", Decimal("100.0"))
    assert found(*several, entry("thu_nsnn", "100", role=Role.TARGET)) == []
    assert found(*several, entry("thu_nsnn", "90", role=Role.TARGET), name="growth") == [("growth-contradicts-plan", Severity.DOUBT)]


def parts(*values: str, key: str = "thu_nsnn"):
    return [entry(key, value, place=place) for place, value in zip("abc", values, strict=False)]


MEMBERS = {"p": ("a", "b", "c")}


def test_places_make_the_region_when_all_have_reported():
    assert found(entry("thu_nsnn", "60"), *parts("10", "20", "30"), members=MEMBERS) == []
    assert found(entry("thu_nsnn", "66"), *parts("10", "20", "30"), members=MEMBERS, name="parts") == [
        ("sum-differs", Severity.CONTRADICTION)
    ]
    assert found(entry("thu_nsnn", "66"), *parts("10", "20"), members=MEMBERS) == [], "one is missing"
    assert ("sum-exceeds", Severity.CONTRADICTION) in found(entry("thu_nsnn", "25"), *parts("10", "20"), members=MEMBERS)


def test_rounding_of_parts_and_whole_is_respected():
    assert found(entry("thu_nsnn", "61"), *parts("10", "20", "30"), members=MEMBERS) == []
    assert found(entry("thu_nsnn", "61.0"), *parts("10.0", "20.0", "30.0"), members=MEMBERS, name="parts") != []


def test_bounds_of_parts_are_respected():
    over = [*parts("10", "20"), entry("thu_nsnn", "30", place="c", bound=Bound.OVER)]
    assert found(entry("thu_nsnn", "90"), *over, members=MEMBERS) == []
    assert ("sum-differs", Severity.CONTRADICTION) in found(entry("thu_nsnn", "50"), *over, members=MEMBERS)


def test_women_and_men_make_everybody_and_sectors_the_whole():
    women, men = (entry("viec_lam", value, "người", breakdown=f"sex={sex}") for sex, value in (("female", "40"), ("male", "60")))
    assert found(entry("viec_lam", "100", "người"), women, men) == []
    assert ("sum-differs", Severity.CONTRADICTION) in found(entry("viec_lam", "101", "người"), women, men)
    assert found(entry("viec_lam", "101", "người"), women) == []


def test_accidents_deaths_and_injuries_are_no_parts_of_each_other():
    outcomes = [entry("tai_nan_gt", value, "người", breakdown=f"outcome={part}") for part, value in (("killed", "9"), ("injured", "90"))]
    assert found(entry("tai_nan_gt", "20", "vụ"), *outcomes) == []


def test_parts_of_the_catalogue_do_not_exceed_their_whole():
    assert found(entry("thu_nsnn", "100"), entry("thu_noi_dia", "60"), entry("thu_xnk", "30")) == []
    assert found(entry("thu_nsnn", "100"), entry("thu_noi_dia", "70"), entry("thu_xnk", "40")) == [("sum-exceeds", Severity.CONTRADICTION)]
    assert found(entry("thu_nsnn", "100"), entry("thu_noi_dia", "130")) == [("part-exceeds", Severity.CONTRADICTION)], "told once"
    assert found(entry("nuoc_sach", "95", "%"), entry("nuoc_hvs", "90", "%")) == [("part-exceeds", Severity.CONTRADICTION)]


def test_growth_of_the_whole_lies_between_that_of_all_its_parts():
    sectors = [
        entry("grdp_growth", value, "%", breakdown=f"sector={sector}")
        for sector, value in (("agriculture", "3"), ("industry", "9"), ("services", "6"), ("product_taxes", "5"))
    ]
    assert found(entry("grdp_growth", "7", "%"), *sectors) == []
    assert found(entry("grdp_growth", "9.8", "%"), *sectors) == [("mean-outside-parts", Severity.CONTRADICTION)]
    assert found(entry("grdp_growth", "9.8", "%"), *sectors[:3]) == [("mean-outside-parts", Severity.DOUBT)], "taxes are a minor part"
    assert found(entry("grdp_growth", "9.8", "%"), *sectors[:2]) == [], "a sector is missing"


def test_growth_against_plans_is_no_mean():
    against = [growth("thu_nsnn", value, base="plan", place=place) for place, value in zip("abc", ("1", "2", "3"), strict=True)]
    assert found(growth("thu_nsnn", "9", base="plan"), *against, members=MEMBERS) == []
    growths = [growth("thu_nsnn", value, place=place) for place, value in zip("abc", ("1", "2", "3"), strict=True)]
    assert found(growth("thu_nsnn", "9"), *growths, members=MEMBERS) == [("mean-outside-parts", Severity.CONTRADICTION)]


def test_a_rate_of_the_district_lies_between_those_of_its_communes():
    communes = [entry("ho_ngheo", value, "%", place=place) for place, value in zip("abc", ("1", "2", "3"), strict=True)]
    assert found(entry("ho_ngheo", "2.2", "%"), *communes, members=MEMBERS, name="mean") == []
    assert found(entry("ho_ngheo", "4.2", "%"), *communes, members=MEMBERS, name="mean") == [("mean-outside-parts", Severity.CONTRADICTION)]


def test_targets_handed_down_are_compared_with_the_target_of_the_whole_and_only_doubted():
    handed = [replace(each, role=Role.TARGET) for each in parts("10", "20", "30")]
    assert found(entry("thu_nsnn", "60", role=Role.TARGET), *handed, members=MEMBERS) == []
    assert found(entry("thu_nsnn", "55", role=Role.TARGET), *handed, members=MEMBERS, name="parts") == [("sum-differs", Severity.DOUBT)]
    assert found(entry("thu_nsnn", "55"), *handed, members=MEMBERS) == [], "a target is no part of an actual figure"


def of_2020(**values: str):
    return [entry("thu_nsnn", value, period=f"2020-{period}" if period != "all" else "2020") for period, value in values.items()]


def test_quarters_make_the_year_and_six_months_are_no_more_than_nine():
    assert found(*of_2020(Q1="10", Q2="20", Q3="30", Q4="40", all="100"), name="parts") == []
    assert found(*of_2020(H1="50", M9="75", all="100", Q4="25"), name="parts") == []
    assert found(*of_2020(Q1="10", Q2="20", Q3="30", Q4="40", all="120"), name="parts") == [("sum-differs", Severity.CONTRADICTION)]
    assert found(*of_2020(H1="50", M9="45"), name="parts") == [("sum-exceeds", Severity.CONTRADICTION)]
    assert found(*of_2020(H1="50", Q3="70", all="60"), name="parts") == [], "the last quarter is missing, and neither exceeds the year"


@pytest.mark.parametrize("period", ["", "2020-01-01/2020-10-15"])
def test_a_figure_without_a_period_of_whole_months_has_no_parts_over_time(period):
    assert found(entry("thu_nsnn", "50", period=period), name="parts") == []
    assert found(entry("thu_nsnn", "50", period=period), *of_2020(H1="40", Q3="70"), name="parts") == []


def test_quarters_of_earlier_reports_are_revised_and_only_doubted_when_far_off():
    year = entry("thu_nsnn", "101", period="2020", on=LATER)
    assert found(*of_2020(Q1="10", Q2="20", Q3="30", Q4="40"), year, name="parts") == []
    year = entry("thu_nsnn", "120", period="2020", on=LATER)
    assert found(*of_2020(Q1="10", Q2="20", Q3="30", Q4="40"), year, name="parts") == [("sum-differs", Severity.DOUBT)]


def test_stocks_of_quarters_make_no_year():
    several = [entry("htx", "50", "HTX", period=period) for period in ("2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2020")]
    assert found(*several) == []


def structure(*values: str):
    sectors = ("agriculture", "industry", "services", "product_taxes")
    return [entry("co_cau", value, "%", breakdown=f"sector={sector}") for sector, value in zip(sectors, values, strict=False)]


def test_the_shares_of_a_structure_add_to_a_hundred():
    assert found(*structure("8.3", "60.1", "27.5", "4.1")) == []
    assert found(*structure("8.3", "60.1", "24.5", "4.1")) == [("structure-differs", Severity.CONTRADICTION)]
    assert found(*structure("8.3", "60.1", "27.5")) == [], "taxes are missing"
    assert found(*structure("8.3", "60.1", "37.5")) == [("structure-differs", Severity.CONTRADICTION)]
    assert found(*structure("8.3", "95.1")) == [], "a sector is missing"


def test_no_more_communes_can_have_met_the_criteria_than_there_are():
    counts = {("p", "commune"): 11}
    assert found(entry("xa_ntm", "11", "xã"), counts=counts) == []
    assert found(entry("xa_ntm", "12", "xã"), counts=counts) == [("limit-more-than-there-are", Severity.CONTRADICTION)]
    assert found(entry("xa_ntm", "12", "xã")) == []


def test_a_ratio_of_two_indicators_is_the_third():
    output, people = entry("grdp", "19217"), entry("dan_so", "178.5", "nghìn người")
    assert found(output, people, entry("grdp_pc", "107.7", "triệu đồng/người")) == []
    assert ("ratio-differs", Severity.DOUBT) in found(output, people, entry("grdp_pc", "90", "triệu đồng/người"))
    slipped = [each.say("en") for each in check(Facts([output, people, entry("grdp_pc", "10.77", "triệu đồng/người")]))]
    assert any("10 times as much" in each for each in slipped)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (entry("ho_ngheo", "112", "%"), "limit-too-high"),
        (entry("ho_ngheo", "-1", "%"), "limit-too-low"),
        (growth("thu_nsnn", "-120"), "limit-nothing-left"),
        (entry("dn_moi", "140.5", "doanh nghiệp"), "limit-not-whole"),
        (entry("tieu_chi_bq", "19.5", "tiêu chí"), "limit-too-high"),
    ],
)
def test_what_cannot_be_is_told(wrong, code):
    assert found(wrong) == [(code, Severity.CONTRADICTION)]


@pytest.mark.parametrize(
    "fine",
    [
        entry("ho_ngheo", "0.12", "%"),
        entry("giai_ngan", "104", "%"),
        entry("iip", "112.5", "%"),
        growth("dn_moi", "240"),
        entry("dan_so", "1.5", "triệu người"),
        entry("grdp_growth", "-3.2", "%"),
    ],
)
def test_what_can_be_is_left_alone(fine):
    assert found(fine) == []


def test_a_figure_that_two_reports_give_differently_is_doubted():
    first, second = entry("thu_nsnn", "2572"), entry("thu_nsnn", "2672", on=LATER, number=1)
    assert ("revision-differs", Severity.DOUBT) in found(first, second)
    assert found(first, entry("thu_nsnn", "2.57", "nghìn tỷ đồng", on=LATER, number=1)) == [], "the same, rounded"
    assert ("revision-same-day", Severity.CONTRADICTION) in found(first, replace(second, reported_on=first.reported_on))
    settled = replace(second, status=Status.FINAL)
    assert found(first, settled) == [("revision-settled", Severity.IMPLICATION)]


def test_what_one_text_says_twice_is_no_revision():
    assert found(entry("thu_nsnn", "100", source=text(0)), entry("thu_nsnn", "300", source=text(40), number=1)) == []


def years(*values: str, key: str = "thu_nsnn", place: str = "p"):
    return [entry(key, value, period=str(2010 + year), place=place) for year, value in enumerate(values)]


def test_a_figure_far_from_its_own_history_is_doubted():
    assert found(*years("100", "110", "121", "130", "142", "155", "170", "190")) == []
    wild = [each for each in check(Facts(years("100", "110", "121", "130", "142", "155", "400", "190"))) if each.check == "outlier"]
    assert [(str(each.found.value), each.severity) for each in wild] == [("400", Severity.DOUBT)]
    assert found(*years("100", "110", "400", "130", "142"), name="outlier") == [], "too few years"


def test_a_figure_that_moved_otherwise_than_its_peers_is_doubted():
    usual = [each for place in "abcdefg" for each in years("100", "112" if place < "d" else "108", place=place)]
    assert found(*usual) == []
    assert found(*usual, *years("100", "260", place="h"), name="outlier") == [("outlier-peers", Severity.DOUBT)]


def test_what_came_about_in_several_years_is_not_compared_with_what_peers_did_in_one():
    usual = [each for place in "abcdefg" for each in years("100", "110", place=place)[1:] + years("100", "110", place=place)[:1]]
    rare = [entry("thu_nsnn", "100", period="2005", place="h"), entry("thu_nsnn", "240", period="2011", place="h")]
    assert found(*usual, *rare, name="outlier") == []


def test_small_counts_may_jump():
    assert found(*years("3", "1", "4", "2", "9", "3", "2", key="dn_moi"), name="outlier") == []


def test_a_unit_slip_is_told_from_history_and_from_a_contradiction():
    assert found(*years("2140", "2300", "2.4"), name="unit_slip") == [("unit-slip-history-small", Severity.DOUBT)]
    assert found(*years("3", "4", "30", key="dn_moi"), name="unit_slip") == [], "small counts may well grow tenfold"
    assert found(*years("2140", "2300", "2400000"), name="unit_slip") == [("unit-slip-history-large", Severity.DOUBT)]
    several = (entry("thu_nsnn", "2572"), growth("thu_nsnn", "20.2"), entry("thu_nsnn", "2140", "triệu đồng", "2018"))
    assert any("gấp 1.000 lần" in each.say() for each in check(Facts(several)) if each.check == "unit_slip")


@pytest.mark.parametrize(
    ("value", "target", "period", "doubted"),
    [
        ("45", "0.45", "2026-M01/2026-M11", True), ("45", "0.45", "2026", True), ("0.61", "0.45", "2026-M01/2026-M11", False),
        ("4.5", "0.45", "2026", False), ("0.45", "45", "2026", False), ("45", "0.45", "2025", False),
    ],
)  # fmt: skip
def test_a_rate_a_hundred_times_its_target_is_doubted(value, target, period, doubted):
    aim = entry("ho_ngheo", target, "%", "2026", role=Role.TARGET)
    told = found(entry("ho_ngheo", value, "%", period), aim, name="unit_slip")
    assert told == ([("unit-slip-target", Severity.DOUBT)] if doubted else [])


def test_a_unit_slip_is_not_told_from_years_that_do_not_agree_among_themselves():
    assert found(*years("2000", "9000", "1900", "8800", "4000000"), name="unit_slip") == []


def test_few_digits_or_several_ways_explain_too_much():
    men, everybody = entry("viec_lam", "16", "người", breakdown="sex=male"), entry("viec_lam", "30", "người")
    codes = {code for code, _severity in found(everybody, men, entry("viec_lam", "41", "người", breakdown="sex=female"))}
    assert codes == {"sum-differs"}
    about = entry("thu_nsnn", "2572", bound=Bound.ABOUT)
    several = found(about, growth("thu_nsnn", "20.2"), entry("thu_nsnn", "2940", period="2018"))
    assert [code for code, _severity in several] == ["growth-contradicts-ledger"], "2140 and 2240 would both fit"


@pytest.mark.parametrize(("recorded", "code", "meant"), [("2410", "digit-swapped", "2140"), ("2740", "digit-wrong", "2140")])
def test_a_digit_slip_is_told_where_it_explains_a_contradiction(recorded, code, meant):
    several = (entry("thu_nsnn", "2572"), growth("thu_nsnn", "20.2"), entry("thu_nsnn", recorded, period="2018"))
    told = [each for each in check(Facts(several)) if each.check == "digit_slip" and each.found.value == Decimal(recorded)]
    assert [(each.code, str(each.expected.value)) for each in told] == [(code, meant)]


def test_of_two_reports_of_one_figure_a_digit_slip_is_told_once_of_the_later_one():
    first, second = entry("thu_nsnn", "1850"), entry("thu_nsnn", "1580", on=LATER, number=1)
    for told in ((first, second), (second, first)):
        slips = [each for each in check(Facts(told)) if each.check == "digit_slip"]
        assert [(each.code, str(each.found.value), str(each.expected.value)) for each in slips] == [("digit-swapped", "1580", "1850")]


def test_an_owner_is_late_after_one_more_period_and_the_days_to_draw_it_up():
    monthly = entry("thu_nsnn", "10", period="2020-03")
    assert found(monthly, on=date(2020, 5, 21)) == []
    late = only(monthly, name="stale", on=date(2020, 5, 25))
    assert late.values["days"] == 4
    assert found(monthly) == [], "nobody asked on a day"
    assert found(monthly, entry("thu_nsnn", "10", period="2020-04"), on=date(2020, 5, 25)) == []


def test_contradictions_come_before_doubts_and_those_before_what_follows():
    several = [entry("ho_ngheo", "112", "%"), entry("thu_nsnn", "104"), growth("thu_nsnn", "4"), *years("100", "900")]
    order = [each.severity for each in check(Facts(several, on=date(2030, 1, 1)))]
    assert order == sorted(order, key=list(Severity).index)
    assert len(set(order)) == 3


def test_a_chosen_entry_is_the_one_that_is_checked():
    from giaoban.ledger import Choice

    first, second = entry("ho_ngheo", "12", "%"), entry("ho_ngheo", "112", "%", on=LATER, number=1)
    chosen = {(first.cell, Role.ACTUAL): Choice(0, "biên bản có chữ ký")}
    assert ("limit-too-high", Severity.CONTRADICTION) in found(first, second)
    assert found(first, second, choices=chosen, name="limits") == []


CODES = [
    code
    for code in messages.table()
    if code.startswith(("fraction", "growth-", "attainment", "sum-", "part-", "structure", "mean-", "ratio-", "limit-"))
]
CODES += [
    code for code in messages.table() if code.startswith(("revision", "outlier", "unit-", "digit-", "stale", "way-", "bounds", "period-"))
]


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_message_names_the_same_values_in_both_languages(code):
    texts = messages.table()[code]
    names = [{name for _text, name, _spec, _conversion in Formatter().parse(texts[language]) if name} for language in ("vi", "en")]
    assert names[0] == names[1]
