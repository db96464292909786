"""A brief says what moved, what is late and what was asked again, each line with its source; and it says the same every time."""

import json
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from giaoban import messages
from giaoban.brief.brief import Course, Effect
from giaoban.brief.composing import brief
from giaoban.brief.given import Expected, GivenDiscrepancy
from giaoban.brief.lines import sentence
from giaoban.brief.questions import FIRST, rules
from giaoban.brief.same_project import projects
from giaoban.brief.stored import restored, stored
from giaoban.brief.tasks import with_repeats
from giaoban.brief.unanswered import unanswered
from giaoban.directives.counting import Kind
from giaoban.directives.repetition.repetition import repeat
from giaoban.directives.states import State
from giaoban.ledger.discrepancies import Severity
from giaoban.model import Bound, Polarity, Refused, Topic
from giaoban.reference.indicators import Direction
from giaoban.render.brief_lines import standing
from tests.core.brief.made import (
    BUDGET,
    EARLIER,
    FINDINGS,
    GIVEN,
    ON,
    OUTPUT,
    POVERTY,
    SECOND,
    TASKS,
    change,
    finding,
    level,
    quantity,
    source,
    task,
)
from tests.tables import table

BRIEF = brief(GIVEN)
PRECISION, RECALL = 0.9, 0.8


def line(key):
    return next(each for each in BRIEF.tasks if each.task.key == key)


def asked(composed):
    return {each.rule: each for each in reversed(composed.questions)}


def test_what_is_stored_comes_back_and_composes_to_the_same_brief():
    again = restored(json.loads(json.dumps(stored(BRIEF))))
    assert again == BRIEF
    assert brief(again.given) == BRIEF


@pytest.mark.parametrize(
    "spoilt",
    [
        {}, {"format": "giaoban-brief-1"}, {"format": "giaoban-brief-1", "brief": []},
        {"format": "giaoban-brief-2", "brief": stored(BRIEF)["brief"]},
    ],
)  # fmt: skip
def test_what_is_no_stored_brief_is_refused(spoilt):
    with pytest.raises(Refused, match="brief-unreadable"):
        restored(spoilt)


def test_a_stored_brief_with_a_word_where_a_number_belongs_is_refused():
    told = json.loads(json.dumps(stored(BRIEF)))
    told["brief"]["tasks"][0]["overdue"] = "lâu"
    with pytest.raises(Refused, match="brief-unreadable"):
        restored(told)


def test_the_order_in_which_tasks_and_findings_are_given_changes_nothing():
    shuffled = replace(GIVEN, tasks=tuple(random.Random(1).sample(TASKS, len(TASKS))), findings=tuple(reversed(FINDINGS)))
    again = brief(shuffled)
    assert (again.tasks, again.questions, again.silent) == (BRIEF.tasks, BRIEF.questions, BRIEF.silent)
    assert [each.wording for each in again.unanswered] == [each.wording for each in BRIEF.unanswered]


def test_repeated_tasks_come_first_then_overdue_ones_and_those_asked_again_stand_with_the_later_one():
    assert [each.task.key for each in BRIEF.tasks] == ["t2", "t3", "t4", "t8", "t5", "t7", "t6"]
    assert [(each.given_on, each.result) for each in line("t2").asked] == [(EARLIER, "nộp dự thảo, bị trả lại")]
    assert line("t2").times == 2


def test_what_the_repeated_one_repeated_itself_is_told_too_and_a_circle_hides_nothing():
    chain = (task("a", "Một", on=EARLIER, repeats=("b",)), task("b", "Hai", repeats=("a",)), task("c", "Ba", on=ON, repeats=("b",)))
    (told,) = brief(replace(GIVEN, tasks=chain)).tasks
    assert (told.task.key, [each.key for each in told.asked]) == ("c", ["a", "b"])


def test_what_was_asked_between_counts_though_only_the_first_is_repeated_in_like_words():
    between = date(2021, 3, 1)
    tasks = (task("a", "Một", on=EARLIER), task("b", "Hai", on=between, repeats=("a",)), task("c", "Ba", on=ON, repeats=("a",)))
    (told,) = brief(replace(GIVEN, tasks=tasks)).tasks
    assert (told.task.key, told.times, [each.key for each in told.asked]) == ("c", 3, ["a", "b"])


def test_tasks_are_counted_as_the_register_counts_them_also_those_asked_again():
    assert (BRIEF.count.all, BRIEF.count.done, BRIEF.count.of(Kind.OVERDUE)) == (8, 2, 3)
    assert (BRIEF.count.of_due.part, BRIEF.count.of_due.whole) == (2, 5)


