"""The pages of messages, of the letter of the day, of calendars and of the days of a body."""

import re
from urllib.robotparser import RobotFileParser

import pytest
from django.utils import timezone

from giaoban_web.directives.moving import move
from giaoban_web.history import queries as history
from giaoban_web.reminders.models import Feed, Ladder, Message
from giaoban_web.reminders.queries import COUNTED, days_of, wants_mail
from tests.web.conftest import PASSWORD


def shown(answer):
    return answer.content.decode()


@pytest.fixture
def lead(office, sign_in):
    return sign_in(office.people["lead"])


def test_the_head_of_every_page_says_how_many_messages_wait(office, lead):
    assert 'class="count"' not in shown(lead.get("/bodies/"))
    office.issued()
    assert '<span class="count" aria-hidden="true">1</span><span class="hidden">, chưa đọc 1</span>' in shown(lead.get("/bodies/"))


def test_it_counts_to_a_hundred_and_no_further(office, lead):
    rows = [Message(user=office.people["lead"], key=str(each), code="told-accepted", made_at=timezone.now()) for each in range(COUNTED + 5)]
    Message.objects.bulk_create(rows)
    assert '<span class="count" aria-hidden="true">100+</span>' in shown(lead.get("/bodies/"))


def test_unread_messages_stand_first_and_lead_to_their_task(office, lead):
    first, second = office.issued(), office.issued()
    Message.objects.filter(directive=second).update(read_at=timezone.now())
    page = shown(lead.get("/messages/"))
    assert page.index(f"/directives/{first.pk}/") < page.index(f"/directives/{second.pk}/")
    assert page.count('<tr class="unread">') == 1


def test_the_list_is_narrowed_to_what_is_unread_and_to_one_kind(office, lead):
    first, second = office.issued(), office.issued()
    Message.objects.filter(directive=second).update(read_at=timezone.now())
    Message.objects.filter(directive=first).update(
        code="digest-line-over", values={"wording": "A", "lead": "B", "since": "2020-06-30", "days": 3}
    )
    assert f"/directives/{second.pk}/" not in shown(lead.get("/messages/?state=unread"))
    assert f"/directives/{second.pk}/" not in shown(lead.get("/messages/?kind=reminders"))
    assert f"/directives/{first.pk}/" not in shown(lead.get("/messages/?kind=moves"))
    assert lead.get("/messages/?state=x&kind=y&sort=z&page=99").status_code == 200


def test_a_message_is_marked_as_read_and_the_page_stays_where_it_was(office, lead):
    office.issued()
    message = Message.objects.get()
    answer = lead.post(f"/messages/{message.pk}/read/", {"next": "/messages/?state=unread"})
    assert answer["Location"] == "/messages/?state=unread"
    message.refresh_from_db()
    assert message.read_at
    assert history.verify() is None


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", ""])
def test_no_form_leads_away_from_the_site(office, lead, elsewhere):
    office.issued()
    assert lead.post(f"/messages/{Message.objects.get().pk}/read/", {"next": elsewhere})["Location"] == "/messages/"


def test_all_are_marked_as_read_and_those_of_others_stay(office, lead):
    office.issued(supporting=[office.finance])
    office.issued()
    lead.post("/messages/read/")
    unread = Message.objects.filter(read_at=None)
    assert [each.user for each in unread] == [office.people["support"]]
    assert "Đã đọc hết." in shown(lead.get("/messages/"))


def test_a_message_of_somebody_else_is_not_found(office, sign_in):
    office.issued()
    assert sign_in(office.people["support"]).post(f"/messages/{Message.objects.get().pk}/read/").status_code == 404
    assert Message.objects.get().read_at is None


def test_the_list_is_taken_away_as_a_sheet_in_words(office, lead):
    office.issued()
    told = lead.get("/messages/?export=csv").content.decode("utf-8-sig")
    assert told.startswith("Báo lúc,Thông báo,Đọc lúc")
    assert "giao Phòng Kinh tế chủ trì, hạn 30/06/2020" in told


