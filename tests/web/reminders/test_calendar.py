"""The calendar under a secret address: whose tasks stand in it, who opens it, and that its secret is written nowhere."""

import logging
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from giaoban.model import Refused
from giaoban_web.accounts.models import User
from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.history.models import Entry
from giaoban_web.reminders import actions
from giaoban_web.reminders.models import Feed
from giaoban_web.reminders.secrecy import HideSecrets


@pytest.fixture
def made(office):
    """make(name) gives the calendar of that person and its address."""

    def make(name="lead", **named):
        feed, secret = actions.make_feed(owner=office.people[name], name="Điện thoại", **named)
        return feed, f"/calendar/{secret}.ics"

    return make


def read(address, **headers):
    answer = Client().get(address, headers=headers)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content)


def uids(address):
    return sorted(str(each["uid"]).partition("@")[0] for each in read(address).walk() if "uid" in each)


def test_a_task_stands_in_it_as_a_task_and_as_the_day_of_its_deadline(office, made):
    task = office.issued(product="Báo cáo rà soát")
    calendar = read(made()[1])
    (todo,), (day,) = calendar.walk("VTODO"), calendar.walk("VEVENT")
    assert (todo["due"].dt, day["dtstart"].dt, str(todo["status"])) == (date(2020, 6, 30), date(2020, 6, 30), "NEEDS-ACTION")
    assert str(todo["url"]) == f"http://testserver/directives/{task.pk}/"
    assert "Phòng Kinh tế" in str(todo["summary"])
    assert str(todo["description"]) == "Báo cáo rà soát"
    assert str(calendar["x-wr-calname"]) == "Giaoban: nhiệm vụ của lead"


def test_the_file_keeps_the_rules_of_lines(office, made):
    office.issued(product="Báo cáo " * 40)
    data = Client().get(made()[1]).content
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.decode("utf-8").count("BEGIN:") == data.decode("utf-8").count("END:")


def test_it_holds_what_ones_bodies_lead_support_or_accept_and_nothing_else(office, made):
    led, supported = office.issued(), office.issued(lead=office.finance, supporting=[office.economy])
    accepted = office.issued(lead=office.finance, acceptor=office.economy)
    office.issued(lead=office.finance)
    office.issued(lead=office.finance, watcher=office.economy)
    office.drafted()
    assert uids(made()[1]) == sorted(f"task-{each.pk}-{kind}" for each in (led, supported, accepted) for kind in ("day", "todo"))
    assert uids(made("outsider")[1]) == []


def test_a_calendar_of_one_body_leaves_out_the_others(office, made):
    bodies.seat(body=office.finance, user=office.people["lead"], since=date(2020, 1, 1), by=office.steward)
    office.issued()
    kept = office.issued(lead=office.finance)
    assert uids(made(body=office.finance)[1]) == [f"task-{kept.pk}-day", f"task-{kept.pk}-todo"]


def test_nobody_makes_one_of_a_body_that_she_does_not_act_for(office, made):
    with pytest.raises(Refused, match="feed-body-not-yours"):
        made(body=office.finance)


def test_whoever_sits_there_no_more_reads_nothing_more(office, made):
    office.issued()
    address = made()[1]
    assert len(uids(address)) == 2
    bodies.unseat(seat=office.economy.seats.get(), until=date(2020, 2, 1), by=office.steward)
    assert uids(address) == []


def test_a_revoked_an_unknown_and_a_leavers_address_open_nothing(office, made):
    feed, address = made()
    _other, second = made()
    assert Client().get("/calendar/khong-co.ics").status_code == 404
    actions.revoke_feed(feed=feed, by=office.people["lead"])
    assert Client().get(address).status_code == 404
    User.objects.filter(pk=office.people["lead"].pk).update(is_active=False)
    assert Client().get(second).status_code == 404


def test_nothing_is_sent_again_to_a_reader_who_has_it_and_everything_to_one_who_has_not(office, made):
    task, (feed, address) = office.issued(), made()
    first = Client().get(address)
    assert first["Cache-Control"] == "private, no-cache"
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert Client().get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert Client().get(address, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    Feed.objects.filter(pk=feed.pk).update(changed_at=datetime(2020, 1, 1, tzinfo=UTC))
    old = Client().get(address)["Last-Modified"]
    move(directive=task, name="acknowledge", seen=1, by=office.people["lead"])
    for headers in ({"if-none-match": first["ETag"]}, {"if-modified-since": old}):
        assert b"task-" in Client().get(address, headers=headers).content


def test_a_program_that_asks_for_the_head_alone_gets_the_marks_and_no_body(office, made):
    office.issued()
    address = made()[1]
    whole, head = Client().get(address), Client().head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert all(head[name] == whole[name] for name in ("ETag", "Last-Modified", "Content-Type"))
    assert Client().post(address).status_code == 405


def test_an_identifier_stays_the_same_while_the_task_moves_and_its_sequence_rises(office, made):
    task, address = office.issued(), made()[1]
    before = {str(each["uid"]): int(each["sequence"]) for each in read(address).walk() if "uid" in each}
    move(directive=task, name="acknowledge", seen=1, by=office.people["lead"])
    after = {str(each["uid"]): int(each["sequence"]) for each in read(address).walk() if "uid" in each}
    assert set(after) == set(before) and all(after[uid] > before[uid] for uid in after)
    assert not read(address).walk("VALARM")


def test_what_one_may_see_no_longer_is_told_as_a_change_to_a_reader_who_asks_by_time(office, made):
    office.issued()
    feed, address = made()
    Client().get(address)
    Feed.objects.filter(pk=feed.pk).update(changed_at=datetime(2020, 1, 1, tzinfo=UTC))
    old = Client().get(address)["Last-Modified"]
    bodies.unseat(seat=office.economy.seats.get(), until=date(2020, 2, 1), by=office.steward)
    answer = Client().get(address, headers={"if-modified-since": old})
    assert answer.status_code == 200
    assert b"task-" not in answer.content


def test_what_is_over_stays_for_a_while_as_over(office, made):
    task, (_feed, address) = office.issued(), made()
    move(directive=task, name="withdraw", seen=1, by=office.head, said={"reason": "Trùng"})
    assert {str(each["status"]) for each in read(address).walk() if "status" in each} == {"CANCELLED"}
    Directive.objects.update(moved_at=task.moved_at - timedelta(days=91))
    assert uids(address) == []


def test_the_secret_is_long_and_kept_nowhere(office, made):
    feed, address = made()
    secret = re.fullmatch(r"/calendar/(.+)\.ics", address)[1]
    assert len(secret) == 43
    assert secret not in str(Feed.objects.values().get(pk=feed.pk))
    assert secret not in "".join(str(entry.details) for entry in Entry.objects.all())


def test_the_secret_stands_in_no_line_of_the_log_of_the_server(made, caplog):
    caplog.handler.addFilter(HideSecrets())
    with caplog.at_level(logging.WARNING):
        Client().get("/calendar/mot-bi-mat-khong-con-dung.ics")
    assert "/calendar/….ics" in caplog.text
    assert "bi-mat" not in caplog.text


def test_the_server_hides_secrets_in_whatever_it_logs(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["secrets"]
    assert settings.LOGGING["filters"]["secrets"]["()"] == f"{HideSecrets.__module__}.{HideSecrets.__qualname__}"