def test_overdue_days_and_what_is_due_soon_are_told_for_the_day():
    assert (line("t3").overdue, line("t4").soon, line("t8").soon) == (72, True, False)


def test_what_asked_the_same_in_an_earlier_meeting_is_found_by_its_words_never_in_the_same_meeting():
    same = [task("a", "Mở rộng vùng trồng cam", on=EARLIER), task("b", "Mở rộng vùng trồng cam"), task("c", "Mở rộng vùng trồng cam")]
    assert [each.repeats for each in with_repeats(same)] == [(), ("a",), ("a",)]


def test_what_only_may_be_the_same_is_not_put_together():
    field, measure = task("a", "Thu hồi nợ thuế", on=EARLIER), task("b", "Giảm nợ thuế xuống dưới 5%")
    assert repeat(field.wording, measure.wording).same
    assert with_repeats([field, measure])[1].repeats == ()


def test_a_latest_day_does_not_make_it_another_task():
    one = task("a", "Tham mưu UBND xã ban hành kế hoạch thu gom, xử lý rác thải sinh hoạt ở các thôn", on=EARLIER)
    other = task("b", "Trình UBND xã ban hành kế hoạch thu gom rác thải sinh hoạt, chậm nhất ngày 20/11/2026")
    assert with_repeats([one, other])[1].repeats == ("a",)


def test_another_deadline_does_not_make_it_another_task():
    one = task("a", "Lập phương án cấp nước cho xã Phú Vân trong quý I/2021", on=EARLIER)
    other = task("b", "Hoàn thành phương án cấp nước cho xã Phú Vân trước ngày 30/9/2021")
    assert with_repeats([one, other])[1].repeats == ("a",)


def test_a_shortcoming_named_twice_is_one_line_with_both_days():
    assert [(each.wording, len(each.said_on)) for each in BRIEF.unanswered] == [("Bụi ở mỏ đá Núi Voi vẫn chưa xử lý xong", 2)]


DUST = "Bụi ở mỏ đá Núi Voi chưa được xử lý"
ANSWERS = [
    ("a directive about it, given later", [task("x", "Xử lý dứt điểm bụi ở mỏ đá Núi Voi", topic=Topic.ENVIRONMENT)], [], True),
    ("a directive about something else", [task("x", "Trồng cam ở xã Phú Vân", topic=Topic.ENVIRONMENT)], [], False),
    ("a later strength about it", [], [finding("Bụi ở mỏ đá Núi Voi đã được xử lý", Polarity.STRENGTH)], True),
    ("an earlier strength about it", [], [finding("Bụi ở mỏ đá Núi Voi đã được xử lý", Polarity.STRENGTH, EARLIER.replace(day=1))], False),
    ("a later strength in the same field about something else", [], [finding("Rừng phòng hộ được giữ tốt", Polarity.STRENGTH)], False),
    (
        "a directive about it that was done before it was named",
        [task("x", "Xử lý bụi ở mỏ đá Núi Voi", on=EARLIER.replace(year=2020), topic=Topic.ENVIRONMENT, done=EARLIER.replace(day=2))],
        [], False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "tasks", "strengths", "answered"), ANSWERS, ids=[each[0] for each in ANSWERS])
def test_a_shortcoming_is_answered_by(why, tasks, strengths, answered):
    given = replace(GIVEN, tasks=tuple(tasks), findings=(finding(DUST, on=EARLIER), *strengths))
    assert [each.wording for each in brief(given).unanswered] == ([] if answered else [DUST]), why


SLOW = "Ban Quản lý dự án huyện để dự án cầu Bến Rừng thi công chậm so với hợp đồng"


