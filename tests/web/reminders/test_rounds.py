"""What is due on a day is told once: however often it runs, in whatever capacities, with letters to those who have an address."""

from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web import cli
from giaoban_web.accounts.models import User
from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.evidence import Piece
from giaoban_web.directives.moving import move
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.reminders import actions
from giaoban_web.reminders.letters import AGAIN_AFTER, deliver
from giaoban_web.reminders.models import Letter, Message
from giaoban_web.reminders.planning import plan
from giaoban_web.reminders.rounds import tick, write
from giaoban_web.reminders.words import told
from tests.web.directives.conftest import SAID_ON
from tests.web.reminders.conftest import issued

DUE = date(2020, 6, 30)
LINK = Piece("Báo cáo", url="https://example.org/bao-cao")


def taken(office, **terms):
    """A task on which its lead is at work, so that only its deadline counts."""
    task = issued(office, SAID_ON, **terms)
    task = move(directive=task, name="acknowledge", seen=1, by=office.people["lead"], on=SAID_ON)
    Message.objects.all().delete()
    return task


def reminded(on):
    """User names with the keys of their messages after a round on that day, those only that it wrote."""
    before = set(Message.objects.values_list("pk", flat=True))
    tick(on)
    rows = Message.objects.exclude(pk__in=before).values_list("user__username", "key")
    return sorted((name, key.split("/")[1]) for name, key in rows)


def with_address(user, address="donvi@example.org"):
    User.objects.filter(pk=user.pk).update(email=address)


def test_the_ladder_is_climbed_day_by_day_and_each_rung_is_told_once(around):
    office = around.office
    taken(office, watcher=office.finance)
    first = DUE - timedelta(days=10)
    told_on = {day: reminded(day) for day in (first + timedelta(days=number) for number in range(45))}
    assert {(day - DUE).days: rows for day, rows in told_on.items() if rows} == {
        -7: [("lead", "deadline-7")],
        -3: [("lead", "deadline-3")],
        -1: [("lead", "deadline-1")],
        0: [("lead", "deadline+0")],
        1: [("lead", "deadline+1"), ("support", "deadline+1")],
        7: [("lead", "deadline+7"), ("leader-205", "deadline+7")],
        30: [("head-205", "deadline+30"), ("lead", "deadline+30")],
    }


def test_a_watcher_for_which_nobody_sits_leaves_its_reminders_to_the_head_of_office(around):
    office = around.office
    taken(office, watcher=bodies.add(place=office.town, name="Ban Chỉ đạo", by=office.steward))
    assert reminded(DUE + timedelta(days=1)) == [("head-205", "deadline+1"), ("lead", "deadline+1")]


def test_a_round_after_days_without_one_tells_the_newest_rung_only(office):
    taken(office)
    assert reminded(DUE + timedelta(days=5)) == [("lead", "deadline+1")]


def test_a_second_round_on_the_same_day_tells_nobody_and_leaves_the_log_alone(office, mail):
    taken(office)
    with_address(office.people["lead"])
    tick(DUE)
    end = history.head().number
    assert reminded(DUE) == []
    assert (history.head().number, len(outbox.outbox)) == (end, 1)
    assert history.verify() is None


def test_a_new_deadline_begins_anew(office):
    task = taken(office)
    tick(DUE)
    asked = {"reason": "Chờ vốn", "until": "2020-09-30"}
    task = move(directive=task, name="ask_extension", seen=2, by=office.people["lead"], said=asked, on=DUE)
    move(directive=task, name="grant_extension", seen=3, by=office.head, on=DUE)
    assert reminded(date(2020, 9, 20)) == []
    assert reminded(date(2020, 9, 23)) == [("lead", "deadline-7")]


def test_an_asked_extension_that_nobody_answers_reminds_the_head(office):
    task = taken(office, deadline_on=date(2021, 6, 30))
    asked = {"reason": "Chờ vốn", "until": "2021-09-30"}
    move(directive=task, name="ask_extension", seen=2, by=office.people["lead"], said=asked, on=DUE)
    assert reminded(DUE + timedelta(days=2)) == []
    assert reminded(DUE + timedelta(days=3)) == [("head-205", "asked+3")]


