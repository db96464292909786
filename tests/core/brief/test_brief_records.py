"""What exchange records alone give: figures of the one place, tasks as issued, findings that were read surely; and nothing guessed."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban import flow
from giaoban.brief.brief import Course
from giaoban.brief.composing import brief
from giaoban.brief.from_records import Record, given
from giaoban.brief.same_place import same_place
from giaoban.directives.counting import Kind
from giaoban.model import (
    Bound,
    Comparison,
    Directive,
    Finding,
    Force,
    Found,
    Measure,
    Meeting,
    Observation,
    Polarity,
    Quantity,
    Reading,
    Refused,
    Role,
    Span,
    Topic,
)  # fmt: skip
from tests.tables import table

ON = date(2021, 10, 12)


def record(name, day, *finds, title="Biên bản họp"):
    """A record whose words are those given with each find, one after another."""
    words, found, at = {}, [], 0
    for what, said, *sure in finds:
        span = Span(at, at + len(said))
        words[span] = said
        found.append(Found(what, span, "rule@1", *sure))
        at += len(said) + 1
    kinds = {kind: tuple(each for each in found if isinstance(each.what, kind)) for kind in (Observation, Finding, Directive)}
    meeting = Found(Meeting(day), Span(0, 1)) if day else None
    return Record(name, Reading(title, None, meeting, kinds[Observation], kinds[Finding], kinds[Directive]), words)


def figure(name, value, period, place="huyện Hạ Lĩnh", unit="tỷ đồng", **more):
    bound = more.pop("bound", Bound.EXACT)
    return Observation(name, Quantity(Decimal(value), unit, bound), Measure.LEVEL, more.pop("role", Role.ACTUAL), period, place, **more)


def asked(deadline=None):
    return Directive(None, Force.ORDER, "UBND huyện Hạ Lĩnh", deadline)


BUDGET = "Thu ngân sách nhà nước trên địa bàn"
GROWTH = Comparison(Measure.CHANGE, Decimal("6.5"), "%", Bound.OVER)
EARLY = record(
    "a.json", date(2021, 1, 20),
    (figure(BUDGET, "1180", "2020", comparisons=(GROWTH,)), "thu ngân sách đạt 1.180 tỷ đồng"),
    (figure("Số doanh nghiệp thành lập mới", "50", "2020-H1", unit="doanh nghiệp"), "có 50 doanh nghiệp mới"),
    (figure("Tỷ lệ hộ nghèo", "3.4", "2020", place="xã Phú Vân", unit="%"), "hộ nghèo của xã là 3,4%"),
    (asked("2021-Q1"), "lập phương án cấp nước cho xã Phú Vân trong quý I/2021"),
)  # fmt: skip
LATE = record(
    "b.json", date(2021, 7, 20),
    (figure(BUDGET, "510", "2021-H1", place="huyện"), "thu ngân sách đạt 510 tỷ đồng"),
    (figure(BUDGET, "1300", "2021", role=Role.TARGET), "phấn đấu thu 1.300 tỷ đồng"),
    (figure("Số doanh nghiệp thành lập mới", "44", "2021-H1", unit="doanh nghiệp"), "có 44 doanh nghiệp mới"),
    (figure("Tổng giá trị sản xuất", "4300", "2021-H1", bound=Bound.OVER), "giá trị sản xuất trên 4.300 tỷ đồng"),
    (Finding(Polarity.SHORTCOMING, Topic.LAND), "- Khai thác đá trái phép còn xảy ra", 0.8),
    (Finding(Polarity.SHORTCOMING, Topic.OTHER), "các ý kiến nêu ba hạn chế", 0.3),
    (asked("2021-09-30"), "hoàn thành phương án cấp nước cho xã Phú Vân trước ngày 30/9/2021"),
    (asked(), "tăng thu ngân sách nhà nước trên địa bàn"),
)  # fmt: skip


def figures(*records):
    return {each.name: each for each in given(records, ON, "huyện Hạ Lĩnh").figures}


@pytest.mark.parametrize("case", table("same_place.tsv"), ids=lambda case: f"{case['written']} · {case['place']}")
def test_places_are_the_same_as_the_corpus_says(case):
    assert same_place(case["written"], case["place"]) == (case["same"] == "1")


def test_the_latest_figure_of_the_place_is_taken_with_its_target_and_those_of_other_places_are_left_out():
    budget = figures(EARLY, LATE)[BUDGET]
    assert (str(budget.latest.period), budget.latest.quantity.value, budget.months) == ("2021-H1", 510, 6)
    assert (budget.target.quantity.value, budget.attained.quantity.value, budget.attained.computed) == (1300, Decimal("39.2"), True)
    assert "Tỷ lệ hộ nghèo" not in figures(EARLY, LATE)


def test_what_should_be_little_is_told_with_its_target_and_no_share_of_it():
    poor, plan = figure("Số hộ nghèo", "12", "2021", unit="hộ"), figure("Số hộ nghèo", "15", "2021", unit="hộ", role=Role.TARGET)
    told = figures(record("a.json", date(2022, 1, 20), (poor, "còn 12 hộ nghèo"), (plan, "kế hoạch còn 15 hộ nghèo")))["Số hộ nghèo"]
    assert (told.attained, told.target.quantity.value) == (None, 15)


def test_a_stock_is_set_against_one_of_an_earlier_day_and_none_of_the_same_day():
    def poor(number, period):
        return figure("Số hộ nghèo", number, period, unit="hộ"), f"còn {number} hộ nghèo"

    both = record("a.json", date(2021, 11, 4), poor("21", "2021-10"), poor("12", "2021-01/2021-10"))
    told = figures(both)["Số hộ nghèo"]
    assert (told.latest.quantity.value, len(told.earlier), told.against) == (12, 1, None)
    earlier = record("b.json", date(2021, 7, 4), poor("30", "2021-06"))
    assert figures(earlier, both)["Số hộ nghèo"].against.quantity.value == 30


def test_a_share_of_the_same_period_is_none_of_the_plan():
    shares = (
        Comparison(Measure.ATTAINMENT, Decimal(120), "%", base="same_period"),
        Comparison(Measure.ATTAINMENT, Decimal(78), "%", base="plan"),
    )
    told = record("a.json", date(2021, 1, 20), (figure(BUDGET, "1180", "2020", comparisons=shares), "thu ngân sách đạt 1.180 tỷ đồng"))
    assert figures(told)[BUDGET].attained.quantity.value == 78


def test_a_change_that_was_told_keeps_its_bound_and_one_worked_out_says_so():
    told = figures(EARLY)[BUDGET].change
    assert (told.quantity.bound, told.computed) == (Bound.OVER, False)
    worked_out = figures(EARLY, LATE)["Số doanh nghiệp thành lập mới"].change
    assert (worked_out.quantity.value, worked_out.computed, len(worked_out.sources)) == (Decimal("-12.0"), True, 2)


def test_no_change_is_worked_out_of_figures_at_prices_of_different_years_or_with_a_bound():
    before = record("a.json", date(2021, 1, 20), (figure("Tổng giá trị sản xuất", "4000", "2020-H1"), "giá trị sản xuất 4.000 tỷ đồng"))
    assert figures(before, LATE)["Tổng giá trị sản xuất"].change is None


def test_what_a_record_asks_counts_as_issued_and_is_found_again_in_a_later_one():
    composed = flow.prepare([LATE, EARLY], ON)
    again = composed.tasks[0]
    assert (again.times, again.kind, again.task.standing.deadline) == (2, Kind.OVERDUE, date(2021, 9, 30))
    assert [each.wording for each in composed.unanswered] == ["Khai thác đá trái phép còn xảy ra"]
    assert not composed.given.followed
    assert not composed.given.confirmed
    assert composed.given.left_out == 1


def test_a_task_is_linked_to_the_indicator_that_its_words_name_and_the_link_says_that_nobody_confirmed_it():
    linked = [each.expected for each in given([LATE], ON).tasks if each.expected]
    assert [(each.indicator, each.sure) for each in linked] == [("thu_nsnn", False)]


def test_every_source_names_its_record_and_the_place_of_the_words():
    source = figures(LATE)[BUDGET].latest.source
    assert source.label == "Biên bản họp, 20/07/2021"
    assert source.address == "b.json#char=0,29"
    assert source.quote == "thu ngân sách đạt 510 tỷ đồng"


def test_without_a_place_it_is_the_one_that_the_latest_record_mostly_reports():
    assert given([EARLY, LATE], ON).place == "huyện Hạ Lĩnh"


def test_records_of_later_days_are_left_out_and_where_none_is_left_it_is_refused():
    assert flow.prepare([EARLY, LATE], date(2021, 3, 1)).given.met_on == (date(2021, 1, 20),)
    with pytest.raises(Refused, match="brief-nothing"):
        flow.prepare([EARLY, LATE], date(2020, 1, 1))


def test_a_record_without_a_day_is_refused_by_its_name():
    with pytest.raises(Refused, match="brief-record-undated") as refused:
        flow.prepare([record("c.json", None)], ON)
    assert refused.value.values == {"record": "c.json"}


def test_the_last_brief_is_what_figures_are_set_against():
    last = flow.prepare([EARLY], date(2021, 3, 1), "huyện Hạ Lĩnh")
    now = flow.prepare([EARLY, LATE], ON, "huyện Hạ Lĩnh", last=last)
    assert {each.figure.name: each.before.quantity.value for each in now.figures if each.before} == {
        BUDGET: 1180, "Số doanh nghiệp thành lập mới": 50,
    }  # fmt: skip


PAID = "Tỷ lệ giải ngân vốn đầu tư công"
PAID_EARLY = record("d.json", date(2021, 4, 5), (figure(PAID, "12", "2021-Q1", unit="%"), "giải ngân đạt 12%"))
PAID_LATE = record("e.json", date(2021, 10, 5), (figure(PAID, "33", "2021-M9", unit="%"), "giải ngân đạt 33%"))


def test_a_share_of_the_years_plan_is_not_better_for_being_later_in_the_year_and_is_behind_where_the_year_is_further():
    composed = brief(given((PAID_EARLY, PAID_LATE), ON, "huyện Hạ Lĩnh"))
    (line,) = composed.figures
    assert (line.course, line.behind, line.figure.against) == (Course.UNKNOWN, 42, None)
    (question,) = (each for each in composed.questions if each.rule == "behind")
    assert question.because.say() == "9 tháng mới đạt 33% kế hoạch."


def test_what_was_said_of_a_year_that_went_on_is_older_than_what_was_reported_later():
    poor = "Tỷ lệ hộ nghèo"
    early = record("f.json", date(2021, 4, 5), (figure(poor, "0.2", "2021", unit="%"), "hộ nghèo xuống còn 0,2% vào cuối năm"))
    late = record("g.json", date(2021, 10, 5), (figure(poor, "0.31", "2021-M9", unit="%"), "tỷ lệ hộ nghèo còn 0,31%"))
    (line,) = brief(given((early, late), ON, "huyện Hạ Lĩnh")).figures
    assert (str(line.figure.latest.quantity.value), line.course) == ("0.31", Course.UNKNOWN)