@pytest.mark.parametrize(
    ("lead", "wording", "answered"),
    [
        ("Ban Quản lý dự án huyện", "Bố trí đủ thiết bị, tăng ca tại cầu Bến Rừng", True),
        ("Công an huyện", "Bảo đảm trật tự lễ hợp long cầu Bến Rừng", False),
        ("Ban Quản lý dự án huyện", "Bố trí đủ thiết bị sửa chợ Bến Rừng", False),
        ("Ban Quản lý dự án huyện", "Lập hồ sơ quyết toán kè sông Ba Chẽ", False),
    ],
)
def test_a_task_on_the_same_project_answers_where_its_lead_is_the_body_of_the_shortcoming(lead, wording, answered):
    given = replace(GIVEN, tasks=(task("x", wording, lead=lead),), findings=(finding(SLOW, on=EARLIER),))
    assert [each.wording for each in brief(given).unanswered] == ([] if answered else [SLOW])


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("Dự án Cụm công nghiệp Kim Sen chậm tiến độ", {("cụm công nghiệp", "kim sen")}),
        ("kè bờ sông Ba Chẽ và dự án cầu Bến Rừng", {("kè", "ba chẽ"), ("cầu", "bến rừng")}),
        ("chợ xã Bình Khê, trường học, đường thôn Đông Sơn", set()),
        ("Sở Xây Dựng báo cáo. UBND Tỉnh Quảng Ninh", set()),
        ("yêu cầu Kim Sen, đường sắt: Hà Nội, hồ sơ Kim Sen", set()),
        ("sửa đường Sở Xây Dựng đã giao", set()),
    ],
)
def test_a_project_is_known_by_what_it_is_and_its_own_name(wording, found):
    assert projects(wording) == found


def test_words_that_speak_of_a_shortcoming_are_told_from_others_as_the_corpus_says():
    rows = table("spoken_of.tsv")
    found = [row for row in rows if not unanswered([finding(row["shortcoming"], topic=Topic.OTHER)], [task("x", row["later"])])]
    right = sum(row["speaks"] == "1" for row in found)
    assert right / len(found) >= PRECISION
    assert right / sum(row["speaks"] == "1" for row in rows) >= RECALL


COURSES = [
    (replace(BUDGET, change=change("5")), Course.BETTER),
    (BUDGET, Course.WORSE),
    (replace(POVERTY, direction=Direction.HIGHER), Course.WORSE),
    (POVERTY, Course.BETTER),
    (replace(POVERTY, direction=Direction.NEUTRAL), Course.UNKNOWN),
    (replace(POVERTY, earlier=(level("2020", "1.1", "%"),)), Course.SAME),
    (replace(POVERTY, earlier=(level("2020", "1.2", "%", Bound.UNDER),)), Course.UNKNOWN),
    (OUTPUT, Course.UNKNOWN),
]


@pytest.mark.parametrize(("figure", "course"), COURSES)
def test_which_way_a_figure_went_is_read_by_what_is_good_and_only_where_the_printed_figures_decide_it(figure, course):
    assert brief(replace(GIVEN, figures=(figure,))).figures[0].course is course


def test_a_figure_of_a_year_that_goes_on_is_as_old_as_its_report():
    going_on = replace(POVERTY, latest=level("2021", "1.1", "%"))
    assert [each.age for each in brief(replace(GIVEN, figures=(going_on,))).figures] == [(ON - SECOND).days]


def test_a_figure_keeps_its_bound_its_age_and_what_the_last_brief_said():
    output = BRIEF.figures[0]
    assert (output.figure.latest.quantity.bound, output.age, output.before.quantity.value) == (Bound.OVER, 104, 8100)


@pytest.mark.parametrize(("months", "period", "behind"), [(6, "2021-H1", 10), (9, "2021-M9", 35), (6, "2021-H2", 0), (0, "2021-H1", 0)])
def test_a_share_of_the_target_is_behind_the_share_of_the_year_that_is_over(months, period, behind):
    figure = replace(BUDGET, months=months, latest=level(period, "510"))
    assert brief(replace(GIVEN, figures=(figure,))).figures[0].behind == behind


EFFECTS = [
    (BUDGET, Direction.HIGHER, Effect.AGAINST),
    (BUDGET, Direction.LOWER, Effect.WITH),
    (POVERTY, Direction.LOWER, Effect.WITH),
    (replace(POVERTY, latest=level("2021-H1", "1.62", "%")), Direction.LOWER, Effect.UNMOVED),
    (replace(POVERTY, earlier=()), Direction.LOWER, Effect.UNKNOWN),
]


@pytest.mark.parametrize(("figure", "wanted", "effect"), EFFECTS)
def test_a_task_is_followed_to_the_figure_it_should_move(figure, wanted, effect):
    asked_for = task("x", "Làm việc", on=EARLIER, expected=Expected(figure.indicator, wanted, sure=True))
    (found,) = brief(replace(GIVEN, tasks=(asked_for,), figures=(figure,))).effects
    assert found.effect is effect


def test_a_figure_from_before_the_task_says_nothing_of_its_effect():
    asked_for = task("x", "Làm việc", on=ON, expected=Expected("thu_nsnn", Direction.HIGHER, sure=True))
    (found,) = brief(replace(GIVEN, tasks=(asked_for,), figures=(BUDGET,))).effects
    assert (found.effect, found.after) == (Effect.UNKNOWN, None)
    guessed = replace(asked_for, expected=Expected("thu_nsnn", Direction.HIGHER))
    assert not brief(replace(GIVEN, tasks=(guessed,), figures=(BUDGET,))).effects


