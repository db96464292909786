"""While a clerk confirms, the ledger's checks stand beside the find: what does not fit, and what follows from it."""

import pytest

from giaoban_web.ledger.models import Entry
from giaoban_web.records import actions
from giaoban_web.records.actions import Change
from giaoban_web.records.models import Find
from giaoban_web.records.recheck import doubts
from giaoban_web.records.remarks import remarks
from tests.web.conftest import make_place
from tests.web.facts import FIGURE

SHARE = FIGURE | {
    "indicator": "tỷ lệ bí thư đồng thời là chủ tịch UBND cấp xã",
    "value": 85.7,
    "unit": "%",
    "bound": "exact",
    "comparisons": [],
}


@pytest.fixture
def browser(sign_in, clerk):
    return sign_in(clerk)


@pytest.fixture
def earlier(fact, make_record, town, confirm):
    """Last year's report had another figure than this year's growth implies."""
    report = make_record(town, None, name="2018.txt")
    fields = FIGURE | {"value": 15900, "period": "2018", "comparisons": [], "bound": "exact"}
    confirm(fact(report, "observation", "Tổng giá trị sản xuất", fields, verdict=None))


def said(find):
    return [(each.said.code, each.doubtful) for each in remarks(find.record, [find]).get(find.pk, ())]


def wanted(find, **fields):
    return Change(find.kind, find.start, find.end, find.fields | fields)


def test_growth_that_does_not_fit_last_years_figure_is_doubted_before_anything_is_confirmed(earlier, figure):
    find = figure(bound="exact")
    before = Entry.objects.count()
    assert ("growth-at-constant-prices", True) in said(find)
    assert Entry.objects.count() == before


def test_what_follows_from_a_figure_is_told_without_doubt(figure):
    assert said(figure(bound="exact")) == [("growth-implies", False)]


@pytest.mark.parametrize(("communes", "code"), [(21, "fraction-of-known"), (22, "fraction-impossible")])
def test_a_share_of_communes_is_a_number_of_those_the_register_has_or_is_doubted(figure, town, communes, code):
    for number in range(communes):
        make_place(f"07{number:03}", "xã", f"Số {number}", town)
    assert said(figure(**SHARE)) == [(code, code == "fraction-impossible")]


def test_two_shares_of_one_text_have_their_common_number_of_units(figure, record):
    first = figure(**SHARE)
    second = figure(words="so với cùng kỳ", **SHARE | {"indicator": "tỷ lệ bí thư không phải là người địa phương", "value": 76.2})
    told = remarks(record, [first, second])
    assert {find: [each.said.values["units"] for each in several] for find, several in told.items()} == {first.pk: [18], second.pk: [16]}


def test_a_unit_that_the_indicator_is_not_measured_in_is_doubted(figure):
    find = figure(unit="ha", comparisons=[])
    correct = wanted(find, indicator="Tổng giá trị sản xuất", unit="người")
    assert "unit-not-of-indicator" in [each.code for each in doubts(find.record, correct, find)]


def test_a_figure_that_another_report_gives_differently_is_doubted(figure, fact, make_record, town, confirm):
    report = make_record(town, None, name="khac.txt")
    confirm(
        fact(report, "observation", "Tổng giá trị sản xuất", FIGURE | {"value": 18500, "bound": "exact", "comparisons": []}, verdict=None)
    )
    assert ("revision-differs", True) in said(figure(bound="exact", comparisons=[]))


def test_a_figure_is_not_compared_with_what_it_entered_itself(figure, confirm):
    find = figure(bound="exact", comparisons=[])
    confirm(find)
    find = Find.objects.get(pk=find.pk)
    assert doubts(find.record, wanted(find, value=19200), find) == []


def test_the_doubt_stands_on_the_card_and_a_correction_is_saved_only_knowingly(browser, earlier, figure):
    find = figure(bound="exact")
    page = browser.get(f"/records/{find.record_id}/").content.decode()
    assert "giá so sánh" in page
    card = browser.get(f"/records/{find.record_id}/finds/{find.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert 'class="doubtful"' in card


def test_the_api_answers_a_decision_with_what_was_doubtful_about_it(browser, earlier, figure):
    find = figure(bound="exact")
    answer = browser.post(f"/api/finds/{find.pk}/decisions", {"verdict": "confirmed", "seen": 0}, content_type="application/json")
    assert answer.status_code == 200
    assert "growth-at-constant-prices" in [each["code"] for each in answer.json()["doubts"]]


def test_what_is_rejected_is_not_doubted(browser, earlier, figure):
    find = figure(bound="exact")
    answer = browser.post(f"/api/finds/{find.pk}/decisions", {"verdict": "rejected", "seen": 0}, content_type="application/json")
    assert answer.json()["doubts"] == []


USUAL = [
    ("nợ xấu", "tỷ đồng", False),
    ("nợ xấu", "triệu đồng", False),
    ("nợ xấu", "hộ", True),
    ("bảo hiểm xã hội tự nguyện", "%", False),
    ("bảo hiểm xã hội tự nguyện", "tỷ đồng", True),
    ("đường giao thông nông thôn được cứng hóa", "%", False),
    ("đường giao thông nông thôn được cứng hóa", "ha", True),
    ("lao động qua đào tạo", "lao động", False),
    ("giải quyết việc làm", "tỷ đồng", False),
    ("giải phóng mặt bằng", "hộ", False),
    ("giải phóng mặt bằng", "xã", True),
    ("hộ nghèo", "%", False),
]


@pytest.mark.parametrize(("name", "unit", "doubted"), USUAL)
def test_an_amount_that_goes_by_the_name_of_its_share_and_a_share_by_that_of_its_amount_are_not_doubted(figure, name, unit, doubted):
    find = figure(unit="ha", comparisons=[])
    told = [each.code for each in doubts(find.record, wanted(find, indicator=name, unit=unit, value=12), find)]
    assert ("unit-not-of-indicator" in told) is doubted


def test_a_count_of_what_an_indicator_is_a_share_of_is_not_doubted_for_its_unit(figure):
    find = figure(unit="ha", comparisons=[])
    for unit, doubted in (("hộ", False), ("tỷ đồng", True)):
        correct = wanted(find, indicator="hộ dân sử dụng nước sạch", unit=unit)
        assert ("unit-not-of-indicator" in [each.code for each in doubts(find.record, correct, find)]) is doubted


def test_those_that_were_given_something_are_not_set_against_all_there_are(fact, make_record, clerk, town, confirm):
    report = make_record(town, None, name="truoc.txt")
    fields = FIGURE | {"indicator": "hộ nghèo", "value": 45, "unit": "hộ", "bound": "exact", "comparisons": []}
    confirm(fact(report, "observation", "Tổng giá trị sản xuất", fields, verdict=None))
    for given, doubted in (("tặng quà cho", False), ("có", True)):
        text = f"Báo cáo của thị xã\n\nNăm 2019, thị xã {given} 62 hộ nghèo."
        record = actions.put_in(data=text.encode(), name="bao-cao.txt", place=town, by=clerk)
        told = remarks(record, list(record.finds.select_related("standing")))
        assert any(each.doubtful for several in told.values() for each in several) is doubted
