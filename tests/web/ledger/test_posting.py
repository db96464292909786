"""A confirmed figure stands in the ledger with where it came from; what cannot go there says why, and nothing is ever overwritten."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from giaoban.ledger import Cell, Status
from giaoban.model import Period, Quantity, Refused, Role
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.ledger import actions, queries
from giaoban_web.ledger.entering import enter
from giaoban_web.ledger.models import Entry, Indicator, Posting, PostingState, Source, Withdrawal, Wording
from giaoban_web.ledger.posting import post
from giaoban_web.records import actions as records
from giaoban_web.records.models import Find, Verdict

ODD = "giá trị của những thứ làm ra"


def standing():
    return queries.standing_in(Entry.objects.all())


def values():
    return {(each.entry.line.measure, each.entry.period.text, each.entry.value) for each in standing()}


def test_a_confirmed_figure_and_its_growth_stand_in_their_cells_as_printed(figure, confirm, town):
    find = figure()
    confirm(find)
    level, growth = sorted(standing(), key=lambda each: each.entry.line.measure, reverse=True)
    assert (str(level.entry.line.indicator.key), level.entry.place, level.entry.value) == ("gtsx", town, Decimal(19200))
    assert level.entry.unit.name == "tỷ đồng"
    assert (growth.entry.line.base, growth.entry.value, growth.entry.digits) == ("same_period", Decimal("15.1"), 1)
    assert level.entry.bound == 1
    assert level.entry.spot == find.pk
    assert find.posting.state == PostingState.POSTED


def test_the_log_says_beside_the_decision_what_was_entered(figure, confirm):
    confirm(figure())
    told = LogEntry.objects.last()
    assert told.act == "find confirmed"
    assert len(told.details["ledger"]["entries"]) == 2


def test_a_figure_posted_again_is_not_asked_for_again(figure, confirm, clerk):
    confirm(figure())
    find = Find.objects.select_related("record", "standing").get()
    with CaptureQueriesContext(connection) as asked:
        post(find, find.standing, by=clerk)
    assert not any('FROM "records_find"' in query["sql"] for query in asked)


LEFT_OUT = [
    ({"period": None}, PostingState.WAITING, "figure-without-period"),
    ({"place": "Công ty than Mạo Khê"}, PostingState.LEFT_OUT, "figure-of-no-place"),
    ({"indicator": ODD}, PostingState.WAITING, "indicator-unsure"),
    ({"unit": "con"}, PostingState.WAITING, "indicator-unsure"),
]


@pytest.mark.parametrize(("changes", "state", "code"), LEFT_OUT)
def test_a_figure_that_cannot_go_to_a_cell_says_why(figure, confirm, changes, state, code):
    find = figure(**changes)
    confirm(find)
    assert (find.posting.state, find.posting.why["code"]) == (state, code)
    assert not Entry.objects.exists()


def test_a_corrected_figure_stands_in_place_of_the_one_before_and_both_are_kept(figure, confirm):
    find = figure()
    confirm(find)
    confirm(find, Verdict.CORRECTED, value=19300, comparisons=[])
    assert values() == {("level", "2019", Decimal(19300))}
    assert Entry.objects.count() == 3
    assert Withdrawal.objects.count() == 2


def test_a_rejected_figure_no_longer_counts(figure, confirm):
    find = figure()
    confirm(find)
    confirm(find, Verdict.REJECTED)
    assert standing() == []
    assert Posting.objects.get().state == PostingState.LEFT_OUT


def test_an_estimate_gives_way_to_the_figure_and_a_target_stands_beside_it(figure, confirm):
    confirm(figure(role="estimate", value=19000, comparisons=[]))
    confirm(figure(comparisons=[]))
    confirm(figure(role="target", value=21000, comparisons=[]))
    assert sorted(each.entry.value for each in standing()) == [Decimal(19200), Decimal(21000)]


def test_cells_of_which_several_figures_are_told_are_asked_about_together(figure, confirm, django_assert_num_queries):
    def told_twice(period):
        for value in (19200, 19300):
            confirm(figure(value=value, period=period, comparisons=[]))

    told_twice("2019")
    with CaptureQueriesContext(connection) as first:
        assert [len(each.others) for each in standing()] == [1]
    told_twice("2018")
    told_twice("2017")
    with django_assert_num_queries(len(first)):
        assert [len(each.others) for each in standing()] == [1, 1, 1]


def test_what_a_person_picks_is_learned_and_enters_every_figure_of_the_same_words(figure, confirm, clerk):
    first, second = figure(indicator=ODD, comparisons=[]), figure(indicator=ODD.upper(), period="2018", comparisons=[])
    confirm(first)
    confirm(second)
    entered = actions.pick(posting=Posting.objects.get(find=first), indicator=Indicator.objects.get(key="gtsx"), by=clerk)
    assert [each.find for each in entered] == [first, second]
    assert values() == {("level", "2019", Decimal(19200)), ("level", "2018", Decimal(19200))}
    third = figure(indicator=ODD, period="2017", comparisons=[])
    confirm(third)
    assert third.posting.state == PostingState.POSTED


def test_what_is_picked_between_two_indicators_of_one_name_goes_by_itself_the_next_time(figure, confirm, clerk):
    def moved(period):
        find = figure(indicator="hộ nghèo", measure="change", unit="%", value="-12", comparisons=[], period=period)
        confirm(find)
        return Posting.objects.get(find=find)

    first = moved("2019")
    assert (first.state, first.why["code"]) == (PostingState.WAITING, "indicator-unsure")
    actions.pick(posting=first, indicator=Indicator.objects.get(key="so_ho_ngheo"), by=clerk)
    again = moved("2020")
    assert (again.state, again.indicator.key) == (PostingState.POSTED, "so_ho_ngheo")


def test_a_figure_that_somebody_entered_meanwhile_is_not_entered_again(figure, confirm, clerk):
    find = figure(indicator=ODD)
    confirm(find)
    posting, gtsx = Posting.objects.get(), Indicator.objects.get(key="gtsx")
    actions.pick(posting=posting, indicator=gtsx, by=clerk)
    with pytest.raises(Refused, match="meanwhile"):
        actions.pick(posting=posting, indicator=gtsx, by=clerk)
    assert Entry.objects.count() == 2


def test_who_may_not_decide_there_picks_nothing(figure, confirm, person, town):
    confirm(figure(indicator=ODD))
    with pytest.raises(Refused, match="not-allowed-here"):
        actions.pick(posting=Posting.objects.get(), indicator=Indicator.objects.get(key="gtsx"), by=person("leader", town))
    assert not Wording.objects.exists()


def test_a_person_may_have_another_entry_stand_and_the_rule_decides_again_when_told_so(figure, confirm, clerk, town):
    confirm(figure(comparisons=[]))
    confirm(figure(value=15900, comparisons=[], words="trên 19.200 tỷ đồng"))
    rule = standing()[0].entry
    cell = {"place": town, "line": rule.line_id, "period": rule.period_id}
    actions.choose(**cell, number=1 - rule.number, reason="báo cáo của Chi cục Thống kê", by=clerk)
    chosen = standing()[0]
    assert (chosen.entry.number, chosen.choice.reason) == (1 - rule.number, "báo cáo của Chi cục Thống kê")
    actions.choose(**cell, number=None, reason="đã đối chiếu lại", by=clerk)
    assert standing()[0].entry.number == rule.number


@pytest.mark.parametrize(("number", "reason", "code"), [(0, "  ", "reason-missing"), (7, "vì", "entry-unknown")])
def test_a_choice_wants_a_reason_and_an_entry_that_is_there(figure, confirm, clerk, town, number, reason, code):
    confirm(figure(comparisons=[]))
    entry = Entry.objects.get()
    with pytest.raises(Refused, match=code):
        actions.choose(place=town, line=entry.line_id, period=entry.period_id, number=number, reason=reason, by=clerk)


def test_an_entry_cannot_be_changed_or_deleted_by_anybody(figure, confirm):
    confirm(figure())
    for act in ("UPDATE ledger_entry SET amount = 1", "DELETE FROM ledger_entry"):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(act)


def test_what_was_known_on_a_day_is_told_as_it_was_then(figure, confirm):
    from datetime import timedelta

    from django.utils import timezone

    confirm(figure())
    yesterday = timezone.localdate() - timedelta(days=1)
    assert queries.standing_in(Entry.objects.all(), known_on=yesterday) == []
    assert len(queries.standing_in(Entry.objects.all(), known_on=timezone.localdate())) == 2


def test_a_figure_that_was_corrected_later_is_told_as_it_was_before_with_when_and_by_whom(
    figure, confirm, monkeypatch, clerk, sign_in, town
):
    from datetime import timedelta

    from django.utils import timezone

    now = timezone.now
    find = figure()
    monkeypatch.setattr(timezone, "now", lambda: now() - timedelta(days=20))
    confirm(find)
    before = timezone.localdate()
    monkeypatch.setattr(timezone, "now", now)
    confirm(find, Verdict.CORRECTED, value="19300")
    level = Entry.objects.filter(line__measure="level")
    assert [str(each.entry.value) for each in queries.standing_in(level, known_on=before)] == ["19200"]
    assert [str(each.entry.value) for each in queries.standing_in(level, known_on=timezone.localdate())] == ["19300"]
    first, _second = level.order_by("number")
    page = sign_in(clerk).get(f"/ledger/cells/{town.pk}/{first.line_id}/{first.period_id}/").content.decode()
    assert f"{timezone.localtime(now()):%d/%m/%Y}" in page and f"{before:%d/%m/%Y}" in page
    assert "mục đọc được đã được quyết định lại" in page


def test_growth_told_by_an_indicator_of_its_own_is_a_level_of_that_one(figure, confirm):
    confirm(figure(indicator="tốc độ tăng trưởng GRDP", measure="change", value=7.5, unit="%", bound="exact", comparisons=[]))
    assert [(each.entry.line.indicator.key, each.entry.line.measure) for each in standing()] == [("grdp_growth", "level")]


def test_a_share_of_the_plan_that_names_no_plan_is_of_the_plan(figure, confirm):
    attained = {"kind": "attainment", "value": 98, "unit": "%", "bound": "exact", "base": None}
    confirm(figure(comparisons=[attained]))
    assert {(each.entry.line.measure, each.entry.line.base) for each in standing()} == {("level", ""), ("attainment", "plan")}


def test_a_choice_that_the_unit_speaks_against_enters_nothing_and_teaches_nothing(figure, confirm, clerk):
    find = figure(indicator="tổng đàn ong", unit="con", comparisons=[])
    confirm(find)
    (posting,) = actions.pick(posting=Posting.objects.get(find=find), indicator=Indicator.objects.get(key="dan_so"), by=clerk)
    assert (posting.state, posting.why["code"]) == (PostingState.WAITING, "unit-not-of-indicator")
    assert not Wording.objects.exists()
    assert not Entry.objects.exists()


def test_a_choice_among_targets_leaves_the_choice_among_figures(person, town):
    steward = person("steward", town)
    source = Source.objects.create(kind="form", name="x", place=town, reported_on=date(2020, 1, 1), by=steward)
    with transaction.atomic():
        keys = [
            enter(cell=Cell("gtsx", "", Period.parse("2019")), place=town, quantity=Quantity(Decimal(value), "tỷ đồng"), role=role,
                  status=Status.FINAL, source=source)
            for role in (Role.ACTUAL, Role.TARGET) for value in (1, 2)
        ]  # fmt: skip
    for key in (keys[0], keys[2]):
        actions.choose(place=town, line=key[1], period=key[2], number=key[3], reason="vì thế", by=steward)
    assert [each.entry.amount for each in standing()] == [1, 1]


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Năm 2019, thị xã còn 45 hộ nghèo.", PostingState.POSTED),
        ("Năm 2019, thị xã tặng quà cho 62 hộ nghèo.", PostingState.WAITING),
        ("Năm 2019, thị xã thăm hỏi, hỗ trợ sinh kế 62 hộ nghèo.", PostingState.WAITING),
    ],
)
def test_households_that_are_poor_are_counted_and_those_that_were_given_something_are_asked_about(clerk, town, sentence, state):
    record = records.put_in(data=f"Báo cáo của thị xã\n\n{sentence}".encode(), name="bao-cao.txt", place=town, by=clerk)
    find = record.finds.get(kind="observation")
    records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    assert find.fields["indicator"] == "hộ nghèo"
    assert find.posting.state == state
    assert (find.posting.indicator.key if find.posting.indicator else "") == ("so_ho_ngheo" if state == PostingState.POSTED else "")


def test_a_share_of_the_total_that_stands_beside_a_count_is_of_no_plan(clerk, town):
    text = "Báo cáo của thị xã\n\nNăm 2019, thị xã có 4.127/4.238 hộ nghèo được hỗ trợ, đạt 97,4%. Số hộ nghèo 4.127/4.238 hộ, đạt 97,4%."
    record = records.put_in(data=text.encode(), name="bao-cao.txt", place=town, by=clerk)
    for find in record.finds.filter(kind="observation"):
        records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    told = {(each.entry.line.measure, each.entry.line.base) for each in standing()}
    assert ("attainment", "") in told and ("attainment", "plan") not in told


def test_who_picks_for_those_that_were_given_something_enters_them_alone_and_teaches_nothing(clerk, town):
    text = "Báo cáo của thị xã\n\nNăm 2019, thị xã tặng quà cho 62 hộ nghèo.\n\nNăm 2018, thị xã tặng quà cho 71 hộ nghèo."
    record = records.put_in(data=text.encode(), name="bao-cao.txt", place=town, by=clerk)
    for find in record.finds.filter(kind="observation"):
        records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    first, second = Posting.objects.order_by("find__start")
    assert first.why["code"] == second.why["code"] == "figure-of-others"
    entered = actions.pick(posting=first, indicator=Indicator.objects.get(key="so_ho_ngheo"), by=clerk)
    assert [each.state for each in entered] == [PostingState.POSTED]
    second.refresh_from_db()
    assert second.state == PostingState.WAITING
    assert not Wording.objects.exists()