def test_a_lead_is_silent_since_its_last_word_on_any_open_task():
    assert [(each.lead, each.open, each.days) for each in BRIEF.silent] == [("Phòng Văn hóa", 1, 116)]


def test_a_lead_that_was_told_late_is_not_silent_since_the_meeting():
    late = task("t9", "Rà soát hồ sơ", lead="Phòng Y tế", on=EARLIER, told_on=ON - timedelta(days=3))
    assert "Phòng Y tế" not in {each.lead for each in brief(replace(GIVEN, tasks=(*TASKS, late))).silent}


def waits(key, wording, reported, lead="Phòng Y tế"):
    """A task that its lead reported as done on that day."""
    known = task(key, wording, lead=lead, state=State.REPORTED, deadline=date(2021, 8, 1), heard_on=reported)
    return replace(known, standing=replace(known.standing, reported_on=reported))


def test_of_what_was_reported_as_done_is_asked_when_it_will_be_accepted_not_why_it_is_not_done():
    told = brief(replace(GIVEN, tasks=(waits("x", "Tiêm đủ 412 trẻ", date(2021, 8, 20)), task("u", "Lát đường", deadline=ON, heard_on=ON))))
    assert not told.silent and "overdue" not in asked(told)
    assert asked(told)["unaccepted"].ask.say() == "Phòng Y tế đã báo cáo xong “Tiêm đủ 412 trẻ”: bao giờ nghiệm thu?"
    assert asked(told)["unaccepted"].because.say() == "Báo cáo ngày 20/08/2021, 53 ngày chưa nghiệm thu."
    assert standing(told.tasks[0], "vi", followed=True) == "báo cáo xong 20/08/2021, chờ nghiệm thu; quá hạn 72 ngày"
    fresh = brief(replace(GIVEN, tasks=(waits("x", "Tiêm đủ 412 trẻ", ON - timedelta(days=6)),)))
    assert not {"unaccepted", "overdue"} & set(asked(fresh))


def test_a_silent_lead_is_not_asked_again_where_each_of_its_open_tasks_is_asked_about():
    late = task("x", "Sửa trạm bơm", lead="Phòng Kinh tế", deadline=date(2021, 8, 1))
    assert [each.lead for each in brief(replace(GIVEN, tasks=(late,))).silent] == ["Phòng Kinh tế"]
    assert [each.rule for each in brief(replace(GIVEN, tasks=(late,), figures=(), findings=(), discrepancies=())).questions] == ["overdue"]
    more = task("y", "Nạo vét mương", lead="Phòng Kinh tế", deadline=date(2021, 12, 1))
    assert "silent" in asked(brief(replace(GIVEN, tasks=(late, more))))


def test_a_figure_whose_comma_is_doubted_is_asked_about_as_such_and_not_why_it_got_worse():
    worse = replace(POVERTY, latest=level("2021-H1", "45", "%"))
    told = sentence("unit-slip-target", indicator="Tỷ lệ hộ nghèo", value=quantity("45", "%"), target=quantity("0.45", "%"))
    slip = GivenDiscrepancy(Severity.DOUBT, told, (source("so-1"),))
    linked = task("x", "Giảm nghèo", on=EARLIER, expected=Expected("ty_le_ho_ngheo", Direction.LOWER, sure=True))
    composed = asked(brief(replace(GIVEN, tasks=(linked,), figures=(worse,), discrepancies=(slip,))))
    assert not {"against", "worse"} & set(composed)
    assert composed["contradiction"].ask.say() == "“Tỷ lệ hộ nghèo”: số nào đúng, ai xác nhận?"


def test_the_first_questions_are_of_several_rules_and_each_thing_is_asked_about_once():
    assert [each.rule for each in BRIEF.questions][:4] == ["repeated", "overdue", "against", "contradiction"]
    assert len({each.about for each in BRIEF.questions}) == len(BRIEF.questions)
    many = tuple(task(f"x{each}", f"Việc số {each}", deadline=EARLIER, heard_on=ON) for each in range(20))
    crowded = brief(replace(GIVEN, tasks=(*TASKS, *many)))
    most = {rule.name: rule.most for rule in rules()}
    counted = [each.rule for each in crowded.questions[:FIRST]]
    assert all(counted.count(name) <= most[name] for name in counted)
    assert len(crowded.questions) > FIRST


