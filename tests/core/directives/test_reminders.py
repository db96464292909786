"""Reminders are planned from the events alone; their keys make sending safe to run twice and after days without a run."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.directives.digest import LONGEST, About, Group, Noticed, digest, one_line
from giaoban.directives.escalation import Clock, Recipient, for_lead, ladder, parse
from giaoban.directives.followed import Followed, NewDeadline, followed
from giaoban.directives.reminders import due
from giaoban.directives.states import Event, Standing, State, Who
from giaoban.model import Refused

ISSUED = date(2020, 5, 1)
DUE = date(2020, 6, 30)
OPEN = (State.ISSUED, State.ACKNOWLEDGED, State.IN_PROGRESS, State.RETURNED)
TASK = Followed("12", Standing(State.IN_PROGRESS, DUE), DUE, ISSUED)


def after(days: int, since: date = DUE) -> date:
    return since + timedelta(days=days)


def told(task: Followed, on: date, **given) -> dict[str, str]:
    """Recipient → newest rung."""
    return {each.to.value: each.rung.name for each in due(task, on, **given)}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-8, {}),
        (-7, {"lead": "deadline-7"}),
        (-4, {"lead": "deadline-7"}),
        (-3, {"lead": "deadline-3"}),
        (-1, {"lead": "deadline-1"}),
        (0, {"lead": "deadline+0"}),
        (1, {"lead": "deadline+1", "watcher": "deadline+1"}),
        (7, {"lead": "deadline+7", "watcher": "deadline+1", "superior": "deadline+7"}),
        (30, {"lead": "deadline+30", "watcher": "deadline+1", "superior": "deadline+7", "head": "deadline+30"}),
        (400, {"lead": "deadline+30", "watcher": "deadline+1", "superior": "deadline+7", "head": "deadline+30"}),
    ],
)
def test_the_ladder_goes_from_the_lead_to_the_head_of_office(days, expected):
    assert told(TASK, after(days)) == expected


@pytest.mark.parametrize("state", State)
def test_the_state_decides_whether_a_deadline_reminds(state):
    task = replace(TASK, now=Standing(state, DUE))
    assert bool(due(task, after(40))) is (state in OPEN)


@pytest.mark.parametrize("rung", [rung for rung in ladder() if rung.clock is Clock.DEADLINE], ids=lambda rung: rung.name)
def test_every_rung_of_a_deadline_holds_in_every_state_in_which_there_is_work_to_do(rung):
    assert rung.states == set(OPEN)


def test_an_acknowledgement_is_asked_for_after_three_days():
    waiting = replace(TASK, now=Standing(State.ISSUED))
    assert told(waiting, after(2, ISSUED)) == {}
    assert told(waiting, after(3, ISSUED)) == {"lead": "issued+3"}
    assert told(replace(TASK, now=Standing(State.ACKNOWLEDGED)), after(3, ISSUED)) == {}


def test_who_accepts_is_reminded_of_a_report_nobody_looked_at():
    task = replace(TASK, now=Standing(State.REPORTED, DUE, reported_on=DUE))
    assert told(task, after(2)) == {}
    assert told(task, after(3)) == {"acceptor": "reported+3"}
    assert told(task, after(9)) == {"acceptor": "reported+7", "head": "reported+7"}
    assert told(replace(task, now=replace(task.now, state=State.ACCEPTED)), after(9)) == {}


def test_an_extension_that_nobody_answers_is_called_to_mind_after_three_days():
    asked = replace(TASK, now=replace(TASK.now, asked=after(90)), asked_on=ISSUED)
    assert told(asked, after(2, ISSUED)) == {}
    for state in (*OPEN, State.REPORTED):
        found = told(replace(asked, now=replace(asked.now, state=state, deadline=None)), after(3, ISSUED))
        assert {to: rung for to, rung in found.items() if to != "lead"} == {"issuer": "asked+3", "head": "asked+3"}


def test_a_rung_that_was_over_when_the_deadline_was_given_is_left_out():
    late_order = replace(TASK, issued_on=after(-2))
    assert told(late_order, after(-2)) == {}
    assert told(late_order, after(-1)) == {"lead": "deadline-1"}
    assert told(replace(TASK, issued_on=after(-3)), after(-3)) == {}, "its lead has just been told"
    assert told(replace(TASK, issued_on=after(3)), after(3)) == {"lead": "deadline+1", "watcher": "deadline+1"}


def test_a_deadline_given_for_the_same_day_is_not_called_to_mind_on_it():
    today = replace(TASK, now=Standing(State.IN_PROGRESS, after(5)), later=(NewDeadline(after(5), after(5)),))
    assert told(today, after(5)) == {}
    assert told(today, after(6)) == {"lead": "deadline+1", "watcher": "deadline+1"}


def test_only_a_deadline_is_told_to_its_lead_when_it_is_given():
    at_once = parse("clock\tdays\tstates\tto\nissued\t0\tissued\tlead\nreported\t0\treported\tacceptor\n")
    assert told(replace(TASK, now=Standing(State.ISSUED, DUE)), ISSUED, rungs=at_once) == {"lead": "issued+0"}
    assert told(replace(TASK, now=Standing(State.REPORTED, DUE, reported_on=ISSUED)), ISSUED, rungs=at_once) == {"acceptor": "reported+0"}


def test_reminders_of_a_day_come_in_one_order():
    names = [(each.rung.clock.value, each.to.value) for each in due(replace(TASK, asked_on=ISSUED), after(30))]
    assert len(names) == 6
    assert names == sorted(names)


def test_a_lead_has_days_of_its_own_and_others_are_told_all_the_same():
    own = for_lead(ladder(), [2, -14])
    assert told(TASK, after(-14), rungs=own) == told(TASK, after(0), rungs=own) == {"lead": "deadline-14"}
    assert told(TASK, after(2), rungs=own) == {"lead": "deadline+2", "watcher": "deadline+1"}
    assert told(TASK, after(30), rungs=own) == told(TASK, after(30))
    assert [rung.days for rung in own if rung.to == {Recipient.LEAD} and rung.clock is Clock.DEADLINE] == [-14, 2]
    assert {rung.states for rung in own if rung.clock is Clock.DEADLINE} == {frozenset(OPEN)}
    assert [rung for rung in own if rung.clock is not Clock.DEADLINE] == [rung for rung in ladder() if rung.clock is not Clock.DEADLINE]


def test_days_on_which_others_are_told_are_not_doubled_for_a_lead():
    names = [rung.name for rung in for_lead(ladder(), [3, 1, 7, -7])]
    assert len(names) == len(set(names))
    assert {"deadline+3", "issued+3", "reported+3", "asked+3"} <= set(names)


def test_a_ladder_with_a_word_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="nobody"):
        parse("clock\tdays\tstates\tto\ndeadline\t1\tissued\tnobody\n")


def test_the_events_give_the_days_that_reminders_need():
    events = [
        Event("issue", Who.HEAD, ISSUED, {"lead": "x"}),
        Event("ask_extension", Who.LEAD, after(1, ISSUED), {"reason": "x", "until": "2020-07-31"}),
    ]
    asked = followed("12", events, DUE)
    assert (asked.issued_on, asked.asked_on, asked.first, asked.later) == (ISSUED, after(1, ISSUED), DUE, ())
    since = followed("12", [*events, Event("progress", Who.LEAD, after(9, ISSUED), {"text": "x"})], DUE)
    assert (since.asked_on, since.dated_on) == (after(1, ISSUED), ISSUED), "whoever waits for an answer has waited since she asked"
    granted = followed("12", [*events, Event("grant_extension", Who.HEAD, after(2, ISSUED))], DUE)
    assert granted.later == (NewDeadline(after(2, ISSUED), date(2020, 7, 31)),)
    assert (granted.asked_on, granted.dated_on, granted.first) == (None, after(2, ISSUED), DUE)
    refused = followed("12", [*events, Event("refuse_extension", Who.HEAD, after(2, ISSUED), {"reason": "x"})], DUE)
    assert (refused.asked_on, refused.dated_on) == (None, ISSUED)
    assert followed("12", [Event("withdraw", Who.HEAD, ISSUED, {"reason": "x"})], DUE).issued_on is None
    with pytest.raises(Refused):
        followed("12", [Event("accept", Who.ACCEPTOR, ISSUED, {"seen": "x"})])


tasks = st.builds(
    lambda state, due, reported, asked: Followed(
        "12", Standing(state, due, due if asked else None, reported_on=reported), due, ISSUED, asked_on=asked
    ),
    st.sampled_from(State),
    st.none() | st.dates(ISSUED, date(2020, 9, 1)),
    st.none() | st.dates(ISSUED, date(2020, 9, 1)),
    st.none() | st.dates(ISSUED, date(2020, 9, 1)),
)
runs = st.lists(st.integers(0, 200), min_size=1, max_size=30).map(sorted)


@given(tasks, runs)
def test_each_reminder_goes_out_once_and_the_newest_only_whatever_runs_were_missed(task, days):
    sent: list[str] = []
    rungs: dict[tuple[Clock, Recipient], int] = {}
    for day in days:
        fresh = [each for each in due(task, after(day, ISSUED)) if each.key not in sent]
        told = [(each.rung.clock, each.to) for each in fresh]
        assert len(told) == len(set(told))
        for each in fresh:
            assert each.rung.days > rungs.get((each.rung.clock, each.to), -1000)
            assert each.days >= each.rung.days
            rungs[each.rung.clock, each.to] = each.rung.days
        sent += [each.key for each in fresh]
    assert len(sent) == len(set(sent))
    assert rungs == {(each.rung.clock, each.to): each.rung.days for each in due(task, after(days[-1], ISSUED))}


def test_an_extension_begins_anew():
    until = after(60)
    extended = replace(TASK, now=Standing(State.IN_PROGRESS, until, extended=1), later=(NewDeadline(after(8), until),))
    sent = [each.key for each in due(TASK, after(8))]
    assert due(extended, after(8)) == ()
    again = [each for each in due(extended, after(67)) if each.key not in sent]
    assert {each.to.value for each in again} == {"lead", "watcher", "superior"}
    assert {each.since for each in again} == {until}


ABOUT = {
    "12": About("Hoàn thành trạm xử lý nước thải của cụm công nghiệp;", "UBND thị xã", "https://giaoban.example/directives/12"),
    "13": About("Trình phương án\nsắp xếp các trường học.", "Phòng Giáo dục và Đào tạo"),
}


def test_a_digest_says_how_many_of_each_kind_and_names_each():
    soon = replace(TASK, key="13", now=Standing(State.ACKNOWLEDGED, after(10)))
    reminders = [each for task in (soon, TASK) for each in due(task, after(8)) if each.to is Recipient.LEAD]
    made = digest("Văn phòng", reminders, ABOUT, after(8))
    assert made is not None
    assert made.subject == "Nhắc việc ngày 08/07/2020 – quá hạn: 1, sắp đến hạn: 1"
    assert made.lines == (
        "Kính gửi Văn phòng, ngày 08/07/2020 có 2 nhiệm vụ cần lưu ý.",
        "",
        "Quá hạn: 1",
        "- Hoàn thành trạm xử lý nước thải của cụm công nghiệp – UBND thị xã, quá hạn 8 ngày (hạn 30/06/2020).",
        "  https://giaoban.example/directives/12",
        "",
        "Sắp đến hạn: 1",
        "- Trình phương án sắp xếp các trường học – Phòng Giáo dục và Đào tạo, còn 2 ngày (hạn 10/07/2020).",
    )
    assert made.counts == {Group.OVER: 1, Group.SOON: 1}
    english = digest("Office", reminders, ABOUT, after(8), "en")
    assert english is not None
    assert english.subject == "Reminders of 08/07/2020 – overdue: 1, due soon: 1"


def test_one_who_is_told_in_two_capacities_reads_one_line_and_both_keys_are_kept():
    reminders = [each for each in due(TASK, after(31)) if each.to in {Recipient.SUPERIOR, Recipient.HEAD}]
    made = digest("Chánh Văn phòng", reminders, ABOUT, after(31))
    assert made is not None
    assert made.counts == {Group.OVER: 1}
    assert len(made.keys) == len(reminders) == 2
    assert {each.key for each in reminders} <= set(made.keys)


def test_a_digest_goes_from_what_is_over_to_what_is_soon_and_in_each_from_the_oldest():
    days = {"26": 7, "25": 7, "24": 9, "23": 1, "22": 8, "21": 6}
    tasks = [replace(TASK, key=key, now=Standing(State.IN_PROGRESS, after(day))) for key, day in days.items()]
    about = {key: About(f"Việc {key}", "Sở Tài chính") for key in days}
    made = digest("Văn phòng", [each for task in tasks for each in due(task, after(7)) if each.to is Recipient.LEAD], about, after(7))
    assert made is not None
    assert list(made.counts.items()) == [(Group.OVER, 2), (Group.TODAY, 2), (Group.SOON, 2)]
    assert [line[7:9] for line in made.lines if line.startswith("- Việc")] == ["23", "21", "25", "26", "22", "24"]
    assert made.text == "".join(f"{line}\n" for line in made.lines)
    assert list(made.keys) == sorted(made.keys)


def test_of_one_task_the_newest_rung_is_told():
    reminders = sorted(due(TASK, after(31)), key=lambda each: -each.rung.days)
    made = digest("Chánh Văn phòng", [*due(TASK, after(1)), *reminders], ABOUT, after(31))
    assert made is not None
    assert next(line for line in made.lines if line.startswith("-")).endswith("quá hạn 31 ngày (hạn 30/06/2020).")


def test_a_line_begins_with_a_capital():
    made = digest("Văn phòng", due(TASK, DUE), {"12": About("đánh giá kết quả", "Sở Tài chính")}, DUE)
    assert made is not None
    assert made.lines[-1].startswith("- Đánh giá kết quả – Sở Tài chính")


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        ("Rà soát.", "Rà soát"),
        ("Rà soát,\n xong trong tháng;", "Rà soát, xong trong tháng"),
        ("a" * LONGEST, "a" * LONGEST),
        ("a" * (LONGEST + 1), "a" * LONGEST + "…"),
        (f"{'a' * 100}, {'b' * 100}", f"{'a' * 100}…"),
    ],
    ids=["a full stop", "two lines", "just as long as may be", "one word that is longer", "cut between words"],
)
def test_a_wording_is_one_line_without_its_stop_cut_where_it_is_long(wording, line):
    assert one_line(wording) == line


def test_what_waits_for_an_answer_stands_in_groups_of_its_own():
    now = Standing(State.REPORTED, DUE, after(60), reported_on=DUE)
    waiting = replace(TASK, now=now, asked_on=ISSUED)
    ordered = replace(TASK, key="13", now=Standing(State.ISSUED, after(200)))
    made = digest("Chánh Văn phòng", [*due(waiting, after(8)), *due(ordered, after(8))], ABOUT, after(8))
    assert made is not None
    assert made.counts == {Group.UNACKNOWLEDGED: 1, Group.UNACCEPTED: 1, Group.UNANSWERED: 1}


def test_notices_stand_behind_the_tasks_and_alone_where_there_are_none():
    notice = Noticed("notice/3/1", "Lê Thị An trình duyệt thông báo kết luận (Giao ban tháng 6).", "https://giaoban.example/notices/3/")
    reminders = [each for each in due(TASK, after(8)) if each.to is Recipient.LEAD]
    both = digest("Văn phòng", reminders, ABOUT, after(8), notices=[notice])
    assert both is not None
    assert both.subject == "Nhắc việc ngày 08/07/2020 – quá hạn: 1, thông báo kết luận: 1"
    assert "1 nhiệm vụ cần lưu ý và 1 thông báo kết luận cần xem" in both.lines[0]
    assert both.lines[-3:] == ("Thông báo kết luận: 1", f"- {notice.text}", f"  {notice.url}")
    assert "notice/3/1" in both.keys
    alone = digest("Văn phòng", [], {}, after(8), notices=[notice])
    assert alone is not None
    assert alone.lines[0] == "Kính gửi Văn phòng, ngày 08/07/2020 có 1 thông báo kết luận cần xem."


def test_a_new_task_is_told_once_beside_what_it_is_reminded_of():
    new = Noticed(
        "13/1", "Lê Thị An giao Sở Tài chính chủ trì, hạn 10/07/2020: …", "https://giaoban.example/directives/13/", Group.GIVEN, "13"
    )
    same = replace(new, key="12/1", directive="12", text="Lê Thị An giao Phòng Y tế chủ trì: …")
    reminders = [each for each in due(TASK, after(8)) if each.to is Recipient.LEAD]
    made = digest("Văn phòng", reminders, ABOUT, after(8), notices=[same, new])
    assert made is not None
    assert made.subject == "Nhắc việc ngày 08/07/2020 – quá hạn: 1, mới giao: 1"
    assert made.lines[0] == "Kính gửi Văn phòng, ngày 08/07/2020 có những việc sau cần lưu ý."
    assert [line for line in made.lines if line.startswith("- Lê")] == [f"- {new.text}"]
    assert {"12/1", "13/1"} <= set(made.keys)
    told = replace(same, group=Group.RETURNED)
    beside = digest("Văn phòng", reminders, ABOUT, after(8), notices=[told])
    assert beside is not None
    assert beside.counts == {Group.OVER: 1, Group.RETURNED: 1}, "only what was given says no more than its reminder"


def test_nothing_to_say_makes_no_digest():
    assert digest("Văn phòng", [], ABOUT, DUE) is None


@given(st.text(max_size=400))
def test_a_line_of_a_digest_stays_one_line_and_short(wording):
    made = digest("x", due(TASK, DUE), {"12": About(wording, "Sở Tài chính")}, DUE)
    assert made is not None
    assert len(made.lines) == 4
    assert len(made.lines[-1]) < 260
    assert not any(each in "".join(made.lines) for each in "\r\n\u2028")
