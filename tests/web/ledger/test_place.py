"""A place in figures: the newest of each indicator beside target, same period and past, what does not fit, and what a person settled."""

import re
from datetime import date
from decimal import Decimal

import pytest

from giaoban.ledger.discrepancies import Severity
from giaoban.model import Period, Refused, Role
from giaoban_web.ledger import actions, filing, pages, queries
from giaoban_web.ledger.discrepancies import shown
from giaoban_web.ledger.models import Entry, Filing, Settlement
from giaoban_web.ledger.owners import Owner
from giaoban_web.ledger.portrait import portrait
from giaoban_web.ledger.templatetags.ledger import amount, moved, share_reached
from giaoban_web.places.models import Place
from tests.web.briefs.following import figure as reported
from tests.web.conftest import make_place

ON = date(2020, 6, 1)


@pytest.fixture
def browser(sign_in, clerk):
    return sign_in(clerk)


def test_the_newest_figure_stands_beside_its_growth_and_its_past(figure, confirm, town):
    confirm(figure(period="2018", value=16700, comparisons=[], bound="exact"))
    confirm(figure())
    ((group, (row,)),) = portrait(town, ON).groups
    assert group == row.indicator.group
    assert (row.newest.entry.value, str(row.growth.entry.value), row.good) == (19200, "15.1", True)
    assert [each.entry.value for each in row.past] == [16700, 19200]


def test_growth_is_said_as_it_was_printed_with_its_bound_or_its_range(figure, confirm, town):
    over = {"kind": "change", "value": 15.1, "unit": "%", "bound": "over", "base": "same_period"}
    confirm(figure(comparisons=[over]))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert moved(row.growth) == "tăng trên 15,1%"
    confirm(figure(indicator="thu ngân sách nhà nước", measure="change", value=-5, value_to=-10, unit="%", bound="exact", comparisons=[]))
    ranged = next(each.entry for each in queries.standing_in(Entry.objects.all()) if each.entry.value_to is not None)
    assert amount(ranged) == "giảm 5–10%"


def test_growth_that_nobody_reported_is_worked_out_and_says_from_what(figure, confirm, town):
    confirm(figure(period="2018", value=16000, comparisons=[], bound="exact"))
    confirm(figure(comparisons=[]))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert row.growth.entry is None
    assert row.growth.value == 20
    assert row.growth.earlier.value == 16000


@pytest.mark.parametrize(
    ("before", "now", "said", "good"),
    [
        ((16000, "exact", None), (19200, "exact", None), "tăng 20%", True),
        ((16000, "exact", None), (19200, "over", None), "tăng trên 20%", True),
        ((16000, "over", None), (19200, "exact", None), "tăng dưới 20%", None),
        ((20000, "exact", None), (16000, "under", None), "giảm trên 20%", False),
        ((20000, "exact", None), (16000, "at_least", None), "giảm không quá 20%", None),
        ((16000, "over", None), (19200, "over", None), None, None),
        ((16000, "exact", None), (19200, "exact", 19500), None, None),
    ],
)
def test_growth_that_is_worked_out_is_as_firm_as_the_two_figures(figure, confirm, town, before, now, said, good):
    for period, (value, bound, upper) in (("2018", before), ("2019", now)):
        confirm(figure(period=period, value=value, bound=bound, value_to=upper, comparisons=[]))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert (moved(row.growth) if row.growth else None, row.good) == (said, good)


@pytest.mark.parametrize("case", ["filed", "unit", "unit above", "nobody"])
def test_an_overdue_figure_names_whom_to_ask(figure, confirm, town, province, person, case, sign_in, clerk):
    asked = {"filed": town, "unit": town, "unit above": province}
    unit = person("unit", asked[case], "sở") if case in asked else None
    if case == "filed":
        typed = [filing.Typed(Role.ACTUAL, Decimal(5), "tỷ đồng")]
        filing.draft(place=town, period=Period.parse("2019"), indicator="gtsx", typed=typed, seen={}, by=unit)
        filing.move(filing=Filing.objects.get(), step="submit", seen=0, by=unit)
    else:
        confirm(figure())
    ((_group, (row,)),) = portrait(town, date(2024, 6, 1)).groups
    assert row.stale
    assert row.owner == Owner((str(unit),) if unit else (), filed=case == "filed")
    told = {"filed": "người nộp lần trước", "nobody": "chưa có đơn vị nào được giao nhập"}.get(case, "đơn vị phải nhập")
    assert told in sign_in(clerk).get(f"/ledger/places/{town.code}/?on=2024-06-01").content.decode()
    assert portrait(town, date(2020, 1, 15)).groups[0][1][0].owner is None


def test_whom_to_ask_for_overdue_figures_is_said_once_and_not_at_every_row(figure, confirm, town, person, browser):
    unit = person("unit", town, "sở")
    confirm(figure())
    confirm(figure(indicator="Tỷ lệ hộ nghèo", value="0.12", unit="%", multiplier="1", comparisons=[], bound="exact"))
    page = browser.get(f"/ledger/places/{town.code}/?on=2024-06-01").content.decode()
    assert "2 chỉ tiêu quá hạn báo cáo" in page
    assert page.count(f"đơn vị phải nhập: {unit}") == 1
    assert page.count('<span class="chip bad">quá hạn báo cáo</span>') == 2