def test_what_nobody_acknowledges_and_what_nobody_accepts_reminds_whoever_owes_it(office):
    task = issued(office, SAID_ON)
    assert reminded(SAID_ON + timedelta(days=3)) == [("lead", "issued+3")]
    move(directive=task, name="report", seen=1, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK], on=DUE)
    assert reminded(DUE + timedelta(days=3)) == [("head-205", "reported+3")]


def test_a_task_that_is_over_and_that_nobody_has_acknowledged_reminds_its_lead_once_a_day(office):
    deadline = SAID_ON + timedelta(days=2)
    issued(office, SAID_ON, deadline_on=deadline)
    assert reminded(SAID_ON + timedelta(days=3)) == [("lead", "deadline+1")]
    assert reminded(SAID_ON + timedelta(days=4)) == []


def test_who_reported_is_not_asked_to_accept(office):
    bodies.seat(body=office.economy, user=office.head, since=date(2020, 1, 1), by=office.steward)
    task = issued(office, SAID_ON)
    move(directive=task, name="report", seen=1, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK], on=DUE)
    assert ("head-205", "reported+3") not in reminded(DUE + timedelta(days=3))


def test_whoever_stands_above_is_told_only_where_a_role_lets_her_see_the_task(around):
    around.chair.grants.all().delete()
    taken(around.office)
    assert reminded(DUE + timedelta(days=7)) == [("lead", "deadline+7")]


def test_a_lead_with_days_of_its_own_is_reminded_on_those(office):
    actions.keep_ladder(body=office.economy, days=[-14, -2], by=office.head)
    taken(office)
    days = {number: reminded(DUE + timedelta(days=number)) for number in range(-20, 2)}
    assert [number for number, rows in days.items() if rows] == [-14, -2, 1]


def test_a_letter_goes_to_who_has_an_address_in_her_language_with_the_way_to_the_task(office, mail):
    task = taken(office)
    lead = office.people["lead"]
    with_address(lead)
    User.objects.filter(pk=lead.pk).update(language="en")
    tick(DUE)
    (letter,) = outbox.outbox
    assert letter.to == ["donvi@example.org"]
    assert letter.subject == "Reminders of 30/06/2020 – due today: 1"
    assert f"https://giaoban.example/directives/{task.pk}/" in letter.body
    assert letter.extra_headers["Message-ID"] == Letter.objects.get().message_id
    assert (Letter.objects.get().state, Letter.objects.get().tries) == ("sent", 0)


def test_the_letter_of_the_day_names_new_tasks_once_and_not_those_that_were_taken_on_or_back(office, mail):
    lead, far = office.people["lead"], timezone.localdate() + timedelta(days=90)
    with_address(lead)
    new, taken_on, back = (office.issued(deadline_on=far, work=f"Việc {number}") for number in ("một", "hai", "ba"))
    move(directive=taken_on, name="acknowledge", seen=1, by=lead)
    move(directive=back, name="withdraw", seen=1, by=office.head, said={"reason": "Trùng"})
    for _time in range(2):
        tick()
    (letter,) = outbox.outbox
    assert letter.subject.endswith("mới giao: 1")
    assert f"giao Phòng Kinh tế chủ trì, hạn {far:%d/%m/%Y}: Việc một." in letter.body
    assert f"https://giaoban.example/directives/{new.pk}/" in letter.body and "Việc hai" not in letter.body and "Việc ba" not in letter.body


def test_who_gave_her_seat_up_hears_no_more_of_new_tasks(office, mail):
    lead = office.people["lead"]
    with_address(lead)
    office.issued(deadline_on=timezone.localdate() + timedelta(days=90))
    bodies.unseat(seat=office.economy.seats.get(), until=timezone.localdate(), by=office.steward)
    tick()
    (letter,) = outbox.outbox
    assert letter.subject.endswith("– thôi phụ trách: 1")


def test_the_letter_of_the_day_names_what_was_returned_with_the_reason(office, mail):
    lead = office.people["lead"]
    task = office.issued(deadline_on=timezone.localdate() + timedelta(days=90))
    task = move(directive=task, name="report", seen=1, by=lead, said={"text": "Xong"}, evidence=[LINK])
    move(directive=task, name="return", seen=2, by=office.head, said={"reason": "Thiếu số liệu hai xã"})
    with_address(lead)
    tick()
    (letter,) = outbox.outbox
    assert letter.subject.endswith("bị trả lại: 1") and "Lý do: Thiếu số liệu hai xã." in letter.body