def test_a_message_that_names_what_a_person_wrote_shows_it_as_text(office, lead):
    task = office.issued()
    move(directive=task, name="withdraw", seen=1, by=office.head, said={"reason": "<script>{0}</script>"})
    page = shown(lead.get("/messages/"))
    assert "&lt;script&gt;{0}&lt;/script&gt;" in page
    assert "<script>{0}" not in page


def test_the_letter_of_the_day_is_refused_and_wanted_again(office, lead):
    page = shown(lead.get("/messages/preferences/"))
    assert "chưa có địa chỉ thư điện tử" in page
    assert "chưa có máy chủ thư" in page
    lead.post("/messages/preferences/", {})
    assert not wants_mail(office.people["lead"])
    lead.post("/messages/preferences/", {"by_mail": "1"})
    assert wants_mail(office.people["lead"])


def test_the_address_of_a_calendar_is_shown_once_and_opens_it(office, lead, client):
    office.issued()
    page = shown(lead.post("/calendar/", {"name": "Điện thoại", "body": office.economy.pk}, follow=True))
    address = re.search(r"http://testserver(/calendar/[\w-]+\.ics)", page)[1]
    assert f'href="webcal://testserver{address}"' in page
    assert 'class="key"' not in shown(lead.get("/calendar/"))
    assert b"VTODO" in client.get(address).content
    lead.post(f"/calendar/{Feed.objects.get().pk}/revoke/")
    assert client.get(address).status_code == 404


def test_programs_that_ask_first_may_fetch_calendars_and_nothing_else(client):
    asked = RobotFileParser()
    asked.parse(client.get("/robots.txt").content.decode().splitlines())
    assert asked.can_fetch("Google-Calendar-Importer", "http://testserver/calendar/khoa.ics")
    assert not asked.can_fetch("Googlebot", "http://testserver/records/1/")


def test_no_calendar_is_made_of_a_body_of_others_or_without_a_name(office, lead):
    assert lead.post("/calendar/", {"name": "X", "body": office.finance.pk}).status_code == 422
    assert lead.post("/calendar/", {"name": ""}).status_code == 422
    assert not Feed.objects.exists()


def test_a_calendar_of_somebody_else_is_not_revoked(office, lead, sign_in):
    lead.post("/calendar/", {"name": "Điện thoại"})
    assert sign_in(office.people["support"]).post(f"/calendar/{Feed.objects.get().pk}/revoke/").status_code == 404
    assert Feed.objects.get().revoked_at is None


def test_the_days_of_a_body_are_set_by_its_keeper_or_the_head_and_read_by_everybody(office, sign_in, lead):
    address = f"/bodies/{office.economy.pk}/reminders/"
    assert "trước hạn 7 ngày" in shown(lead.get(address))
    assert lead.post(address, {"days": "-14"}).status_code == 403
    for keeper, days, kept in ((office.head, "-14; −2 3", [-14, -2, 3]), (office.steward, "5,-1,5", [-1, 5])):
        sign_in(keeper).post(address, {"days": days})
        assert days_of(office.economy) == kept
    assert "trước hạn 1 ngày" in shown(lead.get(address))
    assert "trước hạn 7 ngày" not in shown(lead.get(address))
    sign_in(office.head).post(address, {"days": ""})
    assert not Ladder.objects.exists()
    assert history.verify() is None


@pytest.mark.parametrize("days", ["mai", "1.5", "-400", "-1-2", "²", ", ".join(map(str, range(30)))])
def test_days_that_are_none_are_refused_with_a_reason(office, sign_in, days):
    answer = sign_in(office.head).post(f"/bodies/{office.economy.pk}/reminders/", {"days": days})
    assert answer.status_code == 422
    assert 'class="errors' in shown(answer)
    assert not Ladder.objects.exists()


@pytest.mark.parametrize("address", ["/messages/", "/messages/preferences/", "/calendar/"])
def test_the_pages_speak_english_to_who_reads_english(office, client, address):
    user = office.people["lead"]
    user.language = "en"
    user.set_password(PASSWORD)
    user.save()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    office.issued()
    page = shown(client.get(address))
    assert "Thông báo" not in page
    assert "Messages" in page
