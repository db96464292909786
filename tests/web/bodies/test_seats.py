"""Seats: put an end to, twice or on a wrong day; and bodies for which nobody acts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from giaoban_web.accounts.models import Role, User
from giaoban_web.bodies import actions
from giaoban_web.bodies.models import Seat
from giaoban_web.bodies.queries import unheld
from giaoban_web.history.models import Entry
from tests.web.directives.conftest import office

__all__ = ["office"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
NOBODY = "Hiện chưa có ai phụ trách “Phòng Kinh tế”"


def ends(client, seat, on):
    return client.post(f"/bodies/seats/{seat.pk}/end/", {"on": on, "body": seat.body_id})


@pytest.mark.parametrize("since", [date(2020, 1, 1), TODAY + timedelta(days=9)])
def test_a_seat_that_was_ended_already_is_told_on_the_page_of_its_body(office, sign_in, since):
    seat, client = (
        actions.seat(body=office.economy, user=office.people["outsider"], since=since, by=office.steward),
        sign_in(office.steward),
    )
    assert ends(client, seat, f"{TODAY:%d/%m/%Y}").status_code == 302
    again = ends(client, seat, f"{TODAY:%d/%m/%Y}")
    assert again.status_code == 409
    assert "Lần phân công này đã kết thúc rồi" in again.content.decode()
    assert client.post(f"/bodies/seats/{seat.pk}/end/", {"on": "1/1/2026"}).status_code == 404


@pytest.mark.parametrize(
    ("on", "status", "why"),
    [
        ("01/01/2019", 409, "không thể kết thúc từ 01/01/2019"),
        ("31/12", 422, "chưa có năm"),
        ("", 422, "bắt buộc"),
    ],
)
def test_a_seat_is_not_ended_on_a_wrong_day_and_what_was_typed_stays(office, sign_in, on, status, why):
    seat = office.economy.seats.get()
    answer = ends(sign_in(office.steward), seat, on)
    page = answer.content.decode()
    assert (answer.status_code, Seat.objects.get(pk=seat.pk).until_on) == (status, None)
    assert why in page and f'value="{on}"' in page


def test_a_seat_given_in_error_is_taken_away_by_its_first_day(office):
    seat = office.economy.seats.get()
    assert actions.unseat(seat=seat, until=seat.since_on, by=office.steward) is None


def test_a_body_is_held_by_who_sits_there_or_in_a_post_of_it_and_a_post_by_its_body(office, person):
    post = actions.add(place=office.town, name="Trưởng phòng Kinh tế", superior=office.economy, is_post=True, by=office.steward)
    other = actions.add(place=office.town, name="Phòng Y tế", by=office.steward)
    unit = actions.add(place=office.town, name="Trạm Y tế", superior=other, by=office.steward)
    assert unheld([office.economy, post, other, None, other], TODAY) == [other]
    seat = office.economy.seats.get()
    actions.unseat(seat=seat, until=TODAY, by=office.steward)
    assert unheld([office.economy, post], TODAY) == [office.economy, post]
    actions.seat(body=post, user=office.people["outsider"], since=TODAY, by=office.steward)
    actions.seat(body=unit, user=office.people["outsider"], since=TODAY, by=office.steward)
    assert unheld([office.economy, post, other], TODAY) == [other]
    User.objects.filter(pk=office.people["outsider"].pk).update(is_active=False)
    assert unheld([office.economy], TODAY) == [office.economy]


def test_that_nobody_sits_for_the_lead_is_told_to_whoever_gives_the_task_and_on_the_page_of_the_body(office, sign_in, person):
    task, head, clerk = office.issued(), sign_in(office.head), sign_in(office.clerk)
    pages = (task.get_absolute_url(), f"/bodies/{office.economy.pk}/")
    assert not any(NOBODY in head.get(page).content.decode() for page in pages)
    actions.unseat(seat=office.economy.seats.get(), until=TODAY, by=office.steward)
    assert all(NOBODY in head.get(page).content.decode() for page in pages)
    assert NOBODY not in sign_in(person(Role.LEADER, office.town)).get(task.get_absolute_url()).content.decode()
    draft = office.drafted()
    assert NOBODY in clerk.get(f"/directives/{draft.pk}/edit/").content.decode()


def test_a_new_holder_sees_the_open_tasks_and_acts_and_the_old_one_no_more(office, sign_in):
    task, old, new = office.issued(), office.people["lead"], office.people["outsider"]
    sign_in(old).post(f"/directives/{task.pk}/move/acknowledge/", {"seen": task.version})
    actions.unseat(seat=office.economy.seats.get(), until=TODAY, by=office.steward)
    actions.seat(body=office.economy, user=new, since=TODAY, by=office.steward)
    assert sign_in(old).get(task.get_absolute_url()).status_code == 404
    client = sign_in(new)
    page = client.get(task.get_absolute_url()).content.decode()
    assert 'id="move-report"' in page and str(old) in page
    assert client.post(f"/directives/{task.pk}/move/start/", {"seen": task.version + 1}).status_code == 302


def test_a_body_is_not_ended_before_somebody_who_sits_there_began_and_the_day_stays_typed(office, sign_in):
    client, address = sign_in(office.steward), f"/bodies/{office.economy.pk}/end/"
    answer = client.post(address, {"on": "01/01/2019"})
    page = answer.content.decode()
    assert (answer.status_code, Seat.objects.filter(until_on=None, body=office.economy).count()) == (409, 1)
    assert "không thể kết thúc từ 01/01/2019" in page and 'value="01/01/2019"' in page
    actions.seat(body=office.economy, user=office.people["outsider"], since=TODAY + timedelta(days=5), by=office.steward)
    assert client.post(address, {"on": f"{TODAY:%d/%m/%Y}"}).status_code == 302
    assert [(each.user, each.until_on) for each in office.economy.seats.all()] == [(office.people["lead"], TODAY)]


def test_who_only_sits_for_a_body_is_told_what_for_on_her_page_and_at_her_desk(office, person, sign_in):
    sitting = User.objects.create_user("chi-phu-trach", password="một mật khẩu dài", name="Trần Phụ Trách")
    client = sign_in(sitting)
    assert "Bạn chưa có vai trò nào" in client.get("/accounts/me/").content.decode()
    seat = actions.seat(body=office.economy, user=sitting, since=date(2020, 1, 1), by=office.steward)
    page = client.get("/accounts/me/").content.decode()
    assert f'href="{office.economy.get_absolute_url()}"' in page and "từ ngày 01/01/2020" in page
    assert "Bạn chưa có vai trò nào" not in page
    assert "Bạn chưa được giao vai trò" not in (desk := client.get("/").content.decode()) and "mình phụ trách" in desk
    administrator = sign_in(person(Role.ADMINISTRATOR, office.town.parent))
    assert f'href="{office.economy.get_absolute_url()}"' in administrator.get(f"/people/{sitting.pk}/").content.decode()
    actions.unseat(seat=seat, until=TODAY, by=office.steward)
    assert office.economy.name not in client.get("/accounts/me/").content.decode()


def test_a_seat_is_given_by_the_name_of_a_person_unless_several_bear_it(office, sign_in):
    client, address = sign_in(office.steward), f"/bodies/{office.finance.pk}/seats/"
    User.objects.filter(username="outsider").update(name="Ngô Thị Đơn")
    assert client.post(address, {"person": " ngô thị đơn", "since": "1/1/2020"}).status_code == 302
    assert office.finance.seats.filter(user__username="outsider").exists()
    User.objects.filter(username="lead").update(name="Ngô Thị Đơn")
    answer = client.post(address, {"person": "Ngô Thị Đơn", "since": "1/1/2020"})
    assert answer.status_code == 422 and "tên đăng nhập: lead, outsider" in answer.content.decode()
    User.objects.filter(username="outsider").update(is_active=False)
    assert client.post(address, {"person": "Ngô Thị Đơn", "since": "1/1/2020"}).status_code == 302
    assert office.finance.seats.filter(user__username="lead").exists()


def hands_over(client, seat, person, since):
    return client.post(f"/bodies/seats/{seat.pk}/hand-over/", {"person": person, "since": since, "body": seat.body_id})


def test_a_seat_is_handed_over_on_one_day_with_an_entry_for_each(office, sign_in):
    seat, new = office.economy.seats.get(), office.people["outsider"]
    client = sign_in(office.steward)
    assert f'<option value="{office.people["lead"]} · lead">' in client.get(office.economy.get_absolute_url()).content.decode()
    before = Entry.objects.count()
    answer = client.post(f"/bodies/seats/{seat.pk}/hand-over/", {"person": f"{new} · {new.username}", "since": "1/7/2020"}, follow=True)
    assert "Đã bàn giao: outsider phụ trách từ 01/07/2020" in answer.content.decode()
    day = date(2020, 7, 1)
    assert [(each.user, each.since_on, each.until_on) for each in office.economy.seats.order_by("since_on")] == [
        (office.people["lead"], date(2020, 1, 1), day),
        (new, day, None),
    ]
    assert [each.act for each in Entry.objects.order_by("pk")[before:]] == ["seat ended", "person seated"]
    assert hands_over(client, seat, new.username, "1/7/2020").status_code == 409


@pytest.mark.parametrize(
    ("to", "since", "status", "why"),
    [
        ("lead", "1/7/2020", 409, "đang ở “Phòng Kinh tế” rồi"),
        ("support", "1/7/2020", 409, "đang ở “Phòng Kinh tế” rồi"),
        ("outsider", "1/7/2019", 409, "không thể kết thúc từ 01/07/2019"),
        ("ai đó", "1/7/2020", 422, "Không có ai mang họ tên"),
    ],
)
def test_a_hand_over_that_cannot_be_ends_nothing_and_what_was_typed_stays(office, sign_in, to, since, status, why):
    seat = office.economy.seats.get()
    actions.seat(body=office.economy, user=office.people["support"], since=date(2020, 1, 1), by=office.steward)
    answer = hands_over(sign_in(office.steward), seat, to, since)
    page = answer.content.decode()
    assert (answer.status_code, Seat.objects.filter(until_on=None, body=office.economy).count()) == (status, 2)
    assert why in page and f'value="{to}"' in page