def test_what_moved_against_a_task_is_told_and_its_indicator_is_not_asked_about_again():
    against = asked(BRIEF)["against"]
    assert against.because.say() == "Thu ngân sách, 6 tháng đầu năm 2021: 510 tỷ đồng, giảm 4,2% so với cùng kỳ."
    assert not any(each.about == "thu_nsnn" for each in BRIEF.questions)
    fallen = replace(POVERTY, latest=level("2021-H1", "1.9", "%"))
    linked = task("x", "Giảm nghèo", on=EARLIER, expected=Expected("ty_le_ho_ngheo", Direction.LOWER))
    told = asked(brief(replace(GIVEN, tasks=(linked,), figures=(fallen,))))["against"]
    assert told.because.say() == "Tỷ lệ hộ nghèo, 6 tháng đầu năm 2021: 1,9%; năm 2020: 1,62%."


def test_of_several_tasks_that_should_move_one_indicator_one_is_asked_about_and_its_lead_is_named():
    fallen = replace(POVERTY, latest=level("2021-H1", "1.9", "%"))
    wanted = Expected("ty_le_ho_ngheo", Direction.LOWER)
    tasks = (
        task("a", "Rà soát hộ nghèo", lead="Phòng Nội vụ", on=EARLIER, expected=wanted),
        task("b", "Giảm nghèo", on=EARLIER, expected=replace(wanted, sure=True)),
    )
    against = [each for each in brief(replace(GIVEN, tasks=tasks, figures=(fallen,))).questions if each.rule == "against"]
    assert [each.ask.say() for each in against] == ["UBND huyện Hạ Lĩnh: “Giảm nghèo”: đã làm gì, vì sao chỉ tiêu đi ngược?"]
    unsure = (tasks[0], task("b", "Hạ tỷ lệ hộ nghèo xuống dưới 1%", on=EARLIER, expected=wanted))
    assert asked(brief(replace(GIVEN, tasks=unsure, figures=(fallen,))))["against"].about == "b"


def test_the_question_about_tasks_without_a_deadline_is_sourced_by_each_of_the_first():
    tasks = tuple(task(f"x{each}", f"Việc số {each}") for each in range(5))
    assert len(asked(brief(replace(GIVEN, tasks=tasks)))["undated"].sources) == 3


def test_every_question_has_a_reason_and_a_source_in_both_languages():
    for each in BRIEF.questions:
        assert each.sources
        assert all(one.say(language) for one in (each.ask, each.because) for language in messages.LANGUAGES)


@pytest.mark.parametrize(("days", "worth"), [(30, False), (31, True)])
def test_a_task_is_asked_about_when_it_is_more_than_thirty_days_overdue(days, worth):
    late = task("x", "Trồng cam", deadline=ON - timedelta(days), heard_on=ON)
    assert ("overdue" in asked(brief(replace(GIVEN, tasks=(late,))))) is worth


def test_who_leads_is_named_where_there_are_several_to_ask():
    tasks = (task("u1", "Sửa kè", deadline=date(2021, 6, 1)), task("u2", "Lát đường", lead="Phòng Giáo dục", deadline=date(2021, 6, 2)))
    late = [each.ask.say() for each in brief(replace(GIVEN, tasks=tasks)).questions if each.rule == "overdue"]
    assert late == [
        "UBND huyện Hạ Lĩnh: vì sao “Sửa kè” chưa xong, bao giờ xong?",
        "Phòng Giáo dục: vì sao “Lát đường” chưa xong, bao giờ xong?",
    ]
    alone = [each.ask.say() for each in brief(replace(GIVEN, tasks=tasks[:1])).questions if each.rule == "overdue"]
    assert alone == ["“Sửa kè”: vì sao chưa xong, bao giờ xong?"]


def test_where_nobody_follows_tasks_none_is_called_overdue_and_no_lead_silent():
    unfollowed = brief(replace(GIVEN, followed=False))
    assert not {"overdue", "silent"} & set(asked(unfollowed))
    assert asked(unfollowed)["fallen-due"].about == "t3"
    assert not unfollowed.silent


def test_a_quiet_place_has_nothing_to_be_asked():
    quiet = brief(replace(GIVEN, figures=(), tasks=(), findings=(), discrepancies=()))
    assert (quiet.questions, quiet.count.all) == ((), 0)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_of_the_table_has_its_two_sentences(rule):
    assert {f"brief-ask-{rule.name}", f"brief-because-{rule.name}"} <= set(messages.table())