def test_two_tasks_of_one_person_are_one_letter_and_two_messages(office, mail):
    with_address(office.people["lead"])
    for _each in range(2):
        taken(office)
    tick(DUE)
    assert len(outbox.outbox) == 1
    assert outbox.outbox[0].subject.endswith("đến hạn hôm nay: 2")
    assert Message.objects.filter(user=office.people["lead"]).count() == 2


def test_who_wants_no_letter_has_no_address_or_no_mail_server_gets_messages_only(office, mail, settings):
    taken(office)
    tick(DUE - timedelta(days=7))
    with_address(office.people["lead"])
    actions.prefer(person=office.people["lead"], by_mail=False)
    tick(DUE - timedelta(days=3))
    actions.prefer(person=office.people["lead"], by_mail=True)
    settings.EMAIL_HOST = ""
    tick(DUE - timedelta(days=1))
    assert (len(outbox.outbox), Letter.objects.count(), Message.objects.count()) == (0, 0, 3)


def test_what_another_process_has_told_meanwhile_is_not_told_again(office, mail):
    with_address(office.people["lead"])
    taken(office)
    mine, theirs = plan(DUE), plan(DUE)
    tick(DUE)
    assert write(theirs).messages == write(mine).messages == 0
    assert (Message.objects.count(), Letter.objects.count()) == (1, 1)


def test_a_letter_that_the_server_refuses_is_tried_again_later_and_not_for_ever(office, mail, monkeypatch):
    with_address(office.people["lead"])
    taken(office)

    def refuse(*_arguments, **_named):
        raise SMTPRecipientsRefused({})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    tried = [tick(DUE)[1].failed]
    for _each in range(6):
        tried.append(deliver().failed)
        Letter.objects.update(tried_at=Letter.objects.get().tried_at - AGAIN_AFTER * 2)
        tried.append(deliver().failed)
    assert tried == [1, *[0, 1] * 4, *[0, 0] * 2]
    assert (Letter.objects.get().state, Letter.objects.get().tries) == ("failed", 5)


def test_a_mail_server_that_is_down_ends_the_run_and_costs_no_letter_a_try(office, mail, monkeypatch):
    with_address(office.people["lead"])
    taken(office)

    def unreached(*_arguments, **_named):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", unreached)
    assert tick(DUE)[1].failed == 1
    noted, counts = LogEntry.objects.filter(act="letters sent"), []
    for _each in range(4):
        Letter.objects.update(tried_at=Letter.objects.get().tried_at - AGAIN_AFTER * 2)
        assert deliver().failed == 1
        counts.append(noted.count())
    assert len(set(counts)) == 1
    monkeypatch.undo()
    Letter.objects.update(tried_at=Letter.objects.get().tried_at - AGAIN_AFTER * 2)
    assert (deliver().sent, Letter.objects.get().tries) == (1, 0)
    assert noted.count() == counts[0] + 1


def test_the_number_of_queries_does_not_grow_with_the_tasks(office, mail):
    with_address(office.people["lead"])
    taken(office)
    with CaptureQueriesContext(
        connection,
    ) as few:
        tick(DUE - timedelta(days=7))
    for _each in range(7):
        taken(office)
    with CaptureQueriesContext(connection) as many:
        tick(DUE - timedelta(days=3))
    assert len(many) <= len(few)


def test_a_message_says_how_many_days_are_over_on_the_day_of_the_message(office):
    taken(office)
    tick(DUE + timedelta(days=1))
    assert told(Message.objects.get(), "vi").endswith("Phòng Kinh tế, quá hạn 1 ngày (hạn 30/06/2020).")


def test_the_command_says_what_it_did_and_refuses_a_day_to_come(office, capsys):
    taken(office)
    assert cli.main(["tick", "--on", DUE.isoformat(), "--json"]) == 0
    assert capsys.readouterr().out == '{"people": 1, "messages": 1, "letters": 0, "cleared": 0, "sent": 0, "failed": 0}\n'
    assert cli.main(["tick", "--on", DUE.isoformat()]) == 0
    assert "0 thông báo cho 0 người" in capsys.readouterr().out
    assert cli.main(["tick", "--on", "2099-12-31"]) == 1
    with pytest.raises(Refused, match="day-in-future"):
        tick(date(2099, 12, 31))