def test_where_several_are_to_be_asked_each_is_named_with_the_figures(figure, confirm, town, person, browser):
    unit, filer = person("unit", town, "sở"), person("unit", town, "phòng")
    typed = [filing.Typed(Role.ACTUAL, Decimal(5), "tỷ đồng")]
    filing.draft(place=town, period=Period.parse("2019"), indicator="gtsx", typed=typed, seen={}, by=filer)
    filing.move(filing=Filing.objects.get(), step="submit", seen=0, by=filer)
    confirm(figure(indicator="Tỷ lệ hộ nghèo", value="0.12", unit="%", multiplier="1", comparisons=[], bound="exact"))
    (told,) = re.findall(
        r'<ul class="plain overdue">(.*?)</ul>', browser.get(f"/ledger/places/{town.code}/?on=2024-06-01").content.decode()
    )
    for asked, name in zip(told.split("</li>"), (f"người nộp lần trước: {filer}", "đơn vị phải nhập: "), strict=False):
        assert name in asked
    assert str(unit) in told
    assert "Tổng giá trị sản xuất" in told and "Tỷ lệ hộ nghèo" in told


def test_the_share_of_the_plan_that_was_told_stands_where_no_target_is_known(figure, confirm, town, browser):
    told = {"kind": "attainment", "value": "78.2", "unit": "%", "bound": "exact", "base": "plan"}
    confirm(figure(comparisons=[told]))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert (row.target, str(row.told.entry.value)) == (None, "78.2")
    assert re.search(
        r'data-label="Mục tiêu"><a [^>]*>đạt 78,2% kế hoạch</a>', browser.get(f"/ledger/places/{town.code}/?on=2020-06-01").content.decode()
    )
    confirm(figure(role="target", value=22000, comparisons=[], bound="exact"))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert row.target is not None and row.told is None


def test_a_target_of_the_period_stands_beside_the_figure_with_its_share(figure, confirm, town):
    confirm(figure(comparisons=[]))
    confirm(figure(role="target", value=20000, comparisons=[], bound="exact"))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert (row.target.entry.value, row.attained) == (20000, 96)
    assert share_reached(row) == "trên 96%"


@pytest.mark.parametrize("role", ["actual", "target"])
def test_no_share_is_worked_out_of_a_range(figure, confirm, town, role):
    for each in ("actual", "target"):
        confirm(figure(role=each, value=20000, value_to=24000 if each == role else None, comparisons=[], bound="exact"))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert (row.target.entry.value, row.attained, row.reached) == (20000, None, None)


def test_what_adds_up_to_a_month_stands_beside_the_target_of_its_year(figure, confirm, town, browser):
    confirm(figure(period="2019-M09", comparisons=[], bound="exact"))
    confirm(figure(role="target", value=24000, comparisons=[], bound="exact"))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert (row.target.entry.value, row.attained) == (24000, 80)
    assert 'năm 2019</span><br><span class="small">đạt 80' in browser.get(f"/ledger/places/{town.code}/?on=2020-06-01").content.decode()


def test_what_is_only_of_a_quarter_is_not_set_against_the_target_of_a_year(figure, confirm, town):
    confirm(figure(period="2019-Q3", comparisons=[], bound="exact"))
    confirm(figure(role="target", value=24000, comparisons=[], bound="exact"))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert row.target is None


def test_a_figure_of_a_year_told_within_it_is_no_newer_than_one_told_later(town, clerk):
    reported(town, clerk, "2020", 15_900, date(2020, 3, 1))
    reported(town, clerk, "2020-M04", 5_200, date(2020, 5, 5))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert row.newest.entry.value == 5_200


@pytest.mark.parametrize(
    ("name", "value", "target", "bound", "told"),
    [
        ("Tỷ lệ hộ nghèo", "0.28", "0.30", "exact", "đạt mục tiêu"),
        ("Tỷ lệ hộ nghèo", "0.35", "0.30", "exact", "chưa đạt mục tiêu"),
        ("Tỷ lệ hộ nghèo", "0.35", "0.30", "over", ""),
        ("Tỷ lệ che phủ rừng", "54.7", "55", "exact", "chưa đạt mục tiêu"),
        ("Tỷ lệ che phủ rừng", "55", "55", "exact", "đạt mục tiêu"),
    ],
)
def test_of_a_ratio_it_is_told_whether_the_target_is_reached_and_no_share_of_it(
    browser, figure, confirm, town, name, value, target, bound, told
):
    said = {"indicator": name, "unit": "%", "comparisons": []}
    confirm(figure(value=float(value), bound=bound, **said))
    confirm(figure(role="target", value=float(target), bound="exact", **said))
    ((_group, (row,)),) = portrait(town, ON).groups
    assert (row.attained, row.reached) == (None, None if not told else not told.startswith("chưa"))
    page = browser.get(f"/ledger/places/{town.code}/?on=2020-06-01").content.decode()
    assert (f">{told}<" in page) if told else ("đạt mục tiêu" not in page)


def test_figures_of_later_periods_are_left_out_on_an_earlier_day(figure, confirm, town):
    confirm(figure())
    assert portrait(town, date(2018, 12, 31)).count == 0


def test_a_figure_that_the_growth_contradicts_is_found_and_a_person_settles_it(browser, figure, confirm, town, clerk):
    confirm(figure(period="2018", value=15900, comparisons=[], bound="exact"))
    confirm(figure(bound="exact"))
    wrong = shown(portrait(town, ON))[0]
    assert wrong.found.severity == Severity.DOUBT
    assert wrong.open
    assert len(wrong.entries) == 3
    page = browser.get(f"/ledger/places/{town.code}/?on=2020-06-01")
    assert "nghi ngờ" in page.content.decode()
    answer = browser.post(
        f"/ledger/places/{town.code}/settle/?on=2020-06-01", {"mark": wrong.mark, "reason": "số 2018 theo giá hiện hành"}, follow=True
    )
    assert "số 2018 theo giá hiện hành" in answer.content.decode()
    assert not any(each.open for each in shown(portrait(town, ON)) if each.mark == wrong.mark)


def test_what_the_checks_found_of_a_province_is_turned_page_by_page(browser, figure, confirm, town, monkeypatch):
    monkeypatch.setattr(pages, "DOUBTS", 1)
    for year, value in (("2017", 30000), ("2018", 15900)):
        confirm(figure(period=year, value=value, comparisons=[], bound="exact"))
    confirm(figure(bound="exact"))
    found = [each.mark for each in shown(portrait(town, ON))]
    turned = [browser.get(f"/ledger/places/{town.code}/?on=2020-06-01&page={page}") for page in range(1, len(found) + 1)]
    assert [each.mark for answer in turned for each in answer.context["doubts"].page] == found
    assert len(found) > 1
    assert "?on=2020-06-01&amp;page=2" in turned[0].content.decode()


def test_nothing_is_settled_without_a_reason(figure, confirm, town, clerk):
    confirm(figure(period="2018", value=15900, comparisons=[], bound="exact"))
    confirm(figure(bound="exact"))
    with pytest.raises(Refused, match="reason-missing"):
        actions.settle(place=town, found=shown(portrait(town, ON))[0], reason=" ", by=clerk)
    assert not Settlement.objects.exists()


def test_a_discrepancy_that_is_gone_cannot_be_settled(browser, town):
    answer = browser.post(f"/ledger/places/{town.code}/settle/", {"mark": "x", "reason": "vì"})
    assert answer.status_code == 409
    assert "không còn nữa" in answer.content.decode()


def test_the_page_says_what_the_ledger_said_on_an_earlier_day(browser, figure, confirm, town):
    confirm(figure())
    assert "trên 19.200 tỷ đồng" in browser.get(f"/ledger/places/{town.code}/").content.decode()
    assert "trên 19.200 tỷ đồng" not in browser.get(f"/ledger/places/{town.code}/?known_on=2020-01-01").content.decode()


def test_a_report_of_a_period_comes_out_as_it_did_on_the_day_it_was_printed(browser, figure, confirm, town):
    confirm(figure(period="2018", value=16700, comparisons=[], bound="exact"))
    confirm(figure(comparisons=[]))
    page = browser.get(f"/ledger/places/{town.code}/?period=2018").content.decode()
    assert "16.700 tỷ đồng" in page
    assert "19.200" not in page
    assert "16.700" not in browser.get(f"/ledger/places/{town.code}/?period=2018&known_on=2019-01-01").content.decode()


def test_a_place_in_figures_is_taken_away_as_a_sheet(browser, figure, confirm, town):
    confirm(figure())
    answer = browser.get(f"/ledger/places/{town.code}/?export=csv")
    assert "Tổng giá trị sản xuất,năm 2019,19200,tỷ đồng,trên 19.200 tỷ đồng" in answer.content.decode("utf-8-sig")


def test_a_place_of_two_names_is_called_as_it_was_in_the_period_that_is_shown(figure, confirm, town, browser):
    confirm(figure(period="2018", comparisons=[], bound="exact"))
    town.valid_to = date(2019, 11, 1)
    town.save()
    later = make_place(town.code, "thành phố", town.name, town.parent, date(2019, 11, 1))
    Place.objects.filter(pk=later.pk).update(path=town.path)
    address = f"/ledger/places/{town.code}/"
    for query, heading in (
        ("?period=2018", "Thị xã"),
        ("?period=2019", "Thành phố"),
        ("?period=2019&on=2019-05-01", "Thị xã"),
        ("", "Thành phố"),
    ):
        assert f"<h1>{heading} Đông Triều qua số liệu</h1>" in browser.get(address + query).content.decode()
    assert "khi đó là Thị xã Đông Triều" in browser.get(address).content.decode()
    assert "khi đó là" not in browser.get(f"{address}?period=2018").content.decode()
